"""What is measured: every example, and generated units of 30 and 100 staff with given teams and with free grouping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from alokasi.examples import PLANNED, example, generate
from alokasi_models.problem import Problem

EXAMPLE_SECONDS = 30.0
PATIENCE = 120.0
GENERATED = ((30, 30.0), (100, 60.0))  # staff, seconds
LARGE = (250, 600)  # staff; measured to the first plan
GROUPING = ((True, "given teams"), (False, "free grouping"))


@dataclass(frozen=True, slots=True)
class Case:
    """`make` builds the problem, so that a case is cheap to hand to another process."""

    name: str
    make: Callable[[], Problem]
    seconds: float


def cases() -> Iterator[Case]:
    for pattern, kind in PLANNED:
        yield Case(f"pola {pattern} {kind}", partial(example, pattern, kind), EXAMPLE_SECONDS)
    for staff, seconds in GENERATED:
        yield from _generated(staff, seconds)


def large_cases() -> Iterator[Case]:
    for staff in LARGE:
        yield from _generated(staff, PATIENCE)


def _generated(staff: int, seconds: float) -> Iterator[Case]:
    for given, words in GROUPING:
        yield Case(f"{staff} staff, {words}", partial(generate, staff, 0, given), seconds)


def gives_teams(problem: Problem) -> bool:
    """Whether every package of a team names it: the solver staffs teams, it does not design them."""
    return all(package.team for package in problem.packages if package.form != "individu")
