"""The instances with their known values, and what Alokasi promises on each. They come from shared/bench/README.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from outside import assignment, players, skills


@dataclass(frozen=True, slots=True)
class Family:
    """How instances of a kind become a workbook, and plans a value of theirs.

    `value` checks a plan by the family's own rules: None where it breaks one. `converted`: an objective or a bound of
    the last tier in the family's unit.
    """

    name: str
    folder: str
    more_is_better: bool
    read: Callable[[Path], Any]
    problem: Callable[[Any], Problem]
    rules: Callable[[Any, Problem], Ruleset]
    value: Callable[[Any, Plan], int | None]
    converted: Callable[[Any, float], float]


ASSIGNMENT = Family(
    "generalised assignment",
    "gap",
    False,
    assignment.read,
    assignment.problem,
    assignment.rules,
    assignment.value,
    assignment.cost_of,
)
PLAYERS = Family(
    "team assignment",
    "team-assignment",
    True,
    players.read,
    players.problem,
    players.rules,
    players.value,
    players.points_of,
)
SKILLS = Family(
    "skill allocation",
    "skill-allocation",
    False,
    skills.read,
    skills.problem,
    skills.rules,
    skills.value,
    skills.trainings_of,
)


@dataclass(frozen=True, slots=True)
class Known:
    """`best`: the known value; `seconds`: the limit of a run; `within`: promised share from the best, None: no promise;
    `proved`: whether a proof is promised too.
    """

    family: Family
    file: str
    best: int
    seconds: float
    within: float | None
    proved: bool = False


KNOWN = (
    Known(ASSIGNMENT, "gap1-0", 261, 10, None),
    Known(ASSIGNMENT, "gap12-0", 974, 10, 0.005),
    Known(ASSIGNMENT, "c10100", 1402, 10, 0.005),
    Known(ASSIGNMENT, "c10200", 2806, 10, 0.005),
    Known(ASSIGNMENT, "d05100", 6353, 10, 0.005),
    Known(ASSIGNMENT, "c10400", 5597, 20, None),
    Known(PLAYERS, "2018_data2_5_6.dzn", 974, 2, 0.0),
    Known(PLAYERS, "2018_data2_4_15.dzn", 9892, 2, 0.0),
    Known(PLAYERS, "2018_data3_6_28.dzn", 63807, 60, 0.0),
    Known(PLAYERS, "2022_data1_4_6.dzn", 2948, 10, None),
    Known(SKILLS, "skill_allocation_mzn_1m_1.dzn", 2, 20, 0.0, proved=True),
    Known(SKILLS, "skill_allocation_mzn_2m_1.dzn", 2, 20, 0.0, proved=True),
)
