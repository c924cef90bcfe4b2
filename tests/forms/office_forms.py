"""Workload forms and staff lists as offices write them: letterheads, merged headers, numbering rows, totals.

All work and all people are invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

Row = Sequence[object]
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


class Form:
    """A sheet that is written from the top down; `row` is the last one written."""

    def __init__(self, page: Any) -> None:
        self.page, self.row = page, 0

    def line(self, *cells: object, bold: bool = False) -> int:
        self.row += 1
        for column, value in enumerate(cells, start=1):
            if value is not None:
                cell = self.page.cell(self.row, column, value)
                cell.font = Font(bold=bold)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        return self.row

    def lines(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.line(*row)

    def skip(self, count: int = 1) -> None:
        self.row += count

    def merged(self, cells: str) -> None:
        self.page.merge_cells(cells)

    def letterhead(self, width: str = "G") -> None:
        self.line("KEMENTERIAN CONTOH", bold=True)
        self.merged(f"A{self.row}:{width}{self.row}")
        self.line("HASIL ANALISIS BEBAN KERJA", bold=True)
        self.merged(f"A{self.row}:{width}{self.row}")
        self.skip()


class Office:
    """A workbook with one sheet a form."""

    def __init__(self) -> None:
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.worksheets[0])

    def sheet(self, title: str) -> Form:
        return Form(self.book.create_sheet(title))

    def saved(self, path: Path) -> Path:
        self.book.save(path)
        return path


F1_ROWS: tuple[Row, ...] = (
    (1, "Menyusun rencana kerja tahunan", "Dokumen", 4, 60, 1250, 0.192),
    (2, "Menyusun laporan kinerja", "Laporan", 12, 40, 1250, 0.384),
    (3, "Menelaah usulan anggaran", "Telaahan", 37, 5, 1250, 0.148),
)


def f1(page: Form, position: str = "Perencana Ahli Muda", rows: Sequence[Row] = F1_ROWS) -> int:
    """Informasi Jabatan with item 6 in its middle and later items below; returns the row of the header."""
    page.line("INFORMASI JABATAN", bold=True)
    page.merged("A1:G1")
    page.skip()
    page.line("1.", "NAMA JABATAN", ":", position)
    page.line("2.", "KODE JABATAN", ":", "12.03.07")
    page.line("3.", "UNIT KERJA", ":")
    page.line(None, "a. JPT Madya", ":", "Direktorat Jenderal Contoh")
    page.line(None, "b. JPT Pratama", ":", "Direktorat Industri Contoh")
    page.line(None, "c. Administrator", ":", "-")
    page.line("4.", "IKHTISAR JABATAN", ":", "Merencanakan dan melaporkan pekerjaan unit.")
    page.line("6.", "TUGAS POKOK", ":")
    header = page.line(
        "NO",
        "URAIAN TUGAS",
        "HASIL KERJA",
        "JUMLAH HASIL",
        "WAKTU PENYELESAIAN\n(JAM)",
        "WAKTU EFEKTIF",
        "KEBUTUHAN PEGAWAI",
        bold=True,
    )
    page.lines(rows)
    need = round(sum(float(str(row[6])) for row in rows if row[6] is not None), 3)
    page.line("JUMLAH", None, None, None, None, None, need)
    page.merged(f"A{page.row}:F{page.row}")
    page.line("JUMLAH PEGAWAI", None, None, None, None, None, max(1, round(need)))
    page.merged(f"A{page.row}:F{page.row}")
    page.skip()
    page.line("7.", "HASIL KERJA", ":")
    page.line("NO", "HASIL KERJA", "SATUAN HASIL")
    page.lines([(1, "Rencana kerja", "Dokumen"), (2, "Laporan kinerja", "Laporan")])
    page.line("17.", "KELAS JABATAN", ":", 9)
    return header


def f2(page: Form, rows: Sequence[Row], total: float | None = None) -> int:
    """The older form pasted from a Word document: no volume column, steps inside the cell of the task."""
    page.letterhead("F")
    page.line("Nama Jabatan : Arsiparis Terampil")
    page.line("Unit Kerja : Sekretariat Contoh")
    page.skip()
    header = page.line(
        "Uraian Tugas",
        "Satuan Hasil",
        "Waktu Penyelesaian (menit)",
        "Waktu Kerja Efektif",
        "Beban Kerja",
        "Pegawai Dibutuhkan",
        bold=True,
    )
    page.lines(rows)
    if total is not None:
        page.line("Jumlah Pegawai", None, None, None, None, total)
        page.line("Pembulatan", None, None, None, None, round(total) or 1)
    return header


F3_ROWS: tuple[Row, ...] = (
    (1, "Mencatat surat masuk", "Surat", 2400, 10, "Komputer", None),
    (2, "Menyimpan arsip", "Berkas", 1000, 15, "Lemari", None),
)


def f3(page: Form, position: str, rows: Sequence[Row] = F3_ROWS, norm: str = "NORMA WAKTU") -> int:
    """Form A of the Permendagri family, one position a sheet; the norm's unit is often not written."""
    page.line("FORMULIR A", bold=True)
    page.line("PENGUMPULAN DATA BEBAN KERJA", bold=True)
    page.merged(f"A{page.row}:G{page.row}")
    page.line("NAMA JABATAN", None, f": {position}")
    page.line("UNIT ORGANISASI (ESELON III)", None, ": Bagian Umum Contoh")
    page.line("SATUAN KERJA (ESELON II)", None, ": Sekretariat Contoh")
    page.skip()
    header = page.line(
        "NO", "RINCIAN TUGAS/KEGIATAN", "SATUAN", "JUMLAH VOLUME KERJA", norm, "PERALATAN", "KET", bold=True
    )
    page.line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    page.lines(rows)
    return header


def form_d(page: Form, rows: Sequence[Row]) -> int:
    """Recapitulation in eleven columns under a header of two rows, numbered below."""
    page.line("FORMULIR D", bold=True)
    page.skip()
    header = page.line(
        *("No", "Nama jabatan", "Jumlah beban kerja jabatan", "Perhitungan jumlah kebutuhan pegawai"),
        *("Jumlah pegawai", None, "+/-", "Kurang", "Lebih", "EJ", "PJ"),
        bold=True,
    )
    page.line(None, None, None, None, "ASN", "PPPK")
    page.merged(f"E{header}:F{header}")
    for column in "ABCDGHIJK":
        page.merged(f"{column}{header}:{column}{header + 1}")
    page.line(*range(1, 12))
    for row in rows:
        page.line(*row)
        page.skip()  # an empty row after every position
    return header


def f4(page: Form, products: Sequence[tuple[str, Sequence[Row]]], people: bool = False) -> list[int]:
    """Form A1: one table a product, below one another, the norm split over a merged header."""
    headers = []
    page.letterhead("J")
    for product, rows in products:
        page.line("NAMA PRODUK", None, ":", product)
        page.line("BAGIAN/BIDANG/SUBDIT", None, ":", "Subdirektorat Contoh")
        page.line("BIRO/PUSAT/DIT", None, ":", "Direktorat Industri Contoh")
        page.line("LOKASI", None, ":", "Jakarta")
        head = ("No", "Uraian Proses/Tahapan", "Satuan Produk", "Jumlah Volume Kerja", "Norma Waktu (menit)")
        counted = ("Jumlah Orang", "Total") if people else ("Peralatan", "Ket")
        headers.append(page.line(*head, None, None, *counted, bold=True))
        top = page.row
        page.line(None, None, None, None, "Minimal", "Maksimal", "Rata-rata")
        page.merged(f"E{top}:G{top}")
        for column in "ABCDHI":
            page.merged(f"{column}{top}:{column}{top + 1}")
        page.line(*(f"({n})" for n in range(1, 10)))
        page.lines(rows)
        page.skip(2)
    return headers


F5_ROWS: tuple[Row, ...] = (
    (1, "Menerima dan mencatat surat", 3000, "Surat", 6, 10, 8, 400, 0.303),
    (2, "Menggandakan naskah", 500, "Naskah", 20, 28, 24, 200, 0.151),
)


def f5(page: Form, rows: Sequence[Row] = F5_ROWS) -> int:
    page.letterhead("I")
    page.line("Jabatan", None, ": Pengadministrasi Umum")
    page.skip()
    header = page.line(
        *("No(1)", "Uraian(2)", "volume 1 tahun(3)", "satuan hasil(4)", "menit minimal(5)", "maksimal(6)"),
        *("rata-rata (5+6)/2 (7)", "jam (3x7)/60 (8)", "tenaga (8)/1322 (9)"),
        bold=True,
    )
    page.lines(rows)
    page.line("Jumlah", None, None, None, None, None, None, sum(int(str(r[7])) for r in rows))
    return header


F6_HEADER = (
    *(
        "kode_unit",
        "kode_jabatan",
        "tahun",
        "uraian_tugas",
        "hasil_kerja",
        "volume",
        "satuan_periode",
        "norma_waktu",
    ),
)
F6_ROWS: tuple[Row, ...] = (
    ("DIT1", "Statistisi Ahli Muda", 2027, "Mengolah data industri", "Tabel", 4, "bulan", 600),
    ("DIT1", "Statistisi Ahli Muda", 2027, "Menyusun statistik tahunan", "Buku", 2, "tahun", 6000),
    ("DIT1", "Pranata Komputer Mahir", 2027, "Memantau server", "Catatan", 1, "hari", 30),
)


def f6(page: Form, rows: Sequence[Row] = F6_ROWS) -> int:
    header = page.line(*F6_HEADER)
    page.lines(rows)
    return header


STAFF_HEADER = (
    *("No", "Nama Lengkap", "NIP Baru", "L/P", "Pangkat/Gol. Ruang", "Eselon", "Jabatan", "Jenis Jabatan"),
    *("Unit Organisasi", "Kelas", "Status Kepegawaian", "Atasan Langsung", "TMT Pensiun", "Email"),
)
DIRECTORATE = "Direktorat Industri Contoh"
STAFF_ROWS: tuple[Row, ...] = (
    (
        1,
        "Sari Contoh, S.T., M.T.",
        None,
        "P",
        "Pembina Tk. I (IV/b)",
        "II.a",
        "Direktur Industri Contoh",
        "Struktural",
        DIRECTORATE,
        15,
        "PNS",
        None,
        None,
        "sari@contoh",
    ),
    (
        2,
        "Budi Karangan",
        None,
        "L",
        "Penata Tk. I (III/d)",
        "IV.a",
        "Kepala Subbagian Tata Usaha",
        "Struktural",
        DIRECTORATE,
        9,
        "PNS",
        "Sari Contoh, S.T., M.T.",
        None,
        None,
    ),
    (
        3,
        "Rina Rekaan",
        None,
        "P",
        "Penata (III/c)",
        None,
        "Perencana Ahli Muda",
        "Fungsional",
        DIRECTORATE,
        9,
        "PNS",
        "Direktur Industri Contoh",
        "2027-06-01",
        None,
    ),
    (
        4,
        "Joko Misalnya",
        None,
        "L",
        "Pengatur (II/c)",
        None,
        "Arsiparis Terampil",
        "Fungsional",
        DIRECTORATE,
        6,
        "PNS",
        "Budi Karangan",
        None,
        None,
    ),
    (
        5,
        "Dewi Umpama",
        None,
        "P",
        "IX",
        None,
        "Analis Kebijakan Ahli Pertama",
        "Fungsional",
        DIRECTORATE,
        8,
        "PPPK",
        "Sari Contoh, S.T., M.T.",
        None,
        None,
    ),
    (
        6,
        "Tono Andaian",
        None,
        "L",
        "II/d",
        None,
        "Pengadministrasi Perkantoran",
        "Pelaksana",
        DIRECTORATE,
        5,
        "PNS",
        "Budi Karangan",
        None,
        None,
    ),
    (
        7,
        "Wati Seumpama",
        None,
        "P",
        None,
        None,
        "Petugas Kebersihan",
        "Pelaksana",
        DIRECTORATE,
        None,
        "PPNPN",
        "Budi Karangan",
        None,
        None,
    ),
)


def staff_list(page: Form, rows: Sequence[Row] = STAFF_ROWS, header: Row = STAFF_HEADER) -> int:
    """As an HR system exports it: a letterhead, one sheet, everybody of the unit, private data among the rest."""
    page.letterhead("N")
    row = page.line(*header, bold=True)
    page.lines(rows)
    page.skip()
    page.line(None, "Jumlah pegawai", None, None, None, None, len(rows))
    page.line(None, "Jakarta, 2 Januari 2027")
    page.line(None, "Kepala Bagian Kepegawaian Contoh")
    return row
