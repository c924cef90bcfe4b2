"""Small random units: reproducible, of every pattern, with and without a lawful plan."""

from __future__ import annotations

from alokasi.examples import random_problem, tiny
from alokasi.solve.counting import impossible
from alokasi_models.packs import ruleset, setting_errors
from alokasi_models.problem import LockKind
from alokasi_models.structure import structures

SMALL = [random_problem(seed) for seed in range(150)]
TINY = [tiny(seed) for seed in range(100)]


def test_the_same_seed_gives_the_same_unit():
    assert [random_problem(seed) for seed in range(150)] == SMALL
    assert [tiny(seed) for seed in range(100)] == TINY


def test_every_pattern_and_every_kind_of_lock_occurs():
    patterns = {
        structure.pattern.id
        for made in SMALL
        for structure in structures(made, ruleset(made)).values()
        if structure.pattern is not None
    }
    assert {"1", "2", "3", "4", "5", "5-UPT", "6"} <= patterns
    assert {lock.kind for made in SMALL for lock in made.locks} == set(LockKind)


def test_their_settings_can_be_applied():
    assert not any(setting_errors(made) for made in SMALL + TINY)
    assert any(made.settings for made in SMALL)


def test_counting_rules_some_out_and_leaves_most_small_ones_open():
    refused = [bool(impossible(made, ruleset(made))) for made in SMALL]
    assert 0.1 < sum(refused) / len(refused) < 0.5


def test_tiny_ones_are_small_enough_to_list_every_plan():
    for made in TINY:
        own = [e for e in made.employees if e.unit == made.planned[0].id]
        assert len(own) <= 4
        assert len(made.teams) <= 3
        assert len(made.packages) <= 3
        assert sum(p.minutes for p in made.packages) <= 40
