"""Figures in words: what each is called, and its value as a reader writes it."""

from __future__ import annotations

from alokasi.tables.frames import FULL
from alokasi.tables.key_figures import UNITS, known
from alokasi.texts import Hours, Message, Share, Value
from alokasi_models.problem import MINUTES_PER_HOUR

HEADLINES = (  # those a leader compares first; the smaller, the better
    "jam_tak_terpenuhi",
    "beban_tertinggi_persen",
    "beban_simpangan_baku",
    "eu_tim_selisih",
    "kompetensi_kurang",
    "pasal_tidak_terpenuhi",
)
TITLES = {
    "jam_beban": Message.of("Beban kerja"),
    "jam_terisi": Message.of("Pekerjaan terisi"),
    "jam_tak_terpenuhi": Message.of("Pekerjaan belum terisi"),
    "jam_efektif": Message.of("Jam efektif pegawai"),
    "jam_terpakai": Message.of("Jam terpakai"),
    "beban_sasaran_persen": Message.of("Beban sasaran"),
    "beban_tertinggi_persen": Message.of("Beban tertinggi seorang"),
    "beban_terendah_persen": Message.of("Beban terendah seorang"),
    "beban_simpangan_baku": Message.of("Simpangan baku beban orang"),
    "beban_gini": Message.of("Ketimpangan beban (Gini)"),
    "jumlah_pegawai": Message.of("Jumlah pegawai"),
    "di_atas_jam_efektif": Message.of("Orang di atas jam efektif"),
    "di_bawah_setengah": Message.of("Orang di bawah setengah jam efektif"),
    "tanpa_tugas": Message.of("Orang tanpa tugas"),
    "jumlah_tim": Message.of("Jumlah tim"),
    "eu_tim_tertinggi_persen": Message.of("Beban tim tertinggi (EU)"),
    "eu_tim_terendah_persen": Message.of("Beban tim terendah (EU)"),
    "eu_tim_selisih": Message.of("Selisih beban antartim"),
    "eu_tim_simpangan_baku": Message.of("Simpangan baku beban tim"),
    "kompetensi_kurang": Message.of("Pemegang kompetensi wajib yang kurang"),
    "kursi_berubah": Message.of("Kursi berubah dari susunan berjalan"),
    "temuan_pasal": Message.of("Temuan Uji Pasal"),
    "pasal_terpenuhi": Message.of("Pasal terpenuhi"),
    "pasal_tidak_terpenuhi": Message.of("Pasal tidak terpenuhi"),
    "pasal_perlu_keputusan": Message.of("Pasal yang perlu keputusan"),
    "kebijakan_tidak_terpenuhi": Message.of("Batas kebijakan tidak terpenuhi"),
}
_UNITS = {
    "poin": Message.of("poin"),
    "orang": Message.of("orang"),
    "tim": Message.of("tim"),
    "kursi": Message.of("kursi"),
    "temuan": Message.of("temuan"),
    "pasal": Message.of("pasal"),
    "batas": Message.of("batas"),
}


def unit_words(name: str) -> Value:
    """The unit of a figure in words: jam, %, poin, orang ..."""
    unit = UNITS[name]
    return _UNITS.get(unit, Message.of("jam") if unit == "jam" else unit)


def figure_value(name: str, value: float | int | None) -> Value:
    """`1.250 jam`, `96,4 %`, `12 tim`; a dash for none."""
    if value is None or not known(value):
        return "–"
    unit = UNITS[name]
    if unit == "jam":
        return Hours(value * MINUTES_PER_HOUR)
    if unit == "%":
        return Share(value / FULL)
    if unit in _UNITS:
        shown: Value = float(value) if unit == "poin" else int(value)
        return Message.of("{n} {satuan}", n=shown, satuan=_UNITS[unit])
    return float(value)


def shown_alike(name: str, one: float | int | None, other: float | int | None) -> bool:
    """Whether two values look the same as they are written: hours whole, shares and points with one decimal."""
    if one is None or other is None:
        return one is None and other is None
    digits = 4 if not UNITS[name] else 1 if UNITS[name] in ("%", "poin") else 0
    return round(one, digits) == round(other, digits)
