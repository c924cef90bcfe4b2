"""Terms on people: their load, what they bring to their teams, career direction, and the seats they hold."""

from __future__ import annotations

from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning, value_of
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import post
from alokasi_models.problem import TeamClass


def person_load(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for id in a.people:
        load, most = x.load(id, inst), inst.who.maximum[id]
        parts.append(_distance(aux, x, inst, load, most, id))
        for step in a.load_steps[id]:
            if step.above < most:
                over = aux.excess(load - step.above, most - step.above, f"over[{id},{step.above}]")
                parts.append(step.slope * over)
    return total(parts)


def team_load(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for id in a.people:
        load, most = x.load(id, inst), inst.who.maximum[id]
        for step in a.team_steps[id]:
            over = aux.excess(load - step.above, most - step.above, f"brought[{id},{step.above}]")
            parts.append(step.slope * over)
    return total(parts)


def _distance(aux: Auxiliaries, x: Decisions, inst: Instance, load: Expr, most: int, id: str) -> Expr:
    """|load - target| as one equation with both sides of it."""
    target = inst.aims.target[id]
    if isinstance(load, int):
        return abs(load - target)
    above = aux.whole(max(most - target, 0), f"above[{id}]", lambda v: max(0, value_of(load, v) - target))
    below = aux.whole(target, f"below[{id}]", lambda v: max(0, target - value_of(load, v)))
    post(aux.model, load - above + below, target, target)
    _seat_within_load(aux, x, inst, id, target, above)
    return above + below


def _seat_within_load(
    aux: Auxiliaries, x: Decisions, inst: Instance, id: str, limit: int, above: Number
) -> None:
    """Minutes in a team are at most `limit` x seat + `above`, where load <= limit + above.

    Without it the relaxation gives a person two small parts of a seat instead of a second seat.
    """
    for team in x.seats_of[id]:
        duty = inst.who.duty.get(id, 0) * x.lead.get((id, team), 0)
        post(aux.model, total((x.in_team(id, team), duty)) - limit * x.member[id, team] - above, None, 0)


def career(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    parts: list[Expr] = []
    for id, packages in inst.aims.careers.items():
        least = inst.aims.career_least[id]
        served = total(x.minutes[id, p, t] for p, t in x.work_of[id] if p in packages)
        if isinstance(served, int):
            parts.append(int(served < least))
            continue
        away = aux.switch(f"career[{id}]", _short_of(served, least))
        post(aux.model, served + least * away, least, None)
        parts.append(away)
    return total(parts)


def _short_of(served: Expr, least: int) -> Meaning:
    return lambda values: int(value_of(served, values) < least)


def away_from_seat(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a, slots = inst.aims, {slot.id: slot for slot in inst.slots}
    return total(
        seat
        for (id, team), seat in x.member.items()
        if slots[team].kind is TeamClass.INTERNAL
        and a.units.get(id) == slots[team].unit
        and a.home_seat.get(id, slots[team].seat) != slots[team].seat
    )


def second_seats(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    return total(
        aux.excess(x.memberships(id) - 1, len(teams), f"second[{id}]") for id, teams in x.seats_of.items()
    )


def many_teams(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    most = inst.aims.most_teams_preferred
    return total(
        aux.excess(x.memberships(id) - most, len(teams), f"many[{id}]") for id, teams in x.seats_of.items()
    )
