"""What a table means: the unit of its norms, the period of its volumes, what `beban kerja` counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from alokasi.forms.assumptions import Assumptions
from alokasi.forms.evidence import (
    COUNTED_PERIODS,
    FIXED_PERIODS,
    UNIT_MINUTES,
    Effective,
    Guess,
    Source,
    effective_time,
    explained,
    need_ratio,
    norm_of,
    product,
    row_period,
    row_unit,
    workload_ratio,
)
from alokasi.forms.form_rows import FormRow, Rows
from alokasi.forms.lexicon import Layout, Lexicon
from alokasi.forms.tables import FormTable
from alokasi_models.packs import norm

_LEAST_SHARE = Fraction(1, 2)


class Meaning(StrEnum):
    """Of a column `beban kerja`."""

    VOLUME = "volume"
    PRODUCT = "hasil_kali"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Word:
    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction
    source: Source


@dataclass(frozen=True, slots=True)
class Sense:
    """`written`: the unit a header states where the form's own figures say another. `volume`: the field of counts.

    `measured`: whether the form has figures of its own to judge by; `fits`: whether they agree with this sense.
    """

    unit: Word
    written: str
    period: Word
    day: Number  # minutes of a day as a norm
    times: Mapping[str, Number]  # of a period in a year
    volume: str
    meaning: Word
    load_unit: str  # of a stated workload
    people: bool
    people_from: Source
    effective: Effective
    measured: bool
    fits: bool

    def minutes(self, unit: str) -> Fraction | None:
        """Minutes of one norm of this unit; None where the unit is not known."""
        return self.day.value if unit == "hari" else UNIT_MINUTES.get(unit)


def sense(
    table: FormTable,
    rows: Rows,
    layout: Layout | None,
    given: Assumptions,
    words: Lexicon,
    recap_minutes: Fraction | None = None,
) -> Sense:
    """`recap_minutes`: workload of the table's position in a recapitulation, where one states it."""
    effective = effective_time(table, rows)
    meaning = _meaning(table, rows, given, words, effective)
    volume = "workload_or_volume" if meaning.value == Meaning.VOLUME else "volume"
    written = _written_unit(table, rows, layout, given, words)
    period = _written_period(table, volume)
    counted = bool(table.columns("people"))
    judged: tuple[Fraction, Source] | None = None
    guess: Guess | None = None
    people = counted
    for people in (True, False) if counted else (False,):
        found = _judged(table, rows, volume, meaning, people, effective, written.value, recap_minutes, words)
        judged = judged or found
        guess = None if found is None else explained(found[0], written.value, period.value, words)
        if guess is not None:
            break
    else:
        people = counted
    source = Source.UNKNOWN if judged is None else judged[1]
    unit = written
    if guess is not None and guess.unit != written.value and written.source is not Source.STATED:
        unit = Word(guess.unit, source)
    if guess is not None and guess.period != (period.value or "tahun"):
        period = Word(guess.period, source)
    return Sense(
        unit=unit,
        written=written.value if unit != written else "",
        period=period if period.value else Word("tahun", Source.USUAL),
        day=_day(given, guess, source),
        times=_times(given, guess, source),
        volume=volume,
        meaning=meaning,
        load_unit=_load_unit(table) or unit.value,
        people=people,
        people_from=source if guess is not None else Source.USUAL,
        effective=effective,
        measured=judged is not None,
        fits=guess is not None and guess.unit == unit.value,
    )


def _judged(
    table: FormTable,
    rows: Rows,
    volume: str,
    meaning: Word,
    people: bool,
    effective: Effective,
    unit: str,
    recap_minutes: Fraction | None,
    words: Lexicon,
) -> tuple[Fraction, Source] | None:
    """Ratio of the form's own figures to volume x norm, of the rows that leave their unit to the header."""
    silent = [row for row in rows.tasks if not row_unit(row, words) and not row.parent]
    products = {row.row: p for row in silent if (p := product(row, volume, people, words)) is not None}
    ratio = need_ratio(silent, products, effective)
    if ratio is not None:
        return ratio, Source.NEED
    ratio = _load_ratio(table, silent, products, meaning, unit, words)
    if ratio is not None:
        return ratio, Source.WORKLOAD
    total = sum(products.values(), Fraction(0))
    if recap_minutes and total and len(silent) == len(rows.tasks):
        return recap_minutes / total, Source.RECAP
    usual = Effective({0: Fraction(norm().effective_hours) * 60}, Source.USUAL)
    ratio = need_ratio(silent, products, usual)
    if ratio is None or effective.minutes:
        return None
    known = explained(ratio, unit, "tahun", words) is not None
    return (ratio, Source.NEED) if known or _far(ratio, unit) else None


def _far(ratio: Fraction, unit: str) -> bool:
    """Whether another effective time, which the form does not tell, cannot be what makes needs and work differ."""
    units = (UNIT_MINUTES[unit],) if unit in UNIT_MINUTES else UNIT_MINUTES.values()
    return not any(_LEAST_SHARE <= ratio / minutes <= 1 / _LEAST_SHARE for minutes in units)


def _load_ratio(
    table: FormTable,
    silent: list[FormRow],
    products: Mapping[int, Fraction],
    meaning: Word,
    unit: str,
    words: Lexicon,
) -> Fraction | None:
    """Of the stated workload; where its header names no unit, in the one that agrees with the norm's."""
    column = table.column("workload", *(("workload_or_volume",) if meaning.value == Meaning.PRODUCT else ()))
    if column is None:
        return None
    title = table.titles[column]
    if title.unit in UNIT_MINUTES:
        return workload_ratio(silent, products, title.field, UNIT_MINUTES[title.unit])
    if unit not in UNIT_MINUTES:
        return None
    ratios = [workload_ratio(silent, products, title.field, UNIT_MINUTES[u]) for u in (unit, *UNIT_MINUTES)]
    agreeing = (
        r for r in ratios if r is not None and explained(r, unit, "tahun", words) == Guess(unit, "tahun")
    )
    return next(agreeing, ratios[0])


def _meaning(table: FormTable, rows: Rows, given: Assumptions, words: Lexicon, effective: Effective) -> Word:
    """Beside a volume it is the product; else what the needs come to decides, then what the user states."""
    column = table.column("workload_or_volume")
    if column is None or table.columns("volume"):
        return Word(Meaning.PRODUCT, Source.TITLE)
    if given.word("beban_kerja"):
        return Word(given.word("beban_kerja"), Source.STATED)
    unit = table.titles[column].unit
    counts = {
        r.row: p for r in rows.tasks if (p := product(r, "workload_or_volume", False, words)) is not None
    }
    loads = {r.row: v for r in rows.tasks if (v := r.number("workload_or_volume")) is not None}
    as_count = need_ratio(rows.tasks, counts, effective)
    as_load = need_ratio(rows.tasks, loads, effective)
    header = _title_unit(table)
    count = as_count is not None and explained(as_count, header, "tahun", words) is not None
    load = as_load is not None and _hours_or_minutes(as_load, unit, words)
    if count != load:
        return Word(Meaning.VOLUME if count else Meaning.PRODUCT, Source.NEED)
    if unit and not count:
        return Word(Meaning.PRODUCT, Source.TITLE)
    return Word(Meaning.UNKNOWN, Source.UNKNOWN)


def _hours_or_minutes(ratio: Fraction, unit: str, words: Lexicon) -> bool:
    found = explained(ratio, unit, "tahun", words)
    return found is not None and found.unit in UNIT_MINUTES


def _written_unit(
    table: FormTable, rows: Rows, layout: Layout | None, given: Assumptions, words: Lexicon
) -> Word:
    if given.word("satuan_waktu"):
        return Word(given.word("satuan_waktu"), Source.STATED)
    if _title_unit(table):
        return Word(_title_unit(table), Source.TITLE)
    said = rows.head.get("time_unit", ("", None))[0].casefold().split()
    unit = next((words.time_units[word] for word in said if word in words.time_units), "")
    if unit:
        return Word(unit, Source.LABEL)
    if rows.tasks and all(row_unit(row, words) for row in rows.tasks if norm_of(row) is not None):
        return Word("", Source.ROWS)
    if layout is not None and layout.time_unit:
        return Word(layout.time_unit, Source.LAYOUT)
    return Word("", Source.UNKNOWN)


def _title_unit(table: FormTable) -> str:
    """Of the norm's own header, else of the least and most beside it."""
    columns = (table.column(field) for field in ("time_norm", "mean_time", "least_time", "most_time"))
    return next((u for c in columns if c is not None and (u := table.titles[c].unit)), "")


def _load_unit(table: FormTable) -> str:
    column = table.column("workload", "workload_or_volume")
    return "" if column is None else table.titles[column].unit


def _written_period(table: FormTable, volume: str) -> Word:
    for field in (volume, "frequency"):
        column = table.column(field)
        if column is not None and table.titles[column].period:
            return Word(table.titles[column].period, Source.TITLE)
    return Word("", Source.UNKNOWN)


def _day(given: Assumptions, guess: Guess | None, source: Source) -> Number:
    if given.stated("jam_per_hari"):
        return Number(given.number("jam_per_hari") * 60, Source.STATED)
    if guess is not None and guess.day is not None:
        return Number(guess.day, source)
    return Number(given.number("jam_per_hari") * 60, Source.USUAL)


def _times(given: Assumptions, guess: Guess | None, source: Source) -> dict[str, Number]:
    times = {name: Number(value, Source.USUAL) for name, value in FIXED_PERIODS.items()}
    for name, key in COUNTED_PERIODS.items():
        origin = Source.STATED if given.stated(key) else Source.USUAL
        times[name] = Number(given.number(key), origin)
        if guess is not None and guess.period == name and guess.times is not None and origin is Source.USUAL:
            times[name] = Number(guess.times, source)
    return times


def used_units(rows: Rows, found: Sense, words: Lexicon) -> dict[str, list[int]]:
    """Unit -> rows that have their norm in it, by their own word or by the table's."""
    used: dict[str, list[int]] = {}
    for row in rows.tasks:
        if norm_of(row) is not None:
            used.setdefault(row_unit(row, words) or found.unit.value, []).append(row.row)
    return used


def used_periods(rows: Rows, found: Sense, words: Lexicon) -> dict[Word, list[int]]:
    """Period, with who says it -> rows whose volume is of it."""
    used: dict[Word, list[int]] = {}
    for row in rows.tasks:
        if row.number(found.volume) is not None:
            own = row_period(row, found.volume, words)
            used.setdefault(Word(own, Source.ROWS) if own else found.period, []).append(row.row)
    return used
