"""Figures of the weighed factors, worked out by hand. A year has 1,000 effective hours."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from lawful import ON

from alokasi.rules import Verdict, VerdictStatus, audit
from alokasi.texts import wording
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Category, Level, NeedKind, Problem
from builders import (
    LEAD,
    competences,
    formed,
    need,
    package,
    pelaksana,
    people,
    person,
    plan,
    problem,
    seat,
    unit,
    work,
)

T = (formed("t"), formed("s"))
SEATS = (seat("t", "a", LEAD), seat("t", "b"), seat("s", "c", LEAD), seat("s", "d"))
HOURS = (
    work("w", "t", "a", 400),
    work("w", "t", "b", 500),
    work("v", "s", "c", 300),
    work("v", "s", "d", 300),
)
PLAN = plan(T, SEATS, HOURS)
STAFF = people("a", "b", "c", "d")
WORK = (package("w", 1000), package("v", 600))


def verdict(rule: str, of: Problem, by: Plan = PLAN) -> Verdict:
    return audit(of, by, ruleset(of), ON).verdict(rule)


def said(rule: str, of: Problem, by: Plan = PLAN) -> str:
    found = verdict(rule, of, by)
    assert found.status is VerdictStatus.WEIGHED
    return wording(found.evidence)


def test_work_of_first_priority_is_shown_apart():
    packages = (package("w", 1000, priority=1), package("v", 600, priority=3))
    assert said("K073", problem(STAFF, packages)) == (
        "Prioritas 1: terisi 90,0 % dari 1.000 jam; seluruh prioritas: 93,8 % dari 1.600 jam."
    )


def test_more_than_the_demand_fills_nothing():
    assert said("K062", problem(STAFF, (package("w", 100), package("v", 600)))).startswith(
        "100,0 % dari 700 jam"
    )


def test_demand_is_set_against_the_staff():
    assert said("K074", problem(STAFF, WORK)) == (
        "Beban 1.600 jam = 1,6 orang dengan 1.000 jam efektif; pegawai 4 orang, EU unit 40,0 %."
    )


def test_a_package_without_volume_leaves_the_workload_open():
    found = verdict("K074", problem(STAFF, (*WORK, package("nol", 0))))
    assert found.status is VerdictStatus.DECISION
    assert found.findings[0].ids == ("nol",)


def test_load_between_teams_is_demand_over_the_time_members_give_it():
    # t: 1,000 h / (1,000 h of a + 1,000 h of b); s: 600 h / 2,000 h
    assert said("K076", problem(STAFF, WORK)) == (
        "EU tim tertinggi 50,0 % (Tim t (t)), terendah 30,0 % (Tim s (s)), simpangan baku 10,0 poin pada 2 dari 2 tim."
    )


def test_a_member_of_two_teams_counts_to_each_by_hours():
    shared = replace(
        PLAN,
        seats=(*SEATS, seat("s", "b")),
        work=(*HOURS, work("v", "s", "b", 500)),
    )
    # t: 1,000 / (1,000 + 500); s: 600 / (1,000 + 1,000 + 500)
    assert said("K076", problem(STAFF, WORK), shared).startswith(
        "EU tim tertinggi 66,7 % (Tim t (t)), terendah 24,0 %"
    )


def test_expert_work_on_a_pelaksana_is_counted_in_hours():
    staff = (*people("a", "c", "d"), pelaksana("b"))
    packages = (package("w", 1000, category=Category.EXPERT), package("v", 600, category=Category.PELAKSANA))
    assert said("K002", problem(staff, packages)) == (
        "500 jam dari 900 jam kerja untuk Jabatan Fungsional dikerjakan 1 Pelaksana."
    )


def test_hours_by_the_position_the_analysis_names():
    packages = (package("w", 1000, position="Perencana Ahli Muda"), package("v", 600))
    staff = (*people("a", "c", "d"), person("b", level=Level.PERTAMA))
    assert said("K065", problem(staff, packages)) == (
        "44,4 % dari 900 jam kerja dikerjakan pemangku jabatan yang disebut ABK; 1 dari 2 paket menyebutnya."
    )


def test_teams_of_one_rumpun_and_hours_of_people_of_it():
    staff = (*people("a", "b", themes=("Uji",)), *people("c", "d", themes=("data",)))
    packages = (package("w", 1000, theme="uji"), package("v", 600, theme="uji"))
    assert said("K064", problem(staff, packages)) == (
        "2 dari 2 tim memegang satu rumpun; 60,0 % dari 1.500 jam dikerjakan pegawai serumpun."
    )


def test_alternatives_serve_one_need_and_gaps_are_named():
    staff = (person("a", skills=(("kal", 3),)), *people("b", "c", "d"))
    needs = (need("w", "uji", group="g"), need("w", "kal", group="g"), need("v", "sni", headcount=2))
    of = problem(staff, WORK, needs=needs, competences=competences("uji", "kal", "sni"))
    assert said("K077a", of) == "1 dari 3 kebutuhan kompetensi wajib dipegang anggota tim atau pelaksananya."
    gap = verdict("K077a", of).findings[0]
    assert (gap.ids, gap.found, gap.limit) == (("s", "sni"), 0, 2)


def test_a_preferred_competence_is_no_required_one():
    of = problem(
        (person("a", skills=(("kal", 3),)), *people("b", "c", "d")),
        WORK,
        needs=(need("w", "kal", kind=NeedKind.PREFERRED),),
        competences=competences("kal"),
    )
    assert said("K077a", of).startswith("0 dari 0")
    assert (
        said("K095", of)
        == "1 dari 2 anggota tim menguasai sedikitnya satu kompetensi yang dibutuhkan timnya."
    )


def test_career_counts_only_those_who_stated_it():
    staff = (person("a", career="Rumpun"), person("b", career="hukum"), *people("c", "d"))
    of = problem(staff, WORK)
    assert said("K096", of) == (
        "1 dari 2 pegawai yang arah kariernya tercatat mengerjakan tugas searah; 2 pegawai belum tercatat."
    )
    assert [finding.ids for finding in verdict("K096", of).findings] == [("b",)]


@pytest.mark.parametrize(("ceiling", "words"), [(300, "dari pagu Rp300"), (299, "melebihi pagu Rp299")])
def test_budget_against_the_ceiling(ceiling: int, words: str):
    packages = (package("w", 1000, budget=Decimal(300)), package("v", 600))
    of = problem(STAFF, packages, units=(unit(budget_ceiling=Decimal(ceiling)),))
    assert words in said("K078", of)


def test_a_team_of_exactly_one_officials_staff_copies_the_structure():
    staff = (*people("a", "b"), *people("c", "d", superior="p"))
    found = verdict("K068", problem(staff, WORK))
    assert wording(found.evidence).startswith("1 dari 2 tim")
    assert found.findings[0].ids == ("s", "p")


def test_kinds_of_positions_in_teams():
    staff = (*people("a", "c", "d"), pelaksana("b"))
    assert said("K075", problem(staff, WORK)) == (
        "1 dari 2 tim bercampur jenis jabatan; keanggotaan: 3 JF Keahlian, 0 JF Keterampilan, 1 Pelaksana."
    )


def better(**values: Any) -> tuple[VerdictStatus, list[tuple[str, ...]]]:
    """Whether "b" masters more than the ketua "a", who has theme x and nothing else."""
    staff = (person("a", themes=("x",)), person("b", **values), *people("c", "d", themes=("x",)))
    found = verdict("K092", problem(staff, (package("w", 1000, theme="x"), package("v", 600, theme="x"))))
    return found.status, [finding.ids for finding in found.findings]


def test_a_member_of_higher_level_and_the_same_field_masters_more():
    assert better(themes=("x",), level=Level.MADYA) == (VerdictStatus.WEIGHED, [("t", "a", "b")])


def test_a_member_who_is_worse_in_anything_does_not_master_more():
    assert better(themes=("y",), level=Level.MADYA) == (VerdictStatus.WEIGHED, [])


def test_a_member_who_may_not_lead_does_not_master_more():
    assert better(themes=("x",), category=Category.SKILL, level=Level.PENYELIA) == (VerdictStatus.WEIGHED, [])
