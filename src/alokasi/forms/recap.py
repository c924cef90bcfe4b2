"""Recapitulations per position (Form C, Form D and the like): sums without volume or norm, used to check totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from alokasi.forms.amounts import amount
from alokasi.forms.evidence import UNIT_MINUTES, year_minutes
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.positions import plain_name
from alokasi.forms.tables import FormTable
from alokasi.forms.titles import bare
from alokasi.workbook.raw import Place
from alokasi_models.packs import norm

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEAR = Fraction(3, 200)  # between two EJ that are shown with two decimals
_TOTAL = ("jumlah", "total", "pembulatan")


class EjFault(StrEnum):
    """How a stated EJ was computed."""

    NONE = ""
    WITH_NEEDED = "needed"  # workload / (staff needed x effective time): always about 1
    INVERTED = "inverted"  # staff / need
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class RecapRow:
    """`minutes`, `effective` of a year; None where the recapitulation does not tell. `need` exact where shown so."""

    position: str
    at: Place
    minutes: Fraction | None
    effective: Fraction | None
    need: Fraction | None
    incumbents: Fraction | None
    ej: Fraction | None
    ej_at: Place

    @property
    def right_ej(self) -> Fraction | None:
        """Workload over the effective time of the staff there is."""
        if self.minutes is None or not self.effective or not self.incumbents:
            return None
        return self.minutes / (self.incumbents * self.effective)


def recap_rows(table: FormTable, words: Lexicon) -> tuple[RecapRow, ...]:
    """Spacer, total and numbering rows left out."""
    column = table.column("position") or 1
    found = []
    for row in range(table.first, table.last + 1):
        position = plain_name(table.seen.own(row, column))
        if position and any(map(str.isalpha, position)) and not bare(position).startswith(_TOTAL):
            made = _row(table, row, position, words)
            if made.minutes is not None or made.need is not None:
                found.append(made)
    return tuple(found)


def ej_fault(row: RecapRow) -> EjFault:
    """NONE where it is right, or where there is nothing to compare."""
    right = row.right_ej
    if right is None or row.ej is None or abs(row.ej - right) <= _NEAR:
        return EjFault.NONE
    exact = (row.minutes or Fraction(0)) / (row.effective or Fraction(1))
    needs = [need for need in (exact, row.need, Fraction(max(1, round(exact)))) if need]
    if any(abs(row.ej - exact / need) <= _NEAR for need in needs):
        return EjFault.WITH_NEEDED
    if any(abs(row.ej - (row.incumbents or Fraction(0)) / need) <= _NEAR for need in needs):
        return EjFault.INVERTED
    return EjFault.DIFFERS


def minutes_by_position(rows: Iterable[RecapRow]) -> dict[str, Fraction]:
    """Folded position -> minutes, of those that state them."""
    return {bare(row.position): row.minutes for row in rows if row.minutes is not None}


def _row(table: FormTable, row: int, position: str, words: Lexicon) -> RecapRow:
    def number(*fields: str) -> Fraction | None:
        values = [
            amount(table.seen.raw.value(row, c), (row, c) in table.seen.raw.uncomputed, words).value
            for field in fields
            for c in table.columns(field)
        ]
        known = [value for value in values if value is not None]
        return sum(known, Fraction(0)) if known else None

    reckoning = table.column("reckoning")
    shown = "" if reckoning is None else table.seen.own(row, reckoning)
    load, need = number("workload", "workload_or_volume"), number("need")
    load, need, divisor = _reckoned(shown, load, need, words)
    title = table.column("workload", "workload_or_volume")
    unit = "" if title is None else table.titles[title].unit
    minutes, effective = _in_minutes(load, need, divisor, unit)
    ej = table.column("ej")
    return RecapRow(
        position=position,
        at=table.seen.at(row, table.column("position") or 1),
        minutes=minutes,
        effective=effective,
        need=need,
        incumbents=number("incumbents"),
        ej=number("ej"),
        ej_at=table.seen.at(row, ej or 1),
    )


def _reckoned(
    shown: str, load: Fraction | None, need: Fraction | None, words: Lexicon
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """`54.300 : 75.000 = 0,724 = 1 Orang`: workload, need and the divisor between them."""
    numbers = [
        value for text in _NUMBER.findall(shown) if (value := amount(text, False, words).value) is not None
    ]
    place = next((n for n, value in enumerate(numbers) if n and year_minutes(value) is not None), None)
    if place is None:
        return load, need, None
    load = numbers[place - 1] if load is None else load
    if place + 1 < len(numbers):
        need = numbers[place + 1]
    return load, need, numbers[place]


def _in_minutes(
    load: Fraction | None, need: Fraction | None, divisor: Fraction | None, unit: str
) -> tuple[Fraction | None, Fraction | None]:
    """Workload in minutes, and effective time: of the divisor, whose unit is the workload's, else the usual one."""
    usual = Fraction(norm().effective_hours) * 60
    if load is None:
        return None, None if divisor is None else year_minutes(divisor)
    if unit in UNIT_MINUTES:
        return load * UNIT_MINUTES[unit], usual if divisor is None else year_minutes(divisor)
    measure = divisor or (load / need if need else None)
    year = None if measure is None else year_minutes(measure)
    if measure is None or year is None:
        return None, None
    return load * (year / measure), usual if divisor is None else year
