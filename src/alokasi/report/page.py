"""The whole report as one HTML page: no network, every text of the workbook escaped, scripts named by their
hash.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from alokasi import figures, tables
from alokasi.report import basis, clauses, grids, pictures, teams
from alokasi.report.shell import content_policy, environment, file_text
from alokasi.results import Result, standing
from alokasi.texts import Hours, Message, day, translate, wording
from alokasi_models.plan import Origin, Reason

_MOST_INLINE = 12  # findings beside their clause; more stand under it over the whole width
_MOST_ROWS = 40  # a longer table is folded where its number alone says enough


def render(result: Result, lang: str = "id") -> str:
    """The page in one language. KeyError for a language that is not offered."""
    plotly, script = figures.plotly_js(), file_text("charts.js") + file_text("script.js")
    page = environment(lang).get_template("report.html.j2")
    return page.render(
        _content(result, lang),
        lang=lang,
        policy=content_policy(plotly, script),
        style=Markup(file_text("style.css")),
        plotly=Markup(plotly),
        script=Markup(script),
    )


def _content(result: Result, lang: str) -> dict[str, Any]:
    drawn = pictures.draw(result, lang)
    shown = pictures.pictures(drawn)
    compared = result.baseline is not None
    return {
        "unit_names": ", ".join(unit.name for unit in result.problem.planned),
        "year": str(max((unit.year for unit in result.problem.planned), default="")),
        "facts": _facts(result, lang),
        "over": wording(_over(result), lang),
        "draft": wording(_draft(result), lang),
        "standing": standing(result, lang),
        "contents": _contents(result, lang),
        "headlines": tables.headlines(result, lang),
        "attention": tables.attention(result, lang),
        "gaps": [gap[lang] for gap in result.ruleset.pack.gaps],
        "audit_units": clauses.by_unit(result, lang),
        "statuses": clauses.counts(result, lang),
        "clause_count": clauses.clause_count(result),
        "audit_date": day(result.audit.on, lang),
        "plan": result.plan is not None,
        "most_inline": _MOST_INLINE,
        "most_rows": _MOST_ROWS,
        "compared": result.plan is not None and compared,
        "teams": teams.cards(result, lang),
        "charts": {
            "person_load": shown.get("beban-orang"),
            "team_load": shown.get("beban-tim"),
            "hours": shown.get("jam-orang-tim"),
            "competence": shown.get("kompetensi-tim"),
            "before_after": shown.get("sebelum-sesudah"),
            "search": shown.get("pencarian"),
        },
        "tables": {
            "person_load": grids.person_load(result, lang),
            "team_load": grids.team_load(result, lang),
            "hours": grids.person_team_hours(result, lang),
            "competence": grids.competence(result, lang),
            "before_after": grids.before_after(result, lang),
            "moves": grids.moves(result, lang),
            "unmet": grids.unmet(result, lang),
            "individual": grids.individual(result, lang),
            "abk": grids.abk(result, lang),
            "constants": basis.constants(result, lang),
            "tiers": basis.tiers(result, lang),
            "search": grids.search(result, lang),
            "readings": basis.readings(result, lang),
            "settings": basis.settings(result, lang),
            "trace": basis.trace(result, lang),
        },
        "unmet_words": _unmet_words(result, lang),
        "notes": _notes(result, lang),
        "source": tables.source_line(result, lang),
        "figures": Markup(pictures.data(drawn, lang)),
    }


def _over(result: Result) -> Message:
    if result.assumed:
        return Message.of("Pengandaian atas Tim Kerja menurut Permenperin 3 Tahun 2024")
    return Message.of("Usulan Tim Kerja menurut Permenperin 3 Tahun 2024")


def _draft(result: Result) -> Message:
    """What this page is, for each origin of the plan; never a decision."""
    plan = result.plan
    if any(one.law for one in result.assumed):
        return Message.of(
            "Halaman ini jawaban atas pengandaian, bukan usulan, dan memuat angka yang bukan peraturan."
        )
    if result.assumed:
        return Message.of("Halaman ini jawaban atas pengandaian, bukan usulan.")
    if plan is None:
        return Message.of("Halaman ini hasil hitungan program dari data unit.")
    if plan.origin is Origin.DECREE:
        return Message.of("Halaman ini penilaian program atas susunan berjalan, untuk dibahas.")
    return Message.of(
        "Susunan ini usulan untuk dibahas. Yang berlaku adalah keputusan pejabat yang berwenang."
    )


def _contents(result: Result, lang: str) -> list[tuple[str, str]]:
    plan = result.plan is not None
    return [
        ("ringkasan", translate("Ringkasan", lang)),
        ("uji-pasal", translate("Uji Pasal", lang)),
        *(
            [
                ("beban", translate("Beban kerja", lang)),
                ("susunan", translate("Susunan", lang)),
                ("kompetensi", translate("Kompetensi", lang)),
            ]
            if plan
            else []
        ),
        *([("perubahan", translate("Perubahan", lang))] if plan and result.baseline is not None else []),
        ("abk", translate("ABK", lang)),
        ("dasar", translate("Dasar dan setelan", lang)),
    ]


def _facts(result: Result, lang: str) -> list[str]:
    units = result.problem.planned
    staff = sum(e.unit in {unit.id for unit in units} for e in result.problem.employees)
    return [
        ", ".join(dict.fromkeys(str(unit.kind) for unit in units)),
        wording(Message.of("{n} pegawai", n=staff), lang),
        wording(Message.of("profil {profil}", profil=result.ruleset.profile.title[lang]), lang),
    ]


def _unmet_words(result: Result, lang: str) -> str:
    short = tables.unmet_work(result)
    return wording(
        Message.of(
            "{n} tugas belum terisi penuh, kurang {jam}. "
            "Pekerjaan tidak dihapus untuk memenuhi pasal: kekurangannya ditampilkan.",
            n=len(short),
            jam=Hours(60 * float(short["kurang_jam"].sum())),
        ),
        lang,
    )


def _notes(result: Result, lang: str) -> list[str]:
    """What the search dropped or warns of, and why there is no plan."""
    outcome = result.outcome
    return [] if outcome is None else [_reason(reason, lang) for reason in (*outcome.reasons, *outcome.notes)]


def _reason(reason: Reason, lang: str) -> str:
    return f"{reason.code}: {wording(reason.fact, lang)}"
