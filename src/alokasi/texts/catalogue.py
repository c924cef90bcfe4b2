"""Finds the English of an Indonesian sentence in the compiled gettext catalogue."""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources

LANGUAGES = ("id", "en")


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    """Indonesian is the source and needs none. KeyError for a language that is not offered."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    if lang == "id":
        return gettext.NullTranslations()
    file = resources.files("alokasi.texts") / lang / "LC_MESSAGES" / "alokasi.mo"
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def translate(source: str, lang: str = "id") -> str:
    return _catalogue(lang).gettext(source) if source else ""
