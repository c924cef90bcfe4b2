"""What the audit says: a verdict per clause and unit, with counted evidence and names (rules 6.0)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alokasi.texts import Message
from alokasi_models.packs import Pack

NOBODY = Message("")


class VerdictStatus(StrEnum):
    MET = "terpenuhi"
    NOT_MET = "tidak terpenuhi"
    DECISION = "perlu keputusan"
    WEIGHED = "dipertimbangkan"
    NOTE = "keterangan"
    NOT_APPLICABLE = "tidak berlaku"
    OTHER_LAW = "diatur peraturan lain"
    OUT_OF_REACH = "di luar jangkauan program"


@dataclass(frozen=True, slots=True)
class Finding:
    """One counted fact behind a verdict: what, how much against which limit, and the ids it names."""

    text: Message
    ids: tuple[str, ...] = ()  # employee, team, package, official ids
    found: int | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a clause (K..) or a policy limit (P..) for one unit."""

    unit: str
    rule: str
    status: VerdictStatus
    evidence: Message  # one counted sentence
    findings: tuple[Finding, ...] = ()  # the details: every breach or open point
    readings: tuple[str, ...] = ()  # readings in force that this verdict rests on
    decided_by: Message = NOBODY  # who must decide or act


@dataclass(frozen=True, slots=True)
class Audit:
    """Verdicts in the order of the pack, law first, then policy, for each planned unit."""

    on: date  # audit date: deadlines are judged against it
    verdicts: tuple[Verdict, ...]

    @property
    def broken(self) -> tuple[Verdict, ...]:
        """Clauses `tidak terpenuhi` (law only, no policy)."""
        return tuple(v for v in self.verdicts if v.status is VerdictStatus.NOT_MET and v.rule.startswith("K"))

    def verdict(self, rule: str, unit: str | None = None) -> Verdict:
        """Of one clause or limit, for one unit (by default the first). KeyError where there is none."""
        for found in self.verdicts:
            if found.rule == rule and unit in (None, found.unit):
                return found
        raise KeyError((rule, unit))

    def findings_once(self, pack: Pack) -> tuple[tuple[Verdict, ...], ...]:
        """Broken clauses per unit; rows that state the same limit (`same_as`) stand together as one finding."""
        groups: dict[tuple[str, frozenset[str]], list[Verdict]] = {}
        for verdict in self.broken:
            groups.setdefault((verdict.unit, pack.linked(verdict.rule)), []).append(verdict)
        return tuple(tuple(group) for group in groups.values())
