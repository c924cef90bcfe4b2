"""Objectives in words: their terms, each with its unit, and how far they may be from the best."""

from __future__ import annotations

from alokasi.texts import Hours, Message, Share, wording
from alokasi_models.plan import TierValue

_MINUTES = frozenset({"kurang_jam", "beban_orang", "beban_tim", "selisih_jam_tim", "isi_tim", "kecocokan"})
_HOURS = frozenset({"penguasaan_ketua"})
_MINUTES_PER_HOUR = 60

_WORDS = {
    "kurang_jam": Message.of("belum terisi, menurut bobot prioritas"),
    "kompetensi_wajib": Message.of("pemegang kompetensi wajib yang belum ada di timnya"),
    "ketua_pemilik": Message.of("tim yang ketuanya bukan dari unit pemilik kinerja"),
    "penguasaan_ketua": Message.of("tugas di luar penguasaan ketuanya"),
    "beban_orang": Message.of("menyimpang dari beban sasaran orang, makin jauh makin mahal"),
    "beban_tim": Message.of("di atas beban sasaran, dibawa anggota ke timnya, makin jauh makin mahal"),
    "selisih_jam_tim": Message.of("selisih jam tim terberat dan tim teringan"),
    "isi_tim": Message.of("kekurangan tim di atas batas wajar"),
    "kecocokan": Message.of("kerja yang kurang cocok dengan orangnya"),
    "kohesi_rumpun": Message.of("rumpun yang tercampur atau terpecah antartim"),
    "arah_karier": Message.of("orang yang arah kariernya belum terlayani"),
    "harapan": Message.of("harapan yang tidak terpenuhi"),
    "perubahan": Message.of("kursi yang berubah dari susunan berjalan"),
    "jumlah_tim": Message.of("tim"),
    "lintas_kedudukan": Message.of("keanggotaan di luar kedudukan atasannya"),
    "rangkap": Message.of("keanggotaan kedua"),
    "ukuran_tim": Message.of("orang di luar ukuran tim yang disarankan"),
    "tim_semua_unit": Message.of("keanggotaan di atas batas semua unit"),
}


def distance_words(tier: TierValue, lang: str) -> str:
    """E.g. "terbukti", or "paling jauh 0,8 % dari batas; 2,0 % dilepas untuk tujuan berikutnya"."""
    distance = wording(_distance(tier.gap), lang)
    if not tier.given_back:
        return distance
    return wording(
        Message.of(
            "{jarak}; {bagian} dilepas untuk tujuan berikutnya", jarak=distance, bagian=Share(tier.given_back)
        ),
        lang,
    )


def _distance(gap: float | None) -> Message:
    if gap is None:
        return Message.of("batas belum diketahui")
    return (
        Message.of("paling jauh {selisih} dari batas", selisih=Share(gap)) if gap else Message.of("terbukti")
    )


def term_unit(name: str) -> str:
    """Unit of a term's value as data: menit, jam, or a count ("")."""
    if name in _MINUTES:
        return "menit"
    return "jam" if name in _HOURS else ""


def term_title(name: str, lang: str) -> str:
    """What a term counts, without its value."""
    words = _WORDS.get(name)
    return name if words is None else wording(words, lang)


def term_words(name: str, value: float, lang: str) -> str:
    """E.g. "240 jam: menyimpang dari ...", or "3 keanggotaan kedua"."""
    words = _WORDS.get(name)
    if words is None:
        return wording(Message.of("{nama}: {nilai}", nama=name, nilai=round(value)), lang)
    if name in _MINUTES or name in _HOURS:
        minutes = value if name in _MINUTES else value * _MINUTES_PER_HOUR
        return wording(Message.of("{jam}: {arti}", jam=Hours(minutes), arti=words), lang)
    return wording(Message.of("{n} {arti}", n=round(value), arti=words), lang)
