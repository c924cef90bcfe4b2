"""How several plans are told apart in one picture: colour, sign and width; the decree in force is grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alokasi.figures.template import BEFORE, QUIET, SCENARIOS

_SYMBOLS = ("circle", "square", "diamond", "triangle-up")
_WIDTHS = (6.0, 4.5, 3.0, 1.8)  # px, the first drawn lies below: equal lines stay seen
INKS = {BEFORE: QUIET, SCENARIOS[2]: "#00704f"}  # colour of a shape -> of its words
_DECREE = ("circle-open", 7.5)


@dataclass(frozen=True, slots=True)
class Look:
    plan: str
    colour: str
    symbol: str
    width: float

    @property
    def ink(self) -> str:
        """For words: a colour good for a shape may be too light for them."""
        return INKS.get(self.colour, self.colour)


def looks(plans: Sequence[str], decree: str = "") -> tuple[Look, ...]:
    """In the order given. ValueError for more plans than there are colours."""
    own = [plan for plan in plans if plan != decree]
    if len(own) > len(SCENARIOS):
        raise ValueError(f"at most {len(SCENARIOS)} plans can be told apart, not {len(own)}")
    known = {
        plan: Look(plan, colour, symbol, width)
        for plan, colour, symbol, width in zip(own, SCENARIOS, _SYMBOLS, _WIDTHS, strict=False)
    }
    return tuple(known.get(plan) or Look(plan, BEFORE, *_DECREE) for plan in plans)
