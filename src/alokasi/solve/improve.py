"""Neighbourhood search: a few teams open, the rest of the plan stands, until nothing more is found or work is spent."""

from __future__ import annotations

from collections.abc import Callable

from alokasi.solve.engine import Answer, Effort, Found, Task, search_all
from alokasi.solve.limits import TimeUp
from alokasi.solve.merge import apart, joined
from alokasi.solve.neighbourhoods import Neighbourhoods
from alokasi.solve.search import Progress
from alokasi_models.cpsat import Freedom, hint
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.plan import Plan

PARALLEL = 2
ROUND_WORK = 0.4  # deterministic seconds of one neighbourhood; doubled when a pass finds nothing
MOST_ROUND_WORK = 3.2
BUILDING_WORK = 0.05  # what building the models of a round costs beside their search, about
NOTHING = Answer(Found.OPTIMAL, None, None, None, 0.0)


def improve(on: Progress, work: float, proven: Callable[[], float] | None = None) -> None:
    """Neighbourhoods, two at a time from one incumbent, until the work is spent or large ones find nothing more.

    `proven`: the bound of another search running beside this one, which leaves one core: one at a time.
    """
    state = on.state
    around = Neighbourhoods(state.inst, state.seed)
    spent, idle, effort = 0.0, 0, ROUND_WORK
    while spent < work and not on.done and (proven is None or proven() < on.value):
        standing = ledger(state.plan)
        freedoms = around.draw(standing)[: PARALLEL if proven is None else 1]
        try:
            answers = answers_of(on, freedoms, standing, min(effort, work - spent))
        except TimeUp:
            break
        worked = max((answer.work for answer in answers), default=effort)
        spent += worked + BUILDING_WORK
        optimal = [answer.found is Found.OPTIMAL for answer in answers]
        found = _best(on, freedoms, answers)
        won = 0.0 if found is None else (on.value - found[1]) / on.value
        around.learn(all(optimal), not any(optimal), won / (worked + BUILDING_WORK))
        if found is not None:
            on.take(*found)
            idle = 0
            continue
        idle += len(answers)
        if idle > around.passes(standing):
            if effort >= MOST_ROUND_WORK or (all(optimal) and around.complete(standing)):
                break
            idle, effort = 0, effort * 2
    on.spent += spent


def answers_of(on: Progress, freedoms: list[Freedom], standing: Ledger, work: float) -> list[Answer]:
    """One answer for each freedom; one with nothing to win there is done at once."""
    state = on.state
    tasks: dict[int, Task] = {}
    for place, freedom in enumerate(freedoms):
        built = state.model(freedom)
        objective = built.tier(on.tier)
        if isinstance(objective, int):
            continue
        hint(built, standing)
        tasks[place] = Task(built, objective, Effort(work, state.seed + place))
    done = dict(zip(tasks, search_all(list(tasks.values()), state.clock), strict=True)) if tasks else {}
    return [done.get(place, NOTHING) for place in range(len(freedoms))]


def _best(on: Progress, freedoms: list[Freedom], answers: list[Answer]) -> tuple[Plan, int] | None:
    """The best answer below the incumbent; two together where they touch nothing in common."""
    state = on.state
    better = [
        (answer.value, answer.plan, freedom)
        for freedom, answer in zip(freedoms, answers, strict=True)
        if answer.plan is not None and answer.value is not None and answer.value < on.value
    ]
    if not better:
        return None
    least, plan, _ = min(better, key=lambda found: found[0])
    if len(better) == PARALLEL and state.max_moves is None and apart(freedoms[0], freedoms[1]):
        both = joined(state.inst, state.plan, better[0][1:][::-1], better[1][1:][::-1])
        together = state.value(on.tier, both)
        if together < least and all(state.value(done.tier, both) <= done.most for done in state.settled):
            return both, together
    return plan, least
