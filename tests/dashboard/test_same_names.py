"""Two people called Aniwati: no page, chart, table or finding leaves open which of them is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from plotly.io.json import to_json_plotly

from alokasi import tables
from alokasi.report import render
from alokasi.results import Result, evaluate
from alokasi_dashboards import compare, findings, pictures
from alokasi_dashboards.store import Opened
from sample_result import OUTCOME, PLAN, PROBLEM, RULES

OPEN = re.compile(r"\bAniwati\b(?! \((?:a|b|kepala)\))")


def two_of_one_name() -> Result:
    """Aniwati leads team t1, another Aniwati is its member, and a third is the head of the unit."""
    people = tuple(replace(e, name="Aniwati") if e.id in "ab" else e for e in PROBLEM.employees)
    heads = tuple(replace(official, name="Aniwati") for official in PROBLEM.officials)
    return evaluate(replace(PROBLEM, employees=people, officials=heads), RULES, PLAN, OUTCOME)


@pytest.fixture(scope="module")
def shared() -> Result:
    return two_of_one_name()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_report_says_which(shared: Result, lang: str):
    page = render(shared, lang)
    assert "Aniwati (a)" in page
    assert "Aniwati (b)" in page
    assert OPEN.findall(page) == []


def test_headlines_and_what_needs_action_say_which(shared: Result):
    said = [
        *tables.attention(shared),
        *(part for h in tables.headlines(shared) for part in (h.value, h.note)),
    ]
    assert any("Aniwati (b)" in part for part in said)
    assert [part for part in said if OPEN.search(part)] == []


def test_every_sheet_says_which(shared: Result):
    for name, sheet in tables.result_sheets(shared).items():
        cells = (str(cell) for row in tables.records(sheet) for cell in row.values())
        assert [cell for cell in cells if OPEN.search(cell)] == [], name


@pytest.mark.parametrize("draw", [pictures.person_load, pictures.before_after, pictures.person_team_hours])
def test_charts_and_tables_of_the_dashboard_say_which(shared: Result, draw: Any):
    shown = str(to_json_plotly(draw(shared, "id")))
    assert "Aniwati (a)" in shown
    assert OPEN.findall(shown) == []


def test_a_comparison_says_which(shared: Result):
    moved = replace(shared, plan=replace(PLAN, seats=PLAN.seats[1:]))
    both = (Opened("satu.xlsx", shared), Opened("dua.xlsx", moved))
    assert list(compare.seat_differences(*both, "id")["nama"]) == ["Aniwati (a)"]
    assert OPEN.findall(" ".join(compare.load_table(both)["nama"])) == []
    assert OPEN.findall(findings.of_load(shared, "id")) == []
