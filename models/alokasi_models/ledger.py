"""What a plan adds up to, indexed once: teams, their people and work, and everybody's minutes.

Reads any plan, flawed ones too: ids the workbook does not know are kept, and a package owned by several teams
counts with the one that gives it most minutes (then the lower code; a team before individual work).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alokasi_models.plan import FormedTeam, Plan
from alokasi_models.problem import SeatRole


@dataclass(frozen=True, slots=True)
class Ledger:
    """Minutes are minutes a year.

    members     team -> Ketua and Anggota, by id (advisers not)
    leads       team -> Ketua, by id
    teams_of    employee -> teams where he or she is Ketua or Anggota, by code
    roles       (employee, team) -> role, the highest where a person stands twice
    owner       package -> team, "" for individual work; packages without a row are not in it
    packages    team -> its packages, by id
    holders     individual package -> people named for it, by id
    served      package -> minutes worked on it
    in_team     (employee, team) -> minutes on the team's packages
    on_package  (employee, package) -> minutes
    load        employee -> all minutes
    """

    teams: tuple[FormedTeam, ...]
    members: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]]
    teams_of: Mapping[str, tuple[str, ...]]
    roles: Mapping[tuple[str, str], SeatRole]
    owner: Mapping[str, str]
    packages: Mapping[str, tuple[str, ...]]
    holders: Mapping[str, tuple[str, ...]]
    served: Counter[str]
    in_team: Counter[tuple[str, str]]
    on_package: Counter[tuple[str, str]]
    load: Counter[str]


def ledger(plan: Plan) -> Ledger:
    """Add a plan up."""
    roles = _roles(plan)
    owner = _owners(plan)
    seated = sorted(place for place, role in roles.items() if role is not SeatRole.ADVISER)
    in_team: Counter[tuple[str, str]] = Counter()
    on_package: Counter[tuple[str, str]] = Counter()
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for work in plan.work:
        if not work.employee:
            continue
        on_package[work.employee, work.package] += work.minutes
        if work.team:
            in_team[work.employee, work.team] += work.minutes
        else:
            holders[work.package].add(work.employee)
    return Ledger(
        teams=plan.teams,
        members=_listed((team, id) for id, team in seated),
        leads=_listed((team, id) for id, team in seated if roles[id, team] is SeatRole.LEAD),
        teams_of=_listed(seated),
        roles=roles,
        owner=owner,
        packages=_listed((team, package) for package, team in owner.items() if team),
        holders={package: tuple(sorted(people)) for package, people in holders.items()},
        served=plan.served(),
        in_team=in_team,
        on_package=on_package,
        load=plan.load(),
    )


def _roles(plan: Plan) -> dict[tuple[str, str], SeatRole]:
    order = {role: place for place, role in enumerate(SeatRole)}
    roles: dict[tuple[str, str], SeatRole] = {}
    for seat in plan.seats:
        place = (seat.employee, seat.team)
        roles[place] = min(roles.get(place, seat.role), seat.role, key=order.__getitem__)
    return roles


def _owners(plan: Plan) -> dict[str, str]:
    minutes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for work in plan.work:
        minutes[work.package][work.team] += work.minutes
    return {
        package: min(teams, key=lambda team: (-teams[team], not team, team))
        for package, teams in minutes.items()
    }


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for key, id in pairs:
        lists[key].append(id)
    return {key: tuple(sorted(ids)) for key, ids in lists.items()}
