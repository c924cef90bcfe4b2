"""How words are compared: without case, blanks and punctuation; and the closest of several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_NOT_LETTERS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """`"Kode Unit *"`, `kode_unit` and `KODE-UNIT` are alike."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def closest(text: str, candidates: Iterable[str], cutoff: float = 0.75) -> str:
    """The candidate most like the text, blank where none is close."""
    spelled = {folded(candidate): candidate for candidate in candidates}
    found = get_close_matches(folded(text), spelled, n=1, cutoff=cutoff)
    return spelled[found[0]] if found else ""
