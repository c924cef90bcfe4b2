"""Reads the cells of one sheet as they come, keeping what a table can hold and counting the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from alokasi.opening.limits import MOST_CELLS, MOST_COLUMNS, MOST_EMPTY_ROWS, MOST_LETTERS, MOST_ROWS
from alokasi.opening.looks import Look, moment, span
from alokasi.opening.refusal import Refusal, Why
from alokasi.opening.xml import parse, reader

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROW, _CELL, _MERGED = f"{MAIN}}}row", f"{MAIN}}}c", f"{MAIN}}}mergeCell"
_VALUE, _FORMULA, _TEXT, _RUBY = f"{MAIN}}}v", f"{MAIN}}}f", f"{MAIN}}}t", f"{MAIN}}}rPh"
_ROW_NUMBER = re.compile(rb"row r=[\"'](\d{1,7})[\"']")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_DUST = 1e-6  # of a number: what computing leaves behind hides nothing
_MOST_MERGED = 1_000
_LETTERS_OF_FORMULA = 300

Coordinate = tuple[int, int]


class _TooLong(Exception):
    """A sheet has more rows than are read: nothing more is kept of it, but how many."""


class Book(NamedTuple):
    """What the cells of every sheet refer to: shared texts, and the look of each cell format."""

    texts: Sequence[str]
    looks: Sequence[Look]
    calendar_1904: bool


class Spent:
    """How much all sheets together have taken of what is allowed."""

    def __init__(self) -> None:
        self.cells = self.letters = 0

    def take(self, cells: int, letters: int) -> None:
        """Raises Refusal where it is too much."""
        self.cells += cells
        self.letters += letters
        if self.cells > MOST_CELLS or self.letters > MOST_LETTERS:
            raise Refusal(Why.MANY_CELLS)


class Grid:
    """Coordinates are (row, column), both from 1. Dates stand in `rows` as ISO text, spans of time as seconds."""

    def __init__(self, book: Book, spent: Spent) -> None:
        self.rows: list[list[object]] = []
        self.dates: list[Coordinate] = []
        self.spans: list[Coordinate] = []
        self.percent: list[Coordinate] = []
        self.whole: list[Coordinate] = []
        self.formulas: list[tuple[int, int, str]] = []
        self.uncomputed: list[Coordinate] = []
        self.hidden_rows: list[int] = []
        self.merged: list[str] = []
        self.stray: Coordinate | None = None
        self.strays = 0
        self.empty_rows = 0
        self.last_row = 0
        self.columns: set[int] = set()
        self._book, self._spent = book, spent
        self._letters: dict[str, int] = {}
        self._styles: dict[str, Look] = {}
        self._shared: dict[str, str] = {}
        self._row = self._column = 0
        self._digits = "0"  # of the row, as references end
        self._hidden = self._filled = False
        self._type = self._style = ""
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._formula_of = ""
        self._ruby = 0

    def read(self, content: bytes) -> None:
        """Raises Refusal where the sheet is broken or holds more than is allowed."""
        self._reader = reader(content, self._start, self._end)
        try:
            parse(content, self._reader)
        except _TooLong:
            self.last_row = max(self.last_row, last_row(content))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _CELL:
            self._open_cell(attributes)
        elif name in (_VALUE, _TEXT):
            if not self._ruby:
                self._value = [] if self._value is None else self._value
                self._reader.CharacterDataHandler = self._value.append
        elif name == _ROW:
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self._hidden = attributes.get("hidden") in ("1", "true")
            self._filled = False
            if not 0 < self._row <= _LAST_ROW:
                raise Refusal(Why.DAMAGED)
            self._digits = str(self._row)
            if self.last_row > MOST_ROWS:
                raise _TooLong
        elif name == _FORMULA:
            self._formula, self._formula_of = [], attributes.get("si", "")
            self._reader.CharacterDataHandler = self._formula.append
        elif name == _RUBY:
            self._ruby += 1
        elif name == _MERGED and len(self.merged) < _MOST_MERGED:
            self.merged.append(attributes.get("ref", ""))

    def _end(self, name: str) -> None:
        if name == _CELL:
            self._close_cell()
        elif name in (_VALUE, _TEXT, _FORMULA):
            self._reader.CharacterDataHandler = None
        elif name == _ROW:
            if not self._filled:
                self.empty_rows += 1
            elif self._hidden:
                self.hidden_rows.append(self._row)
        elif name == _RUBY:
            self._ruby -= 1

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            if self._column > _LAST_COLUMN:
                raise Refusal(Why.DAMAGED)
        else:
            self._row, self._column = self._place_of(reference)
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value = self._formula = None

    def _place_of(self, reference: str) -> Coordinate:
        """Of most cells the row is the open one, and the column was met before."""
        letters = reference.removesuffix(self._digits)
        if letters in self._letters and len(letters) < len(reference):
            return self._row, self._letters[letters]
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Refusal(Why.DAMAGED)
        letters, row = found[1], int(found[2])
        column = self._letters.get(letters) or self._letters.setdefault(letters, column_number(letters))
        if column > _LAST_COLUMN or row > _LAST_ROW:
            raise Refusal(Why.DAMAGED)
        self._digits = found[2]
        return row, column

    def _close_cell(self) -> None:
        text = "".join(self._value) if self._value else ""
        value = self._understood(text) if text else None
        if self._formula is None:
            if value is not None and self._within():
                self._place(value)
            return
        uncomputed = not text and self._type != "str"
        if (value is not None or uncomputed) and self._within():
            self._place(value)
            at = self._row, self._column
            self.formulas.append((*at, self._formula_text()))
            if uncomputed:
                self.uncomputed.append(at)

    def _within(self) -> bool:
        """Whether a filled cell belongs to the table; if not, it is counted."""
        row, column = self._row, self._column
        if row > self.last_row:
            if row - self.last_row - 1 > MOST_EMPTY_ROWS:
                self.stray, self.strays = self.stray or (row, column), self.strays + 1
                return False
            self.last_row = row
        self._filled = True
        self.columns.add(column)
        if column > MOST_COLUMNS:
            self.stray, self.strays = self.stray or (row, column), self.strays + 1
            return False
        return row <= MOST_ROWS

    def _place(self, value: object) -> None:
        row, column = self._row, self._column
        while len(self.rows) < row:
            self.rows.append([])
        cells = self.rows[row - 1]
        width = len(cells)
        if width < column:
            cells += [None] * (column - width)
        cells[column - 1] = value
        letters = 0
        if isinstance(value, str):
            letters = len(value)
        elif isinstance(value, (int, float)) and not isinstance(value, bool) and (look := self._look()):
            self._shown((row, column), value, look)
        self._spent.take(len(cells) - width, letters)

    def _shown(self, at: Coordinate, value: int | float, look: Look) -> None:
        """A number whose format makes something else of it."""
        cells, place = self.rows[at[0] - 1], at[1] - 1
        if look is Look.PERCENT:
            self.percent.append(at)
        elif look is Look.WHOLE:
            if abs(value - round(value)) > _DUST * max(1, abs(value)):
                self.whole.append(at)
        elif look is Look.SPAN or 0 <= value < 1:
            cells[place] = span(value).total_seconds()
            self.spans.append(at)
        elif found := moment(value, self._book.calendar_1904):
            cells[place] = found.isoformat()
            self.dates.append(at)

    def _understood(self, text: str) -> object:
        """None for what is blank."""
        match self._type:
            case "s":
                return shared(self._book.texts, text)
            case "n":
                return _number(text)
            case "b":
                return text == "1"
            case "d":
                return self._iso(text)
            case _:
                return plain(text)

    def _iso(self, text: str) -> object:
        try:
            found = datetime.fromisoformat(text.removesuffix("Z"))
        except ValueError:
            return plain(text)
        self.dates.append((self._row, self._column))
        return found.replace(tzinfo=None).isoformat()

    def _formula_text(self) -> str:
        """The text of a shared formula stands in its first cell only."""
        text = "".join(self._formula or ())[:_LETTERS_OF_FORMULA]
        if self._formula_of:
            text = text or self._shared.get(self._formula_of, "")
            self._shared.setdefault(self._formula_of, text)
        return f"={text}"

    def _look(self) -> Look:
        look = self._styles.get(self._style)
        if look is None:
            style = int(self._style)
            known = 0 <= style < len(self._book.looks)
            look = self._styles[self._style] = self._book.looks[style] if known else Look.PLAIN
        return look


def last_row(content: bytes) -> int:
    """Number of the last row of a sheet, from its bytes: a million rows are not walked through. 0 in UTF-16."""
    found = _ROW_NUMBER.match(content, content.rfind(b"row r="))
    return int(found[1]) if found else content.count(b"<row")


def column_number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found


def shared(texts: Sequence[str], place: str) -> str | None:
    index = int(place)
    if not 0 <= index < len(texts):
        raise Refusal(Why.DAMAGED)
    return texts[index] or None


def plain(text: str) -> str | None:
    """Text with its escapes undone (`_x000D_`), None where it is blank."""
    if "_x" in text:
        text = _ESCAPE.sub(_letter, text)
    return text if text.strip() else None


def _letter(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code < 0xE000 else chr(code)


def _number(text: str) -> object:
    """A number cell that holds something else is shown as it is."""
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else plain(text)
