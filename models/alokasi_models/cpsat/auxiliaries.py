"""Variables that only measure: each knows its value in any plan, so that a plan is a complete hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from ortools.sat.python import cp_model

from alokasi_models.cpsat.decisions import Expr, Number
from alokasi_models.cpsat.rows import post

Values: TypeAlias = dict[int, int]  # variable index -> value
Meaning: TypeAlias = Callable[[Values], int]


def value_of(expression: Expr, values: Values) -> int:
    """An expression under known values of its variables."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    found: int = flat.offset
    for variable, coefficient in zip(flat.vars, flat.coeffs, strict=True):
        found += int(coefficient) * values[variable.index]
    return found


@dataclass(slots=True)
class Auxiliaries:
    """Measuring variables in the order made: each depends only on decisions and earlier ones."""

    model: cp_model.CpModel
    meanings: list[tuple[cp_model.IntVar, Meaning]] = field(default_factory=list)

    def whole(self, most: int, name: str, meaning: Meaning) -> cp_model.IntVar:
        variable = self.model.new_int_var(0, max(0, most), name)
        self.meanings.append((variable, meaning))
        return variable

    def switch(self, name: str, meaning: Meaning) -> cp_model.IntVar:
        return self.whole(1, name, meaning)

    def excess(self, expression: Expr, most: int, name: str, scale: int = 1) -> Number:
        """max(0, ceil(expression / scale)): a variable that the objective presses down."""
        if isinstance(expression, int):
            return max(0, -(-expression // scale))
        over = self.whole(most, name, lambda values: max(0, -(-value_of(expression, values) // scale)))
        post(self.model, scale * over - expression, 0, None)
        return over

    def any_of(self, parts: Iterable[Number], name: str) -> Number:
        """1 where any part is 1, pressed down by the objective."""
        parts = list(parts)
        if any(isinstance(part, int) and part >= 1 for part in parts):
            return 1
        switches = [part for part in parts if not isinstance(part, int)]
        if not switches:
            return 0
        if len(switches) == 1:
            return switches[0]
        found = self.switch(name, lambda values: max(values[part.index] for part in switches))
        for part in switches:
            post(self.model, part - found, None, 0)
        return found

    def some(self, parts: Iterable[Number], name: str) -> Number:
        """A switch that may be 1 where any part is 1; the rows that tie it to its parts are the caller's."""
        parts = list(parts)
        return self.switch(name, lambda values: max((value_of(part, values) for part in parts), default=0))

    def both(self, one: Number, other: Number, name: str) -> Number:
        """A switch that may be 1 only where both are."""
        if isinstance(one, int):
            return other if one else 0
        if isinstance(other, int):
            return one if other else 0
        both = self.switch(name, lambda values: min(values[one.index], values[other.index]))
        post(self.model, both - one, None, 0)
        post(self.model, both - other, None, 0)
        return both

    def fill(self, values: Values) -> None:
        """Adds the value of every measuring variable to those of the decisions."""
        for variable, meaning in self.meanings:
            values[variable.index] = meaning(values)
