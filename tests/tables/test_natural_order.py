"""Teams and people stand in the order in which they are read: Tim 2 before Tim 10."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from alokasi import tables
from alokasi.report.teams import cards
from alokasi.results import Result, evaluate
from alokasi_models.packs import ruleset
from alokasi_models.problem import SeatRole
from builders import current, formed, package, person, plan, problem, seat, work

IDS = [f"t{n}" for n in range(1, 12)]


def eleven_teams() -> Result:
    """Eleven teams of two, one package each, everybody alike."""
    people = [id for n in range(1, 12) for id in (f"k{n}", f"m{n}")]
    made = problem(
        [person(id, name=f"Orang {id}") for id in people],
        [package(f"w{n}", 600) for n in range(1, 12)],
        current=tuple(current(f"m{n}", f"t{n}", seat="h") for n in range(1, 12)),
    )
    arranged = plan(
        [formed(id) for id in sorted(IDS)],
        [
            one
            for n in range(1, 12)
            for one in (seat(f"t{n}", f"k{n}", SeatRole.LEAD, 300, 100), seat(f"t{n}", f"m{n}", hours=200))
        ],
        [
            part
            for n in range(1, 12)
            for part in (work(f"w{n}", f"t{n}", f"k{n}", 300), work(f"w{n}", f"t{n}", f"m{n}", 200))
        ],
    )
    return evaluate(made, ruleset(made), arranged, on=date(2026, 11, 2))


RESULT = eleven_teams()


def once(values: pd.Series[str]) -> list[str]:
    return list(dict.fromkeys(values))


@pytest.mark.parametrize("table", [tables.seats, tables.team_load, tables.division])
def test_teams_stand_by_number(table):
    assert once(table(RESULT)["kode_tim"]) == IDS


def test_people_and_work_stand_by_number():
    people = [f"k{n}" for n in range(1, 12)] + [f"m{n}" for n in range(1, 12)]
    assert list(tables.person_load(RESULT)["id_pegawai"]) == people
    assert once(tables.person_team_hours(RESULT)["id_pegawai"]) == people
    assert once(tables.moves(RESULT)["kode_tim"]) == IDS
    assert list(tables.unmet_work(RESULT)["kode_tugas"]) == [f"w{n}" for n in range(1, 12)]


def test_a_table_is_sorted_by_the_same_order():
    shuffled = tables.team_load(RESULT).sample(frac=1, random_state=1)
    ordered = shuffled.sort_values(["eu_persen", "nama_tim"], key=tables.natural_order)
    assert list(ordered["kode_tim"]) == IDS


def test_the_report_tells_of_teams_in_the_same_order():
    assert [card.name for card in cards(RESULT, "id")] == [f"Tim {id}" for id in IDS]
