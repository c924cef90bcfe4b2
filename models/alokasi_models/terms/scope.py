"""What of a plan counts in the objective: teams and packages of units in scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from alokasi_models.aims import Aims
from alokasi_models.ledger import Ledger
from alokasi_models.plan import FormedTeam


def planned_teams(a: Aims, of: Ledger) -> Iterator[FormedTeam]:
    """Teams of the plan that belong to a unit in scope, of every class."""
    return (team for team in of.teams if team.unit in a.scope)


def team_counts(a: Aims, of: Ledger) -> Counter[str]:
    """Teams of each person who is in one or more, of every class."""
    return Counter(id for team in planned_teams(a, of) for id in of.members.get(team.id, ()))


def demand(a: Aims, of: Ledger, team: str) -> int:
    """demand_t: minutes of the packages a team owns."""
    return sum(a.packages[id].minutes for id in of.packages.get(team, ()) if id in a.packages)


def unmet(a: Aims, of: Ledger, package: str) -> int:
    """max(0, minutes_w - sum_i h_iw); 0 for a package out of scope."""
    found = a.packages.get(package)
    return 0 if found is None else max(0, found.minutes - of.served[package])
