"""The wheel alone, with run-time libraries only, carries all that the demo needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("src/alokasi", "models/alokasi_models", "dashboards/alokasi_dashboards")
CODE = {".py", ".pyc"}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Without what this test's own environment would lend."""
    lent = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in lent}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def must(*command: str | Path, cwd: Path) -> str:
    done = run(*command, cwd=cwd)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    must(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("alokasi-*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment: locked run-time libraries, then the wheel."""
    folder = tmp_path_factory.mktemp("fresh")
    must(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = (programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    must(*pip, "--require-hashes", "-r", ROOT / "requirements-run.lock", cwd=folder)
    must(*pip, "--no-deps", wheel, cwd=folder)
    return programs


def data_files() -> set[str]:
    """What the three packages hold besides code, as named inside the wheel."""
    return {
        path.relative_to(folder.parent).as_posix()
        for folder in (ROOT / package for package in PACKAGES)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in CODE
    }


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    files = data_files()
    assert {".toml", ".mo", ".css", ".js", ".j2", ".typed"} <= {Path(name).suffix or name for name in files}
    with ZipFile(wheel) as archive:
        assert files <= set(archive.namelist())


def test_only_the_three_packages_are_in_the_wheel(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in folders if not name.endswith(".dist-info")} == {
        Path(package).name for package in PACKAGES
    }


@pytest.mark.parametrize("tool", ["pytest", "hypothesis", "playwright"])
def test_development_tools_are_not_there(programs: Path, tool: str, tmp_path: Path) -> None:
    tried = run(programs / "python", "-c", f"import {tool}", cwd=tmp_path)
    assert tried.returncode != 0
    assert "ModuleNotFoundError" in tried.stderr


@pytest.mark.parametrize("package", ["alokasi", "alokasi_models", "alokasi_dashboards"])
def test_packages_come_from_the_wheel(programs: Path, package: str, tmp_path: Path) -> None:
    place = must(
        programs / "python", "-c", f"import {package}; print({package}.__file__)", cwd=tmp_path
    ).strip()
    assert Path(place).is_relative_to(programs.parent)


def test_the_demo_runs_from_anywhere(programs: Path, tmp_path: Path) -> None:
    must(programs / "alokasi", "demo", "--out", "hasil", "--time-limit", "5", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "hasil").iterdir()}
    assert {"contoh.xlsx", "usulan.xlsx", "laporan.html"} <= made
    assert "Draf, bukan keputusan" in (tmp_path / "hasil" / "laporan.html").read_text(encoding="utf-8")


def test_both_languages_and_the_dashboard_are_there(programs: Path, tmp_path: Path) -> None:
    must(programs / "alokasi", "template", "kosong.xlsx", "--lang", "en", cwd=tmp_path)
    assert (tmp_path / "kosong.xlsx").is_file()
    assert "FOLDER" in must(programs / "alokasi", "dashboard", "--help", cwd=tmp_path)
