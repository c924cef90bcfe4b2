"""What a column header says: which field it is, in which unit of time, for which period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from alokasi.forms.lexicon import Lexicon
from alokasi.workbook.words import closest, folded

_NUMBERING = re.compile(r"\d+([x×]\d+)*|[ivx]{2,}")
_SURE = 0.9
_LONGEST = 60
_MOST_LETTERS = 200  # of a title; a longer text is none
_SHORTEST = 5  # letters of a title in which a slip can be told from another title


@dataclass(frozen=True, slots=True)
class Title:
    """`text` as found; `field` "" where unknown; `sure` is False where a slip was read over.

    `unit`: menit, jam or hari, if the header names one; `period`: tahun, bulan ..., likewise.
    """

    text: str
    field: str = ""
    unit: str = ""
    period: str = ""
    sure: bool = True
    known: bool = True  # a column that is known and not needed; False: never seen


def bare(text: str) -> str:
    """Folded and without column numbers: `(5+6)/2`, `(3)`."""
    return " ".join(word for word in folded(text).split() if not _NUMBERING.fullmatch(word))


def form_title(texts: Iterable[str], words: Lexicon, near: bool = True) -> Title:
    """The header of a column of a form, its lines from the top down (`Norma waktu` over `Rata-rata`).

    `near`: a slip of the pen is read over.
    """
    return _form_title(tuple(texts), words, near)


@lru_cache(maxsize=4096)  # every cell may begin a table, and texts repeat
def _form_title(lines: tuple[str, ...], words: Lexicon, near: bool) -> Title:
    if sum(map(len, lines)) > _MOST_LETTERS:
        return Title(" / ".join(" ".join(line.split()) for line in lines), known=False)
    found = bare(" ".join(lines)).split()
    unit = next((words.time_units[word] for word in found if word in words.time_units), "")
    period = next((words.periods[word] for word in found if word in words.periods), "")
    field, sure = _field(lines, words, near)
    shown = " / ".join(" ".join(line.split()) for line in lines)
    known = bool(field) or not found or any(_plain(line, words) in words.known for line in lines)
    return Title(shown, field, unit, period, sure, known)


def staff_title(lines: tuple[str, ...], words: Lexicon) -> Title:
    """The header of a column of a staff list: both its lines together (`Jabatan` over `Nama`), else the lower alone,
    unless the upper is a title of its own, of which the lower is but a part.
    """
    whole = _staff_title(" ".join(lines), words)
    if len(lines) < 2 or whole.known or (whole.field and whole.sure):
        return whole
    upper, lower = _staff_title(lines[0], words), _staff_title(lines[-1], words)
    return whole if upper.field and upper.sure else lower


def _staff_title(text: str, words: Lexicon) -> Title:
    shown, plain = " ".join(text.split()), bare(text)
    if plain in words.staff:
        return Title(shown, words.staff[plain])
    near = closest(plain, words.staff, _SURE)
    known = plain in words.staff_known
    if known or not near:
        return Title(shown, known=known)
    return Title(shown, words.staff[near], sure=False, known=False)


def _field(lines: tuple[str, ...], words: Lexicon, near: bool) -> tuple[str, bool]:
    for candidate in _candidates(lines, words):
        if candidate in words.columns or candidate in words.known:
            return words.columns.get(candidate, ""), True
    whole = _plain(" ".join(lines), words)
    like = closest(whole, words.columns, _SURE) if near and _SHORTEST < len(whole) < _LONGEST else ""
    return (words.columns[like], False) if like else ("", True)


def _candidates(lines: tuple[str, ...], words: Lexicon) -> Iterator[str]:
    """All lines together, then the lowest that says more than a unit; each as it is, then without unit and period."""
    lowest = next((line for line in reversed(lines) if _plain(line, words)), lines[-1])
    for text in dict.fromkeys((" ".join(lines), lowest)):
        yield bare(text)
        yield _plain(text, words)


def _plain(text: str, words: Lexicon) -> str:
    left_out = words.time_units.keys() | words.periods.keys() | words.filler
    return " ".join(word for word in bare(text).split() if word not in left_out)
