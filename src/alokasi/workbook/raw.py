"""Sheets as they stand in a file with what is said of the file itself; and the places messages point to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from alokasi.opening.raw import Coordinate, RawSheet
from alokasi.workbook.issues import Issue

__all__ = ["Coordinate", "Place", "RawBook", "RawSheet", "place"]


@dataclass(frozen=True, slots=True)
class RawBook:
    sheets: tuple[RawSheet, ...]
    issues: tuple[Issue, ...] = ()


class Place(NamedTuple):
    """A cell (`C7`), or a whole sheet where `cell` is blank. One is made for every cell that is read."""

    sheet: str
    cell: str = ""


def place(sheet: str, row: int, column: int) -> Place:
    return Place(sheet, f"{_letters(column)}{row}")


@cache
def _letters(column: int) -> str:
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(65 + last) + letters
    return letters
