"""Rows of a sheet as typed values by column name; examples, totals and blanks are left out and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from alokasi.workbook import cell_faults, faults
from alokasi.workbook.cells import Cell, Read, Value, read_cell
from alokasi.workbook.doubtful import doubtful_values
from alokasi.workbook.headers import Header, find_header
from alokasi.workbook.issues import MOST_ERRORS, Collected, Issue
from alokasi.workbook.names import EXAMPLE
from alokasi.workbook.raw import Coordinate, Place, RawSheet, place
from alokasi.workbook.schema import Column, Kind, Sheet

_TOTAL = re.compile(r"(sub\s*|grand\s*)?(jumlah|total|pembulatan)\b.*", re.IGNORECASE)
_LAST_ROW = re.compile(r"\d+")
_EXAMPLE_ROWS = re.compile(rf"{EXAMPLE}\b")
_REPEATED = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.WHOLE, Kind.NUMBER, Kind.PERCENT, Kind.DATE, Kind.LIST})


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row that was read. A value that failed is absent, and its column is in `failed`."""

    sheet: str
    number: int
    values: Mapping[str, Value]
    failed: frozenset[str]
    columns: Mapping[str, int]

    def at(self, column: str = "") -> Place:
        """The cell of a column; of a column the file lacks, the row's first cell."""
        return place(self.sheet, self.number, self.columns.get(column, 1))

    def text(self, column: str) -> str:
        value = self.values.get(column)
        return value if isinstance(value, str) else ""

    def number_of(self, column: str) -> Decimal | None:
        value = self.values.get(column)
        return value if isinstance(value, Decimal) else None

    def whole(self, column: str) -> int | None:
        value = self.values.get(column)
        return value if isinstance(value, int) else None

    def day(self, column: str) -> date | None:
        value = self.values.get(column)
        return value if isinstance(value, date) else None

    def flag(self, column: str, default: bool) -> bool:
        value = self.values.get(column)
        return value if isinstance(value, bool) else default

    def texts(self, column: str) -> tuple[str, ...]:
        value = self.values.get(column)
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Table:
    """What a sheet holds. `examples`: numbers of the rows left out as examples."""

    sheet: Sheet
    rows: tuple[DataRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    examples: tuple[int, ...] = ()
    title: str = ""  # the sheet's own name in the file
    whole: bool = True  # False where reading stopped for all its errors


def read_table(raw: RawSheet, sheet: Sheet, further: tuple[Column, ...] = ()) -> Table:
    """All rows with all their messages. `further`: columns beyond the sheet's own (competence levels)."""
    if not raw.rows:
        return Table(sheet, title=raw.name)
    header = find_header(raw, sheet)
    issues = Collected()
    issues.add(header.issues)
    rows: list[DataRow] = []
    examples: list[int] = []
    blanks: list[int] = []
    columns = {**header.columns, **{c.name: header.extra[c.name] for c in further}}
    kinds = {**{c.name: c for c in sheet}, **{c.name: c for c in further}}
    issues.add(_around(raw, header))
    whole = True
    loose = _below(raw, header, sheet, columns)
    if loose:
        issues.add([faults.below_table(raw.name, loose, _first_text(raw, loose[0]))])
    below = frozenset(loose)
    special = {*raw.percent, *raw.rounded, *raw.uncomputed, *raw.formulas}
    readers = [_ColumnReader(raw, special, kinds[name], columns[name]) for name in columns]
    for number in _data_rows(raw, header):
        if number in below:
            continue
        if _blank(raw, number, columns, kinds):
            blanks.append(number)
            continue
        if _is_example(raw, number, sheet, columns):
            examples.append(number)
            continue
        total = _total(raw, number, columns, sheet)
        if total:
            issues.add([faults.total_row(place(raw.name, number, 1), total)])
            continue
        if blanks and rows:
            issues.add([faults.blank_rows(raw.name, len(blanks), blanks[0])])
        blanks = []
        row, found = _read_row(raw, number, readers, columns)
        rows.append(row)
        issues.add(found)
        if issues.errors > MOST_ERRORS:
            issues.add([faults.too_many_errors(raw.name, MOST_ERRORS, number)])
            whole = False
            break
    for name, at, issue in doubtful_values(raw, [row.number for row in rows], columns, kinds):
        rows[at] = _without(rows[at], name)
        issues.add([issue])
    return Table(sheet, tuple(rows), tuple(issues), tuple(examples), raw.name, whole)


def _without(row: DataRow, column: str) -> DataRow:
    values = {name: value for name, value in row.values.items() if name != column}
    return replace(row, values=values, failed=row.failed | {column})


def _data_rows(raw: RawSheet, header: Header) -> list[int]:
    """Numbers of the rows below the header but those of a CSV file that slid."""
    slid = raw.slid_rows
    return [number for number in range(header.row + 1, len(raw.rows) + 1) if number not in slid]


def _below(raw: RawSheet, header: Header, sheet: Sheet, columns: Mapping[str, int]) -> tuple[int, ...]:
    """Rows after the last of the table, parted from it by a blank row or a total: a place and date, a signature.

    None has a code of its own, and none more than one of the other required values: it is no row half filled.
    """
    key, *others = [columns[c.name] for c in sheet if c.required and c.name in columns] or [1]
    loose: list[int] = []
    for number in reversed(_data_rows(raw, header)):
        filled = sum(raw.value(number, column) is not None for column in others)
        if (raw.value(number, key) is not None and not _total(raw, number, columns, sheet)) or filled > 1:
            break
        loose.append(number)
    own = tuple(columns.values())
    parted = False
    below = []
    for number in reversed(loose):
        blank = all(raw.value(number, column) is None for column in own)
        if blank or _total(raw, number, columns, sheet):
            parted = True
        elif parted:
            below.append(number)
    return tuple(below)


def _first_text(raw: RawSheet, row: int) -> str:
    return next((str(value) for value in raw.rows[row - 1] if value is not None), "")


def _around(raw: RawSheet, header: Header) -> list[Issue]:
    """What is to be said of a sheet as a whole."""
    issues = []
    hidden = tuple(row for row in raw.hidden_rows if row > header.row)
    if hidden:
        issues.append(faults.rows_hidden(raw.name, hidden))
    issues += _merged(raw, header)
    issues += _untitled(raw, header)
    return issues


def _merged(raw: RawSheet, header: Header) -> Iterator[Issue]:
    """Of the header, unless two lines of it were told already; and of the data."""
    last_rows = {cells: int(_LAST_ROW.findall(cells)[-1]) for cells in raw.merged if _LAST_ROW.search(cells)}
    titles = tuple(cells for cells, row in last_rows.items() if header.top <= row <= header.row)
    if titles and header.top == header.row:
        yield faults.merged_header(Place(raw.name, titles[0].partition(":")[0]), titles, header.row)
    below = tuple(cells for cells, row in last_rows.items() if row > header.row)
    if below:
        yield faults.merged_cells(Place(raw.name, below[0].partition(":")[0]), below)


def _untitled(raw: RawSheet, header: Header) -> list[Issue]:
    """Filled cells in columns without a header."""
    lines = raw.rows[header.top - 1 : header.row]
    titled = {n for line in lines for n, title in enumerate(line, start=1) if title is not None}
    cells = [
        (row, column)
        for row in _data_rows(raw, header)
        for column, value in enumerate(raw.rows[row - 1], start=1)
        if value is not None and column not in titled
    ]
    return [faults.untitled_cells(place(raw.name, *cells[0]), len(cells))] if cells else []


class _ColumnReader:
    """Reads the cells of one column. What repeats down a column and needs no remark is understood once."""

    def __init__(self, raw: RawSheet, special: Set[Coordinate], column: Column, number: int) -> None:
        self.column, self.number = column, number
        self._raw, self._special = raw, special
        self._repeats = column.kind in _REPEATED or bool(column.refers)
        self._known: dict[object, Read] = {}

    def read(self, row: int, value: object) -> Read:
        at = row, self.number
        if at in self._special or not self._repeats:
            return read_cell(self.column, self._cell(at, value))
        key = type(value), value  # 1, 1.0 and True are equal
        known = self._known.get(key)
        if known is not None:
            return known
        read = read_cell(self.column, self._cell(at, value))
        if not read.issues:
            self._known[key] = read
        return read

    def _cell(self, at: Coordinate, value: object) -> Cell:
        """One is made for every cell: of most there is nothing special to say."""
        raw, where = self._raw, place(self._raw.name, *at)
        if at not in self._special:
            return Cell(value, where, text_only=raw.text_only)
        return Cell(
            value,
            where,
            at in raw.percent,
            at in raw.rounded,
            raw.formulas.get(at, ""),
            at in raw.uncomputed,
            raw.text_only,
        )

    def lacks(self, values: Mapping[str, Value]) -> bool:
        """Whether a value that must be there is not in the row."""
        other, word = self.column.unless
        required = self.column.required and self.column.name not in values
        return required and (not other or values.get(other) != word)


def _read_row(
    raw: RawSheet, number: int, readers: Sequence[_ColumnReader], columns: Mapping[str, int]
) -> tuple[DataRow, list[Issue]]:
    values: dict[str, Value] = {}
    failed: set[str] = set()
    issues: list[Issue] = []
    filled = raw.rows[number - 1]
    width = len(filled)
    for reader in readers:
        value = filled[reader.number - 1] if reader.number <= width else None
        if value is None and (number, reader.number) not in raw.formulas:
            continue
        read = reader.read(number, value)
        if read.issues:
            issues += read.issues
            if read.failed:
                failed.add(reader.column.name)
                continue
        if read.value is not None:
            values[reader.column.name] = read.value
    for reader in readers:
        name = reader.column.name
        if name not in failed and reader.lacks(values):
            issues.append(cell_faults.required(place(raw.name, number, reader.number), name))
            failed.add(name)
    return DataRow(raw.name, number, values, frozenset(failed), columns), issues


def _blank(raw: RawSheet, row: int, columns: Mapping[str, int], kinds: Mapping[str, Column]) -> bool:
    """Nothing but what the workbook computes itself."""
    return all(
        raw.value(row, number) is None and (row, number) not in raw.formulas
        for name, number in columns.items()
        if not kinds[name].derived
    )


def _is_example(raw: RawSheet, row: int, sheet: Sheet, columns: Mapping[str, int]) -> bool:
    marker = columns.get(sheet.marker)
    value = raw.value(row, marker) if marker is not None else None
    return isinstance(value, str) and _EXAMPLE_ROWS.match(value.strip()) is not None


def _total(raw: RawSheet, row: int, columns: Mapping[str, int], sheet: Sheet) -> str:
    """The words of a total row: its first filled cell says so, and the row names nothing of its own."""
    own = columns.values()
    cells = enumerate(raw.rows[row - 1], start=1)
    first = next((value for number, value in cells if value is not None and number in own), None)
    if not isinstance(first, str) or not _TOTAL.fullmatch(first.strip()):
        return ""
    words = [c.name for c in sheet if c.required and not c.numeric and c.kind is not Kind.DATE]
    named = [name for name in words if name in columns and isinstance(raw.value(row, columns[name]), str)]
    return first.strip() if len(named) <= 1 else ""
