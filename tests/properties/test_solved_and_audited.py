"""Whatever the model finds for random units, the audit breaks no clause in it, and the score is the model's value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from threading import Event

import pytest

from alokasi.examples import random_problem
from alokasi.rules import audit
from alokasi.solve.counting import impossible
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import build, instance
from alokasi_models.packs import pack, ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem, Setting
from alokasi_models.score import tier_values
from properties.blocks import blocks

OF_LOCKS_ALONE = {
    "K126"
}  # advisers are named by locks, never chosen: counting judges them, the model does not
WORK = 0.03  # any plan will do: it need not be a good one


def found_plan(p: Problem) -> Plan | None:
    rules = ruleset(p, "acuan")
    built = build(instance(p, rules))
    tier = rules.profile.tiers[0]
    answer = search(Task(built, built.tier(tier), Effort(WORK)), Clock(30.0, Event()))
    if answer.plan is not None:
        assert tier_values(p, answer.plan, rules)[0].value <= (answer.value or 0)
    return answer.plan


@pytest.mark.parametrize("seeds", blocks(10_000, size=50, few=300))
def test_random_units_are_solved_without_a_broken_clause(seeds: range) -> None:
    planned = 0
    for seed in seeds:
        p = random_problem(seed)
        plan = found_plan(p)
        if plan is None:
            continue
        planned += 1
        counted = {reason.code for reason in impossible(p, ruleset(p))}
        assert counted <= OF_LOCKS_ALONE, f"seed {seed}: counted as impossible, yet a plan was found"
        broken = {v.rule for v in audit(p, plan, ruleset(p)).broken if v.rule in DECIDED}
        assert broken == counted, f"seed {seed}"
    assert planned > len(seeds) // 3


@pytest.mark.parametrize("seeds", blocks(1_000, size=20, few=40))
def test_random_units_are_solved_without_a_broken_clause_whatever_is_read(seeds: range) -> None:
    """Half of the readings as another might read them, A11 `keras` always."""
    for seed in seeds:
        rng = Random(seed)
        p = replace(random_problem(seed), settings=tuple(_others(rng)))
        plan = found_plan(p)
        if plan is not None:
            broken = {v.rule for v in audit(p, plan, ruleset(p)).broken}
            assert broken & (DECIDED | {"K092"}) == set(), f"seed {seed}"


def _others(rng: Random) -> Iterator[Setting]:
    for reading in pack().readings.values():
        if reading.switchable and (reading.id == "A11" or rng.random() < 0.5):
            yield Setting(reading.id, reading.options[1][0], "alasan")


# Facts of the data (an appraiser's rank, a declared pattern) may break a clause that no plan can mend.
DECIDED = {rule.id for rule in ruleset(random_problem(0)).pack.rules.values() if rule.decides} | {"K131"}
