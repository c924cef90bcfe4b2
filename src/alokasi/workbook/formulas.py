"""What a formula reaches for: our own workbook, or something outside of it."""

from __future__ import annotations

import re

_OUTSIDE = re.compile(
    r"\[\d+\]|\[[^\]]+\.(xl|od|csv)"  # another workbook
    r"|file:|https?:|\\\\"
    r"|\w\s*\|"  # a program asked by DDE: the sign is in no other formula
    r"|\b(webservice|hyperlink|rtd|importxml|importdata|importrange)\s*\(",
    re.IGNORECASE,
)


def reaches_outside(formula: str) -> bool:
    return _OUTSIDE.search(formula) is not None
