"""Finds the tables of a sheet: headers of one to three rows, merged or not, several tables below one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from alokasi.forms.grid import Grid, label_line, numbering
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.titles import Title, bare, form_title

_HEIGHT = 3  # rows of a header at most
_MEASURES = frozenset(
    {
        "volume",
        "time_norm",
        "least_time",
        "mean_time",
        "workload",
        "workload_or_volume",
        "need",
        "effective_time",
    }
)
_COUNTS = frozenset({"incumbents", "ej", "need", "reckoning"})
_NEAR_ROWS = 60  # in which a misspelled title may begin a table; further down all words are searched exactly
_SUB_LETTERS = 40


class TableKind(StrEnum):
    TASKS = "tugas"  # rows are tasks with volume and norm
    RECAP = "rekap"  # rows are positions with sums


@dataclass(frozen=True, slots=True)
class FormTable:
    """`titles` by column. Rows `first` to `last` lie below the header; lines `above` it speak of all of them."""

    seen: Grid
    kind: TableKind
    top: int  # first row of the header
    titles: Mapping[int, Title]
    first: int
    last: int
    above: int

    def columns(self, field: str) -> tuple[int, ...]:
        return tuple(column for column, title in self.titles.items() if title.field == field)

    def column(self, *fields: str) -> int | None:
        """The first column of the first field that the table has."""
        return next((column for field in fields for column in self.columns(field)), None)

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(title.field for title in self.titles.values() if title.field)


def form_tables(seen: Grid, words: Lexicon) -> tuple[FormTable, ...]:
    """From the top down. `above` and `last` reach to the neighbours; rows settle where data end."""
    found = list(_headers(seen, words))
    tables = []
    for place, table in enumerate(found):
        last = found[place + 1].top - 1 if place + 1 < len(found) else seen.height
        above = found[place - 1].first if place else 1
        tables.append(replace(table, last=last, above=above))
    return tuple(tables)


def _headers(seen: Grid, words: Lexicon) -> Iterator[FormTable]:
    row = 1
    while row <= seen.height:
        table = _header(seen, row, words)
        if table is None:
            row += 1
            continue
        yield table
        row = table.first


def _header(seen: Grid, row: int, words: Lexicon) -> FormTable | None:
    """The header that begins in this row: its height is where sub-titles end."""
    if not seen.filled(row):
        return None
    bottom = row
    anchor = _anchor(seen, row, words)
    if anchor is None:  # the line above the names of the columns, such as `Norma waktu` over three of them
        anchor = _anchor(seen, row + 1, words) if _parents(seen, row, words) else None
        if anchor is None:
            return None
        bottom = row + 1
    bottom = max(bottom, seen.ends.get((row, anchor), row))
    while bottom - row + 1 < _HEIGHT and _subtitles(seen, row, bottom + 1, anchor, words):
        bottom += 1
    if row > _NEAR_ROWS and not _two_fields(_titles(seen, row, bottom, words, near=False)):
        return None
    titles = _titles(seen, row, bottom, words)
    kind = _kind(titles)
    if kind is None:
        return None
    first = bottom + 1
    if numbering(seen, first):
        first += 1
    return FormTable(seen, kind, row, titles, first, seen.height, 1)


def _anchor(seen: Grid, row: int, words: Lexicon) -> int | None:
    """The column of tasks, or of positions, whose title stands in this row."""
    found: dict[str, int] = {}
    for column in seen.filled(row):
        if not seen.numeric(row, column):
            title = form_title((seen.own(row, column),), words, near=row <= _NEAR_ROWS)
            found.setdefault(title.field, column)
    return found.get("task", found.get("position"))


def _parents(seen: Grid, row: int, words: Lexicon) -> bool:
    """A row of which every cell spans columns or names one."""
    cells = seen.filled(row)
    if label_line(seen, row, words):
        return False
    return bool(cells) and all(
        form_title((seen.own(row, column),), words, near=False).field
        or seen.tops.get((row, column + 1)) == (row, column)
        for column in cells
    )


def _subtitles(seen: Grid, top: int, row: int, anchor: int, words: Lexicon) -> bool:
    """A further row of the header: only titles, and none that would be a task of its own."""
    cells = seen.filled(row)
    if not cells or row > seen.height or numbering(seen, row):
        return False
    if anchor in cells and bare(f"{seen.text(row - 1, anchor)} {seen.own(row, anchor)}") not in words.columns:
        return False
    if any(seen.numeric(row, column) or len(seen.own(row, column)) > _SUB_LETTERS for column in cells):
        return False
    titles = _titles(seen, top, row, words)
    return all(column in titles and (titles[column].known or titles[column].unit) for column in cells)


def _two_fields(titles: Mapping[int, Title]) -> bool:
    return len({title.field for title in titles.values()} - {""}) > 1


def _titles(seen: Grid, top: int, bottom: int, words: Lexicon, near: bool = True) -> dict[int, Title]:
    titles = {}
    for column in range(1, seen.width + 1):
        lines = tuple(dict.fromkeys(filter(None, (seen.text(r, column) for r in range(top, bottom + 1)))))
        if lines:
            titles[column] = form_title(lines, words, near)
    return _without_doubles(titles, seen, top)


def _without_doubles(titles: dict[int, Title], seen: Grid, top: int) -> dict[int, Title]:
    """Of a title merged over columns that are not told apart the first counts; counts of people add up."""
    kept: dict[int, Title] = {}
    taken: set[str] = set()
    for column, title in titles.items():
        inside = seen.tops.get((top, column), (top, column)) != (top, column)
        if title.field in taken and title.field != "incumbents":
            if not inside:
                kept[column] = replace(title, field="", known=False)
            continue
        taken.add(title.field or "-")
        taken.discard("-")
        kept[column] = title
    return kept


def _kind(titles: Mapping[int, Title]) -> TableKind | None:
    fields = {title.field for title in titles.values()}
    if "task" in fields and len(fields & _MEASURES) >= 2:
        return TableKind.TASKS
    work = fields & {"workload", "workload_or_volume", "need"}
    if "task" not in fields and "position" in fields and work and len(fields & (_COUNTS | work)) >= 2:
        return TableKind.RECAP
    return None
