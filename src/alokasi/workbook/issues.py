"""A problem found in a workbook: where, what was found, which rule, what to do. All are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from alokasi.opening.refused import RefusedFile
from alokasi.texts import Message, wording


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


def refusal(error: RefusedFile) -> Issue:
    """A file that is not opened at all, as the one message of its reading."""
    return Issue(Severity.ERROR, error.code, "", "", error.value, error.rule, error.action)


def issue_rows(issues: Iterable[Issue], lang: str = "id") -> list[dict[str, object]]:
    """Rows of the sheet Pesan: tingkat, kode, lembar, sel, nilai, aturan, tindakan."""
    return [
        {
            "tingkat": str(issue.severity),
            "kode": issue.code,
            "lembar": issue.sheet,
            "sel": issue.cell,
            "nilai": issue.value,
            "aturan": wording(issue.rule, lang),
            "tindakan": wording(issue.action, lang),
        }
        for issue in issues
    ]


def has_errors(issues: Iterable[Issue]) -> bool:
    return any(issue.severity is Severity.ERROR for issue in issues)


def collapsed(issues: Iterable[Issue], most: int = 20) -> Iterator[Issue]:
    """All errors; of warnings and infos alike in code, sheet and column the first `most`, and a count."""
    seen: dict[tuple[str, str, str], list[Issue]] = {}
    for issue in issues:
        if issue.severity is Severity.ERROR:
            yield issue
            continue
        alike = seen.setdefault((issue.code, issue.sheet, issue.cell.rstrip("0123456789")), [])
        alike.append(issue)
        if len(alike) <= most:
            yield issue
    for alike in seen.values():
        if len(alike) > most:
            first = alike[most]
            rule = Message.of("{n} sel lain di kolom ini mempunyai pesan yang sama.", n=len(alike) - most)
            yield Issue(first.severity, first.code, first.sheet, first.cell, "", rule, first.action)
