"""What an import understood, assumed, left out or could not read, as messages with their place.

Codes are stable: I01 form, I02 column, I03 column left out, I04 unit of time, I05 period, I06 length of a day,
I07 effective time, I08 beban kerja, I09 people per task, I10 rows left out, I11 numbers read from text,
I12 cell without a number, I13 mean of a norm, I14 total, I15 need of a row, I16 norm longer than a day, I17 steps
with numbers, I18 text, I19 sheet left out, I20 EJ, I21 recapitulation, I22 position, I23 prefilled by a guess,
I24 unit, I25 people, I26 superior, I27 person left out, I28 personal data, I29 retirement, I30 hours, I31 new year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from alokasi.texts import Message, Names
from alokasi.workbook.faults import NOTHING, error, info, warning
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.numbers import shown
from alokasi.workbook.raw import Place

MOST_ROWS_NAMED = 20


class About(StrEnum):
    """What a note is about; the column `hal` of the report."""

    FORM = "bentuk"
    COLUMN = "kolom"
    TIME_UNIT = "satuan waktu"
    PERIOD = "frekuensi"
    EFFECTIVE = "waktu efektif"
    ROW = "baris"
    NUMBER = "angka"
    SUM = "jumlah jam"
    SHEET = "lembar"
    PREFILL = "isian awal"
    PEOPLE = "pegawai"
    DATES = "tanggal"


@dataclass(frozen=True, slots=True)
class Note:
    """`issue.value`: what was found; `issue.rule`: how it was read; `issue.action`: what to do if that is wrong."""

    about: About
    issue: Issue
    file: str = ""

    @property
    def failed(self) -> bool:
        return self.issue.severity is Severity.ERROR


def told(about: About, code: str, at: Place, found: str, said: Message, action: Message = NOTHING) -> Note:
    """Certain: nothing was assumed."""
    return Note(about, info(code, at, found, said, action))


def doubted(about: About, code: str, at: Place, found: str, said: Message, action: Message) -> Note:
    """Assumed or guessed: somebody must look."""
    return Note(about, warning(code, at, found, said, action))


def refused(about: About, code: str, at: Place, found: str, said: Message, action: Message) -> Note:
    """Not understood: something is missing until it is mended."""
    return Note(about, error(code, at, found, said, action))


def in_order(notes: Iterable[Note]) -> list[Note]:
    """What must be mended first, then what was assumed, then what is certain."""
    order = {severity: place for place, severity in enumerate(Severity)}
    return sorted(notes, key=lambda note: order[note.issue.severity])


def hours_of(minutes: Fraction) -> int | Decimal:
    """Hours for a sentence: whole where they are."""
    return number_of(minutes / 60)


def number_of(value: Fraction) -> int | Decimal:
    shown = Decimal(round(value * 100)) / 100
    return int(shown) if shown == int(shown) else shown


def figure(value: Fraction, digits: int = 3) -> str:
    """A need or an EJ as the form would write it."""
    return shown(Decimal(round(value * 10**digits)) / 10**digits)


def rows_named(rows: Iterable[int]) -> Names:
    return Names(tuple(map(str, sorted(rows))), MOST_ROWS_NAMED)
