"""A counted reason is never false: where one is told, trying every seating of a tiny unit finds none that is lawful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from random import Random

from alokasi.solve.counting import impossible
from alokasi_models.packs import ruleset
from alokasi_models.problem import Category, Coordinator, Lock, LockKind, Problem, Team, TeamStatus
from builders import lock, officials, package, pelaksana, person, problem, team

Seating = dict[str, tuple[frozenset[str], str]]  # team -> members, ketua ("" beside an Administrator)

MEMBERS = ("a", "b", "c", "d")
KINDS = (
    LockKind.MEMBER,
    LockKind.LEAD,
    LockKind.NOT_MEMBER,
    LockKind.NOT_LEAD,
    LockKind.TOGETHER,
    LockKind.APART,
)
RUNS = 1500


def test_where_a_reason_is_told_no_seating_is_lawful():
    told = blocked = 0
    for seed in range(RUNS):
        made = tiny(Random(seed))
        reasons = impossible(made, ruleset(made))
        found = next(lawful_seatings(made), None)
        assert not (reasons and found), (seed, reasons, found)
        told += bool(reasons)
        blocked += found is None
    assert told > RUNS / 5  # the trial means something
    assert told > 0.9 * blocked  # and few impossible units are left without a reason


def test_what_is_told_of_a_part_holds_whatever_the_missing_rows_say():
    told = 0
    for seed in range(RUNS):
        made = tiny(Random(seed))
        part, incomplete = without_some_rows(Random(seed), made)
        reasons = impossible(part, ruleset(part), incomplete)
        if reasons:
            assert next(lawful_seatings(made), None) is None, (seed, incomplete, reasons)
            told += 1
    assert told > RUNS / 10


def without_some_rows(random: Random, made: Problem) -> tuple[Problem, frozenset[str]]:
    """The unit as read where a person, a team with its packages, a package or a lock could not be read."""
    missing = random.choice(("employees", "teams", "packages", "locks"))
    gone = random.choice(getattr(made, missing)) if getattr(made, missing) else None
    id = getattr(gone, "id", "")
    packages = tuple(p for p in made.packages if id not in (p.id, p.team))
    part = replace(
        made,
        employees=tuple(e for e in made.employees if e.id != id),
        teams=tuple(t for t in made.teams if t.id != id),
        packages=packages,
        locks=tuple(k for k in made.locks if k is not gone and id not in (k.employee, k.other, k.team)),
    )
    fewer_packages = {"packages"} if len(packages) < len(made.packages) else set()
    return part, frozenset({missing} | fewer_packages)


def tiny(random: Random) -> Problem:
    """Up to four people, some below an Administrator, up to three fixed teams and a few locks."""
    employees = [
        (person if random.random() < 0.6 else pelaksana)(id, superior=random.choice(("h", "h", "a1")))
        for id in MEMBERS[: random.randint(2, 4)]
    ]
    teams = [_team(random, f"t{n}") for n in range(random.randint(1, 3))]
    return problem(
        employees,
        [package(f"w{t.id}", team=t.id) for t in teams],
        teams,
        officials=officials(1, 1),
        locks=tuple(
            _lock(random, [e.id for e in employees], [t.id for t in teams])
            for _ in range(random.randint(0, 4))
        ),
    )


def _team(random: Random, id: str) -> Team:
    sizes = {"min_size": random.choice((None, None, 3)), "max_size": random.choice((None, None, 2, 3))}
    if random.random() < 0.3:
        return team(id, "a1", coordinator=Coordinator.ADMINISTRATOR, **sizes)
    return team(id, **sizes)


def _lock(random: Random, people: list[str], teams: list[str]) -> Lock:
    kind = random.choice(KINDS)
    if kind in (LockKind.TOGETHER, LockKind.APART):
        one, other = random.sample(people, 2)
        return lock(kind, one, other=other)
    anywhere = kind in (LockKind.NOT_MEMBER, LockKind.NOT_LEAD) and random.random() < 0.2
    return lock(kind, random.choice(people), "" if anywhere else random.choice(teams))


def lawful_seatings(made: Problem) -> Iterator[Seating]:
    """Every seating of the fixed teams that keeps K003, K025, K090, K091, K101, K103, the sizes and the locks."""
    assert all(t.status is TeamStatus.FIXED for t in made.teams)
    for chosen in product(*(_ways(made, t) for t in made.teams)):
        seating = dict(zip((t.id for t in made.teams), chosen, strict=True))
        if _lawful(made, seating):
            yield seating


def _ways(made: Problem, team: Team) -> list[tuple[frozenset[str], str]]:
    named = {
        k.employee for k in made.locks if k.team == team.id and k.kind in (LockKind.MEMBER, LockKind.LEAD)
    }
    under = team.seat == "a1"
    may_sit = [e.id for e in made.employees if not under or e.superior == "a1" or e.id in named]
    experts = {e.id for e in made.employees if e.category is Category.EXPERT}
    ways = []
    for size in range(max(2, team.min_size or 0), min(len(may_sit), team.max_size or 99) + 1):
        for members in combinations(may_sit, size):
            leads = [""] if under else [id for id in members if id in experts]
            ways += [(frozenset(members), lead) for lead in leads]
    return ways


def _lawful(made: Problem, seating: Seating) -> bool:
    seats = Counter(id for members, _ in seating.values() for id in members)
    leads = Counter(lead for _, lead in seating.values() if lead)
    if max(seats.values()) > 2 or max(leads.values(), default=0) > 1:
        return False
    return all(_kept(lock, seating) for lock in made.locks)


def _kept(lock: Lock, seating: Seating) -> bool:
    both = any({lock.employee, lock.other} <= members for members, _ in seating.values())
    at = [seating[lock.team]] if lock.team else list(seating.values())
    match lock.kind:
        case LockKind.MEMBER:
            return all(lock.employee in members for members, _ in at)
        case LockKind.LEAD:
            return all(lead == lock.employee for _, lead in at)
        case LockKind.NOT_MEMBER:
            return not any(lock.employee in members for members, _ in at)
        case LockKind.NOT_LEAD:
            return not any(lead == lock.employee for _, lead in at)
        case LockKind.TOGETHER:
            return both
        case _:
            return not both
