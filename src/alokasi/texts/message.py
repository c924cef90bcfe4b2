"""A sentence with named places, and how its values are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias, Union

from alokasi.texts.catalogue import translate
from alokasi.texts.numbers import day, decimal, hours, percent, whole


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
    """A list of names or ids, shown with commas; the first `most` and a count of the rest."""

    names: tuple[str, ...]
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


def wording(message: Message, lang: str = "id") -> str:
    """The sentence in the reader's language. KeyError where a place has no value."""
    return translate(message.source, lang).format(
        **{name: show(value, lang) for name, value in message.values}
    )


def show(value: Value, lang: str = "id") -> str:
    """A value in words: numbers and dates by language, time in hours, shares in percent."""
    match value:
        case Message():
            return wording(value, lang)
        case Hours():
            return hours(value.minutes, lang)
        case Share():
            return percent(value.value, lang)
        case Names():
            return _names(value, lang)
        case Bilingual():
            return value.en if lang == "en" else value.id
        case date():
            return day(value, lang)
        case int():
            return whole(value, lang)
        case float() | Decimal():
            return decimal(value, lang)
        case _:
            return value


def _names(value: Names, lang: str) -> str:
    shown = ", ".join(value.names[: value.most])
    rest = len(value.names) - value.most
    return (
        shown if rest <= 0 else shown + " " + translate("dan {n} lainnya", lang).format(n=whole(rest, lang))
    )
