"""Sheets as they stand in a file, before anything is understood: rows of plain values, row 1 first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from alokasi.workbook.issues import Issue


@dataclass(frozen=True, slots=True)
class RawSheet:
    """`rows[0]` is row 1. Coordinates are (row, column), both from 1.

    percent   cells whose number has a percent format
    rounded   cells whose number format hides the decimals they hold
    formulas  formulas by coordinate (their computed values stand in `rows`)
    hidden_rows, merged  row numbers, ranges such as "A1:C1"
    text_only a CSV file: numbers and dates are text by nature
    """

    name: str
    rows: tuple[tuple[object, ...], ...]
    percent: frozenset[tuple[int, int]] = frozenset()
    rounded: frozenset[tuple[int, int]] = frozenset()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()
    hidden: bool = False
    text_only: bool = False

    def value(self, row: int, column: int) -> object:
        """Blank (None) beyond what the file holds."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return None
        value = self.rows[row - 1][column - 1]
        return None if isinstance(value, str) and not value.strip() else value


@dataclass(frozen=True, slots=True)
class RawBook:
    sheets: tuple[RawSheet, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A cell (`C7`), or a whole sheet where `cell` is blank."""

    sheet: str
    cell: str = ""


def place(sheet: str, row: int, column: int) -> Place:
    return Place(sheet, f"{get_column_letter(column)}{row}")
