"""What page and promises share: everything measured, and how figures are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chores import Chore
from outside.measured import OutsideRun
from runs import Run, Size

NONE = "–"


@dataclass(frozen=True, slots=True)
class Measured:
    """`planned`: jobs of the suite; `done`: how many of them were measured."""

    setting: Mapping[str, str]
    sizes: Sequence[Size] = ()
    runs: Sequence[Run] = ()
    outside: Sequence[OutsideRun] = ()
    chores: Sequence[Chore] = field(default=())
    planned: int = 0
    done: int = 0


def percent(share: float | None, digits: int = 2) -> str:
    return NONE if share is None else f"{100 * share:.{digits}f} %"


def number(value: float | None, digits: int = 0) -> str:
    return NONE if value is None else f"{value:,.{digits}f}"


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""
