"""Names for ids: the decree in force may name people, teams and officials that no longer exist; their id
stands then.
"""

from __future__ import annotations

from alokasi_models.plan import Plan
from alokasi_models.problem import Problem


def people(problem: Problem) -> dict[str, str]:
    """Names of employees and officials by id (a vacant post has no name: its position stands)."""
    names = {o.id: o.name or o.position for o in problem.officials}
    return names | {e.id: e.name for e in problem.employees}


def teams(problem: Problem, *plans: Plan | None) -> dict[str, str]:
    """Names of teams by code: the workbook's, then those of the plans, later plans winning."""
    names = {t.id: t.name for t in problem.teams}
    for plan in plans:
        if plan is not None:
            names |= {t.id: t.name or t.id for t in plan.teams}
    return names
