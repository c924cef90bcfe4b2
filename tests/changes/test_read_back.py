"""Whatever changes are applied, a workbook of the changed problem is accepted by the reader and reads back equal."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from any_changes import fitting

from alokasi.changes import ChangesRefused, apply
from alokasi.examples import EXAMPLES, example, generate
from alokasi.workbook import read, write_template
from alokasi.workbook.issues import has_errors
from alokasi_models.packs import ruleset
from alokasi_models.problem import Problem, UnitKind

AT_ONCE = 12


def changed_often(problem: Problem, seed: int, count: int = AT_ONCE) -> Problem:
    """One change after the other, each fitting what the ones before left."""
    rng, rules = Random(seed), ruleset(problem)
    for number in range(count):
        found = apply(problem, rules, [fitting(problem, rng, number)])
        problem, rules = found.problem, found.ruleset
    return problem


def assert_reads_back(problem: Problem, path: Path) -> None:
    write_template(path, problem)
    reading = read(path)
    assert not has_errors(reading.issues), [i for i in reading.issues if i.severity == "galat"]
    assert reading.problem == problem


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("pattern", "kind"), EXAMPLES)
def test_the_examples_changed_often_read_back(pattern: str, kind: UnitKind, seed: int, tmp_path: Path):
    assert_reads_back(changed_often(example(pattern, kind), seed), tmp_path / "a.xlsx")


@pytest.mark.parametrize("staff", [100, 250])
@pytest.mark.parametrize("given", [True, False])
def test_larger_units_changed_often_read_back(staff: int, given: bool, tmp_path: Path):
    assert_reads_back(changed_often(generate(staff, 1, given), staff), tmp_path / "a.xlsx")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100))
def test_an_example_changed_very_often_reads_back(seed: int, tmp_path: Path):
    pattern, kind = EXAMPLES[seed % len(EXAMPLES)]
    assert_reads_back(changed_often(example(pattern, kind), seed, 30), tmp_path / "a.xlsx")


def test_a_change_that_fits_is_never_refused():
    for seed in range(30):
        try:
            changed_often(example("4"), seed, 20)
        except ChangesRefused as refused:
            pytest.fail(f"seed {seed}: {refused}")
