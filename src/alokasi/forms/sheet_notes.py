"""What is to be said of a sheet as it stands, before any table in it is understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alokasi.forms.notes import About, Note, doubted, refused, told
from alokasi.opening.limits import MOST_COLUMNS, MOST_ROWS
from alokasi.texts import Message
from alokasi.workbook import faults
from alokasi.workbook.formulas import reaches_outside
from alokasi.workbook.raw import Place, RawSheet, place

MOST_IMPORTED_ROWS = 7_000  # of all files together: reading them takes seconds
MOST_TABLES = 1_000


def as_lines(raw: RawSheet) -> RawSheet:
    """Without the rows of a CSV file whose values slid into wrong columns, which are told as errors."""
    slid = raw.slid_rows
    if not slid:
        return raw
    rows = tuple(() if number in slid else row for number, row in enumerate(raw.rows, start=1))
    return replace(raw, rows=rows)


def sheet_notes(raw: RawSheet) -> Iterator[Note]:
    """Of a sheet that is read."""
    if raw.hidden:
        said = Message.of("Lembar tersembunyi dan tetap dibaca.")
        check = Message.of("Periksa apakah lembar itu memang berlaku.")
        yield doubted(About.SHEET, "I19", Place(raw.name), "", said, check)
    if raw.hidden_rows:
        yield Note(About.SHEET, faults.rows_hidden(raw.name, raw.hidden_rows))
    if raw.last_row > MOST_ROWS:
        yield Note(About.SHEET, faults.too_many_rows(raw.name, raw.last_row, MOST_ROWS))
    if raw.columns > MOST_COLUMNS:
        yield Note(About.SHEET, faults.too_many_columns(raw.name, raw.columns, MOST_COLUMNS))
    elif raw.stray is not None:
        yield Note(About.SHEET, faults.stray_cells(place(raw.name, *raw.stray), raw.strays))
    outside = [at for at, formula in raw.formulas.items() if reaches_outside(formula)]
    if outside:
        said = Message.of(
            "{n} sel mengambil data dari berkas lain; dipakai nilai yang tersimpan.", n=len(outside)
        )
        check = Message.of("Pastikan nilainya terbaru, atau salin sebagai nilai.")
        yield doubted(About.SHEET, "W047", place(raw.name, *min(outside)), "", said, check)


def unread(raw: RawSheet) -> Note:
    said = Message.of("Lembar ini tidak memuat tabel ABK atau daftar pegawai yang dikenal; ditinggalkan.")
    return told(About.SHEET, "I19", Place(raw.name), "", said)


def too_much(raw: RawSheet) -> Note:
    said = Message.of(
        "Impor membaca paling banyak {baris} baris dan {tabel} tabel sekaligus; lembar ini ditinggalkan.",
        baris=MOST_IMPORTED_ROWS,
        tabel=MOST_TABLES,
    )
    action = Message.of("Impor berkas itu tersendiri, atau hapus baris yang tidak dipakai.")
    return refused(About.SHEET, "W013", Place(raw.name), str(raw.last_row), said, action)
