"""Which few teams to open next, while the rest of the plan stands: seeded, so that a repeat opens the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from random import Random

from alokasi_models.cpsat import Freedom, Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.ledger import Ledger

SMALLEST, LARGEST = 2, 8
_UNUSED_EVERY = 3  # every third neighbourhood of a unit with free packages also opens an unused slot
_WIDE_EVERY = (
    4  # every fourth round is open to everybody, not only to people of its teams and those without one
)
_NOBODY: frozenset[str] = frozenset()


class Neighbourhoods:
    """Draws neighbourhoods around every team in turn; `size` grows when they are solved easily, and shrinks."""

    def __init__(self, inst: Instance, seed: int) -> None:
        self._inst = inst
        self._random = Random(seed)
        self._rounds = 0
        self._drawn = 0
        self.size = 3
        self._grouping = any(len(teams) > 1 for teams in inst.owners.values())

    def draw(self, plan: Ledger) -> list[Freedom]:
        """Hours of the whole plan first; then two neighbourhoods, which share no team and nobody where that can be."""
        self._rounds += 1
        formed = sorted(team.id for team in plan.teams)
        if self._rounds == 1:
            return [Freedom(standing=plan, seated=True)]
        if len(formed) <= self.size:
            return [Freedom(standing=plan)]
        first = self._around(plan, formed, _NOBODY)
        if self._rounds % _WIDE_EVERY == 0:
            return [self._wide(plan, first), self._wide(plan, self._around(plan, formed, _NOBODY))]
        spare = frozenset(self._inst.people) - plan.teams_of.keys()
        here = self._people(plan, first) | spare
        apart = [team for team in formed if here.isdisjoint(plan.members.get(team, ()))]
        second = self._around(plan, apart, frozenset({ALONE})) if len(apart) >= SMALLEST else _NOBODY
        found = [Freedom(standing=plan, teams=first, people=here)]
        if second:
            found.append(Freedom(standing=plan, teams=second, people=self._people(plan, second)))
        return found

    def largest(self, plan: Ledger, most: int) -> Freedom | None:
        """Seats and hours of as many teams as keep below `most` variables; of all teams where that is enough."""
        formed = sorted(team.id for team in plan.teams)
        if self._seats_and_hours(plan, formed, frozenset(self._inst.people)) <= most:
            return Freedom(standing=plan, grouped=True) if self._grouping else EVERYTHING
        spare = frozenset(self._inst.people) - plan.teams_of.keys()
        chosen: list[str] = []
        anchor = formed[self._random.randrange(len(formed))]
        for team in (anchor, *self._near(anchor, formed, plan, len(formed))):
            people = self._people(plan, frozenset((*chosen, team))) | spare
            if self._seats_and_hours(plan, (*chosen, team), people) > most:
                break
            chosen.append(team)
        if len(chosen) <= SMALLEST:
            return None
        people = self._people(plan, frozenset(chosen)) | spare
        return Freedom(standing=plan, teams=frozenset(chosen), people=people, grouped=True)

    def _seats_and_hours(self, plan: Ledger, teams: Iterable[str], people: frozenset[str]) -> int:
        """Variables that a model of these teams and people would have, nearly."""
        found = 0
        for team in teams:
            here = people.intersection(self._inst.members[team])
            found += 3 * len(here)
            found += sum(len(here & self._inst.workers[package]) for package in plan.packages.get(team, ()))
        return found

    def learn(self, easily: bool, hardly: bool) -> None:
        if easily and self.size < LARGEST:
            self.size += 1
        elif hardly and self.size > SMALLEST:
            self.size -= 1

    def passes(self, plan: Ledger) -> int:
        """Draws that open every team once as anchor."""
        return len(plan.teams) + 1

    def _around(self, plan: Ledger, among: list[str], shut: Collection[str]) -> frozenset[str]:
        """An anchor and teams near it; now and then individual work and an unused slot, unless they are `shut`."""
        number, self._drawn = self._drawn, self._drawn + 1
        anchor = among[number % len(among)]
        teams = {anchor, *self._near(anchor, among, plan, self.size - 1)}
        if ALONE not in shut:
            if number % 2 == 0:
                teams.add(ALONE)
            if self._grouping and number % _UNUSED_EVERY == 0:
                teams.update(self._unused(plan))
        return frozenset(teams)

    def _wide(self, plan: Ledger, teams: frozenset[str]) -> Freedom:
        return Freedom(standing=plan, teams=teams)

    def _people(self, plan: Ledger, teams: frozenset[str]) -> frozenset[str]:
        return frozenset(id for team in teams for id in plan.members.get(team, ()))

    def _near(self, anchor: str, among: list[str], plan: Ledger, count: int) -> Iterator[str]:
        """Other teams, drawn with a weight of the people both may seat and the people both share."""
        people = set(self._inst.members[anchor])
        here = set(plan.members.get(anchor, ()))
        weights: Counter[str] = Counter()
        for team in among:
            if team != anchor:
                shared = len(here.intersection(plan.members.get(team, ())))
                weights[team] = 1 + len(people.intersection(self._inst.members[team])) + 10 * shared
        for _ in range(min(count, len(weights))):
            teams = sorted(weights)
            chosen = self._random.choices(teams, [weights[team] for team in teams])[0]
            del weights[chosen]
            yield chosen

    def _unused(self, plan: Ledger) -> list[str]:
        formed = {team.id for team in plan.teams}
        unused = [slot.id for slot in self._inst.slots if slot.id not in formed]
        return [self._random.choice(unused)] if unused else []
