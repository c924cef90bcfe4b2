"""Peak memory of this process and of its children, in MB."""

from __future__ import annotations

import re
import resource
from pathlib import Path


def memory() -> dict[str, float]:
    """The kernel's own figure of this process: what getrusage tells counts the process that started it, too."""
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert peak is not None
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"parent": int(peak[1]) / 1024, "child": children / 1024}
