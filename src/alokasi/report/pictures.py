"""The figures of the report and what stands in for them where no script runs."""

from __future__ import annotations

import json
from dataclasses import dataclass

from alokasi import figures, tables
from alokasi.results import Result


@dataclass(frozen=True, slots=True)
class Picture:
    height: int  # px
    words: str


def draw(result: Result, lang: str) -> dict[str, figures.Figure]:
    """Figures by the place they take on the page."""
    if result.plan is None:
        return {}
    source = tables.source_line(result, lang)
    limit = float(result.ruleset.policy("P01").value)
    drawn = {
        "beban-orang": figures.person_load(tables.person_load(result), limit, lang, source),
        "beban-tim": figures.team_load(tables.team_load(result), tables.target_percent(result), lang, source),
        "jam-orang-tim": figures.person_team_hours(tables.person_team_hours(result, lang), lang, source),
        "kompetensi-tim": figures.competence_supply(tables.competence_supply(result), lang, source),
    }
    if result.baseline is not None:
        before = tables.load_before_after(result)
        drawn["sebelum-sesudah"] = figures.before_after(before, lang, source, result.baseline.estimated)
    course = tables.history(result, lang)
    if not course.empty:
        drawn["pencarian"] = figures.convergence(course, lang, source)
    return drawn


def pictures(drawn: dict[str, figures.Figure]) -> dict[str, Picture]:
    return {place: Picture(int(fig.layout.height), figures.alternative(fig)) for place, fig in drawn.items()}


def data(drawn: dict[str, figures.Figure], lang: str) -> str:
    """All figures and Plotly's configuration as JSON that may stand in a script element."""
    config = json.dumps(figures.config(lang), ensure_ascii=False).replace("<", "\\u003c")
    parts = ",".join(f"{json.dumps(place)}:{figures.figure_json(fig)}" for place, fig in drawn.items())
    return f'{{"figures":{{{parts}}},"config":{config}}}'
