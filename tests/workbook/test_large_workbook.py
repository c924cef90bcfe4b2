"""A ministry's workbook, 6,000 staff, is read and checked in 3 s and 300 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import large_reading
import pytest

from alokasi.examples import several
from alokasi.workbook import write_template

SECONDS, MEGABYTES = 3.0, 300


@pytest.mark.long
def test_six_thousand_staff_are_read_and_checked_in_time(tmp_path: Path):
    """Time of the processor, which is the wait of a user on a quiet computer: child and parent take turns."""
    write_template(tmp_path / "unit.xlsx", several(units=10, staff=600))
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, large_reading.__file__, str(tmp_path / "unit.xlsx")]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, env=known).stdout)
    print(told)
    assert told["staff"] >= 6_000
    assert told["processor"] <= SECONDS
    assert told["parent"] + told["child"] <= MEGABYTES
