"""Reads the sheets of a form file: every table found, understood, turned into tasks, with what is to be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from alokasi.forms.assumptions import Assumptions
from alokasi.forms.column_notes import cell_notes, column_notes, form_note
from alokasi.forms.convert import Converted, Task, converted, with_head
from alokasi.forms.form_rows import Rows, form_rows
from alokasi.forms.grid import Grid
from alokasi.forms.lexicon import Layout, Lexicon
from alokasi.forms.notes import About, Note, doubted
from alokasi.forms.positions import plain_name, position
from alokasi.forms.recap import minutes_by_position, recap_rows
from alokasi.forms.recap_notes import recap_notes
from alokasi.forms.row_notes import row_notes
from alokasi.forms.sense import Sense, sense
from alokasi.forms.sense_notes import sense_notes
from alokasi.forms.tables import FormTable, TableKind
from alokasi.forms.titles import bare
from alokasi.texts import Message


@dataclass(frozen=True, slots=True)
class Balance:
    """Hours of one table, in minutes: as the form has them, as they are written, as it adds them up itself.

    `before` multiplies the form's own numbers; `after` the year's volume by the norm. `stated` None: no total.
    """

    sheet: str
    cell: str
    title: str
    form: str
    tasks: int
    left_out: int
    before: Fraction
    after: Fraction
    stated: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    tasks: tuple[Task, ...]
    balances: tuple[Balance, ...]
    notes: tuple[Note, ...]
    effective: frozenset[Fraction]  # minutes a year of one person, every value the forms use


@dataclass(frozen=True, slots=True)
class _Found:
    table: FormTable
    rows: Rows
    layout: Layout | None
    position: str
    note: Note | None


def read_forms(tables: Iterable[FormTable], given: Assumptions, words: Lexicon) -> Intake:
    """`tables`: all of one file, in their order; recapitulations among them judge the others."""
    tables = tuple(tables)
    recaps = tuple(row for t in tables if t.kind is TableKind.RECAP for row in recap_rows(t, words))
    notes = [form_note(t, None, 0) for t in tables if t.kind is TableKind.RECAP]
    notes += [note for t in tables if t.kind is TableKind.RECAP for note in column_notes(t)]
    known = minutes_by_position(recaps)
    tasks: list[Task] = []
    balances: list[Balance] = []
    effective: set[Fraction] = set()
    for found in _found(tables, words):
        meant = sense(
            found.table, found.rows, found.layout, given, words, known.get(bare(plain_name(found.position)))
        )
        made = converted(found.rows, meant, words)
        kept = tuple(
            replace(t, position=plain_name(t.position or found.position))
            for t in (with_head(t, found.rows) for t in made.tasks)
        )
        tasks += kept
        balances.append(_balance(found, meant, made, kept))
        effective |= set(meant.effective.minutes.values())
        notes += _notes(found, meant, made, words)
    notes += recap_notes(recaps, tasks)
    return Intake(tuple(tasks), tuple(balances), tuple(notes), frozenset(effective))


def _found(tables: tuple[FormTable, ...], words: Lexicon) -> Iterator[_Found]:
    before: tuple[Grid, Rows] | None = None
    for table in tables:
        if table.kind is not TableKind.TASKS:
            continue
        above = before[1] if before is not None and before[0] is table.seen else None
        rows = form_rows(table, words, above)
        before = table.seen, rows
        fields = table.fields | {f"label:{label}" for label in rows.head}
        layout = next((known for known in words.layouts if known.fits(fields)), None)
        named = rows.head.get("position", ("", None))[0]
        yield _Found(table, rows, layout, *_position(table, named))


def _position(table: FormTable, named: str) -> tuple[str, Note | None]:
    """As the head says, or by the name of the sheet where that is a position with its level."""
    sheet = table.seen.raw.name
    if named or table.columns("position") or position(sheet).level is None:
        return named, None
    said = Message.of("Nama jabatan tidak disebut; dipakai nama lembar: {nama}.", nama=sheet)
    check = Message.of("Tulis “Nama jabatan : ...” di atas tabel bila keliru.")
    return sheet, doubted(About.FORM, "I22", table.seen.at(table.top), sheet, said, check)


def _notes(found: _Found, meant: Sense, made: Converted, words: Lexicon) -> Iterator[Note]:
    yield form_note(found.table, found.layout, len(made.tasks))
    if found.note is not None:
        yield found.note
    yield from column_notes(found.table)
    yield from cell_notes(found.table, found.rows)
    yield from sense_notes(found.table, found.rows, meant, made, words)
    yield from row_notes(found.table, found.rows, meant, made, words)


def _balance(found: _Found, meant: Sense, made: Converted, kept: tuple[Task, ...]) -> Balance:
    head = found.rows.head
    title = found.position or next(
        (head[label][0] for label in ("product", "position_code") if label in head), ""
    )
    return Balance(
        sheet=found.table.seen.raw.name,
        cell=found.table.seen.at(found.table.top).cell,
        title=title,
        form=found.layout.code if found.layout is not None else "",
        tasks=len(kept),
        left_out=len(made.left_out),
        before=sum((task.own for task in kept), Fraction(0)),
        after=sum((task.load for task in kept), Fraction(0)),
        stated=_stated(found.table, found.rows, meant),
    )


def _stated(table: FormTable, rows: Rows, meant: Sense) -> Fraction | None:
    """The last total that is not rounded: of the workload, else of the need times one effective time."""
    times = tuple(set(meant.effective.minutes.values()))
    column = table.column("workload")
    unit = meant.minutes(
        meant.unit.value if column is None else table.titles[column].unit or meant.unit.value
    )
    for field, minutes in (("workload", unit), ("need", times[0] if len(times) == 1 else None)):
        stated = [t.values[field] for t in rows.totals if not t.rounded and field in t.values]
        if stated and minutes is not None:
            return stated[-1] * minutes
    return None
