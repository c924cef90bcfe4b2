"""The load of a team against what its members bring (term beban_tim)."""

from __future__ import annotations

from collections.abc import Mapping

from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning, value_of
from alokasi_models.cpsat.cuts import capacity_at_most, capacity_parts, lattice
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.cpsat.rows import post
from alokasi_models.problem import Coordinator


def team_load(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    sole = _sole_teams(aux, x, inst)
    parts: list[Expr] = []
    for slot in inst.slots:
        demand = team_demand(x, inst, slot)
        capacity = _capacity(x, inst, slot, sole)
        most = sum(a.packages[p].minutes for p, team in x.owns if team == slot.id)
        over: list[Expr] = []
        for step in a.team_steps[slot.unit]:
            row = 100 * demand - step.above * capacity
            over.append(step.slope * aux.excess(row, most, f"busy[{slot.id},{step.above}]", scale=100))
        low = a.team_low[slot.unit]
        most_capacity = sum(a.base.get(id, 0) for id in inst.members[slot.id])
        row = low * capacity - 100 * demand
        under = aux.excess(row, low * most_capacity // 100 + 1, f"slack[{slot.id}]", scale=100)
        prices = [*over, under]
        led = slot.coordinator is Coordinator.LEAD
        if isinstance(demand, int) and demand > 0:
            steps = a.team_steps[slot.unit]
            half_shares = capacity_parts(x, inst, slot.id, sole, led)
            if half_shares is not None:
                lattice(aux.model, total(prices), demand, half_shares, steps, low)
            at_most = capacity_at_most(x, inst, slot.id, sole, led)
            if at_most is not None:
                lattice(aux.model, total(over), demand, at_most, steps, 0)
        parts.extend(prices)
    return total(parts)


def team_demand(x: Decisions, inst: Instance, slot: TeamSlot) -> Expr:
    return total(
        inst.aims.packages[package].minutes * owns
        for (package, team), owns in x.owns.items()
        if team == slot.id
    )


def _capacity(x: Decisions, inst: Instance, slot: TeamSlot, sole: Mapping[tuple[str, str], Number]) -> Expr:
    parts: list[Expr] = []
    for id in inst.members[slot.id]:
        if (id, slot.id) in x.member:
            whole, half = inst.aims.member_minutes(id)
            parts.append(half * x.member[id, slot.id])
            parts.append((whole - half) * sole[id, slot.id])
        if slot.coordinator is Coordinator.LEAD and (id, slot.id) in x.lead:
            parts.append(-inst.who.duty.get(id, 0) * x.lead[id, slot.id])
    return total(parts)


def _sole_teams(aux: Auxiliaries, x: Decisions, inst: Instance) -> dict[tuple[str, str], Number]:
    """(employee, team) -> 1 where it is the person's only team: sum_t s_it = m1_i - m2_i, s_it <= x_it."""
    sole: dict[tuple[str, str], Number] = {}
    for id, teams in x.seats_of.items():
        count = x.memberships(id)
        if isinstance(count, int):
            sole |= {(id, team): int(count == 1) for team in teams}
        elif len(teams) == 1:
            sole[id, teams[0]] = x.member[id, teams[0]]
        else:
            sole |= _sole_of(aux, x, id, teams, count)
    return sole


def _sole_of(
    aux: Auxiliaries, x: Decisions, id: str, teams: list[str], count: Expr
) -> dict[tuple[str, str], Number]:
    first = aux.switch(f"first[{id}]", lambda v: int(value_of(count, v) >= 1))
    second = aux.switch(f"second[{id}]", lambda v: int(value_of(count, v) >= 2))
    more = aux.whole(len(teams) - 2, f"more[{id}]", lambda v: max(0, value_of(count, v) - 2))
    post(aux.model, count - first - second - more, 0, 0)
    post(aux.model, second - first, None, 0)
    post(aux.model, more - (len(teams) - 2) * second, None, 0)
    sole: dict[tuple[str, str], Number] = {}
    for team in teams:
        member = x.member[id, team]
        only = aux.switch(f"sole[{id},{team}]", _both_one(member, count))
        post(aux.model, only - member, None, 0)
        sole[id, team] = only
    post(aux.model, total(sole.values()) - first + second, 0, 0)
    return sole


def _both_one(member: Number, count: Expr) -> Meaning:
    return lambda values: int(value_of(member, values) == 1 and value_of(count, values) == 1)
