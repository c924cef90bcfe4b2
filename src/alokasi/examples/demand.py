"""Work of a generated unit: packages by theme that together fill its staff, and the competences they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from alokasi.examples.crowd import competences_of, split
from alokasi.examples.shapes import UNIT, Shape, team_id
from alokasi_models.problem import Category, Level, Need, NeedKind, WorkForm, WorkPackage

NORMS = ("0.5", "1.5", "4", "12", "40")  # hours for one result
INDIVIDUAL_HOURS = (200, 500)
ALONE = 4  # one theme of so many has an individual package


def packages(
    hours: int, shape: Shape, themes: Sequence[str], weights: Sequence[float], given: bool, rng: Random
) -> list[WorkPackage]:
    """Packages of together about `hours`; in a team's theme they belong to that team where `given`."""
    found: list[WorkPackage] = []
    for place, (theme, share) in enumerate(zip(themes, split(hours, weights), strict=True)):
        alone = rng.randint(*INDIVIDUAL_HOURS) if place % ALONE == 0 else 0
        parts = split(share - alone, [rng.uniform(0.4, 1.6) for _ in range(shape.packages)])
        for part in parts:
            found.append(_package(len(found), place, theme, part, given, rng))
        if alone:
            found.append(_individual(len(found), place, theme, alone))
    return found


def needs(found: Sequence[WorkPackage], rng: Random) -> Iterator[Need]:
    """Half of the packages ask for the first competence of their theme, some for two people or the other one."""
    for package in found:
        first, second = competences_of(package.theme)
        if package.form is WorkForm.TEAM and rng.random() < 0.5:
            yield Need(package.id, first, rng.choice((2, 3, 3, 4)), headcount=rng.choice((1, 1, 2)))
        if rng.random() < 0.3:
            yield Need(package.id, second, 3, NeedKind.PREFERRED)


def _package(number: int, place: int, theme: str, hours: int, given: bool, rng: Random) -> WorkPackage:
    norm = Decimal(rng.choice(NORMS))
    position, level = rng.choice(
        (("Analis", Level.MUDA), ("Analis", Level.PERTAMA), ("Pranata", Level.TERAMPIL))
    )
    return WorkPackage(
        id=f"T{number + 1:03d}",
        text=f"Pekerjaan {number + 1} {theme}",
        unit=UNIT,
        indicator=f"IK{place + 1:02d}",
        theme=theme,
        volume=Decimal(max(1, round(hours / float(norm)))),
        norm_hours=norm,
        position=f"{position} {theme} {level}",
        priority=rng.choice((1, 2, 2, 3)),
        team=team_id(place) if given else "",
        current_team=team_id(place),
        category=Category.EXPERT if rng.random() < 0.1 else None,
    )


def _individual(number: int, place: int, theme: str, hours: int) -> WorkPackage:
    return WorkPackage(
        id=f"T{number + 1:03d}",
        text=f"Penugasan {number + 1} {theme}",
        unit=UNIT,
        indicator=f"IK{place + 1:02d}",
        theme=theme,
        volume=Decimal(hours),
        norm_hours=Decimal(1),
        form=WorkForm.INDIVIDUAL,
    )
