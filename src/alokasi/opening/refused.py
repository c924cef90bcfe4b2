"""Why a file was not opened, in words: what was found, which limit holds, what to do."""

from __future__ import annotations

from pathlib import Path

from alokasi.errors import DataError
from alokasi.opening.limits import (
    MEMORY,
    MOST_BYTES,
    MOST_CELLS,
    MOST_OPENED_BYTES,
    MOST_PARTS,
    MOST_SHEETS,
    SECONDS,
)
from alokasi.opening.refusal import Refusal, Why
from alokasi.texts import Message

_MEGABYTE = 1024**2
_LONGEST_VALUE = 60
_AGAIN = Message.of("Buka di Excel, simpan ulang, lalu coba lagi.")
_AS_WORKBOOK = Message.of('Simpan sebagai "Excel Workbook (.xlsx)".')
_LESS = Message.of("Hapus lembar, baris, dan kolom yang tidak dipakai.")
_UNFORMATTED = Message.of("Hapus baris dan kolom kosong berformat.")


class RefusedFile(DataError):
    """`code`: the kind of bad input (W001 ...); `value`: what was found; `rule` and `action` as in an issue."""

    def __init__(self, path: Path, refusal: Refusal) -> None:
        self.why = refusal.why
        self.value = _printable(refusal.value)
        self.code, self.rule, self.action = _sentences(self.why, self.value)
        super().__init__(
            Message.of(
                "{berkas}: {aturan} {tindakan}",
                berkas=path.name or str(path),
                aturan=self.rule,
                tindakan=self.action,
            )
        )


def _printable(value: str) -> str:
    """Names inside an archive are anybody's: they must not command a terminal."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in value)
    return shown[:_LONGEST_VALUE]


def _sentences(why: Why, value: str) -> tuple[str, Message, Message]:
    """Code, rule and action."""
    match why:
        case Why.EMPTY:
            return (
                "W001",
                Message.of("Berkas kosong (0 byte)."),
                Message.of("Beri berkas Excel yang berisi data."),
            )
        case Why.DAMAGED:
            return "W002", Message.of("Berkas rusak atau terpotong."), _AGAIN
        case Why.CRASH:
            return "W002", Message.of("Pembacaan berkas terhenti di tengah."), _AGAIN
        case Why.UNREADABLE:
            rule = Message.of("Berkas tidak dapat dibaca.")
            return "W002", rule, Message.of("Periksa hak baca berkas itu, dan apakah sedang terkunci.")
        case Why.NO_FILE:
            rule = Message.of("Bukan berkas biasa (pipa, perangkat, atau sejenisnya).")
            return "W002", rule, Message.of("Beri berkas yang tersimpan di komputer ini.")
        case Why.OLD_OR_LOCKED:
            rule = Message.of("Berkas .xls lama atau bersandi.")
            return "W003", rule, Message.of("Simpan sebagai .xlsx tanpa sandi.")
        case Why.HTML:
            rule = Message.of("Isi berkas adalah HTML dari aplikasi lain.")
            return "W004", rule, Message.of("Buka di Excel dan simpan sebagai .xlsx.")
        case Why.OTHER_PROGRAM:
            rule = Message.of("Bukan buku kerja Excel (isinya dokumen {program}).", program=value)
            return "W005", rule, _AS_WORKBOOK
        case Why.WORKBOOK_AS_CSV:
            rule = Message.of("Isi berkas adalah buku kerja Excel, bukan CSV.")
            return "W005", rule, Message.of("Ubah akhiran namanya menjadi .xlsx.")
        case Why.CSV_AS_WORKBOOK:
            rule = Message.of("Bukan buku kerja Excel (isinya teks CSV).")
            return "W005", rule, Message.of("Ubah akhiran namanya menjadi .csv, atau simpan sebagai .xlsx.")
        case Why.NO_WORKBOOK:
            return "W005", Message.of("Bukan buku kerja Excel."), _AS_WORKBOOK
        case Why.MACROS:
            return "W006", Message.of("Berkas memuat makro."), _AS_WORKBOOK
        case Why.CONTROLS:
            rule = Message.of("Berkas memuat kontrol ActiveX.")
            return "W006", rule, Message.of("Hapus kontrol itu dari lembarnya, lalu simpan sebagai .xlsx.")
        case Why.LARGE_FILE:
            rule = Message.of(
                "Ukuran {mb} MB melebihi batas {batas} MB.", mb=float(value), batas=MOST_BYTES // _MEGABYTE
            )
            return "W007", rule, _LESS
        case Why.LARGE_CONTENT:
            most = MOST_OPENED_BYTES // _MEGABYTE
            rule = Message.of("Isi berkas {mb} MB melebihi batas {batas} MB.", mb=value, batas=most)
            return "W008", rule, _UNFORMATTED
        case Why.TIME:
            return "W008", Message.of("Berkas belum selesai dibaca setelah {n} detik.", n=SECONDS), _LESS
        case Why.MEMORY:
            most = MEMORY // _MEGABYTE
            return "W008", Message.of("Berkas memerlukan memori lebih dari {batas} MB.", batas=most), _LESS
        case Why.MANY_CELLS:
            rule = Message.of("Berkas memuat terlalu banyak isian; batasnya {batas} sel.", batas=MOST_CELLS)
            return "W008", rule, _LESS
        case Why.MANY_SHEETS:
            rule = Message.of("Berkas memuat {n} lembar, batas {batas}.", n=int(value), batas=MOST_SHEETS)
            return "W013", rule, _LESS
        case Why.DEFINITIONS:
            return "W010", Message.of("Berkas memuat definisi XML yang dilarang."), _AGAIN
        case Why.STRICT:
            return "W014", Message.of('Berkas disimpan sebagai "Strict Open XML".'), _AS_WORKBOOK
        case Why.NO_CSV:
            rule = Message.of("Folder tidak memuat berkas CSV seperti Pegawai.csv.")
            return "W015", rule, Message.of("Simpan tiap lembar sebagai CSV bernama lembarnya.")
        case _:
            return (
                "W009",
                Message.of("Susunan arsip tidak wajar ({sebab}).", sebab=_oddity(why, value)),
                _AGAIN,
            )


def _oddity(why: Why, value: str) -> Message:
    match why:
        case Why.OVERLAP:
            return Message.of("bagian {nama} bertumpuk", nama=value)
        case Why.DOUBLED_PART:
            return Message.of("bagian {nama} ada dua", nama=value)
        case Why.ODD_COMPRESSION:
            return Message.of("pemampatan {nama} tidak lazim", nama=value)
        case Why.DENSE:
            return Message.of("isi {nama} terlalu mampat", nama=value)
        case Why.MANY_PARTS:
            return Message.of("{n} bagian, batas {batas}", n=int(value), batas=MOST_PARTS)
        case Why.ODD_NAME:
            return Message.of("nama bagian “{nama}” tidak lazim", nama=value)
    raise ValueError(f"no sentence for {why}")
