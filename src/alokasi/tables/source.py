"""The source line under every figure: whose plan or plans, with which constants, on which day."""

from __future__ import annotations

from alokasi.comparison import Compared, Comparison
from alokasi.results import Result
from alokasi.texts import Hours, Message, Names, wording
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


def comparison_source(found: Comparison, lang: str = "id") -> str:
    """Which files, under which date of audit; whether anything is assumed."""
    assumed = [plan for plan in found.plans if plan.result.assumed]
    names = Names(tuple(plan.name for plan in found.plans))
    on = found.plans[0].result.audit.on
    if not assumed:
        return wording(Message.of("Sumber: {nama}; tanggal uji {tanggal}", nama=names, tanggal=on), lang)
    return wording(
        Message.of(
            "Sumber: {nama}; pengandaian: {andai}; tanggal uji {tanggal}",
            nama=names,
            andai=Names(tuple(_marked(plan) for plan in assumed)),
            tanggal=on,
        ),
        lang,
    )


def _marked(plan: Compared) -> str | Message:
    if any(one.law for one in plan.result.assumed):
        return Message.of("{nama} (bukan menurut peraturan)", nama=plan.name)
    return plan.name


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
