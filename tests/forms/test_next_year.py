"""Last year's workbook becomes this year's: what is kept, what becomes the decree in force, what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alokasi.errors import UsageError
from alokasi.forms import Renewed, next_year
from alokasi.texts import wording
from alokasi_models.decree import decree_plan
from alokasi_models.plan import Plan
from alokasi_models.problem import Consent, LockKind, Problem, SeatRole
from builders import (
    ADVISER,
    HOUR,
    LEAD,
    competences,
    current,
    formed,
    home_unit,
    loan,
    lock,
    need,
    package,
    people,
    person,
    plan,
    problem,
    seat,
    setting,
    team,
    unit,
    work,
)

OLD = problem(
    (
        *people("a", "b", "c"),
        person("gone", leaves=date(2027, 10, 31)),
        person("leaving", leaves=date(2028, 3, 31)),
        person("came", starts=date(2027, 5, 1)),
        person("coming", starts=date(2028, 7, 1)),
        person("half", availability=Decimal(50), skills=(("K1", 3),)),
        person("guest", unit="x"),
    ),
    (package("w", 100, team="t1"), package("v", 50, current_team="lama")),
    (team("t1"),),
    units=(unit(), home_unit("x")),
    competences=competences("K1"),
    needs=(need("w", "K1"),),
    loans=(loan("guest"), loan("gone", "luar")),
    locks=(
        lock(LockKind.APART, "a", other="b"),
        lock(LockKind.APART, "a", other="gone"),
        lock(LockKind.MEMBER, "a", "t1"),
    ),
    current=(current("a", "lama", LEAD),),
    settings=(setting("P01", "110"),),
)
PLAN = plan(
    (formed("t1", name="Tim Baru"), formed("kosong")),
    (seat("t1", "a", LEAD, 60, duty=100), seat("t1", "gone", hours=40), seat("t1", "b", ADVISER, 20)),
    (work("w", "t1", "a", 60), work("w", "t1", "gone", 40), work("v", "", "c", 50)),
)


def renewed(of: Problem = OLD, made: Plan | None = PLAN, year: int = 2028) -> Renewed:
    return next_year(of, made, year)


def sentences(of: Renewed) -> str:
    return "\n".join(f"{wording(n.issue.rule)} {wording(n.issue.action)}" for n in of.notes)


def test_people_competences_and_work_are_kept_in_the_new_year():
    new = renewed().problem
    assert {u.year for u in new.units} == {2028}
    assert [e.id for e in new.employees] == [e.id for e in OLD.employees if e.id != "gone"]
    assert (new.competences, new.needs, new.settings) == (OLD.competences, OLD.needs, OLD.settings)
    assert [(p.id, p.minutes) for p in new.packages] == [(p.id, p.minutes) for p in OLD.packages]
    assert next(e for e in new.employees if e.id == "half").skills == (("K1", 3),)


def test_the_plan_becomes_the_decree_in_force_with_its_hours():
    new = renewed().problem
    assert [(s.employee, s.team, s.role, s.minutes) for s in new.current] == [
        ("a", "t1", SeatRole.LEAD, 60 * HOUR),
        ("gone", "t1", SeatRole.MEMBER, 40 * HOUR),
        ("b", "t1", SeatRole.ADVISER, 20 * HOUR),
    ]
    assert {s.team_name for s in new.current} == {"Tim Baru"}
    assert {p.id: p.current_team for p in new.packages} == {"w": "t1", "v": ""}
    decree = decree_plan(new)
    assert decree is not None
    assert {(s.employee, s.minutes) for s in decree.seats if s.role is not ADVISER} == {
        ("a", 60 * HOUR),
        ("gone", 40 * HOUR),
    }


def test_without_a_plan_the_decree_in_force_stays():
    new = renewed(made=None)
    assert new.problem.current == OLD.current
    assert {p.id: p.current_team for p in new.problem.packages} == {"w": "", "v": "lama"}
    assert "tidak memuat usulan; Susunan Berjalan dipertahankan" in sentences(new)


def test_who_has_left_is_left_out_and_told_and_who_will_leave_is_told():
    told = sentences(renewed())
    assert "gone berhenti 31 Oktober 2027 dan tidak dibawa" in told
    assert "leaving berhenti 31 Maret 2028, dalam tahun baru" in told


def test_dates_and_shares_of_last_year_are_looked_through():
    new = renewed()
    dates = {e.id: e.starts for e in new.problem.employees}
    assert (dates["came"], dates["coming"]) == (None, date(2028, 7, 1))
    assert "Tanggal mulai tahun lalu dikosongkan: came." in sentences(new)
    assert "Ketersediaan dalam persen dipertahankan: half." in sentences(new)


def test_teams_are_proposed_anew_and_consents_asked_for_again():
    new = renewed()
    assert new.problem.teams == ()
    (asked,) = new.problem.loans
    assert (asked.employee, asked.superior_consent, asked.head_consent) == (
        "guest",
        Consent.PENDING,
        Consent.PENDING,
    )
    assert "1 baris lembar Tim tidak dibawa" in sentences(new)
    assert "persetujuannya untuk tahun lalu dan kini menunggu" in sentences(new)
    assert "Tim tanpa anggota tidak dibawa: kosong." in sentences(new)


def test_wishes_between_people_last_and_those_about_teams_do_not():
    new = renewed()
    assert new.problem.locks == OLD.locks[:1]
    assert "2 baris Ketentuan" in sentences(new)


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_new_year_must_be_later(year: int):
    with pytest.raises(UsageError, match="tidak sesudah tahun buku kerja itu"):
        renewed(year=year)


def test_nothing_is_told_of_what_is_not_there():
    bare = problem(people("a"), (package("w"),))
    told = sentences(next_year(bare, None, 2028))
    for word in ("Tim tanpa", "Pelibatan", "Ketentuan", "Setelan", "berhenti", "indikator"):
        assert word not in told


def test_the_old_workbook_is_not_touched():
    before = replace(OLD)
    renewed()
    assert before == OLD
