"""Results of jobs in a folder, one file each, written at once, so that a run that was ended goes on where it stopped.

A result counts only for the code it was measured with: solver, model, the peers, and the versions of the engines.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from machine import ROOT

MEASURED = ("src/alokasi", "models/alokasi_models", "benchmarks/peers", "benchmarks/outside")
ALONE = ("benchmarks/cases.py", "benchmarks/runs.py", "benchmarks/chores.py")
KINDS = ("*.py", "*.toml")
ENGINES = ("ortools", "highspy")
_UNSAFE = re.compile(r"[^A-Za-z0-9.,_-]+")


@cache
def code() -> str:
    """A digest of what is measured."""
    files = [path for folder in MEASURED for kind in KINDS for path in (ROOT / folder).rglob(kind)]
    found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in ENGINES).encode())
    for path in sorted((*files, *(ROOT / name for name in ALONE))):
        found.update(path.relative_to(ROOT).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Results:
    folder: Path
    code: str

    def get(self, key: str) -> Any | None:
        """What was measured with this code; None where nothing was."""
        path = self._path(key)
        if not path.exists():
            return None
        stored = json.loads(path.read_text(encoding="utf-8"))
        return stored["data"] if stored["code"] == self.code and stored["key"] == key else None

    def put(self, key: str, data: Any) -> None:
        """Whole or not at all, however it ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(key)
        begun = path.with_suffix(".begun")
        text = json.dumps({"key": key, "code": self.code, "data": data}, ensure_ascii=False, indent=1)
        begun.write_text(text + "\n", encoding="utf-8")
        os.replace(begun, path)

    def _path(self, key: str) -> Path:
        return self.folder / f"{_UNSAFE.sub('-', key)}.json"
