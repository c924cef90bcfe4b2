"""Rows every plan keeps anyway: they tell the linear relaxation what whole seats mean, and so lift its bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from alokasi_models.aims import Step
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import post


def seat_within_load(
    model: cp_model.CpModel, x: Decisions, inst: Instance, id: str, limit: int, above: Number
) -> None:
    """Minutes in a team are at most `limit` x seat + `above`, where load <= limit + above.

    Without it the relaxation gives a person two small parts of a seat instead of a second seat.
    """
    for team in x.seats_of[id]:
        duty = inst.who.duty.get(id, 0) * x.lead.get((id, team), 0)
        post(model, total((x.in_team(id, team), duty)) - limit * x.member[id, team] - above, None, 0)


@dataclass(frozen=True, slots=True)
class Parts:
    """A team's capacity in half shares of a full-time person: unit x count - duty + rest, with rest >= 0.

    `odd`: full-time members for whom it is one of several teams; without them the count is even.
    """

    unit: int
    count: Expr
    odd: Expr
    duty: int
    rest: Expr
    most: int


def lattice(
    model: cp_model.CpModel, price: Expr, demand: int, parts: Parts, steps: tuple[Step, ...], low: int
) -> None:
    """The convex hull of a team's price over whole numbers of half shares, and over even ones.

    price >= sum_k slope_k (demand - above_k capacity / 100) + (low capacity / 100 - demand), each at least 0, is
    convex in capacity; between two neighbouring whole counts no plan lies, so the chord is a bound too. Between two
    even counts a plan lies only with a second seat, which pays for the chord. `rest` may lower the price by no more
    than the steepest slope.
    """

    def hundredfold(count: int) -> int:
        capacity = max(0, parts.unit * count - parts.duty)
        over = sum(step.slope * max(0, 100 * demand - step.above * capacity) for step in steps)
        return over + max(0, low * capacity - 100 * demand)

    steepest = sum(step.slope * step.above for step in steps)
    for count in _kinks(demand, parts, steps, low):
        here, after = hundredfold(count), hundredfold(count + 1)
        rise = after - here
        post(model, 100 * price - rise * parts.count + steepest * parts.rest, here - rise * count, None)
        even = count - count % 2
        here, odd, after = (hundredfold(even + more) for more in (0, 1, 2))
        rise, dent = after - here, here + after - 2 * odd
        row = 200 * price - rise * parts.count + dent * parts.odd + 2 * steepest * parts.rest
        post(model, row, 2 * here - rise * even, None)


def _kinks(demand: int, parts: Parts, steps: tuple[Step, ...], low: int) -> list[int]:
    """Whole counts below each place where the slope changes, as far as the team can reach them."""
    percents = [percent for percent in (low, *(step.above for step in steps)) if percent > 0]
    counts = {(100 * demand // percent + parts.duty) // parts.unit for percent in percents}
    return sorted({min(count, parts.most) for count in counts})


def capacity_parts(
    x: Decisions, inst: Instance, team: str, sole: Mapping[tuple[str, str], Number], led: bool
) -> Parts | None:
    """Capacity of a team that is certainly formed, in half shares of what most of its people bring; None without."""
    people = [id for id in inst.members[team] if (id, team) in x.member]
    halves = Counter(inst.aims.member_minutes(id)[1] for id in people)
    unit = min(halves, key=lambda half: (-halves[half], half), default=0)
    if unit <= 0:
        return None
    duties = {id: inst.who.duty.get(id, 0) for id in people if led and (id, team) in x.lead}
    duty = max(duties.values(), default=0)
    count: list[Expr] = []
    odd: list[Expr] = []
    rest: list[Expr] = [(duty - minutes) * x.lead[id, team] for id, minutes in duties.items()]
    for id in people:
        whole, half = inst.aims.member_minutes(id)
        member, only = x.member[id, team], sole[id, team]
        if half == unit:
            count += [member, only]
            odd += [member, -1 * only]
            rest.append((whole - 2 * unit) * only)
        else:
            rest += [half * member, (whole - half) * only]
    return Parts(unit, total(count), total(odd), duty, total(rest), 2 * halves[unit])


def capacity_at_most(
    x: Decisions, inst: Instance, team: str, sole: Mapping[tuple[str, str], Number], led: bool
) -> Parts | None:
    """More than a team certainly formed can have: everybody counted as if of full time; None without people."""
    people = [id for id in inst.members[team] if (id, team) in x.member]
    unit = max((inst.aims.member_minutes(id)[1] for id in people), default=0)
    if unit <= 0:
        return None
    duties = [inst.who.duty.get(id, 0) for id in people if led and (id, team) in x.lead]
    count = total(part for id in people for part in (x.member[id, team], sole[id, team]))
    odd = total(part for id in people for part in (x.member[id, team], -1 * sole[id, team]))
    return Parts(unit, count, odd, min(duties, default=0), 0, 2 * len(people))
