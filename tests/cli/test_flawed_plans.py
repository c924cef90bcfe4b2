"""A decree in force and a plan in a workbook, however flawed: read, judged, compared, improved; findings, no errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import units
from command_line import CommandLine, Run

from alokasi import workflow
from alokasi.results import evaluate
from alokasi.workbook import read, write_template
from alokasi_models.decree import decree_plan
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import Coordinator, CurrentSeat, Problem, SeatRole, TeamClass

ON = ("--date", "02/11/2026")
LEAD, MEMBER, ADVISER = SeatRole.LEAD, SeatRole.MEMBER, SeatRole.ADVISER
GHOSTS = ("SUDAH-PENSIUN", "PINDAH-01")
TEAMS = tuple(f"LAMA{n:02}" for n in range(1, 13))  # two more than the head may have (K083)


def flawed_decree(problem: Problem) -> tuple[CurrentSeat, ...]:
    """Twelve teams under the head; one person leads two, one sits in three, one who left leads; posts that are gone."""
    people = [e.id for e in problem.employees if e.unit == units.UNIT]
    pelaksana = next(e.id for e in problem.employees if e.category == "Pelaksana")
    seats = [
        CurrentSeat(people[n % len(people)], team, LEAD, f"Tim {team}", units.HEAD)
        for n, team in enumerate(TEAMS)
    ]
    seats[1] = replace(seats[1], employee=people[0])
    seats[2] = replace(seats[2], employee=GHOSTS[0])
    seats[3] = replace(seats[3], employee=pelaksana)
    seats += [
        CurrentSeat(people[5], team, MEMBER, f"Tim {team}", units.HEAD, minutes=6000) for team in TEAMS[6:9]
    ]
    seats += [CurrentSeat(GHOSTS[1], TEAMS[0], MEMBER, "", units.HEAD)]
    seats += [CurrentSeat(people[7], "SUBDIT-LAMA", LEAD, "Tim Subdit", "KASUBDIT", Coordinator.LEAD)]
    seats += [CurrentSeat(people[8], "SUBDIT-LAMA", MEMBER, "Tim Subdit", "", kind=TeamClass.CROSS_UNIT)]
    seats += [CurrentSeat(people[9], TEAMS[4], ADVISER, "", units.HEAD, minutes=600)]
    return tuple(seats)


def with_flawed_decree() -> Problem:
    made = units.lawful()
    packages = tuple(
        replace(p, current_team=[*TEAMS, "TIM-HILANG"][n % 13]) for n, p in enumerate(made.packages)
    )
    return replace(made, packages=packages, current=flawed_decree(made))


def flawed_plan(problem: Problem) -> Plan:
    """The same flaws as a plan, with work for people and of packages that are not there."""
    decree = decree_plan(replace(problem, current=flawed_decree(problem)))
    assert decree is not None
    packages = [p.id for p in problem.packages]
    people = [e.id for e in problem.employees if e.unit == units.UNIT]
    work = [Work(package, TEAMS[n % 12], people[n % 6], 3000) for n, package in enumerate(packages[:-2])]
    work += [Work(packages[0], TEAMS[0], GHOSTS[1], 600), Work("TUGAS-LAMA", TEAMS[1], people[1], 900)]
    work += [Work(packages[1], "TIM-HILANG", people[2], 500), Work(packages[2], "", GHOSTS[0], 400)]
    teams = (*decree.teams, FormedTeam("TANPA-ORANG", "Tim Kosong", units.UNIT, units.HEAD))
    seats = (*(replace(seat, minutes=0) for seat in decree.seats), Seat("TIM-LAIN", people[3], MEMBER, 60))
    return Plan(teams, seats, tuple(work), origin=Origin.HAND)


@pytest.fixture(scope="module")
def decree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keputusan") / "unit.xlsx"
    write_template(path, with_flawed_decree())
    return path


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A result workbook whose plan was spoilt by hand; the flawed decree is in it too."""
    path = tmp_path_factory.mktemp("susunan") / "usulan.xlsx"
    problem = with_flawed_decree()
    workflow.save(evaluate(problem, workflow.rules_for(problem), flawed_plan(problem)), path)
    return path


Files = Callable[[str], Path]


@pytest.fixture
def file(decree: Path, by_hand: Path) -> Files:
    return {"decree": decree, "plan": by_hand}.__getitem__


BOTH = pytest.mark.parametrize("kind", ["decree", "plan"])


@BOTH
def test_a_flawed_plan_is_no_error_of_the_data(alokasi: CommandLine, file: Files, kind: str):
    ran = alokasi("check", file(kind))
    assert ran.code == 0, ran.out
    assert not any(line.startswith("galat") for line in ran.out.splitlines())
    assert "siap disusun" in ran.err


@BOTH
def test_what_it_names_that_is_gone_is_read_back(file: Files, kind: str):
    reading = read(file(kind))
    assert reading.problem is not None
    assert set(GHOSTS) <= {seat.employee for seat in reading.problem.current}
    assert reading.problem.current == with_flawed_decree().current
    if kind == "plan":
        assert reading.plan is not None
        assert set(GHOSTS) <= {seat.employee for seat in reading.plan.seats}
        assert "TUGAS-LAMA" in {work.package for work in reading.plan.work}


BROKEN = {
    "K083": TEAMS[0],  # more teams than the head may have
    "K091": "",  # a lead who is no JF keahlian
    "K101": "",  # one lead, two teams
    "K103": "",  # three teams of one unit
    "K029": "KASUBDIT",  # a place that no longer exists
}


@BOTH
@pytest.mark.parametrize("code", BROKEN)
def test_each_broken_clause_is_a_finding(alokasi: CommandLine, file: Files, kind: str, code: str):
    ran = alokasi("audit", file(kind), "--json", *ON)
    assert ran.code == 5
    rows = {row["kode"]: row for row in json.loads(ran.out)["uji_pasal"]}
    assert rows[code]["status"] == "tidak terpenuhi", rows[code]
    assert BROKEN[code] in rows[code]["bukti"] + rows[code]["rincian"]


@BOTH
def test_people_who_left_are_named_by_their_ids(alokasi: CommandLine, file: Files, kind: str):
    found = json.loads(alokasi("audit", file(kind), "--json", *ON).out)
    told = " ".join(row["bukti"] + row["rincian"] for row in found["uji_pasal"])
    assert all(ghost in told for ghost in GHOSTS)


def test_the_decree_is_judged_beside_a_plan_where_asked(alokasi: CommandLine, by_hand: Path):
    assert (
        alokasi("audit", by_hand, "--decree", *ON).err.splitlines()[0]
        == "Susunan berjalan, dinilai apa adanya."
    )
    assert "Susunan dari berkas" in alokasi("audit", by_hand, *ON).err.splitlines()[0]


@BOTH
def test_its_report_compares_with_the_decree_and_is_whole(
    alokasi: CommandLine, file: Files, tmp_path: Path, kind: str
):
    ran = alokasi("audit", file(kind), "--report", tmp_path / "uji.html", *ON)
    assert ran.code == 5
    page = (tmp_path / "uji.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert GHOSTS[0] in page


def solved(alokasi: CommandLine, file: Path, out: Path, *more: object) -> Run:
    return alokasi("solve", file, "--out", out, "--time-limit", 2, "--json", *ON, *more)


@BOTH
def test_it_is_improved_into_a_lawful_proposal(alokasi: CommandLine, file: Files, tmp_path: Path, kind: str):
    ran = solved(alokasi, file(kind), tmp_path / "usulan.xlsx")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert not [
        row for row in found["uji_pasal"] if row["status"] == "tidak terpenuhi" and row["kode"][0] == "K"
    ]
    again = read(tmp_path / "usulan.xlsx")
    assert again.plan is not None
    assert not set(GHOSTS) & {seat.employee for seat in again.plan.seats}
    assert again.problem is not None
    assert again.problem.current == with_flawed_decree().current, "the decree stays as it was"


def test_changes_against_a_flawed_decree_are_listed(alokasi: CommandLine, decree: Path, tmp_path: Path):
    solved(alokasi, decree, tmp_path / "usulan.xlsx", "--report", tmp_path / "laporan.html")
    page = (tmp_path / "laporan.html").read_text(encoding="utf-8")
    assert all(ghost in page for ghost in GHOSTS), "who left the teams is named"


def test_a_workbook_with_a_plan_says_where_the_search_begins(
    alokasi: CommandLine, by_hand: Path, tmp_path: Path
):
    ran = alokasi("solve", by_hand, "--out", tmp_path / "usulan.xlsx", "--time-limit", 1, *ON)
    assert "Pencarian berangkat dari lembar Susunan" in ran.err


def test_a_bound_on_moves_counts_from_a_flawed_decree(alokasi: CommandLine, decree: Path, tmp_path: Path):
    ran = solved(alokasi, decree, tmp_path / "usulan.xlsx", "--max-moves", 1)
    assert ran.code in (4, 6), "a decree this flawed cannot be kept but for one person"
    assert json.loads(ran.out)["alasan"] or ran.code == 6
