"""Staff of a generated unit: where they sit, what they are and what they know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from alokasi.examples.names import invented_names
from alokasi.examples.shapes import HOME, HOME_HEAD, UNIT, YEAR, Shape
from alokasi.examples.sources import content
from alokasi.examples.staffing import grade, skills, standing
from alokasi_models.problem import Category, Employee, EmployeeStatus, Level

# position without level, category, level, per cent of the staff: enough JF keahlian to lead every team
MIX: tuple[tuple[str, Category, Level | None, int], ...] = (
    ("Analis", Category.EXPERT, Level.MADYA, 10),
    ("Analis", Category.EXPERT, Level.MUDA, 24),
    ("Analis", Category.EXPERT, Level.PERTAMA, 22),
    ("Pranata", Category.SKILL, Level.MAHIR, 8),
    ("Pranata", Category.SKILL, Level.TERAMPIL, 10),
    ("Pengolah", Category.PELAKSANA, None, 26),
)
SECOND_THEME = 0.4  # how often somebody knows another theme too
CAREER, CONTRACT, ABSENT = (
    12,
    15,
    20,
)  # one of so many has an arah_karier, is PPPK, is here a part of the year
GUESTS = 40  # staff for each guest


def crowd(
    staff: int, shape: Shape, themes: Sequence[str], shares: Sequence[int], rng: Random
) -> list[Employee]:
    """Own people, `shares` of them at home in each theme, then the guests; named."""
    kinds = [
        row[:3]
        for row, share in zip(MIX, split(staff, [r[3] for r in MIX]), strict=True)
        for _ in range(share)
    ]
    rng.shuffle(kinds)
    homes = [place for place, share in enumerate(shares) for _ in range(share)]
    own = [
        _person(f"P{n + 1:03d}", UNIT, shape.seats[home], kind, _themes(home, themes, rng), themes, rng)
        for n, (home, kind) in enumerate(zip(homes, kinds, strict=True))
    ]
    own = list(_through_the_year(own, themes, rng))
    guests = [
        _person(f"G{n + 1:03d}", HOME, HOME_HEAD, MIX[1][:3], _themes(home, themes, rng), themes, rng)
        for n, home in enumerate(rng.sample(range(len(themes)), max(2, min(len(themes), staff // GUESTS))))
    ]
    people = own + guests
    names = invented_names(len(people), f"{staff}/{rng.random()}")
    return [replace(person, name=name) for person, name in zip(people, names, strict=True)]


def competences_of(theme: str) -> tuple[str, str]:
    """Codes of the two competences of a theme."""
    number = theme.split()[-1]
    return f"K{number}A", f"K{number}B"


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Whole shares of `total` in proportion to the weights, adding up exactly, each at least 1."""
    spare, whole = total - len(weights), sum(weights)
    reached, seen, shares = 0, 0.0, []
    for weight in weights:
        seen += weight
        upto = round(spare * seen / whole)
        shares.append(1 + upto - reached)
        reached = upto
    return shares


def _themes(home: int, themes: Sequence[str], rng: Random) -> tuple[str, ...]:
    also = [rng.choice(themes)] if rng.random() < SECOND_THEME else []
    return tuple(dict.fromkeys((themes[home], *also)))


def _person(
    id: str,
    unit: str,
    superior: str,
    kind: tuple[str, Category, Level | None],
    own: tuple[str, ...],
    themes: Sequence[str],
    rng: Random,
) -> Employee:
    position, category, level = kind
    of = standing(level or "", category)
    status = EmployeeStatus.PPPK if rng.randrange(CONTRACT) == 0 else EmployeeStatus.PNS
    held = skills(
        rng,
        of["tingkat"],
        [id for theme in own for id in competences_of(theme)],
        [id for theme in themes for id in competences_of(theme)],
        content("umum")["kompetensi_umum"],
    )
    return Employee(
        id=id,
        name="",
        unit=unit,
        superior=superior,
        category=category,
        position=f"{position} {own[0]}",
        level=level,
        grade=grade(of, status, rng.randrange(6)),
        job_class=of["kelas_jabatan"],
        status=status,
        themes=own,
        skills=tuple(sorted(held.items())),
    )


def _through_the_year(people: list[Employee], themes: Sequence[str], rng: Random) -> Iterator[Employee]:
    """Some retire, join or study, and some want to grow towards another theme."""
    changes = (
        {"leaves": date(YEAR, 3, 31)},
        {"starts": date(YEAR, 7, 1)},
        {"availability": Decimal(50)},
        {"leaves": date(YEAR, 9, 30)},
    )
    absent = rng.sample(range(len(people)), max(2, len(people) // ABSENT))
    growing = set(rng.sample(range(len(people)), max(1, len(people) // CAREER)))
    for place, person in enumerate(people):
        if place in absent:
            person = replace(person, **changes[absent.index(place) % len(changes)])
        if place in growing:
            person = replace(person, career=rng.choice(themes))
        yield person
