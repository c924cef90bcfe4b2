"""What differs between two plans, person by person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from alokasi_models.differences import SEATED, Difference, DifferenceKind, continuation, differences
from alokasi_models.plan import Plan
from builders import ADVISER, HOUR, LEAD, MEMBER, formed, plan, seat, work

BEFORE = plan(
    [formed("t1"), formed("t2")],
    [
        seat("t1", "a", LEAD, 100, 10),
        seat("t1", "b", MEMBER, 200),
        seat("t2", "c", LEAD, 50, 10),
        seat("t2", "d", MEMBER, 80),
    ],
    [
        work("w1", "t1", "a", 100),
        work("w1", "t1", "b", 200),
        work("w2", "t2", "c", 50),
        work("w2", "t2", "d", 80),
        work("w3", "", "d", 40),
    ],
)


def seated(*seats: tuple[str, str, object, int], alone: int = 40) -> Plan:
    """Everybody works only on the one package of the team."""
    package = {"t1": "w1", "t2": "w2", "t9": "w2"}
    teams = dict.fromkeys(team for team, *_ in seats)
    return plan(
        [formed(team) for team in teams],
        [seat(team, id, role, hours, 10 if role is LEAD else 0) for team, id, role, hours in seats],
        [*(work(package[team], team, id, hours) for team, id, _, hours in seats), work("w3", "", "d", alone)],
    )


SAME = (("t1", "a", LEAD, 100), ("t1", "b", MEMBER, 200), ("t2", "c", LEAD, 50), ("t2", "d", MEMBER, 80))


def kinds(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.employee, str(one.kind), one.team, one.other) for one in found]


def test_the_same_seats_and_hours_differ_in_nothing():
    assert differences(BEFORE, seated(*SAME)) == ()


def test_who_comes_goes_moves_and_takes_another_role():
    after = seated(
        ("t1", "b", LEAD, 200), ("t1", "d", MEMBER, 80), ("t2", "c", LEAD, 50), ("t2", "e", MEMBER, 80)
    )
    assert kinds(differences(BEFORE, after)) == [
        ("a", "keluar", "t1", ""),
        ("b", "ganti peran", "t1", ""),
        ("d", "pindah", "t1", "t2"),
        ("e", "masuk", "t2", ""),
    ]


def test_a_move_tells_hours_and_roles_of_both_seats():
    after = seated(*SAME[:2], ("t1", "c", MEMBER, 70), ("t2", "d", LEAD, 80))
    (moved, led) = differences(BEFORE, after)
    assert moved == Difference(
        "c", DifferenceKind.MOVES, "t1", "t2", "Ketua", "Anggota", 60 * HOUR, 70 * HOUR
    )
    assert (led.role_before, led.role_after, led.before, led.after) == (
        "Anggota",
        "Ketua",
        80 * HOUR,
        90 * HOUR,
    )


def test_hours_are_told_from_an_hour_on_also_of_individual_work():
    after = seated(*SAME[:3], ("t2", "d", MEMBER, 90), alone=30)
    assert kinds(differences(BEFORE, after)) == [("d", "ganti jam", "t2", ""), ("d", "ganti jam", "", "")]
    little = replace(after, work=tuple(replace(row, minutes=row.minutes + 59) for row in BEFORE.work))
    assert [one.employee for one in differences(BEFORE, replace(little, seats=BEFORE.seats))] == []


def test_the_hours_of_all_differences_are_those_of_the_plans():
    after = seated(("t1", "b", LEAD, 210), ("t1", "d", MEMBER, 10), ("t2", "e", LEAD, 80), alone=0)
    told: Counter[str] = Counter()
    for one in differences(BEFORE, after, noticed=1):
        told[one.employee] += one.after - one.before
    change = {id: after.load()[id] - BEFORE.load()[id] for id in (*BEFORE.load(), *after.load())}
    assert {id: minutes for id, minutes in told.items() if minutes} == {
        id: m for id, m in change.items() if m
    }


def test_an_adviser_is_no_member():
    after = replace(BEFORE, seats=(*BEFORE.seats[:3], seat("t2", "d", ADVISER, 80)))
    assert [(one.kind, one.role_after) for one in differences(BEFORE, after) if one.kind in SEATED] == [
        (DifferenceKind.ROLE, "Penasihat")
    ]


def test_a_team_goes_on_under_another_code():
    after = seated(*SAME[:2], ("t9", "c", LEAD, 50), ("t9", "d", MEMBER, 80))
    assert continuation(BEFORE, after, {"w1": 300, "w2": 130}) == {"t1": "t1", "t9": "t2"}
    assert differences(BEFORE, after, {"t1": "t1", "t9": "t2"}) == ()


def test_without_shared_work_the_team_with_the_same_members_goes_on():
    after = replace(seated(*SAME[:2], ("t9", "c", LEAD, 50)), work=())
    assert continuation(replace(BEFORE, work=()), after, {}) == {"t1": "t1", "t9": "t2"}


def test_members_of_a_merged_team_follow_it():
    expected = seated(*SAME[:2], ("t1", "c", MEMBER, 50), ("t1", "d", MEMBER, 80))
    after = seated(*SAME[:2], ("t1", "c", MEMBER, 60))
    assert kinds(differences(BEFORE, after, expected=expected)) == [
        ("c", "ikut tim", "t1", "t2"),
        ("d", "keluar", "t2", ""),
    ]


def test_of_two_seats_that_become_one_the_second_follows():
    both = replace(BEFORE, seats=(*BEFORE.seats, seat("t2", "b", MEMBER, 30)))
    expected = seated(*SAME[:2], ("t1", "c", MEMBER, 50), ("t1", "d", MEMBER, 80))
    assert ("b", "ikut tim", "t2", "") in kinds(differences(both, expected, expected=expected))
