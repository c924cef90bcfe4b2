"""What a search may change around a plan: the rest stands, and the plan itself is always an answer."""

from __future__ import annotations

from threading import Event

from alokasi.solve.engine import Effort, Found, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Freedom, build, instance
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import TeamStatus, WorkForm
from builders import HOUR, LEAD, MEMBER, package, people, problem, team


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
