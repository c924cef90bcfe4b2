"""Tables of the report: data frames put into words, with Indonesian (or English) numbers and headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, TypeAlias

import pandas as pd

from alokasi.tables.frames import rows
from alokasi.texts import decimal, percent, translate, whole

Show: TypeAlias = Callable[[Any, str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a page: its header (an Indonesian source text, translated by the caller) and how a cell
    is shown.
    """

    name: str
    title: str
    show: Show
    number: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    title: str
    number: bool


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    emphasis: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]


def grid(
    table: pd.DataFrame,
    columns: Sequence[Column],
    lang: str,
    emphasis: Callable[[Mapping[str, Any]], bool] = lambda row: False,
) -> Grid:
    """The table as words. `emphasis` marks totals."""
    return Grid(
        tuple(Head(column.title, column.number) for column in columns),
        tuple(
            Row(tuple(column.show(row[column.name], lang) for column in columns), emphasis(row))
            for row in rows(table)
        ),
    )


def text(value: Any, lang: str) -> str:
    return str(value)


def word(value: Any, lang: str) -> str:
    """A word of the workbook's own lists (status, peran, ...) in the reader's language."""
    return translate(str(value), lang)


def hours(value: Any, lang: str) -> str:
    return "–" if isnan(value) else whole(value, lang)


def count(value: Any, lang: str) -> str:
    return whole(value, lang)


def share(value: Any, lang: str) -> str:
    return "–" if isnan(value) else percent(value / 100, lang)


def ratio(value: Any, lang: str) -> str:
    return "–" if isnan(value) else decimal(value, lang, 2)


def people(value: Any, lang: str) -> str:
    """Staff: whole where it is whole."""
    if isnan(value):
        return "–"
    return whole(value, lang) if value == round(value) else decimal(value, lang, 2)


def signed(value: Any, lang: str) -> str:
    return ("+" if value > 0 else "") + people(value, lang).replace("-", "−")
