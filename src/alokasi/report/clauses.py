"""Uji Pasal on the page: per unit, grouped by status, what is broken first; policy limits apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alokasi.results import Result
from alokasi.rules.verdicts import Verdict, VerdictStatus
from alokasi.texts import Message, wording
from alokasi_models.packs import Ruleset

SIGNS = {
    VerdictStatus.NOT_MET: "✗",
    VerdictStatus.DECISION: "?",
    VerdictStatus.MET: "✓",
    VerdictStatus.WEIGHED: "≈",
    VerdictStatus.NOTE: "i",
    VerdictStatus.NOT_APPLICABLE: "–",
    VerdictStatus.OTHER_LAW: "–",
    VerdictStatus.OUT_OF_REACH: "–",
}

_TITLES = {
    VerdictStatus.NOT_MET: Message.of("Tidak terpenuhi"),
    VerdictStatus.DECISION: Message.of("Perlu keputusan"),
    VerdictStatus.MET: Message.of("Terpenuhi"),
    VerdictStatus.WEIGHED: Message.of("Dipertimbangkan"),
    VerdictStatus.NOTE: Message.of("Keterangan"),
    VerdictStatus.NOT_APPLICABLE: Message.of("Tidak berlaku"),
    VerdictStatus.OTHER_LAW: Message.of("Diatur peraturan lain"),
    VerdictStatus.OUT_OF_REACH: Message.of("Di luar jangkauan program"),
}

_MEANINGS = {
    VerdictStatus.NOT_MET: Message.of("ketentuan wajib yang dilanggar susunan atau data ini"),
    VerdictStatus.DECISION: Message.of("menunggu pejabat, dokumen, atau data yang disebut di kolom terakhir"),
    VerdictStatus.MET: Message.of("ketentuan wajib yang dipenuhi, dengan hitungannya"),
    VerdictStatus.WEIGHED: Message.of("faktor yang ditimbang, dengan angkanya"),
    VerdictStatus.NOTE: Message.of("pengertian dan pilihan yang dibolehkan"),
    VerdictStatus.NOT_APPLICABLE: Message.of("ketentuan untuk pola atau jenis unit lain"),
    VerdictStatus.OTHER_LAW: Message.of("diserahkan kepada peraturan lain"),
    VerdictStatus.OUT_OF_REACH: Message.of(
        "tidak ada data yang dapat dibaca program; tetap kewajiban pejabat"
    ),
}

_OPEN = (VerdictStatus.NOT_MET, VerdictStatus.DECISION)


@dataclass(frozen=True, slots=True)
class InForce:
    """A reading in force: its code, which the register at the end explains, and what it says."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseRow:
    code: str
    anchor: str
    clause: str  # "" for a limit of policy
    statement: str
    key: str  # style of the status
    sign: str
    status: str
    evidence: str
    findings: tuple[str, ...]
    readings: tuple[InForce, ...]
    decided_by: str


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    sign: str
    title: str
    meaning: str
    rows: tuple[ClauseRow, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class UnitClauses:
    name: str
    groups: tuple[Group, ...]
    policies: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    key: str
    sign: str
    title: str
    count: int


def by_unit(result: Result, lang: str) -> tuple[UnitClauses, ...]:
    """Clauses of every audited unit, in the order of the workbook."""
    names = {unit.id: unit.name for unit in result.problem.units}
    units = dict.fromkeys(verdict.unit for verdict in result.audit.verdicts)
    return tuple(
        UnitClauses(
            names.get(unit, unit),
            _groups([v for v in _law(result) if v.unit == unit], result.ruleset, lang),
            tuple(_row(v, result.ruleset, lang) for v in _policy(result) if v.unit == unit),
        )
        for unit in units
    )


def counts(result: Result, lang: str) -> tuple[StatusCount, ...]:
    """How many clauses stand how, over all units; a status nobody has is left out."""
    found = [verdict.status for verdict in _law(result)]
    return tuple(
        StatusCount(_key(status), sign, wording(_TITLES[status], lang), found.count(status))
        for status, sign in SIGNS.items()
        if status in found
    )


def clause_count(result: Result) -> int:
    return len(_law(result))


def _law(result: Result) -> list[Verdict]:
    return [v for v in result.audit.verdicts if v.rule not in result.ruleset.norm.policies]


def _policy(result: Result) -> list[Verdict]:
    return [v for v in result.audit.verdicts if v.rule in result.ruleset.norm.policies]


def _groups(verdicts: Iterable[Verdict], rules: Ruleset, lang: str) -> tuple[Group, ...]:
    rows = [(verdict.status, _row(verdict, rules, lang)) for verdict in verdicts]
    return tuple(
        Group(
            _key(status),
            sign,
            wording(_TITLES[status], lang),
            wording(_MEANINGS[status], lang),
            tuple(row for stands, row in rows if stands is status),
            status in _OPEN,
        )
        for status, sign in SIGNS.items()
        if any(stands is status for stands, _ in rows)
    )


def _row(verdict: Verdict, rules: Ruleset, lang: str) -> ClauseRow:
    policy = verdict.rule in rules.norm.policies
    statement = rules.policy(verdict.rule).statement if policy else rules.rule(verdict.rule).statement
    return ClauseRow(
        code=verdict.rule,
        anchor=f"{verdict.unit}-{verdict.rule}",
        clause="" if policy else rules.rule(verdict.rule).clause,
        statement=statement[lang],
        key=_key(verdict.status),
        sign=SIGNS[verdict.status],
        status=wording(_TITLES[verdict.status], lang),
        evidence=wording(verdict.evidence, lang),
        findings=tuple(wording(finding.text, lang) for finding in verdict.findings),
        readings=tuple(_reading(code, rules, lang) for code in verdict.readings),
        decided_by=wording(verdict.decided_by, lang),
    )


def _reading(code: str, rules: Ruleset, lang: str) -> InForce:
    return InForce(code, dict(rules.pack.readings[code].options)[rules.readings[code]][lang])


def _key(status: VerdictStatus) -> str:
    return str(status).replace(" ", "-")
