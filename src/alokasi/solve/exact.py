"""HiGHS' part in a tier: the relaxation, branch and cut where the relaxation sits, and on as much as time allows."""

from __future__ import annotations

import math

from alokasi.linear.branching import Branched, Branching
from alokasi.linear.program import Linear, whole_number
from alokasi.solve.bound import SOURCE, Relaxed, known_to, linear_of, relax
from alokasi.solve.engine import Answer, Effort, Task, search
from alokasi.solve.improve import improve
from alokasi.solve.neighbourhoods import Neighbourhoods
from alokasi.solve.search import COUNT, Progress
from alokasi_models.cpsat import Built, Freedom, hint, read_plan
from alokasi_models.cpsat.decisions import Number
from alokasi_models.cpsat.freedom import EVERYTHING
from alokasi_models.ledger import ledger

CPSAT = "CP-SAT"
RESTRICTED_NODES = 20
RESTRICTED_GAP = 0.005  # neighbourhoods win the rest sooner
COUNTS = 1_000  # an objective below it is a count of few things
COUNTING_WORK = 1.0
RESTRICTED_REACH = 2.0  # of a tier's work: a root that needs more is left alone
RESTRICTED_SHARE = 0.5  # of a tier's work that it is charged, at most
RESTRICTED_SECONDS = 0.8  # of a tier's time, at most
PART_SHARE = 0.4  # of a tier's work, for branch and cut on a part of the teams
REACH_SHARE = 0.8  # of a tier's work, within which the root of the whole model must be done
ROOT_ENTRIES = 6_000  # entries of a model whose root is done in one unit of work
NODE_ENTRIES = 1e11  # nodes in a unit of work, times the entries squared
PART_VARIABLES = 800  # variables of a part whose root is done in one unit of work
TINY_VARIABLES = 1_000  # a model of this size is proved by CP-SAT before a child process has started
WHOLE_VARIABLES = 6_000  # a model of this size may be proved by CP-SAT
MOST_HOURS = 60_000  # places for hours of a model that HiGHS is given whole
SETTLING_WORK = 2.0  # for whole minutes in an answer of continuous hours
SETTLING_SECONDS = 0.5


def relaxed(on: Progress) -> Relaxed | None:
    """The relaxation with packages in the teams they are in: quick, and a bound where they cannot move anyway."""
    state = on.state
    freedom = Freedom(standing=ledger(state.plan), grouped=True) if state.groups else EVERYTHING
    built = state.model(freedom)
    built.model.minimize(built.tier(on.tier))
    found = relax(built, state.clock)
    if found is not None and not state.groups:
        on.prove(found.bound, SOURCE)
    return found


def where_relaxed(on: Progress, found: Relaxed, work: float) -> None:
    """Seats and individual work as the relaxation and the plan have them, all at once: the largest step of the
    search.
    """
    standing = ledger(on.state.plan)
    sitting = {(id, team) for team, people in standing.members.items() for id in people}
    holding = {(package, id) for package, people in standing.holders.items() for id in people}
    freedom = Freedom(
        standing=standing, pairs=found.seats | sitting, holding=found.holding | holding, grouped=True
    )
    built = _objective_of(on, freedom)
    if built is None:
        return
    if on.value < COUNTS:  # of seats or wishes: rounding a relaxation says little of them
        _cpsat(on, built, min(work * RESTRICTED_SHARE, COUNTING_WORK))
        return
    linear = linear_of(built, whole=True)
    root = len(linear.entries) / ROOT_ENTRIES
    if root > work * RESTRICTED_REACH:
        return
    seconds = on.state.clock.left * RESTRICTED_SECONDS
    child = _branch(on, built, linear, seconds, RESTRICTED_NODES, RESTRICTED_GAP)
    _finish(on, built, child)
    on.spent += min(work * RESTRICTED_SHARE, root)


def branch_and_cut(on: Progress, work: float) -> None:
    """The whole model where its root is in reach of the work left; else a part of the teams, and the whole for its
    bound. Neighbourhoods search beside it. What is in reach rests on sizes alone, so that it is so on any computer.
    """
    left = work - on.spent
    if on.state.hours > MOST_HOURS:
        _part(on, left * PART_SHARE)
        improve(on, on.left(work))
        return
    whole = _objective_of(on, EVERYTHING)
    if whole is None:
        return
    if len(whole.model.proto.variables) <= TINY_VARIABLES:
        _prove(on, whole, left)
        improve(on, on.left(work))
        return
    linear = linear_of(whole, whole=True)
    if len(linear.entries) / ROOT_ENTRIES <= left * REACH_SHARE:
        _whole(on, whole, linear, left * REACH_SHARE)
        if not on.done and len(linear.unit) <= WHOLE_VARIABLES:
            _prove(on, whole, on.left(work))
        improve(on, on.left(work))
        return
    _part(on, left * PART_SHARE)
    if on.state.groups:
        improve(on, on.left(work))
    elif not on.done:
        child = _branch(on, whole, linear, on.state.clock.left)
        improve(on, on.left(work), child.proven)
        child.end()
        on.prove(child.proven(), SOURCE)


def _whole(on: Progress, built: Built, linear: Linear, work: float) -> None:
    endless = on.state.wall_clock
    root = len(linear.entries) / ROOT_ENTRIES
    nodes = 1 + int((work - root) * NODE_ENTRIES / len(linear.entries) ** 2)
    child = _branch(on, built, linear, on.state.clock.left, None if endless else nodes)
    improve(on, math.inf if endless else root, child.proven)
    found = _finish(on, built, child)
    on.prove(whole_number(found.bound), SOURCE)
    on.spent += work - root  # `improve` counted the root


def _part(on: Progress, work: float) -> None:
    """As many teams as the work allows; its search ends after the root."""
    standing = ledger(on.state.plan)
    freedom = Neighbourhoods(on.state.inst, on.state.seed).largest(standing, int(work * PART_VARIABLES))
    built = None if freedom is None or on.done else _objective_of(on, freedom)
    if built is not None:
        linear = linear_of(built, whole=True)
        child = _branch(on, built, linear, on.state.clock.left, nodes=1)
        improve(on, work, child.proven)
        _finish(on, built, child)


def _prove(on: Progress, whole: Built, work: float) -> None:
    """CP-SAT on the whole model: hours in whole minutes may still hide a proof from HiGHS."""
    answer = _cpsat(on, whole, work)
    if answer.bound is not None:
        on.prove(whole_number(answer.bound), CPSAT)


def _cpsat(on: Progress, built: Built, work: float) -> Answer:
    """CP-SAT on a model, from the incumbent. Its bound is the tier's only where the model is the whole one."""
    state = on.state
    hint(built, ledger(state.plan))
    answer = search(Task(built, built.tier(on.tier), Effort(work, state.seed)), state.clock, on.tell)
    on.take(answer.plan, answer.value)
    on.spent += answer.work
    return answer


def _objective_of(on: Progress, freedom: Freedom) -> Built | None:
    """The model of what is free with the tier as its objective; None where nothing free changes it."""
    built = on.state.model(freedom)
    objective = built.tier(on.tier)
    if isinstance(objective, int):
        if freedom is EVERYTHING:
            on.prove(float(objective), COUNT)
        return None
    built.model.minimize(objective)
    return built


def _branch(
    on: Progress,
    built: Built,
    linear: Linear,
    seconds: float,
    nodes: int | None = None,
    gap: float | None = None,
) -> Branching:
    known = known_to(built, ledger(on.state.plan))
    return Branching(
        linear, known, min(seconds, on.state.clock.left), nodes, on.slack if gap is None else gap
    )


def _finish(on: Progress, built: Built, child: Branching) -> Branched:
    """Waits for a child and takes its plan where it is better; on the way too, so that a stop finds it."""
    clock, held = on.state.clock, (on.state.plan, on.value)
    found = child.wait(lambda: clock.left - SETTLING_SECONDS, lambda early: _settle(on, built, early))
    clock.cut = clock.cut or not found.ended
    if found.ended:  # when it told what on the way is the clock's matter, its last word is not
        on.state.plan, on.value = held
    _settle(on, built, found)
    return found


def _settle(on: Progress, built: Built, found: Branched) -> None:
    """Takes the plan where it is better, with hours found again in whole minutes."""
    if not found.values or whole_number(found.value) >= on.value:
        return

    def value(number: Number) -> int:
        return number if isinstance(number, int) else round(found.values[number.index])

    rough = ledger(read_plan(on.state.inst, built.x, value))
    again = on.state.model(Freedom(standing=rough, seated=True))
    answer = search(Task(again, again.tier(on.tier), Effort(SETTLING_WORK, on.state.seed)), on.state.clock)
    on.take(answer.plan, answer.value)
