"""Rows that no plan needs, but the relaxation does: without them it tells a lower bound of some unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from agreement.row_mutants import Mutant
from agreement.test_agreement import made, slot
from alokasi.examples import random_problem
from alokasi.linear.highs import relaxation
from alokasi.solve.bound import linear_of
from alokasi_models.cpsat import build, instance
from alokasi_models.packs import ruleset
from alokasi_models.problem import LockKind, Problem, WorkForm
from builders import lock, package, people

SURELY = 1e-6  # of a bound: less may be rounding


def two_in_some_team() -> Problem:
    """Two people must share a team, which is then formed as a whole."""
    return made(
        people(*"abcdef"),
        (package("w", 900, form=WorkForm.FREE),),
        (slot("t"),),
        locks=(lock(LockKind.TOGETHER, "a", other="b"),),
    )


def one_work_wished_by_three() -> Problem:
    """One of them at most holds it, and as a whole."""
    wishes = tuple(lock(LockKind.WISH, id, package="w") for id in "abc")
    return made(people(*"abc"), (package("w", 100, form=WorkForm.INDIVIDUAL),), (), locks=wishes)


# function -> the term whose bound it lifts, and units that show it
LIFTING: Mapping[str, tuple[str, tuple[Callable[[], Problem], ...]]] = {
    "teams": ("jumlah_tim", (two_in_some_team,)),
    "_seat_within_load": ("beban_orang", (lambda: random_problem(1),)),
    "_unkept": ("harapan", (one_work_wished_by_three,)),
    "lead_mastery": ("penguasaan_ketua", (lambda: random_problem(8), lambda: random_problem(7))),
}


def weaker(mutant: Mutant) -> bool:
    """Whether a bound falls; to be asked while the mutant stands in the model. `bounds` was asked before."""
    if mutant.function not in LIFTING:
        return False
    return any(
        now < before * (1 - SURELY)
        for now, before in zip(_now(mutant.function), bounds(mutant.function), strict=True)
    )


@cache
def bounds(function: str) -> tuple[float, ...]:
    """Of the units of a function, with the model as it is."""
    return _now(function)


def _now(function: str) -> tuple[float, ...]:
    term, units = LIFTING[function]
    return tuple(_bound(unit(), term) for unit in units)


def _bound(p: Problem, term: str) -> float:
    built = build(instance(p, ruleset(p)))
    built.model.minimize(built.term(term))
    found = relaxation(linear_of(built, whole=False), lambda: 20.0)
    assert found is not None
    return found.bound
