"""In CI a skipped test fails the run, but for what stands outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import MAY_SKIP_IN_CI

CONFTEST = Path(__file__).with_name("conftest.py")
RUNS = "def test_runs():\n    pass\n"  # in a module of its own: a run without any test fails anyway


def outcome(tmp_path: Path, test: str, ci: bool) -> int:
    """Exit status of a run over a test and one that passes, under this project's conftest."""
    (tmp_path / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tmp_path / "test_one.py").write_text(f"import pytest\n\n{test}\n", encoding="utf-8")
    (tmp_path / "test_two.py").write_text(RUNS, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:dash", "-p", "no:cacheprovider", str(tmp_path)],
        env=environment | ({"CI": "true"} if ci else {}),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode


@pytest.mark.parametrize(
    "test",
    [
        "def test_x():\n    pytest.skip('no time')",
        "@pytest.mark.skip(reason='no time')\ndef test_x():\n    pass",
        "pytest.importorskip('a_library_nobody_has')",
        "pytest.skip('no time', allow_module_level=True)",
        f"def test_x():\n    pytest.skip('no time for {MAY_SKIP_IN_CI}')",
    ],
)
def test_a_skip_fails_the_run_in_ci_only(test: str, tmp_path: Path):
    assert outcome(tmp_path, test, ci=True) == pytest.ExitCode.TESTS_FAILED
    assert outcome(tmp_path, test, ci=False) == pytest.ExitCode.OK


@pytest.mark.parametrize(
    "test",
    [
        "",
        f"def test_x():\n    pytest.skip('{MAY_SKIP_IN_CI}: peers')",
        "@pytest.mark.xfail(reason='known')\ndef test_x():\n    assert False",
    ],
)
def test_what_ci_cannot_run_may_be_skipped(test: str, tmp_path: Path):
    assert outcome(tmp_path, test, ci=True) == pytest.ExitCode.OK
