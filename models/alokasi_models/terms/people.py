"""Terms on the people: their load, wishes, what changes for them, and how many teams they serve."""

from __future__ import annotations

from alokasi_models.aims import Aims
from alokasi_models.ledger import Ledger
from alokasi_models.problem import Lock, TeamClass
from alokasi_models.terms.scope import planned_teams, team_counts


def person_load(a: Aims, of: Ledger) -> int:
    """beban_orang: sum over own people i of |load_i - target_i| + sum_k slope_k x max(0, load_i - above_ik).

    load_i = sum_w h_iw + duty_i x sum_t l_it + advice of i; target and above are minutes (`Aims`). So the
    price of a minute rises convexly with the load.
    """
    total = 0
    for id in a.people:
        load = of.load[id]
        total += abs(load - a.target[id])
        total += sum(step.slope * max(0, load - step.above) for step in a.load_steps[id])
    return total


def team_load(a: Aims, of: Ledger) -> int:
    """beban_tim: sum over own people i of sum_k slope_k x max(0, load_i - above_ik). Minutes.

    above_ik = target_i x above_k / 100, rounded down. EU tim (A32) is the mean load of a team's people, each by the
    time spent there: what a team has above a step is at most what its people bring above it. That bound is priced; it
    is linear, and no member's excess hides behind another's idle time.
    """
    return sum(step.slope * max(0, of.load[id] - step.above) for id in a.people for step in a.team_steps[id])


def wishes(a: Aims, of: Ledger) -> int:
    """harapan: locks `harap` not kept. All that a row names must hold:

    kode_tim       x_it = 1
    id_pegawai_2   both sit in one team (kode_tim where given): sum_t b_t >= k, b_t <= x_it, b_t <= x_jt
    kode_tugas     h_iw >= max(1, jam)
    """
    return sum(not _kept(lock, of) for lock in a.wishes)


def changes(a: Aims, of: Ledger) -> int:
    """perubahan: person-seats that differ from the decree in force: joined, left, other role. 0 without it.

    Teams are compared by `Aims.continued`. For each old Anggota: 1 - x_it + l_it; for each old Ketua:
    1 - l_it; for each old Penasihat: 1 - (advises t); for each seat without an old one: 1. People who are
    gone and teams that are not continued add a constant.
    """
    if not a.before:
        return 0
    after = {(id, a.continued(team)): role for (id, team), role in of.roles.items()}
    return sum(a.before.get(place) is not after.get(place) for place in a.before.keys() | after.keys())


def away_from_seat(a: Aims, of: Ledger) -> int:
    """lintas_kedudukan: memberships x_it in internal teams of i's unit whose kedudukan is not home_seat_i.

    Guests and others without a home seat do not count.
    """
    return sum(
        a.home_seat.get(id, team.seat) != team.seat
        for team in planned_teams(a, of)
        if team.kind is TeamClass.INTERNAL
        for id in of.members.get(team.id, ())
        if a.units.get(id) == team.unit
    )


def second_seats(a: Aims, of: Ledger) -> int:
    """rangkap: sum over people of max(0, sum_t x_it - 1), teams of every class."""
    return sum(count - 1 for count in team_counts(a, of).values())


def many_teams(a: Aims, of: Ledger) -> int:
    """tim_semua_unit: sum over people of max(0, sum_t x_it - P05), teams of every class and unit."""
    return sum(max(0, count - a.most_teams_preferred) for count in team_counts(a, of).values())


def _kept(lock: Lock, of: Ledger) -> bool:
    teams = set(of.teams_of.get(lock.employee, ()))
    if lock.team:
        teams &= {lock.team}
    if lock.other:
        teams &= set(of.teams_of.get(lock.other, ()))
    if (lock.team or lock.other) and not teams:
        return False
    return not lock.package or of.on_package[lock.employee, lock.package] >= max(1, lock.minutes or 0)
