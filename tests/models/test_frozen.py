"""A mapping that cannot be changed."""

from __future__ import annotations

import pickle

import pytest

from alokasi_models.frozen import FrozenMap, frozen


def test_it_equals_a_dict_with_the_same_items_in_any_order():
    assert FrozenMap({"a": 1, "b": 2}) == {"b": 2, "a": 1}
    assert hash(FrozenMap({"a": 1, "b": 2})) == hash(FrozenMap({"b": 2, "a": 1}))


def test_later_changes_of_the_source_do_not_reach_it():
    source = {"a": 1}
    kept = FrozenMap(source)
    source["a"] = 2
    assert kept["a"] == 1


def test_a_copy_may_hold_other_items():
    first = FrozenMap({"a": 1})
    assert first.having(b=2) == {"a": 1, "b": 2}
    assert first == {"a": 1}


def test_tables_and_arrays_are_frozen_all_the_way_down():
    value = frozen({"steps": [[100, 1]], "fit": {"theme": 40}})
    assert value["steps"] == ((100, 1),)
    with pytest.raises(TypeError):
        value["fit"]["theme"] = 1


def test_it_survives_pickling():
    value = frozen({"fit": {"theme": 40}})
    assert pickle.loads(pickle.dumps(value)) == value
