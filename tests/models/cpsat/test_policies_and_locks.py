"""Policy limits and rows of Ketentuan, below, at and above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alokasi_models.problem import Coordinator, Lock, LockKind, Problem, WorkForm
from builders import (
    HOUR,
    head,
    home_unit,
    loan,
    lock,
    officials,
    package,
    people,
    person,
    setting,
    team,
    unit,
)
from models.cpsat.asking import Asked, made

FULL = 1000 * HOUR  # effective minutes of everybody in builders
P01, SHARE, DUTY = FULL * 120 // 100, FULL * 10 // 100, FULL * 10 // 100


def pair(*locks: Lock, hours: int = 3000) -> Problem:
    return made(people("a", "b", "c"), (package("w", hours, team="t"),), (team("t"),), locks=locks)


@pytest.mark.parametrize(("minutes", "possible"), [(P01 - 1, True), (P01, True), (P01 + 1, False)])
def test_p01_a_member_works_at_most_120_per_cent(minutes: int, possible: bool) -> None:
    asked = Asked(pair()).seats("t", "a", "b")
    assert asked.given((asked.x.on_package("b", "w"), minutes)).possible is possible


@pytest.mark.parametrize(("minutes", "possible"), [(P01 - DUTY, True), (P01 - DUTY + 1, False)])
def test_p03_the_leads_duty_counts_in_the_load(minutes: int, possible: bool) -> None:
    asked = Asked(pair()).seats("t", "a", "b")
    assert asked.given((asked.x.on_package("a", "w"), minutes)).possible is possible


@pytest.mark.parametrize(("minutes", "possible"), [(SHARE - 1, False), (SHARE, True), (SHARE + 1, True)])
def test_p02_a_member_works_the_minimum_share(minutes: int, possible: bool) -> None:
    asked = Asked(pair(), shares=True).seats("t", "a", "b")
    assert asked.given((asked.x.on_package("b", "w"), minutes)).possible is possible


def test_p02_a_ketua_may_have_no_hours_on_packages() -> None:
    asked = Asked(pair(), shares=True).seats("t", "a", "b")
    assert asked.given((asked.x.on_package("a", "w"), 0)).possible


def test_without_a_seat_there_are_no_hours() -> None:
    asked = Asked(pair()).seats("t", "a", "b")
    assert not asked.given((asked.x.on_package("c", "w"), 1)).possible


def test_a_package_takes_no_more_than_its_hours() -> None:
    for minutes, possible in ((100 * HOUR, True), (100 * HOUR + 1, False)):
        asked = Asked(pair(hours=100))
        assert asked.given((asked.x.served("w"), minutes)).possible is possible


@pytest.mark.parametrize(
    ("minutes", "possible"), [(49 * HOUR, True), (50 * HOUR, True), (50 * HOUR + 1, False)]
)
def test_a_loan_gives_no_more_than_its_hours(minutes: int, possible: bool) -> None:
    p = made(
        (*people("a", "b"), person("g", unit="x", superior="hx")),
        (package("w", 3000, team="t"),),
        (team("t"),),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g", max_minutes=50 * HOUR),),
    )
    asked = Asked(p).seats("t", "a", "bg")
    assert asked.given((asked.x.on_package("g", "w"), minutes)).possible is possible


@pytest.mark.parametrize(
    ("members", "possible"), [("b", False), ("bc", True), ("bcd", True), ("bcde", False)]
)
def test_sizes_of_the_workbook(members: str, possible: bool) -> None:
    sized = team("t", min_size=3, max_size=4)
    p = made(people(*"abcde"), (package("w", 100, team="t"),), (sized,))
    assert Asked(p).seats("t", "a", members).possible is possible


@pytest.mark.parametrize(
    ("kind", "kept", "broken"),
    [
        (LockKind.MEMBER, ("a", "c"), ("a", "b")),
        (LockKind.LEAD, ("c", "a"), ("a", "c")),
        (LockKind.NOT_MEMBER, ("a", "b"), ("a", "bc")),
        (LockKind.NOT_LEAD, ("a", "c"), ("c", "a")),
    ],
)
def test_locks_of_one_person(kind: LockKind, kept: tuple[str, str], broken: tuple[str, str]) -> None:
    p = pair(lock(kind, "c", "t"))
    assert Asked(p).seats("t", *kept).possible
    assert not Asked(p).seats("t", *broken).possible


def test_two_people_together() -> None:
    p = pair(lock(LockKind.TOGETHER, "b", other="c"))
    assert Asked(p).seats("t", "a", "bc").possible
    assert not Asked(p).seats("t", "a", "b").possible


def test_two_people_apart() -> None:
    p = pair(lock(LockKind.APART, "b", other="c"))
    assert Asked(p).seats("t", "a", "b").possible
    assert not Asked(p).seats("t", "a", "bc").possible


@pytest.mark.parametrize(("minutes", "possible"), [(599, False), (600, True), (601, False)])
def test_locked_hours_are_exact(minutes: int, possible: bool) -> None:
    asked = Asked(pair(lock(LockKind.HOURS, "b", package="w", minutes=600))).seats("t", "a", "b")
    assert asked.given((asked.x.on_package("b", "w"), minutes)).possible is possible


def test_a_wish_forbids_nothing() -> None:
    p = pair(lock(LockKind.WISH, "c", "t"))
    assert Asked(p).seats("t", "a", "b").possible


def test_reading_a15_opens_a_team_of_an_administrator_to_the_unit() -> None:
    under = team("t", "a1", coordinator=Coordinator.ADMINISTRATOR)
    staff = (person("a", superior="a1"), person("b"))
    p = made(staff, (package("w", 100, team="t"),), (under,), officials=officials(1))
    assert not Asked(p).seats("t", "", "ab").possible
    opened = replace(p, settings=(setting("A15", "seluruh_unit"),))
    assert Asked(opened).seats("t", "", "ab").possible


def test_individual_work_stays_inside_the_unit() -> None:
    p = made(
        (person("a"), person("g", unit="x", superior="hx")),
        (package("w", 10, form=WorkForm.INDIVIDUAL),),
        units=(unit(), home_unit("x")),
        officials=(*officials(0, 1), head("hx", unit="x")),
        loans=(loan("g"),),
    )
    asked = Asked(p)
    assert set(asked.inst.alone["w"]) == {"a"}
    assert asked.possible
