"""Writes the bridge: the filled workbook after the sheets that tell how it came about and what its hours are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

from alokasi.forms.imported import Imported
from alokasi.forms.intake import Balance
from alokasi.forms.next_year import Renewed
from alokasi.forms.notes import Note, in_order
from alokasi.texts import Message, wording
from alokasi.workbook import names, write_bridge
from alokasi.workbook.issues import Severity
from alokasi.workbook.nip import without_nips
from alokasi.workbook.values import Row, input_rows


def write_imported(path: Path, imported: Imported, lang: str = "id") -> None:
    """The bridge workbook. Raises UsageError where it cannot be written."""
    report = {
        names.IMPORT_REPORT: [*_open_rows(imported, lang), *note_rows(imported.notes, lang)],
        names.IMPORT_HOURS: hour_rows(imported),
    }
    write_bridge(path, imported.rows, imported.marks, report)


def write_renewed(path: Path, renewed: Renewed, lang: str = "id") -> None:
    """The workbook of the new year, with what changed. Raises UsageError where it cannot be written."""
    report = {names.IMPORT_REPORT: note_rows(renewed.notes, lang)}
    write_bridge(path, input_rows(renewed.problem), {}, report)


def note_rows(notes: Iterable[Note], lang: str = "id") -> list[Row]:
    """Rows of Laporan Impor: what must be mended first, then what was assumed, then what is certain."""
    return [_report_row(note, lang) for note in in_order(notes)]


def hour_rows(imported: Imported) -> list[Row]:
    """Rows of Jam Impor, the sum last."""
    rows = [_hours(file, balance) for file, balance in imported.balances]
    if not rows:
        return []
    counted = ("baris_tugas", "baris_ditinggalkan")
    total: dict[str, object] = dict.fromkeys(rows[0], "")
    total |= {name: sum(int(str(row[name])) for row in rows) for name in counted}
    total |= {
        "berkas": "Jumlah",
        "jam_sebelum": _in_hours(imported.before),
        "jam_sesudah": _in_hours(imported.after),
    }
    total |= {"selisih": _in_hours(imported.after - imported.before), "jam_menurut_formulir": None}
    return [*rows, total]


def _open_rows(imported: Imported, lang: str) -> Iterator[Row]:
    """What the analyst still has to fill in, first of all."""
    for (sheet, column), count in imported.open.items():
        said = Message.of("{n} sel wajib masih kosong (jingga).", n=count)
        yield {
            "tingkat": str(Severity.WARNING),
            "hal": "dilengkapi",
            "berkas": "",
            "lembar": sheet,
            "sel": "",
            "ditemukan": column,
            "dibaca": wording(said, lang),
            "tindakan": wording(
                Message.of("Isi kolom {kolom} di lembar {lembar}.", kolom=column, lembar=sheet), lang
            ),
            "kode": "",
        }


def _report_row(note: Note, lang: str) -> Row:
    return {
        "tingkat": str(note.issue.severity),
        "hal": str(note.about),
        "berkas": note.file,
        "lembar": note.issue.sheet,
        "sel": note.issue.cell,
        "ditemukan": without_nips(note.issue.value),
        "dibaca": without_nips(wording(note.issue.rule, lang)),
        "tindakan": wording(note.issue.action, lang),
        "kode": note.issue.code,
    }


def _hours(file: str, balance: Balance) -> Row:
    return {
        "berkas": file,
        "lembar": balance.sheet,
        "sel": balance.cell,
        "bentuk": balance.form,
        "jabatan_produk": balance.title,
        "baris_tugas": balance.tasks,
        "baris_ditinggalkan": balance.left_out,
        "jam_sebelum": _in_hours(balance.before),
        "jam_sesudah": _in_hours(balance.after),
        "selisih": _in_hours(balance.after - balance.before),
        "jam_menurut_formulir": None if balance.stated is None else _in_hours(balance.stated),
    }


def _in_hours(minutes: Fraction) -> float:
    return round(float(minutes / 60), 4)
