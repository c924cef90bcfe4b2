"""At most so many people move, and a settled tier keeps its value: neither more nor less, and every row is needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

import pytest

from agreement.row_mutants import Mutant, mutants
from agreement.scenes import MAYBE, scene, team_of
from agreement.sketches import Scene, Sketch, accepts, plan_of, wrong
from agreement.test_agreement import made, slot
from alokasi_models.norms import Term, Tier
from alokasi_models.packs import Text
from alokasi_models.problem import SeatRole
from alokasi_models.score import score
from builders import LEAD, current, package, people

SETTLED = Tier("tetap", Text("tetap", "held"), (Term("rangkap", 2), Term("perubahan", 3)))
MOST_MOVES, MOST = range(1, 5), range(4, 14)


@cache
def decree() -> tuple[Scene, tuple[Sketch, ...]]:
    """Two teams as they are but for a few seats: somebody joins, leaves, changes role; z of the decree is gone."""
    p = made(
        people(*"abcdef"),
        (package("w", 20, team="t"), package("x", 20, team="s")),
        (slot("t"), slot("s")),
        current=(
            current("a", "t", LEAD),
            current("b", "t"),
            current("c", "s", LEAD),
            current("d", "s"),
            current("z", "s"),
        ),
    )
    choices = team_of("b") | team_of("d", of="s", lead="c", owns="x")
    choices |= {("lead", id, "t"): MAYBE for id in "ab"}
    choices |= {("member", id, "t"): MAYBE for id in "de"} | {("member", id, "s"): MAYBE for id in "bf"}
    found = scene(p, choices)
    return found, tuple(sketch for sketch in found.sketches() if not wrong(found, sketch))


def moved(scene: Scene, sketch: Sketch) -> int:
    """People whose seats are not what they were, those gone among them."""
    before = {(row.employee, row.team, row.role) for row in scene.problem.current}
    leads = set(sketch.on("lead"))
    roles = {True: SeatRole.LEAD, False: SeatRole.MEMBER}
    after = {(id, team, roles[(id, team) in leads]) for id, team in sketch.on("member")}
    return len({id for id, _, _ in before ^ after})


def value(scene: Scene, sketch: Sketch) -> int:
    points = score(scene.problem, plan_of(scene, sketch), scene.ruleset)
    return sum(term.weight * points[term.name] for term in SETTLED.terms)


def taken(scene: Scene, sketches: tuple[Sketch, ...], moves: int | None, most: int | None) -> list[bool]:
    built = scene.build(moves)
    if most is not None:
        built.hold(SETTLED, most)
    return [accepts(built, sketch) for sketch in sketches]


@cache
def judged() -> dict[tuple[int | None, int | None], list[bool]]:
    """Limit of moves, limit of the tier -> which sketches keep it."""
    found, sketches = decree()
    people = [moved(found, sketch) for sketch in sketches]
    costs = [value(found, sketch) for sketch in sketches]
    by_moves = {(most, None): [n <= most for n in people] for most in MOST_MOVES}
    return by_moves | {(None, most): [cost <= most for cost in costs] for most in MOST}


def agrees() -> bool:
    found, sketches = decree()
    return all(taken(found, sketches, *limits) == kept for limits, kept in judged().items())


def test_the_model_takes_what_moves_few_enough_and_costs_little_enough() -> None:
    assert agrees()


def test_the_limits_lie_on_both_sides_of_the_sketches() -> None:
    assert all(any(kept) for kept in judged().values())
    assert not all(judged()[MOST_MOVES[-1], None])
    assert not all(judged()[None, MOST[-1]])


MUTANTS = [
    m
    for m in mutants(import_module("alokasi_models.cpsat.build"))
    if m.function in ("_limit_moves", "Built.hold", "Built.tier")
]


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_row_gone_or_made_wider_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    judged()
    mutant.put(monkeypatch)
    assert not agrees()
