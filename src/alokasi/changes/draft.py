"""A problem on its way through changes: a copy, what else the changes ask of the rules, and what followed from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from alokasi.changes.faults import Unreadable
from alokasi.texts import Message, Value
from alokasi.workbook.numbers import shown
from alokasi_models.problem import MINUTES_PER_HOUR, Lock, Problem

_DIGITS = Decimal("0.0001")
REASON = "Pengandaian"  # alasan of a row that a change wrote


@dataclass(frozen=True, slots=True)
class Draft:
    """`owner`: package -> team in the plan asked about, where there is one. `law`: (clause, name of its number,
    value, or None for the regulation's).

    `effects`: what a change does beside what it says.
    """

    problem: Problem
    owner: tuple[tuple[str, str], ...] = ()
    law: tuple[tuple[str, str, int | None], ...] = ()
    effects: tuple[Message, ...] = ()

    def having(self, *effects: Message, **sheets: Any) -> Draft:
        """With rows of the problem replaced, and what that brought about."""
        return replace(self, problem=replace(self.problem, **sheets), effects=(*self.effects, *effects))

    def without_locks(self, named: Callable[[Lock], bool], what: str) -> Draft:
        """Rows of Ketentuan that would name what is no longer there."""
        kept = tuple(lock for lock in self.problem.locks if not named(lock))
        gone = len(self.problem.locks) - len(kept)
        if not gone:
            return self
        said = Message.of("{n} baris Ketentuan yang menyebut {hal} ikut lepas.", n=gone, hal=what)
        return self.having(said, locks=kept)


def minutes(hours: Decimal) -> int:
    return int((hours * MINUTES_PER_HOUR).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def tidy(value: Decimal) -> Decimal:
    """As a workbook gives it back: four decimals, none where there are none."""
    rounded = value.quantize(_DIGITS, rounding=ROUND_HALF_UP)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def within(value: Decimal, least: Decimal, most: Decimal, what: Message, above: bool = False) -> Decimal:
    """The value. Raises Unreadable beyond the limits; `above`: `least` itself is too little."""
    if (value > least if above else value >= least) and value <= most:
        return value
    places: dict[str, Value] = {
        "hal": what,
        "nilai": shown(value),
        "batas": shown(least),
        "tinggi": shown(most),
    }
    if above:
        raise Unreadable(
            Message.of("{hal} {nilai} harus lebih dari {batas} dan paling besar {tinggi}.", **places)
        )
    raise Unreadable(Message.of("{hal} {nilai} harus dari {batas} sampai {tinggi}.", **places))
