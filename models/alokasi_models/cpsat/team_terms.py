"""Terms on the teams: their leads, themes, hours, unmet work, number and size; their load rests on their people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning, value_of
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.cpsat.rows import post
from alokasi_models.fit import theme_key
from alokasi_models.problem import Coordinator, TeamClass


def foreign_leads(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    units, slots = inst.aims.units, {slot.id: slot for slot in inst.slots}
    return total(
        lead for (id, team), lead in x.lead.items() if units.get(id, "") != inst.aims.owner_unit(slots[team])
    )


def lead_mastery(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for slot in inst.slots:
        if slot.coordinator is not Coordinator.LEAD:
            continue
        leads = [(id, x.lead[id, slot.id]) for id in inst.leads[slot.id] if (id, slot.id) in x.lead]
        owned = [
            (package, x.owns[package, slot.id]) for package in inst.owners if (package, slot.id) in x.owns
        ]
        sure = [package for package, owns in owned if isinstance(owns, int)]
        parts += [sum(a.lead_cost(id, package) for package in sure) * lead for id, lead in leads]
        for package, owns in owned:
            if not isinstance(owns, int):
                cost = total(a.lead_cost(id, package) * lead for id, lead in leads)
                hours = a.hours(package)
                away = aux.excess(cost - hours + hours * owns, hours, f"mastery[{package},{slot.id}]")
                if leads:  # true anyway: the relaxation, which splits leads, needs it
                    post(aux.model, away - min(a.lead_cost(id, package) for id, _ in leads) * owns, 0, None)
                parts.append(away)
    return total(parts)


def team_demand(x: Decisions, inst: Instance, slot: TeamSlot) -> Expr:
    return total(
        inst.aims.packages[package].minutes * owns
        for (package, team), owns in x.owns.items()
        if team == slot.id
    )


def team_unmet(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for slot in inst.slots:
        demand = team_demand(x, inst, slot)
        here = total(x.in_team(id, slot.id) for id in inst.members[slot.id])
        most = sum(a.packages[p].minutes for p, team in x.owns if team == slot.id)
        row = (100 - a.unmet_percent) * demand - 100 * here
        parts.append(aux.excess(row, most, f"unfilled[{slot.id}]", scale=100))
    return total(parts)


def hours_apart(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    teams: defaultdict[str, list[tuple[Number, Expr]]] = defaultdict(list)
    for slot in inst.slots:
        if slot.kind is TeamClass.INTERNAL:
            teams[slot.unit].append((x.formed[slot.id], team_demand(x, inst, slot)))
    parts: list[Expr] = []
    for unit, found in teams.items():
        most = sum(p.minutes for p in a.packages.values() if p.unit == unit or p.team)
        high = aux.whole(most, f"high[{unit}]", _extreme(max, found))
        low = aux.whole(most, f"low[{unit}]", _extreme(min, found))
        for formed, demand in found:
            post(aux.model, high - demand, 0, None)
            post(aux.model, low - demand + most * formed, None, most)
        post(aux.model, high - low, 0, None)
        parts.append(high - low)
    return total(parts)


def _extreme(of: Callable[..., int], teams: list[tuple[Number, Expr]]) -> Meaning:
    """Highest or lowest demand of the teams formed; 0 without any."""
    return lambda values: of(
        (value_of(demand, values) for formed, demand in teams if value_of(formed, values)), default=0
    )


def theme_cohesion(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    here: defaultdict[tuple[str, str], list[Number]] = defaultdict(list)  # (team, theme)
    parted: defaultdict[tuple[str, str], defaultdict[str, list[Number]]] = defaultdict(
        lambda: defaultdict(list)
    )  # (unit, theme) -> team
    for (package, team), owns in x.owns.items():
        found = inst.aims.packages[package]
        theme = theme_key(found.theme)
        if theme:
            here[team, theme].append(owns)
            if not found.team:
                parted[found.unit, theme][team].append(owns)
    by_team: defaultdict[str, list[Number]] = defaultdict(list)
    for (team, theme), owned in here.items():
        by_team[team].append(aux.any_of(owned, f"theme[{team},{theme}]"))
    parts: list[Expr] = [
        aux.excess(total(themes) - 1, len(themes) - 1, f"themes[{team}]") for team, themes in by_team.items()
    ]
    for (unit, theme), teams in parted.items():
        places = [aux.any_of(owned, f"part[{team},{theme}]") for team, owned in teams.items()]
        parts.append(aux.excess(total(places) - 1, len(places) - 1, f"parted[{unit},{theme}]"))
    return total(parts)


def teams_formed(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    return total(x.formed.values())


def team_sizes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    parts: list[Expr] = []
    for slot in inst.slots:
        smallest, largest = inst.aims.preferred_size(slot)
        size = x.size(slot.id, inst.members[slot.id])
        parts.append(aux.excess(smallest * x.formed[slot.id] - size, smallest, f"small[{slot.id}]"))
        parts.append(aux.excess(size - largest, len(inst.members[slot.id]), f"large[{slot.id}]"))
    return total(parts)
