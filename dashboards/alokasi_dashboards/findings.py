"""The one sentence a page says first: its title is the finding, not the name of the page."""

from __future__ import annotations

from alokasi import tables
from alokasi.results import Result
from alokasi.tables.frames import FULL
from alokasi.tables.key_figures import key_figures
from alokasi.texts import Hours, Message, Share, show, translate, wording
from alokasi_dashboards.store import Opened


def of_plan(result: Result, lang: str) -> str:
    """Lawful? covered?"""
    figures = key_figures(result)
    unmet = (figures["jam_tak_terpenuhi"] or 0) * 60
    return "; ".join(
        wording(part, lang)
        for part in (
            _lawful(int(figures["temuan_pasal"] or 0), int(figures["pasal_perlu_keputusan"] or 0)),
            Message.of("{jam} pekerjaan belum terisi", jam=Hours(unmet))
            if round(unmet / 60) > 0
            else Message.of("semua pekerjaan terisi"),
        )
    )


def of_load(result: Result, lang: str) -> str:
    """Even over people, even over teams?"""
    figures = key_figures(result)
    low, high = figures["beban_terendah_persen"], figures["beban_tertinggi_persen"]
    if low is None or high is None:
        return translate("Belum ada beban per orang", lang)
    people = Message.of("Beban orang {rendah} sampai {tinggi}", rendah=_share(low), tinggi=_share(high))
    low, high = figures["eu_tim_terendah_persen"], figures["eu_tim_tertinggi_persen"]
    if low is None or high is None:
        return wording(people, lang)
    teams = Message.of("beban tim {rendah} sampai {tinggi}", rendah=_share(low), tinggi=_share(high))
    return "; ".join(wording(part, lang) for part in (people, teams))


def of_comparison(first: Opened, second: Opened, moved: int, lang: str) -> str:
    """Who moves, and whose heaviest load is lighter?"""
    highest = [tables.key_figures(opened.result)["beban_tertinggi_persen"] for opened in (first, second)]
    people = Message.of("{n} orang berbeda tempat", n=moved)
    if highest[0] is None or highest[1] is None:
        return wording(people, lang)
    one, other = _share(highest[0]), _share(highest[1])
    if show(one, lang) == show(other, lang):
        loads = Message.of("beban tertinggi {beban} pada keduanya", beban=one)
    else:
        loads = Message.of(
            "beban tertinggi {satu} pada {nama}, {dua} pada {lain}",
            satu=one,
            nama=first.name,
            dua=other,
            lain=second.name,
        )
    return "; ".join(wording(part, lang) for part in (people, loads))


def _lawful(broken: int, waiting: int) -> Message:
    if broken:
        return Message.of("{n} pelanggaran pasal, {m} pasal menunggu keputusan", n=broken, m=waiting)
    return Message.of("Tidak ada pelanggaran pasal, {m} pasal menunggu keputusan", m=waiting)


def _share(percent: float) -> Share:
    return Share(percent / FULL)
