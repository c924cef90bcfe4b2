"""What runs in the child of `Branching`: reads its task from stdin, tells what it finds as lines of JSON.

It imports little, so that a child starts in a moment.
"""

from __future__ import annotations

import json
import math
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy

from alokasi.linear.highs import engine_of, start_from
from alokasi.linear.program import Floats, Linear

ENDED = frozenset({"optimal", "nodes"})
STATUSES = {
    highspy.HighsModelStatus.kOptimal: "optimal",
    highspy.HighsModelStatus.kSolutionLimit: "nodes",
    highspy.HighsModelStatus.kTimeLimit: "time",
}


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """`known`: a plan to start from; `nodes`: at most so many; `gap`: relative, at which the search may end."""

    linear: Linear
    known: Floats | None
    seconds: float
    nodes: int | None
    gap: float


def main() -> None:
    """Answers one task. HiGHS may print on its own: stdout is given away, answers go to a copy of it."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def tell(**news: object) -> None:
        answers.write(json.dumps(news) + "\n")
        answers.flush()

    solve_told(pickle.load(sys.stdin.buffer), tell)  # noqa: S301 - written by this very program


def solve_told(asked: Task, tell: Callable[..., None]) -> None:
    """Branch and cut; `tell` gets `bound` and `values` as they get better, and `status` at last."""
    engine = engine_of(asked.linear, asked.seconds)
    engine.setOptionValue("mip_rel_gap", asked.gap)
    if asked.known is not None:
        start_from(engine, asked.known)
    if asked.nodes is not None:
        engine.setOptionValue("mip_max_nodes", asked.nodes)
    told = -math.inf

    def better_bound(event: Any) -> None:
        nonlocal told
        if event.data_out.mip_dual_bound > told + 1 / asked.linear.money:
            told = event.data_out.mip_dual_bound
            tell(bound=told)

    def better_plan(event: Any) -> None:
        tell(value=event.data_out.objective_function_value, values=list(event.data_out.mip_solution))

    checks, plans = engine.cbMipInterrupt, engine.cbMipImprovingSolution
    checks += better_bound
    plans += better_plan
    engine.run()
    status = STATUSES.get(engine.getModelStatus(), "")
    info = engine.getInfo()
    relaxed = status == "optimal" and not asked.linear.whole.any()
    bound = info.objective_function_value if relaxed else info.mip_dual_bound
    if status and math.isfinite(bound) and bound > told:
        tell(bound=bound)
    tell(status=status)
