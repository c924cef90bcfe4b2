"""Scenes of a few decisions at, below and above every limit of what a plan is, of policy, and of Ketentuan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agreement.sketches import Decision, Scene
from agreement.test_agreement import made, slot
from alokasi_models.packs import ruleset
from alokasi_models.problem import (
    Coordinator,
    Level,
    Lock,
    LockKind,
    Problem,
    TeamStatus,
    WorkForm,
)
from builders import (
    HOUR,
    head,
    home_unit,
    loan,
    lock,
    officials,
    package,
    pelaksana,
    pengawas,
    people,
    person,
    setting,
    team,
    unit,
)

YEAR = 1000 * HOUR  # effective minutes of everybody
MOST, SHARE, DUTY = YEAR * 120 // 100, YEAR * 10 // 100, YEAR * 10 // 100
YES, MAYBE = (1,), (0, 1)


def scene(p: Problem, choices: Mapping[Decision, Sequence[int]], *seen: str, **values: Any) -> Scene:
    return Scene(p, ruleset(p), choices, frozenset(seen), **values)


def team_of(*members: str, of: str = "t", lead: str = "a", owns: str = "w") -> dict[Decision, Sequence[int]]:
    """A team that stands, with its package, its ketua and members."""
    return {
        ("formed", of): YES,
        ("owns", owns, of): YES,
        ("lead", lead, of): YES,
        **{("member", id, of): YES for id in (lead, *members)},
    }


def hours_of_a_package() -> Scene:
    p = made(people("a", "b"), (package("w", 10, team="t"),), (slot("t"),))
    hours = {("minutes", "a", "w", "t"): (0, 300), ("minutes", "b", "w", "t"): (0, 300, 301)}
    return scene(p, team_of("b") | hours, "too much for a package")


def hours_without_a_seat() -> Scene:
    p = made(people("a", "b", "c"), (package("w", 10, team="t"),), (slot("t"),))
    outsider = {("member", "c", "t"): MAYBE, ("minutes", "c", "w", "t"): (0, 1, 300)}
    return scene(p, team_of("b") | outsider, "no seat")


def the_minimum_share() -> Scene:
    p = made(people("a", "b"), (package("w", 900, team="t"),), (slot("t"),))
    hours = {("minutes", id, "w", "t"): (0, SHARE - 1, SHARE) for id in "ab"}
    return scene(p, team_of("b") | hours, "P02", shares=True)


def the_maximum_load() -> Scene:
    """Hours of a member on two packages, of a ketua beside the duty, and of an adviser beside the advice."""
    p = made(
        (*people("a", "b"), person("u", level=Level.UTAMA)),
        (package("w", 5000, team="t"), package("v", 5000, form=WorkForm.INDIVIDUAL)),
        (slot("t"),),
        locks=(lock(LockKind.ADVISER, "u", "t", minutes=600),),
        settings=(setting("A31", "beberapa"),),
    )
    hours: dict[Decision, Sequence[int]] = {("alone", "v", id): YES for id in "abu"}
    hours |= {("minutes", id, "w", "t"): (0, 60) for id in "ab"}
    hours |= {("minutes", "a", "v", ""): (MOST - DUTY - 60, MOST - DUTY - 59)}
    hours |= {("minutes", "b", "v", ""): (MOST - 60, MOST - 59)}
    hours |= {("minutes", "u", "v", ""): (MOST - 600, MOST - 599)}
    return scene(p, team_of("b") | hours, "P01")


def work_of_another_owner() -> Scene:
    p = made(
        people("a", "b", "c", "d"),
        (package("w", 10, team="t"), package("x", 10, team="s"), package("v", 10, form=WorkForm.FREE)),
        (slot("t"), slot("s")),
    )
    owners = {("owns", "v", "t"): MAYBE, ("owns", "v", "s"): MAYBE, ("minutes", "b", "v", "t"): (0, 1, 600)}
    return scene(p, team_of("b") | team_of("d", of="s", lead="c", owns="x") | owners, "not the owner")


def work_of_another_holder() -> Scene:
    p = made(people("a", "b"), (package("w", 10, form=WorkForm.INDIVIDUAL),), ())
    holders = {("alone", "w", id): MAYBE for id in "ab"}
    return scene(p, holders | {("minutes", "b", "w", ""): (0, 1, 600)}, "not the holder", "K067")


def hours_lent() -> Scene:
    """Two loans of one guest, each to a team; one of them allows a ketua's duty and an hour."""
    p = made(
        (*people("a", "b", "c"), person("g", unit="x", superior="hx")),
        (package("w", 500, team="t"), package("v", 500, team="s")),
        (slot("t"), slot("s")),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(
            loan("g", team="t", max_minutes=50 * HOUR),
            loan("g", team="s", max_minutes=DUTY + HOUR),
        ),
    )
    seats = team_of("b", "g") | team_of("c", of="s", lead="g", owns="v")
    hours = {("minutes", "g", "w", "t"): (0, 3000, 3001), ("minutes", "g", "v", "s"): (0, 60, 61)}
    return scene(p, seats | hours, "loan")


def hours_lent_to_another_unit_too() -> Scene:
    """Each loan counts the teams of its own host only."""
    p = made(
        (
            *people("a", "b"),
            *people("c", "d", unit="y", superior="hy"),
            pelaksana("g", unit="x", superior="hx"),
        ),
        (package("w", 500, team="t"), package("v", 500, team="s", unit="y")),
        (slot("t"), slot("s", "hy", unit="y")),
        units=(unit(), unit("y"), home_unit("x")),
        officials=(
            *officials(0, 1),
            head("hy", unit="y"),
            pengawas("py", "hy", unit="y"),
            head("hx", unit="x"),
        ),
        loans=(loan("g", max_minutes=50 * HOUR), loan("g", "y", max_minutes=100 * HOUR)),
    )
    seats = team_of("b", "g") | team_of("d", "g", of="s", lead="c", owns="v")
    hours = {("minutes", "g", "w", "t"): (0, 3000), ("minutes", "g", "v", "s"): (0, 3000, 6000)}
    return scene(p, seats | hours)


def a_team_not_formed() -> Scene:
    p = made(people("a", "b"), (package("w", 10, form=WorkForm.FREE),), (slot("t"),))
    choices: dict[Decision, Sequence[int]] = {("formed", "t"): MAYBE, ("owns", "w", "t"): MAYBE}
    choices |= {("member", id, "t"): MAYBE for id in "ab"} | {("lead", "a", "t"): MAYBE}
    choices |= {("alone", "w", "b"): MAYBE}
    return scene(p, choices, "not formed", "lead outside")


def sizes_of_the_workbook() -> Scene:
    p = made(people(*"abcde"), (package("w", 10, team="t"),), (slot("t", min_size=3, max_size=4),))
    return scene(p, team_of("b") | {("member", id, "t"): MAYBE for id in "cde"}, "size")


def together(seats: Mapping[Decision, Sequence[int]]) -> dict[Decision, int]:
    return dict.fromkeys(seats, 1)


def a_team_without_a_place() -> Scene:
    """A Pengawas has no teams; neither has an Administrator one with a ketua."""
    p = made(
        people(*"abcd", superior="a1"),
        tuple(package(f"w{t}", 10, form=WorkForm.FREE) for t in "ts"),
        (slot("t", "p1"), slot("s", "a1", coordinator=Coordinator.LEAD)),
        officials=officials(1, 1),
    )
    at_t, at_s = together(team_of("b", owns="wt")), together(team_of("d", of="s", lead="c", owns="ws"))
    alone = {"t": {("alone", "wt", "a"): 1}, "s": {("alone", "ws", "c"): 1}}
    ways = (at_t | alone["s"], at_s | alone["t"], alone["t"] | alone["s"])
    return scene(p, {}, "no place for teams", ways=ways)


def designed_teams_in_order() -> Scene:
    p = made(people(*"abcd"), tuple(package(w, 10, form=WorkForm.FREE) for w in "vw"), ())
    first, second = (s.id for s in scene(p, {}).inst.slots[:2])
    alone: dict[Decision, int] = {("alone", "v", "c"): 1}
    ways = [together(team_of("b", of=id)) | alone for id in (first, second)]
    both = together(team_of("b", of=first)) | together(team_of("d", of=second, lead="c", owns="v"))
    return scene(p, {}, "out of order", ways=(*ways, both, {("alone", "w", "a"): 1, **alone}))


def locked(*locks: Lock, hours: Mapping[Decision, Sequence[int]] | None = None) -> Scene:
    """Two teams of three people at most, with a ketua each; the rest may sit anywhere."""
    p = made(
        people(*"abcde"),
        (package("w", 20, team="t"), package("x", 20, team="s")),
        (team("t"), team("s", status=TeamStatus.PROPOSED)),
        locks=locks,
    )
    choices = team_of("b") | team_of("d", of="s", lead="c", owns="x")
    if hours is None:
        choices |= {("member", id, t): MAYBE for id in "be" for t in "ts"}
        choices |= {("lead", id, "t"): MAYBE for id in "ab"}
    return scene(p, choices | (hours or {}), *{str(lock.kind) for lock in locks})


SCENES: Mapping[str, Callable[[], Scene]] = {
    "hours of a package": hours_of_a_package,
    "hours without a seat": hours_without_a_seat,
    "minimum share": the_minimum_share,
    "maximum load": the_maximum_load,
    "another owner": work_of_another_owner,
    "another holder": work_of_another_holder,
    "hours lent": hours_lent,
    "hours lent twice": hours_lent_to_another_unit_too,
    "not formed": a_team_not_formed,
    "sizes": sizes_of_the_workbook,
    "no place": a_team_without_a_place,
    "in order": designed_teams_in_order,
    "member": lambda: locked(lock(LockKind.MEMBER, "e", "s")),
    "lead": lambda: locked(lock(LockKind.LEAD, "b", "t")),
    "not member": lambda: locked(lock(LockKind.NOT_MEMBER, "e", "s")),
    "not lead": lambda: locked(lock(LockKind.NOT_LEAD, "a", "t")),
    "together": lambda: locked(lock(LockKind.TOGETHER, "b", other="e")),
    "together there": lambda: locked(lock(LockKind.TOGETHER, "b", "s", other="e")),
    "apart": lambda: locked(lock(LockKind.APART, "b", other="e")),
    "apart there": lambda: locked(lock(LockKind.APART, "b", "s", other="e")),
    "hours": lambda: locked(
        lock(LockKind.HOURS, "b", package="w", minutes=600),
        hours={("minutes", "b", "w", "t"): (0, 599, 600, 601)},
    ),
}
