"""`alokasi impor`: official ABK forms and staff lists into a bridge workbook, with a report of how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alokasi.commands.options import Exit
from alokasi.commands.output import issue_place, print_json, print_rows, say, writable
from alokasi.errors import DataError
from alokasi.forms import (
    Assumptions,
    Imported,
    Note,
    NothingRecognised,
    assumptions,
    hour_rows,
    import_files,
    write_imported,
)
from alokasi.forms.notes import hours_of, in_order
from alokasi.opening.refused import RefusedFile
from alokasi.texts import Message, translate, wording
from alokasi.workbook import issue_rows, names
from alokasi.workbook.issues import Issue, Severity, refusal


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked, as typed."""

    files: Sequence[Path]
    out: Path
    year: int | None
    assumed: Sequence[str]
    with_nip: bool
    everything: bool
    as_json: bool
    lang: str


def run(order: Order) -> int:
    """Raises UsageError for an assumption that is not known, DataError where nothing is recognised."""
    given = assumptions(order.assumed)
    writable(order.out, ".xlsx", keep=order.files)
    imported = _imported(order, given)
    write_imported(order.out, imported, order.lang)
    if order.as_json:
        print_json(_payload(order, imported))
    else:
        _show(order, imported)
    return Exit.DATA if imported.failed else Exit.DONE


def _imported(order: Order, given: Assumptions) -> Imported:
    """What must be repaired goes to stdout, also where nothing is imported."""
    try:
        return import_files(order.files, given, order.year, order.with_nip)
    except DataError as error:
        doubts = doubts_of(error)
        if order.as_json:
            print_json({**_head(order, failed=True), "pesan": refused_rows(error, order.lang)})
        elif doubts:
            show_notes(doubts, order.lang)
        raise


def doubts_of(error: DataError) -> list[Note]:
    """What is wrong with files of which nothing was imported."""
    notes = error.notes if isinstance(error, NothingRecognised) else ()
    return [note for note in in_order(notes) if note.issue.severity is not Severity.INFO]


def refused_rows(error: DataError, lang: str) -> list[dict[str, object]]:
    """Why nothing was imported, as rows of messages."""
    issue = (
        refusal(error)
        if isinstance(error, RefusedFile)
        else Issue(Severity.ERROR, "I19", "", "", "", error.message, Message(""))
    )
    return [*note_rows(doubts_of(error), lang), *issue_rows((issue,), lang)]


def show_notes(notes: Iterable[Note], lang: str) -> None:
    columns = ("tingkat", "hal", "tempat", "nilai", "aturan", "tindakan")
    print_rows("Laporan Impor", columns, [_row(note, lang) for note in notes], lang)


def _show(order: Order, imported: Imported) -> None:
    lang = order.lang
    shown = [n for n in in_order(imported.notes) if order.everything or n.issue.severity is not Severity.INFO]
    show_notes(shown, lang)
    quiet = len(imported.notes) - len(shown)
    if quiet:
        say(Message.of("{n} pemahaman yang pasti ada di lembar Laporan Impor (atau --all).", n=quiet), lang)
    if imported.balances:
        say(_balance(imported), lang)
    say(
        Message.of(
            "Jembatan: {berkas}, {tugas} tugas, {pegawai} pegawai, {pejabat} pejabat.",
            berkas=str(order.out),
            tugas=len(imported.rows.get(names.PACKAGES, ())),
            pegawai=len(imported.rows.get(names.STAFF, ())),
            pejabat=len(imported.rows.get(names.OFFICIALS, ())),
        ),
        lang,
    )
    if imported.failed:
        say(Message.of("{n} hal harus diperbaiki agar jamnya lengkap.", n=len(imported.failed)), lang)
    say(_next(order, imported), lang)


def _balance(imported: Imported) -> Message:
    sums = {"sebelum": hours_of(imported.before), "sesudah": hours_of(imported.after)}
    if sums["sebelum"] == sums["sesudah"]:
        return Message.of("Jam setahun sebelum {sebelum}, sesudah {sesudah}: sama.", **sums)
    return Message.of("Jam setahun sebelum {sebelum}, sesudah {sesudah}: berbeda.", **sums)


def _next(order: Order, imported: Imported) -> Message:
    blank = sum(imported.open.values())
    return Message.of(
        "Lengkapi {n} sel jingga, periksa sel kuning, lalu: alokasi check {berkas}",
        n=blank,
        berkas=str(order.out),
    )


def _row(note: Note, lang: str) -> tuple[str, ...]:
    issue = note.issue
    place = f"{note.file}: {issue_place(issue)}" if note.file else issue_place(issue)
    return (
        translate(str(issue.severity), lang),
        translate(str(note.about), lang),
        place,
        issue.value,
        wording(issue.rule, lang),
        wording(issue.action, lang),
    )


def _head(order: Order, failed: bool) -> dict[str, Any]:
    return {
        "status": "perlu perbaikan" if failed else "selesai",
        "perintah": "impor",
        "berkas": [str(file) for file in order.files],
    }


def note_rows(notes: Sequence[Note], lang: str) -> list[dict[str, object]]:
    """As messages are told in JSON, with the file and what each is about."""
    rows = issue_rows((note.issue for note in notes), lang)
    return [
        {**row, "berkas": note.file, "hal": str(note.about)} for row, note in zip(rows, notes, strict=True)
    ]


def _payload(order: Order, imported: Imported) -> dict[str, Any]:
    return {
        **_head(order, failed=bool(imported.failed)),
        "jembatan": str(order.out),
        "pesan": note_rows(in_order(imported.notes), order.lang),
        "jam": hour_rows(imported),
        "kosong": [
            {"lembar": sheet, "kolom": column, "sel": count}
            for (sheet, column), count in imported.open.items()
        ],
        "angka": {
            "tugas": len(imported.rows.get(names.PACKAGES, ())),
            "pegawai": len(imported.rows.get(names.STAFF, ())),
            "pejabat": len(imported.rows.get(names.OFFICIALS, ())),
            "jam_sebelum": round(float(imported.before / 60), 4),
            "jam_sesudah": round(float(imported.after / 60), 4),
        },
    }
