"""Reads one cell by the kind of its column: the value, and what is to be said about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, TypeAlias

from alokasi.workbook import cell_faults as faults
from alokasi.workbook.dates import parsed_date, serial_date
from alokasi.workbook.formulas import reaches_outside
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.nip import read_nip
from alokasi.workbook.numbers import exact, parsed, shown
from alokasi.workbook.raw import Place
from alokasi.workbook.schema import Column, Kind
from alokasi.workbook.words import closest, folded

Value: TypeAlias = str | Decimal | int | date | bool | tuple[str, ...] | None

_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_DASHES = "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN} "  # how lists write that there is nothing
_KEPT_CONTROLS = "\n\t"
_SHOWN = 40  # letters of a long value in a message
_BLANKS = re.compile(r"[^\S\n]+")
_DASHED = frozenset({Kind.CHOICE, Kind.NUMBER, Kind.WHOLE, Kind.PERCENT, Kind.DATE, Kind.NIP})
_YES = frozenset({"ya", "y", "yes", "true", "benar", "1", "v", "√", "✓"})
_NO = frozenset({"tidak", "t", "tdk", "no", "n", "false", "salah", "0", "-"})
_MEANT = {
    "ahli pertama": "Ahli Pertama",
    "pertama": "Ahli Pertama",
    "muda": "Ahli Muda",
    "madya": "Ahli Madya",
    "utama": "Ahli Utama",
    "jabatan fungsional keahlian": "JF Keahlian",
    "fungsional keahlian": "JF Keahlian",
    "jf ahli": "JF Keahlian",
    "jabatan fungsional keterampilan": "JF Keterampilan",
    "fungsional keterampilan": "JF Keterampilan",
    "jf terampil": "JF Keterampilan",
    "jabatan pelaksana": "Pelaksana",
    "p3k": "PPPK",
    "pejabat pengawas": "Pengawas",
    "pejabat administrator": "Administrator",
    "jpt pratama": "PPT Pratama",
    "jpt madya": "PPT Madya",
    "plt": "Plt",
    "lowong": "kosong",
    "ketua tim": "Ketua",
    "setuju": "disetujui",
}


class Cell(NamedTuple):
    """A cell as found; one is made for each.

    `uncomputed`: its formula has no value yet. `text_only`: of a CSV file, where numbers and dates are text by nature.
    """

    value: object
    at: Place
    percent: bool = False
    rounded: bool = False
    formula: str = ""
    uncomputed: bool = False
    text_only: bool = False


class Read(NamedTuple):
    value: Value
    issues: tuple[Issue, ...] = ()

    @property
    def failed(self) -> bool:
        return bool(self.issues) and any(issue.severity is Severity.ERROR for issue in self.issues)


def read_cell(column: Column, cell: Cell) -> Read:
    """A blank cell reads None; whether it may be blank is the row's matter."""
    if cell.formula:
        if reaches_outside(cell.formula):
            return Read(None, (faults.other_file(cell.at, cell.formula[:_SHOWN]),))
        if cell.uncomputed and not column.derived:
            return Read(None, (faults.not_computed(cell.at, cell.formula[:_SHOWN]),))
    if cell.value is None:
        return Read(None)
    if isinstance(cell.value, str):
        text, cleaned = _cleaned(cell)
        if text in _ERRORS:
            return Read(None, (faults.error_value(cell.at, text),))
        if not text:
            return Read(None, cleaned)
        if not text.strip(_DASHES) and _no_words(column):
            return Read(None, (*cleaned, faults.dash_read_as_blank(cell.at, text)))
        read = _READERS[column.kind](column, Cell(text, cell.at, text_only=cell.text_only))
        return Read(read.value, (*cleaned, *read.issues))
    return _READERS[column.kind](column, cell)


def _no_words(column: Column) -> bool:
    """A dash alone is no value of it: it says that there is none."""
    return column.kind in _DASHED or (
        column.kind is Kind.CODE and bool(column.refers) and not column.required
    )


def _cleaned(cell: Cell) -> tuple[str, tuple[Issue, ...]]:
    """Without control and direction marks; blanks at the ends and doubled ones are no data."""
    text = str(cell.value)
    if text.isprintable() and "  " not in text:
        return text.strip(), ()
    marks = sorted(
        {c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c not in _KEPT_CONTROLS and c != "\r"}
    )
    for mark in (*marks, "\r"):
        text = text.replace(mark, "")
    text = _BLANKS.sub(" ", text).strip()
    if not marks:
        return text, ()
    named = ", ".join(f"U+{ord(mark):04X}" for mark in marks)
    return text, (faults.invisible_marks(cell.at, text[:_SHOWN], named),)


def _text(column: Column, cell: Cell) -> Read:
    text = _as_text(cell.value)
    if len(text) > column.most_letters:
        return Read(None, (faults.too_long(cell.at, text, column.most_letters),))
    if text[:1] in ("=", "@") or (text[:1] in ("+", "-") and text[1:2].isalpha()):
        return Read(text, (faults.plain_text(cell.at, text[:_SHOWN]),))
    return Read(text)


def _list(column: Column, cell: Cell) -> Read:
    read = _text(column, cell)
    if not isinstance(read.value, str):
        return read
    parts = tuple(dict.fromkeys(part.strip() for part in read.value.split(";") if part.strip()))
    return Read(parts, read.issues)


def _nip(column: Column, cell: Cell) -> Read:
    nip, issues = read_nip(cell.value, cell.at)
    return Read(nip, issues)


def _choice(column: Column, cell: Cell) -> Read:
    text = _as_text(cell.value)
    if text in column.choices:
        return Read(text)
    spelled = {folded(choice): choice for choice in column.choices}
    meant = spelled.get(folded(text)) or _MEANT.get(folded(text), "")
    if meant in column.choices:
        return Read(meant, (faults.read_as(cell.at, text, column.name, meant),))
    near = closest(text, column.choices, 0.6)
    return Read(None, (faults.not_in_list(cell.at, text, column.name, column.choices, near),))


def _yes_no(column: Column, cell: Cell) -> Read:
    if isinstance(cell.value, bool):
        return Read(cell.value)
    text = _as_text(cell.value)
    if text in ("ya", "tidak"):
        return Read(text == "ya")
    word = text.casefold()
    if word in _YES or word in _NO:
        meant = "ya" if word in _YES else "tidak"
        return Read(meant == "ya", (faults.read_as(cell.at, text, column.name, meant),))
    return Read(None, (faults.not_in_list(cell.at, text, column.name, ("ya", "tidak"), ""),))


def _number(column: Column, cell: Cell) -> Read:
    value, issues = _any_number(cell)
    if value is None:
        return Read(None, issues)
    if cell.percent and column.kind is Kind.PERCENT:
        meant = value * 100
        issues = (*issues, faults.percent_format(cell.at, shown(value), shown(meant)))
        value = meant
    beyond = _out_of_range(column, value, cell.at)
    return Read(None, (*issues, beyond)) if beyond else Read(value, issues)


def _percent(column: Column, cell: Cell) -> Read:
    text = cell.value.removesuffix("%").strip() if isinstance(cell.value, str) else cell.value
    read = _number(column, Cell(text, cell.at, cell.percent, text_only=cell.text_only))
    if isinstance(read.value, Decimal) and 0 < read.value <= 1 and not read.issues:
        said = faults.share_not_percent(cell.at, shown(read.value), shown(read.value * 100))
        return Read(read.value, (said,))
    return read


def _whole(column: Column, cell: Cell) -> Read:
    read = _number(column, cell)
    if not isinstance(read.value, Decimal):
        return read
    if read.value != read.value.to_integral_value():
        return Read(None, (*read.issues, faults.not_whole(cell.at, shown(read.value), column.name)))
    return Read(int(read.value), read.issues)


def _date(column: Column, cell: Cell) -> Read:
    if isinstance(cell.value, datetime):
        return Read(cell.value.date())
    if isinstance(cell.value, date):
        return Read(cell.value)
    text = _as_text(cell.value)
    if isinstance(cell.value, str):
        found = parsed_date(text)
        quiet = cell.text_only
    else:
        found = serial_date(int(cell.value)) if isinstance(cell.value, (int, float)) else None
        quiet = False
    if found is None:
        return Read(None, (faults.not_a_date(cell.at, text),))
    return Read(found, () if quiet else (faults.date_read_as(cell.at, text, found),))


def _setting(column: Column, cell: Cell) -> Read:
    """A number as plain text with a point ("0.5"), as Setelan is judged; else the words."""
    if isinstance(cell.value, bool):
        return Read("ya" if cell.value else "tidak")
    if isinstance(cell.value, (int, float)):
        number = exact(cell.value)
        if number is None:
            return Read(None, (faults.not_a_number(cell.at, str(cell.value), ""),))
        number = number * 100 if cell.percent else number
        return Read(format(number.normalize(), "f"))
    text = _as_text(cell.value)
    found = parsed(text)
    if found.value is not None:
        return Read(format(found.value.normalize(), "f"))
    if found.meanings[0]:
        return Read(None, (faults.ambiguous_number(cell.at, text, *found.meanings),))
    return _text(column, cell)


def _any_number(cell: Cell) -> tuple[Decimal | None, tuple[Issue, ...]]:
    at, value = cell.at, cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = exact(value)
        if number is None:
            return None, (faults.error_value(at, str(value)),)
        if not cell.rounded:
            return number, ()
        return number, (faults.shown_differently(at, shown(_rounded(number)), shown(number)),)
    text = _as_text(value)
    if isinstance(value, timedelta):
        return None, (faults.not_a_number(at, text, shown(_hours(value))),)
    found = parsed(text) if isinstance(value, str) else None
    if found is None:
        return None, (faults.not_a_number(at, text, ""),)
    if found.value is not None:
        quiet = cell.text_only or found.plain
        return found.value, () if quiet else (faults.number_read_as(at, text, shown(found.value)),)
    if found.meanings[0]:
        return None, (faults.ambiguous_number(at, text, *found.meanings),)
    return None, (faults.not_a_number(at, text, found.suggestion),)


def _rounded(number: Decimal) -> Decimal:
    """As Excel shows it without decimals."""
    return number.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _hours(span: timedelta) -> Decimal:
    """What a span of time (37:30) most likely means."""
    return (Decimal(int(span.total_seconds())) / 3600).quantize(Decimal("0.01"))


def _out_of_range(column: Column, value: Decimal, at: Place) -> Issue | None:
    least = Decimal(0) if column.above_zero else column.least
    low = least is not None and (value < least or (column.above_zero and value == 0))
    high = column.most is not None and value > column.most
    if not low and not high:
        return None
    limits = shown(least or Decimal(0)), "" if column.most is None else shown(column.most)
    return faults.out_of_range(at, shown(value), column.name, *limits, above=column.above_zero)


def _as_text(value: object) -> str:
    """Codes typed as numbers lose no digits: 12.0 is "12"."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


_READERS: dict[Kind, Callable[[Column, Cell], Read]] = {
    Kind.CODE: _text,
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.NIP: _nip,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.LIST: _list,
    Kind.SETTING: _setting,
}
