"""The benchmark measures real solves, goes on where it stopped, and its page says what was measured, worst first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.builders import HOUR, competences, lock, need, package, people, person, problem, setting, team

from alokasi_models.packs import ruleset
from alokasi_models.problem import LockKind, Problem, WorkForm

BRIEF, PATIENCE = 3.0, 20.0  # seconds; a first plan needs a hundredth of one
BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The modules of benchmarks/, which stand beside each other like those of any script."""
    sys.path.insert(0, BENCHMARKS)
    import bench
    import cases
    import charts
    import page
    import page_parts
    import promises
    import results
    import runs
    import suite
    import values
    from peers import by_timefold, highs, textbook, whole

    yield SimpleNamespace(
        bench=bench,
        cases=cases,
        charts=charts,
        page=page,
        parts=page_parts,
        promises=promises,
        results=results,
        runs=runs,
        suite=suite,
        values=values,
        by_timefold=by_timefold,
        highs=highs,
        textbook=textbook,
        whole=whole,
    )
    sys.path.remove(BENCHMARKS)


def small_unit() -> Problem:
    """Small enough to be proved at once, with something of every term."""
    return problem(
        (
            *people("a", "b", "c", themes=("rumpun",), skills=(("k", 3),)),
            person("d", career="k", themes=("lain",)),
        ),
        (
            package("w1", 1200, team="t1"),
            package("w2", 900, team="t2"),
            package("w3", 100, form=WorkForm.INDIVIDUAL),
        ),
        (team("t1"), team("t2")),
        competences=competences("k"),
        needs=(need("w1", "k", headcount=2), need("w2", "k"), need("w3", "k", 4)),
        locks=(
            lock(LockKind.WISH, "d", package="w1", minutes=50 * HOUR),
            lock(LockKind.WISH, "a", other="b"),
            lock(LockKind.WISH, "c", "t2"),
        ),
        settings=(setting("P02", "5"),),
    )


@pytest.fixture(scope="module")
def measured(bench: Any) -> list[Any]:
    """Alokasi and its peers on the small unit."""
    case = bench.cases.Case("four people", "M", small_unit)

    def peer(who: str, make: Any, engine: Any) -> Any:
        return bench.whole.solve_whole(case, PATIENCE, who, who, make, engine)

    whole = bench.whole
    return [
        bench.runs.ours(case, "acuan", BRIEF),
        peer("CP-SAT", whole.our_model, whole.cpsat(2)),
        peer("textbook", bench.textbook.textbook, whole.cpsat(8)),
        peer("HiGHS, highspy", whole.our_model, bench.highs.by_highspy),
        peer("HiGHS, ortools", whole.our_model, bench.highs.by_ortools),
    ]


def test_every_size_is_measured_with_given_teams_and_with_free_grouping(bench: Any):
    jobs = list(bench.suite.jobs(bench.suite.FULL, None))
    cases = {job.case.name for job in jobs if job.case}
    assert {f"M {words} {seed}" for words in ("given", "free") for seed in range(5)} <= cases
    assert {"S given 0", "S free 0", "L given 0", "L free 0", "XL 40 teams 0", "XL given 0"} <= cases
    assert sum(name.startswith("pola") for name in cases) == 7
    beside = {job.who for job in jobs if job.case and job.case.name == "M given 4" and job.who != "Alokasi"}
    assert beside >= set(bench.suite.PEERS) - {"Timefold"}


def test_the_short_run_is_part_of_what_the_full_one_measures(bench: Any):
    short = {job.key.rsplit(" ", 1)[0] for job in bench.suite.jobs(bench.suite.SHORT, None) if not job.case}
    full = {job.key.rsplit(" ", 1)[0] for job in bench.suite.jobs(bench.suite.FULL, None)}
    assert short <= full


def test_the_stress_case_has_forty_teams_with_work_each_and_its_caps_replaced(bench: Any):
    case = bench.cases.stress(0)
    made = case.make()
    assert len(made.teams) == 40
    assert {package.team for package in made.packages} - {""} == {team.id for team in made.teams}
    changed = case.rules(made, "acuan").changed
    assert {change.value for change in changed} == {40}
    assert {change.rule for change in changed} == set(bench.cases.CAPS)


def test_a_run_has_a_lawful_plan_with_value_and_bound(measured: list[Any]):
    for run in measured:
        assert run.broken == ()
        assert run.first is not None
        assert run.first <= run.used
        assert run.steps
        assert all(aim.bound is None or aim.bound <= aim.value for aim in run.aims)


def test_all_are_given_the_same_problem_so_they_prove_the_same_value(bench: Any, measured: list[Any]):
    best = bench.values.best_bounds(measured)["four people"]
    assert {run.aims[0].value for run in measured} == {best}


def test_the_textbook_has_no_rows_of_a_workbook_with_free_packages_or_locks(bench: Any):
    unit = small_unit()
    free = replace(unit, packages=(replace(unit.packages[0], team=""), *unit.packages[1:]))
    locked = replace(unit, locks=(lock(LockKind.NOT_LEAD, "a", "t1"),))
    for other in (free, locked):
        case = bench.cases.Case("other", "M", lambda other=other: other)
        with pytest.raises(ValueError, match="given teams and wishes only"):
            bench.whole.solve_whole(case, BRIEF, "", "", bench.textbook.textbook, bench.whole.cpsat(2))


def test_a_line_of_the_log_of_highs_is_read_once_there_is_a_plan(bench: Any):
    logged = bench.highs.logged
    line = " J  0  0  0   0.00%   1785016.250444  15621531          88.57%      0    0   0   9     0.4s"
    assert logged(line) == (15621531.0, 1785016.250444)
    assert logged(line.replace("15621531", "inf").replace("88.57%", "inf")) is None
    assert logged("Src  Proc. InQueue |  Leaves   Expl. | BestBound       BestSol") is None


def test_seats_of_the_local_search_get_the_best_hours(bench: Any):
    from alokasi_models.cpsat import instance

    unit = small_unit()
    rules = ruleset(unit, "acuan")
    inst = instance(unit, rules)
    tier = rules.profile.tiers[0]
    told = bench.by_timefold.facts(inst, tier)
    assert {row["id"]: row["demand"] for row in told["teams"]} == {"t1": 1200 * HOUR, "t2": 900 * HOUR}
    assert [row["headcount"] for row in told["needs"]] == [2, 1]
    found = {
        "seats": [("a", "t1"), ("b", "t1"), ("c", "t2"), ("d", "t2")],
        "leads": {"t1": "a", "t2": "c"},
        "holders": {"w3": "b"},
    }
    plan = bench.by_timefold.with_hours(inst, tier, bench.by_timefold.seated(inst, found))
    assert plan is not None
    assert {(seat.employee, seat.team) for seat in plan.seats} == set(found["seats"])
    assert plan.served()["w1"] > 0


def test_the_value_at_a_moment_is_the_best_reached_by_then(bench: Any, measured: list[Any]):
    step = bench.runs.Step
    run = replace(measured[0], steps=(step(1.0, "a", 90.0, None), step(3.0, "a", 40.0, None)))
    assert [bench.values.value_at(run, mark) for mark in (0.5, 2.0, 5.0)] == [None, 90.0, 40.0]


def two_ways(bench: Any, run: Any, ours: float, theirs: float) -> list[Any]:
    """Alokasi and a peer after a second, with a proven bound of 100."""
    step, aim = bench.runs.Step, bench.runs.Aim
    own = replace(
        run,
        limit=30.0,
        steps=(step(1.0, "gabungan", ours, None),),
        aims=(aim("gabungan", ours, ours, 100.0, "HiGHS"),),
    )
    peer = replace(own, who="peer", steps=(step(1.0, "gabungan", theirs, None),))
    return [own, peer]


@pytest.mark.parametrize(("theirs", "kept"), [(125.0, "no"), (200.0, "yes"), (400.0, "yes")])
def test_a_peer_that_is_ahead_is_told(bench: Any, measured: list[Any], theirs: float, kept: str):
    runs = two_ways(bench, measured[0], 200.0, theirs)
    rows = {row[0]: row for row in bench.promises.promises(bench.parts.Measured({}, runs=runs))}
    row = rows["behind any peer at any mark, M and larger, weighted sum (mean gap)"]
    assert row[3] == kept
    if kept == "no":
        assert row[2] == "30.00 % (M at 1 s, peer)"


def test_a_plan_that_comes_after_a_peers_is_behind_it(bench: Any, measured: list[Any]):
    own, peer = two_ways(bench, measured[0], 100.0, 400.0)
    late = replace(own, steps=(replace(own.steps[0], seconds=5.0),))
    assert bench.promises.worst_against_peers([late, peer]) == (0.25, "M at 1 s, peer")


def test_a_promise_is_kept_by_the_mean_and_broken_by_what_is_not_known(bench: Any, measured: list[Any]):
    runs = [
        run
        for seed, value in enumerate((100.0, 101.0))
        for run in two_ways(bench, replace(measured[0], case=f"M given {seed}"), value, 400.0)
    ]

    def row(found: list[Any]) -> Any:
        rows = bench.promises.promises(bench.parts.Measured({}, runs=found))
        return next(row for row in rows if row[0] == "M: gap at 5 s, weighted sum")

    assert row(runs)[2:] == ("0.50 % (0.99 %)", "yes")
    late = [
        *runs[:-2],
        replace(runs[-2], steps=(replace(runs[-2].steps[0], seconds=9.0),)),
        runs[-1],
    ]
    assert row(late)[2:] == ("not in 1 of 2", "no")


def test_the_page_has_a_row_for_every_run_and_objective(bench: Any, measured: list[Any]):
    text = bench.page.page(bench.parts.Measured({"python": "3"}, runs=measured, planned=5, done=5))
    for run in measured:
        assert any(line.startswith(f"| {run.who} |") for line in text.splitlines())
    assert "| python | 3 |" in text
    assert "Not complete" not in text
    part = bench.page.page(bench.parts.Measured({}, runs=measured, planned=99, done=5))
    assert "5 of 99 jobs" in part


def test_the_picture_has_a_line_for_everybody_with_a_plan_and_a_bound(bench: Any, measured: list[Any]):
    fig = bench.charts.gaps_over_time(two_ways(bench, measured[0], 200.0, 400.0)[:1])
    (line,) = fig.data
    assert line.name == "Alokasi"
    assert min(line.x) == pytest.approx(1.0, rel=0.02)
    assert set(line.y) == {0.5}
    assert {*bench.suite.PEERS, "Alokasi"} == set(bench.charts.LOOKS)


def test_a_result_is_read_again_only_for_the_code_it_was_measured_with(
    bench: Any, measured: list[Any], tmp_path: Path
):
    job = bench.suite.Job("M given 0 acuan", bench.runs.Run, lambda: None)
    store = bench.results.Results(tmp_path, "one")
    assert store.get(job.key) is None
    store.put(job.key, job.to_json(measured[0]))
    assert job.from_json(store.get(job.key)) == [measured[0]]
    assert bench.results.Results(tmp_path, "two").get(job.key) is None
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_a_run_that_was_ended_goes_on_with_what_is_missing(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    asked = ["bench.py", "--full", "--only", "size M", "--results", str(tmp_path), "--data", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", asked)
    monkeypatch.setattr(bench.bench, "_measured", lambda job: job.to_json(job.work()))
    bench.bench.main()
    assert capsys.readouterr().out.count("] size M") == 10
    next(tmp_path.glob("size-M-free-3*")).unlink()
    bench.bench.main()
    assert capsys.readouterr().out.count("] size M") == 1


def test_a_run_that_fails_stands_with_its_error(bench: Any):
    case = bench.cases.Case("broken", "M", small_unit)
    run = bench.runs.failed(case, "peer", "acuan", 5.0, RuntimeError("no engine"))
    assert run.status == "FAILED: RuntimeError: no engine"
    assert "FAILED: RuntimeError: no engine" in bench.page.page(bench.parts.Measured({}, runs=[run]))
