"""From a workbook to a result workbook: what is read from the exported file breaks no clause, and every figure told is
found again in it, to the last unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import isnan
from pathlib import Path
from random import Random
from threading import Event

import pytest

from alokasi import workflow
from alokasi.examples import generate, random_problem
from alokasi.results import Result, evaluate
from alokasi.rules import VerdictStatus, audit
from alokasi.solve import Limits
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi.tables import key_figures
from alokasi.workbook import read, write_template
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.score import tier_values
from properties.blocks import blocks

ON = date(2026, 11, 2)
LARGE_EVERY = 200  # one of so many units has a hundred people and more


def made(seed: int) -> tuple[Problem, Limits]:
    """Units of 2 to 200 people of every pattern, given teams and free ones; a moment to plan them."""
    rng = Random(f"exported/{seed}")
    if seed % LARGE_EVERY == 10:
        return generate(rng.randint(100, 200), seed, rng.random() < 0.5), Limits(4.0)
    if seed % 20 == 10:
        return generate(rng.randint(10, 60), seed, rng.random() < 0.5), Limits(1.5)
    if seed % 5 == 3:
        return random_problem(seed, people=30, teams=8, packages=30), Limits(0.8)
    return random_problem(seed, people=rng.randint(4, 10)), Limits(0.4)


def faults(result: Result, problem: Problem, plan: Plan) -> Iterator[str]:
    """What is wrong with a plan as it stands in the file; facts of the data may break clauses that no plan can mend."""
    rules, outcome = ruleset(problem), result.outcome
    assert outcome is not None
    assert result.plan is not None
    decided = {rule.id for rule in rules.pack.rules.values() if rule.decides} | {"K131", "P01", "P03"}
    judged = audit(problem, plan, rules, ON)
    yield from (v.rule for v in judged.broken if v.rule in decided)
    yield from (p for p in ("P01", "P03") if judged.verdict(p).status is VerdictStatus.NOT_MET)
    thin = {finding.ids for finding in judged.verdict("P02").findings}
    if thin != {note.ids for note in outcome.notes if note.code == "P02"}:
        yield f"P02 {thin}"
    if set(plan.seats) != set(result.plan.seats) or set(plan.work) != set(result.plan.work):
        yield "other people or hours"
    if [tier.value for tier in outcome.tiers] != [s.value for s in tier_values(problem, plan, rules)]:
        yield "other values"
    if figures(evaluate(problem, rules, plan, on=ON)) != figures(result):
        yield "other figures"
    if any(tier.bound is not None and not 0 <= tier.bound <= tier.reached for tier in outcome.tiers):
        yield "a bound above its value"


def figures(result: Result) -> dict[str, object]:
    return {
        name: "none" if value is None or isnan(value) else value
        for name, value in key_figures(result).items()
    }


@pytest.mark.parametrize("seeds", blocks(10_000, size=5, few=5))
def test_every_proposal_read_from_its_file_is_lawful_and_as_told(seeds: range, tmp_path: Path) -> None:
    found = {}
    for seed in seeds:
        p, limits = made(seed)
        write_template(tmp_path / "unit.xlsx", p)
        problem, _, _ = workflow.load(tmp_path / "unit.xlsx")
        result = workflow.propose(problem, workflow.rules_for(problem), limits, on=ON)
        if result.plan is None:
            continue
        workflow.save(result, tmp_path / "usulan.xlsx")
        reading = read(tmp_path / "usulan.xlsx")
        assert reading.problem is not None, f"seed {seed}"
        assert reading.plan is not None, f"seed {seed}"
        wrong = list(faults(result, reading.problem, reading.plan))
        if wrong:
            found[seed] = wrong
    assert found == {}


def test_most_of_the_units_have_a_plan() -> None:
    units = [made(seed)[0] for seed in range(30) if seed % 20 != 10]
    begun = [first_plan(instance(p, ruleset(p)), Clock(20.0, Event()), 0, None) for p in units]
    assert sum(start.plan is not None for start in begun) > len(units) // 2
