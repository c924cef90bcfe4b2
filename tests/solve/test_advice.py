"""Advice by lock: each team gets its own hours, and the adviser's load has all of them once."""

from __future__ import annotations

from threading import Event

from tests.builders import HOUR, lock, package, people, person, problem, team

from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.problem import Level, LockKind, SeatRole


def test_advice_to_two_teams_keeps_the_hours_of_each():
    unit = problem(
        (*people("a", "b", "c", "d"), person("u", level=Level.UTAMA)),
        (package("k1", 500, team="t1"), package("k2", 500, team="t2")),
        (team("t1"), team("t2")),
        locks=(
            lock(LockKind.ADVISER, "u", "t1", minutes=100 * HOUR),
            lock(LockKind.ADVISER, "u", "t2", minutes=50 * HOUR),
        ),
    )
    plan = first_plan(instance(unit, ruleset(unit)), Clock(10.0, Event()), 0, None).plan
    assert plan is not None
    advice = {seat.team: seat.minutes for seat in plan.seats if seat.role is SeatRole.ADVISER}
    assert advice == {"t1": 100 * HOUR, "t2": 50 * HOUR}
    others = sum(row.minutes for row in plan.work if row.employee == "u")
    duty = sum(seat.duty for seat in plan.seats if seat.employee == "u")
    assert plan.load()["u"] == 150 * HOUR + others + duty
