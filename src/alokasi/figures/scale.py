"""How numbers stand on axes and beside bars: percent of effective hours, hours, and room for the words."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan
from typing import Any

from alokasi.texts import Message, Share, decimal, translate, whole, wording

_MOST_TICKS = 4.0  # beside 0: they fit the narrow page of a print


def percent_label(value: float, lang: str) -> str:
    return "–" if isnan(value) else wording(Message.of("{bagian}", bagian=Share(value / 100)), lang)


def limit_words(limit: float, lang: str) -> str:
    """A limit as it is written: `120 %`, `112,5 %`."""
    return (whole(limit, lang) if limit == round(limit) else decimal(limit, lang)) + tick_suffix(lang)


def hours_label(hours: float, lang: str) -> str:
    return f"{whole(hours, lang)} {translate('jam', lang)}"


def points_label(value: float, lang: str) -> str:
    """A difference between two percentages: `22,4 poin`."""
    return f"{decimal(value, lang)} {translate('poin', lang)}"


def reach(values: Iterable[float], *marks: float) -> float:
    """The largest value or mark, at least 1: bars and lines end here, words begin beyond it."""
    return max([*(v for v in values if not isnan(v)), *marks, 1.0])


def percent_axis(largest: float, room: float, lang: str) -> dict[str, Any]:
    """A percent axis from 0 to `room` x `largest`, with round ticks up to `largest`: none stands under
    words.
    """
    step = next(s for s in (25.0, 50.0, 100.0, 250.0, 1000.0, largest) if largest / s <= _MOST_TICKS)
    at = [n * step for n in range(int(largest / step) + 1)]
    words = [limit_words(value, lang) for value in at]
    return {"range": [0.0, largest * room], "tickvals": at, "ticktext": words, "tickangle": 0}


def tick_suffix(lang: str) -> str:
    return "%" if lang == "en" else " %"
