"""The benchmark measures a real solve and its page says what was measured, worst case first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.builders import package, people, problem, team

BRIEF, PATIENCE = 3.0, 20.0  # seconds; a first plan needs a hundredth of one
BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")


@pytest.fixture(scope="module")
def bench() -> Iterator[dict[str, Any]]:
    """The modules of benchmarks/, which stand beside each other like those of any script."""
    sys.path.insert(0, BENCHMARKS)
    import cases
    import page
    import promises
    import runs
    import values

    yield {"cases": cases, "page": page, "promises": promises, "runs": runs, "values": values}
    sys.path.remove(BENCHMARKS)


@pytest.fixture(scope="module")
def measured(bench: dict[str, Any]) -> list[Any]:
    """Alokasi and its peers on a unit small enough to be proved at once."""
    unit = problem(
        people("a", "b", "c", "d"),
        (package("k1", 1200, team="t1"), package("k2", 900, team="t2")),
        (team("t1"), team("t2")),
    )
    case = bench["cases"].Case("four people", lambda: unit, PATIENCE)
    runs = bench["runs"]
    return [
        runs.ours(case, "acuan", BRIEF),
        runs.whole_cpsat(case, 2, PATIENCE),
        runs.whole_highs(case, PATIENCE),
    ]


def test_every_example_and_the_generated_units_are_measured(bench: dict[str, Any]):
    names = [case.name for case in bench["cases"].cases()]
    assert len(names) == len(set(names))
    assert sum(name.startswith("pola") for name in names) == 7
    assert {name for name in names if "staff" in name} == {
        f"{staff} staff, {words}" for staff in (30, 100) for words in ("given teams", "free grouping")
    }


def test_a_run_has_a_lawful_plan_with_value_and_bound(measured: list[Any]):
    for run in measured:
        assert run.broken == ()
        assert run.first is not None
        assert run.first <= run.used
        assert all(aim.bound is None or aim.bound <= aim.value for aim in run.aims)


def test_all_are_given_the_same_model_so_no_bound_lies_above_the_others_value(
    bench: dict[str, Any], measured: list[Any]
):
    best = bench["values"].best_bounds(measured)
    for run in measured:
        for aim in run.aims:
            assert aim.value >= best.get(run.case, 0.0)


def test_the_value_at_a_moment_is_the_best_reached_by_then(bench: dict[str, Any], measured: list[Any]):
    step = bench["runs"].Step
    run = replace(measured[0], steps=(step(1.0, "a", 90.0, None), step(3.0, "a", 40.0, None)))
    value_at = bench["values"].value_at
    assert [value_at(run, mark) for mark in (0.5, 2.0, 5.0)] == [None, 90.0, 40.0]


def test_a_peer_that_is_ahead_is_told(bench: dict[str, Any], measured: list[Any]):
    step, runs = bench["runs"].Step, bench["runs"]
    own = replace(measured[0], limit=30.0, steps=(step(1.0, "gabungan", 200.0, None),))
    peer = replace(own, who="peer", steps=(step(1.0, "gabungan", 150.0, None),))
    rows = {row[0]: row[2] for row in bench["promises"].promises([own, peer], [], [])}
    assert own.who == runs.ALOKASI
    assert rows["behind the best peer, weighted sum, at any mark"] == "25.00 %"


def test_the_page_has_a_row_for_every_run_and_objective(bench: dict[str, Any], measured: list[Any]):
    text = bench["page"].page(bench["page"].Measured({"python": "3"}, [], measured, []))
    for run in measured:
        assert any(run.case in line and run.who in line for line in text.splitlines())
    assert "| python | 3 |" in text
