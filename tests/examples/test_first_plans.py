"""The first plan found for every example and for generated units already keeps every clause."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest

from alokasi.examples import EXAMPLES, example, generate
from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem, UnitKind

PATIENCE = 60.0  # seconds; the search stops at its first plan
NOVEMBER = date(2026, 11, 24)


@pytest.mark.parametrize(("pattern", "kind"), EXAMPLES)
def test_the_first_plan_of_an_example_keeps_every_clause(pattern: str, kind: UnitKind):
    made = example(pattern, kind)
    assert _broken(made, _first(made)) == []


@pytest.mark.parametrize("given_teams", [True, False])
@pytest.mark.parametrize("staff", [30, 100])
def test_the_first_plan_of_a_generated_unit_keeps_every_clause(staff: int, given_teams: bool):
    made = generate(staff, given_teams=given_teams)
    assert _broken(made, _first(made)) == []


def _first(made: Problem) -> Plan:
    stop = Event()
    outcome = solve(
        made, ruleset(made), Limits(seconds=PATIENCE), on_progress=lambda _: stop.set(), stop=stop
    )
    assert outcome.plan is not None
    return outcome.plan


def _broken(made: Problem, plan: Plan) -> list[str]:
    return [verdict.rule for verdict in audit(made, plan, ruleset(made), NOVEMBER).broken]
