"""The first lawful plan, in a fraction of a second: packages grouped by theme, then any staffing that keeps the law."""

from __future__ import annotations

from dataclasses import dataclass

from alokasi.solve.engine import Answer, Effort, Found, Task, search
from alokasi.solve.grouping import first_owners
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Freedom, Instance, build
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.plan import Plan, Work

GROUPED_WORK = 4.0
WHOLE_WORK = 10.0
DROPPING_WORK = 40.0
MOST_TRIES = 4

Seats = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Start:
    """The first plan, the seats where the minimum share was dropped for it, and what the last search said."""

    plan: Plan | None
    share_dropped: Seats
    found: Found


def first_plan(inst: Instance, clock: Clock, seed: int, max_moves: int | None) -> Start:
    """Grouped first, then with everything free, then without the minimum share (P02) where it is in the way."""
    for fewer in range(MOST_TRIES):
        grouped = Freedom(standing=_owned(first_owners(inst, fewer)), grouped=True)
        answer = _search(
            inst, grouped, frozenset(), clock, Effort(GROUPED_WORK, seed, first_only=True), max_moves
        )
        if answer.plan is not None:
            return Start(answer.plan, frozenset(), answer.found)
    whole = Effort(WHOLE_WORK, seed, workers=8, interleaved=True, first_only=True)
    answer = _search(inst, Freedom(), frozenset(), clock, whole, max_moves)
    if answer.plan is not None:
        return Start(answer.plan, frozenset(), answer.found)
    return _without_share(
        inst, clock, seed, max_moves
    )  # also after a search without an answer: it may be the share


def _without_share(inst: Instance, clock: Clock, seed: int, max_moves: int | None) -> Start:
    """Drops the minimum share for as few seats as possible: policy is never a reason for no plan."""
    built = build(inst, share_dropped=None, max_moves=max_moves)
    dropped = sum(built.dropped.values())
    answer = search(Task(built, dropped, Effort(DROPPING_WORK, seed, workers=8, interleaved=True)), clock)
    if answer.plan is None:
        return Start(None, frozenset(), answer.found)
    return Start(answer.plan, below_share(inst, answer.plan), answer.found)


def below_share(inst: Instance, plan: Plan) -> Seats:
    """Seats of a plan, other than leads, with less than the minimum share."""
    of = ledger(plan)
    return frozenset(
        (id, team)
        for team, people in of.members.items()
        for id in people
        if id not in of.leads.get(team, ()) and of.in_team[id, team] < inst.who.share.get(id, 0)
    )


def _search(
    inst: Instance, freedom: Freedom, dropped: Seats, clock: Clock, effort: Effort, max_moves: int | None
) -> Answer:
    return search(Task(build(inst, freedom, dropped, max_moves), 0, effort), clock)


def _owned(owners: dict[str, str]) -> Ledger:
    """A plan that knows only which team owns which package."""
    work = tuple(Work(package, team, "", 0) for package, team in sorted(owners.items()))
    return ledger(Plan((), (), work))
