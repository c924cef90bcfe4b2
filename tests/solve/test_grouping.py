"""The first grouping of free packages, where teams are possible and where they are not."""

from __future__ import annotations

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.grouping import first_owners
from alokasi.solve.start import dealt
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.plan import Status
from alokasi_models.problem import WorkForm
from builders import package, pelaksana, people, problem

ALONE = ""


def test_free_work_starts_as_individual_work_where_nobody_may_lead_a_team() -> None:
    p = problem([pelaksana("a"), pelaksana("b")], [package("w", 800, form=WorkForm.FREE)])
    assert first_owners(instance(p, ruleset(p))) == {"w": ALONE}


def test_a_unit_without_anybody_to_lead_is_planned_with_large_individual_work() -> None:
    p = problem([pelaksana("a"), pelaksana("b")], [package("w", 800, form=WorkForm.FREE)])
    outcome = solve(p, ruleset(p), Limits(seconds=5))
    assert outcome.status in (Status.OPTIMAL, Status.FEASIBLE)
    assert outcome.plan is not None
    assert audit(p, outcome.plan, ruleset(p)).broken == ()


def test_packages_of_one_theme_start_in_one_team() -> None:
    staff = people(*(f"p{n:02}" for n in range(12)))
    work = [package(f"{theme}{n}", 1500, theme=theme) for theme in ("uji", "data") for n in range(4)]
    p = problem(staff, work)
    owners = first_owners(instance(p, ruleset(p)))
    assert len({owners[f"uji{n}"] for n in range(4)}) == 1
    assert len({owners[f"data{n}"] for n in range(4)}) == 1
    assert owners["uji0"] != owners["data0"]


def test_work_that_groups_in_one_way_only_is_dealt_out_once() -> None:
    one = problem(people("a", "b", "c"), [package("w1", 1000), package("w2", 1000)])
    staff = people(*(f"p{n:02}" for n in range(12)))
    two = problem(staff, [package(theme, 6000, theme=theme) for theme in ("uji", "data")])
    assert [len(list(dealt(instance(p, ruleset(p))))) for p in (one, two)] == [1, 2]
