"""Neighbourhoods searched beside each other, joined, and how large they may be."""

from __future__ import annotations

from threading import Event

from alokasi.examples import generate
from alokasi.rules import audit
from alokasi.solve.engine import Effort, Task, search
from alokasi.solve.limits import Clock
from alokasi.solve.merge import apart, joined
from alokasi.solve.neighbourhoods import Neighbourhoods
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Freedom, build, instance
from alokasi_models.ledger import ledger
from alokasi_models.packs import ruleset
from alokasi_models.score import score


def test_two_neighbourhoods_of_a_round_share_nobody_and_join_into_a_lawful_plan() -> None:
    p = generate(60, 0, True)
    rules = ruleset(p)
    inst, clock = instance(p, rules), Clock(60.0, Event())
    parent = first_plan(inst, clock, 0, None).plan
    assert parent is not None
    around, standing = Neighbourhoods(inst, 0), ledger(parent)
    around.draw(standing)
    one, other = around.draw(standing)
    assert apart(one, other)
    found = []
    for freedom in (one, other):
        built = build(inst, freedom)
        answer = search(Task(built, built.term("kecocokan"), Effort(0.3)), clock)
        assert answer.plan is not None
        found.append((freedom, answer.plan))
    both = joined(inst, parent, *found)
    assert audit(p, both, rules).broken == ()
    saved = [score(p, parent, rules)["kecocokan"] - score(p, plan, rules)["kecocokan"] for _, plan in found]
    assert abs(score(p, parent, rules)["kecocokan"] - score(p, both, rules)["kecocokan"] - sum(saved)) <= 1


def test_the_largest_part_within_a_size_is_everything_or_some_teams() -> None:
    p = generate(60, 0, True)
    inst = instance(p, ruleset(p))
    plan = first_plan(inst, Clock(60.0, Event()), 0, None).plan
    assert plan is not None
    around, standing = Neighbourhoods(inst, 0), ledger(plan)
    assert around.largest(standing, 10**6) == Freedom()
    some = around.largest(standing, 1500)
    assert some is not None
    assert some.teams is not None
    assert 2 < len(some.teams) < len(plan.teams)
    assert around.largest(standing, 10) is None
