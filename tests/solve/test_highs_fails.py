"""A bound engine that fails gives no bound; it never ends a solve."""

from __future__ import annotations

from ortools.math_opt.python import mathopt

from alokasi.solve.branching import highs, solve_linear

UPSIDE_DOWN = {"variables": [[2, 1, False]], "rows": [], "objective": [[0, 1]], "offset": 0}


def test_a_model_highs_refuses_gives_no_answer():
    model = mathopt.Model()
    model.add_variable(lb=2, ub=1)
    assert highs(model, mathopt.SolveParameters()) is None


def test_branch_and_cut_that_fails_gives_neither_bound_nor_plan():
    asked = {**UPSIDE_DOWN, "hint": [], "seconds": 1.0, "nodes": None}
    assert solve_linear(asked) == {"bound": None, "values": [], "cut": False}
