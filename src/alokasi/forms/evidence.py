"""What a form computed itself tells how it was meant.

The ratio of its workload (or of need x effective time) to volume x norm is 1 where norms are minutes, 60 for hours,
12 for minutes with monthly volumes, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from alokasi.forms.form_rows import FormRow, Rows
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.tables import FormTable
from alokasi_models.packs import norm

UNIT_MINUTES = {"menit": Fraction(1), "jam": Fraction(60)}
FIXED_PERIODS = {
    "tahun": Fraction(1),
    "semester": Fraction(2),
    "triwulan": Fraction(4),
    "bulan": Fraction(12),
}
COUNTED_PERIODS = {"minggu": "minggu_per_tahun", "hari": "hari_per_tahun"}
NORM_FIELDS = ("time_norm", "mean_time")
_CLOSE = Fraction(3, 100)
_INTEGER = re.compile(r"\d[\d.]*")


class Source(StrEnum):
    """Where an understanding comes from."""

    TITLE = "judul kolom"
    LABEL = "baris kepala"
    ROWS = "isi tiap baris"
    NEED = "kolom kebutuhan"
    WORKLOAD = "kolom beban"
    RECAP = "rekapitulasi"
    LAYOUT = "bentuk formulir"
    USUAL = "anggapan bawaan"
    STATED = "--anggapan"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Effective:
    """Minutes a year of one person, by row of the sheet; `row` 0: of the whole table."""

    minutes: Mapping[int, Fraction]
    source: Source
    odd: tuple[int, ...] = ()  # rows whose value is neither hours nor minutes of a year
    shrunk: tuple[
        int, ...
    ] = ()  # of them, those that are a thousandth: 1.250 read as a number of another language

    def of(self, row: int) -> Fraction | None:
        return self.minutes.get(row, self.minutes.get(0))


@dataclass(frozen=True, slots=True)
class Guess:
    """The unit and period that explain the figures; `day`: minutes of a day; `times`: of the period in a year."""

    unit: str
    period: str
    day: Fraction | None = None
    times: Fraction | None = None


def year_minutes(value: Fraction) -> Fraction | None:
    """An effective time in minutes: 1250 are hours, 75000 are minutes; None for what is neither."""
    least, most = (Fraction(h) for h in (norm().effective_hours_least, norm().effective_hours_most))
    if least <= value <= most:
        return value * 60
    return value if least * 60 <= value <= most * 60 else None


def effective_time(table: FormTable, rows: Rows) -> Effective:
    """From its column, else from a number in the title of the need (`tenaga (8)/1322`), else unknown."""
    stated = {row.row: v for row in rows.tasks if (v := row.number("effective_time")) is not None}
    if stated:
        found = {row: year_minutes(value) for row, value in stated.items()}
        odd = tuple(row for row, minutes in found.items() if minutes is None)
        shrunk = tuple(row for row in odd if year_minutes(stated[row] * 1000) is not None)
        return Effective({row: m for row, m in found.items() if m is not None}, Source.ROWS, odd, shrunk)
    column = table.column("need")
    title = "" if column is None else table.titles[column].text
    numbers = [Fraction(text.replace(".", "")) for text in _INTEGER.findall(title) if text.replace(".", "")]
    inside = [minutes for number in numbers if (minutes := year_minutes(number)) is not None]
    return Effective({0: inside[0]}, Source.TITLE) if inside else Effective({}, Source.UNKNOWN)


def norm_of(row: FormRow) -> Fraction | None:
    """Time of one result as it stands; of least and most alone the mean."""
    found = row.number(*NORM_FIELDS)
    if found is not None:
        return found
    least, most = row.number("least_time"), row.number("most_time")
    return (least + most) / 2 if least is not None and most is not None else least if most is None else most


def product(row: FormRow, volume: str, people: bool, words: Lexicon) -> Fraction | None:
    """volume x norm of a row as it stands, in minutes and a year as far as the row itself says them."""
    count, time = row.number(volume), norm_of(row)
    if count is None or time is None:
        return None
    factor = UNIT_MINUTES.get(row_unit(row, words), Fraction(1)) * times_of(row, volume, words)
    heads = (row.number("people") or Fraction(1)) if people else Fraction(1)
    return count * time * factor * heads


def row_unit(row: FormRow, words: Lexicon) -> str:
    """menit, jam or hari, where the row itself says so: in the cell of the norm or in a column of units."""
    own = row.amount(*NORM_FIELDS, "least_time", "most_time").unit
    return own or words.time_units.get(row.texts.get("time_unit", "").casefold().strip("()"), "")


def row_period(row: FormRow, volume: str, words: Lexicon) -> str:
    """tahun, bulan ..., where the row itself says so: beside the volume or in a column of periods."""
    own = row.amount(volume).period
    said = row.texts.get("frequency", "").casefold().replace("/", " ").replace("-", " ").split()
    return own or next((words.periods[word] for word in said if word in words.periods), "")


def times_of(row: FormRow, volume: str, words: Lexicon) -> Fraction:
    """Times a year that are certain: 12 months; of weeks and days only the form's own figures tell."""
    return FIXED_PERIODS.get(row_period(row, volume, words), Fraction(1)) * (
        row.number("frequency") or Fraction(1)
    )


def need_ratio(
    rows: Iterable[FormRow], products: Mapping[int, Fraction], effective: Effective
) -> Fraction | None:
    """Minutes that the stated needs come to, over the products of the same rows."""
    pairs = [
        (need * minutes, products[row.row])
        for row in rows
        if (need := row.number("need")) is not None
        and (minutes := effective.of(row.row)) is not None
        and products.get(row.row)
    ]
    return _ratio(pairs)


def workload_ratio(
    rows: Iterable[FormRow], products: Mapping[int, Fraction], field: str, unit: Fraction
) -> Fraction | None:
    """Minutes of a stated workload in a known unit, over the products of the same rows."""
    pairs = [
        (load * unit, products[row.row])
        for row in rows
        if (load := row.number(field)) is not None and products.get(row.row)
    ]
    return _ratio(pairs)


def explained(ratio: Fraction, unit: str, period: str, words: Lexicon) -> Guess | None:
    """What the ratio says; what the header says already is kept if the figures allow it at all."""
    for guess in _guesses(unit, period):
        found = _fitted(ratio, guess, words)
        if found is not None:
            return found
    return None


def _ratio(pairs: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    below = sum((p for _, p in pairs), Fraction(0))
    above = sum((t for t, _ in pairs), Fraction(0))
    return above / below if below > 0 and above > 0 else None


def _guesses(unit: str, period: str) -> Iterator[Guess]:
    """As written; what the header is silent on; what it says otherwise. Never two things changed at once."""
    written = period or "tahun"
    if unit:
        yield Guess(unit, written)
    if unit and not period:
        yield from (Guess(unit, other) for other in (*FIXED_PERIODS, *COUNTED_PERIODS) if other != written)
    yield from (Guess(other, written) for other in (*UNIT_MINUTES, "hari") if other != unit)


def _fitted(ratio: Fraction, guess: Guess, words: Lexicon) -> Guess | None:
    """The guess with the form's own day and year, where the ratio lies among what is usual."""
    day, times = guess.unit == "hari", guess.period in COUNTED_PERIODS
    unit = UNIT_MINUTES.get(guess.unit, Fraction(1))
    fixed = FIXED_PERIODS.get(guess.period, Fraction(1))
    rest = ratio / unit / fixed
    if day and times:
        return None  # one figure cannot tell two
    if day:
        low, high = words.ranges["jam_per_hari"]
        return (
            Guess(guess.unit, guess.period, day=_neat(rest / 60) * 60) if low <= rest / 60 <= high else None
        )
    if times:
        low, high = words.ranges[COUNTED_PERIODS[guess.period]]
        return Guess(guess.unit, guess.period, times=_neat(rest)) if low <= rest <= high else None
    return guess if abs(rest - 1) <= _CLOSE else None


def _neat(value: Fraction) -> Fraction:
    """The half or whole number that rounded needs stand for; the value itself where none is near."""
    near = Fraction(round(value * 2), 2)
    return near if abs(near - value) <= near * _CLOSE else value
