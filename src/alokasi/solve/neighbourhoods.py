"""What to open next while the rest of the plan stands: seeded, so that a repeat opens the same.

Three kinds: a few teams with their people; a few teams that others may enter too; a few people with the individual
work they hold. The kind that last won most for its work is drawn next, and each of them now and then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import Enum, auto
from random import Random

from alokasi.solve.crowds import Crowds, drawn
from alokasi.solve.reach import Reach
from alokasi_models.cpsat import Freedom, Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.ledger import Ledger

SMALLEST = 2  # teams
SMALL = 1_500  # variables of a unit that is opened whole
MOST_HOURS = 20_000  # places for hours at the seats of a plan that are opened at once
UNUSED_EVERY = 3  # every third neighbourhood of a unit with free packages also opens an unused slot
PATIENCE = 6  # rounds after which a kind is drawn again, whatever it won
MOST_ALONE = 300  # places for individual work that a few teams open beside their own
_NOBODY: frozenset[str] = frozenset()


class Kind(Enum):
    TEAMS = auto()
    WIDE = auto()
    CROWD = auto()
    OTHER = auto()  # the hours of everybody, or a small unit whole


class Neighbourhoods:
    """Draws neighbourhoods around every team, and everybody with individual work, in turn."""

    def __init__(self, inst: Instance, seed: int) -> None:
        self._inst = inst
        self._random = Random(seed)
        self._crowds = Crowds(inst, self._random)
        self._rounds = 0
        self._drawn = 0
        self._kind = Kind.OTHER
        self._won: dict[Kind, float] = {}
        self._last: dict[Kind, int] = {}
        self._reach = {
            Kind.TEAMS: Reach(3, 72, least=(SMALLEST, 16), most=(8, 128), step=16),
            Kind.WIDE: Reach(3, 80, least=(SMALLEST, 32), most=(8, 192), step=16),
            Kind.CROWD: self._crowds.reach,
        }
        self._grouping = any(len(teams) > 1 for teams in inst.owners.values())

    def draw(self, plan: Ledger) -> list[Freedom]:
        """Hours of the whole plan first, where they are not too many; then two neighbourhoods, which share no team and
        nobody where that can be.
        """
        self._rounds += 1
        self._kind = Kind.OTHER
        if self._rounds == 1 and self._hours(plan) <= MOST_HOURS:
            return [Freedom(standing=plan, seated=True)]
        if self._variables(plan, plan.members, frozenset(self._inst.people)) <= SMALL:
            return [Freedom(standing=plan)]
        self._kind = self._promising(plan)
        self._last[self._kind] = self._rounds
        if self._kind is Kind.CROWD:
            return self._crowds.draw(plan)
        formed = sorted(team.id for team in plan.teams)
        if self._kind is Kind.WIDE:
            return [self._wide(plan, formed), self._wide(plan, formed)]
        return self._teams(plan, formed)

    def largest(self, plan: Ledger, most: int) -> Freedom | None:
        """Seats and hours of as many teams as keep below `most` variables; of all teams where that is enough."""
        formed = sorted(team.id for team in plan.teams)
        if self._variables(plan, formed, frozenset(self._inst.people)) <= most:
            return Freedom(standing=plan, grouped=True) if self._grouping else EVERYTHING
        if not formed:
            return None
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

    def learn(self, easily: bool, hardly: bool, won: float) -> None:
        """Larger neighbourhoods of the kind just drawn where these were solved, smaller ones where none was. `won`:
        share of the value, for each unit of work.
        """
        self._won[self._kind] = (self._won.get(self._kind, won) + won) / 2
        if self._kind in self._reach:
            self._reach[self._kind].learn(easily, hardly)

    def passes(self, plan: Ledger) -> int:
        """Draws that open every team, and everybody with individual work, about once as anchor."""
        return len(plan.teams) + self._crowds.passes(plan) + 1

    def complete(self, plan: Ledger) -> bool:
        """Whether neighbourhoods have grown to all there is."""
        teams, holders = self._reach[Kind.TEAMS], self._crowds.holders(plan)
        return teams.covers(len(plan.teams), len(plan.teams_of)) and self._crowds.reach.covers(
            0, len(holders)
        )

    def _promising(self, plan: Ledger) -> Kind:
        kinds = [Kind.TEAMS, Kind.WIDE] if plan.teams else []
        kinds += [Kind.CROWD] if self._crowds.holders(plan) else []
        waited = {kind: self._rounds - self._last.get(kind, -PATIENCE) for kind in kinds}
        longest = max(kinds, key=lambda kind: waited[kind])
        if waited[longest] >= PATIENCE:
            return longest
        return max(kinds, key=lambda kind: (self._won.get(kind, 0.0), waited[kind]))

    def _teams(self, plan: Ledger, formed: list[str]) -> list[Freedom]:
        first = self._around(plan, formed, _NOBODY)
        spare = frozenset(self._inst.people) - plan.teams_of.keys()
        most = self._reach[Kind.TEAMS].people
        here = self._some(self._people(plan, first), most) | self._some(spare, most)
        if self._crowds.places(plan, here) > MOST_ALONE:
            first -= {ALONE}
        apart = [team for team in formed if here.isdisjoint(plan.members.get(team, ()))]
        second = self._around(plan, apart, frozenset({ALONE})) if len(apart) >= SMALLEST else _NOBODY
        found = [Freedom(standing=plan, teams=first, people=here)]
        if second:
            people = self._some(self._people(plan, second), most)
            found.append(Freedom(standing=plan, teams=second, people=people))
        return found

    def _variables(self, plan: Ledger, teams: Iterable[str], people: frozenset[str]) -> int:
        held = sum(2 * len(people.intersection(self._inst.alone[package])) for package in plan.holders)
        return held + self._seats_and_hours(plan, teams, people)

    def _seats_and_hours(self, plan: Ledger, teams: Iterable[str], people: frozenset[str]) -> int:
        """Variables that a model of these teams and people would have, nearly."""
        found = 0
        for team in teams:
            here = people.intersection(self._inst.members[team])
            found += 3 * len(here)
            found += sum(len(here & self._inst.workers[package]) for package in plan.packages.get(team, ()))
        return found

    def _hours(self, plan: Ledger) -> int:
        workers = self._inst.workers
        return sum(
            len(workers[package].intersection(people))
            for team, people in plan.members.items()
            for package in plan.packages.get(team, ())
        )

    def _around(self, plan: Ledger, among: list[str], shut: Collection[str]) -> frozenset[str]:
        """An anchor and teams near it; now and then individual work and an unused slot, unless they are `shut`."""
        number, self._drawn = self._drawn, self._drawn + 1
        anchor = among[number % len(among)]
        teams = {anchor, *self._near(anchor, among, plan, self._reach[self._kind].teams - 1)}
        if ALONE not in shut:
            if number % 2 == 0:
                teams.add(ALONE)
            if self._grouping and number % UNUSED_EVERY == 0:
                teams.update(self._unused(plan))
        return frozenset(teams)

    def _wide(self, plan: Ledger, among: list[str]) -> Freedom:
        """A few teams, open to people of other teams too; individual work stays."""
        teams = self._around(plan, among, frozenset({ALONE}))
        most = self._reach[Kind.WIDE].people // 2
        here = self._some(self._people(plan, teams), most)
        others = {id for team in teams for id in self._inst.members[team]} - here
        return Freedom(standing=plan, teams=teams, people=here | self._some(frozenset(others), most))

    def _people(self, plan: Ledger, teams: frozenset[str]) -> frozenset[str]:
        return frozenset(id for team in teams for id in plan.members.get(team, ()))

    def _some(self, people: frozenset[str], most: int) -> frozenset[str]:
        if len(people) <= most:
            return people
        return frozenset(self._random.sample(sorted(people), most))

    def _near(self, anchor: str, among: list[str], plan: Ledger, count: int) -> Iterator[str]:
        """Other teams, drawn with a weight of the people both may seat and the people both share."""
        people = set(self._inst.members[anchor])
        here = set(plan.members.get(anchor, ()))
        weights: dict[str, int] = {}
        for team in among:
            if team != anchor:
                shared = len(here.intersection(plan.members.get(team, ())))
                weights[team] = 1 + len(people.intersection(self._inst.members[team])) + 10 * shared
        yield from drawn(self._random, weights, count)

    def _unused(self, plan: Ledger) -> list[str]:
        formed = {team.id for team in plan.teams}
        unused = [slot.id for slot in self._inst.slots if slot.id not in formed]
        return [self._random.choice(unused)] if unused else []
