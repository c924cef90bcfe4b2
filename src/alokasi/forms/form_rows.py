"""The rows of a table of tasks: which are work, which are headings, totals, steps of a task or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from alokasi.forms.amounts import NOTHING, Amount, amount
from alokasi.forms.grid import Grid, label_line, labels
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.tables import FormTable
from alokasi.forms.titles import bare
from alokasi.workbook.raw import Place

_NUMBER = re.compile(r"[(]?([0-9]{1,3}|[IVXL]{1,6})[.)]?(\.0)?")
_SUB_NUMBER = re.compile(r"[(]?([0-9]{1,2}([.,][0-9]{1,2})+|[a-z]|[0-9]{1,2}[a-z])[.)]?")
_BULLET = re.compile(r"^\s*([a-z][.)]|[0-9]{1,2}[.)]|[-•–*])\s*")
_TOTAL = (
    "jumlah",
    "total",
    "sub jumlah",
    "subjumlah",
    "sub total",
    "subtotal",
    "grand total",
    "pembulatan",
    "dibulatkan",
)
MEASURES = (
    *("volume", "time_norm", "least_time", "most_time", "mean_time", "workload", "workload_or_volume"),
    *("need", "effective_time", "people", "frequency"),
)
_WORK = ("volume", "time_norm", "mean_time", "least_time", "workload", "workload_or_volume", "need")
_TEXTS = (
    "output",
    "output_unit",
    "position",
    "position_code",
    "unit",
    "unit_code",
    "year",
    "indicator",
    "time_unit",
    "frequency",
)


class Why(StrEnum):
    """Why a row is no task."""

    BLANK = "baris kosong"
    HEADING = "judul kelompok tanpa angka"
    STEP = "tahapan dari tugas di atasnya"
    TOTAL = "baris jumlah"
    NO_VOLUME = "volume kosong atau nol"
    BELOW = "di bawah tabel"


@dataclass(frozen=True, slots=True)
class LeftOut:
    row: int
    why: Why
    text: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """`rounded`: of whole people. `values`: column field -> the number stated; `row` stands after `after` tasks."""

    row: int
    rounded: bool
    values: Mapping[str, Fraction]
    after: int


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of work as it stands. `parent`: number of the row whose step it is, 0 for none."""

    row: int
    text: str
    amounts: Mapping[str, Amount]
    texts: Mapping[str, str]
    places: Mapping[str, Place]
    parent: int = 0
    continued: bool = False  # it had no text of its own: another result of the task above

    def amount(self, *fields: str) -> Amount:
        """Of the first field with something in it."""
        return next((a for f in fields if (a := self.amounts.get(f, NOTHING)) != NOTHING), NOTHING)

    def number(self, *fields: str) -> Fraction | None:
        return self.amount(*fields).value

    def at(self, *fields: str) -> Place:
        return next(self.places[field] for field in (*fields, "task") if field in self.places)


@dataclass(frozen=True, slots=True)
class Rows:
    tasks: tuple[FormRow, ...]
    left_out: tuple[LeftOut, ...]
    totals: tuple[Total, ...]
    head: Mapping[str, tuple[str, Place]]  # label -> what stands above the table
    below: int = 0  # the last row that belongs to the table


def form_rows(table: FormTable, words: Lexicon, before: Rows | None = None) -> Rows:
    """`before`: the table above, whose head lines go on to hold where this one has none of its own."""
    seen = table.seen
    found: list[FormRow] = []
    left_out: list[LeftOut] = []
    totals: list[Total] = []
    end = _end(table, words)
    parent, text, steps = 0, "", False
    for row in range(table.first, end + 1):
        total = _total(table, row, len(found), words)
        if not seen.filled(row):
            left_out.append(LeftOut(row, Why.BLANK))
        elif total is not None:
            totals.append(total)
            left_out.append(LeftOut(row, Why.TOTAL, _first_text(seen, row)))
        else:
            made = _row(table, row, words)
            mark = _mark(table, row)
            marker = bare(made.text.partition(":")[0]) in words.steps
            steps = (steps or marker) and not _NUMBER.fullmatch(mark)
            step = bool(parent) and _is_step(mark, made.text, steps)
            worked = any(made.amount(f) != NOTHING for f in _WORK)
            if not worked:
                why = Why.STEP if step or (marker and parent) else Why.HEADING
                left_out.append(LeftOut(row, why if made.text else Why.BLANK, made.text))
            else:
                made = replace(made, parent=parent if step else 0)
                if not made.text:
                    made = replace(made, text=text, continued=True)
                found.append(made)
            if not step and not marker and made.text:
                text = made.text
                parent = row if _NUMBER.fullmatch(mark) else 0
    left_out += [LeftOut(row, Why.BELOW) for row in _below(table, end, words)]
    return Rows(tuple(found), tuple(left_out), tuple(totals), _head(table, words, before), end)


def task_text(text: str, words: Lexicon) -> tuple[str, bool]:
    """The task without the steps written below it in the same cell; whether there were any."""
    lines = [line.strip() for line in text.splitlines()]
    for place, line in enumerate(lines):
        if place and bare(line.partition(":")[0]) in words.steps:
            return " ".join(filter(None, lines[:place])), True
    return " ".join(filter(None, lines)), False


def _row(table: FormTable, row: int, words: Lexicon) -> FormRow:
    seen = table.seen
    column = table.column("task") or 1
    amounts, texts, places = {}, {}, {"task": seen.at(row, column)}
    for number, title in table.titles.items():
        if not title.field:
            continue
        places.setdefault(title.field, seen.at(row, number))
        if title.field in MEASURES:
            here = seen.tops.get((row, number), (row, number))
            once = here[0] == row or title.field == "effective_time"  # merged over rows: it counts once
            value = seen.raw.value(*here) if once else None
            amounts[title.field] = amount(value, here in seen.raw.uncomputed, words)
        if title.field in _TEXTS:
            texts[title.field] = " ".join(seen.text(row, number).split())
    text = seen.text(row, column)
    return FormRow(row, text if any(map(str.isalnum, text)) else "", amounts, texts, places)


def _end(table: FormTable, words: Lexicon) -> int:
    """The last row with work or a total: what stands below is a signature, or the head of the next table."""
    end = table.first - 1
    closed = False
    for row in range(table.first, table.last + 1):
        if _total(table, row, 0, words) is not None:
            end, closed = row, True
            continue
        made = _row(table, row, words)
        filled = sum(made.amount(field).value is not None for field in _WORK)
        if filled >= (2 if closed else 1) and (made.text or filled >= 2):
            end = row
    return end


def _below(table: FormTable, end: int, words: Lexicon) -> Iterator[int]:
    """Filled rows after the last of the table; the head lines of a next one are its own."""
    seen, another = table.seen, table.last < table.seen.height
    for row in range(end + 1, table.last + 1):
        if seen.filled(row) and not (another and label_line(seen, row, words)):
            yield row


def _total(table: FormTable, row: int, after: int, words: Lexicon) -> Total | None:
    seen = table.seen
    text = bare(_first_text(seen, row))
    number = table.column("number")
    if not text.startswith(_TOTAL) or (number is not None and _NUMBER.fullmatch(seen.own(row, number))):
        return None
    made = _row(table, row, words)
    values = {f: a.value for f in MEASURES if (a := made.amount(f)).value is not None}
    if {"volume", "time_norm"} <= values.keys() and "need" not in values:
        return None
    plain = " ".join(
        word for word in text.split() if word not in words.time_units.keys() | words.periods.keys()
    )
    rounded = words.totals.get(plain) == "rounded" or "bulat" in text
    return Total(row, rounded, {f: v for f, v in values.items() if v is not None}, after)


def _first_text(seen: Grid, row: int) -> str:
    return next((seen.own(row, c) for c in seen.filled(row) if any(map(str.isalpha, seen.own(row, c)))), "")


def _mark(table: FormTable, row: int) -> str:
    number = table.column("number")
    text = "" if number is None else table.seen.own(row, number)
    return text[:-2] if text.endswith(".0") else text


def _is_step(mark: str, text: str, steps: bool) -> bool:
    if mark:
        return _SUB_NUMBER.fullmatch(mark) is not None
    return steps or _BULLET.match(text) is not None


def _head(table: FormTable, words: Lexicon, before: Rows | None) -> dict[str, tuple[str, Place]]:
    """Label -> (value, place). Lines of the table above end where its rows do."""
    first = max(table.above, before.below + 1 if before is not None else 1)
    found: dict[str, tuple[str, Place]] = {}
    for row in range(first, table.top):
        for field, value, where in labels(table.seen, row, words):
            if value and not set(value) <= set("-–. "):
                found.setdefault(field, (value, where))
    return found or dict(before.head if before is not None else {})
