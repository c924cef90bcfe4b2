"""One tier after the other: each is searched as closely as matters, and what later ones give back is told."""

from __future__ import annotations

from decimal import Decimal
from threading import Event

import pytest

from alokasi.examples import example
from alokasi.solve import Limits, solve
from alokasi.solve.limits import Clock
from alokasi.solve.search import Progress, Search, Settled
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.norms import Tier
from alokasi_models.packs import ruleset


def on(tier: Tier, value: int) -> Progress:
    p = example("1")
    inst, clock = instance(p, ruleset(p)), Clock(60.0, Event())
    plan = first_plan(inst, clock, 0, None).plan
    assert plan is not None
    return Progress(Search(inst, clock, 0, frozenset(), None, plan, lambda step: None), tier, value)


@pytest.mark.parametrize(
    ("tolerance", "bound", "done"),
    [("0", 9_999, False), ("0", 10_000, True), ("0.02", 9_989, False), ("0.02", 9_990, True)],
)
def test_a_tier_is_searched_to_a_twentieth_of_what_later_ones_may_give_back(
    tolerance: str, bound: int, done: bool
) -> None:
    progress = on(Tier("ketua", {"id": "Ketua"}, (), tolerance=Decimal(tolerance)), 10_000)
    progress.prove(bound, "HiGHS")
    assert progress.done is done


def test_later_tiers_may_give_back_the_tolerance_in_whole_units() -> None:
    assert Settled(Tier("ketua", {"id": "Ketua"}, (), tolerance=Decimal("0.05")), 199, 0.0, "").most == 208
    assert Settled(Tier("jam", {"id": "Jam"}, ()), 199, 0.0, "").most == 199


@pytest.mark.parametrize("work", [0.01, 0.3, 0.5])
def test_tiers_for_which_no_work_is_left_keep_what_they_have(work: float) -> None:
    p = example("2")
    outcome = solve(p, ruleset(p), Limits(seconds=8, work=work))
    assert outcome.plan is not None
    assert [tier.name for tier in outcome.tiers] == [tier.name for tier in ruleset(p).profile.tiers]
