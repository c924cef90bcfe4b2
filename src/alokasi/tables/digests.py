"""Fingerprints that tell whether a plan, or the data it was found for, has been changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

from alokasi_models.plan import Plan
from alokasi_models.problem import Problem

_LENGTH = 16
_PERSONAL = frozenset({"nip"})  # left out of result workbooks unless asked for; decides nothing


def plan_digest(plan: Plan) -> str:
    """Of who sits where and does what, independent of order and of where the plan came from."""
    teams = sorted(f"{t.id}|{t.unit}|{t.seat}|{t.coordinator}|{t.kind}" for t in plan.teams)
    seats = sorted(f"{s.team}|{s.employee}|{s.role}|{s.minutes}|{s.duty}" for s in plan.seats)
    work = sorted(f"{w.package}|{w.team}|{w.employee}|{w.minutes}" for w in plan.work)
    return _hashed("\n".join([*teams, "", *seats, "", *work]))


def problem_digest(problem: Problem) -> str:
    """Of everything a workbook states but NIP; the same however a number was written (10 or 10,0)."""
    return _hashed("\n".join(_parts(problem)))


def _parts(value: object) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for field in fields(value):
            if field.name not in _PERSONAL:
                yield field.name
                yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield f"{len(value)}:"
        for entry in value:
            yield from _parts(entry)
    elif isinstance(value, Decimal):
        yield format(value.normalize(), "f")
    else:
        yield str(value)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
