"""The numbers of the objective that depend on the workbook and the profile, not on the plan; all are whole.

`score.py` and the solver's objective take every coefficient from here, so that both mean the same. Minutes
are minutes a year. "In scope" is a unit the solver plans (`UnitStructure.optimised`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alokasi_models.decree import seats_in_force, workbook_continues
from alokasi_models.eligibility import Eligibility, Slot, eligibility
from alokasi_models.fit import Fits, alternatives, fits
from alokasi_models.packs import Ruleset
from alokasi_models.problem import (
    Lock,
    LockKind,
    Need,
    NeedKind,
    Problem,
    SeatRole,
    Team,
    TeamClass,
    WorkPackage,
)
from alokasi_models.workload import lent_away

Requirement = tuple[tuple[str, int], ...]  # alternatives (competence, level), sorted


@dataclass(frozen=True, slots=True)
class Step:
    """A convex step: each minute above `above` (minutes, or per cent of capacity) costs `slope` more."""

    above: int
    slope: int


@dataclass(frozen=True, slots=True)
class Aims:
    """Coefficients of one workbook.

    scope         units that are planned
    packages      work in scope, by id
    units         every employee -> unit
    people        own people in scope with time (no guests, nobody directly under a PPT Madya)
    base          employee -> minutes that count as capacity: jam_efektif less time reserved outside the
                  workbook; of a guest no more than the loans give
    target        own person -> minutes balance pulls to: base x min(demand, capacity) / capacity of the unit,
                  rounded down; demand = all packages of the unit, capacity = base of its `people`
    load_steps    own person -> steps in minutes: base x per cent, rounded down
    team_steps    own person -> steps in minutes: target x per cent, rounded down
    unmet_percent per cent of a team's demand that may stay unmet at no price in isi_tim
    priority      package -> weight of a minute unmet
    required      package -> (requirement, headcount) of its needs `wajib`; empty for all where nobody in the
                  workbook has a competence level, because then nothing can be judged
    holders       requirement -> people who meet it: any alternative at its level
    home_seat     own person -> nearest official up the chain with a seat for teams, else the head
    before        (employee, old team) -> role in the decree in force, people who are gone included
    wishes        locks `harap`
    careers       own person with arah_karier -> packages of that rumpun or competence
    career_least  own person -> minutes on them that count as serving: P02 of jam_efektif, at least 1
    """

    eligibility: Eligibility
    fits: Fits
    scope: frozenset[str]
    packages: Mapping[str, WorkPackage]
    units: Mapping[str, str]
    people: tuple[str, ...]
    base: Mapping[str, int]
    target: Mapping[str, int]
    load_steps: Mapping[str, tuple[Step, ...]]
    team_steps: Mapping[str, tuple[Step, ...]]
    unmet_percent: int
    priority: Mapping[str, int]
    required: Mapping[str, tuple[tuple[Requirement, int], ...]]
    holders: Mapping[Requirement, frozenset[str]]
    home_seat: Mapping[str, str]
    before: Mapping[tuple[str, str], SeatRole]
    wishes: tuple[Lock, ...]
    careers: Mapping[str, frozenset[str]]
    career_least: Mapping[str, int]
    most_teams_preferred: int  # P05
    _continued: Mapping[str, str]
    _smallest: int  # P04
    _largest: Mapping[str, int]  # unit -> P04A or what many staff and few lawful teams make of it
    _teams: Mapping[str, Team]
    _owner_unit: Mapping[str, str]

    def continued(self, team: str) -> str:
        """The team of the decree in force that a team stands for in `perubahan`; itself where it is new.

        Known before any plan: the same code; else, for a team of the workbook, the old team that holds most
        minutes of its packages (kode_tim against kode_tim_berjalan). A team the solver designs continues an
        old one only by taking its code, so slots meant to continue one should carry that code.
        """
        return self._continued.get(team, team)

    def owner_unit(self, team: Slot) -> str:
        """Unit that owns the performance (A12): of an internal team its own; else the unit with most minutes
        of the packages whose kode_tim it is.
        """
        if team.kind is TeamClass.INTERNAL:
            return team.unit
        return self._owner_unit.get(team.id, team.unit)

    def lead_cost(self, employee: str, package: str) -> int:
        """Hours the lead does not master: hours of the package x (100 - mastery) / 100, rounded half up."""
        return (self.hours(package) * (100 - self.fits.mastery(employee, package)) + 50) // 100

    def hours(self, package: str) -> int:
        """Hours of the package, rounded half up."""
        return (self.packages[package].minutes + 30) // 60

    def preferred_size(self, team: Slot) -> tuple[int, int]:
        """Smallest and largest preferred number of Ketua and Anggota: P04 and P04A, less and more where the
        workbook's anggota_maks and anggota_min ask it.
        """
        smallest, largest = self._smallest, self._largest.get(team.unit, self._smallest)
        stated = self._teams.get(team.id)
        if stated is not None:
            smallest = min(smallest, smallest if stated.max_size is None else stated.max_size)
            largest = max(largest, stated.min_size or 0)
        return smallest, largest


def aims(problem: Problem, ruleset: Ruleset, who: Eligibility | None = None) -> Aims:
    """Derive the coefficients; `who` spares a second indexing."""
    who = who or eligibility(problem, ruleset)
    scope = frozenset(id for id, structure in who.structures.items() if structure.optimised)
    packages = {p.id: p for p in problem.packages if p.unit in scope}
    reserved = lent_away(problem)
    base = {
        id: min(minutes, who.maximum[id]) if id in who.guests else max(0, minutes - reserved.get(id, 0))
        for id, minutes in who.effective.items()
    }
    people = tuple(sorted(id for unit in scope for id in who.pool.get(unit, ())))
    units = {e.id: e.unit for e in problem.employees}
    demand: Counter[str] = Counter()
    capacity: Counter[str] = Counter()
    for package in packages.values():
        demand[package.unit] += package.minutes
    for id in people:
        capacity[units[id]] += base[id]
    reached = {unit: min(demand[unit], capacity[unit]) for unit in scope}
    target = {
        id: base[id] * reached[units[id]] // capacity[units[id]] if capacity[units[id]] else 0
        for id in people
    }
    parameters = ruleset.profile.parameters
    required = _required(problem, packages)
    scores = fits(problem, ruleset)
    continued = workbook_continues(problem)
    return Aims(
        eligibility=who,
        fits=scores,
        scope=scope,
        packages=packages,
        units=units,
        people=people,
        base=base,
        target=target,
        load_steps={
            id: tuple(Step(base[id] * above // 100, slope) for above, slope in parameters["load_steps"])
            for id in people
        },
        team_steps={
            id: tuple(Step(target[id] * above // 100, slope) for above, slope in parameters["team_steps"])
            for id in people
        },
        unmet_percent=parameters["team_unmet_percent"],
        priority={id: parameters["priority"][str(p.priority)] for id, p in packages.items()},
        required=required,
        holders=_holders(problem, who, (r for asked in required.values() for r, _ in asked)),
        home_seat=_home_seats(problem, who, people),
        before=seats_in_force(problem),
        wishes=tuple(lock for lock in problem.locks if lock.kind is LockKind.WISH),
        careers=_careers(problem, scores, people, packages),
        career_least={id: max(1, who.share[id]) for id in people},
        most_teams_preferred=int(ruleset.policy("P05").value),
        _continued=continued,
        _smallest=int(ruleset.policy("P04").value),
        _largest={unit: _largest(unit, who, ruleset) for unit in scope},
        _teams={team.id: team for team in problem.teams},
        _owner_unit=_owner_units(problem),
    )


def _required(
    problem: Problem, packages: Mapping[str, WorkPackage]
) -> dict[str, tuple[tuple[Requirement, int], ...]]:
    if not any(level > 0 for e in problem.employees for _, level in e.skills):
        return {}
    needs: defaultdict[str, list[Need]] = defaultdict(list)
    for need in problem.needs:
        if need.kind is NeedKind.REQUIRED and need.package in packages:
            needs[need.package].append(need)
    required = {}
    for package, asked in needs.items():
        headcount: dict[Requirement, int] = {}
        for group in alternatives(asked):
            key = tuple(sorted({(need.competence, need.level) for need in group}))
            headcount[key] = max(headcount.get(key, 0), *(need.headcount for need in group))
        required[package] = tuple(sorted(headcount.items()))
    return required


def _holders(
    problem: Problem, who: Eligibility, asked: Iterable[Requirement]
) -> dict[Requirement, frozenset[str]]:
    skilled: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for employee in problem.employees:
        if who.effective[employee.id] > 0:
            for competence, level in employee.skills:
                skilled[competence].append((employee.id, level))
    return {
        requirement: frozenset(
            id for competence, level in requirement for id, held in skilled[competence] if held >= level
        )
        for requirement in set(asked)
    }


def _home_seats(problem: Problem, who: Eligibility, people: tuple[str, ...]) -> dict[str, str]:
    seats = {
        seat.official for s in who.structures.values() if s.optimised for seat in s.seats if seat.limit > 0
    }
    superior = {official.id: official.superior for official in problem.officials}
    employees = {e.id: e for e in problem.employees}
    homes = {}
    for id in people:
        place, steps = employees[id].superior, 0
        while place in superior and place not in seats and steps <= len(superior):
            place, steps = superior[place], steps + 1
        head = who.structures[employees[id].unit].head
        homes[id] = place if place in seats else (head.id if head else "")
    return homes


def _careers(
    problem: Problem, scores: Fits, people: tuple[str, ...], packages: Mapping[str, WorkPackage]
) -> dict[str, frozenset[str]]:
    own = set(people)
    return {
        e.id: frozenset(package for package in packages if scores.grows(e.id, package))
        for e in problem.employees
        if e.career and e.id in own
    }


def _largest(unit: str, who: Eligibility, ruleset: Ruleset) -> int:
    """P04A, or twice the staff over the most lawful teams, rounded up, where that is more."""
    staff, teams = len(who.pool.get(unit, ())), who.structures[unit].most_teams
    return max(int(ruleset.policy("P04A").value), -(-2 * staff // teams) if teams else 0)


def _owner_units(problem: Problem) -> dict[str, str]:
    minutes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for package in problem.packages:
        if package.team:
            minutes[package.team][package.unit] += package.minutes
    return {team: min(by_unit, key=lambda unit: (-by_unit[unit], unit)) for team, by_unit in minutes.items()}
