"""Two to four plans on one HTML page that can be sent: it loads nothing, and says what each plan assumes."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from alokasi import figures, tables
from alokasi.comparison import Comparison
from alokasi.report import pictures
from alokasi.report.cells import Column, Grid, Head, Row, grid, hours, share, text, word
from alokasi.report.clauses import SIGNS
from alokasi.report.shell import content_policy, environment, file_text
from alokasi.tables.comparison import scenario_name
from alokasi.tables.figure_words import HEADLINES, TITLES, figure_value
from alokasi.tables.key_figures import key_figures
from alokasi.texts import Message, Names, show, translate, whole, wording
from alokasi_models.problem import MINUTES_PER_HOUR

_MOST_ROWS = 400  # of a table that is folded; the workbook of the comparison holds all


def render_comparison(found: Comparison, lang: str = "id") -> str:
    """The page in one language. KeyError for a language that is not offered."""
    plotly, charts = figures.plotly_js(), file_text("charts.js")
    page = environment(lang).get_template("comparison.html.j2")
    return page.render(
        _content(found, lang),
        lang=lang,
        policy=content_policy(plotly, charts),
        style=Markup(file_text("style.css")),
        plotly=Markup(plotly),
        script=Markup(charts),
    )


def _content(found: Comparison, lang: str) -> dict[str, Any]:
    drawn = _drawn(found, lang)
    shown = pictures.pictures(drawn)
    first = found.plans[0].result
    names = tuple(plan.name for plan in found.plans)
    changes = tables.team_changes(found, lang)
    return {
        "unit_names": ", ".join(unit.name for unit in first.problem.planned),
        "year": str(max((unit.year for unit in first.problem.planned), default="")),
        "compared": wording(Message.of("{n} susunan: {nama}", n=len(names), nama=Names(names)), lang),
        "draft": _draft(found, lang),
        "first": names[0],
        "sentences": tables.comparison_sentences(found, lang),
        "charts": {
            "figures": shown["gambar-angka"],
            "seats": shown["gambar-kursi"],
            "decree": shown.get("gambar-kursi-berjalan"),
            "loads": shown["gambar-beban"],
            "strips": shown.get("gambar-rentang"),
        },
        "tables": {
            "headlines": _headlines(found, lang),
            "figures": _figures(found, lang),
            "teams": _teams(changes[changes["dasar"] == names[0]], lang),
            "decree_teams": _teams(changes[changes["dasar"] == _decree_name(found, lang)], lang),
            "seats": _seats(found, lang),
            "people": _people(found, lang),
            "loads": _loads(found, lang),
            "verdicts": _verdicts(found, lang),
            "counts": _counts(found, lang),
            "terms": _terms(found, lang),
            "origins": _origins(found, lang),
        },
        "source": tables.comparison_source(found, lang),
        "figures": Markup(pictures.data(drawn, lang)),
    }


def _drawn(found: Comparison, lang: str) -> dict[str, figures.Figure]:
    source, decree = tables.comparison_source(found, lang), _decree_name(found, lang)
    numbers = tables.compared_figures(found, lang)
    loads = tables.compared_seats(found, lang)
    changes = tables.team_changes(found, lang)
    first = found.plans[0].name
    drawn = {
        "gambar-angka": figures.parallel_axes(numbers[numbers["nama"].isin(HEADLINES)], lang, source, decree),
        "gambar-kursi": figures.seat_changes(changes[changes["dasar"] == first], lang, source),
        "gambar-beban": figures.load_changes(loads, lang, source, decree),
    }
    if decree:
        drawn["gambar-kursi-berjalan"] = figures.seat_changes(
            changes[changes["dasar"] == decree], lang, source
        )
    own = loads[(loads["skenario"] != decree) & loads["persen"].notna()]
    if own["skenario"].nunique() > 1:
        drawn["gambar-rentang"] = figures.load_comparison(own, lang, source)
    return drawn


def _draft(found: Comparison, lang: str) -> str:
    if any(one.law for plan in found.plans for one in plan.result.assumed):
        return wording(
            Message.of("Perbandingan untuk dibahas; memuat pengandaian dengan angka yang bukan peraturan."),
            lang,
        )
    if any(plan.result.assumed for plan in found.plans):
        return wording(Message.of("Perbandingan untuk dibahas; memuat pengandaian, bukan usulan saja."), lang)
    return wording(
        Message.of("Perbandingan untuk dibahas. Yang berlaku adalah keputusan pejabat yang berwenang."), lang
    )


def _headlines(found: Comparison, lang: str) -> Grid:
    """A leader's figures with the lowest marked; the decree in force is not judged."""
    numbers = {one.name: key_figures(one.result) for one in found.shown}
    rows = []
    for name in HEADLINES:
        own = {plan.name: numbers[plan.name][name] for plan in found.plans}
        known = {plan: value for plan, value in own.items() if value is not None}
        shown = {one.name: show(figure_value(name, numbers[one.name][name]), lang) for one in found.shown}
        lowest = shown[min(known, key=lambda plan: known[plan])] if known else ""
        differing = len({shown[plan] for plan in known}) > 1
        cells = [
            f"▼ {shown[one.name]}"
            if differing and one.name in known and shown[one.name] == lowest
            else shown[one.name]
            for one in found.shown
        ]
        rows.append(Row((wording(TITLES[name], lang), *cells)))
    head = Head(translate("Angka pokok (▼ terendah)", lang), False)
    return Grid((head, *_plan_heads(found, lang)), tuple(rows))


def _figures(found: Comparison, lang: str) -> Grid:
    numbers = {one.name: key_figures(one.result) for one in found.shown}
    rows = tuple(
        Row(
            (
                wording(title, lang),
                *(show(figure_value(name, numbers[one.name][name]), lang) for one in found.shown),
            )
        )
        for name, title in TITLES.items()
    )
    return Grid((Head(translate("Angka", lang), False), *_plan_heads(found, lang)), rows)


def _teams(changes: pd.DataFrame, lang: str) -> Grid:
    table = changes.assign(ketua=changes["ketua"].replace("", "–"))
    return grid(
        table,
        (
            Column("skenario", translate("Susunan", lang), text),
            Column("nama_tim", translate("Tim", lang), text),
            Column("masuk", translate("Masuk", lang), _count, number=True),
            Column("keluar", translate("Keluar", lang), _count, number=True),
            Column("ganti_peran", translate("Ganti peran", lang), _count, number=True),
            Column("ketua", translate("Ketua baru", lang), text),
        ),
        lang,
    )


def _seats(found: Comparison, lang: str) -> Grid:
    """Only people whose seats are not the same in all plans."""
    table = tables.compared_seats(found, lang)
    return _wide(
        table[table["berbeda"] != ""],
        ["id_pegawai", "nama"],
        "kursi",
        found,
        translate("Nama", lang),
        lang,
        same="=",
    )


def _loads(found: Comparison, lang: str) -> Grid:
    table = tables.compared_seats(found, lang)
    said = table.assign(beban=[share(value, lang) for value in table["persen"]])
    return _wide(said, ["id_pegawai", "nama"], "beban", found, translate("Nama", lang), lang, number=True)


def _wide(
    table: pd.DataFrame,
    keys: list[str],
    value: str,
    found: Comparison,
    title: str,
    lang: str,
    number: bool = False,
    same: str = "",
) -> Grid:
    """The last of the keys, then a column per plan; `same` stands where a plan is as the first one."""
    wide = tables.side_by_side(table, keys, value)
    plans, first = [scenario_name(one, lang) for one in found.shown], found.plans[0].name
    heads = (Head(title, False), *(Head(plan, number) for plan in plans))

    def cell(row: dict[str, Any], plan: str) -> str:
        if same and plan != first and row[plan] == row[first]:
            return same
        return str(row[plan]) if row[plan] == row[plan] else "–"

    rows = (Row((str(row[keys[-1]]), *(cell(row, plan) for plan in plans))) for row in tables.rows(wide))
    return Grid(heads, tuple(rows))


def _people(found: Comparison, lang: str) -> Grid:
    table = tables.compared_people(found, lang).head(_MOST_ROWS)
    blank = {name: {"": "–"} for name in ("nama_tim", "tim_lain", "peran_sebelum", "peran_sesudah")}
    return grid(
        table.replace(blank),
        (
            Column("dasar", translate("Dibanding", lang), text),
            Column("skenario", translate("Susunan", lang), text),
            Column("nama", translate("Nama", lang), text),
            Column("perubahan", translate("Perubahan", lang), word),
            Column("nama_tim", translate("Tim", lang), text),
            Column("tim_lain", translate("Dari tim", lang), text),
            Column("peran_sebelum", translate("Peran sebelum", lang), word),
            Column("peran_sesudah", translate("Peran sesudah", lang), word),
            Column("jam_sebelum", translate("Jam sebelum", lang), hours, number=True),
            Column("jam_sesudah", translate("Jam sesudah", lang), hours, number=True),
        ),
        lang,
    )


def _verdicts(found: Comparison, lang: str) -> Grid:
    """Clauses that do not stand the same in all plans, with what the plan that breaks them says."""
    table = tables.compared_verdicts(found, lang)
    table = table[table["berbeda"] != ""]
    said = table.assign(
        isi=[f"{row['kode']} {row['pasal']}\n{row['ketentuan']}" for row in tables.rows(table)],
        tegak=[f"{translate(row['status'], lang)}\n{row['bukti']}" for row in tables.rows(table)],
    )
    return _wide(
        said, ["kode_unit", "kode", "isi"], "tegak", found, translate("Ketentuan", lang), lang, same="="
    )


def _counts(found: Comparison, lang: str) -> Grid:
    """How many clauses stand how."""
    table = tables.compared_verdicts(found, lang)
    law = table[table["kode"].str.startswith("K")]
    rows = []
    for status, sign in SIGNS.items():
        counts = [
            int(((law["skenario"] == scenario_name(one, lang)) & (law["status"] == str(status))).sum())
            for one in found.shown
        ]
        if any(counts):
            named = f"{sign} {translate(str(status), lang)}"
            rows.append(Row((named, *(whole(count, lang) for count in counts))))
    return Grid((Head(translate("Status ketentuan", lang), False), *_plan_heads(found, lang)), tuple(rows))


def _terms(found: Comparison, lang: str) -> Grid:
    table = tables.compared_terms(found, lang)
    minutes = translate("menit", lang)
    said = table.assign(
        isi=[f"{row['tujuan']}: {row['judul']}" for row in tables.rows(table)],
        angka=[
            _term(row["nilai"], row["satuan"] == minutes, str(row["satuan"]), lang)
            for row in tables.rows(table)
        ],
    )
    return _wide(
        said, ["nama", "isi"], "angka", found, translate("Tujuan dan butirnya", lang), lang, number=True
    )


def _term(value: float, minutes: bool, unit: str, lang: str) -> str:
    if value != value:
        return "–"
    if minutes:
        return f"{whole(value / MINUTES_PER_HOUR, lang)} {translate('jam', lang)}"
    return f"{whole(value, lang)} {unit}".strip()


def _origins(found: Comparison, lang: str) -> Grid:
    return grid(
        tables.compared_origins(found, lang),
        (
            Column("skenario", translate("Susunan", lang), text),
            Column("keterangan", translate("Seberapa baik", lang), text),
            Column("sumber", translate("Sumber", lang), text),
            Column("pengandaian", translate("Yang diandaikan", lang), text),
        ),
        lang,
    )


def _plan_heads(found: Comparison, lang: str) -> tuple[Head, ...]:
    return tuple(Head(scenario_name(one, lang), True) for one in found.shown)


def _decree_name(found: Comparison, lang: str) -> str:
    return "" if found.decree is None else scenario_name(found.decree, lang)


def _count(value: Any, lang: str) -> str:
    return whole(value, lang) if value else "–"
