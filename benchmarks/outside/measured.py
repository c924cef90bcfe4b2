"""One instance of the outside data, solved as any workbook is and judged by its family's own check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from outside.known import KNOWN, Family, Known


@dataclass(frozen=True, slots=True)
class OutsideRun:
    """Values are the family's. `value` None: no plan, or one its own rules refuse; `bound` None: nothing proved.

    `since`: seconds at which the value at the end was reached; `gap`: share of the known value it is away from it,
    below 0 where it is better. `replaced`: numbers of clauses that the instance needs otherwise; `broken`: clauses not
    kept with those.
    """

    family: str
    file: str
    known: int
    limit: float
    used: float
    since: float | None
    value: int | None
    gap: float | None
    bound: float | None
    status: str
    promised: bool
    kept: bool
    replaced: tuple[str, ...]
    broken: tuple[str, ...]


def measure(folder: Path, name: str, speed: float = 1.0) -> OutsideRun:
    """Solves a file of `KNOWN` in its seconds divided by `speed`, all of which it may use."""
    known = next(known for known in KNOWN if known.file == name)
    family, seconds = known.family, known.seconds / speed
    data = family.read(folder / family.folder / known.file)
    problem = family.problem(data)
    rules = family.rules(data, problem)
    outcome = solve(problem, rules, Limits(seconds=seconds, wall_clock=True))
    value = None if outcome.plan is None else family.value(data, outcome.plan)
    last = outcome.tiers[-1] if outcome.tiers else None
    steps = [step for step in outcome.history if last is not None and step.tier == last.name]
    lowest = min((step.value for step in steps), default=None)
    bound = None if last is None or last.bound is None else family.converted(data, last.bound)
    gap = None if value is None else _gap(family, value, known.best)
    return OutsideRun(
        family=family.name,
        file=known.file.removesuffix(".dzn"),
        known=known.best,
        limit=seconds,
        used=outcome.seconds,
        since=next((step.seconds for step in steps if step.value == lowest), None),
        value=value,
        gap=gap,
        bound=bound,
        status=str(outcome.status),
        promised=known.within is not None,
        kept=_kept(known, gap, value, bound),
        replaced=tuple(f"{change.rule} {change.name} {change.value}" for change in rules.changed),
        broken=()
        if outcome.plan is None
        else tuple(sorted({v.rule for v in audit(problem, outcome.plan, rules).broken})),
    )


def _gap(family: Family, value: int, best: int) -> float:
    return (best - value if family.more_is_better else value - best) / best


def _kept(known: Known, gap: float | None, value: int | None, bound: float | None) -> bool:
    if known.within is None or gap is None or gap > known.within:
        return False
    return not known.proved or (bound is not None and bound == value)
