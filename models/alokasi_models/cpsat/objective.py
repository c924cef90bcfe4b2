"""Every term of the objective as a linear expression; the definitions stand in `alokasi_models.score`.

A term's expression equals the score of the plan once the measuring variables are pressed down, to the last unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TypeAlias

from alokasi_models.aims import Requirement
from alokasi_models.cpsat.auxiliaries import Auxiliaries, Meaning, value_of
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.cpsat.rows import post
from alokasi_models.fit import theme_key
from alokasi_models.problem import Coordinator, Lock, SeatRole, TeamClass

TermExpression: TypeAlias = Callable[[Auxiliaries, Decisions, Instance], Expr]


def unmet_minutes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    return total(a.priority[id] * (p.minutes - x.served(id)) for id, p in a.packages.items())


def missing_competence(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    asked: defaultdict[tuple[str, Requirement], list[tuple[int, Number]]] = defaultdict(list)
    parts: list[Expr] = []
    for package, requirements in inst.aims.required.items():
        for requirement, headcount in requirements:
            for team in inst.owners[package]:
                if (package, team) in x.owns:
                    asked[team, requirement].append((headcount, x.owns[package, team]))
            parts.extend(_missing_alone(aux, x, inst, package, requirement))
    for (team, requirement), needs in asked.items():
        held = total(x.member[id, team] for id in inst.aims.holders[requirement] if (id, team) in x.member)
        parts.append(_missing_in_team(aux, needs, held, f"missing[{team},{requirement}]"))
    return total(parts)


def _missing_in_team(aux: Auxiliaries, needs: list[tuple[int, Number]], held: Expr, name: str) -> Expr:
    """s >= headcount x owns - held for each package that asks."""
    sure = max((headcount for headcount, owns in needs if isinstance(owns, int) and owns), default=0)
    open_needs = [
        (headcount, owns) for headcount, owns in needs if not isinstance(owns, int) and headcount > sure
    ]
    if not open_needs:
        return aux.excess(sure - held, sure, name)
    most = max(sure, *(headcount for headcount, _ in open_needs))
    rows = [sure - held, *(headcount * owns - held for headcount, owns in open_needs)]
    missing = aux.whole(most, name, lambda values: max(0, *(value_of(row, values) for row in rows)))
    for row in rows:
        post(aux.model, missing - row, 0, None)
    return missing


def _missing_alone(
    aux: Auxiliaries, x: Decisions, inst: Instance, package: str, requirement: Requirement
) -> list[Expr]:
    holders = inst.aims.holders[requirement]
    people = [id for id in inst.alone[package] if (package, id) in x.alone]
    without = [x.alone[package, id] for id in people if id not in holders]
    if not inst.ruleset.reads("A31", "beberapa"):
        return list(without)
    held = total(x.alone[package, id] for id in people if id in holders)
    rows = [part - held for part in without]
    if not rows:
        return []
    missing = aux.switch(
        f"missing[{package},{requirement}]", lambda values: max(0, *(value_of(row, values) for row in rows))
    )
    for row in rows:
        post(aux.model, missing - row, 0, None)
    return [missing]


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
        for package in inst.owners:
            owns = x.owns.get((package, slot.id))
            if owns is None:
                continue
            cost = total(a.lead_cost(id, package) * lead for id, lead in leads)
            if isinstance(owns, int):
                parts.append(cost if owns else 0)
            else:
                hours = a.hours(package)
                parts.append(aux.excess(cost - hours + hours * owns, hours, f"mastery[{package},{slot.id}]"))
    return total(parts)


def person_load(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for id in a.people:
        load, target, most = x.load(id, inst), a.target[id], inst.who.maximum[id]
        parts.append(_distance(aux, load, target, most, id))
        for step in a.load_steps[id]:
            if step.above < most:
                over = aux.excess(load - step.above, most - step.above, f"over[{id},{step.above}]")
                parts.append(step.slope * over)
    return total(parts)


def _distance(aux: Auxiliaries, load: Expr, target: int, most: int, id: str) -> Expr:
    """|load - target| as one equation with both sides of it."""
    if isinstance(load, int):
        return abs(load - target)
    above = aux.whole(max(most - target, 0), f"above[{id}]", lambda v: max(0, value_of(load, v) - target))
    below = aux.whole(target, f"below[{id}]", lambda v: max(0, target - value_of(load, v)))
    post(aux.model, load - above + below, target, target)
    return above + below


def team_load(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    sole = _sole_teams(aux, x, inst)
    parts: list[Expr] = []
    for slot in inst.slots:
        demand = _demand(x, inst, slot)
        capacity = _capacity(x, inst, slot, sole)
        most = sum(a.packages[p].minutes for p, team in x.owns if team == slot.id)
        for step in a.team_steps[slot.unit]:
            row = 100 * demand - step.above * capacity
            parts.append(step.slope * aux.excess(row, most, f"busy[{slot.id},{step.above}]", scale=100))
        low = a.team_low[slot.unit]
        most_capacity = sum(a.base.get(id, 0) for id in inst.members[slot.id])
        row = low * capacity - 100 * demand
        parts.append(aux.excess(row, low * most_capacity // 100 + 1, f"slack[{slot.id}]", scale=100))
    return total(parts)


def _demand(x: Decisions, inst: Instance, slot: TeamSlot) -> Expr:
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


def _short_of(served: Expr, least: int) -> Meaning:
    return lambda values: int(value_of(served, values) < least)


def team_unmet(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    a = inst.aims
    parts: list[Expr] = []
    for slot in inst.slots:
        demand = _demand(x, inst, slot)
        here = total(
            x.minutes[id, package, slot.id]
            for id in inst.members[slot.id]
            for package in x.work_in[id, slot.id]
        )
        most = sum(a.packages[p].minutes for p, team in x.owns if team == slot.id)
        row = (100 - a.unmet_percent) * demand - 100 * here
        parts.append(aux.excess(row, most, f"unfilled[{slot.id}]", scale=100))
    return total(parts)


def misfit(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    fits = inst.aims.fits
    cost = total((100 - fits.fit(id, package)) * minutes for (id, package, _), minutes in x.minutes.items())
    most = sum(p.minutes for p in inst.aims.packages.values())
    return aux.excess(cost - 99, most, "misfit", scale=100)


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


def wishes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    return total(_unkept(aux, x, lock, place) for place, lock in enumerate(inst.aims.wishes))


def _unkept(aux: Auxiliaries, x: Decisions, lock: Lock, place: int) -> Expr:
    """1 where what the row names does not all hold."""
    asked: list[Expr] = []  # each at least 1 when kept
    seats = [team for team in x.seats_of[lock.employee] if lock.team in ("", team)]
    if lock.other:
        theirs = set(x.seats_of[lock.other])
        asked.append(total(_both(aux, x, lock, team) for team in seats if team in theirs))
    elif lock.team:
        asked.append(total(x.member[lock.employee, team] for team in seats))
    least = max(1, lock.minutes or 0)
    worked = x.on_package(lock.employee, lock.package) if lock.package else least
    rows = [(part, 1) for part in asked] + [(worked, least)]
    if all(isinstance(part, int) for part, _ in rows):
        return int(any(part < needed for part, needed in rows if isinstance(part, int)))
    unkept = aux.switch(
        f"unkept[{place}]", lambda v: int(any(value_of(part, v) < needed for part, needed in rows))
    )
    for part, needed in rows:
        post(aux.model, part + needed * unkept, needed, None)
    return unkept


def _both(aux: Auxiliaries, x: Decisions, lock: Lock, team: str) -> Number:
    one, other = x.member[lock.employee, team], x.member[lock.other, team]
    if isinstance(one, int):
        return other if one else 0
    if isinstance(other, int):
        return one if other else 0
    both = aux.switch(
        f"wish[{lock.employee},{lock.other},{team}]", lambda v: min(v[one.index], v[other.index])
    )
    post(aux.model, both - one, None, 0)
    post(aux.model, both - other, None, 0)
    return both


def changes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    """Seats that differ from the decree in force, person by person."""
    return total(seat_changes(x, inst).values())


def seat_changes(x: Decisions, inst: Instance) -> dict[tuple[str, str], Expr]:
    """(employee, old or new team) -> 1 where the seat differs from the decree in force."""
    before = inst.aims.before
    if not before:
        return {}
    standing = {inst.aims.continued(slot.id): slot.id for slot in inst.slots}
    advising = {(id, inst.aims.continued(team)) for id, team in inst.advisers}
    changed: dict[tuple[str, str], Expr] = {}
    for (id, old), role in before.items():
        team = standing.get(old, "")
        member, lead = x.member.get((id, team), 0), x.lead.get((id, team), 0)
        if role is SeatRole.LEAD:
            changed[id, old] = 1 - lead
        elif role is SeatRole.MEMBER:
            changed[id, old] = 1 - member + lead
        else:
            changed[id, old] = int((id, old) not in advising)
    for (id, team), seat in x.member.items():
        place = (id, inst.aims.continued(team))
        if place not in before:
            changed[place] = seat
    for place in advising:
        if place not in before:
            changed[place] = 1
    return changed


def teams_formed(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    return total(x.formed.values())


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


def team_sizes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    parts: list[Expr] = []
    for slot in inst.slots:
        smallest, largest = inst.aims.preferred_size(slot)
        size = x.size(slot.id, inst.members[slot.id])
        parts.append(aux.excess(smallest * x.formed[slot.id] - size, smallest, f"small[{slot.id}]"))
        parts.append(aux.excess(size - largest, len(inst.members[slot.id]), f"large[{slot.id}]"))
    return total(parts)


def many_teams(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    most = inst.aims.most_teams_preferred
    return total(
        aux.excess(x.memberships(id) - most, len(teams), f"many[{id}]") for id, teams in x.seats_of.items()
    )


TERM_EXPRESSIONS: Mapping[str, TermExpression] = {
    "kurang_jam": unmet_minutes,
    "kompetensi_wajib": missing_competence,
    "ketua_pemilik": foreign_leads,
    "penguasaan_ketua": lead_mastery,
    "beban_orang": person_load,
    "beban_tim": team_load,
    "isi_tim": team_unmet,
    "kecocokan": misfit,
    "kohesi_rumpun": theme_cohesion,
    "arah_karier": career,
    "harapan": wishes,
    "perubahan": changes,
    "jumlah_tim": teams_formed,
    "lintas_kedudukan": away_from_seat,
    "rangkap": second_seats,
    "ukuran_tim": team_sizes,
    "tim_semua_unit": many_teams,
}
