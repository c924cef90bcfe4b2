"""Column headers on a screen, and in which order and notation columns are read: names first, codes last."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.texts import Message, wording

_HEADINGS = {
    "nama": Message.of("Nama"),
    "nama_tim": Message.of("Tim"),
    "skenario": Message.of("Hasil"),
    "dasar": Message.of("Dibanding"),
    "masuk": Message.of("Masuk"),
    "keluar": Message.of("Keluar"),
    "ganti_peran": Message.of("Ganti peran"),
    "ketua": Message.of("Ketua baru"),
    "anggota": Message.of("Orang"),
    "jam": Message.of("Jam setahun"),
    "jam_efektif": Message.of("Jam efektif"),
    "persen": Message.of("Beban (%)"),
    "jumlah_tim": Message.of("Jumlah tim"),
    "ketua_di": Message.of("Ketua di"),
    "tamu": Message.of("Tamu"),
    "jam_dipinjamkan": Message.of("Jam dipinjamkan"),
    "beban_jam": Message.of("Beban (jam)"),
    "terisi_jam": Message.of("Terisi (jam)"),
    "kurang_jam": Message.of("Kurang (jam)"),
    "eu_persen": Message.of("EU tim (%)"),
    "fte": Message.of("Kebutuhan orang"),
    "beban_rata_rata_persen": Message.of("Beban rata-rata orang (%)"),
    "beban_tertinggi_persen": Message.of("Beban tertinggi orang (%)"),
    "jam_sebelum": Message.of("Jam sebelum"),
    "jam_sesudah": Message.of("Jam sesudah"),
    "persen_sebelum": Message.of("Beban sebelum (%)"),
    "persen_sesudah": Message.of("Beban sesudah (%)"),
    "nilai": Message.of("Nilai"),
    "satuan": Message.of("Satuan"),
    "kode": Message.of("Kode"),
    "ketentuan": Message.of("Ketentuan"),
    "id_pegawai": Message.of("ID pegawai"),
    "kode_tim": Message.of("Kode tim"),
    "kode_unit": Message.of("Kode unit"),
}
_FIRST = ("nama", "nama_tim")
_LAST = ("id_pegawai", "kode_tim", "kode_unit")
_WHOLE = ("jam", "anggota", "jumlah_tim", "masuk", "keluar", "ganti_peran")


def heading(name: str, lang: str) -> str:
    """The header of a column; a name that is none of ours (that of a result) stands as it is."""
    return wording(_HEADINGS[name], lang) if name in _HEADINGS else name


def in_reading_order(columns: Iterable[str]) -> list[str]:
    """The name of what a row is first, codes last."""
    return sorted(columns, key=lambda name: (name in _LAST, _FIRST.index(name) if name in _FIRST else 9))


def decimals(name: str) -> int:
    """Hours and counts are whole on a screen; shares have one decimal."""
    return 0 if name.startswith(_WHOLE) or name.endswith("_jam") else 1
