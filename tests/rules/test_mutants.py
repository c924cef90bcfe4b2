"""Changes to the code of the audit are seen by the worked cases of the pack alone, as a lawyer reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from case_faults import faults
from case_notation import ON, Case, cases, policy_cases
from mutants import Mutant, audit_with, modules, mutants

from alokasi.rules import audit
from alokasi_models.packs import ruleset

ALIKE = 0.15  # of a module's changes may change no verdict: most of these say the same in another way


@pytest.mark.parametrize(
    "module", ["definitions", *(pytest.param(m, marks=pytest.mark.long) for m in modules())]
)
def test_most_changes_of_a_module_are_seen(module: str):
    order = [*policy_cases(), *cases()]
    found = list(mutants(module))
    unseen = [f"{m.line} {m.words}" for m in found if not _seen(module, m, order)]
    assert len(unseen) <= ALIKE * len(found), "\n".join(unseen)


def test_afterwards_the_audit_is_what_it_was():
    before = audit
    with audit_with("caps", next(mutants("caps"))) as changed:
        assert changed is not before
    import alokasi.rules

    assert alokasi.rules.audit is before


def _seen(module: str, mutant: Mutant, order: list[Case]) -> bool:
    """A case that sees it is asked first the next time."""
    with audit_with(module, mutant) as changed:
        for place, case in enumerate(order):
            if _differs(case, changed):
                order.insert(0, order.pop(place))
                return True
    return False


def _differs(case: Case, changed: Callable[..., Any]) -> bool:
    problem = case.problem()
    try:
        return bool(
            faults(case, changed(problem, case.plan(), ruleset(problem), case.fields.get("tanggal", ON)))
        )
    except (LookupError, NameError, AttributeError, TypeError, ArithmeticError, ValueError, RecursionError):
        return True
