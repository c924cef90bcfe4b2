"""Forms and staff lists as a bridge: the ordinary workbook, filled as far as they go, with a report of every step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from alokasi.errors import DataError
from alokasi.forms.assumptions import Assumptions
from alokasi.forms.convert import Task
from alokasi.forms.grid import Grid, grid
from alokasi.forms.intake import Balance, read_forms
from alokasi.forms.lexicon import Lexicon, lexicon
from alokasi.forms.notes import About, Note, told
from alokasi.forms.people_notes import people_notes
from alokasi.forms.sheets import Cell, Pages
from alokasi.forms.staff import Person, people, staff_table
from alokasi.forms.staff_notes import left_out, list_notes, stays
from alokasi.forms.staff_rows import Listed, add_people, listed
from alokasi.forms.tables import FormTable, form_tables
from alokasi.forms.units import Units, add_units, named_units
from alokasi.forms.work_rows import add_tasks
from alokasi.texts import Message
from alokasi.workbook.input_pages import Mark
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.raw import Place, RawBook
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


def import_files(
    paths: Iterable[Path], given: Assumptions, year: int | None = None, with_nip: bool = False
) -> Imported:
    """`year`: of the plan; without it the year a form states. Raises DataError where nothing at all is recognised."""
    words = lexicon()
    found = _Gathered([], [], [], [], set())
    for path in paths:
        _gather(path.name, raw_book(path), given, words, found)
    if not found.tasks and not found.persons:
        raise DataError(_nothing(found.notes))
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
    for raw in book.sheets:
        if not raw.rows:
            continue
        seen = grid(raw)
        own, listing = form_tables(seen, words), staff_table(seen, words)
        tables += own
        if not own and listing is not None:
            persons = tuple(people(listing, words))
            found.notes += [replace(n, file=file) for n in list_notes(listing, persons, words)]
            found.notes += [replace(n, file=file) for n in left_out(persons)]
            found.persons += [(file, listing.unit, person) for person in persons if stays(person)]
        elif not own:
            found.notes.append(replace(_unread(seen), file=file))
        if raw.hidden and (own or listing is not None):
            said = Message.of("Lembar tersembunyi dan tetap dibaca.")
            found.notes.append(Note(About.SHEET, _issue(Severity.WARNING, raw.name, said), file))
    taken = read_forms(tables, given, words)
    found.tasks += [(file, task) for task in taken.tasks]
    found.notes += [replace(note, file=file) for note in taken.notes]
    found.balances += [(file, balance) for balance in taken.balances]
    found.effective |= taken.effective


def _issue(severity: Severity, sheet: str, said: Message) -> Issue:
    return Issue(
        severity, "I19", sheet, "", "", said, Message.of("Periksa apakah lembar itu memang berlaku.")
    )


def _unread(seen: Grid) -> Note:
    said = Message.of("Lembar ini tidak memuat tabel ABK atau daftar pegawai yang dikenal; ditinggalkan.")
    return told(About.SHEET, "I19", Place(seen.raw.name), "", said)


def _nothing(notes: Iterable[Note]) -> Message:
    sheets = ", ".join(dict.fromkeys(f"{note.file}!{note.issue.sheet}" for note in notes if note.issue.sheet))
    return Message.of(
        "Tidak ada formulir ABK atau daftar pegawai yang dikenali ({lembar}). Formulir memerlukan judul uraian tugas "
        "dengan volume dan norma waktu; daftar pegawai judul nama dengan NIP, jabatan, atau golongan.",
        lembar=sheets or "-",
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
