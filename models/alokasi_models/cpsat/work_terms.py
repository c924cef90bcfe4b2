"""Terms on the work: what is unmet, what competence is missing, how well people fit."""

from __future__ import annotations

from collections import defaultdict

from alokasi_models.aims import Requirement
from alokasi_models.cpsat.auxiliaries import Auxiliaries, value_of
from alokasi_models.cpsat.decisions import Decisions, Expr, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import post


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


def misfit(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    fits = inst.aims.fits
    costs: list[Expr] = []
    for package, places in x.work_on.items():
        inst.watch()
        costs.append(
            total((100 - fits.fit(id, package)) * x.minutes[id, package, team] for id, team in places)
        )
    most = sum(p.minutes for p in inst.aims.packages.values())
    return aux.excess(total(costs) - 99, most, "misfit", scale=100)
