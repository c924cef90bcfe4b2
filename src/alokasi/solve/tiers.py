"""Solves one tier of the profile after the other; each keeps its value while the next is searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from alokasi.solve.bound import SOURCE, Relaxed, branch, linear_of, relax, whole_number
from alokasi.solve.branching import Branched, Branching
from alokasi.solve.engine import Answer, Effort, Found, Report, Task, search, search_all
from alokasi.solve.limits import Clock
from alokasi.solve.merge import apart, joined
from alokasi.solve.neighbourhoods import Neighbourhoods
from alokasi.solve.start import Seats
from alokasi_models.cpsat import Built, Freedom, Instance, build, hint, read_plan
from alokasi_models.cpsat.decisions import Number
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.norms import Tier
from alokasi_models.plan import Improvement, Plan
from alokasi_models.score import tier_values

PARALLEL = 2
ROUND_WORK = 0.4  # deterministic seconds of one neighbourhood; doubled when a pass finds nothing
MOST_ROUND_WORK = 3.2
WHOLE_VARIABLES = 6000  # a model of this size is also searched whole, which may prove its tier
MOST_RELAXED_WORK = 2.0
NEIGHBOURHOODS_SHARE = 0.75  # the rest is for the whole model and its bound
BOUNDS_SHARE = 0.15  # of the time, for the bounds of freely grouped units
MOST_RELAXED_HOURS = 40_000  # the relaxation of larger freely grouped units takes minutes
BRANCHING_SHARE = 0.6  # of a tier's work, at most, for branch and cut
SLOW = 1.5  # a tier may take so much longer than planned before the clock cuts it
START_SECONDS = 1.0  # a child process needs them to start and to tell
VARIABLES_A_WORK = 1400  # branch and cut is through the root of so many variables in one unit of work
WORK_A_SECOND = 0.35  # deterministic work done in a second of an office computer's core
CPSAT = "CP-SAT"
COUNT = "hitungan"
NOTHING = Answer(Found.OPTIMAL, None, None, None, 0.0)


@dataclass(frozen=True, slots=True)
class Settled:
    """A tier after its search: the value later tiers may not exceed, the proven bound and whose it is."""

    tier: Tier
    most: int
    bound: float
    source: str


@dataclass(slots=True)
class Search:
    """The state of one solve: the incumbent plan, what is settled, and everything told on the way."""

    inst: Instance
    clock: Clock
    seed: int
    share_dropped: Seats
    max_moves: int | None
    plan: Plan
    tell: Callable[[Improvement], None]
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
        """Places for hours (person, package, team): nearly all variables of the whole model."""
        inst = self.inst
        return sum(
            len(inst.workers[package].intersection(inst.members[team]))
            for package, teams in inst.owners.items()
            for team in teams
        )

    def value(self, tier: Tier, plan: Plan) -> int:
        scores = tier_values(self.inst.problem, plan, self.inst.ruleset, self.inst.aims)
        return next(score.value for score in scores if score.name == tier.name)


def solve_tiers(state: Search, seconds: float) -> None:
    """Every tier of the profile in about so many seconds; what one tier leaves goes to the rest."""
    bounded_last = state.groups and state.hours <= MOST_RELAXED_HOURS
    clock, until = state.clock, seconds * (1 - BOUNDS_SHARE) if bounded_last else seconds
    work = until * WORK_A_SECOND
    tiers = state.inst.ruleset.profile.tiers
    for place, tier in enumerate(tiers):
        part = tier.effort / sum(later.effort for later in tiers[place:])
        state.clock = clock.within(SLOW * part * (until - clock.elapsed))
        settled, spent = _solve_tier(state, tier, part * work)
        clock.cut = clock.cut or state.clock.cut
        work -= spent
        state.settled.append(settled)
    state.clock = clock
    if bounded_last:
        _bound_free_grouping(state)


def _solve_tier(state: Search, tier: Tier, work: float) -> tuple[Settled, float]:
    value = state.value(tier, state.plan)
    state.tell(Improvement(state.clock.elapsed, tier.name, value, None))
    if value == 0:
        return Settled(tier, 0, 0.0, COUNT), 0.0
    if state.clock.left <= 0:
        state.clock.cut = True
    relaxed = _relaxed(state, tier)
    proven, source, spent = 0.0, COUNT, 0.0  # no term is ever below 0
    if relaxed is not None and not state.groups:
        proven, source = relaxed.bound, SOURCE
    if relaxed is not None and value > relaxed.bound:
        value, spent = _where_relaxed(state, tier, value, relaxed, proven, min(work / 4, MOST_RELAXED_WORK))
    value, found, more = _branched(state, tier, value, proven, work - spent)
    proven, source, spent = *max((proven, source), (found, SOURCE)), spent + more
    wholly = not state.groups or state.hours <= WHOLE_VARIABLES
    share = NEIGHBOURHOODS_SHARE if wholly else 1.0
    value, more = _improve(state, tier, value, proven, work * share - spent)
    spent += more
    if wholly and state.clock.left > 0 and value > proven:
        value, bounds = _whole(state, tier, value, proven, max(work - spent, ROUND_WORK))
        spent = max(spent, work)
        proven, source = max([(proven, source), *bounds])
    return Settled(tier, value + int(value * tier.tolerance), proven, source), spent


def _bound_free_grouping(state: Search) -> None:
    """Bounds of tiers whose packages may change teams: the whole relaxation is large, so it comes last."""
    for place, done in enumerate(state.settled):
        if done.most <= done.bound or state.clock.left <= START_SECONDS:
            continue
        built = build(state.inst, EVERYTHING, state.share_dropped, state.max_moves)
        for above in state.settled[:place]:
            built.hold(above.tier, above.most)
        built.model.minimize(built.tier(done.tier))
        seconds = state.clock.left - START_SECONDS
        found = Branching(linear_of(built, whole=False), {}, seconds).wait(state.clock)
        if found is not None and whole_number(found.bound) > done.bound:
            state.settled[place] = Settled(done.tier, done.most, whole_number(found.bound), SOURCE)


def _relaxed(state: Search, tier: Tier) -> Relaxed | None:
    """The relaxation with packages in the teams they are in: quick, and a bound where they cannot move anyway."""
    standing = ledger(state.plan)
    built = state.model(Freedom(standing=standing, grouped=True) if state.groups else EVERYTHING)
    built.model.minimize(built.tier(tier))
    return relax(built, state.clock)


def _where_relaxed(
    state: Search, tier: Tier, value: int, relaxed: Relaxed, proven: float, work: float
) -> tuple[int, float]:
    """Seats the relaxation uses and those of the plan, all at once: the largest step of the search."""
    standing = ledger(state.plan)
    sitting = {(id, team) for team, people in standing.members.items() for id in people}
    freedom = Freedom(standing=standing, pairs=relaxed.seats | sitting, grouped=True)
    answer = _neighbours(state, tier, [freedom], standing, work)[0]
    if answer.plan is not None and answer.value is not None and answer.value < value:
        state.plan, value = answer.plan, answer.value
        state.tell(Improvement(state.clock.elapsed, tier.name, value, proven))
    return value, answer.work


def _branched(state: Search, tier: Tier, value: int, proven: float, work: float) -> tuple[int, float, float]:
    """Branch and cut on as much of the plan as the work allows, neighbourhoods beside it; the better plan stays.

    Its search ends after the root, so that it finds the same on any computer.
    """
    standing = ledger(state.plan)
    around = Neighbourhoods(state.inst, state.seed)
    freedom = around.largest(standing, int(work * BRANCHING_SHARE * VARIABLES_A_WORK))
    if freedom is None or value <= proven or state.clock.left <= 0:
        return value, 0.0, 0.0
    built = state.model(freedom)
    objective = built.tier(tier)
    if isinstance(objective, int):
        return value, 0.0, 0.0
    built.model.minimize(objective)
    budget = len(built.model.proto.variables) / VARIABLES_A_WORK
    child = branch(built, standing, min(state.clock.left, SLOW * budget / WORK_A_SECOND), nodes=1)
    value, spent = _improve(state, tier, value, proven, budget, beside=True)
    found = child.wait(state.clock)
    if found is None:
        return value, 0.0, spent
    state.clock.cut = state.clock.cut or found.cut
    answer = _settle(state, tier, built, found)
    if answer.plan is not None and answer.value is not None and answer.value < value:
        state.plan, value = answer.plan, answer.value
        state.tell(Improvement(state.clock.elapsed, tier.name, value, proven))
    return value, whole_number(found.bound) if freedom is EVERYTHING else 0.0, max(spent, budget)


def _settle(state: Search, tier: Tier, built: Built, found: Branched) -> Answer:
    """Seats and packages of an answer in continuous hours, with its hours found again in whole minutes."""
    if not found.values:
        return NOTHING

    def value(number: Number) -> int:
        return number if isinstance(number, int) else round(found.values[number.index])

    rough = ledger(read_plan(state.inst, built.x, value))
    again = state.model(Freedom(standing=rough, seated=True))
    return search(Task(again, again.tier(tier), Effort(MOST_RELAXED_WORK, state.seed)), state.clock)


def _improve(
    state: Search, tier: Tier, value: int, proven: float, work: float, beside: bool = False
) -> tuple[int, float]:
    """Neighbourhoods, two at a time from one incumbent, until the work is spent or large ones find nothing more.

    `beside` another search: one at a time.
    """
    around = Neighbourhoods(state.inst, state.seed)
    spent, idle, effort = 0.0, 0, ROUND_WORK
    while spent < work and state.clock.left > 0 and value > proven:
        standing = ledger(state.plan)
        freedoms = around.draw(standing)[: 1 if beside else PARALLEL]
        answers = _neighbours(state, tier, freedoms, standing, min(effort, work - spent))
        spent += max((answer.work for answer in answers), default=effort)
        optimal = [answer.found is Found.OPTIMAL for answer in answers]
        around.learn(all(optimal), not any(optimal))
        found = _best(state, tier, value, freedoms, answers)
        if found is not None:
            (value, state.plan), idle = found, 0
            state.tell(Improvement(state.clock.elapsed, tier.name, value, proven))
            continue
        idle += len(answers)
        if idle > around.passes(standing):
            if effort >= MOST_ROUND_WORK or (all(optimal) and around.size >= len(standing.teams)):
                break
            idle, effort = 0, effort * 2
    return value, spent


def _best(
    state: Search, tier: Tier, value: int, freedoms: list[Freedom], answers: list[Answer]
) -> tuple[int, Plan] | None:
    """The best answer below `value`; two together where they touch nothing in common."""
    better = [
        (answer.value, answer.plan, freedom)
        for freedom, answer in zip(freedoms, answers, strict=True)
        if answer.plan is not None and answer.value is not None and answer.value < value
    ]
    if not better:
        return None
    least, plan, _ = min(better, key=lambda found: found[0])
    if len(better) == PARALLEL and state.max_moves is None and apart(freedoms[0], freedoms[1]):
        both = joined(state.inst, state.plan, better[0][1:][::-1], better[1][1:][::-1])
        together = state.value(tier, both)
        if together < least and all(state.value(done.tier, both) <= done.most for done in state.settled):
            return together, both
    return least, plan


def _neighbours(
    state: Search, tier: Tier, freedoms: list[Freedom], standing: Ledger, work: float
) -> list[Answer]:
    """One answer for each freedom; one with nothing to win there is done at once."""
    tasks: dict[int, Task] = {}
    for place, freedom in enumerate(freedoms):
        built = state.model(freedom)
        objective = built.tier(tier)
        if isinstance(objective, int):
            continue
        hint(built, standing)
        tasks[place] = Task(built, objective, Effort(work, state.seed + place))
    done = dict(zip(tasks, search_all(list(tasks.values()), state.clock), strict=True)) if tasks else {}
    return [done.get(place, NOTHING) for place in range(len(freedoms))]


def _whole(
    state: Search, tier: Tier, value: int, proven: float, work: float
) -> tuple[int, list[tuple[float, str]]]:
    """The whole model at last: HiGHS for the bound, beside it CP-SAT from the incumbent where the model is small."""
    built = state.model(EVERYTHING)
    objective = built.tier(tier)
    if isinstance(objective, int):
        return value, [(float(value), COUNT)]
    built.model.minimize(objective)
    standing = ledger(state.plan)
    child = branch(built, standing, min(state.clock.left - START_SECONDS, work / WORK_A_SECOND))
    bounds: list[tuple[float, str]] = []
    if len(built.model.proto.variables) <= WHOLE_VARIABLES:
        hint(built, standing)
        task = Task(built, objective, Effort(work, state.seed))
        answer = search(task, state.clock, _reporter(state, tier, proven))
        if answer.plan is not None and answer.value is not None and answer.value < value:
            state.plan, value = answer.plan, answer.value
            state.tell(Improvement(state.clock.elapsed, tier.name, value, proven))
        if answer.bound is not None:
            bounds.append((whole_number(answer.bound), CPSAT))
        if answer.found is Found.OPTIMAL:
            child.end()
    found = child.wait(state.clock)
    if found is not None:
        bounds.append((whole_number(found.bound), SOURCE))
    return value, bounds


def _reporter(state: Search, tier: Tier, known: float) -> Report:
    return lambda value, proven: state.tell(
        Improvement(state.clock.elapsed, tier.name, value, max(known, proven))
    )
