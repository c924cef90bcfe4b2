"""How the columns of a form were read, and which of its cells gave no plain number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from alokasi.forms.amounts import Amount, Fault
from alokasi.forms.form_rows import FormRow, Rows
from alokasi.forms.lexicon import Layout
from alokasi.forms.notes import About, Note, doubted, figure, refused, told
from alokasi.forms.tables import FormTable, TableKind
from alokasi.texts import Message, Names
from alokasi.workbook.raw import Place

FIELDS = {
    "number": Message.of("nomor urut"),
    "task": Message.of("uraian tugas"),
    "output": Message.of("hasil kerja"),
    "output_unit": Message.of("satuan hasil"),
    "volume": Message.of("volume"),
    "time_norm": Message.of("norma waktu"),
    "least_time": Message.of("norma waktu paling sedikit"),
    "most_time": Message.of("norma waktu paling banyak"),
    "mean_time": Message.of("norma waktu rata-rata"),
    "time_unit": Message.of("satuan waktu"),
    "frequency": Message.of("frekuensi"),
    "effective_time": Message.of("waktu kerja efektif"),
    "workload": Message.of("beban kerja (volume x norma)"),
    "workload_or_volume": Message.of("beban kerja"),
    "need": Message.of("kebutuhan pegawai"),
    "reckoning": Message.of("perhitungan kebutuhan"),
    "incumbents": Message.of("pegawai yang ada"),
    "ej": Message.of("efektivitas jabatan (EJ)"),
    "people": Message.of("jumlah orang per tugas"),
    "position": Message.of("nama jabatan"),
    "position_code": Message.of("kode jabatan"),
    "unit": Message.of("nama unit"),
    "unit_code": Message.of("kode unit"),
    "year": Message.of("tahun"),
    "indicator": Message.of("indikator"),
}
_COUNTS = ("volume",)  # of results, which are whole
_COUNTED = ("need", "workload", "workload_or_volume", "effective_time", "reckoning", "incumbents", "ej")


def form_note(table: FormTable, layout: Layout | None, tasks: int) -> Note:
    at = table.seen.at(table.top)
    if table.kind is TableKind.RECAP:
        said = Message.of("Rekapitulasi per jabatan: hanya dipakai memeriksa jumlah, tidak menjadi tugas.")
        return told(About.FORM, "I01", at, "", said)
    if layout is None:
        said = Message.of(
            "Tabel tugas di luar bentuk F1-F6; dibaca menurut judul kolomnya: {n} baris tugas.", n=tasks
        )
        check = Message.of("Periksa apakah setiap kolom dibaca dengan benar.")
        return doubted(About.FORM, "I01", at, "", said, check)
    said = Message.of(
        "Dikenali sebagai {kode} ({nama}): {n} baris tugas.", kode=layout.code, nama=layout.title, n=tasks
    )
    return told(About.FORM, "I01", at, layout.code, said)


def column_notes(table: FormTable) -> Iterator[Note]:
    """Every column of the header, also those that are not used."""
    for column, title in sorted(table.titles.items()):
        at = table.seen.at(table.top, column)
        if title.field:
            said = Message.of("Dibaca sebagai {isi}.", isi=FIELDS[title.field])
            if title.field in _COUNTED and not (title.field == "workload_or_volume" and _only_count(table)):
                said = Message.of(
                    "Dibaca sebagai {isi}; dipakai memeriksa hitungan.", isi=FIELDS[title.field]
                )
            if title.sure:
                yield told(About.COLUMN, "I02", at, title.text, said)
            else:
                check = Message.of("Judulnya hanya mirip; perbaiki judul bila keliru.")
                yield doubted(About.COLUMN, "I02", at, title.text, said, check)
        elif title.known:
            said = Message.of("Dikenal dan tidak dipakai.")
            yield told(About.COLUMN, "I03", at, title.text, said)
        else:
            said = Message.of("Tidak dikenal dan ditinggalkan.")
            check = Message.of("Bila isinya penting, beri judul yang dikenal.")
            yield doubted(About.COLUMN, "I03", at, title.text, said, check)


def cell_notes(table: FormTable, rows: Rows) -> Iterator[Note]:
    """Numbers that were text, in one note a column; cells that give no number, each."""
    for field in dict.fromkeys(field for row in rows.tasks for field in row.amounts):
        cells = [(row, row.amounts[field]) for row in rows.tasks]
        if field == "frequency":
            cells = [(row, a) for row, a in cells if a.fault is Fault.NONE]
        yield from (_fault(row.at(field), a) for row, a in cells if a.fault is not Fault.NONE)
        if field in _COUNTS:
            yield from _parts(cells, field)
        read = [(row, a) for row, a in cells if a.typed and a.value is not None]
        grouped = [(row, a) for row, a in read if a.thousands]
        plain = [(row, a) for row, a in read if not a.thousands]
        yield from _text_notes(grouped, field, thousands=True)
        yield from _text_notes(plain, field, thousands=False)


def _parts(cells: list[tuple[FormRow, Amount]], field: str) -> Iterator[Note]:
    """Of a result there is no part: 2,4 may be 2.400 that was pasted where a point parts decimals."""
    parts = [
        (row, a.value) for row, a in cells if not a.typed and a.value is not None and a.value.denominator > 1
    ]
    if not parts:
        return
    row, value = parts[0]
    said = Message.of(
        "{n} sel {isi} tidak bulat, misalnya {contoh}. Sel: {sel}.",
        n=len(parts),
        isi=FIELDS[field],
        contoh=figure(value),
        sel=Names(tuple(row.at(field).cell for row, _ in parts)),
    )
    check = Message.of("Bila ribuan yang dimaksud (2.400 menjadi 2,4), tulis tanpa titik.")
    yield doubted(About.NUMBER, "I11", row.at(field), figure(value), said, check)


def _only_count(table: FormTable) -> bool:
    return table.kind is TableKind.TASKS and not table.columns("volume")


def _text_notes(cells: list[tuple[FormRow, Amount]], field: str, thousands: bool) -> Iterator[Note]:
    if not cells:
        return
    places = Names(tuple(row.at(field).cell for row, _ in cells))
    row, first = cells[0]
    value = first.value or Fraction(0)
    meant = figure(value)
    if thousands:
        said = Message.of(
            "{n} sel {isi} memakai titik ribuan; “{contoh}” dibaca {nilai}. Sel: {sel}.",
            n=len(cells),
            isi=FIELDS[field],
            contoh=first.typed,
            nilai=meant,
            sel=places,
        )
    else:
        said = Message.of(
            "{n} sel {isi} berupa teks; “{contoh}” dibaca {nilai}. Sel: {sel}.",
            n=len(cells),
            isi=FIELDS[field],
            contoh=first.typed,
            nilai=meant,
            sel=places,
        )
    yield doubted(About.NUMBER, "I11", row.at(field), first.typed, said, _WRITE_NUMBERS)


def _fault(at: Place, found: Amount) -> Note:
    said = {
        Fault.TEXT: Message.of("Bukan angka yang dapat dibaca."),
        Fault.SPREAD: Message.of("Dua angka dalam satu sel; tidak ditebak mana yang berlaku."),
        Fault.RANGE: Message.of("Angka negatif atau terlalu besar."),
        Fault.ERROR: Message.of("Rumus menghasilkan galat."),
        Fault.FORMULA: Message.of("Rumus belum dihitung; buka di Excel, simpan, lalu impor lagi."),
    }[found.fault]
    return refused(About.NUMBER, "I12", at, found.typed, said, Message.of("Tulis satu angka di sel ini."))


_WRITE_NUMBERS = Message.of("Periksa contohnya; bila keliru, tulis sebagai angka.")
