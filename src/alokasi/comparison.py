"""Two to four plans side by side, with the decree in force beside them where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alokasi.results import Result, decree_result

FEWEST, MOST = 2, 4
DECREE = "susunan berjalan"  # what the decree in force is called among the plans


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan under the name of its file."""

    name: str
    result: Result


@dataclass(frozen=True, slots=True)
class Comparison:
    """`plans`: the first is the one the others are told against. `decree`: the decree in force of the first."""

    plans: tuple[Compared, ...]
    decree: Compared | None = None

    @property
    def shown(self) -> tuple[Compared, ...]:
        """The decree in force first, then the plans."""
        return self.plans if self.decree is None else (self.decree, *self.plans)

    @property
    def pairs(self) -> tuple[tuple[Compared, Compared], ...]:
        """(earlier, later): every other plan against the first, every plan against the decree in force."""
        first, *others = self.plans
        against = [(first, other) for other in others]
        if self.decree is not None:
            against += [(self.decree, plan) for plan in self.plans]
        return tuple(against)


def comparison(named: Sequence[tuple[str, Result]]) -> Comparison:
    """ValueError for fewer than two plans, more than four, or two of one name."""
    names = [name for name, _ in named]
    if not FEWEST <= len(named) <= MOST:
        raise ValueError(f"{FEWEST} to {MOST} plans can be compared, not {len(named)}")
    if len(set(names)) < len(names) or DECREE in names:
        raise ValueError(f"names must tell the plans apart: {names}")
    plans = tuple(Compared(name, result) for name, result in named)
    decree = next((found for plan in plans if (found := decree_result(plan.result)) is not None), None)
    return Comparison(plans, None if decree is None else Compared(DECREE, decree))
