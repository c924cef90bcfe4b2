"""What a formula reaches for, and text that a spreadsheet would take for one."""

from __future__ import annotations

import re

_OUTSIDE = re.compile(
    r"\[\d+\]|\[[^\]]+\.(xl|od|csv)"  # another workbook
    r"|file:|https?:|\\\\"
    r"|\w\s*\|"  # a program asked by DDE: the sign is in no other formula
    r"|\b(webservice|hyperlink|rtd|importxml|importdata|importrange)\s*\(",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[+-][\d.,]*\d\s*%?", re.ASCII)


def reaches_outside(formula: str) -> bool:
    return _OUTSIDE.search(formula) is not None


def inert(text: str) -> str:
    """The same text for a file without types of cells (CSV): an apostrophe leads what would be computed."""
    live = text.lstrip()[:1] in ("=", "@") or text[:1] in ("\t", "\r")
    signed = text.lstrip()[:1] in ("+", "-") and not _NUMBER.fullmatch(text.strip()) and len(text.strip()) > 1
    return f"'{text}" if live or signed else text
