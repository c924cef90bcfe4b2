"""Sums of hours that many rows ask for, as variables of their own: rows stay short, and the model is built quickly."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning
from alokasi_models.cpsat.decisions import ALONE, Decisions, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import post


def add_up(aux: Auxiliaries, x: Decisions, inst: Instance) -> None:
    """Everybody's minutes in each team and on all packages, and the minutes each package gets."""
    for (id, team), packages in x.work_in.items():
        if team != ALONE:
            parts = (x.minutes[id, package, team] for package in packages)
            x.here[id, team] = _sum(aux, parts, inst.who.maximum[id], f"here[{id},{team}]")
    for id in x.work_of:
        teams = (x.here.get((id, team), 0) for team in x.seats_of[id])
        individual = (x.minutes[id, package, ALONE] for package in x.work_in.get((id, ALONE), ()))
        x.worked[id] = _sum(aux, (*teams, *individual), inst.who.maximum[id], f"worked[{id}]")
    for package, places in x.work_on.items():
        parts = (x.minutes[id, package, team] for id, team in places)
        x.given[package] = _sum(aux, parts, inst.aims.packages[package].minutes, f"given[{package}]")


def _sum(aux: Auxiliaries, parts: Iterable[Number], most: int, name: str) -> Number:
    """Their sum; a variable where there is more to it than one variable."""
    parts = list(parts)
    fixed = sum(part for part in parts if isinstance(part, int))
    variables = [part for part in parts if not isinstance(part, int)]
    if not variables:
        return fixed
    if len(variables) == 1 and not fixed:
        return variables[0]
    found = aux.whole(most, name, _adding(variables, fixed))
    post(aux.model, total((*variables, -1 * found)), -fixed, -fixed)
    return found


def _adding(variables: list[cp_model.IntVar], fixed: int) -> Meaning:
    indices = [variable.index for variable in variables]
    return lambda values: fixed + sum(values[index] for index in indices)
