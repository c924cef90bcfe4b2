"""What the name of a position tells: its level, its category, and what work it is about. Guesses, told as such."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from alokasi.workbook.words import folded
from alokasi_models.problem import EXPERT_LEVELS, Category, Level, OfficialKind, UnitKind

_ECHELON = re.compile(r"\b(i{1,3}|iv)\b|\b([1-4])\b")
_PARTED = re.compile(r"\s+[-–—/|]\s+|\s*[,;>]\s+")
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}


@dataclass(frozen=True, slots=True)
class Position:
    """`name` without its level. `kind`: of a structural post, None for others; `category` None where unknown."""

    name: str
    level: Level | None = None
    category: Category | None = None
    kind: OfficialKind | None = None


@lru_cache(maxsize=1024)  # many rows, few positions
def position(text: str) -> Position:
    """`Perencana Ahli Muda`: Perencana, Ahli Muda, JF Keahlian. Nothing is taken from a name of several levels."""
    name = plain_name(text)
    plain = folded(name)
    kind = next(
        (OfficialKind(row["kind"]) for row in _data()["officials"] if _starts(plain, row["starts"])), None
    )
    if kind is not None:
        return Position(name, kind=kind)
    for words, category in (
        (_data()["expert_levels"], Category.EXPERT),
        (_data()["skill_levels"], Category.SKILL),
    ):
        rest, level = _cut(name, words)
        if level:
            again, other = _cut(rest, words)
            return Position(again, None if other else Level(words[level]), category)
    if _starts(plain, _data()["pelaksana"]["starts"]):
        return Position(name, category=Category.PELAKSANA)
    return Position(name)


def plain_name(text: str) -> str:
    """`JF Perencana Ahli Muda` is Perencana Ahli Muda."""
    name = " ".join(text.split())
    for word in _data()["prefixes"]["words"]:
        if _begins(folded(name), word) and folded(name) != word:
            return re.sub(rf"^\W*{_between(word)}\W+", "", name, flags=re.IGNORECASE)
    return name


def _cut(name: str, words: Mapping[str, str]) -> tuple[str, str]:
    """The name without a level at its end, and the word that said it."""
    for word in sorted(words, key=len, reverse=True):
        found = re.search(rf"\W{_spaced(word)}", name, re.IGNORECASE)
        if found is not None:
            return name[: found.start()].strip(" ,-/"), word
    return name, ""


def category_of(level: Level) -> Category:
    return Category.EXPERT if level in EXPERT_LEVELS else Category.SKILL


def level_of(text: str) -> Level | None:
    plain = folded(text)
    found = {**_data()["expert_levels"], **_data()["skill_levels"]}.get(plain)
    return Level(found) if found else None


def echelon_kind(text: str) -> OfficialKind | None:
    """II.a, III/b, Eselon 4."""
    found = _ECHELON.search(folded(text))
    if found is None:
        return None
    return OfficialKind(_data()["echelons"][found[1] or _ROMAN[found[2]]])


def unit_name(name: str) -> str:
    """Folded, without abbreviations and without the unit above: Dit. Contoh - Ditjen Induk is direktorat contoh."""
    words = _data()["unit_words"]
    parts = [" ".join(words.get(word, word) for word in folded(part).split()) for part in _PARTED.split(name)]
    own = [part for part in parts if part and not _starts(part, _data()["units_above"]["starts"])]
    return " ".join(own) or " ".join(filter(None, parts))


def unit_kind(name: str) -> UnitKind | None:
    plain = unit_name(name)
    return next(
        (UnitKind(kind) for kind, starts in _data()["unit_kinds"].items() if _starts(plain, starts)), None
    )


def unit_part(name: str) -> bool:
    """Whether a unit of this name is a part of another: Subbagian Tata Usaha, Kelompok Jabatan Fungsional."""
    return _starts(unit_name(name), _data()["unit_parts"]["starts"])


def theme(text: str, position_name: str) -> str:
    """By the words of the task, else by its position; blank where two themes fit as well."""
    words = f" {folded(text)} "
    hits = {str(row["name"]): sum(f" {word} " in words for word in row["words"]) for row in _data()["themes"]}
    best = max(hits.values(), default=0)
    leading = [name for name, count in hits.items() if count == best and best]
    of_position = position_theme(position_name)
    if len(leading) == 1:
        return leading[0]
    return of_position if not leading or of_position in leading else ""


def position_theme(name: str) -> str:
    """Of the longest beginning that fits."""
    plain = folded(name)
    fitting = [
        (len(start), str(row["name"]))
        for row in _data()["themes"]
        for start in row["positions"]
        if _begins(plain, start)
    ]
    return str(max(fitting)[1]) if fitting else ""


def expected_skill(level: Level | None) -> int | None:
    found = None if level is None else _data()["expected_skill"].get(str(level))
    return found if isinstance(found, int) else None


def retirement_age(level: Level | None, kind: OfficialKind | None) -> int | None:
    """The usual age, to remind of; not checked against its regulation."""
    for row in _data()["retirement"]:
        if (kind is not None and kind in row["officials"]) or (
            kind is None and (level or "") in row["levels"]
        ):
            return int(row["age"])
    return None


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((resources.files("alokasi.forms") / "positions.toml").read_text(encoding="utf-8"))


def _starts(text: str, starts: Iterable[str]) -> bool:
    return any(_begins(text, start) for start in starts)


def _begins(text: str, start: str) -> bool:
    return text == start or text.startswith(f"{start} ")


def _spaced(word: str) -> str:
    return _between(word) + r"\W*$"


def _between(words: str) -> str:
    return r"\W+".join(words.split())
