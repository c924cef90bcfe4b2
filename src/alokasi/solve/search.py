"""The state of one solve: the plan so far, the tiers already settled, and what was told on the way."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from alokasi.solve.limits import Clock
from alokasi.solve.start import Seats
from alokasi_models.cpsat import Built, Freedom, Instance, build
from alokasi_models.norms import Tier
from alokasi_models.plan import Improvement, Plan
from alokasi_models.score import tier_values

COUNT = "hitungan"
CLOSE = Decimal("0.05")  # of what later tiers may give back: to search closer to the bound would be in vain
WORK_A_SECOND = 0.35  # counted work done in a second of an office computer's core


@dataclass(frozen=True, slots=True)
class Settled:
    """A tier after its search: the value reached, the proven bound and whose it is."""

    tier: Tier
    reached: int
    bound: float
    source: str

    @property
    def most(self) -> int:
        """The value later tiers may not exceed."""
        return self.reached + int(self.reached * self.tier.tolerance)


@dataclass(slots=True)
class Search:
    """The incumbent plan, what is settled, and everything told on the way."""

    inst: Instance
    clock: Clock
    seed: int
    share_dropped: Seats
    max_moves: int | None
    plan: Plan
    tell: Callable[[Improvement], None]
    wall_clock: bool = False
    settled: list[Settled] = field(default_factory=list)

    def model(self, freedom: Freedom) -> Built:
        """A model of what is free, holding every settled tier."""
        built = build(self.inst, freedom, self.share_dropped, self.max_moves)
        for done in self.settled:
            built.hold(done.tier, done.most)
        return built

    @property
    def groups(self) -> bool:
        """Whether packages may still change teams."""
        return any(
            len(teams) + len(self.inst.alone[id]) > 1 for id, teams in self.inst.owners.items() if teams
        )

    @property
    def hours(self) -> int:
        """Places for hours (person, package, team or alone): nearly all variables of the whole model."""
        inst = self.inst
        return sum(map(len, inst.alone.values())) + sum(
            len(inst.workers[package].intersection(inst.members[team]))
            for package, teams in inst.owners.items()
            for team in teams
        )

    def value(self, tier: Tier, plan: Plan) -> int:
        scores = tier_values(self.inst.problem, plan, self.inst.ruleset, self.inst.aims)
        return next(score.value for score in scores if score.name == tier.name)


@dataclass(slots=True)
class Progress:
    """One tier on its way: value of the incumbent, best proven bound and whose it is, work spent."""

    state: Search
    tier: Tier
    value: int
    bound: float = 0.0  # no term is ever below 0
    source: str = COUNT
    spent: float = 0.0

    @property
    def done(self) -> bool:
        return self.near(self.bound) or self.state.clock.left <= 0

    @property
    def slack(self) -> float:
        """Share of the value that need not be won."""
        return float(self.tier.tolerance * CLOSE)

    def left(self, work: float) -> float:
        """What is left of this work; without end where the clock ends the search."""
        return math.inf if self.state.wall_clock else work - self.spent

    def near(self, bound: float) -> bool:
        """Whether the value is as close to this bound as matters."""
        return self.value - bound <= self.value * self.slack

    def take(self, plan: Plan | None, value: int | None) -> bool:
        """Makes a plan the incumbent where it is better, and tells so."""
        if plan is None or value is None or value >= self.value:
            return False
        self.state.plan, self.value = plan, value
        self.tell()
        return True

    def prove(self, bound: float, source: str) -> None:
        """Notes a bound where it is better."""
        if bound > self.bound:
            self.bound, self.source = bound, source

    def tell(self, value: float | None = None) -> None:
        """Of the incumbent, or of a value that a search is about to bring."""
        bound = self.bound if self.source != COUNT else None
        found = self.value if value is None else value
        self.state.tell(Improvement(self.state.clock.elapsed, self.tier.name, found, bound))
