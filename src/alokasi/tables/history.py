"""The course of a search, for the picture of its convergence."""

from __future__ import annotations

import pandas as pd

from alokasi.results import Result, tier_titles
from alokasi.tables.frames import Columns, frame

HISTORY: Columns = {
    "detik": float,  # since the start
    "tujuan": str,  # title of the objective being solved
    "nilai": float,
    "batas": float,  # NaN: no bound yet
}


def history(result: Result, lang: str = "id") -> pd.DataFrame:
    """A row per improvement, in the order found; empty for a plan that was not solved here. Columns:
    HISTORY.
    """
    steps = result.outcome.history if result.outcome is not None else ()
    titles = tier_titles(result, lang)
    return frame(
        HISTORY,
        (
            (
                step.seconds,
                titles.get(step.tier, step.tier),
                step.value,
                float("nan") if step.bound is None else step.bound,
            )
            for step in steps
        ),
    )
