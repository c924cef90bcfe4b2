"""How well a person fits a package, and how well a lead masters it: points from 0 to 100, whole numbers.

Every part of a score is 0 to 100; the parts are averaged with the weights of the profile (`fit`, `mastery`).
A part the workbook says nothing about is left out, for everybody alike, so people stay comparable: competence
where the package has no needs or nobody has a competence level, theme where nobody has a rumpun, position
where the package names none. So a workbook without competence data still tells people apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alokasi_models.packs import Ruleset
from alokasi_models.problem import (
    EXPERT_LEVELS,
    SKILL_LEVELS,
    Category,
    Employee,
    Level,
    Need,
    NeedKind,
    Problem,
    WorkPackage,
)

FULL = 100
HALF = 50  # not known (no rumpun stated), or the same position in another level
HIGHEST_SKILL = 5  # level of a competence

# Work meant for (rows), done by (columns): expert work on a Pelaksana fits least (K002).
_SUITABILITY: Mapping[Category, Mapping[Category, int]] = {
    Category.EXPERT: {Category.EXPERT: 100, Category.SKILL: 50, Category.PELAKSANA: 0},
    Category.SKILL: {Category.EXPERT: 80, Category.SKILL: 100, Category.PELAKSANA: 40},
    Category.PELAKSANA: {Category.EXPERT: 50, Category.SKILL: 80, Category.PELAKSANA: 100},
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a package asks, ready to compare."""

    theme: str
    position: str  # with its level, "" where not named
    family: str  # the position without a level
    category: Category | None  # whom the work is meant for
    groups: tuple[tuple[tuple[str, int], ...], ...]  # each group: alternatives (competence, level)
    competences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fits:
    """Scores of a workbook under a profile. Answers are kept, so asking again costs a look-up."""

    _asked: Mapping[str, _Asked]
    _people: Mapping[str, Employee]
    _skills: Mapping[str, Mapping[str, int]]
    _themes: Mapping[str, frozenset[str]]
    _fit_weights: Mapping[str, int]
    _mastery_weights: Mapping[str, int]
    _themes_known: bool
    _fit: dict[tuple[str, str], int] = field(default_factory=dict)
    _mastery: dict[tuple[str, str], int] = field(default_factory=dict)

    def fit(self, employee: str, package: str) -> int:
        """Theme, position, competence and category (weights `fit`). KeyError for unknown ids.

        theme       100 if the package's rumpun is one of the person's, 50 if the person states none, else 0
        position    100 for nama_jabatan spelled with or without level, 50 in another level, else 0
        competence  mean over the needs (a group counts once, by its best alternative) of level held / asked
        category    as the table above; 100 where the work is meant for nobody in particular
        """
        key = (employee, package)
        known = self._fit.get(key)
        if known is None:
            known = self._fit[key] = _mean(self._fit_parts(*key), self._fit_weights)
        return known

    def mastery(self, employee: str, package: str) -> int:
        """Of a lead (K092): theme as in `fit`, competence level held of 5, and jenjang (weights `mastery`).

        Jenjang counts by its place in the track: 25, 50, 75, 100; 0 for a Pelaksana or where it is blank.
        """
        key = (employee, package)
        known = self._mastery.get(key)
        if known is None:
            known = self._mastery[key] = _mean(self._mastery_parts(*key), self._mastery_weights)
        return known

    def grows(self, employee: str, package: str) -> bool:
        """Whether the package serves the person's arah_karier (K096): its rumpun or a competence it needs."""
        aim = _plain(self._people[employee].career)
        asked = self._asked[package]
        return bool(aim) and (aim == asked.theme or aim in asked.competences)

    def _fit_parts(self, employee: str, package: str) -> dict[str, int]:
        asked, person = self._asked[package], self._people[employee]
        parts = self._theme_part(employee, asked)
        if asked.position:
            parts["position"] = _position(person, asked)
        if asked.groups:
            parts["competence"] = self._competence(employee, asked, beyond=False)
        parts["category"] = FULL if asked.category is None else _SUITABILITY[asked.category][person.category]
        return parts

    def _mastery_parts(self, employee: str, package: str) -> dict[str, int]:
        asked, person = self._asked[package], self._people[employee]
        parts = self._theme_part(employee, asked)
        if asked.groups:
            parts["competence"] = self._competence(employee, asked, beyond=True)
        parts["level"] = _level_points(person.level)
        return parts

    def _theme_part(self, employee: str, asked: _Asked) -> dict[str, int]:
        if not (asked.theme and self._themes_known):
            return {}
        themes = self._themes[employee]
        return {"theme": (FULL if asked.theme in themes else 0) if themes else HALF}

    def _competence(self, employee: str, asked: _Asked, beyond: bool) -> int:
        held = self._skills[employee]
        points = sum(
            max(
                min(FULL, FULL * held.get(competence, 0) // (HIGHEST_SKILL if beyond else level))
                for competence, level in group
            )
            for group in asked.groups
        )
        return points // len(asked.groups)


def fits(problem: Problem, ruleset: Ruleset) -> Fits:
    """Index the workbook for the profile's weights."""
    parameters = ruleset.profile.parameters
    skills = {e.id: dict(e.skills) for e in problem.employees}
    compared = any(level > 0 for held in skills.values() for level in held.values())
    names = {c.id: c.name for c in problem.competences}
    needs: dict[str, list[Need]] = {}
    for need in problem.needs:
        needs.setdefault(need.package, []).append(need)
    families = _families(problem)
    return Fits(
        _asked={p.id: _asked(p, needs.get(p.id, []), names, families, compared) for p in problem.packages},
        _people={e.id: e for e in problem.employees},
        _skills=skills,
        _themes={e.id: frozenset(_plain(theme) for theme in e.themes) for e in problem.employees},
        _fit_weights=parameters["fit"],
        _mastery_weights=parameters["mastery"],
        _themes_known=any(e.themes for e in problem.employees),
    )


def theme_key(theme: str) -> str:
    """A rumpun as it is compared: without case and outer blanks."""
    return _plain(theme)


def alternatives(needs: list[Need]) -> tuple[tuple[Need, ...], ...]:
    """The needs of one package by group, in the order of the workbook; a need without group stands alone."""
    groups: dict[object, list[Need]] = {}
    for place, need in enumerate(needs):
        groups.setdefault(need.group or place, []).append(need)
    return tuple(tuple(group) for group in groups.values())


def _asked(
    package: WorkPackage,
    needs: list[Need],
    names: Mapping[str, str],
    families: Mapping[str, Category],
    compared: bool,
) -> _Asked:
    position, family = _plain(package.position), _family(package.position)
    groups = alternatives(needs) if compared else ()
    ids = [need.competence for need in needs]
    return _Asked(
        theme=_plain(package.theme),
        position=position,
        family=family,
        category=_meant_for(package, family, families, needs),
        groups=tuple(tuple((n.competence, max(n.level, 1)) for n in group) for group in groups),
        competences=frozenset(_plain(word) for id in ids for word in (id, names[id])),
    )


def _meant_for(
    package: WorkPackage, family: str, families: Mapping[str, Category], needs: list[Need]
) -> Category | None:
    """The category the workbook names, else that of the level, of the position, or of a required skill."""
    if package.category is not None:
        return package.category
    level = package.minimum_level or _named_level(package.position)
    if level is not None:
        return Category.EXPERT if level in EXPERT_LEVELS else Category.SKILL
    if family in families:
        return families[family]
    required = any(need.kind is NeedKind.REQUIRED for need in needs)
    return Category.EXPERT if required else None


def _families(problem: Problem) -> dict[str, Category]:
    """Category of each nama_jabatan; a name held in two categories says nothing."""
    held: dict[str, set[Category]] = {}
    for employee in problem.employees:
        held.setdefault(_family(employee.position), set()).add(employee.category)
    return {family: next(iter(found)) for family, found in held.items() if len(found) == 1}


def _position(person: Employee, asked: _Asked) -> int:
    family = _plain(person.position)
    with_level = f"{family} {_plain(person.level or '')}".strip()
    if asked.position in (family, with_level):
        return FULL
    return HALF if asked.family == _family(person.position) else 0


def _named_level(position: str) -> Level | None:
    plain = _plain(position)
    return next((level for level in Level if plain.endswith(" " + _plain(level))), None)


def _family(position: str) -> str:
    level = _named_level(position)
    plain = _plain(position)
    return plain if level is None else plain.removesuffix(_plain(level)).strip()


def _level_points(level: Level | None) -> int:
    if level is None:
        return 0
    track = EXPERT_LEVELS if level in EXPERT_LEVELS else SKILL_LEVELS
    return FULL * (track.index(level) + 1) // len(track)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _mean(parts: Mapping[str, int], weights: Mapping[str, int]) -> int:
    """Weighted mean, rounded half up; 100 where nothing tells people apart."""
    total = sum(weights.get(name, 0) for name in parts)
    if total == 0:
        return FULL
    return (2 * sum(weights.get(name, 0) * part for name, part in parts.items()) + total) // (2 * total)
