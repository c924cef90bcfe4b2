"""HiGHS' branch and cut in a process of its own: it cannot be interrupted from Python, and prints on its own.

The child (`main`) reads a linear model as JSON from stdin and answers with JSON on stdout.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from subprocess import PIPE, Popen
from threading import Thread
from typing import Any, TypeAlias

from ortools.math_opt.python import mathopt

from alokasi.solve.limits import Clock

POLL_SECONDS = 0.05
Linear: TypeAlias = dict[str, Any]  # `linear_of`, as JSON takes it


@dataclass(frozen=True, slots=True)
class Branched:
    """The bound, not yet rounded, and the values of all variables of the best answer, empty without one.

    `cut`: its seconds ran out, so that a repeat may find something else.
    """

    bound: float
    values: tuple[float, ...]
    cut: bool


class Branching:
    """A running child. It ends by itself after `seconds`, or when the clock runs out while somebody waits."""

    def __init__(
        self, linear: Linear, hint: Mapping[int, int], seconds: float, nodes: int | None = None
    ) -> None:
        asked = {**linear, "hint": sorted(hint.items()), "seconds": seconds, "nodes": nodes}
        self._told, self._errors, self._ended = b"", b"", False
        child = [sys.executable, "-c", f"from {__name__} import main; main()"]
        self._child = Popen(child, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        self._talk = Thread(target=self._exchange, args=(json.dumps(asked).encode(),), daemon=True)
        self._talk.start()

    def wait(self, clock: Clock) -> Branched | None:
        """The answer; None where the clock ran out first. RuntimeError where the child failed."""
        while self._talk.is_alive() and clock.left > 0:
            self._talk.join(POLL_SECONDS)
        self.end()
        if self._ended:
            return None
        if self._child.returncode != 0:
            raise RuntimeError(f"branch and cut failed: {self._errors.decode(errors='replace')}")
        told = json.loads(self._told)
        bound = -math.inf if told["bound"] is None else told["bound"]
        return Branched(bound, tuple(told["values"]), told["cut"])

    def end(self) -> None:
        """Ends the child where it still runs."""
        if self._talk.is_alive():
            self._ended = True
            self._child.kill()
        self._talk.join()

    def _exchange(self, asked: bytes) -> None:
        self._told, self._errors = self._child.communicate(asked)


def highs(
    model: mathopt.Model,
    parameters: mathopt.SolveParameters,
    model_parameters: mathopt.ModelSolveParameters | None = None,
) -> mathopt.SolveResult | None:
    """HiGHS' answer; None where it fails, which numbers of very different size may bring about.

    A plan never depends on it, so its failure must not end a solve.
    """
    try:
        return mathopt.solve(
            model, mathopt.SolverType.HIGHS, params=parameters, model_params=model_parameters
        )
    except (RuntimeError, AttributeError):  # ortools 9.15 stumbles over its own status: AttributeError
        return None


def solve_linear(asked: Linear) -> dict[str, Any]:
    """Solves what `Branching` asks."""
    model, variables = model_of(asked)
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=asked["seconds"]),
        node_limit=asked["nodes"],
        relative_gap_tolerance=0.0,
    )
    known = {variables[index]: float(value) for index, value in asked["hint"]}
    hints = [mathopt.SolutionHint(variable_values=known)] if known else []
    answer = highs(model, parameters, mathopt.ModelSolveParameters(solution_hints=hints))
    if answer is None:
        return {"bound": None, "values": [], "cut": False}
    bound = answer.termination.objective_bounds.dual_bound
    values = answer.variable_values(variables) if answer.has_primal_feasible_solution() else []
    return {
        "bound": bound if math.isfinite(bound) else None,
        "values": list(values),
        "cut": answer.termination.limit is mathopt.Limit.TIME,
    }


def model_of(linear: Linear) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    """The model for HiGHS; None stands for no limit."""
    model = mathopt.Model()
    variables = [
        model.add_variable(lb=low, ub=high, is_integer=whole) for low, high, whole in linear["variables"]
    ]
    for low, high, indices, coefficients in linear["rows"]:
        row = model.add_linear_constraint(
            lb=-math.inf if low is None else low, ub=math.inf if high is None else high
        )
        for index, coefficient in zip(indices, coefficients, strict=True):
            row.set_coefficient(variables[index], coefficient)
    for index, coefficient in linear["objective"]:
        model.objective.set_linear_coefficient(variables[index], coefficient)
    model.objective.offset = linear["offset"]
    return model, variables


def main() -> None:
    """Keeps stdout for the answer: HiGHS prints there even when told to be silent."""
    answers = os.dup(1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    told = json.dumps(solve_linear(json.load(sys.stdin)))
    with os.fdopen(answers, "w") as out:
        out.write(told)
