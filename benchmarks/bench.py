"""Measures Alokasi on the examples and on generated units, beside peers given the same model.

python benchmarks/bench.py            about 20 minutes; writes docs/benchmarks.md and benchmarks/latest.json
python benchmarks/bench.py --quick    a few minutes, printed only
python benchmarks/bench.py --only "pola 4"
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from cases import Case, cases, large_cases
from chores import chores, help_time, ministry_time, plan_time
from machine import ROOT, setting
from page import Measured, headline, page
from promises import promises
from runs import ALOKASI, WEIGHTED, Run, failed, ours, size, whole_cpsat, whole_highs

ORDERED = "seimbang"
PEER_WORKERS = (2, 8)
QUICK = 6  # so many times less time for each run
CHORE_CASES = ("pola 4", "100 staff, given")

T = TypeVar("T")


def main() -> None:
    options = _options()
    chosen = [case for case in cases() if options.only in case.name]
    speed = QUICK if options.quick else 1
    began = setting("python benchmarks/bench.py " + " ".join(sys.argv[1:]))
    for name, value in began.items():
        print(f"{name}: {value}")
    runs = []
    for case in chosen:
        for run in _runs(case, case.seconds / speed):
            print(headline(run), flush=True)
            runs.append(run)
    measured = Measured(
        setting=began,
        sizes=[size(case) for case in chosen],
        runs=runs,
        chores=[
            help_time(),
            alone(ministry_time).result(),
            *(
                chore
                for case in chosen
                if case.name.startswith(CHORE_CASES)
                for chore in alone(partial(chores, case)).result()
            ),
            *(
                alone(partial(plan_time, case)).result()
                for case in large_cases()
                if options.only in case.name
            ),
        ],
    )
    for chore in measured.chores:
        print(f"{chore.what:32} {chore.case:24} {chore.seconds:.2f} s")
    for what, target, found in promises(measured.runs, measured.sizes, measured.chores):
        print(f"{what:64} target {target:6} measured {found}")
    if not options.quick and not options.only:
        _write(measured)


def _runs(case: Case, seconds: float) -> Iterator[Run]:
    """Ordered objectives always; the weighted sum and the peers where the teams are given.

    A run that fails is told with its error, and the others go on.
    """
    planned = [(ALOKASI, ORDERED, partial(ours, case, ORDERED, seconds))]
    if size(case).given:
        planned.append((ALOKASI, WEIGHTED, partial(ours, case, WEIGHTED, seconds, wall_clock=True)))
        planned += [
            (f"CP-SAT whole, {workers} workers", WEIGHTED, partial(whole_cpsat, case, workers, seconds))
            for workers in PEER_WORKERS
        ]
        planned.append(("HiGHS whole", WEIGHTED, partial(whole_highs, case, seconds)))
    for who, profile, work in planned:
        done = alone(work)
        error = done.exception()
        yield done.result() if error is None else failed(case, who, profile, seconds, error)


def alone(work: Callable[[], T]) -> Future[T]:
    """In a fresh process, so that nothing measured before helps or hinders, and memory is its own."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work)


def _write(measured: Measured) -> None:
    (ROOT / "docs" / "benchmarks.md").write_text(page(measured), encoding="utf-8")
    latest = {
        "setting": dict(measured.setting),
        "sizes": [asdict(s) for s in measured.sizes],
        "runs": [asdict(run) for run in measured.runs],
        "chores": [asdict(chore) for chore in measured.chores],
    }
    text = json.dumps(latest, indent=1, ensure_ascii=False)
    (ROOT / "benchmarks" / "latest.json").write_text(text + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures Alokasi beside peers given the same model.")
    parser.add_argument("--quick", action="store_true", help="a sixth of the time for each run; printed only")
    parser.add_argument("--only", default="", help="cases whose name has this text; printed only")
    return parser.parse_args()


if __name__ == "__main__":
    main()
