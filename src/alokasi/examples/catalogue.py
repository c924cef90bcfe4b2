"""The examples by pattern: one workbook each, all of it invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from alokasi.examples.book import problem_of
from alokasi.examples.sources import content
from alokasi.workbook import write_template
from alokasi_models.packs import pack
from alokasi_models.problem import Problem, UnitKind

_FILES: Mapping[tuple[str, UnitKind], str] = {
    ("1", UnitKind.PUSAT): "pola-1",
    ("2", UnitKind.PUSAT): "pola-2",
    ("3", UnitKind.PUSAT): "pola-3",
    ("4", UnitKind.PUSAT): "pola-4",
    ("5", UnitKind.PUSAT): "pola-5-pusat",
    ("5", UnitKind.UPT): "pola-5-upt",
    ("6", UnitKind.UPT): "pola-6",
    ("7", UnitKind.PUSAT): "pola-7",
    ("8", UnitKind.UPT): "pola-8",
    ("9", UnitKind.UPT): "pola-9",
}
EXAMPLES = tuple(_FILES)  # (pattern, kind); the first of a pattern is its usual kind
_OTHER_LAW = frozenset(row.pattern for row in pack().patterns if not row.optimised)
PLANNED = tuple(key for key in EXAMPLES if key[0] not in _OTHER_LAW)  # the rest is only checked (5.1.7-5.1.9)
_MADE = datetime(2026, 11, 2)  # written into the files, so that making them again changes nothing


def example(pattern: str, kind: UnitKind | None = None) -> Problem:
    """The example of a pattern; without `kind` its first. KeyError where there is none."""
    return problem_of(content(_FILES[_known(pattern, kind)]))


def file_name(pattern: str, kind: UnitKind | None = None) -> str:
    """Name of the example's workbook in `data/`."""
    name: str = content(_FILES[_known(pattern, kind)])["berkas"]
    return f"{name}.xlsx"


def write_examples(folder: Path) -> tuple[Path, ...]:
    """Writes every example as a workbook into `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / file_name(pattern, kind) for pattern, kind in EXAMPLES)
    for path, (pattern, kind) in zip(paths, EXAMPLES, strict=True):
        write_template(path, example(pattern, kind), _MADE)
    return paths


def _known(pattern: str, kind: UnitKind | None) -> tuple[str, UnitKind]:
    found = [known for known in EXAMPLES if known[0] == pattern and kind in (None, known[1])]
    if not found:
        raise KeyError((pattern, kind))
    return found[0]
