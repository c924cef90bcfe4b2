"""The charts of a result, each with its table: what several pages show, made in one place."""

from __future__ import annotations

import pandas as pd
from dash.development.base_component import Component

from alokasi import figures, tables
from alokasi.results import Result
from alokasi.texts import translate
from alokasi_dashboards.parts import empty, picture


def _highest_first(table: pd.DataFrame, share: str) -> pd.DataFrame:
    """The order of the bars."""
    name = "nama" if "nama" in table else "nama_tim"
    return table.sort_values(
        [share, name], ascending=[False, True], na_position="last", key=tables.natural_order
    )


def person_load(result: Result, lang: str) -> Component:
    people = _highest_first(tables.person_load(result), "persen")
    limit = float(result.ruleset.policy("P01").value)
    drawn = figures.person_load(people, limit, lang, tables.source_line(result, lang))
    return picture(drawn, people, lang, "beban-orang")


def team_load(result: Result, lang: str) -> Component:
    teams = _highest_first(tables.team_load(result), "eu_persen")
    drawn = figures.team_load(teams, tables.target_percent(result), lang, tables.source_line(result, lang))
    return picture(drawn, teams, lang, "beban-tim")


def before_after(result: Result, lang: str) -> Component:
    spread = tables.load_before_after(result)
    if not len(spread):
        return empty(translate("Susunan berjalan tidak memuat jam, jadi tidak ada beban sebelumnya.", lang))
    estimated = result.baseline is not None and result.baseline.estimated
    drawn = figures.before_after(spread, lang, tables.source_line(result, lang), estimated)
    return picture(drawn, spread, lang, "sebelum-sesudah")


def person_team_hours(result: Result, lang: str) -> Component:
    hours = tables.person_team_hours(result, lang)
    drawn = figures.person_team_hours(hours, lang, tables.source_line(result, lang))
    return picture(drawn, hours, lang, "orang-tim")
