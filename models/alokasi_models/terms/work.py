"""Terms on the work: what is unmet, what competence is missing, how well people fit."""

from __future__ import annotations

from alokasi_models.aims import Aims, Requirement
from alokasi_models.ledger import Ledger
from alokasi_models.terms.scope import demand, planned_teams, unmet


def unmet_minutes(a: Aims, of: Ledger) -> int:
    """kurang_jam: sum over packages w of priority_w x max(0, minutes_w - sum_i h_iw). Minutes x weight."""
    return sum(a.priority[id] * unmet(a, of, id) for id in a.packages)


def missing_competence(a: Aims, of: Ledger) -> int:
    """kompetensi_wajib: people missing; each requirement r counts once a team.

    Team t: sum over r of max(0, max over its packages w asking r of headcount_wr
    - sum_{i in holders_r} x_it); rows s_tr >= headcount_wr z_wt - sum_{i in holders_r} x_it, one for each w.
    Individual package: sum over r of (1 - sum_{i in holders_r} v_iw). Packages nobody owns count like it.
    Two requirements are the same when their alternatives (competence, level) are. 0 where nobody in the
    workbook has a competence level.
    """
    asked: dict[tuple[str, Requirement], int] = {}
    missing = 0
    for package, requirements in a.required.items():
        team = of.owner.get(package, "")
        for requirement, headcount in requirements:
            if team:
                asked[team, requirement] = max(asked.get((team, requirement), 0), headcount)
            else:
                missing += a.holders[requirement].isdisjoint(of.holders.get(package, ()))
    for (team, requirement), headcount in asked.items():
        held = sum(id in a.holders[requirement] for id in of.members.get(team, ()))
        missing += max(0, headcount - held)
    return missing


def team_unmet(a: Aims, of: Ledger) -> int:
    """isi_tim: sum over teams of max(0, ceil(unmet_t - percent x demand_t / 100)). Minutes.

    percent = `Aims.unmet_percent`; unmet_t = sum over its packages of max(0, minutes_w - sum_i h_iw).
    Row with whole e: 100 e >= 100 unmet_t - percent demand_t.
    """
    total = 0
    for team in planned_teams(a, of):
        missing = sum(unmet(a, of, package) for package in of.packages.get(team.id, ()))
        total += max(0, missing - a.unmet_percent * demand(a, of, team.id) // 100)
    return total


def misfit(a: Aims, of: Ledger) -> int:
    """kecocokan: (sum over i, w of h_iw x (100 - fit_iw)) // 100, divided once at the end. Minutes.

    As a row with whole K: 100 K >= sum - 99. People and packages the workbook lacks are left out.
    """
    total = sum(
        minutes * (100 - a.fits.fit(id, package))
        for (id, package), minutes in of.on_package.items()
        if package in a.packages and id in a.units
    )
    return total // 100


def career(a: Aims, of: Ledger) -> int:
    """arah_karier: own people who state one and work less than career_least_i on packages serving it.

    Row: sum_{w in careers_i} h_iw >= career_least_i (1 - a_i), a_i binary.
    """
    return sum(
        sum(of.on_package[id, package] for package in packages) < a.career_least[id]
        for id, packages in a.careers.items()
    )
