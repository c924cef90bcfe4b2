"""Sheets of a comparison: a row per plan and thing, the plan's name in `skenario`. It is read by people, not by us."""

from __future__ import annotations

from alokasi.texts import Message
from alokasi.workbook.schema import Column, Kind, Sheet

_NONE = Message("")
FIGURES, TEAMS, PEOPLE, SEATS, VERDICTS, TERMS, ORIGINS = (
    "Angka",
    "Perubahan Tim",
    "Perubahan Orang",
    "Kursi",
    "Uji Pasal",
    "Tujuan",
    "Asal",
)


def _text(name: str, width: int = 0) -> Column:
    return Column(name, Kind.TEXT, _NONE, width=width)


def _long(name: str, width: int) -> Column:
    return Column(name, Kind.LONG, _NONE, width=width)


def _number(name: str, shown: str) -> Column:
    return Column(name, Kind.NUMBER, _NONE, format=shown)


_PLAN = _text("skenario", 24)
_AGAINST = (_text("dasar", 24), _PLAN)
_WHOLE, _HOURS, _ONE = "#,##0", "#,##0.0", "#,##0.0"

COMPARISON_SHEETS: tuple[Sheet, ...] = (
    Sheet(
        ORIGINS,
        Message.of("Asal tiap susunan, seberapa baik, dan apa yang diandaikan."),
        (_PLAN, _long("keterangan", 60), _long("sumber", 60), _long("pengandaian", 60)),
    ),
    Sheet(
        FIGURES,
        Message.of("Angka setiap susunan."),
        (_PLAN, _text("nama", 30), _text("judul", 40), _number("nilai", _ONE), _text("satuan", 12)),
    ),
    Sheet(
        TEAMS,
        Message.of("Orang yang masuk dan keluar tiap tim, dibanding susunan dasar."),
        (
            *_AGAINST,
            _text("kode_tim"),
            _text("nama_tim", 36),
            _number("masuk", _WHOLE),
            _number("keluar", _WHOLE),
            _number("ganti_peran", _WHOLE),
            _text("ketua", 28),
        ),
    ),
    Sheet(
        PEOPLE,
        Message.of("Setiap kursi dan jam orang yang berbeda, dibanding susunan dasar."),
        (
            *_AGAINST,
            _text("id_pegawai"),
            _text("nama", 28),
            _text("perubahan", 14),
            _text("kode_tim"),
            _text("nama_tim", 36),
            _text("tim_lain", 36),
            _text("peran_sebelum", 14),
            _text("peran_sesudah", 14),
            _number("jam_sebelum", _HOURS),
            _number("jam_sesudah", _HOURS),
            _number("selisih_jam", "+"),
        ),
    ),
    Sheet(
        SEATS,
        Message.of("Kursi dan beban setiap orang pada setiap susunan."),
        (
            _PLAN,
            _text("id_pegawai"),
            _text("nama", 28),
            _long("kursi", 60),
            _number("jam", _HOURS),
            _number("persen", _ONE),
            _text("berbeda", 10),
        ),
    ),
    Sheet(
        VERDICTS,
        Message.of("Status setiap ketentuan pada setiap susunan."),
        (
            _PLAN,
            _text("kode_unit"),
            _text("kode", 8),
            _text("pasal", 20),
            _long("ketentuan", 44),
            _text("status", 18),
            _long("bukti", 44),
            _text("berbeda", 10),
        ),
    ),
    Sheet(
        TERMS,
        Message.of("Nilai setiap butir tujuan pada setiap susunan; makin kecil makin baik."),
        (
            _PLAN,
            _text("tujuan", 40),
            _text("nama", 20),
            _text("judul", 50),
            _number("nilai", _WHOLE),
            _text("satuan", 10),
        ),
    ),
)
