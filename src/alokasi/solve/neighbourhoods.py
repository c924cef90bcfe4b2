"""Which few teams to open next, while the rest of the plan stands: seeded, so that a repeat opens the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from alokasi_models.cpsat import Freedom, Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.ledger import Ledger

SMALLEST, LARGEST = 2, 6
_UNUSED_EVERY = 3  # every third neighbourhood of a unit with free packages also opens an unused slot


class Neighbourhoods:
    """Draws neighbourhoods around every team in turn; `size` grows when they are solved easily, and shrinks."""

    def __init__(self, inst: Instance, seed: int) -> None:
        self._inst = inst
        self._random = Random(seed)
        self._drawn = 0
        self.size = 3
        self._grouping = any(len(teams) > 1 for teams in inst.owners.values())

    def draw(self, plan: Ledger) -> Freedom:
        """Hours of the whole plan first; then teams around an anchor, near ones more often."""
        number, self._drawn = self._drawn, self._drawn + 1
        formed = sorted(team.id for team in plan.teams)
        if number == 0:
            return Freedom(standing=plan, seated=True)
        if len(formed) <= self.size:
            return Freedom(standing=plan)
        anchor = formed[(number - 1) % len(formed)]
        teams = {anchor, *self._near(anchor, formed, plan, self.size - 1)}
        if number % 2 == 0:
            teams.add(ALONE)
        if self._grouping and number % _UNUSED_EVERY == 0:
            teams.update(self._unused(formed))
        return Freedom(standing=plan, teams=frozenset(teams))

    def learn(self, easily: bool, hardly: bool) -> None:
        if easily and self.size < LARGEST:
            self.size += 1
        elif hardly and self.size > SMALLEST:
            self.size -= 1

    def passes(self, plan: Ledger) -> int:
        """Draws that open every team once as anchor."""
        return len(plan.teams) + 1

    def _near(self, anchor: str, formed: list[str], plan: Ledger, count: int) -> Iterator[str]:
        """Other teams, drawn with a weight of the people both may seat and the people both share."""
        people = set(self._inst.members[anchor])
        here = set(plan.members.get(anchor, ()))
        weights: Counter[str] = Counter()
        for team in formed:
            if team != anchor:
                shared = len(here.intersection(plan.members.get(team, ())))
                weights[team] = 1 + len(people.intersection(self._inst.members[team])) + 10 * shared
        for _ in range(min(count, len(weights))):
            teams = sorted(weights)
            chosen = self._random.choices(teams, [weights[team] for team in teams])[0]
            del weights[chosen]
            yield chosen

    def _unused(self, formed: list[str]) -> list[str]:
        unused = [slot.id for slot in self._inst.slots if slot.id not in formed]
        return [self._random.choice(unused)] if unused else []
