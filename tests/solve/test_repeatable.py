"""The same workbook, seed and work give the same people, whatever the order of rows, the process or the computer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from alokasi.examples import example, generate, random_problem
from alokasi.solve import Limits, solve
from alokasi_models.packs import ruleset
from alokasi_models.plan import Cause, Outcome
from alokasi_models.problem import Problem
from renamed import renamed, renamed_plan

SHORT_WORK, WORK, LARGE_WORK, PATIENCE = (
    0.3,
    1.5,
    20.0,
    600.0,
)  # seconds of an office computer; of any computer
IN_ANOTHER_PROCESS = """
from alokasi.examples import generate
from alokasi.solve import Limits, solve
from alokasi_models.packs import ruleset
from test_repeatable import shuffled
p = generate({staff}, {seed}, {given})
for order in {orders}:
    q = shuffled(p, order) if order else p
    print(repr(solve(q, ruleset(q), Limits({patience}, work={work})).plan))
"""
REPEATS, HASHES = 20, ("1", "2", "17", "4711")  # so many times each unit, over processes with other hashes
UNITS = [(12, seed, given) for seed in range(5) for given in (True, False)]


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


@pytest.mark.parametrize(("seed", "prefix"), [(0, "0-"), (2, "x")])
def test_other_ids_in_the_same_order_give_the_same_people(seed: int, prefix: str) -> None:
    same_under_other_ids(random_problem(seed), prefix, SHORT_WORK)


@pytest.mark.long
@pytest.mark.parametrize("prefix", ["0-", "x"])
@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_other_ids_of_a_dozen_people_give_the_same_people(given: bool, prefix: str) -> None:
    same_under_other_ids(generate(12, 0, given), prefix, WORK)


def same_under_other_ids(p: Problem, prefix: str, work: float) -> None:
    def new(id: str) -> str:
        return f"{prefix}{id}"

    first = planned(p, Limits(PATIENCE, work=work))
    again = planned(shuffled(renamed(p, new), 3), Limits(PATIENCE, work=work))
    assert first.plan is not None
    assert again.plan == renamed_plan(first.plan, new)


@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_a_process_with_other_hashes_finds_the_same_people(given: bool) -> None:
    assert len(found_elsewhere(12, 0, given, WORK, ("1", "2"), (0,))) == 1


def found_elsewhere(
    staff: int, seed: int, given: bool, work: float, hashes: Sequence[str], orders: Sequence[int]
) -> set[str]:
    """Plans that processes with these hashes find with rows in these orders (0: as they are)."""
    script = IN_ANOTHER_PROCESS.format(
        staff=staff, seed=seed, given=given, orders=tuple(orders), patience=PATIENCE, work=work
    )
    paths = (str(Path(__file__).parent), str(Path(__file__).parents[1]))
    found: set[str] = set()
    for hash_seed in hashes:
        ran = subprocess.run(
            [sys.executable, "-c", script],
            env={
                **os.environ,
                "PYTHONHASHSEED": hash_seed,
                "PYTHONPATH": os.pathsep.join((*paths, *sys.path)),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        found.update(line for line in ran.stdout.splitlines() if line.startswith("Plan("))
    return found


@pytest.mark.long
@pytest.mark.parametrize("unit", UNITS, ids=str)
def test_twenty_repeats_in_other_orders_and_hashes_find_one_plan(unit: tuple[int, int, bool]) -> None:
    each = REPEATS // len(HASHES)
    plans = {
        plan
        for place, hash_seed in enumerate(HASHES)
        for plan in found_elsewhere(*unit, WORK, (hash_seed,), range(place * each, (place + 1) * each))
    }
    assert len(plans) == 1


@pytest.mark.long
@pytest.mark.parametrize("given", [True, False], ids=["teams given", "teams free"])
def test_a_hundred_people_are_the_same_in_other_orders_ids_and_hashes(given: bool) -> None:
    same_under_other_ids(generate(100, 0, given), "x", LARGE_WORK)
    assert len(found_elsewhere(100, 0, given, LARGE_WORK, ("1", "2"), (0, 5))) == 1


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
