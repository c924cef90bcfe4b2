"""Measures Alokasi beside peers given the same problem, and on outside data with known values.

python benchmarks/bench.py            a few minutes, printed only
python benchmarks/bench.py --full     about two hours, resumable; writes docs/benchmarks.md with its pictures
python benchmarks/bench.py --full --only "M given" --speed 10    a part of it in a tenth of the time, printed only
python benchmarks/bench.py --full --page                         the page from what was measured so far
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from charts import gaps_over_time, save
from chores import Chore
from machine import ROOT, setting, timefold_python
from outside.data import FOLDER, folder
from outside.measured import OutsideRun
from page import headline, page
from page_parts import Measured
from promises import promises
from results import Results, code
from runs import Run, Size, failed
from suite import FULL, SHORT, Job, jobs

RESULTS = ROOT / "hasil" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
PICTURE = ROOT / "docs" / "gambar" / "jarak-menurut-waktu.png"
NUMBERS = ROOT / "benchmarks" / "latest.json"

T = TypeVar("T")


def main() -> None:
    options = _options()
    data = folder(options.data)
    if data is None:
        print("no outside data: its runs are left out")
    if options.full and timefold_python() is None:
        print("no environment with timefold: its runs are left out")
    plan = FULL if options.full else SHORT
    planned = [job for job in jobs(plan, data, options.speed) if options.only in job.key]
    planned = list({job.key: job for job in planned}.values())
    store = Results(options.results, code())
    command = "python benchmarks/bench.py " + " ".join(sys.argv[1:])
    found: list[tuple[Job, Any]] = []
    for place, job in enumerate(planned, start=1):
        known = store.get(job.key)
        if known is None and not options.page:
            print(f"[{place}/{len(planned)}] {job.key}", flush=True)
            known = _measured(job)
            store.put(job.key, known)
        found += ((job, one) for one in job.from_json(known or []))
    done = len({job.key for job, _ in found})
    measured = gathered(setting(command), [one for _, one in found], len(planned), done)
    for run in measured.runs:
        print(headline(run))
    for what, target, value, kept in promises(measured):
        print(f"{what:72} target {target:8} measured {value:24} {kept}")
    whole = options.full and not options.only and options.speed == 1.0
    if whole or options.page:
        _write(measured)


def _measured(job: Job) -> Any:
    """The JSON of what a job finds; a run that fails is told with its error, and the others go on."""
    load = os.getloadavg()[0]
    done = alone(job.work)
    error = done.exception()
    if error is None:
        value = done.result()
        return job.to_json(replace(value, load=load) if isinstance(value, Run) else value)
    if job.case is None:
        raise error
    return job.to_json(failed(job.case, job.who, job.profile, job.seconds, error))


def alone(work: Callable[[], T]) -> Future[T]:
    """In a fresh process, so that nothing measured before helps or hinders, and memory is its own."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work)


def gathered(began: dict[str, str], values: Sequence[Any], planned: int, done: int) -> Measured:
    return Measured(
        setting=began,
        sizes=[value for value in values if isinstance(value, Size)],
        runs=[value for value in values if isinstance(value, Run)],
        outside=[value for value in values if isinstance(value, OutsideRun)],
        chores=[value for value in values if isinstance(value, Chore)],
        planned=planned,
        done=done,
    )


def _write(measured: Measured) -> None:
    PAGE.write_text(page(measured), encoding="utf-8")
    latest = {
        "setting": dict(measured.setting),
        **{
            name: [asdict(one) for one in getattr(measured, name)]
            for name in ("sizes", "runs", "outside", "chores")
        },
    }
    NUMBERS.write_text(json.dumps(latest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if not save(gaps_over_time(measured.runs), PICTURE):
        print("no Chromium: the picture is left as it was")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures Alokasi beside peers given the same problem.")
    parser.add_argument("--full", action="store_true", help="the whole suite; goes on where it was ended")
    parser.add_argument("--only", default="", help="jobs whose name has this text; printed only")
    parser.add_argument("--speed", type=float, default=1.0, help="divides every limit; printed only")
    parser.add_argument("--page", action="store_true", help="measures nothing, writes the page")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of the results, one file each")
    parser.add_argument(
        "--data", type=Path, help=f"folder of the outside data; else ${FOLDER}, else ../shared/bench"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
