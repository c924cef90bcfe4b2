"""What the audit says: a verdict per clause and unit, with counted evidence and names (rules 6.0)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alokasi.texts import Message


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
    decided_by: Message = Message("")  # who must decide or act


@dataclass(frozen=True, slots=True)
class Audit:
    """Verdicts in the order of the pack, law first, then policy, for each planned unit."""

    on: date  # audit date: deadlines are judged against it
    verdicts: tuple[Verdict, ...]

    @property
    def broken(self) -> tuple[Verdict, ...]:
        """Clauses `tidak terpenuhi` (law only, no policy)."""
        return tuple(v for v in self.verdicts if v.status is VerdictStatus.NOT_MET and v.rule.startswith("K"))
