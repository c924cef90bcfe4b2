"""A solve that somebody watches and stops."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
from pathlib import Path
from time import monotonic, sleep

import pytest
from command_line import started

from alokasi.commands.progress import watched
from alokasi.examples import example
from alokasi.workbook import read, write_template
from alokasi_models.plan import Improvement


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough people to be busy with for a while."""
    path = tmp_path_factory.mktemp("besar") / "unit.xlsx"
    write_template(path, example("4"))
    return path


def test_ctrl_c_keeps_the_best_plan(large: Path, tmp_path: Path):
    begun = monotonic()
    running = started(
        "solve", large, "--out", tmp_path / "usulan.xlsx", "--time-limit", 60, stderr=subprocess.PIPE
    )
    sleep(6)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=50)
    assert running.returncode == 0, said.decode()
    assert monotonic() - begun < 55
    assert read(tmp_path / "usulan.xlsx").plan is not None
    assert b"Traceback" not in said
    assert "dihentikan setelah" in said.decode(), "not the time limit, which was far off"
    assert "dipotong batas waktu" not in said.decode()


def test_a_terminal_shows_best_bound_gap_and_elapsed_time(large: Path, tmp_path: Path):
    screen, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "160"}
    running = started(
        "solve", large, "--out", tmp_path / "usulan.xlsx", "--time-limit", 6, stderr=end, env=environment
    )
    os.close(end)
    seen = b""
    while True:
        try:
            part = os.read(screen, 65536)
        except OSError:  # Linux tells so that the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(screen)
    assert running.wait(timeout=30) == 0
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())
    assert re.search(r"\d+,\d dari 6 detik · .+: terbaik [\d.]+, batas [\d.–]+, selisih (\d+,\d %|–)", shown)
    assert "Ctrl-C menyimpan yang terbaik" in shown


@pytest.mark.parametrize(
    ("bound", "words"), [(90.0, "batas 90, selisih 10,0 %"), (None, "batas –, selisih –"), (0.0, "batas 0")]
)
def test_progress_says_bound_and_gap_once_they_are_known(bound: float | None, words: str):
    with watched(30, "id", {"jam": "Jam kerja"}) as watch:
        assert "menyusun ..." in watch.line()
        watch.show(Improvement(1.0, "jam", 100.0, bound))
        assert "Jam kerja: terbaik 100, " in watch.line()
        assert words in watch.line()
    with watched(30, "en", {}) as watch:
        watch.show(Improvement(1.0, "jam", 1000.0, 900.0))
        assert "best 1,000, bound 900, gap 10.0%" in watch.line()


def test_a_second_ctrl_c_ends_at_once():
    with watched(30, "id", {}) as watch:
        signal.raise_signal(signal.SIGINT)
        assert watch.stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
