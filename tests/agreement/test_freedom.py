"""Around a plan only what is left open changes, all of that may change, and the plan itself is always an answer; every
condition on what is open is needed.
"""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from ortools.sat.python import cp_model

from agreement.neighbourhoods import Case, cases, difference, elsewhere, least_freedom, moved_though_closed
from agreement.row_mutants import Mutant, mutants
from alokasi_models.cpsat import Freedom, build, freedom, plan_values
from alokasi_models.cpsat.decisions import Decisions
from alokasi_models.ledger import ledger
from alokasi_models.plan import Plan
from alokasi_models.problem import SeatRole

ALIKE = {  # the declaring of a team asks for it too
    "Freedom.seat:no self.seated in self.seatedornotself.team(slot)",
    "Freedom.seat:no notself.team(slot) in self.seatedornotself.team(slot)",
    "Freedom.seat:False for self.seatedornotself.team(slot)",
}
FAILS = (LookupError, AttributeError, TypeError, ValueError)  # a changed function may fail: that is seen too
_LIKELY: list[int] = []  # the case that showed the last change is asked first


@cache
def known() -> tuple[Case, ...]:
    return tuple(cases(range(45)))


def takes(case: Case, around: Freedom, plan: Plan) -> bool:
    """Whether a model with so much left open takes a plan."""
    built = build(case.inst, around, case.dropped)
    values = plan_values(built.x, ledger(plan))
    if not stands(built.x, plan):
        return False
    for index, value in values.items():
        domain = built.model.proto.variables[index].domain
        if not domain[0] <= value <= domain[1]:
            return False
        domain[0], domain[1] = value, value
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.status_name(solver.solve(built.model)) == "OPTIMAL"


def stands(x: Decisions, plan: Plan) -> bool:
    """Whether what the model does not leave open is as in the plan."""
    of = ledger(plan)
    seats = {(s.employee, s.team): s.role for s in plan.seats if s.role is not SeatRole.ADVISER}
    leads = {place for place, role in seats.items() if role is SeatRole.LEAD}
    owned = {(package, team) for package, team in of.owner.items() if team}
    alone = {(package, id) for package, people in of.holders.items() for id in people}
    minutes = {(r.employee, r.package, r.team): r.minutes for r in plan.work if r.employee and r.minutes}
    formed = {team.id for team in plan.teams}
    told = (
        ({(team,): n for team, n in x.formed.items()}, {(team,) for team in formed}),
        (x.owns, owned),
        (x.alone, alone),
        (x.member, set(seats)),
        (x.lead, leads),
    )
    for numbers, on in told:
        closed = {key: number for key, number in numbers.items() if isinstance(number, int)}
        if not on <= set(numbers) or any(number != (key in on) for key, number in closed.items()):
            return False
    hours = {key: number for key, number in x.minutes.items() if isinstance(number, int)}
    return set(minutes) <= set(x.minutes) and all(minutes.get(key, 0) == n for key, n in hours.items())


def right(case: Case) -> bool:
    """Whether a case is as it should be: the plan and the other one are answers, what is closed stays."""
    if not takes(case, case.freedom, case.plan):
        return False
    now = elsewhere(case.inst, case.dropped, case.freedom, Random(1))
    if now is None or moved_though_closed(case.freedom, difference(case.plan, now)):
        return False
    assert case.other is not None
    return takes(case, least_freedom(case, difference(case.plan, case.other)), case.other)


def test_what_is_closed_stays_and_what_is_open_may_change() -> None:
    assert len(known()) > 25
    assert [number for number, case in enumerate(known()) if case.other is None or not right(case)] == []


def test_the_cases_differ_in_everything() -> None:
    found = [difference(case.plan, case.other) for case in known() if case.other is not None]
    for part in ("seats", "hours", "owners", "held"):
        assert sum(bool(getattr(one, part)) for one in found) > 2, part


def seen() -> bool:
    order = _LIKELY or list(range(len(known())))
    _LIKELY[:] = order
    for place, number in enumerate(_LIKELY):
        try:
            shown = not right(known()[number])
        except FAILS:
            shown = True
        if shown:
            _LIKELY.insert(0, _LIKELY.pop(place))
            return True
    return False


@pytest.mark.parametrize("mutant", list(mutants(freedom, ALIKE, logic=True)), ids=str)
def test_a_condition_left_out_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    known()
    mutant.put(monkeypatch)
    assert seen()
