"""Numbers as people type them: Indonesian decimals, thousands with points, and what could mean two things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from babel.numbers import NumberFormatError, parse_decimal

_PLAIN = re.compile(r"[+-]?\d+", re.ASCII)
_ONE_POINT = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)  # 1.250
_DECIMAL_POINT = re.compile(r"[+-]?\d+\.\d+", re.ASCII)  # 12.5: the point cannot group thousands
_INDONESIAN = re.compile(r"[+-]?\d{1,3}(\.\d{3})*(,\d+)?|[+-]?\d+(,\d+)?", re.ASCII)
_ENGLISH = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_UNITS = re.compile(r"\s*(jam|%|persen|orang|rp\.?)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """`value` None: not a number, with a `suggestion` or the two `meanings` it could have."""

    value: Decimal | None
    plain: bool = False  # digits only: nothing to tell
    suggestion: str = ""
    meanings: tuple[str, str] = ("", "")


def parsed(text: str) -> Parsed:
    text = text.strip().replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")
    if _PLAIN.fullmatch(text):
        return Parsed(Decimal(text), plain=True)
    if _ONE_POINT.fullmatch(text):
        return Parsed(None, meanings=(text.replace(".", ""), shown(Decimal(text))))
    if _DECIMAL_POINT.fullmatch(text):
        return Parsed(Decimal(text))
    if _INDONESIAN.fullmatch(text):
        return Parsed(_indonesian(text))
    if _ENGLISH.fullmatch(text):
        return Parsed(None, suggestion=shown(Decimal(text.replace(",", ""))))
    bare = _UNITS.sub("", text)
    if bare != text:
        inner = parsed(bare)
        return Parsed(None, suggestion="" if inner.value is None else shown(inner.value))
    return Parsed(None)


def shown(value: Decimal) -> str:
    """As a user would type it: decimal comma, no thousands separators, no trailing zeros."""
    text = format(value.normalize(), "f")
    return text.replace(".", ",")


def exact(value: int | float) -> Decimal | None:
    """The decimal a spreadsheet number shows; None for what is no number."""
    try:
        number = Decimal(repr(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _indonesian(text: str) -> Decimal | None:
    try:
        return parse_decimal(text.lstrip("+"), locale="id", strict=False)
    except NumberFormatError:
        return None
