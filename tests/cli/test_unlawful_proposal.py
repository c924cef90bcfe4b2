"""Should a search ever hand over an unlawful plan, the command says so: no proposal passes as lawful unaudited."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import CommandLine

from alokasi.solve import run, tiers
from alokasi.solve.limits import TimeUp
from alokasi.solve.search import Search
from alokasi_models.problem import SeatRole


def without_leads(state: Search, seconds: float, counted: float) -> None:
    """The search ends with a plan in which every ketua is a member only."""
    with suppress(TimeUp):
        tiers.solve_tiers(state, seconds, counted)
    seats = tuple(replace(seat, role=SeatRole.MEMBER) for seat in state.plan.seats)
    state.plan = replace(state.plan, seats=seats)


def test_exit_5_and_the_clause_named(
    alokasi: CommandLine, unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(run, "solve_tiers", without_leads)
    ran = alokasi("solve", unit, "--out", tmp_path / "usulan.xlsx", "--time-limit", 1, "--json")
    assert ran.code == 5
    broken = {row["kode"] for row in json.loads(ran.out)["uji_pasal"] if row["status"] == "tidak terpenuhi"}
    assert "K090" in broken
