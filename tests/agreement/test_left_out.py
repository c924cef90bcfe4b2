"""A clause or policy limit left out lets in exactly what breaks it alone, and tells whether it is broken; each row that
tells so is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib import import_module

import pytest
from ortools.sat.python import cp_model

from agreement.every_plan import fixed
from agreement.row_mutants import Mutant, mutants
from agreement.scenes import hours_lent, the_maximum_load
from agreement.sketches import Scene, wrong
from agreement.sketches import fixed as fixed_to
from agreement.test_agreement import SCENARIOS
from agreement.test_posters import judged
from alokasi_models.cpsat import POSTS, Built, Instance, instance
from alokasi_models.cpsat import left_out as leave_out
from alokasi_models.cpsat.posts import seats_for_teams
from alokasi_models.packs import pack, ruleset
from alokasi_models.plan import Plan
from builders import setting

CLAUSES = sorted({name.split()[0] for name in SCENARIOS} - {"K134"})  # it says what does not count
LARGE = "K092"  # hundreds of plans: its scenario of one team is enough
ALIKE = {
    "_let_in:low of choice": "a switch is never below 0",
}
SCENES: Mapping[str, tuple[Callable[[], Scene], ...]] = {
    "P01": (the_maximum_load,),
    "P03": (the_maximum_load, hours_lent),
}


def told(
    inst: Instance, rule: str, models: Callable[[Built], list[cp_model.CpModel | None]]
) -> list[bool | None]:
    """Of each model fixed to decisions: whether the rule is told to be broken; None where it is refused. Empty where
    there is nothing of the rule to leave out.
    """
    left = leave_out(inst, rule)
    if left is None:
        return []
    left.built.model.minimize(sum(left.broken.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    found: list[bool | None] = []
    for model in models(left.built):
        status = "INFEASIBLE" if model is None else solver.status_name(solver.solve(model))
        found.append(any(solver.value(s) for s in left.broken.values()) if status == "OPTIMAL" else None)
    return found


def of_clause(rule: str) -> bool:
    """Whether plans are told broken that break the clause alone, as far as they are let in: a ketua beside an
    Administrator never is. Nothing is let in that breaks another one.
    """
    linked, let_in = pack().linked(rule), False
    for name in SCENARIOS:
        if name.split()[0] != rule or name == LARGE:
            continue
        tiny, plans = judged(name)
        inst = instance(tiny.problem, tiny.ruleset)
        if leave_out(inst, rule) is None:
            return POSTS.get(rule) is seats_for_teams  # another clause states the same limit
        for (_, bad), broken in zip(plans, told(inst, rule, partial(all_fixed, plans)), strict=True):
            allowed = {False} if not bad else {True, None} if bad <= linked else {None}
            if broken not in allowed:
                return False
            let_in |= bool(broken)
    return let_in


def all_fixed(plans: Sequence[tuple[Plan, object]], built: Built) -> list[cp_model.CpModel | None]:
    return [fixed(built, plan) for plan, _ in plans]


@cache
def sketched(rule: str, number: int) -> tuple[Scene, tuple[bool | None, ...]]:
    """A scene, and of each sketch whether the limit is broken; None where it breaks something else too."""
    found = SCENES[rule][number]()
    freed = replace(found.problem, settings=(*found.problem.settings, setting("P03", "0")))
    without_duty = replace(found, problem=freed, ruleset=ruleset(freed))
    expected: list[bool | None] = []
    for sketch in found.sketches():
        faults = wrong(found, sketch)
        left = faults - {"P01"} if rule == "P01" else wrong(without_duty, sketch)
        expected.append(None if left else bool(faults))
    return found, tuple(expected)


def of_limit(rule: str) -> bool:
    for number in range(len(SCENES[rule])):
        found, expected = sketched(rule, number)
        if tuple(told(found.inst, rule, partial(all_sketched, found))) != expected:
            return False
    return True


def all_sketched(scene: Scene, built: Built) -> list[cp_model.CpModel | None]:
    return [fixed_to(built, sketch) for sketch in scene.sketches()]


def agrees(rule: str) -> bool:
    return of_limit(rule) if rule in SCENES else of_clause(rule)


@pytest.mark.parametrize("rule", [*CLAUSES, *SCENES])
def test_left_out_it_lets_in_what_breaks_it_alone_and_tells(rule: str) -> None:
    assert agrees(rule)


def test_every_scene_of_a_limit_has_sketches_of_each_kind() -> None:
    for rule, scenes in SCENES.items():
        kinds = {kind for number in range(len(scenes)) for kind in sketched(rule, number)[1]}
        assert {True, False} <= kinds


@pytest.mark.parametrize(
    "mutant", list(mutants(import_module("alokasi_models.cpsat.left_out"), ALIKE)), ids=str
)
def test_a_row_gone_or_not_switched_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant.put(monkeypatch)
    assert not all(agrees(rule) for rule in [*SCENES, *CLAUSES])
