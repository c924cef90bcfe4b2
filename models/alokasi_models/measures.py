"""Load of people and teams in a plan, and how even it is (model.md 2a): figures, not objectives.

Load of a person = all minutes (packages in teams, individual work, the lead's duty, advice) / jam_efektif.
EU of a team = its demand / sum over members of jam_efektif x (package minutes in the team / all minutes of
the person).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, pstdev

from alokasi_models.ledger import Ledger, ledger
from alokasi_models.natural import natural
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem
from alokasi_models.workload import WorkNeed, capacities, lent_away, team_needs

FULL_LOAD = 1.0
HALF_LOAD = 0.5


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """Minutes a year. `share` is minutes / effective, None without effective time."""

    id: str
    unit: str  # "" for somebody the workbook does not know
    minutes: int
    effective: int
    share: float | None
    teams: int  # as Ketua or Anggota
    leads: tuple[str, ...]
    lent: int  # minutes reserved for units outside the workbook, not in `minutes`


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """Minutes a year. Shares are of members with effective time; None where there is nothing to divide by."""

    id: str
    members: int  # Ketua and Anggota
    demand: int  # of the packages it owns
    filled: int  # a package counts at most its own demand
    unmet: int
    eu: float | None
    fte: float  # need in people: demand / effective time of one full-time person of the package's unit
    mean_share: float | None
    highest_share: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """How even shares are (1.0 = full load)."""

    highest: float
    lowest: float
    stdev: float  # of the whole population
    gini: float  # 0 all equal .. 1; 0 where all are 0
    over: int  # above full load
    under_half: int
    without: int  # nothing at all


def person_loads(problem: Problem, plan: Plan, ruleset: Ruleset) -> tuple[PersonLoad, ...]:
    """Everybody of the planned units, and others (guests, unknown ids) with a seat or time here; by id."""
    effective = capacities(problem, ruleset.norm)
    planned = {unit.id for unit in problem.planned}
    units = {e.id: e.unit for e in problem.employees}
    lent = lent_away(problem)
    of = ledger(plan)
    leads: dict[str, list[str]] = {}
    for team, people in of.leads.items():
        for id in people:
            leads.setdefault(id, []).append(team)
    shown = {id for id, unit in units.items() if unit in planned}
    shown |= {id for id, minutes in of.load.items() if minutes > 0} | {id for id, _ in of.roles}
    return tuple(
        PersonLoad(
            id=id,
            unit=units.get(id, ""),
            minutes=of.load[id],
            effective=effective.get(id, 0),
            share=_ratio(of.load[id], effective.get(id, 0)),
            teams=len(of.teams_of.get(id, ())),
            leads=tuple(sorted(leads.get(id, ()), key=natural)),
            lent=lent.get(id, 0),
        )
        for id in sorted(shown, key=natural)
    )


def team_loads(problem: Problem, plan: Plan, ruleset: Ruleset) -> tuple[TeamLoad, ...]:
    """A row per team of the plan, in its order."""
    effective = capacities(problem, ruleset.norm)
    demands = {package.id: package.minutes for package in problem.packages}
    of = ledger(plan)
    owned = {team.id: [id for id in of.packages.get(team.id, ()) if id in demands] for team in plan.teams}
    needs = {need.id: need for need in team_needs(problem, owned, ruleset.norm)}
    return tuple(
        _team_load(
            team.id,
            needs[team.id],
            sum(min(of.served[id], demands[id]) for id in owned[team.id]),
            effective,
            of,
        )
        for team in plan.teams
    )


def spread(shares: Iterable[float]) -> Spread:
    """Figures of evenness. ValueError for no shares at all."""
    values = sorted(shares)
    if not values:
        raise ValueError("no shares to compare")
    return Spread(
        highest=values[-1],
        lowest=values[0],
        stdev=pstdev(values),
        gini=_gini(values),
        over=sum(value > FULL_LOAD for value in values),
        under_half=sum(value < HALF_LOAD for value in values),
        without=sum(value == 0 for value in values),
    )


def _team_load(team: str, need: WorkNeed, filled: int, effective: dict[str, int], of: Ledger) -> TeamLoad:
    members = of.members.get(team, ())
    given = sum(
        effective.get(id, 0) * of.in_team[id, team] / of.load[id] for id in members if of.load[id] > 0
    )
    shares = [of.load[id] / effective[id] for id in members if effective.get(id, 0) > 0]
    return TeamLoad(
        id=team,
        members=len(members),
        demand=need.minutes,
        filled=filled,
        unmet=need.minutes - filled,
        eu=_ratio(need.minutes, given),
        fte=float(need.need),
        mean_share=fmean(shares) if shares else None,
        highest_share=max(shares, default=None),
    )


def _gini(ascending: list[float]) -> float:
    """Mean absolute difference / twice the mean, by the rank formula."""
    count, total = len(ascending), sum(ascending)
    if total == 0:
        return 0.0
    ranked = sum(rank * value for rank, value in enumerate(ascending, start=1))
    return 2 * ranked / (count * total) - (count + 1) / count


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None
