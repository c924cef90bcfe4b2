"""Rows of the bridge by sheet, and what each cell rests on: known, guessed, or still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alokasi.workbook.input_pages import Mark
from alokasi.workbook.values import Row

Cell = tuple[str, int, str]  # sheet, place of the row among its rows from 0, column


@dataclass(slots=True)
class Pages:
    """Collects rows; the one thing here that grows, and only inside `bridge`."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    marks: dict[Cell, Mark] = field(default_factory=dict)

    def add(self, sheet: str, row: Row, guessed: tuple[str, ...] = (), open_: tuple[str, ...] = ()) -> None:
        """`open_`: columns to be filled where they are blank."""
        place = len(self.rows.setdefault(sheet, []))
        self.rows[sheet].append(row)
        for column in guessed:
            if row.get(column) not in (None, ""):
                self.marks[sheet, place, column] = Mark.GUESSED
        for column in open_:
            if row.get(column) in (None, ""):
                self.marks[sheet, place, column] = Mark.OPEN

    def count(self, sheet: str, column: str, mark: Mark) -> int:
        return sum(found is mark and (s, c) == (sheet, column) for (s, _, c), found in self.marks.items())

    @property
    def open(self) -> Mapping[tuple[str, str], int]:
        """(sheet, column) -> cells still to be filled."""
        counts: dict[tuple[str, str], int] = {}
        for (sheet, _, column), mark in self.marks.items():
            if mark is Mark.OPEN:
                counts[sheet, column] = counts.get((sheet, column), 0) + 1
        return counts
