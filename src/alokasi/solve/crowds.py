"""Neighbourhoods of people who may exchange individual work, with the teams where most of them sit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from random import Random

from alokasi.solve.reach import Reach
from alokasi_models.cpsat import Freedom, Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.ledger import Ledger

TEAMS = 2  # opened with them at most: the hours of their teams give way to individual work
BETTER_FIT, UNEVEN = 1, 200  # weights: of each point of fit that may be won, of a whole year off the target


class Crowds:
    """Anchors are everybody with individual work, in turn; `reach` tells how many are opened."""

    def __init__(self, inst: Instance, random: Random) -> None:
        self._inst = inst
        self._random = random
        self._drawn = 0
        self.reach = Reach(TEAMS, 10, least=(TEAMS, 4), most=(TEAMS, 40), step=2)

    def holders(self, plan: Ledger) -> frozenset[str]:
        return frozenset(id for people in plan.holders.values() for id in people)

    def places(self, plan: Ledger, people: frozenset[str]) -> int:
        """How often one of these people may hold a package that only such people hold."""
        return sum(
            len(people.intersection(self._inst.alone[package]))
            for package, holders in plan.holders.items()
            if people.issuperset(holders)
        )

    def draw(self, plan: Ledger) -> list[Freedom]:
        """Two crowds that share no team and nobody; one where there is but one."""
        first = self._crowd(plan, frozenset())
        second = self._crowd(plan, first) if first else frozenset()
        teams = self._teams(plan, first, frozenset())
        found = [Freedom(standing=plan, teams=teams | {ALONE}, people=first)]
        if len(second) > 1:
            others = self._teams(plan, second, teams)
            found.append(Freedom(standing=plan, teams=others | {ALONE}, people=second))
        return found

    def passes(self, plan: Ledger) -> int:
        return len(self.holders(plan)) // self.reach.people

    def _crowd(self, plan: Ledger, shut: Collection[str]) -> frozenset[str]:
        anchors = sorted(self.holders(plan).difference(shut))
        if not anchors:
            return frozenset()
        anchor = anchors[self._drawn * self.reach.people % len(anchors)]
        self._drawn += 1
        weights = self._weights(plan, anchor, shut)
        return frozenset({anchor, *drawn(self._random, weights, self.reach.people - 1)})

    def _weights(self, plan: Ledger, anchor: str, shut: Collection[str]) -> dict[str, int]:
        """Whoever may hold a package of the anchor: more weight for a better fit and for a year off the target."""
        aims = self._inst.aims
        weights: dict[str, int] = {}
        for package, people in plan.holders.items():
            if anchor not in people:
                continue
            now = aims.fits.fit(anchor, package)
            for id in self._inst.alone[package]:
                if id != anchor and id not in shut:
                    better = max(0, aims.fits.fit(id, package) - now) * BETTER_FIT
                    target = aims.target.get(id, 0)
                    uneven = UNEVEN * abs(plan.load[id] - target) // target if target else 0
                    weights[id] = max(weights.get(id, 0), 10 + better + min(uneven, UNEVEN))
        return weights

    def _teams(self, plan: Ledger, people: frozenset[str], shut: Collection[str]) -> frozenset[str]:
        counts = Counter(team for id in sorted(people) for team in plan.teams_of.get(id, ()))
        open_teams = [team for team in sorted(counts) if team not in shut]
        return frozenset(sorted(open_teams, key=lambda team: -counts[team])[:TEAMS])


def drawn(random: Random, weights: Mapping[str, int], count: int) -> Iterator[str]:
    """At most `count` of the keys without repetition, the heavier the sooner."""
    left = {key: weights[key] for key in sorted(weights)}
    for _ in range(min(count, len(left))):
        chosen = random.choices(list(left), list(left.values()))[0]
        del left[chosen]
        yield chosen
