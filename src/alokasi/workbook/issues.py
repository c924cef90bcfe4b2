"""A problem found in a workbook: where, what was found, which rule, what to do. All are told at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alokasi.texts import Message


class Severity(StrEnum):
    ERROR = "galat"
    WARNING = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Issue:
    """`code` is stable (W036, K091, ...); `cell` such as "C7", blank where the whole sheet is meant."""

    severity: Severity
    code: str
    sheet: str
    cell: str
    value: str
    rule: Message
    action: Message
