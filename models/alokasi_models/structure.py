"""The structure of each planned unit as the solver needs it: pattern, head, seats of teams and their limits.

A pattern is detected from the officials, never assumed: 5.1.1-5.1.9 with reading A22. Limits come from the
pack's rules under the readings A1, A2, A3 and A4; who may coordinate at a seat from A5, A6 and A28. The audit
has its own derivation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from alokasi_models.law import Pattern
from alokasi_models.packs import Ruleset
from alokasi_models.problem import (
    EXPERT_LEVELS,
    Category,
    Coordinator,
    Employee,
    EmployeeStatus,
    Level,
    Official,
    OfficialKind,
    Problem,
    TeamClass,
    Unit,
    UnitKind,
)

OUTSIDE = "luar"  # pattern of a unit outside the nine (A22)
_RANK = {kind: place for place, kind in enumerate(OfficialKind)}  # highest first


class NotPlanned(StrEnum):
    """Why a unit is only checked, not planned."""

    NO = ""
    NOT_SIMPLIFIED = "belum disederhanakan"  # K011
    NO_HEAD = "kepala tidak ditemukan"
    TWO_HEADS = "dua kepala"  # A22 b
    OTHER_HEAD = "kepala di luar pola"  # A22 b: a Pengawas, a PPT Madya, a JF outside patterns 8 and 9
    OTHER_LAW = "diatur peraturan lain"  # patterns 7 to 9 (K048, K050, K052)


@dataclass(frozen=True, slots=True)
class SeatLimit:
    """Internal teams that may sit under an official (kedudukan), and who may coordinate them (usual first).

    `rule` is the clause whose number binds. The limit is 0 where the pattern gives an Administrator no teams.
    """

    official: str
    limit: int
    rule: str
    coordinators: tuple[Coordinator, ...]


@dataclass(frozen=True, slots=True)
class GroupLimit:
    """Internal teams of several seats together (readings A1 `jumlah_unit` and A2 `dihitung_semua`)."""

    officials: tuple[str, ...]
    limit: int
    rule: str


@dataclass(frozen=True, slots=True)
class UnitStructure:
    """What is derived for a planned unit. `pattern` None: no row of the pack fits, and there are no seats."""

    unit: Unit
    pattern: Pattern | None
    declared_differs: bool  # the workbook names another pattern than the one found
    head: Official | None
    seats: tuple[SeatLimit, ...]  # the head's, then the Administrators' in the order of the workbook
    unit_limits: tuple[GroupLimit, ...]
    managers: tuple[Official, ...]  # who may be Project Manager: exactly one keeps the clause (A18)
    optimised: bool
    why_not: NotPlanned

    def seat(self, official: str) -> SeatLimit | None:
        """The seat under this official; None where no internal team may stand there (A27)."""
        return next((seat for seat in self.seats if seat.official == official), None)

    @property
    def most_teams(self) -> int:
        """Most internal teams the seats and the unit's limits allow together."""
        room = {seat.official: seat.limit for seat in self.seats}
        for group in sorted(self.unit_limits, key=lambda limit: len(limit.officials)):
            excess = sum(room[official] for official in group.officials) - group.limit
            for official in group.officials:
                taken = min(room[official], max(excess, 0))
                room[official] -= taken
                excess -= taken
        return sum(room.values())


def structures(problem: Problem, ruleset: Ruleset) -> dict[str, UnitStructure]:
    """The structure of every planned unit, by its id."""
    return {unit.id: _structure(unit, problem, ruleset) for unit in problem.planned}


def own_staff(problem: Problem, official: str) -> frozenset[str]:
    """Employees whose chain of superiors reaches this official, directly or through others (A15)."""
    return staff_by_official(problem).get(official, frozenset())


def staff_by_official(problem: Problem) -> dict[str, frozenset[str]]:
    """Own staff of every official at once. A person stands in the sets of all superiors up the chain."""
    superior = {official.id: official.superior for official in problem.officials}
    staff: dict[str, set[str]] = {official.id: set() for official in problem.officials}
    for employee in problem.employees:
        for official in _chain(employee.superior, superior):
            staff[official].add(employee.id)
    return {official: frozenset(people) for official, people in staff.items()}


def eligible_lead(employee: Employee, ruleset: Ruleset) -> bool:
    """Whether a person may be a ketua: a JF keahlian (K091), of the level A10 asks, PNS where A29 says so.

    A person whose level is blank passes where the lowest level of the clause is the first of the track.
    """
    rule = ruleset.rule("K091")
    if employee.category is not Category(rule.word("category")):
        return False
    if employee.status is EmployeeStatus.PPPK and ruleset.reads("A29", "pns_saja"):
        return False
    lowest = EXPERT_LEVELS.index(Level(rule.word("lowest_level")))
    if employee.level is None:
        return lowest == 0
    return employee.level in EXPERT_LEVELS[lowest:]


def lead_scope(unit: str, ruleset: Ruleset) -> str:
    """Key within which a person leads one team (K101, A9): the same for all units, or the unit.

    Teams of every class count, cross-unit ones included.
    """
    return "" if ruleset.reads("A9", "semua_unit") else unit


def seat_scope(unit: str, seat: str, kind: TeamClass, ruleset: Ruleset) -> tuple[str, str] | None:
    """Key within which a person's teams are counted (K103): the unit, or unit and kedudukan (A7 `tiap_unit`).

    None: the team does not count (cross-unit ones unless A8 says so, cross-agency ones never; K134).
    A guest's seat counts here, in the unit of the team.
    """
    counts = kind is TeamClass.INTERNAL or (kind is TeamClass.CROSS_UNIT and ruleset.reads("A8", "dihitung"))
    if not counts:
        return None
    return (unit, "") if ruleset.reads("A7", "seluruh_unit") else (unit, seat)


def _structure(unit: Unit, problem: Problem, ruleset: Ruleset) -> UnitStructure:
    officials = tuple(official for official in problem.officials if official.unit == unit.id)
    heads = _heads(officials)
    head = heads[0] if len(heads) == 1 else None
    others = tuple(official for official in officials if official is not head)
    pattern = None if head is None else _pattern(unit, head, others, ruleset)
    why_not = _why_not(unit, heads, pattern)
    seats = () if pattern is None or head is None else tuple(_seats(pattern, head, others, problem, ruleset))
    return UnitStructure(
        unit=unit,
        pattern=pattern,
        declared_differs=bool(unit.declared_pattern)
        and (pattern is None or unit.declared_pattern != pattern.pattern),
        head=head,
        seats=seats,
        unit_limits=() if pattern is None else tuple(_unit_limits(pattern, seats, ruleset)),
        managers=() if pattern is None else _managers(pattern, others),
        optimised=not why_not,
        why_not=why_not,
    )


def _heads(officials: tuple[Official, ...]) -> tuple[Official, ...]:
    """Officials with nobody of the unit above them, of the highest kind among them."""
    inside = {official.id for official in officials}
    top = tuple(official for official in officials if official.superior not in inside)
    highest = min((_RANK[official.kind] for official in top), default=0)
    return tuple(official for official in top if _RANK[official.kind] == highest)


def _pattern(unit: Unit, head: Official, others: tuple[Official, ...], ruleset: Ruleset) -> Pattern | None:
    """The row of the pack that fits; a row outside the nine only where none of the nine does."""
    fitting = [row for row in ruleset.pack.patterns if _fits(row, unit, head, others)]
    within = [row for row in fitting if row.pattern != OUTSIDE]
    return next(iter(within or fitting), None)


def _fits(row: Pattern, unit: Unit, head: Official, others: tuple[Official, ...]) -> bool:
    administrators = sum(official.kind is OfficialKind.ADMINISTRATOR for official in others)
    pengawas = sum(official.kind is OfficialKind.PENGAWAS for official in others)
    # An Administrator who heads the unit leaves no place for others beside (5.1.6).
    stated = 0 if row.head is OfficialKind.ADMINISTRATOR else row.administrators
    higher = any(official.kind in (OfficialKind.MADYA, OfficialKind.PRATAMA) for official in others)
    return (
        row.head is head.kind
        and row.kind in (None, unit.kind)
        and row.scope == unit.scope
        and (row.pattern == OUTSIDE or not higher)
        and stated in (None, administrators)
        and row.pengawas in (None, pengawas)
        and (row.pengawas_most is None or pengawas <= row.pengawas_most)
    )


def _why_not(unit: Unit, heads: tuple[Official, ...], pattern: Pattern | None) -> NotPlanned:
    if not unit.simplified:
        return NotPlanned.NOT_SIMPLIFIED
    if not heads:
        return NotPlanned.NO_HEAD
    if len(heads) > 1:
        return NotPlanned.TWO_HEADS
    if pattern is None:
        return NotPlanned.OTHER_HEAD
    return NotPlanned.NO if pattern.optimised else NotPlanned.OTHER_LAW


def _seats(
    pattern: Pattern, head: Official, others: tuple[Official, ...], problem: Problem, ruleset: Ruleset
) -> Iterable[SeatLimit]:
    if pattern.direct_cap:
        limit = ruleset.rule(pattern.direct_cap).number("limit")
        yield SeatLimit(head.id, limit, pattern.direct_cap, _head_coordinators(head, others, ruleset))
    if not pattern.administrator_cap:
        return
    above_pengawas = _above_pengawas(problem)
    for official in others:
        if official.kind is OfficialKind.ADMINISTRATOR:
            rule, limit = _administrator_limit(pattern, official.id in above_pengawas, ruleset)
            yield SeatLimit(official.id, limit, rule, _administrator_coordinators(ruleset))


def _administrator_limit(pattern: Pattern, over_pengawas: bool, ruleset: Ruleset) -> tuple[str, int]:
    """Clause and number for one Administrator: A4 in pattern 3, A3 where 5.1 and 5.2.1 differ in a UPT."""
    limit = ruleset.rule(pattern.administrator_cap).number("limit")
    if not pattern.strict_cap:
        return pattern.administrator_cap, limit
    without_teams = pattern.administrator_without_pengawas_only and over_pengawas
    later_number = pattern.kind is UnitKind.UPT and ruleset.reads("A3", "empat")
    if without_teams:
        strict = ruleset.rule(pattern.strict_cap).number("limit_with_pengawas")
    elif later_number:
        strict = limit
    else:
        strict = ruleset.rule(pattern.strict_cap).number("limit")
    return (pattern.strict_cap, strict) if strict < limit else (pattern.administrator_cap, limit)


def _head_coordinators(
    head: Official, others: tuple[Official, ...], ruleset: Ruleset
) -> tuple[Coordinator, ...]:
    """A ketua; also an Administrator of the unit under A6 `boleh`, or A28 where one is the head (K087)."""
    if head.kind is OfficialKind.ADMINISTRATOR:
        allowed = ruleset.reads("A28", "administrator_boleh")
    else:
        present = any(official.kind is OfficialKind.ADMINISTRATOR for official in others)
        allowed = present and ruleset.reads("A6", "boleh")
    return (Coordinator.LEAD, Coordinator.ADMINISTRATOR) if allowed else (Coordinator.LEAD,)


def _administrator_coordinators(ruleset: Ruleset) -> tuple[Coordinator, ...]:
    """The Administrator (K084, K086, A5); also a ketua under A6 `boleh`."""
    if ruleset.reads("A6", "boleh"):
        return (Coordinator.ADMINISTRATOR, Coordinator.LEAD)
    return (Coordinator.ADMINISTRATOR,)


def _unit_limits(pattern: Pattern, seats: tuple[SeatLimit, ...], ruleset: Ruleset) -> Iterable[GroupLimit]:
    officials = tuple(seat.official for seat in seats)
    below = officials[1:] if pattern.direct_cap else officials
    if len(below) > 1 and ruleset.reads("A1", "jumlah_unit"):
        rule, limit = _administrator_limit(pattern, False, ruleset)
        yield GroupLimit(below, limit, rule)
    if below and pattern.direct_cap and ruleset.reads("A2", "dihitung_semua"):
        yield GroupLimit(officials, ruleset.rule(pattern.direct_cap).number("limit"), pattern.direct_cap)


def _managers(pattern: Pattern, others: tuple[Official, ...]) -> tuple[Official, ...]:
    """Who fits the Project Manager's place; outside the nine an Administrator or Pengawas who plans."""
    kinds = (
        (OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS) if pattern.manager is None else (pattern.manager,)
    )
    plans = pattern.manager_plans or pattern.manager is None
    if not pattern.manager_rule:
        return ()
    return tuple(o for o in others if o.kind in kinds and (o.planning or not plans))


def _above_pengawas(problem: Problem) -> frozenset[str]:
    superior = {official.id: official.superior for official in problem.officials}
    return frozenset(
        above
        for official in problem.officials
        if official.kind is OfficialKind.PENGAWAS
        for above in _chain(official.superior, superior)
    )


def _chain(official: str, superior: dict[str, str]) -> Iterable[str]:
    """This official and those above, each once (a circle in the data ends the chain)."""
    seen: set[str] = set()
    while official in superior and official not in seen:
        seen.add(official)
        yield official
        official = superior[official]
