"""A problem found in a workbook: where, what was found, which rule, what to do. All are told at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from alokasi.opening.refused import RefusedFile
from alokasi.texts import Message, wording

MOST_ERRORS = 10_000  # of one sheet; nobody reads on


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


class Collected:
    """Issues as they come: every error; of warnings alike in code, sheet and column the first few and a count.

    Only what is kept takes memory, so that a column of 50,000 slips does no harm.
    """

    def __init__(self, most: int = 20) -> None:
        self.errors = 0
        self._most = most
        self._kept: list[Issue] = []
        self._alike: dict[tuple[str, str, str], list[Issue]] = {}
        self._beyond: Counter[tuple[str, str, str]] = Counter()

    def add(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            if issue.severity is Severity.ERROR:
                self.errors += 1
            elif issue.rule.source != _others(0).source:  # a count of issues that were collected before
                key = issue.code, issue.sheet, issue.cell.rstrip("0123456789")
                alike = self._alike.setdefault(key, [])
                if len(alike) > self._most:
                    self._beyond[key] += 1
                    continue
                alike.append(issue)
                if len(alike) > self._most:  # shown only as the place of the count
                    self._beyond[key] = 1
                    continue
            self._kept.append(issue)

    def __iter__(self) -> Iterator[Issue]:
        yield from self._kept
        for key, count in self._beyond.items():
            first = self._alike[key][-1]
            yield Issue(first.severity, first.code, first.sheet, first.cell, "", _others(count), first.action)


def _others(count: int) -> Message:
    return Message.of("{n} sel lain di kolom ini mempunyai pesan yang sama.", n=count)
