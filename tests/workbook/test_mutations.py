"""However a workbook was changed, reading and checking it ends in a reading or a sentence: in 10 s and 500 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import mutations
import pytest

SECONDS, MEGABYTES = 10, 500
SOME, ALL, AT_ONCE = 300, 10_000, 1_000


def told(first: int, last: int, folder: Path) -> dict[str, Any]:
    """What a process of its own tells of these seeds."""
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, mutations.__file__, str(first), str(last), str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, env=known)
    assert done.returncode == 0, done.stderr.decode()[-5_000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(found)
    return found


def check(found: dict[str, Any]) -> None:
    assert found["faults"] == {}
    assert found["slowest"] <= SECONDS, found["seed"]
    assert found["parent"] + found["child"] <= MEGABYTES


def test_three_hundred_changed_workbooks(tmp_path: Path):
    check(told(0, SOME, tmp_path))


@pytest.mark.long
@pytest.mark.parametrize("first", range(SOME, ALL, AT_ONCE))
def test_ten_thousand_changed_workbooks(tmp_path: Path, first: int):
    check(told(first, min(first + AT_ONCE, ALL), tmp_path))
