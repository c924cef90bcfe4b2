"""A workbook indexed for counting, and reasons in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from alokasi.texts import Message, Names
from alokasi_models.eligibility import Eligibility, eligibility, must_form
from alokasi_models.natural import natural
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Cause, Reason
from alokasi_models.problem import Employee, Lock, LockKind, Official, Problem, Team, WorkForm, WorkPackage
from alokasi_models.structure import UnitStructure

LOCKS = Cause.WORKBOOK


@dataclass(frozen=True, slots=True)
class Case:
    """Only units that are planned, and what concerns them.

    formed   teams that must be formed, by id
    forced   team -> people who must be its Ketua or Anggota: by lock, or by hours locked on its packages
    counted  team -> people who use one of their two teams there: `forced`, and advisers under A21 `anggota`
    incomplete  fields of the problem that lack rows
    """

    problem: Problem
    ruleset: Ruleset
    who: Eligibility
    units: tuple[UnitStructure, ...]
    formed: tuple[Team, ...]
    forced: Mapping[str, frozenset[str]]
    counted: Mapping[str, frozenset[str]]
    teams: Mapping[str, Team]
    people: Mapping[str, Employee]
    packages: Mapping[str, WorkPackage]
    officials: Mapping[str, Official]
    incomplete: frozenset[str]

    def known(self, *fields: str) -> bool:
        """Whether these fields hold every row, so that who or what is not there does not exist."""
        return self.incomplete.isdisjoint(fields)

    def locks(self, *kinds: LockKind) -> list[Lock]:
        """Locks of these kinds that concern a planned unit, each once, in a fixed order."""
        found = {lock for lock in self.problem.locks if lock.kind in kinds and self._concerns(lock)}
        return sorted(found, key=lambda k: (k.kind, k.employee, k.team, k.other, k.package, k.minutes or 0))

    def structure(self, team: Team) -> UnitStructure:
        return self.who.structures[team.unit]

    def thinkable(self, structure: UnitStructure) -> Iterator[Team]:
        """Teams of the workbook and a new team for each way to coordinate at each seat of a unit."""
        yield from (team for team in self.teams.values() if team.unit == structure.unit.id)
        for seat in structure.seats:
            for coordinator in seat.coordinators:
                yield Team("", "", structure.unit.id, seat.official, coordinator)

    def may_join(self, people: set[str], unit: str) -> bool:
        """Whether some team of the unit, of the workbook or new, may have all these people."""
        return any(people <= self.who.members(team) for team in self.thinkable(self.who.structures[unit]))

    def rule_of(self, reading: str, team: Team) -> str:
        """As `clause_of`, for the team's unit."""
        return self.clause_of(reading, self.structure(team))

    def clause_of(self, reading: str, structure: UnitStructure) -> str:
        """The first clause of a reading that addresses the unit; "" where none does."""
        pattern = "" if structure.pattern is None else structure.pattern.pattern
        rules = (self.ruleset.rule(id) for id in self.ruleset.pack.readings[reading].rules)
        return next((rule.id for rule in rules if rule.applies(structure.unit.kind, pattern)), "")

    def names(self, ids: Iterable[str]) -> Names:
        """People, officials, teams or packages by name and id."""
        return Names(tuple(self.name(id) for id in sorted(ids, key=natural)))

    def name(self, id: str) -> str:
        known = self.people.get(id) or self.officials.get(id) or self.teams.get(id)
        return f"{known.name} ({id})" if known is not None and known.name else id

    def _concerns(self, lock: Lock) -> bool:
        planned = {structure.unit.id for structure in self.units}
        if lock.team:
            return self.teams[lock.team].unit in planned
        if lock.package:
            return self.packages[lock.package].unit in planned
        people = {id for id in (lock.employee, lock.other) if id}
        return any(self.people[id].unit in planned for id in people) or any(
            loan.granted and loan.host in planned and loan.employee in people for loan in self.problem.loans
        )


def case(problem: Problem, ruleset: Ruleset, incomplete: Collection[str] = ()) -> Case:
    """Index a workbook."""
    who = eligibility(problem, ruleset)
    units = tuple(structure for structure in who.structures.values() if structure.optimised)
    planned = {structure.unit.id for structure in units}
    required = must_form(problem)
    return Case(
        problem=problem,
        ruleset=ruleset,
        who=who,
        units=units,
        formed=tuple(
            sorted((t for t in problem.teams if t.id in required and t.unit in planned), key=lambda t: t.id)
        ),
        forced=_forced(problem, advisers=False),
        counted=_forced(problem, advisers=ruleset.reads("A21", "anggota")),
        teams={team.id: team for team in problem.teams},
        people={employee.id: employee for employee in problem.employees},
        packages={package.id: package for package in problem.packages},
        officials={official.id: official for official in problem.officials},
        incomplete=frozenset(incomplete),
    )


def reason(code: str, fact: Message, ids: Iterable[str]) -> Reason:
    """A counted fact; numbers and names are put into words where it is shown."""
    return Reason(code, fact, tuple(ids))


def _forced(problem: Problem, advisers: bool) -> dict[str, frozenset[str]]:
    owner = {p.id: p.team for p in problem.packages if p.form is not WorkForm.INDIVIDUAL}
    seated: defaultdict[str, set[str]] = defaultdict(set)
    for lock in problem.locks:
        team = ""
        if lock.kind in (LockKind.MEMBER, LockKind.LEAD) or (advisers and lock.kind is LockKind.ADVISER):
            team = lock.team
        elif lock.kind is LockKind.HOURS and lock.minutes:
            team = owner.get(lock.package, "")
        if team:
            seated[team].add(lock.employee)
    return {team: frozenset(people) for team, people in seated.items()}
