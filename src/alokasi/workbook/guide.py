"""The first sheet of a template: what to fill, how values are written, what happens next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alokasi.texts import Message, wording
from alokasi.workbook import names
from alokasi.workbook.columns import INPUT_SHEETS
from alokasi.workbook.formats import ACCENT, ACCENT_PALE, Formats
from alokasi.workbook.print_setup import prepare_print

_COLORS = {"biru tua": ACCENT, "biru muda": ACCENT_PALE}
_WIDTHS = (24, 96)
_STEPS = (
    Message.of("Isi lembar Unit, Pejabat, Pegawai, dan Tugas. Lembar lain boleh kosong."),
    Message.of("Isi mulai baris 2. Baris yang diawali CONTOH hanya contoh dan tidak dibaca; boleh dihapus."),
    Message.of("Pilih dari daftar bila ada. Klik sebuah sel untuk membaca petunjuk kolomnya."),
    Message.of("Periksa: alokasi check BERKAS.xlsx --out diperiksa.xlsx"),
    Message.of("Susun: alokasi solve BERKAS.xlsx --out hasil.xlsx"),
)
_VALUES = (
    Message.of("Kode (unit, pejabat, pegawai, tugas, tim) adalah teks dan unik dalam lembarnya."),
    Message.of("NIP boleh kosong. Bila diisi: 18 digit sebagai teks, bukan angka."),
    Message.of("Angka: 1250 atau 1250,5 tanpa titik ribuan. Jam adalah jam setahun."),
    Message.of("Tanggal: HH/BB/TTTT, misalnya 31/12/2027."),
    Message.of("Persen: 0 sampai 100. Pilihan ya atau tidak. Beberapa rumpun dipisahkan titik koma."),
)


def write_guide(page: Any, formats: Formats) -> None:
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width, formats.get(text_wrap=place == 1))
    title = formats.get(bold=True, font_size=16, font_color=ACCENT)
    page.set_row(0, 28)
    page.write_string(0, 0, wording(Message.of("Buku kerja Alokasi")), title)
    row = 2
    for heading, lines in _sections():
        page.write_string(row, 0, heading, formats.get(bold=True, font_size=12, font_color=ACCENT))
        for line, (left, right) in enumerate(lines, start=row + 1):
            look = formats.header(_COLORS[left]) if left in _COLORS else formats.get(bold=True)
            page.write_string(line, 0, left, look)
            page.write_string(line, 1, right, formats.get(text_wrap=True))
        row += len(lines) + 2
    page.hide_gridlines(2)
    prepare_print(page, names.GUIDE, _WIDTHS[0] + _WIDTHS[1])


def _sections() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    steps = [(str(n), wording(step)) for n, step in enumerate(_STEPS, start=1)]
    yield wording(Message.of("Langkah")), steps
    yield wording(Message.of("Cara mengisi")), [("•", wording(value)) for value in _VALUES]
    yield (
        wording(Message.of("Warna judul kolom")),
        [
            ("biru tua", wording(Message.of("wajib diisi"))),
            ("biru muda", wording(Message.of("boleh kosong"))),
        ],
    )
    yield (
        wording(Message.of("Lembar")),
        [(sheet.name, wording(_about(sheet.about, sheet.filled))) for sheet in INPUT_SHEETS],
    )


def _about(about: Message, filled: bool) -> Message:
    return Message.of("{isi} Wajib diisi.", isi=about) if filled else about
