"""Plain matches of people with work that the audit counts: by rumpun, by nama_jabatan, by competence held.

A match is yes or no; the audit counts hours and people, and has no score of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from alokasi.rules.view import View
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Category, Employee, Need, NeedKind, WorkPackage

Wanted = tuple[tuple[str, int], ...]  # alternatives: (competence, level), any of them serves


@dataclass(frozen=True, slots=True)
class Doing:
    """A person's minutes on a package of the unit."""

    employee: Employee
    package: WorkPackage
    minutes: int


@dataclass(frozen=True, slots=True)
class Holding:
    """How many people of a team (or the person alone) hold what its packages need."""

    owner: str  # team or person
    wanted: Wanted
    asked: int  # people
    held: int


def doings(view: View) -> tuple[Doing, ...]:
    """All work of the plan on the unit's packages by people the workbook knows."""
    ours = {package.id: package for package in view.packages}
    people = view.index.people
    return tuple(
        Doing(people[work.employee], ours[work.package], work.minutes)
        for work in view.index.plan.work
        if work.minutes > 0 and work.package in ours and work.employee in people
    )


def same_theme(employee: Employee, package: WorkPackage) -> bool:
    theme = _plain(package.theme)
    return bool(theme) and any(_plain(held) == theme for held in employee.themes)


def same_position(employee: Employee, package: WorkPackage) -> bool:
    """nama_jabatan spelled with or without the level."""
    asked, name = _plain(package.position), _plain(employee.position)
    return bool(asked) and asked in (name, f"{name} {_plain(employee.level or '')}".strip())


def holds(employee: Employee, wanted: Wanted) -> bool:
    return any(employee.skill(competence) >= level > 0 for competence, level in wanted)


def wants(view: View, packages: Iterable[WorkPackage], kinds: frozenset[NeedKind]) -> dict[Wanted, int]:
    """What packages of one owner need -> most people asked for it in one of them."""
    found: dict[Wanted, int] = {}
    for package in packages:
        for group in _groups(view.index.needs.get(package.id, ()), kinds):
            wanted = tuple(sorted((need.competence, need.level) for need in group))
            found[wanted] = max(found.get(wanted, 0), max(need.headcount for need in group))
    return found


def holdings(view: View) -> tuple[Holding, ...]:
    """Required needs of every team's packages and of every individual package, and who holds them."""
    kinds = frozenset({NeedKind.REQUIRED})
    return (*_team_holdings(view, kinds), *_individual_holdings(view, kinds))


def has_needs(view: View) -> bool:
    return any(package.id in view.index.needs for package in view.packages)


def has_skills(view: View) -> bool:
    return any(level > 0 for employee in view.staff for _, level in employee.skills)


def has_themes(view: View) -> bool:
    return any(employee.themes for employee in view.staff)


def has_positions(view: View) -> bool:
    return any(package.position for package in view.packages)


def functional_work(view: View) -> frozenset[str]:
    """Packages meant for a functional position: by category, level, or a name no Pelaksana of the unit holds."""
    holders: dict[str, set[Category]] = {}
    for employee in view.staff:
        name = _plain(employee.position)
        for spelled in {name, f"{name} {_plain(employee.level or '')}".strip()}:
            holders.setdefault(spelled, set()).add(employee.category)
    return frozenset(p.id for p in view.packages if _functional(p, holders))


def states_who(package: WorkPackage) -> bool:
    """Whether the workbook says for whom a package is."""
    return bool(package.category or package.minimum_level or package.position)


def _functional(package: WorkPackage, holders: dict[str, set[Category]]) -> bool:
    if package.category is not None:
        return package.category is not Category.PELAKSANA
    if package.minimum_level is not None:
        return True
    held = holders.get(_plain(package.position), set())
    return bool(held) and Category.PELAKSANA not in held


def _team_holdings(view: View, kinds: frozenset[NeedKind]) -> Iterator[Holding]:
    for team in view.teams:
        people = known_members(view, team)
        for wanted, asked in wants(view, view.index.owned.get(team.id, ()), kinds).items():
            yield Holding(team.id, wanted, asked, min(asked, sum(holds(p, wanted) for p in people)))


def _individual_holdings(view: View, kinds: frozenset[NeedKind]) -> Iterator[Holding]:
    for package in view.alone:
        for person in view.index.holders.get(package.id, ()):
            employee = view.index.people.get(person)
            if employee is not None:
                for wanted in wants(view, (package,), kinds):
                    yield Holding(person, wanted, 1, int(holds(employee, wanted)))


def known_members(view: View, team: FormedTeam) -> list[Employee]:
    people = view.index.people
    return [people[person] for person in view.index.members(team.id) if person in people]


def _groups(needs: tuple[Need, ...], kinds: frozenset[NeedKind]) -> Iterator[list[Need]]:
    """A need without kelompok stands alone."""
    groups: dict[object, list[Need]] = {}
    for place, need in enumerate(needs):
        if need.kind in kinds:
            groups.setdefault(need.group or place, []).append(need)
    yield from groups.values()


@cache
def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
