"""A folder with two solved results of the example of pattern 4, as `alokasi solve` leaves it."""

from __future__ import annotations

from pathlib import Path

from alokasi.examples import example
from alokasi.results import evaluate
from alokasi.solve import Limits, solve
from alokasi.tables import result_sheets
from alokasi.workbook import write_result
from alokasi_models.packs import ruleset

RESULTS = {"usulan.xlsx": "seimbang", "kompetensi.xlsx": "kompetensi"}


def fill(folder: Path, seconds: float = 3.0) -> Path:
    """Writes the results of RESULTS; the last one is the newest."""
    problem = example("4")
    for name, profile in RESULTS.items():
        rules = ruleset(problem, profile)
        outcome = solve(problem, rules, Limits(seconds=seconds))
        result = evaluate(problem, rules, outcome.plan, outcome)
        write_result(folder / name, problem, result_sheets(result))
    return folder
