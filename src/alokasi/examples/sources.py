"""The examples' content: TOML files of the package, decimals kept exact."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]  # a table of a file; keys are the columns of the workbook where one exists


@cache
def content(name: str) -> Row:
    """The file `isi/<name>.toml`. Not to be changed by the caller."""
    text = (files("alokasi.examples") / "isi" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)
