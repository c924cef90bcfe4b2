"""The sheets a result adds. Hours are hours a year, percent is 0 to 100."""

from __future__ import annotations

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.issues import Severity
from alokasi.workbook.schema import MOST_HOURS, ZERO, Column, Kind, Sheet, words_of
from alokasi_models.problem import Coordinator, SeatRole, TeamClass

_WHOLE, _HOURS, _ONE, _TWO = "#,##0", "#,##0.0", "#,##0.0", "#,##0.00"
_NONE = Message("")


def _text(name: str, width: int = 0, kind: Kind = Kind.TEXT) -> Column:
    return Column(name, kind, _NONE, width=width)


def _number(name: str, shown: str, width: int = 0) -> Column:
    return Column(name, Kind.NUMBER, _NONE, format=shown, width=width)


SEATS = Sheet(
    names.SEATS,
    Message.of("Satu baris satu orang dalam satu tim."),
    (
        Column("kode_tim", Kind.CODE, _NONE, required=True),
        _text("nama_tim", 34),
        Column("kode_unit", Kind.CODE, _NONE),
        Column("kedudukan", Kind.CODE, _NONE),
        Column("koordinator", Kind.CHOICE, _NONE, choices=words_of(Coordinator)),
        Column("kelas", Kind.CHOICE, _NONE, choices=words_of(TeamClass)),
        Column("id_pegawai", Kind.CODE, _NONE),
        _text("nama", 28),
        Column("peran", Kind.CHOICE, _NONE, choices=words_of(SeatRole)),
        Column("jam", Kind.NUMBER, _NONE, least=ZERO, most=MOST_HOURS, format=_HOURS),
        Column("jam_ketua", Kind.NUMBER, _NONE, least=ZERO, most=MOST_HOURS, format=_HOURS),
    ),
)

DIVISION = Sheet(
    names.DIVISION,
    Message.of("Satu baris bagian seseorang dalam satu tugas. kode_tim kosong: penugasan individu."),
    (
        Column("kode_tugas", Kind.CODE, _NONE, required=True),
        Column("kode_tim", Kind.CODE, _NONE),
        Column("id_pegawai", Kind.CODE, _NONE),
        Column("jam", Kind.NUMBER, _NONE, least=ZERO, most=MOST_HOURS, format=_HOURS),
    ),
)

LOADS = Sheet(
    names.LOADS,
    Message.of("Beban setahun tiap orang dibanding jam efektifnya."),
    (
        _text("id_pegawai", kind=Kind.CODE),
        _text("nama", 28),
        _text("kode_unit", kind=Kind.CODE),
        _number("jam", _WHOLE),
        _number("jam_efektif", _WHOLE),
        _number("persen", _ONE),
        _number("jumlah_tim", _WHOLE),
        _text("ketua_di", 16),
    ),
)

TEAM_LOADS = Sheet(
    names.TEAM_LOADS,
    Message.of("Beban setahun tiap tim dibanding kemampuan anggotanya."),
    (
        _text("kode_tim", kind=Kind.CODE),
        _number("anggota", _WHOLE),
        _number("beban_jam", _WHOLE),
        _number("terisi_jam", _WHOLE),
        _number("kurang_jam", _WHOLE),
        _number("eu_persen", _ONE),
        _number("fte", _TWO),
        _number("beban_rata_rata_persen", _ONE),
        _number("beban_tertinggi_persen", _ONE),
    ),
)

ABK = Sheet(
    names.ABK,
    Message.of("Kebutuhan pegawai tiap jabatan menurut analisis beban kerja."),
    (
        _text("kode_unit", kind=Kind.CODE),
        _text("nama_jabatan", 36),
        _number("beban_jam", _WHOLE),
        _number("kebutuhan", _TWO),
        _number("pembulatan", ""),
        _number("pemangku", _WHOLE),
        _number("selisih", "+"),
        _number("ej", _TWO),
        _text("kelas", 9),
    ),
)

CLAUSES = Sheet(
    names.CLAUSES,
    Message.of("Satu baris satu ketentuan untuk satu unit, dengan bukti yang dihitung."),
    (
        _text("kode_unit", kind=Kind.CODE),
        _text("kode", 8, Kind.CODE),
        _text("pasal", 20),
        _text("ketentuan", 38, Kind.LONG),
        _text("status", 17),
        _text("bukti", 38, Kind.LONG),
        _text("rincian", 38, Kind.LONG),
        _text("bacaan", 16),
        _text("penentu", 20),
    ),
)

SUMMARY = Sheet(
    names.SUMMARY,
    Message.of("Angka pokok, tujuan dengan batas terbaiknya, dan asal-usul hasil ini."),
    (
        _text("kode_unit", kind=Kind.CODE),
        _text("nama", 38),
        _text("nilai", 44, Kind.SETTING),
        _text("satuan", 16),
        _number("batas", _HOURS),
        _number("selisih_persen", _TWO),
        _text("sumber_batas", 44),
    ),
)

MESSAGES = Sheet(
    names.MESSAGES,
    Message.of("Pesan pembacaan data: di mana, apa, dan apa yang harus dilakukan."),
    (
        Column("tingkat", Kind.CHOICE, _NONE, choices=words_of(Severity), width=12),
        _text("kode", 9, Kind.CODE),
        _text("lembar", 18),
        _text("sel", 9),
        _text("nilai", 26),
        _text("aturan", 52, Kind.LONG),
        _text("tindakan", 52, Kind.LONG),
    ),
)

RESULT_SHEETS: tuple[Sheet, ...] = (
    SEATS,
    DIVISION,
    LOADS,
    TEAM_LOADS,
    ABK,
    CLAUSES,
    SUMMARY,
    MESSAGES,
)
