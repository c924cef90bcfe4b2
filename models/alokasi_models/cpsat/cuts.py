"""Rows every plan keeps anyway: they tell the linear relaxation what whole seats mean, and so lift its bound."""

from __future__ import annotations

from ortools.sat.python import cp_model

from alokasi_models.cpsat.decisions import Decisions, Number, total
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
