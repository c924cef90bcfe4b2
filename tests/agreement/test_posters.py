"""Every row the model posts for a clause is needed: taken out, or wider by one on either side, a plan that the audit
finds broken is accepted, or one that it lets pass is not.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType

import pytest

from agreement.every_plan import Acceptance, Tiny
from agreement.row_mutants import Mutant, mutants
from agreement.test_agreement import SCENARIOS, refused
from alokasi_models.cpsat import POSTS, Freedom, best_master, build, instance, posts
from alokasi_models.ledger import ledger
from alokasi_models.plan import Plan

MODULES: tuple[ModuleType, ...] = (posts, best_master)
ALIKE = {"best_master:all for t!=slot.id": "who leads this team beside another ketua breaks K090"}


@cache
def judged(rule: str) -> tuple[Tiny, tuple[tuple[Plan, frozenset[str]], ...]]:
    """A scenario, and each of its plans with the clauses for which the model must refuse it."""
    tiny = SCENARIOS[rule]()
    return tiny, tuple((plan, frozenset(refused(tiny, plan))) for plan in tiny.plans())


def scenarios_of(mutant: Mutant) -> list[str]:
    rules = [
        rule
        for rule, poster in POSTS.items()
        if poster.__name__ == mutant.function or poster.__module__ == mutant.module.__name__ != posts.__name__
    ]
    return [s for s in SCENARIOS if s.split()[0] in rules]


def seen(rule: str) -> bool:
    """Whether a plan is judged otherwise, or a model cannot be built: the whole, or the one with nothing open around
    a plan, which lacks most choices.
    """
    tiny, plans = judged(rule)
    standing = next(plan for plan, bad in plans if not bad)
    try:
        build(instance(tiny.problem, tiny.ruleset), Freedom(standing=ledger(standing), teams=frozenset()))
        accepts = Acceptance(tiny)
    except LookupError:
        return True
    return any(accepts.of(plan) == bool(bad) for plan, bad in plans)


@pytest.mark.parametrize("mutant", [m for module in MODULES for m in mutants(module, ALIKE)], ids=str)
def test_a_row_taken_out_or_made_wider_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = scenarios_of(mutant)
    assert rules
    rules.sort(key=lambda rule: len(judged(rule)[1]))  # the quickest first
    mutant.put(monkeypatch)
    assert any(seen(rule) for rule in rules)
