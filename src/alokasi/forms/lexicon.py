"""The words of forms and staff lists, read from words.toml: which header is which column, units, periods, totals."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """A form as it is known; `has`, `any`, `lacks` are fields, or `label:product` for a line above the table.

    `time_unit`: what the form itself defines its norms in, blank where it leaves that open.
    """

    code: str
    title: str
    has: frozenset[str]
    any: frozenset[str]
    lacks: frozenset[str]
    time_unit: str

    def fits(self, fields: frozenset[str]) -> bool:
        return self.has <= fields and not self.lacks & fields and (not self.any or bool(self.any & fields))


@dataclass(frozen=True, slots=True, eq=False)  # there is one; so titles can be remembered with it
class Lexicon:
    """Words are folded. `columns`, `labels`, `staff`: word -> field; `time_units`, `periods`: to the plain word."""

    columns: Mapping[str, str]
    labels: Mapping[str, str]
    staff: Mapping[str, str]
    known: frozenset[str]
    staff_known: frozenset[str]
    staff_words: Mapping[str, frozenset[str]]
    time_units: Mapping[str, str]
    periods: Mapping[str, str]
    filler: frozenset[str]
    totals: Mapping[str, str]
    steps: frozenset[str]
    layouts: tuple[Layout, ...]
    assumptions: Mapping[str, Decimal]
    alternatives: Mapping[str, tuple[Decimal, ...]]
    ranges: Mapping[str, tuple[Decimal, Decimal]]


@cache
def lexicon() -> Lexicon:
    data = tomllib.loads((resources.files("alokasi.forms") / "words.toml").read_text(encoding="utf-8"))
    return Lexicon(
        columns=_turned(data["columns"]),
        labels=_turned(data["labels"]),
        staff=_turned(data["staff"]),
        known=frozenset(data["known"]["columns"]),
        staff_known=frozenset(data["staff_known"]["columns"]),
        staff_words={kind: frozenset(words) for kind, words in data["staff_words"].items()},
        time_units=_turned(data["time_units"]),
        periods=_turned(data["periods"]),
        filler=frozenset(data["filler"]["words"]),
        totals=_turned(data["totals"]),
        steps=frozenset(data["steps"]["words"]),
        layouts=tuple(_layout(row) for row in data["layouts"]),
        assumptions={name: Decimal(value) for name, value in data["assumptions"].items()},
        alternatives={name: tuple(map(Decimal, values)) for name, values in data["alternatives"].items()},
        ranges={name: (Decimal(low), Decimal(high)) for name, (low, high) in data["ranges"].items()},
    )


def _turned(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """ValueError where a word would mean two things."""
    turned: dict[str, str] = {}
    for meaning, synonyms in words.items():
        for word in synonyms:
            if word in turned:
                raise ValueError(f"“{word}” means {turned[word]} and {meaning}")
            turned[word] = meaning
    return turned


def _layout(row: Mapping[str, Any]) -> Layout:
    return Layout(
        code=row["code"],
        title=row["title"],
        has=frozenset(row["has"]),
        any=frozenset(row.get("any", ())),
        lacks=frozenset(row.get("lacks", ())),
        time_unit=row.get("time_unit", ""),
    )
