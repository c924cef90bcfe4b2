"""Where the outside data lies, and how its files are read. It is not part of the repository, and is never copied."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = "ALOKASI_BENCH"  # environment: the folder with gap/, team-assignment/, skill-allocation/
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "bench"
_NUMBER = re.compile(r"-?\d+")


def folder(asked: Path | None = None) -> Path | None:
    """The folder asked for, of the environment, or beside the repository; None where there is none."""
    named = os.environ.get(FOLDER)
    found = asked or (Path(named) if named else BESIDE)
    return found if found.is_dir() else None


def numbers(text: str) -> list[int]:
    return [int(word) for word in _NUMBER.findall(text)]


def fields(path: Path) -> Mapping[str, str]:
    """Assignments of a MiniZinc data file: name -> what stands right of it."""
    parts = (part.partition("=") for part in path.read_text(encoding="utf-8").split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value}


def grid(text: str) -> list[list[int]]:
    """A two-dimensional array, `[|1, 2|3, 4|]`."""
    rows = (numbers(row) for row in text.strip("[] \n").split("|"))
    return [row for row in rows if row]


def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """`array2d(1..n, 1..2, [a, b, c, d])` as ((a, b), (c, d))."""
    found = numbers(text[text.index("[") :])
    return tuple(zip(found[::2], found[1::2], strict=True))
