"""One unit as the audit sees it: its structure, its teams by class, its own people, its work and targets."""

from __future__ import annotations

from dataclasses import dataclass

from alokasi.rules.index import Index
from alokasi.rules.structure import Shape, shape
from alokasi_models.packs import Ruleset
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import (
    Employee,
    Indicator,
    OfficialKind,
    TeamClass,
    Unit,
    WorkPackage,
)


@dataclass(frozen=True, slots=True)
class View:
    """`pool` are the unit's people but those directly under a PPT Madya, who are in no unit's pool (A24)."""

    index: Index
    unit: Unit
    shape: Shape
    internal: tuple[FormedTeam, ...]
    cross_unit: tuple[FormedTeam, ...]
    cross_agency: tuple[FormedTeam, ...]
    staff: tuple[Employee, ...]
    pool: frozenset[str]
    packages: tuple[WorkPackage, ...]
    indicators: tuple[Indicator, ...]
    alone: tuple[WorkPackage, ...]  # packages the plan gives to individuals

    @property
    def ruleset(self) -> Ruleset:
        return self.index.ruleset

    @property
    def teams(self) -> tuple[FormedTeam, ...]:
        """Internal and cross-unit teams: those the clauses on teams speak of."""
        return self.internal + self.cross_unit

    @property
    def without_plan(self) -> bool:
        """No team of the unit is formed and nothing of its work is given to anybody."""
        return not (self.internal or self.cross_unit or self.cross_agency) and not any(
            package.id in self.index.owners for package in self.packages
        )

    @property
    def planned(self) -> bool:
        """Whether the program plans the unit: elsewhere limits on assignment are advice at most."""
        return self.shape.planned and self.unit.simplified

    def reads(self, reading: str, value: str) -> bool:
        return self.index.ruleset.reads(reading, value)

    def name(self, id: str) -> str:
        return self.index.name(id)

    def team_name(self, id: str) -> str:
        return self.index.team_name(id)

    def outsider(self, person: str) -> bool:
        """A person the workbook knows who is not of the unit's pool: staff of another unit, or of a PPT Madya."""
        return person in self.index.people and person not in self.pool

    def of_unit(self, person: str) -> bool:
        known = self.index.people.get(person)
        return known is not None and known.unit == self.unit.id


def views(index: Index) -> tuple[View, ...]:
    """Every planned unit, in the order of the workbook."""
    return tuple(_view(unit, index) for unit in index.problem.planned)


def _view(unit: Unit, index: Index) -> View:
    teams = [team for team in index.teams.values() if index.unit_of_team[team.id] == unit.id]
    staff = tuple(employee for employee in index.problem.employees if employee.unit == unit.id)
    madya = {official.id for official in index.problem.officials if official.kind is OfficialKind.MADYA}
    packages = tuple(package for package in index.problem.packages if package.unit == unit.id)
    return View(
        index=index,
        unit=unit,
        shape=shape(unit, index.problem, index.ruleset),
        internal=_of_class(TeamClass.INTERNAL, teams),
        cross_unit=_of_class(TeamClass.CROSS_UNIT, teams),
        cross_agency=_of_class(TeamClass.CROSS_AGENCY, teams),
        staff=staff,
        pool=frozenset(employee.id for employee in staff if employee.superior not in madya),
        packages=packages,
        indicators=tuple(row for row in index.problem.indicators if row.unit == unit.id),
        alone=tuple(package for package in packages if "" in index.owners.get(package.id, ())),
    )


def _of_class(kind: TeamClass, teams: list[FormedTeam]) -> tuple[FormedTeam, ...]:
    return tuple(team for team in teams if team.kind is kind)
