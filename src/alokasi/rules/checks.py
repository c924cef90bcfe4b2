"""The register: what each clause asks of a finished plan, by the clause's id."""

from __future__ import annotations

from alokasi.rules import (
    appraiser,
    balance,
    caps,
    competences,
    coordination,
    coverage,
    data_basis,
    dates,
    decree_items,
    definitions,
    fitting,
    individual,
    leads,
    loans,
    manager,
    members,
    options,
    patterns,
    positions,
    procedure,
    weighed,
)
from alokasi.rules.judging import Checks

# Clauses that say nothing of a unit for which there is no plan.
OF_A_PLAN: Checks = {
    **caps.CHECKS,
    **coordination.CHECKS,
    **leads.CHECKS,
    **members.CHECKS,
    **coverage.CHECKS,
    **fitting.CHECKS,
    **competences.CHECKS,
    **balance.CHECKS,
}

CHECKS: Checks = {
    **OF_A_PLAN,
    **appraiser.CHECKS,
    **data_basis.CHECKS,
    **dates.CHECKS,
    **definitions.CHECKS,
    **decree_items.CHECKS,
    **individual.CHECKS,
    **loans.CHECKS,
    **manager.CHECKS,
    **options.CHECKS,
    **patterns.CHECKS,
    **positions.CHECKS,
    **procedure.CHECKS,
    **weighed.CHECKS,
}
