"""Every term of the model costs the score of any plan, to the last unit; and every part of its rows is needed: left
out, or wider by one, some plan shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest
from ortools.sat.python import cp_model

from agreement.any_plans import any_plan, units
from agreement.relaxed import LIFTING, bounds, weaker
from agreement.row_mutants import Mutant, mutants
from alokasi_models.cpsat import (
    TERM_EXPRESSIONS,
    Instance,
    auxiliaries,
    change_terms,
    decisions,
    people_terms,
    plan_values,
    sums,
    team_terms,
    work_terms,
)
from alokasi_models.cpsat.auxiliaries import Auxiliaries, value_of
from alokasi_models.cpsat.decisions import declare, total
from alokasi_models.cpsat.freedom import EVERYTHING, Freedom
from alokasi_models.cpsat.sums import add_up
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.score import score

MODULES = (change_terms, people_terms, team_terms, work_terms, auxiliaries, sums, decisions)
FAILS = (LookupError, AttributeError, TypeError, ValueError)  # a changed function may fail: that is seen too
ALIKE = {  # changes after which the same plans cost the same
    "_unkept:all for isinstance(part,int)": "all parts are plain numbers there",
    "team_unmet:all for team==slot.id": "more room for a measuring variable",
    "hours_apart:all for p.unit==unitorp.team": "more room for a measuring variable",
    "_missing_in_team:all for notisinstance(owns,int)andheadcount>sure": "rows that others imply",
    "Auxiliaries.any_of:all for notisinstance(part,int)": "no part is a plain 0",
}
_LIKELY: dict[str, list[int]] = {}  # the plan that showed the last change is asked first


@dataclass(frozen=True)
class Case:
    """A plan, what of it may change in the model, and its score."""

    inst: Instance
    plan: Ledger
    freedom: Freedom
    score: dict[str, int]


@cache
def cases() -> tuple[Case, ...]:
    found = []
    for seed, inst in enumerate(units(range(60))):
        rng = Random(f"{seed}/0")
        plan = any_plan(inst, rng)
        if plan is not None:
            points = score(inst.problem, plan, inst.ruleset, inst.aims)
            of = ledger(plan)
            found.append(Case(inst, of, some_freedom(of, rng) if seed % 3 == 0 else EVERYTHING, points))
    return tuple(found)


def some_freedom(plan: Ledger, rng: Random) -> Freedom:
    teams = [team.id for team in plan.teams]
    people = sorted(plan.teams_of)
    return Freedom(
        standing=plan,
        teams=frozenset((*rng.sample(teams, len(teams) // 2), *rng.choice(((), ("",))))),
        people=rng.choice((None, frozenset(rng.sample(people, len(people) // 2)))),
        grouped=rng.random() < 0.3,
        seated=rng.random() < 0.2,
    )


def measured(case: Case, names: Iterable[str]) -> dict[str, tuple[int, int]] | None:
    """Of each term the least its rows allow for the plan, and what its measuring variables are known to be; None where
    the rows do not allow the plan.
    """
    model = cp_model.CpModel()
    aux = Auxiliaries(model)
    x = declare(model, case.inst, case.freedom)
    add_up(aux, x, case.inst)
    terms = {name: TERM_EXPRESSIONS[name](aux, x, case.inst) for name in names}
    values = plan_values(x, case.plan)
    for index, value in values.items():
        domain = model.proto.variables[index].domain
        domain[0], domain[1] = value, value
    aux.fill(values)
    model.minimize(total(terms.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.status_name(solver.solve(model)) != "OPTIMAL":
        return None
    return {name: (int(solver.value(term)), value_of(term, values)) for name, term in terms.items()}


def differing(case: Case, names: Iterable[str]) -> bool:
    """Whether the least or the known value of a term is not the score."""
    found = measured(case, names)
    return found is None or any(set(both) != {case.score[name]} for name, both in found.items())


@pytest.mark.parametrize("name", TERM_EXPRESSIONS)
def test_a_term_costs_the_score_of_any_plan(name: str) -> None:
    assert [number for number, case in enumerate(cases()) if differing(case, [name])] == []


def test_the_plans_give_every_term_something_to_count() -> None:
    assert len(cases()) > 40
    counted = Counter(name for case in cases() for name, points in case.score.items() if points)
    assert {name for name in TERM_EXPRESSIONS if counted[name] < 3} == set()


def terms_of(mutant: Mutant) -> list[str]:
    own = [name for name, term in TERM_EXPRESSIONS.items() if term.__name__ == mutant.function]
    near = [name for name, term in TERM_EXPRESSIONS.items() if term.__module__ == mutant.module.__name__]
    return own or near or list(TERM_EXPRESSIONS)


def seen(mutant: Mutant) -> bool:
    names, order = terms_of(mutant), _LIKELY.setdefault(mutant.function, list(range(len(cases()))))
    for place, number in enumerate(order):
        try:
            shown = differing(cases()[number], names)
        except FAILS:
            shown = True
        if shown:
            order.insert(0, order.pop(place))
            return True
    return False


@pytest.mark.parametrize("mutant", [m for module in MODULES for m in mutants(module, ALIKE)], ids=str)
def test_a_part_left_out_or_wider_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    cases()
    for function in LIFTING:
        bounds(function)
    mutant.put(monkeypatch)
    assert seen(mutant) or weaker(mutant)
