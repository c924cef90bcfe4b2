"""Forms and staff lists as a bridge: the ordinary workbook, filled as far as they go, with a report of every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from alokasi.errors import DataError
from alokasi.forms.assumptions import Assumptions
from alokasi.forms.convert import Task
from alokasi.forms.grid import grid
from alokasi.forms.intake import Balance, read_forms
from alokasi.forms.lexicon import Lexicon, lexicon
from alokasi.forms.listed import Listed, listed
from alokasi.forms.notes import About, Note
from alokasi.forms.people_notes import people_notes
from alokasi.forms.sheet_notes import MOST_IMPORTED_ROWS, MOST_TABLES, as_lines, sheet_notes, too_much, unread
from alokasi.forms.sheets import Cell, Pages
from alokasi.forms.staff import Person, people
from alokasi.forms.staff_notes import left_out, list_notes, stays
from alokasi.forms.staff_rows import add_people
from alokasi.forms.staff_table import staff_table
from alokasi.forms.tables import FormTable, form_tables
from alokasi.forms.units import Units, add_units, named_units
from alokasi.forms.work_rows import add_tasks
from alokasi.texts import Message, Names
from alokasi.workbook.input_pages import Mark
from alokasi.workbook.raw import RawBook, RawSheet
from alokasi.workbook.read import raw_book
from alokasi.workbook.sheets import template_version
from alokasi.workbook.values import Row


@dataclass(frozen=True, slots=True)
class Imported:
    """`rows` and `marks` of the bridge's input sheets; `balances` by file. `open`: (sheet, column) -> blank cells."""

    rows: Mapping[str, Sequence[Row]]
    marks: Mapping[Cell, Mark]
    notes: tuple[Note, ...]
    balances: tuple[tuple[str, Balance], ...]
    open: Mapping[tuple[str, str], int]

    @property
    def failed(self) -> tuple[Note, ...]:
        """What must be mended before the hours are complete."""
        return tuple(note for note in self.notes if note.failed)

    @property
    def before(self) -> Fraction:
        """Minutes of the forms."""
        return sum((balance.before for _, balance in self.balances), Fraction(0))

    @property
    def after(self) -> Fraction:
        """Minutes of Tugas."""
        return sum((balance.after for _, balance in self.balances), Fraction(0))


@dataclass(slots=True)
class _Gathered:
    """What all files together hold, in their order."""

    tasks: list[tuple[str, Task]]
    persons: list[tuple[str, str, Person]]
    notes: list[Note]
    balances: list[tuple[str, Balance]]
    effective: set[Fraction]
    lines: int = 0
    tables: int = 0


class NothingRecognised(DataError):
    """Files in which no form and no list of people is found; `notes` tell what is wrong with them."""

    def __init__(self, notes: tuple[Note, ...]) -> None:
        super().__init__(_nothing(notes))
        self.notes = notes


def import_files(
    paths: Iterable[Path], given: Assumptions, year: int | None = None, with_nip: bool = False
) -> Imported:
    """`year`: of the plan; without it the year a form states. Raises NothingRecognised where no table is."""
    words = lexicon()
    found = _Gathered([], [], [], [], set())
    for path in paths:
        _gather(path.name, raw_book(path), given, words, found)
    if not found.tasks and not found.persons:
        raise NothingRecognised(tuple(found.notes))
    everybody = listed(found.persons)
    units = _units(found.tasks, everybody)
    pages = Pages()
    add_people(pages, everybody, units, with_nip, words)
    notes = [
        *found.notes,
        *add_units(pages, units, year or _stated_year(found.tasks), frozenset(found.effective)),
        *people_notes(pages, everybody, year, with_nip),
        *add_tasks(pages, found.tasks, units),
    ]
    return Imported(pages.rows, pages.marks, tuple(notes), tuple(found.balances), pages.open)


def _gather(file: str, book: RawBook, given: Assumptions, words: Lexicon, found: _Gathered) -> None:
    if template_version(book):
        raise DataError(
            Message.of(
                "{berkas} sudah buku kerja Alokasi: periksa dengan alokasi check, atau bawa ke tahun baru dengan "
                "alokasi template --dari.",
                berkas=file,
            )
        )
    found.notes += [Note(About.SHEET, issue, file) for issue in book.issues]
    tables: list[FormTable] = []
    for raw in map(as_lines, book.sheets):
        found.lines += len(raw.rows)
        notes = _read_sheet(file, raw, words, found, tables) if raw.rows else ()
        found.notes += [replace(note, file=file) for note in notes]
    taken = read_forms(tables, given, words)
    found.tasks += [(file, task) for task in taken.tasks]
    found.notes += [replace(note, file=file) for note in taken.notes]
    found.balances += [(file, balance) for balance in taken.balances]
    found.effective |= taken.effective


def _read_sheet(
    file: str, raw: RawSheet, words: Lexicon, found: _Gathered, tables: list[FormTable]
) -> Iterator[Note]:
    """Adds the tables of a form to `tables`, the people of a list to `found`."""
    if found.lines > MOST_IMPORTED_ROWS:
        yield too_much(raw)
        return
    seen = grid(raw)
    own = form_tables(seen, words)
    listing = None if own else staff_table(seen, words)
    found.tables += len(own)
    if found.tables > MOST_TABLES:
        yield too_much(raw)
        return
    if not own and listing is None:
        yield unread(raw)
        return
    yield from sheet_notes(raw)
    tables += own
    if listing is not None:
        persons = tuple(people(listing, words))
        yield from list_notes(listing, persons, words)
        yield from left_out(persons)
        found.persons += [(file, listing.unit, person) for person in persons if stays(person)]


def _nothing(notes: tuple[Note, ...]) -> Message:
    sheets = tuple(dict.fromkeys(f"{note.file}!{note.issue.sheet}" for note in notes if note.issue.sheet))
    if any(note.failed for note in notes):
        return Message.of("Tidak ada yang diimpor; perbaiki dulu galat yang disebutkan.")
    return Message.of(
        "Tidak ada formulir ABK atau daftar pegawai yang dikenali ({lembar}). Formulir memerlukan judul uraian tugas "
        "dengan volume dan norma waktu; daftar pegawai judul nama dengan NIP, jabatan, atau golongan.",
        lembar=Names(sheets) if sheets else "-",
    )


def _units(tasks: Iterable[tuple[str, Task]], everybody: Iterable[Listed]) -> Units:
    mentions = [(task.unit_code, task.unit, task.at, file) for file, task in tasks]
    mentions += [
        (one.person.texts.get("unit_code", ""), one.unit_name, one.person.at, one.file) for one in everybody
    ]
    return named_units(mentions)


def _stated_year(tasks: Iterable[tuple[str, Task]]) -> int | None:
    years = {task.year.removesuffix(".0") for _, task in tasks} - {""}
    return int(min(years)) if len(years) == 1 and min(years).isdigit() else None
