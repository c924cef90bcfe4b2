"""Larger units by size and seed, for tests and measurements: as lawful and as tight as a real one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from alokasi.examples.crowd import competences_of, crowd, split
from alokasi.examples.demand import needs, packages
from alokasi.examples.shapes import HOME, UNIT, YEAR, Shape, officials, shape_of, team_id, teams
from alokasi.examples.sources import content
from alokasi_models.packs import norm
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Category,
    Competence,
    CompetenceKind,
    Consent,
    CurrentSeat,
    Employee,
    Indicator,
    Loan,
    Lock,
    LockKind,
    Problem,
    SeatRole,
    TargetSource,
    Unit,
    UnitKind,
    UnitRole,
    WorkPackage,
)
from alokasi_models.workload import effective_minutes

TIGHTNESS = (0.92, 0.98)  # work against everybody's effective hours, the lead's duty not counted
LOAN_HOURS = 300
WISHES = 25  # staff for each wish
ASTRAY = 0.15  # how many of the decree in force sit in a team that is not their theme's


def generate(staff: int, seed: int = 0, given_teams: bool = True) -> Problem:
    """A unit with `staff` own people (10 or more) and a few guests; the same arguments give the same unit.

    `given_teams`: teams are fixed and own their packages; else the sheet Tim is empty. 30 people have 6 teams,
    100 have 13, 250 and 600 have 16 (or packages for so many).
    """
    shape = shape_of(staff)
    rng = Random(f"{staff}/{seed}")
    themes = tuple(f"Rumpun {place + 1}" for place in range(len(shape.seats)))
    weights = [rng.uniform(0.7, 1.3) for _ in themes]
    units = (
        Unit(UNIT, f"Unit {staff} Pegawai", UnitKind.PUSAT, YEAR),
        Unit(HOME, "Unit Asal Tamu", UnitKind.PUSAT, YEAR, role=UnitRole.HOME),
    )
    people = crowd(staff, shape, themes, split(staff, weights), rng)
    own = [person for person in people if person.unit == UNIT]
    hours = round(_hours(own, units[0]) * rng.uniform(*TIGHTNESS))
    work = packages(hours, shape, themes, weights, given_teams, rng)
    return Problem(
        units=units,
        officials=officials(shape),
        employees=tuple(people),
        competences=tuple(_competences(themes)),
        indicators=tuple(
            Indicator(f"IK{place + 1:02d}", f"Target {theme}", UNIT, TargetSource.AGREEMENT)
            for place, theme in enumerate(themes)
        ),
        packages=tuple(work),
        needs=tuple(needs(work, rng)),
        teams=teams(shape, themes) if given_teams else (),
        loans=tuple(_loans(people)),
        locks=tuple(_wishes(own, work, rng)),
        current=tuple(_decree(own, shape, themes, rng)),
    )


def _hours(people: Sequence[Employee], unit: Unit) -> int:
    return sum(effective_minutes(person, unit, norm()) for person in people) // MINUTES_PER_HOUR


def _competences(themes: Sequence[str]) -> Iterator[Competence]:
    for theme in themes:
        for code in competences_of(theme):
            yield Competence(code, f"Kompetensi {code} {theme}")
    general = content("umum")["kompetensi"]
    for code in content("umum")["kompetensi_umum"]:
        yield Competence(code, general[code]["nama"], CompetenceKind(general[code]["jenis"]))


def _loans(people: Sequence[Employee]) -> Iterator[Loan]:
    """Every other guest is approved."""
    guests = [person for person in people if person.unit == HOME]
    for place, guest in enumerate(guests):
        head = Consent.GRANTED if place % 2 == 0 else Consent.PENDING
        yield Loan(guest.id, UNIT, Consent.GRANTED, head, max_minutes=LOAN_HOURS * MINUTES_PER_HOUR)


def _wishes(own: Sequence[Employee], work: Sequence[WorkPackage], rng: Random) -> Iterator[Lock]:
    for person in rng.sample(own, max(1, len(own) // WISHES)):
        wanted = rng.choice([package for package in work if package.current_team])
        yield Lock(LockKind.WISH, person.id, "Ingin mengerjakan tugas ini", package=wanted.id)


def _decree(
    own: Sequence[Employee], shape: Shape, themes: Sequence[str], rng: Random
) -> Iterator[CurrentSeat]:
    """Last year's teams: most people in the team of their theme, some astray, an expert as ketua of each."""
    seated: dict[int, list[Employee]] = {place: [] for place in range(len(themes))}
    for person in own:
        home = themes.index(person.themes[0])
        seated[rng.randrange(len(themes)) if rng.random() < ASTRAY else home].append(person)
    for place, members in seated.items():
        lead = next((p.id for p in members if p.category is Category.EXPERT), "")
        for person in members:
            role = SeatRole.LEAD if person.id == lead else SeatRole.MEMBER
            yield CurrentSeat(
                person.id, team_id(place), role, f"Tim Kerja {themes[place]}", shape.seats[place]
            )
