"""Reads and checks a workbook in a process of its own and tells seconds and memory: `python large_reading.py FILE`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from alokasi import workflow
from memory import memory


def main(path: Path) -> None:
    began, before = perf_counter(), os.times()
    checked = workflow.check(path)
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])  # of this process and its child
    staff = 0 if checked.reading.problem is None else len(checked.reading.problem.employees)
    told = {"staff": staff, "seconds": perf_counter() - began, "processor": spent, **memory()}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
