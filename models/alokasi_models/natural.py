"""The order in which people read names and codes: `Tim 2` before `Tim 10`."""

from __future__ import annotations

import re
from typing import TypeAlias

_NUMBER = re.compile(r"(\d+)")

Key: TypeAlias = tuple[tuple[str | int, ...], str]


def natural(text: str) -> Key:
    """A sorting key: numbers within a text count as numbers, letters without case; equal ones stay apart."""
    parts = _NUMBER.split(text.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts)), text
