"""Numbers and dates as the reader writes them: `1.250 jam`, `96,4 %`, `3 Januari 2027`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from alokasi.texts.catalogue import translate

MINUTES_PER_HOUR = 60


def whole(value: float, lang: str = "id") -> str:
    return format_decimal(round(value), locale=lang)


def decimal(value: float | Decimal, lang: str = "id", digits: int = 1) -> str:
    return format_decimal(value, format=f"#,##0.{'0' * digits}", locale=lang)


def exact(value: float | Decimal) -> int | float | Decimal:
    """The value as a sentence should show it: without decimals where it has none."""
    return int(value) if value == int(value) else value


def hours(minutes: float, lang: str = "id") -> str:
    """Whole hours with the unit."""
    return f"{whole(minutes / MINUTES_PER_HOUR, lang)} {translate('jam', lang)}"


def percent(share: float, lang: str = "id") -> str:
    """A share (1.0 = 100 %) with one decimal and the sign after a space in Indonesian."""
    return decimal(100 * share, lang) + ("%" if lang == "en" else " %")


def day(value: date, lang: str = "id") -> str:
    return format_date(value, format="d MMMM y", locale=lang)
