"""What runs in the child: limits itself, reads files from stdin, writes their sheets as lines of JSON.

It starts with nothing but the standard library, and once it runs it can open neither file nor connection.
"""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from typing import Any

from alokasi.opening.grid import Grid, Spent
from alokasi.opening.limits import MEMORY, SECONDS
from alokasi.opening.refusal import Refusal, Why
from alokasi.opening.separated import separated
from alokasi.opening.spreadsheet import Listed, grids

_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437")
_DAMAGE = (ValueError, LookupError, OverflowError, RecursionError)  # of parts that are no such thing


def main() -> None:
    limit(MEMORY, SECONDS)
    told = sys.stdout.buffer
    answer: dict[str, str]
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        for sheet in _sheets(asked, sys.stdin.buffer.read()):
            told.write(json.dumps(sheet, separators=(",", ":")).encode() + b"\n")
        answer = {}
    except Refusal as refused:
        answer = {"why": refused.why, "value": refused.value}
    except MemoryError:
        answer = {"why": Why.MEMORY, "value": ""}
    told.write(json.dumps(answer).encode() + b"\n")


def limit(memory: int, seconds: int, writes: bool = False) -> None:
    """Where the system knows such limits (not on Windows): address space, processor time and, unless it `writes`
    files of its own, no further file.
    """
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)  # its module is a file, too
    try:
        import resource
    except ImportError:
        return
    limits = [(resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)]
    if not writes:
        limits += [(resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, 3)]
    for kind, most in limits:
        try:
            resource.setrlimit(kind, (most, most + 1))  # the first is told, the second kills
        except (ValueError, OSError):  # a system that lists a limit and does not keep it
            continue


def _sheets(asked: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    """`asked`: whether a workbook, else the names and sizes of the CSV files that follow each other in `data`."""
    if asked["workbook"]:
        yield from _of_workbook(data)
        return
    spent = Spent()
    for name, size in asked["files"]:
        found = separated(data[:size], spent)
        data = data[size:]
        yield {"name": name, **found._asdict()}


def _of_workbook(data: bytes) -> Iterator[dict[str, Any]]:
    try:
        for listed, grid, calendar_1904 in grids(data):
            yield {"calendar_1904": calendar_1904, **_told(listed, grid)}
    except _DAMAGE as error:
        raise Refusal(Why.DAMAGED) from error


def _told(listed: Listed, grid: Grid) -> dict[str, Any]:
    return {
        "name": listed.name,
        "hidden": listed.hidden,
        "rows": grid.rows,
        "dates": grid.dates,
        "spans": grid.spans,
        "percent": grid.percent,
        "rounded": grid.whole,
        "formulas": grid.formulas,
        "uncomputed": grid.uncomputed,
        "hidden_rows": grid.hidden_rows,
        "merged": grid.merged,
        "stray": grid.stray,
        "strays": grid.strays,
        "empty_rows": grid.empty_rows,
        "last_row": grid.last_row,
        "columns": len(grid.columns),
    }
