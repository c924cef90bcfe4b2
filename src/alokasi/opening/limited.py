"""Runs a piece of our code in a process of its own that may take only so long; memory it limits itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from signal import Signals

from alokasi.opening.refusal import Why

_ROOT = str(Path(__file__).resolve().parents[2])  # holds the package alokasi
_LIGHT = ("-I", "-S")  # neither environment nor installed packages: starts in a moment
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows a console would flash up
_OUT_OF_TIME = ("SIGXCPU",)
_OUT_OF_MEMORY = ("SIGKILL",)  # by the system


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: `why` is None where it ended well; `fault`: what a failing child printed."""

    told: bytes
    why: Why | None = None
    fault: str = ""


class ChildError(Exception):
    """What a child printed that failed: our own bug, or a fault of the interpreter; never shown to users."""


def run_limited(code: str, sent: bytes, seconds: float, light: bool) -> Ended:
    """`code` gets `sent` on stdin and tells its answer on stdout. `light`: it needs the standard library only."""
    begin = f"import sys; sys.path.append({_ROOT!r}); " if light else ""  # after the standard library
    command = [sys.executable, *(_LIGHT if light else ()), "-c", begin + code]
    try:
        done = subprocess.run(
            command, input=sent, capture_output=True, timeout=seconds, check=False, creationflags=_NO_WINDOW
        )
    except subprocess.TimeoutExpired:
        return Ended(b"", Why.TIME)
    if done.returncode == 0:
        return Ended(done.stdout)
    return Ended(b"", _why(done.returncode), done.stderr.decode(errors="replace"))


def _why(code: int) -> Why:
    name = Signals(-code).name if code < 0 and -code in set(Signals) else ""
    if name in _OUT_OF_TIME:
        return Why.TIME
    return Why.MEMORY if name in _OUT_OF_MEMORY else Why.CRASH
