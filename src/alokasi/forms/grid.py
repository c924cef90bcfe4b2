"""A sheet as a reader's eye sees it: text of cells, merged cells filled, label lines, numbering rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alokasi.forms.lexicon import Lexicon
from alokasi.forms.titles import bare
from alokasi.workbook.raw import Place, RawSheet, place

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_MARK = re.compile(r"[(]?(\d{1,2}([.]\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]?|[:.\-–—=]+")
_LONGEST_MARK = 40
_LEADING = re.compile(r"^\s*[(]?(\d{1,2}([.]\d{1,2})*|[a-zA-Z])[.)]\s+")
_NUMBERED = re.compile(r"[(]?\s*(\d{1,2}|[a-z])\s*([=:(x×*/+\-]|\s|\d|[a-z]\b|[)])*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """`tops`: coordinate in a merged range -> its first cell, the only one that holds a value."""

    raw: RawSheet
    tops: dict[tuple[int, int], tuple[int, int]]
    ends: dict[tuple[int, int], int]  # first cell of a merged range -> its last row
    width: int

    @property
    def height(self) -> int:
        return len(self.raw.rows)

    def at(self, row: int, column: int = 1) -> Place:
        return place(self.raw.name, row, column)

    def own(self, row: int, column: int) -> str:
        """The text of this very cell; blank inside a merged range."""
        value = self.raw.value(row, column)
        return "" if value is None else str(value).strip()

    def text(self, row: int, column: int) -> str:
        """The text seen at this place, that of the merged range where there is one."""
        return self.own(*self.tops.get((row, column), (row, column)))

    def filled(self, row: int) -> tuple[int, ...]:
        """Columns with a value of their own; inside a merged range only its first."""
        cells = range(1, self.width + 1)
        return tuple(c for c in cells if self.own(row, c) and self.tops.get((row, c), (row, c)) == (row, c))

    def numeric(self, row: int, column: int) -> bool:
        value = self.raw.value(row, column)
        return isinstance(value, (int, float)) and not isinstance(value, bool)


def grid(raw: RawSheet) -> Grid:
    tops: dict[tuple[int, int], tuple[int, int]] = {}
    ends: dict[tuple[int, int], int] = {}
    width = max((len(row) for row in raw.rows), default=0)
    for top, left, bottom, right in _spans(raw):
        ends[top, left] = bottom
        for row in range(top, min(bottom, len(raw.rows)) + 1):
            for column in range(left, min(right, width) + 1):
                tops[row, column] = (top, left)
    return Grid(raw, tops, ends, width)


def _spans(raw: RawSheet) -> Iterator[tuple[int, int, int, int]]:
    """Merged ranges as first row, first column, last row, last column."""
    for cells in raw.merged:
        found = _RANGE.fullmatch(cells)
        if found is not None:
            yield int(found[2]), _column(found[1]), int(found[4]), _column(found[3])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def numbering(seen: Grid, row: int) -> bool:
    """A row such as `(1) (2) (3)`, `1 2 3` or `a b c=axb` below a header."""
    cells = [seen.own(row, column) for column in seen.filled(row)]
    if len(cells) < 3 or any(
        len(cell) > _LONGEST_MARK for cell in cells
    ):  # nothing that could be tried for ever
        return False
    found = [_NUMBERED.fullmatch(cell) for cell in cells]
    if not all(found):
        return False
    first = [match[1].casefold() for match in found if match is not None]
    order = [int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1 for mark in first]
    return order == list(range(order[0], order[0] + len(order)))


def labels(seen: Grid, row: int, words: Lexicon) -> Iterator[tuple[str, str, Place]]:
    """(field, value, place) of a line such as `Nama jabatan : Perencana`, in one cell or in several."""
    label, value, where = "", "", seen.at(row)
    for column in seen.filled(row):
        text = seen.own(row, column)
        left, colon, right = text.partition(":")
        field = words.labels.get(_label(left), "")
        if field and (colon or not label or value.strip()):  # after a label without a value comes its value
            if label:
                yield label, value.strip(), where
            label, value, where = field, right if colon else "", seen.at(row, column)
        elif label and not _MARK.fullmatch(text):
            value = f"{value} {text.lstrip(': ')}"
    if label:
        yield label, value.strip(), where


def label_line(seen: Grid, row: int, words: Lexicon) -> bool:
    """Whether a row speaks of the table as a whole: its first words are a label."""
    for column in seen.filled(row):
        text = seen.own(row, column)
        if not _MARK.fullmatch(text):
            return _label(text.partition(":")[0]) in words.labels
    return False


def _label(text: str) -> str:
    return bare(_LEADING.sub("", text))
