"""What a search may change around a plan: the rest stands, and the plan itself is always an answer."""

from __future__ import annotations

from threading import Event

from alokasi.rules import audit
from alokasi.solve.dealing import deal
from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Freedom, build, instance
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Coordinator, LockKind, TeamStatus, WorkForm
from builders import HOUR, LEAD, MEMBER, lock, officials, package, people, person, problem, team


def test_hours_of_somebody_in_two_open_teams_stand_where_the_package_is() -> None:
    """d is closed and sits in both teams; the package that may pass from one to the other has d's hours once."""
    teams = tuple(team(id, status=TeamStatus.PROPOSED) for id in "ts")
    p = problem(
        people(*"abcd"),
        (package("w", 900, form=WorkForm.FREE), package("x", 900, team="t"), package("y", 900, team="s")),
        teams,
    )
    inst = instance(p, ruleset(p))
    standing = Plan(
        tuple(FormedTeam(t.id, t.name, t.unit, t.seat) for t in teams),
        (
            Seat("t", "a", LEAD, 0, 100 * HOUR),
            Seat("t", "d", MEMBER, 100 * HOUR),
            Seat("s", "b", LEAD, 0, 100 * HOUR),
            Seat("s", "d", MEMBER, 100 * HOUR),
        ),
        (Work("w", "t", "d", 100 * HOUR), Work("x", "t", "", 0), Work("y", "s", "d", 100 * HOUR)),
    )
    freedom = Freedom(standing=ledger(standing), teams=frozenset("ts"), people=frozenset("abc"))
    found = search(Task(build(inst, freedom), 0, Effort(1.0)), Clock(20.0, Event()))
    assert found.found is not Found.INFEASIBLE
    assert found.plan is not None
    assert ledger(found.plan).on_package["d", "w"] == 100 * HOUR


def test_a_plan_with_somebody_who_may_not_sit_there_is_no_answer_even_where_nothing_is_open() -> None:
    """K025: b is of the head's staff, not of the Administrator's."""
    under = team("t", "a1", coordinator=Coordinator.ADMINISTRATOR)
    staff = (*people("a", "c", superior="a1"), person("b"))
    p = problem(staff, (package("w", 900, team="t"),), (under,), officials=officials(1, 1))
    inst = instance(p, ruleset(p))

    def plan(*members: str) -> Plan:
        return Plan(
            (FormedTeam("t", "Tim t", "u", "a1", Coordinator.ADMINISTRATOR),),
            tuple(Seat("t", id, MEMBER, 200 * HOUR) for id in members),
            tuple(Work("w", "t", id, 200 * HOUR) for id in members),
        )

    for members, possible in (("ac", True), ("abc", False), ("ab", False)):
        closed = Freedom(standing=ledger(plan(*members)), teams=frozenset(), people=frozenset())
        found = search(Task(build(inst, closed), 0, Effort(1.0)), Clock(20.0, Event()))
        assert (found.plan is not None and found.plan.seats == plan(*members).seats) is possible


def test_locked_hours_seat_nobody_in_a_team_of_others() -> None:
    """Work that is free to go to any team has locked hours of somebody who may not sit in the one it fits best."""
    p = problem(
        (*people("a", "c", superior="a1"), *people("b", "d", "e")),
        (package("w", 900, team="t", theme="uji"), package("v", 900, theme="uji")),
        (team("t", "a1", coordinator=Coordinator.ADMINISTRATOR), team("s", status=TeamStatus.PROPOSED)),
        officials=officials(1, 1),
        locks=(lock(LockKind.HOURS, "b", package="v", minutes=400 * HOUR),),
    )
    rules = ruleset(p)
    inst = instance(p, rules)
    start = first_plan(inst, Clock(20.0, Event()), 0, None)
    assert start.plan is not None
    assert audit(p, start.plan, rules).broken == ()
    wrongly = ledger(deal(inst, {"w": "t", "v": "t"}))
    closed = Freedom(standing=wrongly, teams=frozenset(), people=frozenset())
    assert search(Task(build(inst, closed), 0, Effort(1.0)), Clock(20.0, Event())).plan is None
