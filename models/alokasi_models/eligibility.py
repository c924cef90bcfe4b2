"""Who may sit where, lead what and do which work, and how many minutes each person has.

Shared by whatever builds a plan; an audit derives its own. `eligibility(problem, ruleset)` indexes the
workbook once, every question after it is a look-up. Only people with effective time above 0 appear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol, TypeVar

from alokasi_models.packs import Ruleset
from alokasi_models.problem import (
    EXPERT_LEVELS,
    SKILL_LEVELS,
    Category,
    Coordinator,
    Employee,
    Level,
    Loan,
    LockKind,
    OfficialKind,
    Problem,
    TeamClass,
    TeamStatus,
    WorkForm,
    WorkPackage,
)
from alokasi_models.structure import UnitStructure, eligible_lead, staff_by_official, structures
from alokasi_models.workload import capacities, guests, lent_away

NARROWING = frozenset({"A30", "K025", "K091", "K097", "K101", "K122", "K135", "P01", "P03"})
"""Clauses, policy limits and readings that narrow what is told here: `eligibility` can leave one of them out."""

_LEAD_RULES = {"K091": TeamClass.INTERNAL, "K135": TeamClass.CROSS_UNIT}
_JOINING = (LockKind.MEMBER, LockKind.LEAD)
_NOBODY: frozenset[str] = frozenset()
_Key = TypeVar("_Key", str, tuple[str, str])


class Slot(Protocol):
    """A team as far as membership depends on it: `problem.Team`, `plan.FormedTeam` or a solver's own slot."""

    @property
    def id(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def seat(self) -> str: ...
    @property
    def coordinator(self) -> Coordinator: ...
    @property
    def kind(self) -> TeamClass: ...


@dataclass(frozen=True, slots=True)
class LoanLimit:
    """A person's minutes in the teams of `host` (all of them where `team` is blank) are at most `minutes`."""

    employee: str
    host: str
    team: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Answers about one workbook. Minutes are whole minutes a year.

    effective   employee -> jam_efektif
    maximum     employee -> most minutes of work in this workbook: P01 per cent of `effective`, rounded down,
                less what is reserved for units outside it; of a guest no more than the loans give
    duty        employee -> minutes the lead's roles take (P03), rounded up
    share       employee -> least minutes of a membership (P02), rounded up
    guests      employees of home units: no target load, no individual work (K122)
    pool        unit -> own people for internal teams and individual work; those directly under a PPT Madya
                are in no pool (A24)
    loan_limits granted loans with jam_maks into planned units
    """

    structures: Mapping[str, UnitStructure]
    effective: Mapping[str, int]
    maximum: Mapping[str, int]
    duty: Mapping[str, int]
    share: Mapping[str, int]
    guests: frozenset[str]
    pool: Mapping[str, frozenset[str]]
    loan_limits: tuple[LoanLimit, ...]
    _unit_people: Mapping[str, frozenset[str]]
    _own_staff: Mapping[str, frozenset[str]]
    _direct_staff: Mapping[str, frozenset[str]]
    _loaned: Mapping[tuple[str, str], frozenset[str]]  # (host, team or "") -> people
    _locked_in: Mapping[str, frozenset[str]]  # team -> members and leads by lock
    _locked_out: Mapping[str, frozenset[str]]  # team ("": any) -> not members
    _not_leads: Mapping[str, frozenset[str]]  # team ("": any) -> not leads
    _may_lead: frozenset[str]
    _free_to_lead: frozenset[str]  # whatever their category and level
    _led_by_anybody: TeamClass | None  # kind of team whose clause on the ketua is left out
    _workers: Mapping[tuple[Category | None, Level | None], frozenset[str]]
    _advisers: frozenset[str]
    _own_staff_only: bool  # A15
    _direct_staff_only: bool  # A30
    _held_inside_only: bool  # K122
    _lead_beside_administrator: bool  # A6

    def members(self, team: Slot) -> frozenset[str]:
        """Who may be Ketua or Anggota of the team.

        Under the head: the unit's pool (A30: or the head's direct staff). Under an Administrator: own staff
        (A15), and whom a lock names there, an assignment by the head. In a cross-unit team: anybody of the
        unit. With them everybody lent to the unit or the team with both consents (K097). Locks
        `bukan anggota` are taken out, and so is who advises the team from outside (K126), unless another
        lock gives them its work as well.
        """
        own = self._own(team)
        loaned = self._loaned.get((team.unit, ""), _NOBODY) | self._loaned.get((team.unit, team.id), _NOBODY)
        out = self._locked_out.get("", _NOBODY) | self._locked_out.get(team.id, _NOBODY)
        return (own | loaned) - out

    def leads(self, team: Slot) -> frozenset[str]:
        """Who may be Ketua: members who are JF keahlian (K091, A10, A29), free of `bukan ketua` and of a lead
        elsewhere (ketua_di_luar, A9). Whether the team has a ketua at all: `lead_count`.
        """
        out = self._not_leads.get("", _NOBODY) | self._not_leads.get(team.id, _NOBODY)
        able = self._free_to_lead if team.kind is self._led_by_anybody else self._may_lead
        return (self.members(team) & able) - out

    def lead_count(self, team: Slot) -> tuple[int, int]:
        """Fewest and most Ketua: exactly one, or none beside an Administrator (A6 `boleh`: 0 or 1)."""
        if team.coordinator is Coordinator.LEAD:
            return 1, 1
        return 0, int(self._lead_beside_administrator)

    def advisers(self, team: Slot) -> frozenset[str]:
        """Who may advise the team: an Ahli Utama of the same unit (K126)."""
        return self._advisers & self._unit_people.get(team.unit, _NOBODY)

    def workers(self, package: WorkPackage) -> frozenset[str]:
        """Who may do the work: its kategori_jabatan and jenjang_minimum, within the level's own track.

        In a team only members among them work on it. Competence is never a filter.
        """
        return self._workers[(package.category, package.minimum_level)]

    def holders(self, package: WorkPackage) -> frozenset[str]:
        """Who may hold it as individual work: workers of the unit's own pool (K122)."""
        if not self._held_inside_only:
            return self.workers(package)
        return self.workers(package) & self.pool.get(package.unit, _NOBODY)

    def may_own(self, package: WorkPackage, team: Slot) -> bool:
        """Whether the team may carry the package: its kode_tim, else any internal team of its unit."""
        if package.form is WorkForm.INDIVIDUAL:
            return False
        if package.team:
            return package.team == team.id
        return team.unit == package.unit and team.kind is TeamClass.INTERNAL

    def _own(self, team: Slot) -> frozenset[str]:
        if team.kind is not TeamClass.INTERNAL:
            return self._unit_people.get(team.unit, _NOBODY)
        pool = self.pool.get(team.unit, _NOBODY)
        structure = self.structures.get(team.unit)
        under_head = structure is None or structure.head is None or team.seat == structure.head.id
        if under_head and not self._direct_staff_only:
            return pool
        if not under_head and not self._own_staff_only:
            return pool
        staff = self._direct_staff if under_head else self._own_staff
        named = self._locked_in.get(team.id, _NOBODY)
        return pool & (staff.get(team.seat, _NOBODY) | named)


def may_be_individual(package: WorkPackage) -> bool:
    """Whether the package may be held by one person outside any team (bentuk `individu` or `bebas`)."""
    return package.form is WorkForm.INDIVIDUAL or (package.form is WorkForm.FREE and not package.team)


def must_form(problem: Problem) -> frozenset[str]:
    """Teams that cannot stay unused: `tetap`, named by a package, or by a lock that seats somebody."""
    owner = {p.id: p.team for p in problem.packages if p.team and p.form is not WorkForm.INDIVIDUAL}
    seating = (LockKind.MEMBER, LockKind.LEAD, LockKind.ADVISER)
    return frozenset(
        {team.id for team in problem.teams if team.status is TeamStatus.FIXED}
        | set(owner.values())
        | {lock.team for lock in problem.locks if lock.kind in seating and lock.team}
    )


def eligibility(problem: Problem, ruleset: Ruleset, without: str = "") -> Eligibility:
    """Index the workbook. Costs one pass over each sheet.

    `without`: one of `NARROWING` left out, to learn whether it is what stands in the way of a plan.
    """
    effective = capacities(problem, ruleset.norm)
    present = tuple(e for e in problem.employees if effective[e.id] > 0)
    home = guests(problem)
    granted = tuple(
        loan for loan in problem.loans if (loan.granted or without == "K097") and effective[loan.employee] > 0
    )
    madya = {o.id for o in problem.officials if o.kind is OfficialKind.MADYA}
    led_once = without != "K101" and not ruleset.reads("A9", "per_unit")
    free_to_lead = frozenset(e.id for e in present if not (led_once and e.leads_elsewhere))
    adviser_level = Level(ruleset.rule("K126").word("level"))
    return Eligibility(
        structures=structures(problem, ruleset),
        effective=effective,
        maximum=_maximum(problem, _most(problem, ruleset, effective, without), home, granted),
        duty={
            id: 0 if without == "P03" else _at_least(minutes, ruleset.policy("P03").value)
            for id, minutes in effective.items()
        },
        share={id: _at_least(minutes, ruleset.policy("P02").value) for id, minutes in effective.items()},
        guests=home,
        pool=_grouped((e.unit, e.id) for e in present if e.superior not in madya),
        loan_limits=_loan_limits(problem, granted),
        _unit_people=_grouped((e.unit, e.id) for e in present),
        _own_staff=staff_by_official(problem),
        _direct_staff=_grouped((e.superior, e.id) for e in present),
        _loaned=_grouped(((loan.host, loan.team), loan.employee) for loan in granted),
        _locked_in=_locked(problem, *_JOINING),
        _locked_out=_locked_out(problem),
        _not_leads=_locked(problem, LockKind.NOT_LEAD),
        _may_lead=frozenset(e.id for e in present if eligible_lead(e, ruleset)) & free_to_lead,
        _free_to_lead=free_to_lead,
        _led_by_anybody=_LEAD_RULES.get(without),
        _workers=_workers(problem, present),
        _advisers=frozenset(e.id for e in present if e.level is adviser_level),
        _own_staff_only=without != "K025" and ruleset.reads("A15", "staf_sendiri"),
        _direct_staff_only=without != "A30" and ruleset.reads("A30", "staf_langsung"),
        _held_inside_only=without != "K122",
        _lead_beside_administrator=ruleset.reads("A6", "boleh"),
    )


def _most(problem: Problem, ruleset: Ruleset, effective: Mapping[str, int], without: str) -> dict[str, int]:
    """P01 of everybody's effective time; without it room for all the work there is."""
    if without == "P01":
        everything = sum(package.minutes for package in problem.packages)
        everything += sum(lock.minutes or 0 for lock in problem.locks)
        return {id: minutes + everything for id, minutes in effective.items()}
    share = ruleset.policy("P01").value
    return {id: _at_most(minutes, share) for id, minutes in effective.items()}


def _maximum(
    problem: Problem, most: Mapping[str, int], home: frozenset[str], granted: tuple[Loan, ...]
) -> dict[str, int]:
    reserved = lent_away(problem)
    lent: dict[str, int] = {}
    for loan in granted:
        if loan.employee in home:
            given = most[loan.employee] if loan.max_minutes is None else loan.max_minutes
            lent[loan.employee] = lent.get(loan.employee, 0) + given
    return {
        id: max(0, min(minutes, lent.get(id, 0)) if id in home else minutes - reserved.get(id, 0))
        for id, minutes in most.items()
    }


def _loan_limits(problem: Problem, granted: tuple[Loan, ...]) -> tuple[LoanLimit, ...]:
    planned = {unit.id for unit in problem.planned}
    return tuple(
        LoanLimit(loan.employee, loan.host, loan.team, loan.max_minutes)
        for loan in granted
        if loan.host in planned and loan.max_minutes is not None
    )


def _workers(
    problem: Problem, present: tuple[Employee, ...]
) -> dict[tuple[Category | None, Level | None], frozenset[str]]:
    asked = {(package.category, package.minimum_level) for package in problem.packages}
    return {
        (category, level): frozenset(
            e.id
            for e in present
            if (category is None or e.category is category) and (level is None or _reaches(e.level, level))
        )
        for category, level in asked
    }


def _reaches(held: Level | None, minimum: Level) -> bool:
    """Levels of another track do not compare."""
    track = EXPERT_LEVELS if minimum in EXPERT_LEVELS else SKILL_LEVELS
    return held in track[track.index(minimum) :]


def _locked(problem: Problem, *kinds: LockKind) -> dict[str, frozenset[str]]:
    return _grouped((lock.team, lock.employee) for lock in problem.locks if lock.kind in kinds)


def _locked_out(problem: Problem) -> dict[str, frozenset[str]]:
    """Team ("": any) -> who may not be a member: by `bukan anggota`, or as an adviser without work of the team."""
    owner = {package.id: package.team for package in problem.packages}
    inside = {(lock.team, lock.employee) for lock in problem.locks if lock.kind in _JOINING}
    inside |= {
        (owner.get(lock.package, ""), lock.employee)
        for lock in problem.locks
        if lock.kind is LockKind.HOURS and lock.minutes
    }
    barred = {(lock.team, lock.employee) for lock in problem.locks if lock.kind is LockKind.NOT_MEMBER}
    advised = {(lock.team, lock.employee) for lock in problem.locks if lock.kind is LockKind.ADVISER}
    return _grouped(barred | (advised - inside))


def _grouped(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, frozenset[str]]:
    groups: defaultdict[_Key, set[str]] = defaultdict(set)
    for key, id in pairs:
        groups[key].add(id)
    return {key: frozenset(ids) for key, ids in groups.items()}


def _at_least(minutes: int, percent: Decimal) -> int:
    return int((minutes * percent / 100).quantize(Decimal(1), rounding=ROUND_CEILING))


def _at_most(minutes: int, percent: Decimal) -> int:
    return int((minutes * percent / 100).quantize(Decimal(1), rounding=ROUND_FLOOR))
