"""Terms on the teams: their leads, themes, hours, number and size."""

from __future__ import annotations

from collections import Counter, defaultdict

from alokasi_models.aims import Aims
from alokasi_models.fit import theme_key
from alokasi_models.ledger import Ledger
from alokasi_models.problem import Coordinator, TeamClass
from alokasi_models.terms.scope import demand, planned_teams


def foreign_leads(a: Aims, of: Ledger) -> int:
    """ketua_pemilik: teams whose Ketua is not of the owner unit: sum of l_it over such i.

    The owner unit (`Aims.owner_unit`) is known before any plan.
    """
    return sum(
        any(a.units.get(lead, "") != a.owner_unit(team) for lead in of.leads.get(team.id, ()))
        for team in planned_teams(a, of)
    )


def lead_mastery(a: Aims, of: Ledger) -> int:
    """penguasaan_ketua: sum over teams with koordinator Ketua and their packages w of lead_cost(lead, w).

    Hours. Rows for free packages, exact because exactly one i leads t: c_w >= 0 and, for each t,
    c_w >= sum_i lead_cost_iw l_it - hours_w (1 - z_wt). A team without its Ketua costs all hours.
    """
    total = 0
    for team in planned_teams(a, of):
        if team.coordinator is Coordinator.LEAD:
            leads = [lead for lead in of.leads.get(team.id, ()) if lead in a.units]
            for package in of.packages.get(team.id, ()):
                if package in a.packages:
                    total += min((a.lead_cost(lead, package) for lead in leads), default=a.hours(package))
    return total


def theme_cohesion(a: Aims, of: Ledger) -> int:
    """kohesi_rumpun: sum over teams of max(0, themes in it - 1)
    + sum over unit and theme of max(0, teams that own a free package of it - 1).

    A theme is in a team when z_wt = 1 for one of its packages; free: kode_tim is blank. Blank themes do not
    count.
    """
    in_team: set[tuple[str, str]] = set()
    parted: set[tuple[str, str, str]] = set()
    for id, package in a.packages.items():
        team, theme = of.owner.get(id, ""), theme_key(package.theme)
        if team and theme:
            in_team.add((team, theme))
            if not package.team:
                parted.add((package.unit, theme, team))
    themes = Counter(team for team, _ in in_team)
    teams = Counter((unit, theme) for unit, theme, _ in parted)
    return sum(count - 1 for count in themes.values()) + sum(count - 1 for count in teams.values())


def hours_apart(a: Aims, of: Ledger) -> int:
    """selisih_jam_tim: sum over units of the highest less the lowest demand_t of its internal teams. Minutes.

    What K076 asks under A32 `jam_tim`. Rows: high >= demand_t and low <= demand_t + U (1 - y_t), U the unit's work.
    """
    hours: defaultdict[str, list[int]] = defaultdict(list)
    for team in planned_teams(a, of):
        if team.kind is TeamClass.INTERNAL:
            hours[team.unit].append(demand(a, of, team.id))
    return sum(max(found) - min(found) for found in hours.values())


def teams_formed(a: Aims, of: Ledger) -> int:
    """jumlah_tim: sum_t y_t, teams of every class."""
    return sum(1 for _ in planned_teams(a, of))


def team_sizes(a: Aims, of: Ledger) -> int:
    """ukuran_tim: persons, sum over teams of max(0, smallest_t y_t - size_t) + max(0, size_t - largest_t).

    size_t = sum_i x_it; bounds from `Aims.preferred_size`.
    """
    total = 0
    for team in planned_teams(a, of):
        smallest, largest = a.preferred_size(team)
        size = len(of.members.get(team.id, ()))
        total += max(0, smallest - size) + max(0, size - largest)
    return total
