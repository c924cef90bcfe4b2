"""A folder with two results of the example of pattern 4, as `alokasi solve` leaves them.

The second is made from the first, so that they differ in the same way on every machine, however busy.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from alokasi.examples import example
from alokasi.results import evaluate
from alokasi.solve import Limits, solve
from alokasi.tables import result_sheets
from alokasi.workbook import write_result
from alokasi_models.packs import ruleset
from alokasi_models.plan import Outcome, Plan
from alokasi_models.problem import Problem, SeatRole


def fill(folder: Path, seconds: float = 3.0) -> Path:
    """Writes usulan.xlsx (profile seimbang) and kompetensi.xlsx, the newest.

    In the latter two members of different teams have changed places, and one package is done by nobody.
    """
    problem = example("4")
    outcome = solve(problem, ruleset(problem, "seimbang"), Limits(seconds=seconds))
    assert outcome.plan is not None
    _write(folder / "usulan.xlsx", problem, outcome)
    other = _with_one_package_less(_with_two_exchanged(outcome.plan))
    _write(folder / "kompetensi.xlsx", problem, replace(outcome, plan=other, profile="kompetensi"))
    return folder


def _write(path: Path, problem: Problem, outcome: Outcome) -> None:
    result = evaluate(problem, ruleset(problem, outcome.profile), outcome.plan, outcome)
    write_result(path, problem, result_sheets(result))


def _with_two_exchanged(plan: Plan) -> Plan:
    """Two who sit in one team each, not the same, take each other's seat and work."""
    teams: dict[str, list[str]] = {}
    for seat in plan.seats:
        teams.setdefault(seat.employee, []).append(seat.team)
    members = [s for s in plan.seats if s.role is SeatRole.MEMBER and len(teams[s.employee]) == 1]
    one = members[0]
    other = next(seat for seat in members if seat.team != one.team)
    place = {one.employee: other.employee, other.employee: one.employee}
    return replace(
        plan,
        seats=tuple(replace(s, employee=place.get(s.employee, s.employee)) for s in plan.seats),
        work=tuple(replace(w, employee=place.get(w.employee, w.employee)) for w in plan.work),
    )


def _with_one_package_less(plan: Plan) -> Plan:
    left = plan.work[0].package
    return replace(plan, work=tuple(work for work in plan.work if work.package != left))
