"""Every sentence a user reads: Indonesian is the source, English a catalogue.

A `Message` is an Indonesian sentence with named places and the values that fill them; it is put into words only where
it is shown, in the reader's language, with that language's numbers and dates. Values keep their unit: minutes are
shown as hours (`Hours`), shares as percent (`Share`).
"""

from alokasi.texts.catalogue import LANGUAGES, translate
from alokasi.texts.message import show, wording
from alokasi.texts.numbers import day, decimal, exact, hours, percent, whole
from alokasi_models.message import Bilingual, Hours, Message, Names, Share, Value

__all__ = [
    "LANGUAGES",
    "Bilingual",
    "Hours",
    "Message",
    "Names",
    "Share",
    "Value",
    "day",
    "decimal",
    "exact",
    "hours",
    "percent",
    "show",
    "translate",
    "whole",
    "wording",
]
