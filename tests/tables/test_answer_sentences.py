"""Every sentence of a what-if's answer is recomputed here from the plans, and every output tells what is assumed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from alokasi import tables
from alokasi.answers import Answer
from alokasi.changes import ChangesRefused, read_texts
from alokasi.examples import example
from alokasi.report import render
from alokasi.results import Result, evaluate, standing
from alokasi.solve import Limits, solve
from alokasi.texts import hours, percent
from alokasi.workflow import judge, load, opened, save, what_if
from alokasi_models.measures import person_loads
from alokasi_models.packs import ruleset
from alokasi_models.problem import SeatRole
from builders import package, people, problem, team

UNIT = example("2")


@cache
def base() -> Result:
    rules = ruleset(UNIT)
    outcome = solve(UNIT, rules, Limits(seconds=30, work=0.5))
    return evaluate(UNIT, rules, outcome.plan, outcome)


@cache
def answered(*lines: str) -> Answer:
    return list(what_if(base(), read_texts(lines), Limits(4.0)))[-1]


def seat_of(role: SeatRole) -> tuple[str, str]:
    plan = base().plan
    assert plan is not None
    return next((seat.employee, seat.team) for seat in plan.seats if seat.role is role)


def sentences(*lines: str) -> tuple[str, ...]:
    return tables.answer_sentences(answered(*lines))


def name(id: str) -> str:
    return UNIT.employee(id).name


def team_name(team: str) -> str:
    plan = base().plan
    assert plan is not None
    return next(formed.name for formed in plan.teams if formed.id == team)


def test_who_leaves_is_told_with_the_team_and_that_fewer_cannot_be():
    person, team = seat_of(SeatRole.MEMBER)
    plan = base().plan
    assert plan is not None
    seats = len([seat for seat in plan.seats if seat.employee == person])
    said = sentences(f"orang-pergi {person}")
    assert said[0] == (
        f"{seats} kursi berubah pada 1 orang; lebih sedikit tidak mungkin tanpa mengurangi kerja atau kompetensi."
    )
    assert said[1] == f"Keluar: {name(person)} ({team_name(team)})."


def test_a_new_lead_is_told_with_both_roles():
    person, team = seat_of(SeatRole.LEAD)
    answer = answered(f"orang-pergi {person}")
    after = answer.result.plan
    assert after is not None
    lead = next(s.employee for s in after.seats if s.team == team and s.role is SeatRole.LEAD)
    was = {s.role for s in answer.expected.seats if (s.employee, s.team) == (lead, team)}
    told = (
        f"Ganti peran: {name(lead)} dari Anggota menjadi Ketua {team_name(team)}."
        if was
        else f"Masuk: {name(lead)} ({team_name(team)})."
    )
    assert told in sentences(f"orang-pergi {person}")


def test_who_works_other_hours_is_counted_and_the_largest_named():
    person, _ = seat_of(SeatRole.MEMBER)
    answer = answered(f"orang-pergi {person}")
    after = answer.result.plan
    before = base().plan
    assert after is not None
    assert before is not None
    was, now = before.by_place(), after.by_place()
    kept = {(s.employee, s.team) for s in before.seats} & {(s.employee, s.team) for s in after.seats}
    roles = {(s.employee, s.team): s.role for s in before.seats}
    same_role = {(s.employee, s.team) for s in after.seats if roles.get((s.employee, s.team)) is s.role}
    moved = {
        place: now[place] - was[place] for place in kept & same_role if abs(now[place] - was[place]) >= 60
    }
    alone = {id for id, team in {*was, *now} if not team}
    moved |= {(id, ""): now[id, ""] - was[id, ""] for id in alone if abs(now[id, ""] - was[id, ""]) >= 60}
    told = [s for s in sentences(f"orang-pergi {person}") if s.startswith("Jam berubah")]
    if not moved:
        assert told == []
        return
    most = max(moved.values(), key=abs)
    assert told[0].startswith(f"Jam berubah pada {len({id for id, _ in moved})} orang")
    assert hours(abs(most)) in told[0]


def test_the_headline_figures_are_those_of_both_plans():
    person, _ = seat_of(SeatRole.MEMBER)
    answer = answered(f"orang-pergi {person}")
    highest = []
    for one in (base(), answer.result):
        assert one.plan is not None
        loads = person_loads(one.problem, one.plan, one.ruleset)
        planned = {unit.id for unit in one.problem.planned}
        highest.append(max(load.share or 0.0 for load in loads if load.unit in planned))
    before, after = (percent(share) for share in highest)
    word = "naik" if highest[1] > highest[0] else "turun"
    told = f"Beban tertinggi seorang {word} dari {before} menjadi {after}."
    assert (told in sentences(f"orang-pergi {person}")) is (before != after)


def test_where_nobody_moves_it_says_so():
    said = sentences("batas P01 125")
    assert said[0] == "Tidak ada kursi yang berubah."
    assert said[-1] == "Angka pokok tidak berubah."


def test_every_output_tells_what_is_assumed(tmp_path: Path):
    person, _ = seat_of(SeatRole.MEMBER)
    line = f"orang-pergi {person}"
    result = answered(line).result
    told = f"Diandaikan: {name(person)} ({person}) tidak ada sepanjang tahun."
    assert standing(result).startswith("Pengandaian dengan 1 perubahan, bukan usulan.")
    assert told in tables.attention(result)
    assert "pengandaian" in tables.source_line(result)
    assert tables.summary_json(result)["pengandaian"][0]["perubahan"] == line
    page = render(result)
    assert "Halaman ini jawaban atas pengandaian, bukan usulan." in page
    assert told.removeprefix("Diandaikan: ") in page
    file = tmp_path / "andai.xlsx"
    save(result, file)
    again = opened(file)
    assert [one.written for one in again.assumed] == [line]
    assert told in tables.attention(again)


def test_a_number_that_is_not_the_regulations_is_marked_on_every_output(tmp_path: Path):
    result = answered("batas K103 3").result
    mark = "Bukan peraturan: K103"
    assert "bukan peraturan" in standing(result)
    assert any(point.startswith(mark) for point in tables.attention(result))
    assert "bukan menurut peraturan" in tables.source_line(result)
    row = tables.clauses(result).set_index("kode").loc["K103"]
    assert row["ketentuan"].startswith("Diandaikan, bukan peraturan: ")
    assert row["bukti"].startswith("Bukan peraturan: batas diandaikan 3 (2)")
    assert tables.summary_json(result)["bukan_peraturan"][0]["kalimat"].startswith(mark)
    page = render(result)
    assert page.count("ukan peraturan") >= 4
    file = tmp_path / "andai.xlsx"
    save(result, file)
    problem, plan, reading = load(file)
    judged = judge(problem, ruleset(problem), plan, assumed=tables.read_assumed(reading.summary))
    assert any(point.startswith(mark) for point in tables.attention(judged))


def test_a_proposal_is_marked_by_nothing():
    page = render(base())
    assert "Bukan peraturan" not in page
    assert "engandaian" not in page
    assert tables.assumed_sentences(base()) == ()


def test_the_plan_is_also_judged_by_the_regulation_as_it_is():
    answer = answered("batas K103 1")
    assert answer.by_law is not None
    assert answer.by_law.broken == ()
    assert (
        "Menurut peraturan yang berlaku pun susunan ini tidak melanggar satu pasal pun."
        in tables.answer_sentences(answer)
    )
    assert answered("batas P01 125").by_law is None


def test_a_plan_that_the_regulation_would_not_allow_says_which_clause():
    """Ten teams under the head, as many as K083 allows, and one of them is split."""
    teams = [f"t{n}" for n in range(10)]
    of = problem(
        people(*(f"p{n}" for n in range(30))),
        [package(f"{kind}{n}", 800, team=team) for n, team in enumerate(teams) for kind in "vw"],
        [team(id) for id in teams],
    )
    rules = ruleset(of)
    outcome = solve(of, rules, Limits(seconds=30, work=0.3))
    ten = evaluate(of, rules, outcome.plan, outcome)
    asked = read_texts(["batas K083 12", "tim-pecah t0 t10 w0"])
    answer = list(what_if(ten, asked, Limits(4.0)))[-1]
    assert answer.result.plan is not None
    assert len(answer.result.plan.teams) == 11
    assert answer.result.audit.broken == ()
    assert answer.by_law is not None
    assert {verdict.rule for verdict in answer.by_law.broken} == {"K083"}
    told = [s for s in tables.answer_sentences(answer) if s.startswith("Menurut peraturan")]
    assert [s.startswith("Menurut peraturan susunan ini tidak memenuhi K083: ") for s in told] == [True]


def test_changes_that_cannot_be_applied_are_refused_before_any_search():
    with pytest.raises(ChangesRefused):
        what_if(base(), read_texts(["orang-pergi X99"]), Limits(4.0))
