"""Reads the TOML files of the regulation, the norms and the profiles into values."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from alokasi_models.frozen import FrozenMap, frozen
from alokasi_models.law import Encoding, Kind, Pack, Pattern, Reading, Rule, Text
from alokasi_models.norms import EffectClass, Norm, Policy, Profile, Rounding, Term, Tier
from alokasi_models.problem import OfficialKind, UnitKind

REGULATION = "permenperin_3_2024"
DEFAULT_PROFILE = "seimbang"


def root() -> Traversable:
    return resources.files("alokasi_models")


@cache
def pack(id: str = REGULATION) -> Pack:
    folder = root() / "peraturan" / id
    files = {name: (folder / f"{name}.toml").read_bytes() for name in ("pack", "rules", "readings")}
    head, rules, readings = (tomllib.loads(files[name].decode()) for name in ("pack", "rules", "readings"))
    officials = {key: _text(row) for key, row in rules["official"].items()}
    return Pack(
        id=id,
        title=_text(head["title"]),
        valid_from=head["valid_from"],
        gaps=tuple(_text(gap) for gap in head["gaps"]),
        rules=FrozenMap(
            {row["id"]: _rule({"valid_from": head["valid_from"], **row}, officials) for row in rules["rule"]}
        ),
        readings=FrozenMap({row["id"]: _reading(row) for row in readings["reading"]}),
        patterns=tuple(_pattern(row) for row in head["pattern"]),
        digest=hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:16],
    )


@cache
def norm(id: str = "bawaan") -> Norm:
    data = _toml("norma", id)
    return Norm(
        id=data["id"],
        effective_hours=Decimal(data["effective_hours"]),
        effective_hours_least=Decimal(data["effective_hours_least"]),
        effective_hours_most=Decimal(data["effective_hours_most"]),
        rounding=Rounding(data["rounding"]),
        classes=tuple(
            EffectClass(c["name"], Decimal(c["at_least"]), c.get("exclusive", False), _text(c["label"]))
            for c in data["class"]
        ),
        sources=tuple((s["constant"], _text(s)) for s in data["source"]),
        policies=FrozenMap({p["id"]: _policy(p) for p in data["policy"]}),
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
    data = _toml("profil", id)
    return Profile(
        id=data["id"],
        title=_text(data["title"]),
        reason=_text(data["reason"]),
        tiers=tuple(_tier(row) for row in data["tier"]),
        parameters=frozen(data["parameters"]),
    )


def _toml(folder: str, id: str) -> dict[str, Any]:
    return tomllib.loads((root() / folder / f"{id}.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def _text(row: Mapping[str, str]) -> Text:
    return Text(row["id"], row["en"])


def _rule(row: Mapping[str, Any], officials: Mapping[str, Text]) -> Rule:
    applies = row.get("applies", {})
    return Rule(
        id=row["id"],
        name=row["name"],
        clause=row["clause"],
        kind=Kind(row["kind"]),
        wording=_text(row["statement"]),
        also=tuple(Kind(k) for k in row.get("also", ())),
        encodings=tuple(Encoding(e) for e in row.get("encodings", ())),
        kinds=tuple(UnitKind(k) for k in applies.get("kinds", ())),
        patterns=tuple(applies.get("patterns", ())),
        values=frozen(row.get("values", {})),
        readings=tuple(row.get("readings", ())),
        same_as=tuple(row.get("same_as", ())),
        checked_by=row["checked_by"],
        decided_by=officials[row["decided_by"]] if "decided_by" in row else Text("", ""),
        valid_from=row["valid_from"],
    )


def _reading(row: Mapping[str, Any]) -> Reading:
    return Reading(
        id=row["id"],
        question=_text(row["question"]),
        options=tuple((o["value"], _text(o["text"])) for o in row["option"]),
        rules=tuple(row["rules"]),
        switchable=row["switchable"],
        changes=frozen({o["value"]: o["values"] for o in row["option"] if "values" in o}),
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
        wording=_text(row["statement"]),
        reason=_text(row["reason"]),
        source=row["source"],
        minimum=Decimal(row["minimum"]),
        maximum=Decimal(row["maximum"]),
        whole=row.get("whole", False),
        not_above=row.get("not_above", ""),
    )


def _tier(row: Mapping[str, Any]) -> Tier:
    return Tier(
        name=row["name"],
        title=_text(row["title"]),
        terms=tuple(Term(t["name"], t["weight"]) for t in row["term"]),
        tolerance=Decimal(row.get("tolerance", 0)),
        effort=row.get("effort", 1),
    )
