"""Runs the `alokasi` command as a user would, in this process or in one of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from alokasi.cli import main


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


class CommandLine:
    """`alokasi("check", path)` gives exit code, stdout and stderr; a traceback fails the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words: object) -> Run:
        self._monkeypatch.setattr(sys, "argv", ["alokasi", *map(str, words)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = self._capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Run(int(ended.value.code or 0), said.out, said.err)


def started(*words: object, **options: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own, not waited for."""
    command = [str(Path(sys.executable).parent / "alokasi"), *map(str, words)]
    return subprocess.Popen(command, **options)  # type: ignore[call-overload,no-any-return]  # passed through
