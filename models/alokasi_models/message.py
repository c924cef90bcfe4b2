"""A sentence with named places, and the values that fill them; put into words only where it is shown (`alokasi.texts`).

Values keep their unit: minutes are shown as hours (`Hours`), shares as percent (`Share`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias, Union


@dataclass(frozen=True, slots=True)
class Hours:
    """Time in minutes, shown as whole hours with the unit: `1.250 jam`."""

    minutes: float


@dataclass(frozen=True, slots=True)
class Share:
    """A share (1.0 = 100 %), shown with one decimal: `96,4 %`."""

    value: float


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names, ids, times or words, shown with commas; the first `most` and a count of the rest."""

    names: tuple[str | Hours | Message, ...]
    most: int = 12


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words that data hold in both languages (a clause, an official), so they need no catalogue."""

    id: str
    en: str


Value: TypeAlias = Union[str, int, float, Decimal, date, Hours, Share, Names, Bilingual, "Message"]


@dataclass(frozen=True, slots=True)
class Message:
    """`Message.of("{n} dari {batas} tim", n=9, batas=10)`: the source sentence is the key of the catalogue."""

    source: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, source: str, /, **values: Value) -> Message:
        return cls(source, tuple(sorted(values.items())))
