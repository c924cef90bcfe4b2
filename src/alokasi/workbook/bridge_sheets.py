"""The sheets an import adds: what was understood, and the hours before and after. A reader passes them over."""

from __future__ import annotations

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.issues import Severity
from alokasi.workbook.schema import Column, Kind, Sheet, words_of

_NONE = Message("")
_WHOLE, _TWO = "#,##0", "#,##0.00"


def _text(name: str, width: int) -> Column:
    return Column(name, Kind.TEXT, _NONE, width=width)


def _number(name: str, shown: str, width: int) -> Column:
    return Column(name, Kind.NUMBER, _NONE, format=shown, width=width)


IMPORT_REPORT = Sheet(
    names.IMPORT_REPORT,
    Message.of(
        "Bagaimana tiap kolom, satuan, dan baris dipahami; apa yang diduga dan apa yang ditinggalkan."
    ),
    (
        Column("tingkat", Kind.CHOICE, _NONE, choices=words_of(Severity), width=12),
        _text("hal", 16),
        _text("berkas", 24),
        _text("lembar", 20),
        _text("sel", 8),
        _text("ditemukan", 28),
        _text("dibaca", 64),
        _text("tindakan", 46),
        _text("kode", 7),
    ),
)

IMPORT_HOURS = Sheet(
    names.IMPORT_HOURS,
    Message.of(
        "Jam setahun tiap tabel formulir sebelum dan sesudah impor, dan jumlah yang ditulis formulir sendiri."
    ),
    (
        _text("berkas", 28),
        _text("lembar", 22),
        _text("sel", 8),
        _text("bentuk", 10),
        _text("jabatan_produk", 38),
        _number("baris_tugas", _WHOLE, 13),
        _number("baris_ditinggalkan", _WHOLE, 20),
        _number("jam_sebelum", _TWO, 15),
        _number("jam_sesudah", _TWO, 15),
        _number("selisih", _TWO, 12),
        _number("jam_menurut_formulir", _TWO, 23),
    ),
)

BRIDGE_SHEETS = (IMPORT_REPORT, IMPORT_HOURS)
