"""Reads a CSV file: its encoding and separator found out, its faults told by row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from alokasi.opening.grid import Spent
from alokasi.opening.limits import MOST_COLUMNS, MOST_ROWS

SEPARATORS = (";", ",", "\t")
_MISREAD = ("Ã©", "Ã¨", "Ã±", "â€™", "â€œ", "â€“", "Â ", "\N{REPLACEMENT CHARACTER}")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LETTERHEAD = 30  # first lines, in which the separator is looked for
_SHOWN = 40  # letters of a text that is told
_TOO_LONG = "field limit"  # in the words of csv: no quotation mark for 131,072 letters
_SAMPLE = 400  # bytes that tell whether every letter takes two

Row = list[str | None]


class Separated(NamedTuple):
    """`faults`: (kind, row, ...). `whole`: every row could be read. `last_row`, `columns`: what the file has."""

    rows: list[Row]
    encoding: str
    separator: str
    announced: bool  # by a line `sep=;`
    faults: list[tuple[object, ...]]
    whole: bool
    last_row: int
    columns: int


def separated(data: bytes, spent: Spent) -> Separated:
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _unread(encoding, ("illegal", data.count(b"\n", 0, error.start) + 1))
    if "\0" in text:
        return _unread(encoding, ("illegal", text.count("\n", 0, text.index("\0")) + 1))
    text, separator, announced = _parted(text)
    rows: list[Row] = []
    faults: list[tuple[object, ...]] = []
    last_row = columns = 0
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(lines, start=1):
            if not any(row):
                continue
            if number > MOST_ROWS:
                last_row = number
                continue
            filled = [cell if cell.strip() else None for cell in row]
            width = _width(filled)
            last_row, columns = number if width else last_row, max(columns, width)
            if not width:
                continue
            spent.take(width, sum(map(len, row)))
            rows += ([] for _ in range(number - len(rows) - 1))
            rows.append(filled[:MOST_COLUMNS])
    except csv.Error as error:
        faults.append(("long" if _TOO_LONG in str(error) else "quote", number + 1))
    whole = not faults
    faults += [*_ragged(rows), *_mixed(rows, separator), *_misread(rows)]
    return Separated(rows, encoding, separator, announced, faults, whole, last_row, columns)


def _unread(encoding: str, fault: tuple[object, ...]) -> Separated:
    return Separated([], encoding, "", False, [fault], False, 0, 0)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        sample = data[start:_SAMPLE:2]
        if len(sample) > 1 and sample.count(0) > 0.8 * len(sample):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _parted(text: str) -> tuple[str, str, bool]:
    """The text without a `sep=` line, and the separator that most of its first lines hold equally often: a letterhead
    or a sentence may hold a comma, too.
    """
    first, _, rest = text.partition("\n")
    first = first.strip("\r\n ")
    if first.lower().startswith("sep=") and len(first) == 5 and first[-1] not in '"\r\n':
        return rest, first[-1], True
    unquoted = ["".join(line.split('"')[::2]) for line in text.split("\n", _LETTERHEAD)[:_LETTERHEAD]]
    return text, max(SEPARATORS, key=lambda sign: _alike(sign, unquoted)), False


def _alike(sign: str, lines: list[str]) -> tuple[int, int]:
    """How many lines hold it equally often, and how often."""
    counts = Counter(filter(None, (line.count(sign) for line in lines)))
    often, number = max(counts.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return number, often


def _width(row: Row) -> int:
    return max((number for number, cell in enumerate(row, start=1) if cell is not None), default=0)


def _head(rows: list[Row]) -> int:
    """Number of the first row that is parted at all: the header, below a letterhead too; 1 where there is none."""
    return next((number for number, row in enumerate(rows, start=1) if len(row) > 1), 1)


def _ragged(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    """Rows with more filled cells than the header: their values slid into wrong columns."""
    head = _head(rows)
    width = len(rows[head - 1]) if rows else 0
    for number, row in enumerate(rows[head:], start=head + 1):
        if len(row) > width and _width(row) > width:
            yield "ragged", number, len(row), width


def _mixed(rows: list[Row], separator: str) -> Iterator[tuple[object, ...]]:
    """Rows in which everything stands in one cell, parted by another sign than the header."""
    head = _head(rows)
    width = len(rows[head - 1]) if rows else 0
    for number, row in enumerate(rows[head:] if width > 2 else (), start=head + 1):
        first = row[0] if row else None
        if first is None or _width(row) != 1:
            continue
        for other in SEPARATORS:
            if other != separator and first.count(other) >= width // 2:
                yield "mixed", number, separator, other, head
                break


def _misread(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    """Letters that appear when UTF-8 was read as something else and saved so."""
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell is not None and any(mark in cell for mark in _MISREAD):
                yield "misread", number, column, cell[:_SHOWN]
