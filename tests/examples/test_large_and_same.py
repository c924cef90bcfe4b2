"""The largest generated units have a lawful plan; example workbooks come out the same to the byte."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from alokasi.examples import generate, write_examples
from alokasi.rules import audit
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import ruleset

PATIENCE = 120.0


@pytest.mark.long
@pytest.mark.parametrize("given", [True, False], ids=["given teams", "free grouping"])
@pytest.mark.parametrize("staff", [250, 600])
def test_a_large_unit_has_a_lawful_plan(staff: int, given: bool):
    unit = generate(staff, 0, given)
    rules = ruleset(unit)
    plan = first_plan(instance(unit, rules), Clock(PATIENCE, Event()), 0, None).plan
    assert plan is not None
    assert audit(unit, plan, rules).broken == ()


def test_writing_the_examples_again_changes_no_byte(tmp_path: Path):
    first = {path.name: path.read_bytes() for path in write_examples(tmp_path / "first")}
    second = {path.name: path.read_bytes() for path in write_examples(tmp_path / "second")}
    assert first == second
