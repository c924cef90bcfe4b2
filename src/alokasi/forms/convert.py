"""Rows of a form as tasks of a year: volume a year and minutes of one result, whatever the form counted in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from alokasi.forms.amounts import Fault
from alokasi.forms.evidence import NORM_FIELDS, norm_of, row_period, row_unit
from alokasi.forms.form_rows import FormRow, LeftOut, Rows, Why, task_text
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.sense import Sense
from alokasi.workbook.raw import Place


@dataclass(frozen=True, slots=True)
class Task:
    """`volume` a year and `minutes` of one result; None where the form does not say it in a way that is understood.

    `own`: volume x norm as the form has them, in minutes of the year, computed apart from the two.
    """

    row: int
    at: Place
    text: str
    volume: Fraction | None
    minutes: Fraction | None
    own: Fraction
    output: str = ""
    position: str = ""
    unit: str = ""
    unit_code: str = ""
    year: str = ""
    product: str = ""
    indicator: str = ""
    derived: bool = False  # volume or norm from the stated workload

    @property
    def load(self) -> Fraction:
        """Minutes of the year; 0 where they are not known."""
        return (self.volume or Fraction(0)) * (self.minutes or Fraction(0))


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps with numbers below a task with numbers: `counted` tells whether they are work of their own."""

    rows: tuple[int, ...]
    minutes: Fraction
    parents: Fraction
    counted: bool


@dataclass(frozen=True, slots=True)
class Converted:
    tasks: tuple[Task, ...]
    left_out: tuple[LeftOut, ...]
    steps: Steps | None
    shortened: tuple[int, ...]  # rows whose cell went on with the steps of the task


def converted(rows: Rows, found: Sense, words: Lexicon) -> Converted:
    headings = {left.row: left.text for left in rows.left_out}
    made = {row.row: _task(row, headings.get(row.parent, ""), found, words) for row in rows.tasks}
    empty = {r.row: r.text for r in rows.tasks if _without_volume(r, found)}
    left_out = [LeftOut(row, Why.NO_VOLUME, text) for row, text in empty.items()]
    kept = [r for r in rows.tasks if r.row not in empty]
    steps = _steps(kept, made, rows)
    if steps is not None and not steps.counted:
        below = set(steps.rows)
        left_out += [LeftOut(r.row, Why.STEP, r.text) for r in kept if r.row in below]
        kept = [r for r in kept if r.row not in below]
    shortened = tuple(r.row for r in kept if task_text(r.text, words)[1])
    return Converted(tuple(made[r.row] for r in kept), (*rows.left_out, *left_out), steps, shortened)


def minutes_of_norm(row: FormRow, found: Sense, words: Lexicon) -> Fraction | None:
    """Minutes of one result, for all who do it together where the form counts them."""
    time, unit = norm_of(row), row_unit(row, words) or found.unit.value
    minutes = found.minutes(unit)
    if time is None or minutes is None:
        return None
    return time * minutes * _heads(row, found)


def _task(row: FormRow, parent: str, found: Sense, words: Lexicon) -> Task:
    """`parent`: the text of a numbered row without numbers of its own, of which this one is a step."""
    stated = _volume(row, found, words), minutes_of_norm(row, found, words)
    volume, minutes = _from_load(row, found, *stated)
    name = task_text(row.text, words)[0]
    own = _own(row, found, words) if volume is not None and minutes is not None else Fraction(0)
    return Task(
        row=row.row,
        at=row.at("task"),
        text=f"{task_text(parent, words)[0]}: {name}" if parent else name,
        volume=volume,
        minutes=minutes,
        own=own or (volume or Fraction(0)) * (minutes or Fraction(0)),
        output=row.texts.get("output", "")
        or row.texts.get("output_unit", "")
        or row.amount(found.volume).rest,
        position=row.texts.get("position", "") or row.texts.get("position_code", ""),
        unit=row.texts.get("unit", ""),
        unit_code=row.texts.get("unit_code", ""),
        year=row.texts.get("year", ""),
        indicator=row.texts.get("indicator", ""),
        derived=(volume, minutes) != stated,
    )


def _own(row: FormRow, found: Sense, words: Lexicon) -> Fraction:
    """The form's numbers multiplied as they stand, then brought to minutes and a year: one step, no rounding."""
    unit = found.minutes(row_unit(row, words) or found.unit.value)
    count, time = row.number(found.volume), norm_of(row)
    if count is None or time is None or unit is None:
        return Fraction(0)
    period = found.times[row_period(row, found.volume, words) or found.period.value].value
    return count * time * unit * period * (row.number("frequency") or Fraction(1)) * _heads(row, found)


def _volume(row: FormRow, found: Sense, words: Lexicon) -> Fraction | None:
    count = row.number(found.volume)
    if count is None:
        return None
    period = row_period(row, found.volume, words) or found.period.value
    return count * found.times[period].value * (row.number("frequency") or Fraction(1))


def _heads(row: FormRow, found: Sense) -> Fraction:
    return (row.number("people") or Fraction(1)) if found.people else Fraction(1)


def _from_load(
    row: FormRow, found: Sense, volume: Fraction | None, minutes: Fraction | None
) -> tuple[Fraction | None, Fraction | None]:
    """What the stated workload makes up for: the norm of the results there are, or as many results as fit into it.

    One result takes all of a workload that stands alone.
    """
    load, unit = row.number("workload", "workload_or_volume"), found.minutes(found.load_unit)
    if load is None or unit is None or found.volume == "workload_or_volume":
        return volume, minutes
    if volume and row.amount(*NORM_FIELDS).fault is Fault.NONE and norm_of(row) is None:
        return volume, load * unit / volume
    if volume is None and row.amount(found.volume).fault is Fault.NONE:
        return (load * unit / minutes, minutes) if minutes else (Fraction(1), load * unit)
    return volume, minutes


def _without_volume(row: FormRow, found: Sense) -> bool:
    """No result and no workload: nothing to divide. A cell that cannot be read is not empty."""
    if row.amount(found.volume).fault is not Fault.NONE:
        return False
    load = row.number("workload", *(("workload_or_volume",) if found.volume == "volume" else ()))
    return not row.number(found.volume) and not load and found.volume in row.amounts


def _steps(kept: Iterable[FormRow], made: dict[int, Task], rows: Rows) -> Steps | None:
    """Steps below a task that has hours of its own. They count only where the form's own total counts them too."""
    with_hours = {r.row for r in kept if made[r.row].load and not r.parent}
    steps = tuple(r for r in kept if r.parent in with_hours)
    if not steps:
        return None
    parents = sum((made[row].load for row in {r.parent for r in steps}), Fraction(0))
    minutes = sum((made[r.row].load for r in steps), Fraction(0))
    counted = minutes != parents and _in_total(tuple(kept), {r.row for r in steps}, rows)
    return Steps(tuple(r.row for r in steps), minutes, parents, counted)


def _in_total(kept: tuple[FormRow, ...], steps: set[int], rows: Rows) -> bool:
    """Whether the last total of needs or workloads is the sum over tasks and steps, and not over tasks alone."""
    for field in ("need", "workload", "workload_or_volume"):
        stated = [total.values[field] for total in rows.totals if not total.rounded and field in total.values]
        if not stated:
            continue
        everything = sum((r.number(field) or Fraction(0) for r in kept), Fraction(0))
        tasks = sum((r.number(field) or Fraction(0) for r in kept if r.row not in steps), Fraction(0))
        return abs(stated[-1] - everything) < abs(stated[-1] - tasks)
    return False


def with_head(task: Task, rows: Rows) -> Task:
    """What the lines above the table say holds for every row that says nothing of its own."""

    def said(*labels: str) -> str:
        return next((rows.head[label][0] for label in labels if label in rows.head), "")

    return replace(
        task,
        position=task.position or said("position", "position_code"),
        unit=task.unit or said("unit_pratama", "unit_any", "unit_below"),
        year=task.year or said("year"),
        product=task.product or said("product"),
    )
