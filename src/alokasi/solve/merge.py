"""Joins two improvements found from one plan at once, where they touch neither the same team nor the same person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from alokasi_models.cpsat import Freedom, Instance
from alokasi_models.cpsat.decisions import ALONE
from alokasi_models.cpsat.reading import seat_order, team_names
from alokasi_models.plan import FormedTeam, Plan


def apart(one: Freedom, other: Freedom) -> bool:
    """Whether every limit of a team or a person sees changes of one of the two only."""
    if one.teams is None or other.teams is None or one.people is None or other.people is None:
        return False
    return one.teams & other.teams <= {ALONE} and one.people.isdisjoint(other.people)


def joined(inst: Instance, parent: Plan, one: tuple[Freedom, Plan], other: tuple[Freedom, Plan]) -> Plan:
    """The parent, but open teams and the individual work of open people as the search found that had them open.

    Only for searches that are `apart`, and where no limit counts over all teams (max_moves).
    """

    def of(team: str, employee: str = "") -> Plan:
        key = employee if team == ALONE else team
        for freedom, plan in (one, other):
            opened = freedom.people if team == ALONE else freedom.teams
            if opened is not None and key in opened:
                return plan
        return parent

    plans = (parent, one[1], other[1])
    teams = [team for plan in plans for team in plan.teams if of(team.id) is plan]
    seats = [seat for plan in plans for seat in plan.seats if of(seat.team) is plan]
    work = [row for plan in plans for row in plan.work if of(row.team, row.employee) is plan]
    owned: defaultdict[str, set[str]] = defaultdict(set)
    for row in work:
        owned[row.team].add(row.package)
    return replace(
        parent,
        teams=_named(inst, sorted(teams, key=lambda team: team.id), owned),
        seats=tuple(sorted(seats, key=seat_order)),
        work=tuple(sorted(work, key=lambda row: (row.package, row.team, row.employee))),
    )


def _named(inst: Instance, teams: list[FormedTeam], owned: dict[str, set[str]]) -> tuple[FormedTeam, ...]:
    """Designed teams are named after their work, so their names are found again."""
    names = team_names(
        inst,
        [inst.slot(team.id) for team in teams],
        {team: sorted(packages) for team, packages in owned.items()},
    )
    return tuple(replace(team, name=names[team.id]) for team in teams)
