"""Settings of CP-SAT, among them those its known wrong answers come from, and HiGHS agree on status and optimum."""

from __future__ import annotations

from threading import Event

import pytest
from ortools.sat.python import cp_model

from alokasi.examples import random_problem
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built, build, instance
from alokasi_models.packs import ruleset
from properties.blocks import blocks
from properties.highs import optimum as of_highs

WORK, SECONDS = 60.0, 20.0
FIRST = 14  # units that are quickly proved come first, for the ordinary run
OPEN = 0.05  # of the units may stay unproved in some setting; they say nothing
NO_INCLUSION: dict[str, object] = {"presolve_inclusion_work_limit": 0, "linearization_level": 2}
NO_PRESOLVE: dict[str, object] = {"cp_model_presolve": False, "linearization_level": 2}
SETTINGS: dict[str, dict[str, object]] = {
    "as it comes": {"num_workers": 2},
    "no inclusion": {"num_workers": 1, **NO_INCLUSION},
    "no inclusion, two workers": {"num_workers": 2, **NO_INCLUSION},
    "no presolve": {"num_workers": 1, **NO_PRESOLVE},
    "no presolve, two workers": {"num_workers": 2, **NO_PRESOLVE},
}
Told = tuple[str, int | None]


def modelled(seed: int) -> Built:
    """A whole unit of up to six people under one weighted tier."""
    p = random_problem(seed, people=6, teams=3, packages=6)
    rules = ruleset(p, "acuan")
    built = build(instance(p, rules))
    built.model.minimize(built.tier(rules.profile.tiers[0]))
    return built


def told(built: Built, **settings: object) -> Told:
    solver = cp_model.CpSolver()
    for name, value in {"max_deterministic_time": WORK, **settings}.items():
        setattr(solver.parameters, name, value)
    status = solver.status_name(solver.solve(built.model))
    return status, round(solver.objective_value) if status == "OPTIMAL" else None


def told_by_ours(built: Built) -> Told:
    answer = search(
        Task(built, built.tier(built.inst.ruleset.profile.tiers[0]), Effort(WORK)), Clock(60.0, Event())
    )
    return answer.found.name, answer.value if answer.found.name == "OPTIMAL" else None


def agreed(answers: dict[str, Told]) -> bool | None:
    """None where one of them did not finish."""
    if any(status not in ("OPTIMAL", "INFEASIBLE") for status, _ in answers.values()):
        return None
    return len(set(answers.values())) == 1


@pytest.mark.parametrize("seeds", blocks(2_000, size=5, few=5, first=FIRST))
def test_medium_units_have_one_optimum_whatever_the_settings(seeds: range) -> None:
    differing, unproved = {}, 0
    for seed in seeds:
        built = modelled(seed)
        answers = {"ours": told_by_ours(built), **{name: told(built, **s) for name, s in SETTINGS.items()}}
        unproved += agreed(answers) is None
        if agreed(answers) is False:
            differing[seed] = answers
    assert differing == {}
    assert unproved <= 1 + OPEN * len(seeds)


@pytest.mark.parametrize("seeds", blocks(500, size=5, few=5, first=FIRST))
def test_medium_units_have_the_optimum_highs_finds(seeds: range) -> None:
    differing, unproved = {}, 0
    for seed in seeds:
        built = modelled(seed)
        answers = {"ours": told_by_ours(built), "HiGHS": of_highs(built.model, SECONDS)}
        unproved += agreed(answers) is None
        if agreed(answers) is False:
            differing[seed] = answers
    assert differing == {}
    assert unproved <= 1 + OPEN * len(seeds)
