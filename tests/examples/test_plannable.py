"""Examples and generated units can be planned: a first plan is found and the audit breaks no clause in it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from alokasi.examples import PLANNED, example, generate, write_examples
from alokasi.rules import audit
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem, UnitKind

PATIENCE = 120.0
LONG = [pytest.param(staff, marks=pytest.mark.long) for staff in (250, 600)]


def broken_in_first_plan(unit: Problem) -> tuple[str, ...]:
    rules = ruleset(unit)
    plan = first_plan(instance(unit, rules), Clock(PATIENCE, Event()), 0, None).plan
    assert plan is not None
    return tuple(verdict.rule for verdict in audit(unit, plan, rules).broken)


@pytest.mark.parametrize(("pattern", "kind"), PLANNED, ids=[f"{p} {k}" for p, k in PLANNED])
def test_an_example_has_a_lawful_plan(pattern: str, kind: UnitKind):
    assert broken_in_first_plan(example(pattern, kind)) == ()


@pytest.mark.parametrize("given", [True, False], ids=["given teams", "free grouping"])
@pytest.mark.parametrize("staff", [30, 100, *LONG])
def test_a_generated_unit_has_a_lawful_plan(staff: int, given: bool):
    assert broken_in_first_plan(generate(staff, 0, given)) == ()


def test_writing_the_examples_again_changes_no_byte(tmp_path: Path):
    first = {path.name: path.read_bytes() for path in write_examples(tmp_path / "first")}
    second = {path.name: path.read_bytes() for path in write_examples(tmp_path / "second")}
    assert first == second
