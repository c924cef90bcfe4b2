"""Names and codes in the order in which people read them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alokasi_models.natural import natural


def test_a_number_in_a_name_counts_as_a_number():
    names = ["Tim 10", "Tim 2", "tim 1", "Tim 1.10", "Tim 1.9", "Tim", "T02", "T2", "T10"]
    assert sorted(names, key=natural) == [
        "T02", "T2", "T10", "Tim", "tim 1", "Tim 1.9", "Tim 1.10", "Tim 2", "Tim 10",
    ]  # fmt: skip


@given(st.lists(st.text()).flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_any_texts_have_one_order(both: tuple[list[str], list[str]]):
    texts, mixed = both
    ordered = sorted(texts, key=natural)
    assert ordered == sorted(mixed, key=natural)
    assert all(natural(a) <= natural(b) for a, b in pairwise(ordered))
