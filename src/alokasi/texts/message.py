"""How a sentence and its values are shown in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from alokasi.texts.catalogue import translate
from alokasi.texts.numbers import day, decimal, hours, percent, whole
from alokasi_models.message import Bilingual, Hours, Message, Names, Share, Value


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
    shown = ", ".join(show(name, lang) for name in value.names[: value.most])
    rest = len(value.names) - value.most
    return (
        shown if rest <= 0 else shown + " " + translate("dan {n} lainnya", lang).format(n=whole(rest, lang))
    )
