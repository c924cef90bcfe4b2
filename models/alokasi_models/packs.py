"""Reads the regulation, the policy norms and the objective profiles: law and policy are data, never Python.

`ruleset(problem)` is the one door: the pack, the norm and a profile with the workbook's sheet Setelan applied.
The audit and the solver both start from a `Ruleset`, and share nothing after it.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from alokasi_models.problem import OfficialKind, Problem, Setting, Unit, UnitKind

REGULATION = "permenperin_3_2024"
DEFAULT_PROFILE = "seimbang"


class Kind(StrEnum):
    """What a clause is: rules.toml `kind`."""

    HARD = "H"
    SOFT = "S"
    PROCEDURE = "P"
    DELEGATED = "D"
    OPTION = "O"
    BACKGROUND = "B"


class Encoding(StrEnum):
    """Where a clause is kept: decision constraint, validation check, objective term, document field, reminder, text."""

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


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause. `values` are its numbers; `kinds` and `patterns` say where it applies (empty: everywhere)."""

    id: str
    name: str
    clause: str
    kind: Kind
    statement: Text
    also: tuple[Kind, ...] = ()  # second kind of a row such as "O + H"
    encodings: tuple[Encoding, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    patterns: tuple[str, ...] = ()
    values: Mapping[str, int | str | date] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # rows that state the same limit: one finding
    checked_by: str = ""  # "program", or "pejabat" when a person must
    decided_by: Text = Text("", "")  # who must decide or act
    valid_from: date | None = None

    @property
    def hard(self) -> bool:
        return Kind.HARD in (self.kind, *self.also)

    @property
    def decides(self) -> bool:
        """A decision constraint keeps it in the model."""
        return Encoding.DECISION in self.encodings

    def number(self, name: str) -> int:
        """A whole number of the clause, e.g. `limit`. KeyError where the pack has none."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"{self.id}.{name} is not a whole number: {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class Reading:
    """How an unclear sentence is read. `options` are (value, text), the reading in force by default first."""

    id: str
    question: Text
    options: tuple[tuple[str, Text], ...]
    rules: tuple[str, ...]
    switchable: bool

    @property
    def default(self) -> str:
        return self.options[0][0]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the structure table. None: not stated, not counted, or no such cap. Rule ids name where a number stands."""

    id: str  # "1" .. "9", "5-UPT", "luar-1" (outside, A22)
    pattern: str  # "1" .. "9", "" outside
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
    strict_cap: str = ""  # rule of 5.1 with the same limit
    administrator_without_pengawas_only: bool = False  # Pola 3 (A4)
    manager: OfficialKind | None = None  # Project Manager
    manager_plans: bool = False  # the one with the planning function
    manager_rule: str = ""
    optimised: bool = True


@dataclass(frozen=True, slots=True)
class Policy:
    """A limit of policy (code P..), not of law: changeable per workbook in Setelan, may be offered in a repair."""

    id: str
    name: str
    value: Decimal
    unit: str
    hard: bool
    statement: Text
    reason: Text
    source: str


@dataclass(frozen=True, slots=True)
class EffectClass:
    """A class of EJ or EU: from `at_least` (or above it when `exclusive`) upward. A (over 1.00) means overload."""

    name: str
    at_least: Decimal
    exclusive: bool
    label: Text


class Rounding(StrEnum):
    HALF_UP_TOTAL = "setengah_ke_atas"
    CEIL_TOTAL = "ke_atas"
    CEIL_ROW = "ke_atas_per_baris"
    NONE = "tanpa"


@dataclass(frozen=True, slots=True)
class Norm:
    """Constants of workload analysis, with their source printed beside every result."""

    id: str
    effective_hours: Decimal
    rounding: Rounding
    classes: tuple[EffectClass, ...]  # highest first
    sources: tuple[tuple[str, Text], ...]  # (constant, where it comes from)
    policies: Mapping[str, Policy]


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Tier:
    name: str
    title: Text
    terms: tuple[Term, ...]
    tolerance: Decimal = Decimal(0)  # share of the tier's value that later tiers may give back


@dataclass(frozen=True, slots=True)
class Profile:
    """Ordered objectives. `parameters` hold the steps and prices the terms need (e.g. priority weights, load steps)."""

    id: str
    title: Text
    reason: Text
    tiers: tuple[Tier, ...]
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pack:
    """The regulation as data: every clause, reading and pattern, and what of the source is missing."""

    id: str
    title: Text
    valid_from: date
    gaps: tuple[Text, ...]
    rules: Mapping[str, Rule]
    readings: Mapping[str, Reading]
    patterns: tuple[Pattern, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The law, the readings in force, the policy and the objectives for one workbook."""

    pack: Pack
    norm: Norm
    profile: Profile
    readings: Mapping[str, str]  # A.. -> value in force
    decisions: Mapping[str, Setting]  # K.. -> who decided, when, by which letter
    settings: tuple[Setting, ...] = ()

    def rule(self, id: str) -> Rule:
        return self.pack.rules[id]

    def policy(self, id: str) -> Policy:
        return self.norm.policies[id]

    def reads(self, reading: str, value: str) -> bool:
        """Whether a reading is in force with this value; a value the pack does not know is a programming error."""
        options = {option for option, _ in self.pack.readings[reading].options}
        if value not in options:
            raise KeyError(f"{reading} has no reading {value!r}")
        return self.readings[reading] == value


class SettingError(ValueError):
    """A row of Setelan that cannot be applied. `row` counts from 0; `key` names the sentence in the texts."""

    def __init__(self, row: int, key: str, **values: str) -> None:
        super().__init__(f"Setelan {row}: {key} {values}")
        self.row, self.key, self.values = row, key, values


def root() -> Traversable:
    return resources.files("alokasi_models")


@cache
def pack(id: str = REGULATION) -> Pack:
    folder = root() / "peraturan" / id
    files = {name: (folder / f"{name}.toml").read_bytes() for name in ("pack", "rules", "readings")}
    head, rules, readings = (tomllib.loads(files[name].decode()) for name in ("pack", "rules", "readings"))
    return Pack(
        id=id,
        title=_text(head["title"]),
        valid_from=head["valid_from"],
        gaps=tuple(_text(gap) for gap in head["gaps"]),
        rules={row["id"]: _rule(row) for row in rules["rule"]},
        readings={row["id"]: _reading(row) for row in readings["reading"]},
        patterns=tuple(_pattern(row) for row in head["pattern"]),
        digest=hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:16],
    )


@cache
def norm(id: str = "bawaan") -> Norm:
    data = tomllib.loads((root() / "norma" / f"{id}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    return Norm(
        id=data["id"],
        effective_hours=Decimal(data["effective_hours"]),
        rounding=Rounding(data["rounding"]),
        classes=tuple(
            EffectClass(c["name"], Decimal(c["at_least"]), c.get("exclusive", False), _text(c["label"]))
            for c in data["class"]
        ),
        sources=tuple((s["constant"], _text(s)) for s in data["source"]),
        policies={p["id"]: _policy(p) for p in data["policy"]},
    )


def profile_names() -> tuple[str, ...]:
    return tuple(
        sorted(
            f.name.removesuffix(".toml") for f in (root() / "profil").iterdir() if f.name.endswith(".toml")
        )
    )


@cache
def profile(id: str = DEFAULT_PROFILE) -> Profile:
    """KeyError for a profile that is not there."""
    if id not in profile_names():
        raise KeyError(id)
    data = tomllib.loads((root() / "profil" / f"{id}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    return Profile(
        id=data["id"],
        title=_text(data["title"]),
        reason=_text(data["reason"]),
        tiers=tuple(_tier(row) for row in data["tier"]),
        parameters=data["parameters"],
    )


def ruleset(problem: Problem, profile_id: str | None = None) -> Ruleset:
    """The pack, norm and profile with the workbook's settings applied.

    `profile_id` (from the command line) wins over the profile named in Setelan.
    Raises SettingError for the first row that cannot be applied; `setting_errors` gives all.
    """
    errors = setting_errors(problem)
    if errors:
        raise errors[0]
    the_pack, the_norm = pack(), norm()
    readings = {id: reading.default for id, reading in the_pack.readings.items()}
    decisions: dict[str, Setting] = {}
    chosen = DEFAULT_PROFILE
    for setting in problem.settings:
        if setting.name in the_pack.readings:
            readings[setting.name] = setting.value
        elif setting.name in the_pack.rules:
            decisions[setting.name] = setting
        elif setting.name == "profil":
            chosen = setting.value
        else:
            the_norm = _with_setting(the_norm, setting)
    return Ruleset(the_pack, the_norm, profile(profile_id or chosen), readings, decisions, problem.settings)


def setting_errors(problem: Problem) -> tuple[SettingError, ...]:
    """Every row of Setelan that cannot be applied: unknown name, unknown value, or a limit of the regulation."""
    found = (_setting_error(row, setting) for row, setting in enumerate(problem.settings))
    return tuple(error for error in found if error is not None)


def effective_hours(unit: Unit, norm: Norm) -> Decimal:
    """Hours a year of one full-time person of the unit."""
    return unit.effective_hours if unit.effective_hours is not None else norm.effective_hours


def _setting_error(row: int, setting: Setting) -> SettingError | None:
    the_pack, the_norm = pack(), norm()
    name, value = setting.name, setting.value
    if name in the_pack.readings:
        reading = the_pack.readings[name]
        values = [option for option, _ in reading.options]
        if not reading.switchable:
            return SettingError(row, "reading-fixed", name=name)
        if value not in values:
            return SettingError(row, "value-unknown", name=name, value=value, options=", ".join(values))
        return None
    if name in the_pack.rules:
        return None
    if name == "profil":
        ok = value in profile_names()
        return (
            None
            if ok
            else SettingError(
                row, "value-unknown", name=name, value=value, options=", ".join(profile_names())
            )
        )
    if name == "pembulatan":
        kinds = [str(r) for r in Rounding]
        return (
            None
            if value in kinds
            else SettingError(row, "value-unknown", name=name, value=value, options=", ".join(kinds))
        )
    if name == "jam_efektif" or name in the_norm.policies:
        return None if _positive(value) else SettingError(row, "value-number", name=name, value=value)
    return SettingError(row, "name-unknown", name=name)


def _with_setting(current: Norm, setting: Setting) -> Norm:
    if setting.name == "jam_efektif":
        return replace(current, effective_hours=Decimal(setting.value))
    if setting.name == "pembulatan":
        return replace(current, rounding=Rounding(setting.value))
    changed = replace(current.policies[setting.name], value=Decimal(setting.value))
    return replace(current, policies={**current.policies, setting.name: changed})


def _positive(value: str) -> bool:
    """Settings hold plain numbers ("1200", "0.1"): the workbook's reader has already turned a comma into a point."""
    return value.replace(".", "", 1).isdigit() and Decimal(value) > 0


def _text(row: Mapping[str, str]) -> Text:
    return Text(row["id"], row["en"])


def _rule(row: Mapping[str, Any]) -> Rule:
    applies = row.get("applies", {})
    return Rule(
        id=row["id"],
        name=row["name"],
        clause=row["clause"],
        kind=Kind(row["kind"]),
        statement=_text(row["statement"]),
        also=tuple(Kind(k) for k in row.get("also", ())),
        encodings=tuple(Encoding(e) for e in row.get("encodings", ())),
        kinds=tuple(UnitKind(k) for k in applies.get("kinds", ())),
        patterns=tuple(applies.get("patterns", ())),
        values=row.get("values", {}),
        readings=tuple(row.get("readings", ())),
        same_as=tuple(row.get("same_as", ())),
        checked_by=row["checked_by"],
        decided_by=_text(row["decided_by"]) if "decided_by" in row else Text("", ""),
        valid_from=row.get("valid_from"),
    )


def _reading(row: Mapping[str, Any]) -> Reading:
    return Reading(
        id=row["id"],
        question=_text(row["question"]),
        options=tuple((o["value"], _text(o["text"])) for o in row["option"]),
        rules=tuple(row["rules"]),
        switchable=row["switchable"],
    )


def _pattern(row: Mapping[str, Any]) -> Pattern:
    enums = {
        "head": OfficialKind(row["head"]),
        "kind": UnitKind(row["kind"]) if "kind" in row else None,
        "holders": tuple(OfficialKind(h) for h in row.get("holders", ())),
        "manager": OfficialKind(row["manager"]) if "manager" in row else None,
    }
    return Pattern(**{**row, **enums})


def _policy(row: Mapping[str, Any]) -> Policy:
    return Policy(
        id=row["id"],
        name=row["name"],
        value=Decimal(row["value"]),
        unit=row["unit"],
        hard=row["hard"],
        statement=_text(row["statement"]),
        reason=_text(row["reason"]),
        source=row["source"],
    )


def _tier(row: Mapping[str, Any]) -> Tier:
    return Tier(
        name=row["name"],
        title=_text(row["title"]),
        terms=tuple(Term(t["name"], t["weight"]) for t in row["term"]),
        tolerance=Decimal(row.get("tolerance", 0)),
    )
