"""How every table is built: named columns with a fixed kind, texts never missing, numbers never text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from alokasi_models.natural import natural
from alokasi_models.problem import MINUTES_PER_HOUR

Columns: TypeAlias = Mapping[str, type]  # str, int, float or object (mixed)

_DTYPES = {str: "str", int: "int64", float: "float64", object: "object"}
FULL = 100.0  # percent of effective hours
SHOWN_DIGITS = 1  # of a percentage
_HOUR_DIGITS = 4  # 0.0001 h < 0.01 min: hours read back give the same whole minutes


def frame(columns: Columns, values: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Rows in the order of the columns. A missing number is NaN, a missing text "" (never NaN)."""
    data = pd.DataFrame([list(row) for row in values], columns=list(columns), dtype="object")
    return data.astype({name: _DTYPES[kind] for name, kind in columns.items()})


def rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries by column name."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def natural_order(column: pd.Series[Any]) -> pd.Series[Any]:
    """The `key` of every sorting: texts as people read them (`natural`), numbers as they are."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    places = {text: place for place, text in enumerate(sorted(set(column), key=natural))}
    return column.map(places)


def above_full(share_percent: float) -> bool:
    """Above effective hours at the precision that is shown: "100,0 %" is not above."""
    return round(share_percent, SHOWN_DIGITS) > FULL


def hours(minutes: float) -> float:
    return round(minutes / MINUTES_PER_HOUR, _HOUR_DIGITS)


def percent(share: float | None) -> float:
    """A share as percent; NaN where there is none (nobody to divide by)."""
    return float("nan") if share is None else round(100 * share, _HOUR_DIGITS)
