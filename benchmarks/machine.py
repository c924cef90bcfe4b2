"""What a measurement rests on: the machine, the versions, the state of the code."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path

from alokasi_models.packs import pack

ROOT = Path(__file__).resolve().parents[1]
TIMEFOLD = "ALOKASI_TIMEFOLD"  # environment: the Python of an environment with timefold
BESIDE = ROOT / ".venv-timefold" / "bin" / "python"
LIBRARIES = ("alokasi", "ortools", "highspy", "numpy", "pandas", "openpyxl", "XlsxWriter")


def timefold_python() -> Path | None:
    """Of an environment with timefold, where there is one, and a Java to run it."""
    named = os.environ.get(TIMEFOLD)
    found = Path(named) if named else BESIDE
    return found if found.exists() and shutil.which("java") else None


def setting(command: str) -> dict[str, str]:
    return {
        "date": date.today().isoformat(),
        "command": command,
        "commit": _commit(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "load of the machine at the start": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        **_timefold(),
        "rule pack": pack().digest,
    }


def _timefold() -> dict[str, str]:
    """Of the environment made for it, with the Java that runs it; nothing where there is none."""
    if timefold_python() is None:
        return {}
    asked = "from importlib.metadata import version; print(version('timefold'))"
    found = subprocess.run([str(timefold_python()), "-c", asked], capture_output=True, text=True, check=True)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True)
    return {"timefold": found.stdout.strip(), "java": java.stderr.splitlines()[0]}


def _commit() -> str:
    found = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
