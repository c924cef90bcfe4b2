"""Which team slots the solver has to design."""

from __future__ import annotations

from dataclasses import replace

from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from builders import LEAD, current, package, people, problem


def test_a_team_that_was_designed_before_and_is_in_force_now_has_one_slot():
    made = problem(people("a", "b"), [package("w")])
    codes = [slot.id for slot in instance(made, ruleset(made)).slots]
    again = replace(made, current=(current("a", codes[0], LEAD, seat="h"), current("b", codes[0], seat="h")))
    assert [slot.id for slot in instance(again, ruleset(again)).slots] == codes
    assert len(set(codes)) == len(codes)
