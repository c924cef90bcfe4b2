"""Finds a staff list in a sheet: its header of one or two lines, whatever the columns are called and in any order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from alokasi.forms.grid import Grid, labels, numbering
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.titles import Title, staff_title
from alokasi.workbook.dates import month_first

DATE_FIELDS = ("starts", "leaves_first", "leaves_last", "birth")
_SEARCHED = 30
_NAMING = frozenset({"name", "name_nip"})
_TELLING = frozenset(
    {"nip", "name_nip", "position", "grade", "unit", "status", "kind", "level", "echelon", "superior", "id"}
)


@dataclass(frozen=True, slots=True)
class StaffTable:
    """`titles` by column, found in row `top`; the people stand in rows `first` to `last`. `unit`: from a head line."""

    seen: Grid
    top: int
    titles: Mapping[int, Title]
    first: int
    last: int
    unit: str
    month_first: frozenset[int] = frozenset()  # columns in which a date has its month in front

    def column(self, field: str) -> int | None:
        return next((column for column, title in self.titles.items() if title.field == field), None)


def staff_table(seen: Grid, words: Lexicon) -> StaffTable | None:
    """The header that names most columns; None for a sheet that lists no people."""
    best: tuple[int, dict[int, Title]] | None = None
    most = 0
    for row in range(1, min(_SEARCHED, seen.height) + 1):
        if numbering(seen, row):
            continue
        titles = _titles(seen, row, words)
        fields = {title.field for title in titles.values()} - {""}
        lower = best is not None and (row, most) == (best[0] + 1, len(fields))  # line of one header
        if fields & _NAMING and len(fields & _TELLING) >= 2 and (len(fields) > most or lower):
            best, most = (row, titles), len(fields)
    if best is None:
        return None
    top, titles = best
    first = top + 2 if numbering(seen, top + 1) else top + 1
    said = {field: value for row in range(1, top) for field, value, _ in labels(seen, row, words)}
    unit = next((said[label] for label in ("unit_pratama", "unit_any", "unit_below") if said.get(label)), "")
    american = frozenset(
        column
        for column, title in titles.items()
        if title.field in DATE_FIELDS
        and month_first(seen.own(row, column) for row in range(first, seen.height + 1))
    )
    return StaffTable(seen, top, titles, first, seen.height, unit, american)


def _titles(seen: Grid, row: int, words: Lexicon) -> dict[int, Title]:
    titles: dict[int, Title] = {}
    taken: set[str] = set()
    for column in range(1, seen.width + 1):
        lines = tuple(dict.fromkeys(filter(None, (seen.text(r, column) for r in (row - 1, row) if r > 0))))
        if not seen.text(row, column):
            continue
        title = staff_title(lines, words)
        if title.field in taken:
            title = replace(title, field="", known=False)
        taken |= {title.field} - {""}
        titles[column] = title
    return titles
