"""Small random units for property tests: every pattern, odd locks, loans and readings; some have no lawful plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from alokasi_models.packs import norm, pack
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Category,
    Competence,
    Consent,
    Coordinator,
    CurrentSeat,
    Employee,
    EmployeeStatus,
    Indicator,
    Level,
    Loan,
    Lock,
    LockKind,
    Need,
    NeedKind,
    Official,
    OfficialKind,
    Problem,
    SeatRole,
    Setting,
    TargetSource,
    Team,
    TeamClass,
    TeamStatus,
    Unit,
    UnitKind,
    UnitRole,
    WorkForm,
    WorkPackage,
)

UNIT, HOME = "u", "asal"
THEMES = ("merah", "hijau", "biru")
COMPETENCES = ("c1", "c2", "c3")
MANAGERS = {  # pattern: Administrators, Pengawas under the head, Pengawas under the first two Administrators
    "1": (1, 1, 0),
    "2": (0, 1, 0),
    "3": (3, 1, 2),
    "4": (2, 0, 0),
    "5": (1, 0, 0),
    "6": (0, 1, 0),
}
POSTS = (
    (Category.EXPERT, Level.UTAMA),
    (Category.EXPERT, Level.MADYA),
    (Category.EXPERT, Level.MUDA),
    (Category.EXPERT, Level.MUDA),
    (Category.EXPERT, Level.PERTAMA),
    (Category.SKILL, Level.MAHIR),
    (Category.PELAKSANA, None),
)
MINUTES = Decimal("0.1")  # effective hours of a tiny unit: years of 6 minutes


@dataclass(frozen=True, slots=True)
class _Chances:
    """How often something odd happens."""

    guest: float = 0.5
    lock: float = 0.15  # of each kind
    careless: float = 0.1  # a lock or a seat chosen without a look at the clauses
    across: float = 0.05
    fixed: float = 0.35
    reading: float = 0.3
    decree: float = 0.6


def random_problem(seed: int, people: int = 8, teams: int = 4, packages: int = 8) -> Problem:
    """A unit of a random pattern with up to these numbers (people and packages at least 2).

    Given teams, proposed ones or none; individual work, locks, wishes, loans, a decree and readings at random.
    """
    rng = Random(f"small/{seed}/{people}/{teams}/{packages}")
    year = norm().effective_hours
    return _problem(rng, rng.randint(2, people), rng.randint(0, teams), rng.randint(2, packages), year)


def tiny(seed: int) -> Problem:
    """At most 4 people, 3 teams and 3 packages, and years of 6 minutes: every plan can be listed."""
    rng = Random(f"tiny/{seed}")
    return _problem(rng, rng.randint(2, 4), rng.randint(1, 3), rng.randint(1, 3), MINUTES)


def _problem(rng: Random, people: int, teams: int, packages: int, hours: Decimal) -> Problem:
    pattern, chances = rng.choice(sorted(MANAGERS)), _Chances()
    kind = UnitKind.UPT if pattern == "6" or (pattern == "5" and rng.random() < 0.5) else UnitKind.PUSAT
    officials = tuple(_officials(pattern))
    slots = tuple(_teams(rng, officials, teams, chances))
    places = [*(o.id for o in officials), *(team.seat for team in slots), *(team.seat for team in slots)]
    staff = [_person(rng, f"p{n + 1}", UNIT, rng.choice(places)) for n in range(people)]
    guests = [_person(rng, "g1", HOME, "ha")] if rng.random() < chances.guest else []
    units: tuple[Unit, ...] = (Unit(UNIT, "Unit kecil", kind, 2027, parent="induk", effective_hours=hours),)
    if guests:
        home = Unit(HOME, "Unit asal", UnitKind.PUSAT, 2027, UnitRole.HOME, effective_hours=hours)
        units, officials = (
            (*units, home),
            (*officials, Official("ha", "ha", HOME, "Direktur", OfficialKind.PRATAMA)),
        )
    work = tuple(_packages(rng, slots, packages, people, hours))
    own = [*staff, *guests]
    return Problem(
        units=units,
        officials=officials,
        employees=tuple(own),
        competences=tuple(Competence(id, id) for id in COMPETENCES),
        indicators=(Indicator("ik", "Target", UNIT, TargetSource.AGREEMENT),),
        packages=work,
        needs=tuple(_needs(rng, work)),
        teams=slots,
        loans=tuple(_loans(rng, guests, slots, hours)),
        locks=tuple(_locks(rng, own, slots, work, chances, hours)),
        current=tuple(_decree(rng, own, slots)) if rng.random() < chances.decree else (),
        settings=tuple(_readings(rng)) if rng.random() < chances.reading else (),
    )


def _officials(pattern: str) -> Iterator[Official]:
    administrators, beside, below = MANAGERS[pattern]
    head = OfficialKind.ADMINISTRATOR if pattern == "6" else OfficialKind.PRATAMA
    yield Official("h", "Pimpinan", UNIT, "Pimpinan", head, grade="IV/c")
    for n in range(administrators):
        yield _manager(f"a{n + 1}", OfficialKind.ADMINISTRATOR, "h", n == 0)
    for n in range(beside):
        yield _manager(f"w{n + 1}", OfficialKind.PENGAWAS, "h", n == 0)
    for n in range(below * 2):
        yield _manager(f"w{beside + n + 1}", OfficialKind.PENGAWAS, f"a{n // 2 + 1}", False)


def _manager(id: str, kind: OfficialKind, superior: str, planning: bool) -> Official:
    return Official(id, id, UNIT, str(kind), kind, superior=superior, grade="IV/a", planning=planning)


def _person(rng: Random, id: str, unit: str, superior: str) -> Employee:
    category, level = rng.choice(POSTS)
    return Employee(
        id=id,
        name=f"Orang {id}",
        unit=unit,
        superior=superior,
        category=category,
        position=rng.choice(("Perencana", "Analis")),
        level=level,
        grade="III/c",
        status=rng.choice((EmployeeStatus.PNS, EmployeeStatus.PNS, EmployeeStatus.PPPK)),
        availability=Decimal(rng.choice((100, 100, 100, 50))),
        leads_elsewhere=rng.random() < 0.1,
        themes=tuple(sorted(rng.sample(THEMES, rng.choice((0, 1, 1, 2))))),
        career=rng.choice(("", "", "", *THEMES)),
        skills=tuple((id, rng.randint(1, 5)) for id in COMPETENCES if rng.random() < 0.6),
    )


def _teams(rng: Random, officials: Sequence[Official], count: int, chances: _Chances) -> Iterator[Team]:
    """Mostly under the head; what sits under an Administrator is coordinated by him; rarely across units."""
    below = [o.id for o in officials if o.kind is OfficialKind.ADMINISTRATOR and o.superior]
    over = {o.superior for o in officials if o.kind is OfficialKind.PENGAWAS}
    free = [id for id in below if id not in over]
    for n in range(count):
        seat = rng.choice(("h", "h", *(below if rng.random() < chances.careless else free)))
        kind = TeamClass.CROSS_UNIT if seat == "h" and rng.random() < chances.across else TeamClass.INTERNAL
        least = rng.choice((None, None, None, 2, 3))
        yield Team(
            id=f"t{n + 1}",
            name=f"Tim {n + 1}",
            unit=UNIT,
            seat=seat,
            coordinator=Coordinator.LEAD if seat == "h" else Coordinator.ADMINISTRATOR,
            kind=kind,
            status=TeamStatus.FIXED if rng.random() < chances.fixed else TeamStatus.PROPOSED,
            min_size=least,
            max_size=rng.choice((None, None, (least or 2) + 1)),
            theme=rng.choice(("", *THEMES)),
        )


def _packages(
    rng: Random, teams: Sequence[Team], count: int, people: int, hours: Decimal
) -> Iterator[WorkPackage]:
    """Together 0.5 to 1.2 of the people's time, in steps of a twentieth of a person's year."""
    total = rng.uniform(0.5, 1.2) * people
    parts = [rng.uniform(0.5, 1.5) for _ in range(count)]
    for n, part in enumerate(parts):
        form = rng.choice((WorkForm.TEAM, WorkForm.TEAM, WorkForm.TEAM, WorkForm.FREE, WorkForm.INDIVIDUAL))
        named = bool(teams) and form is not WorkForm.INDIVIDUAL and rng.random() < 0.5
        yield WorkPackage(
            id=f"k{n + 1}",
            text=f"Tugas {n + 1}",
            unit=UNIT,
            indicator="ik",
            theme=rng.choice(THEMES),
            volume=Decimal(max(1, round(10 * total * part / sum(parts)))),
            norm_hours=hours / 10,
            position=rng.choice(("", "Perencana", "Analis Ahli Muda")),
            priority=rng.choice((1, 2, 3)),
            form=form,
            team=rng.choice(teams).id if named else "",
            current_team=rng.choice(("", *(team.id for team in teams))),
            category=rng.choice((None, None, None, Category.EXPERT)),
            minimum_level=rng.choice((None, None, None, None, Level.MUDA)),
        )


def _needs(rng: Random, work: Sequence[WorkPackage]) -> Iterator[Need]:
    for package in work:
        for competence in COMPETENCES:
            if rng.random() < 0.25:
                kind = rng.choice((NeedKind.REQUIRED, NeedKind.PREFERRED))
                group = rng.choice(("", "", "g"))
                yield Need(package.id, competence, rng.randint(1, 5), kind, group, rng.choice((1, 1, 2)))


def _loans(rng: Random, guests: Sequence[Employee], teams: Sequence[Team], hours: Decimal) -> Iterator[Loan]:
    for guest in guests:
        yield Loan(
            employee=guest.id,
            host=UNIT,
            superior_consent=rng.choice((Consent.GRANTED, Consent.GRANTED, Consent.PENDING)),
            head_consent=rng.choice((Consent.GRANTED, Consent.GRANTED, Consent.REFUSED)),
            team=rng.choice(("", *(team.id for team in teams))),
            max_minutes=rng.choice((None, int(hours * MINUTES_PER_HOUR) // 3)),
        )


def _locks(
    rng: Random,
    people: Sequence[Employee],
    teams: Sequence[Team],
    work: Sequence[WorkPackage],
    chances: _Chances,
    hours: Decimal,
) -> Iterator[Lock]:
    """Each kind now and then, sometimes where it contradicts another or a clause."""
    third = int(hours * MINUTES_PER_HOUR) // 3
    for kind in LockKind:
        if rng.random() > chances.lock:
            continue
        fitting = list(people) if rng.random() < chances.careless else _fitting(kind, people)
        if not fitting:
            continue
        first = rng.choice(fitting)
        package = rng.choice(work).id
        if kind in (LockKind.TOGETHER, LockKind.APART):
            others = [person for person in people if person is not first]
            yield Lock(kind, first.id, "alasan", other=rng.choice(others).id)
        elif kind is LockKind.HOURS:
            yield Lock(kind, first.id, "alasan", package=package, minutes=third)
        elif kind is LockKind.WISH and (not teams or rng.random() < 0.5):
            yield Lock(kind, first.id, "alasan", package=package)
        elif teams:
            minutes = third if kind is LockKind.ADVISER else None
            yield Lock(kind, first.id, "alasan", team=rng.choice(teams).id, minutes=minutes)


def _fitting(kind: LockKind, people: Sequence[Employee]) -> list[Employee]:
    match kind:
        case LockKind.ADVISER:
            return [person for person in people if person.level is Level.UTAMA and person.unit == UNIT]
        case LockKind.LEAD:
            return [p for p in people if p.category is Category.EXPERT and not p.leads_elsewhere]
        case _:
            return list(people)


def _decree(rng: Random, people: Sequence[Employee], teams: Sequence[Team]) -> Iterator[CurrentSeat]:
    for team in (*(t.id for t in teams), "lama"):
        for person in people:
            if rng.random() < 0.4:
                yield CurrentSeat(person.id, team, rng.choice((SeatRole.LEAD, SeatRole.MEMBER)))


def _readings(rng: Random) -> Iterator[Setting]:
    switchable = sorted(id for id, reading in pack().readings.items() if reading.switchable)
    for id in rng.sample(switchable, 2):
        yield Setting(id, rng.choice(pack().readings[id].options)[0], "alasan")
