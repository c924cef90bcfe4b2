"""The first lawful plan, in a fraction of a second: packages grouped by theme, people dealt out, the law kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alokasi.solve.dealing import deal
from alokasi.solve.engine import Answer, Effort, Found, Task, search
from alokasi.solve.given import taken_up
from alokasi.solve.grouping import first_owners
from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Freedom, Instance, build, hint
from alokasi_models.ledger import Ledger, ledger
from alokasi_models.plan import Plan
from alokasi_models.problem import TeamClass
from alokasi_models.score import tier_values

GROUPED_WORK = 4.0
WHOLE_WORK = 10.0
DROPPING_WORK = 40.0
MOST_TRIES = 4
_NOTHING: frozenset[str] = frozenset()

Seats = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Start:
    """The first plan, the seats where the minimum share was dropped for it, and what the last search said."""

    plan: Plan | None
    share_dropped: Seats
    found: Found


def first_plan(
    inst: Instance, clock: Clock, seed: int, max_moves: int | None, given: Plan | None = None
) -> Start:
    """The better of the plan that is there already and one dealt out, where the law is not kept yet mended near by;
    without either, with everything free; then without the minimum share (P02) where it is in the way.
    """
    beginnings = ([] if given is None else [taken_up(inst, given)], dealt(inst))
    found = [_lawful(inst, ways, clock, seed, max_moves) for ways in beginnings]
    begun = [start for start in found if start is not None]
    if begun:
        return min(begun, key=lambda start: _values(inst, start))
    if clock.left <= 0:
        return Start(None, frozenset(), Found.UNKNOWN)
    whole = Effort(WHOLE_WORK, seed, workers=8, interleaved=True, first_only=True)
    answer = _search(inst, Freedom(), None, clock, whole, max_moves)
    if answer.plan is not None:
        return Start(answer.plan, frozenset(), answer.found)
    return _without_share(
        inst, clock, seed, max_moves
    )  # also after a search without an answer: it may be the share


def dealt(inst: Instance) -> Iterator[Ledger]:
    """Each way of grouping once: joining more themes does not always change it."""
    tried: list[dict[str, str]] = []
    for fewer in range(MOST_TRIES):
        owners = first_owners(inst, fewer)
        if owners not in tried:
            tried.append(owners)
            yield ledger(deal(inst, owners))


def _lawful(
    inst: Instance, ways: Iterable[Ledger], clock: Clock, seed: int, max_moves: int | None
) -> Start | None:
    """The first of some plans that is lawful as it stands or mended near by."""
    for standing in ways:
        for freedom in (Freedom(standing=standing, teams=_NOTHING, people=_NOTHING), *_near(inst, standing)):
            if clock.left <= 0:
                return None
            effort = Effort(GROUPED_WORK, seed, first_only=True)
            answer = _search(inst, freedom, standing, clock, effort, max_moves)
            if answer.plan is not None:
                return Start(answer.plan, frozenset(), answer.found)
    return None


def _values(inst: Instance, start: Start) -> tuple[int, ...]:
    """Of the tiers, the first first."""
    assert start.plan is not None, "only plans are compared"
    scores = tier_values(inst.problem, start.plan, inst.ruleset, inst.aims)
    return tuple(score.value for score in scores)


def _near(inst: Instance, dealt: Ledger) -> tuple[Freedom, ...]:
    """Packages as they are grouped, with more seats open: those of people whom a row of Ketentuan names and of
    cross-unit teams, of which dealing knows little; then all.
    """
    named = {id for lock in inst.problem.locks for id in (lock.employee, lock.other)}
    crossing = {slot.id for slot in inst.slots if slot.kind is not TeamClass.INTERNAL}
    pairs = {(id, team) for team, people in dealt.members.items() for id in people}
    pairs |= {
        (id, team)
        for team, people in inst.members.items()
        for id in people
        if team in crossing or id in named
    }
    return (
        Freedom(standing=dealt, pairs=frozenset(pairs), grouped=True),
        Freedom(standing=dealt, grouped=True),
    )


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
    inst: Instance, freedom: Freedom, near: Ledger | None, clock: Clock, effort: Effort, max_moves: int | None
) -> Answer:
    built = build(inst, freedom, max_moves=max_moves)
    if near is not None:
        hint(built, near)
    return search(Task(built, 0, effort), clock)
