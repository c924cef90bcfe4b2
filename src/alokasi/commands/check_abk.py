"""`alokasi check FILE --abk FORM`: how a workload form would be understood, and where it differs from Tugas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alokasi.commands.impor import doubts_of, note_rows, refused_rows, show_notes
from alokasi.commands.output import say
from alokasi.errors import DataError
from alokasi.forms import (
    About,
    Assumptions,
    Compared,
    Imported,
    Note,
    compared,
    compared_notes,
    hour_rows,
    import_files,
)
from alokasi.forms.notes import in_order
from alokasi.texts import Message
from alokasi.workbook.issues import Issue
from alokasi_models.problem import Problem


@dataclass(frozen=True, slots=True)
class FormsChecked:
    """`imported` None where the forms cannot be read, for `fault`. `rows` None where the workbook has errors."""

    imported: Imported | None
    rows: tuple[Compared, ...] | None = None
    fault: DataError | None = None

    @property
    def usable(self) -> bool:
        return self.imported is not None and not self.imported.failed

    @property
    def differences(self) -> tuple[Note, ...]:
        return () if self.rows is None else tuple(compared_notes(self.rows))

    @property
    def notes(self) -> tuple[Note, ...]:
        """The differences, then how the forms were understood; no bridge is written of which to speak."""
        read = () if self.imported is None else in_order(self.imported.notes)
        return (*self.differences, *(note for note in read if note.about is not About.PREFILL))

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What is said of the workbook's own sheet."""
        return tuple(note.issue for note in self.differences)


def check_forms(forms: Sequence[Path], given: Assumptions, problem: Problem | None) -> FormsChecked:
    """`problem` None: the workbook has errors, so that its hours are not known."""
    try:
        imported = import_files(forms, given)
    except DataError as error:
        return FormsChecked(None, fault=error)
    return FormsChecked(imported, None if problem is None else compared(imported, problem))


def show_forms(checked: FormsChecked, lang: str) -> None:
    if checked.fault is not None:
        doubts = doubts_of(checked.fault)
        if doubts:
            show_notes(doubts, lang)
        say(checked.fault.message, lang)
        return
    show_notes(checked.notes, lang)
    if checked.rows is None:
        say(_NOT_COMPARED, lang)
    elif checked.differences:
        say(checked.differences[-1].issue.rule, lang)


def forms_payload(checked: FormsChecked, lang: str) -> dict[str, Any]:
    fault, imported = checked.fault, checked.imported
    return {
        "pesan": note_rows(checked.notes, lang) if fault is None else refused_rows(fault, lang),
        "jam": [] if imported is None else hour_rows(imported),
        "jabatan": [_position(row) for row in checked.rows or ()],
    }


def _position(row: Compared) -> dict[str, object]:
    hours = [
        None if minutes is None else round(float(minutes / 60), 4) for minutes in (row.form, row.workbook)
    ]
    return {
        "nama_jabatan": row.position,
        "jam_formulir": hours[0],
        "jam_tugas": hours[1],
        "selisih": round((hours[1] or 0) - (hours[0] or 0), 4),
    }


_NOT_COMPARED = Message.of(
    "Jam formulir belum dapat dibandingkan dengan lembar Tugas: perbaiki dulu galat di buku kerja."
)
