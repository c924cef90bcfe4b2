"""Where an audit differs from what the authors of a worked case say."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from case_notation import Case

from alokasi.rules import Audit, Verdict
from alokasi.texts import wording


def faults(case: Case, found: Audit) -> list[str]:
    """Statuses, ids named or not, and words of evidence or findings that are not as written; empty where all are."""
    verdicts = [found.verdict(clause) for clause in case.expected]
    said = " ".join(text for verdict in verdicts for text in sentences(verdict))
    named = {id for verdict in verdicts for finding in verdict.findings for id in finding.ids}
    return [*_statuses(case, verdicts), *_names(case, named), *_words(case, said)]


def sentences(verdict: Verdict) -> list[str]:
    return [wording(verdict.evidence), *(wording(finding.text) for finding in verdict.findings)]


def _statuses(case: Case, verdicts: list[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        if str(verdict.status) != case.expected[verdict.rule]:
            yield f"{verdict.rule} {verdict.status}, not {case.expected[verdict.rule]}: {sentences(verdict)}"


def _names(case: Case, named: Collection[str]) -> Iterator[str]:
    for id in case.fields.get("menyebut", []):
        if id not in named:
            yield f"{id} is not named"
    for id in case.fields.get("tidak_menyebut", []):
        if id in named:
            yield f"{id} is named"


def _words(case: Case, said: str) -> Iterator[str]:
    for words in case.fields.get("bukti", []):
        if words not in said:
            yield f"{words!r} is not said in {said!r}"
    for words in case.fields.get("bukan_bukti", []):
        if words in said:
            yield f"{words!r} is said in {said!r}"
