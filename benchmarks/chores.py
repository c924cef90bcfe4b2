"""The seconds around a solve: the command's help, audit, reading and writing a workbook. Medians of a few repeats."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter

from alokasi import workflow
from alokasi.examples import several
from alokasi.results import evaluate
from alokasi.rules import audit
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi.tables import result_sheets
from alokasi.workbook import read, write_result, write_template
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from cases import Case

REPEATS = 5
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Chore:
    what: str
    case: str
    seconds: float


def help_time() -> Chore:
    """A fresh process each time, as on a command line."""
    command = [str(Path(sys.executable).parent / "alokasi"), "--help"]
    seconds = _median(lambda: subprocess.run(command, check=True, capture_output=True))
    return Chore("`alokasi --help`", "", seconds)


def ministry_time() -> Chore:
    """6,000 staff in ten units, the contradictions counted too."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "kementerian.xlsx"
        write_template(file, several(units=10, staff=600))
        return Chore("reading and checking a workbook", "6,000 staff", _median(lambda: workflow.check(file)))


def chores(case: Case) -> tuple[Chore, ...]:
    return tuple(Chore(what, case.name, seconds) for what, seconds in _chores(case))


def _chores(case: Case) -> Iterator[tuple[str, float]]:
    problem = case.make()
    rules = ruleset(problem)
    plan = first_plan(instance(problem, rules), Clock(PATIENCE, Event()), 0, None).plan
    if plan is None:
        return
    yield "audit of a plan", _median(lambda: audit(problem, plan, rules))
    sheets = result_sheets(evaluate(problem, rules, plan), "id")
    with TemporaryDirectory() as folder:
        template, result = Path(folder) / "unit.xlsx", Path(folder) / "usulan.xlsx"
        yield "writing the filled template", _median(lambda: write_template(template, problem))
        yield "reading it", _median(lambda: read(template))
        yield "writing the result workbook", _median(lambda: write_result(result, problem, sheets))
        yield "reading it again", _median(lambda: read(result))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)
