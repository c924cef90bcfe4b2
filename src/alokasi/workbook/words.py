"""How words are compared: without case, blanks and punctuation; and the closest of several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST = 5  # letters of a word in which a slip can be told from another word
_COMPARISONS = 40_000  # half a second
_SLIP = 0.87  # one letter wrong in eight, missing or doubled in five


@lru_cache(maxsize=4096)  # headers are compared with each name of a column
def folded(text: str) -> str:
    """`"Kode Unit *"`, `kode_unit` and `KODE-UNIT` are alike."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def closest(text: str, candidates: Iterable[str], cutoff: float = 0.75) -> str:
    """The candidate most like the text, blank where none is close."""
    spelled = {folded(candidate): candidate for candidate in candidates}
    found = get_close_matches(folded(text), spelled, n=1, cutoff=cutoff)
    return spelled[found[0]] if found else ""


class Guesses:
    """Closest candidates while comparing takes a moment only: thousands of unknown codes are no slips of the pen."""

    def __init__(self, most: int = _COMPARISONS) -> None:
        self._left = most
        self._known: dict[str, str] = {}

    def closest(self, text: str, candidates: Collection[str], cutoff: float = 0.75) -> str:
        """Blank where none is close, or too much was compared already. For one text always of the same candidates."""
        if text not in self._known:
            self._left -= len(candidates)
            self._known[text] = closest(text, candidates, cutoff) if self._left >= 0 else ""
        return self._known[text]


def misspelled(one: str, other: str) -> bool:
    """Whether two texts look like one text and its slip: each word alike, or only the blanks between them differ.

    Short words and numbers must be the same: `Kelompok A` and `Kelompok B` are two things.
    """
    first, second = folded(one).split(), folded(other).split()
    if "".join(first) == "".join(second):
        return True
    return len(first) == len(second) and all(map(_alike, first, second))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    long = min(len(one), len(other)) >= _SHORTEST and not any(c.isdigit() for c in one + other)
    return long and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SLIP
