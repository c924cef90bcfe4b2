"""The look of the written workbook: few colours, safe for colour-blind readers, readable in print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from alokasi.workbook.schema import Kind

INK, QUIET, LINE = "#1F2933", "#6B7785", "#C9D2DB"
ACCENT, ACCENT_PALE = "#1F4E79", "#5B7FA3"  # header of a required, of an optional column
RESULT = "#4A5560"  # header of a result sheet
ORANGE, BLUE, YELLOW, GREY = "#F9D5B5", "#CFE2F3", "#FFF2CC", "#E5E8EB"
DARK_ORANGE, DARK_BLUE = "#8A3B00", "#1F4E79"
FONT = "Calibri"
# of every cell, written or not: unlocked, so that rows far below, and whole rows, can be edited
DEFAULT = {"font_name": FONT, "font_size": 11, "locked": False}

_TEXTS = (Kind.CODE, Kind.TEXT, Kind.LONG, Kind.NIP, Kind.CHOICE, Kind.YES_NO, Kind.LIST, Kind.SETTING)
WRAPPED = (Kind.TEXT, Kind.LONG, Kind.LIST)
_NUMBERS = (Kind.NUMBER, Kind.WHOLE, Kind.PERCENT, Kind.DATE)
_NUMERIC: dict[str, object] = {"align": "right", "indent": 1}
_LINE_HEIGHT, _ONE_LINE = 13.2, 15.0
_MOST_HEIGHT = 400.0
_LETTERS = 1.15  # that fit into one unit of column width, on average
_NUMBER_FORMATS = {**dict.fromkeys(_TEXTS, "@"), Kind.DATE: "dd/mm/yyyy"}


@dataclass(frozen=True)
class Formats:
    """Makes each format of a workbook once."""

    book: Any
    made: dict[tuple[tuple[str, object], ...], Any]

    def get(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(
                {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top", **properties}
            )
        return self.made[key]

    def header(self, color: str, numeric: bool = False) -> Any:
        return self.get(
            bold=True,
            **(_NUMERIC if numeric else {}),
            font_color="#FFFFFF",
            bg_color=color,
            border=1,
            border_color=LINE,
            valign="vcenter",
            locked=True,
        )

    def cell(self, kind: Kind, number: str = "", **more: object) -> Any:
        """A data cell: text kinds stay text, dates dd/mm/yyyy, numbers right-aligned."""
        shown = number or _NUMBER_FORMATS.get(kind, "General")
        wrapped = {"text_wrap": True} if kind in WRAPPED else {}
        aligned = _NUMERIC if kind in _NUMBERS else {}
        return self.get(num_format=shown, **wrapped, **aligned, **more)


def number_format(value: object) -> str:
    """Thousands for whole numbers, decimals only where there are some."""
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return "#,##0" if whole else "#,##0.0###"


def padded(shown: str) -> str:
    """A number format that keeps a small distance to the next column."""
    return ";".join(f"{part}_-" for part in shown.split(";"))


def row_height(texts: Iterable[tuple[str, int]]) -> float | None:
    """Height for wrapped texts in columns of given widths; None for the ordinary height.

    Set by hand because not every program measures wrapped rows when it opens a file.
    """
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _LINE_HEIGHT + 2, _MOST_HEIGHT) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    """Lines as a program breaks them, between words."""
    most = int(width * _LETTERS)
    return sum(1 if len(part) <= most else len(wrap(part, most)) for part in text.split("\n"))
