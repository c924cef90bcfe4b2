"""A model that looks up now and then while it is built, so that building can be ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ortools.sat.python import cp_model

Watch: TypeAlias = Callable[[], None]  # raises to end what is being built
EVERY = 200  # variables and rows from one look to the next


def unwatched() -> None:
    """Nobody waits."""


class WatchedModel(cp_model.CpModel):
    """Calls `watch` every few variables and rows."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._added = 0

    def new_int_var(self, lb: cp_model.IntegralT, ub: cp_model.IntegralT, name: str) -> cp_model.IntVar:
        self.look_up()
        return super().new_int_var(lb, ub, name)

    def new_bool_var(self, name: str) -> cp_model.IntVar:
        self.look_up()
        return super().new_bool_var(name)

    def add_linear_constraint(
        self, linear_expr: cp_model.LinearExprT, lb: cp_model.IntegralT, ub: cp_model.IntegralT
    ) -> cp_model.Constraint:
        self.look_up()
        return super().add_linear_constraint(linear_expr, lb, ub)

    def look_up(self) -> None:
        """One more thing was done."""
        self._added += 1
        if self._added % EVERY == 0:
            self._watch()
