"""Sheets as they stand in a file, before anything is understood: rows of plain values, row 1 first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SLIDING = ("ragged", "mixed")  # faults of CSV rows, see `separated`
Coordinate = tuple[int, int]  # row and column, both from 1


@dataclass(frozen=True, slots=True)
class Separation:
    """How a CSV file was read. `faults`: what is wrong with it as (kind, row, ...), see `separated`."""

    encoding: str
    separator: str
    announced: bool = False  # by a line `sep=;`
    faults: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """`rows[0]` is row 1; values are text, numbers, bool, datetime, timedelta; blank is None.

    percent   cells whose number has a percent format
    rounded   cells whose number format hides the decimals they hold
    formulas  formulas by coordinate (their computed values stand in `rows`)
    uncomputed  formulas that no program has computed
    hidden_rows, merged  row numbers, ranges such as "A1:C1"
    stray, strays  the first filled cell too far from the table to belong to it, and how many there are
    empty_rows  rows that stand in the file without a value
    last_row, columns  of what is filled, also beyond the limits; `rows` ends at them
    csv       None for a sheet of a workbook; in a CSV file numbers and dates are text by nature
    whole     False where only a part could be read
    """

    name: str
    rows: tuple[tuple[object, ...], ...]
    percent: frozenset[Coordinate] = frozenset()
    rounded: frozenset[Coordinate] = frozenset()
    formulas: Mapping[Coordinate, str] = field(default_factory=dict)
    uncomputed: frozenset[Coordinate] = frozenset()
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()
    hidden: bool = False
    stray: Coordinate | None = None
    strays: int = 0
    empty_rows: int = 0
    last_row: int = 0
    columns: int = 0
    csv: Separation | None = None
    whole: bool = True

    @property
    def text_only(self) -> bool:
        return self.csv is not None

    @property
    def slid_rows(self) -> frozenset[int]:
        """Rows of a CSV file whose values stand in wrong columns."""
        faults = () if self.csv is None else self.csv.faults
        return frozenset(int(str(row)) for kind, row, *_ in faults if kind in SLIDING)

    def value(self, row: int, column: int) -> object:
        """Blank (None) beyond what the file holds."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column - 1]


@dataclass(frozen=True, slots=True)
class OpenedBook:
    sheets: tuple[RawSheet, ...]
    calendar_1904: bool = False
