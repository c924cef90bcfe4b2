"""The same workbook, seed and work give the same people, whatever the order of rows, the process or the computer."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest

from alokasi.examples import example, generate
from alokasi.solve import Limits, solve
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Outcome
from alokasi_models.problem import Problem

WORK, PATIENCE = 1.5, 300.0  # seconds of an office computer; of any computer
IN_ANOTHER_PROCESS = """
from alokasi.examples import generate
from alokasi.solve import Limits, solve
from alokasi_models.packs import ruleset
p = generate(12, 0, {given})
print(repr(solve(p, ruleset(p), Limits({patience}, work={work})).plan))
"""


def shuffled(p: Problem, seed: int) -> Problem:
    def mixed(rows: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(Random(seed).sample(rows, len(rows)))

    tables = ("units", "officials", "employees", "indicators", "packages", "needs", "teams", "loans", "locks")
    return replace(p, **{name: mixed(getattr(p, name)) for name in (*tables, "current")})


def planned(p: Problem, limits: Limits) -> Outcome:
    return solve(p, ruleset(p), limits)


@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_the_same_work_gives_the_same_people_with_rows_shuffled(given: bool) -> None:
    p = generate(12, 0, given)
    first = planned(p, Limits(PATIENCE, work=WORK))
    again = planned(shuffled(p, 7), Limits(PATIENCE, work=WORK))
    assert first.plan == again.plan
    assert [(tier.value, tier.reached) for tier in first.tiers] == [
        (tier.value, tier.reached) for tier in again.tiers
    ]
    assert not [note for note in first.notes if note.code == Cause.CLOCK]


@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_a_process_with_other_hashes_finds_the_same_people(given: bool) -> None:
    script = IN_ANOTHER_PROCESS.format(given=given, patience=PATIENCE, work=WORK)
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_by_the_wall_clock_all_of_the_time_is_used_and_it_is_said_that_a_repeat_may_differ() -> None:
    limits = Limits(6.0, wall_clock=True)
    outcome = planned(example("5"), limits)
    assert outcome.seconds >= limits.search
    assert outcome.wall_clock
    [note] = [note for note in outcome.notes if note.code == Cause.CLOCK]
    assert "seperti diminta" in note.fact.source


def test_what_was_asked_comes_back_with_the_answer() -> None:
    outcome = planned(generate(12, 0, True), Limits(20.0, seed=3, max_moves=40, work=1.5))
    assert (outcome.limit, outcome.work, outcome.seed, outcome.max_moves) == (20.0, 1.5, 3, 40)
    assert Limits(20.0).counted < Limits(20.0).search < 20.0


def test_the_work_a_cut_search_advises_is_the_work_it_was_given() -> None:
    outcome = planned(generate(100, 0, True), Limits(2.0))
    [note] = [note for note in outcome.notes if note.code == Cause.CLOCK]
    assert float(str(dict(note.fact.values)["kerja"])) == pytest.approx(outcome.work)
