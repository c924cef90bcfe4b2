"""The source line under every figure: whose plan, with which constants, on which day."""

from __future__ import annotations

from alokasi.results import Result
from alokasi.texts import Hours, Message, wording
from alokasi_models.packs import effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR


def source_line(result: Result, lang: str = "id") -> str:
    """E.g. "usulan; profil Seimbang; jam efektif 1.250 jam setahun; diuji 3 Januari 2027"."""
    norm = result.ruleset.norm
    hours = sorted({effective_hours(unit, norm) for unit in result.problem.planned})
    full_time = [float(value) * MINUTES_PER_HOUR for value in hours] or [
        float(norm.effective_hours) * MINUTES_PER_HOUR
    ]
    several = Message.of(
        "{paling_rendah} sampai {paling_tinggi}",
        paling_rendah=Hours(full_time[0]),
        paling_tinggi=Hours(full_time[-1]),
    )
    return wording(
        Message.of(
            "Sumber: {asal}; profil {profil}; jam efektif {jam} setahun; tanggal uji {tanggal}",
            asal=_origin(result),
            profil=result.ruleset.profile.title[lang],
            jam=Hours(full_time[0]) if len(hours) <= 1 else several,
            tanggal=result.audit.on,
        ),
        lang,
    )


def _origin(result: Result) -> Message:
    origin = _of_plan(result)
    if any(one.law for one in result.assumed):
        return Message.of("pengandaian yang bukan menurut peraturan, {asal}", asal=origin)
    return Message.of("pengandaian, {asal}", asal=origin) if result.assumed else origin


def _of_plan(result: Result) -> Message:
    if result.plan is None:
        return Message.of("data unit")
    return {
        "usulan": Message.of("usulan program"),
        "buatan tangan": Message.of("susunan dari berkas"),
        "susunan berjalan": Message.of("susunan berjalan"),
    }[str(result.plan.origin)]
