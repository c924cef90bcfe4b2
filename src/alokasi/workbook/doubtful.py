"""Values that can be read in two ways, by what else stands in their sheet: dates and thousands of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from alokasi.workbook import cell_faults as faults
from alokasi.workbook.dates import month_first, two_dates
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawSheet, place
from alokasi.workbook.schema import Column, Kind

_GROUPED = re.compile(
    r"[1-9]\d{0,2},\d{3}", re.ASCII
)  # 1,250: a thousand in English, little more than one here
_ENGLISH = re.compile(  # what nobody writes here: 850,000,000 and 1,250.5 and 1,250
    r"[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?|[1-9]\d{0,2}(,\d{3})+\.\d+|[1-9]\d{0,2},\d{2}0", re.ASCII
)


def doubtful_values(
    raw: RawSheet, rows: Sequence[int], columns: Mapping[str, int], kinds: Mapping[str, Column]
) -> Iterator[tuple[str, int, Issue]]:
    """(column, place in `rows`, message) of each; `rows`: numbers of the rows that were read."""
    dates = [name for name in columns if kinds[name].kind is Kind.DATE]
    numbers = [name for name in columns if kinds[name].numeric]
    for name in dates:
        yield from _dates(raw, rows, name, columns[name])
    typed = {name: _texts(raw, rows, columns[name]) for name in numbers}
    if any(_ENGLISH.fullmatch(text) for texts in typed.values() for text in texts.values()):
        for name, texts in typed.items():
            for at, text in texts.items():
                if _GROUPED.fullmatch(text):
                    where = place(raw.name, rows[at], columns[name])
                    yield name, at, faults.ambiguous_number(where, text, text.replace(",", ""), text)


def _dates(raw: RawSheet, rows: Sequence[int], name: str, column: int) -> Iterator[tuple[str, int, Issue]]:
    """Where one date of a column has its month in front, no other is taken that could have it, too."""
    texts = _texts(raw, rows, column)
    if not month_first(texts.values()):
        return
    for at, text in texts.items():
        found = two_dates(text)
        if found is not None:
            yield name, at, faults.ambiguous_date(place(raw.name, rows[at], column), text, *found)


def _texts(raw: RawSheet, rows: Sequence[int], column: int) -> dict[int, str]:
    """Place in `rows` -> what was typed as text there."""
    lines = (raw.rows[row - 1] for row in rows)
    values = [line[column - 1] if column <= len(line) else None for line in lines]
    return {at: value.strip() for at, value in enumerate(values) if isinstance(value, str)}
