"""The regulation as values: clauses, readings and patterns. Their content stands in peraturan/*/*.toml.

The packs are read by `alokasi_models.packs`; no number of the regulation stands in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from alokasi_models.frozen import FrozenMap
from alokasi_models.problem import OfficialKind, UnitKind

Value = int | str | date


class Kind(StrEnum):
    """What a clause is: rules.toml `kind`."""

    HARD = "H"
    SOFT = "S"
    PROCEDURE = "P"
    DELEGATED = "D"
    OPTION = "O"
    BACKGROUND = "B"


class Encoding(StrEnum):
    """Where a clause is kept: decision, validation check, objective term, document field, reminder, text."""

    DECISION = "DC"
    CHECK = "VC"
    OBJECTIVE = "OT"
    DOCUMENT = "DF"
    REMINDER = "RM"
    TEXT = "UI"


@dataclass(frozen=True, slots=True)
class Text:
    """A short statement in our own words, Indonesian first."""

    id: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.id

    def filled(self, values: Mapping[str, object]) -> Text:
        """With its {places} filled."""
        return Text(self.id.format_map(values), self.en.format_map(values))


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause. `values` are its numbers; `kinds` and `patterns` say where it applies (empty: everywhere)."""

    id: str
    name: str
    clause: str
    kind: Kind
    wording: Text  # statement with {places} for its values
    also: tuple[Kind, ...] = ()  # second kind of a row such as "O + H"
    encodings: tuple[Encoding, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    patterns: tuple[str, ...] = ()  # "1" .. "9" and "luar"
    values: FrozenMap[Value] = field(default_factory=FrozenMap)
    readings: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # rows that state the same limit: one finding
    checked_by: str = ""  # "program", or "pejabat" when a person must
    decided_by: Text = Text("", "")  # who must decide or act
    valid_from: date = date.min

    @property
    def statement(self) -> Text:
        """What the clause asks, in our own words, with its numbers."""
        return self.wording.filled(self.values)

    @property
    def hard(self) -> bool:
        return Kind.HARD in (self.kind, *self.also)

    @property
    def decides(self) -> bool:
        """A decision constraint keeps it in the model."""
        return Encoding.DECISION in self.encodings

    def applies(self, kind: UnitKind, pattern: str) -> bool:
        """Whether it addresses a unit of this kind and pattern ("1" .. "9", "luar"; "" for none found)."""
        return (not self.kinds or kind in self.kinds) and (not self.patterns or pattern in self.patterns)

    def number(self, name: str) -> int:
        """A whole number of the clause, e.g. `limit`. KeyError where the pack has none."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"{self.id}.{name} is not a whole number: {value!r}")
        return value

    def word(self, name: str) -> str:
        """A word of the clause, e.g. `lowest_level`. KeyError where the pack has none."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"{self.id}.{name} is not a word: {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class Reading:
    """How an unclear sentence is read. `options` are (value, text), the reading in force by default first."""

    id: str
    question: Text
    options: tuple[tuple[str, Text], ...]
    rules: tuple[str, ...]
    switchable: bool
    changes: FrozenMap[FrozenMap[FrozenMap[Value]]] = field(
        default_factory=FrozenMap
    )  # option -> rule -> values

    @property
    def default(self) -> str:
        return self.options[0][0]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the structure table. None: not stated, not counted, or no such cap.

    Rule ids name where a number stands. Rows are told apart by `kind` (Pusat or UPT) and `scope`. Where
    `administrator_cap` and `strict_cap` differ (a UPT built like Pola 1, 3 or 4), reading A3 chooses.
    """

    id: str  # "1" .. "9", "5-UPT", "1-UPT" .. "4-UPT", "luar", "luar-UPT"
    pattern: str  # "1" .. "9", "luar" outside the nine (A22)
    head: OfficialKind
    structure: str  # rule that describes it (K022, ...)
    kind: UnitKind | None = None
    scope: str = "struktural"
    administrators: int | None = None
    pengawas: int | None = None
    pengawas_most: int | None = None  # "at most" (Pola 8)
    holders: tuple[OfficialKind, ...] = ()  # who may hold JF and Pelaksana
    direct_cap: str = ""  # rule with the limit of teams directly under the head
    administrator_cap: str = ""  # rule with the limit per Administrator
    strict_cap: str = ""  # rule of 5.1 with the limit per Administrator
    administrator_without_pengawas_only: bool = False  # Pola 3 (A4)
    manager: OfficialKind | None = None  # Project Manager
    manager_plans: bool = False  # the one with the planning function
    manager_rule: str = ""
    optimised: bool = True


@dataclass(frozen=True, slots=True)
class Pack:
    """The regulation as data: every clause, reading and pattern, and what of the source is missing."""

    id: str
    title: Text
    valid_from: date
    gaps: tuple[Text, ...]
    rules: FrozenMap[Rule]
    readings: FrozenMap[Reading]
    patterns: tuple[Pattern, ...]
    digest: str

    def linked(self, rule_id: str) -> frozenset[str]:
        """The clause and all that state the same limit, directly or through another: one finding."""
        found: set[str] = set()
        waiting = [rule_id]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting.extend(self.rules[id].same_as)
        return frozenset(found)
