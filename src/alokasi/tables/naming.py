"""Names of teams by code: the decree in force may name teams that no longer exist; their code stands then."""

from __future__ import annotations

from alokasi_models.plan import Plan
from alokasi_models.problem import Problem


def teams(problem: Problem, *plans: Plan | None) -> dict[str, str]:
    """Names of teams by code: the workbook's, then those of the plans, later plans winning."""
    names = {t.id: t.name for t in problem.teams}
    for plan in plans:
        if plan is not None:
            names |= {t.id: t.name or t.id for t in plan.teams}
    return names
