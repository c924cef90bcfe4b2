"""The plan with the fewest changed seats: first with what the change touches open, then with ever more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alokasi.solve.engine import Answer, Effort, Found, Task, search
from alokasi.solve.given import taken_up
from alokasi.solve.limits import Clock
from alokasi.solve.start import below_share
from alokasi.whatif.goals import SEATS, SKILL, WORK, Goals
from alokasi.whatif.touched import breaking, nearest, touched
from alokasi_models.cpsat import Freedom, Instance, build, hint
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.norms import Norm, Tier
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.score import tier_values

NEAR = 3  # teams beside the touched ones
FIRST_WORK, LOCAL_WORK, WIDE_WORK = 1.0, 0.5, 4.0
STEP_SHARE = 0.2  # of the time, at most, for one step towards a first plan


@dataclass(slots=True)
class Nearest:
    """One search: the changed problem, the plan it starts from, and the best so far.

    `before`, `norm`: the problem and constants that were changed. `teams`: open so far. `least`: no lawful plan that
    keeps the goals changes fewer seats.
    """

    inst: Instance
    clock: Clock
    seed: int
    before: Problem
    norm: Norm
    base: Plan
    goals: Goals
    standing: Ledger = field(init=False)
    teams: frozenset[str] = field(init=False)
    dropped: frozenset[tuple[str, str]] = field(init=False)
    plan: Plan | None = None
    least: int = 0

    def __post_init__(self) -> None:
        self.standing = taken_up(self.inst, self.base)
        self.teams = touched(self.inst, self.before, self.norm, self.base, self.standing)
        self.least = _forced(self.inst, self.base, self.standing)
        seated = {(id, team) for team, people in self.standing.members.items() for id in people}
        self.dropped = below_share(self.inst, self.base) & seated

    @property
    def current(self) -> Plan:
        """The plan so far."""
        assert self.plan is not None, "asked only once there is a plan"
        return self.plan

    @property
    def holds(self) -> list[tuple[Tier, int]]:
        """Work and competence as before, or as far as the plan so far keeps them."""
        goals = [(WORK, self.goals.unmet), (SKILL, self.goals.missing)]
        if self.plan is None:
            return goals
        now = self.values(self.plan)
        return [(tier, max(goal, now[tier.name])) for tier, goal in goals]

    def values(self, plan: Plan) -> dict[str, int]:
        scores = tier_values(self.inst.problem, plan, self.inst.ruleset, self.inst.aims)
        return {score.name: score.value for score in scores}

    def seats(self, plan: Plan) -> int:
        return self.values(plan)[SEATS.name]

    def first(self) -> bool:
        """Finds a plan near the one asked about, with work and competence kept where it can; False where none was
        found near.
        """
        near = Freedom(standing=self.standing, teams=nearest(self.inst, self.teams, self.standing, NEAR))
        for holds in (self.holds, []):
            for freedom in (*self._rungs(), *([] if holds else [near])):
                if self._take(self.lower(SEATS, freedom, holds, FIRST_WORK, self._step())):
                    return True
        for freedom in (Freedom(standing=self.standing, grouped=True), Freedom()):
            if self._take(self.lower(None, freedom, [], WIDE_WORK, self._step())):
                return True
        return False

    def lower(
        self,
        tier: Tier | None,
        freedom: Freedom,
        holds: Sequence[tuple[Tier, int]],
        work: float,
        clock: Clock | None = None,
    ) -> Answer:
        """The best value of a tier with so much open, the holds kept; without a tier any plan. TimeUp at the end."""
        self.clock.watch()
        built = build(self.inst, freedom, self.dropped)
        for held, most in holds:
            built.hold(held, most)
        hint(built, self.standing if self.plan is None else ledger(self.plan))
        effort = Effort(work, self.seed, first_only=tier is None)
        return search(Task(built, 0 if tier is None else built.tier(tier), effort), clock or self.clock)

    def regain(self) -> None:
        """Work and competence that were there before and are lost now, one after the other, as far as it goes."""
        settled: list[tuple[Tier, int]] = []
        for tier, goal in ((WORK, self.goals.unmet), (SKILL, self.goals.missing)):
            value = self.values(self.current)[tier.name]
            for freedom in (self._around(self.teams), Freedom(standing=ledger(self.current), grouped=True)):
                if value > goal:
                    answer = self.lower(tier, freedom, settled, WIDE_WORK)
                    if answer.value is not None and answer.value < value and self._take(answer):
                        value = answer.value
            settled.append((tier, max(value, goal)))

    def fewer(self) -> None:
        """Looks around every team with another seat, then everywhere, for fewer; proves how few there can be."""
        tried: set[str] = set()
        while self.seats(self.current) > self.least:
            open_teams = sorted(self.changed_teams() - tried)
            if not open_teams:
                break
            tried.add(open_teams[0])
            if self._fewer(
                self.lower(SEATS, self._around(frozenset(open_teams[:1])), self.holds, LOCAL_WORK)
            ):
                tried.clear()
        if self.seats(self.current) > self.least:
            answer = self.lower(SEATS, Freedom(), self.holds, WIDE_WORK)
            self._fewer(answer)
            if answer.found is not Found.UNKNOWN and answer.bound is not None:
                self.least = max(self.least, round(answer.bound))

    def changed_teams(self) -> frozenset[str]:
        """Teams with a seat that is not as in the plan asked about."""
        before = {(seat.employee, seat.team, seat.role) for seat in self.base.seats}
        after = {(seat.employee, seat.team, seat.role) for seat in self.current.seats}
        return frozenset(team for _, team, _ in before ^ after) & {slot.id for slot in self.inst.slots}

    def _rungs(self) -> Iterator[Freedom]:
        """Hours of the touched teams; their seats; those of teams that break a clause."""
        standing, teams = self.standing, self.teams
        yield Freedom(standing=standing, teams=teams, seated=True)
        yield Freedom(standing=standing, teams=teams)
        breaks = breaking(self.inst, self.base, standing)
        if breaks - teams:
            self.teams = teams | breaks
            yield Freedom(standing=standing, teams=self.teams)

    def _around(self, teams: frozenset[str]) -> Freedom:
        standing = ledger(self.current)
        return Freedom(standing=standing, teams=nearest(self.inst, teams, standing, NEAR))

    def _step(self) -> Clock:
        return self.clock.within(self.clock.elapsed + STEP_SHARE * self.clock.limit)

    def _take(self, answer: Answer) -> bool:
        if answer.plan is not None:
            self.plan = answer.plan
        return answer.plan is not None

    def _fewer(self, answer: Answer) -> bool:
        better = answer.value is not None and answer.value < self.seats(self.current)
        return better and self._take(answer)


def _forced(inst: Instance, plan: Plan, standing: Ledger) -> int:
    """Seats that no plan can leave as they are: of people who may not sit there, and a new ketua for each team that
    must have one and lost it.
    """
    seats = {(seat.employee, seat.team) for seat in plan.seats}
    members = {team: frozenset(people) for team, people in inst.members.items()}
    lost = {
        place for place in seats if place[0] not in members.get(place[1], ()) and place not in inst.advisers
    }
    without = sum(
        slot.must
        and inst.who.lead_count(slot)[0] > 0
        and not set(standing.leads.get(slot.id, ())) & set(inst.leads[slot.id])
        for slot in inst.slots
    )
    return len(lost) + without
