"""Objectives in words."""

import pytest

from alokasi.tables.terms import distance_words
from alokasi_models.plan import TierValue


@pytest.mark.parametrize(
    ("value", "reached", "bound", "words"),
    [
        (100, 100, 100, "terbukti"),
        (100, 100, 98, "paling jauh 2,0 % dari batas"),
        (100, 100, None, "batas belum diketahui"),
        (105, 100, 100, "terbukti; 5,0 % dilepas untuk tujuan berikutnya"),
        (102, 100, 90, "paling jauh 10,0 % dari batas; 2,0 % dilepas untuk tujuan berikutnya"),
        (0, 0, 0, "terbukti"),
    ],
)
def test_what_may_be_won_is_told_apart_from_what_was_given_back(
    value: float, reached: float, bound: float | None, words: str
) -> None:
    assert distance_words(TierValue("keseimbangan", value, reached, bound, "", ()), "id") == words
