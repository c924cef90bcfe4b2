"""One workbook prepared for the model: team slots, who may sit where, which team may own which package."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from alokasi_models.aims import Aims, aims
from alokasi_models.cpsat.watched import Watch, unwatched
from alokasi_models.eligibility import Eligibility, eligibility, may_be_individual, must_form
from alokasi_models.packs import Ruleset
from alokasi_models.problem import (
    Coordinator,
    LockKind,
    Problem,
    SeatRole,
    Team,
    TeamClass,
    WorkForm,
    WorkPackage,
)
from alokasi_models.structure import UnitStructure


@dataclass(frozen=True, slots=True)
class TeamSlot:
    """A team that may be formed: one of the workbook, or one the solver designs (`designed`).

    `min_size`, `max_size`: anggota_min and anggota_maks, persons; the smallest lawful team is K003's affair.
    """

    id: str
    name: str
    unit: str
    seat: str
    coordinator: Coordinator
    kind: TeamClass
    must: bool
    designed: bool
    min_size: int
    max_size: int


@dataclass(frozen=True, slots=True)
class Instance:
    """Everything below is sorted by id, so that the same workbook gives the same model whatever its row order.

    members, leads  slot -> people who may be Ketua or Anggota, and Ketua
    owners          package -> slots that may own it
    alone           package -> people who may hold it individually (empty: it goes to a team)
    workers         package -> people who may work on it
    people          everybody who may have a seat or work
    advice          employee -> minutes of advice by lock, in all teams together
    advisers        (employee, team) -> minutes of advice there
    watch           called now and then by whatever builds models of it
    """

    problem: Problem
    ruleset: Ruleset
    aims: Aims
    slots: tuple[TeamSlot, ...]
    members: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    workers: Mapping[str, frozenset[str]]
    people: tuple[str, ...]
    advice: Counter[str]
    advisers: Mapping[tuple[str, str], int]
    _slots: Mapping[str, TeamSlot]
    watch: Watch = field(default=unwatched, compare=False)

    @property
    def who(self) -> Eligibility:
        return self.aims.eligibility

    def slot(self, id: str) -> TeamSlot:
        """KeyError for a team that is no slot."""
        return self._slots[id]


def instance(problem: Problem, ruleset: Ruleset, without: str = "", watch: Watch = unwatched) -> Instance:
    """Prepare a workbook. Units that are not planned have no slots and no packages in it.

    `without`: as for `eligibility`. `watch` may raise, to end the building of a model.
    """
    prepared = aims(problem, ruleset, eligibility(problem, ruleset, without))
    who = prepared.eligibility
    slots = tuple(sorted(_slots(problem, prepared), key=lambda slot: slot.id))
    packages = [prepared.packages[id] for id in sorted(prepared.packages)]
    advice: Counter[str] = Counter()
    advisers: Counter[tuple[str, str]] = Counter()
    for lock in sorted(problem.locks, key=lambda lock: (lock.employee, lock.team)):
        if lock.kind is LockKind.ADVISER and who.effective.get(lock.employee, 0) > 0:
            advice[lock.employee] += lock.minutes or 0
            advisers[lock.employee, lock.team] += lock.minutes or 0
    members = {slot.id: tuple(sorted(who.members(slot))) for slot in slots}
    alone = {p.id: tuple(sorted(who.holders(p))) if may_be_individual(p) else () for p in packages}
    return Instance(
        problem=problem,
        ruleset=ruleset,
        aims=prepared,
        slots=slots,
        members=members,
        leads={slot.id: tuple(sorted(who.leads(slot))) if who.lead_count(slot)[1] else () for slot in slots},
        owners={p.id: tuple(slot.id for slot in slots if who.may_own(p, slot)) for p in packages},
        alone=alone,
        workers=_workers(problem, packages, who),
        people=tuple(sorted(set(prepared.people).union(*members.values(), *alone.values()))),
        advice=advice,
        advisers=advisers,
        _slots={slot.id: slot for slot in slots},
        watch=watch,
    )


def _workers(
    problem: Problem, packages: Iterable[WorkPackage], who: Eligibility
) -> dict[str, frozenset[str]]:
    """Who may work on each package; nobody else where locks `jam` already give all of it away."""
    locked: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for lock in problem.locks:
        if lock.kind is LockKind.HOURS:
            locked[lock.package][lock.employee] += lock.minutes or 0
    workers = {}
    for package in packages:
        able, given = who.workers(package), locked[package.id]
        workers[package.id] = able.intersection(given) if given.total() >= package.minutes > 0 else able
    return workers


def _slots(problem: Problem, prepared: Aims) -> Iterator[TeamSlot]:
    must = must_form(problem)
    for team in problem.teams:
        if team.unit in prepared.scope:
            yield TeamSlot(
                id=team.id,
                name=team.name,
                unit=team.unit,
                seat=team.seat,
                coordinator=team.coordinator,
                kind=team.kind,
                must=team.id in must,
                designed=False,
                min_size=team.min_size or 0,
                max_size=team.max_size if team.max_size is not None else len(problem.employees),
            )
    for unit in sorted(prepared.scope):
        if any(
            not p.team and p.form is not WorkForm.INDIVIDUAL
            for p in prepared.packages.values()
            if p.unit == unit
        ):
            yield from _designed(problem, prepared.eligibility.structures[unit])


def _designed(problem: Problem, structure: UnitStructure) -> Iterator[TeamSlot]:
    """Free slots of a unit's seats. Codes of the decree in force come first, so that a team may continue one."""
    taken = {team.id for team in problem.teams}
    for place, seat in enumerate(structure.seats):
        used = sum(_sits(team, structure.unit.id, seat.official) for team in problem.teams)
        old = sorted(
            {
                row.team
                for row in problem.current
                if row.seat == seat.official
                and row.kind is TeamClass.INTERNAL
                and row.role is not SeatRole.ADVISER
            }
            - taken
        )
        known = taken.union(old)  # a decree may hold teams that were designed before
        new = (f"{structure.unit.id}-T{place}{n:02d}" for n in range(1, seat.limit + len(known) + 1))
        codes = [*old, *(code for code in new if code not in known)][: max(0, seat.limit - used)]
        taken |= set(codes)
        for code in codes:
            yield TeamSlot(
                id=code,
                name="",
                unit=structure.unit.id,
                seat=seat.official,
                coordinator=seat.coordinators[0],
                kind=TeamClass.INTERNAL,
                must=False,
                designed=True,
                min_size=0,
                max_size=len(problem.employees),
            )


def _sits(team: Team, unit: str, official: str) -> bool:
    return team.unit == unit and team.seat == official and team.kind is TeamClass.INTERNAL
