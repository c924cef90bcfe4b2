"""The lock files hold what pyproject.toml asks for, with hashes, and the office computer gets what was tested."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import alokasi

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = [Requirement(line) for line in PROJECT["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
PIN = re.compile(
    r"^([\w.-]+)==([^\s;]+)([^\n]*)\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8") + "\n"


def pins(name: str) -> dict[str, set[str]]:
    """Versions by library; more than one where they differ by system or Python."""
    found: dict[str, set[str]] = {}
    for library, version, _, _ in PIN.findall(text(name)):
        found.setdefault(canonicalize_name(library), set()).add(version)
    return found


def test_the_version_stands_in_one_place():
    assert "version" not in PROJECT
    assert PROJECT["dynamic"] == ["version"]
    assert metadata.version("alokasi") == alokasi.__version__


LOCKS = [("requirements.lock", RUN + DEV), ("requirements-run.lock", RUN)]


@pytest.mark.parametrize(("name", "asked"), LOCKS)
def test_every_library_asked_for_is_pinned_in_its_range(name: str, asked: list[Requirement]):
    locked = pins(name)
    for requirement in asked:
        versions = locked.get(canonicalize_name(requirement.name), set())
        assert versions, f"{name} lacks {requirement.name}: make lock"
        assert all(version in requirement.specifier for version in versions), f"{requirement}: make lock"


@pytest.mark.parametrize(("name", "_asked"), LOCKS)
def test_every_line_of_a_lock_is_a_pin_with_hashes(name: str, _asked: list[Requirement]):
    rest = PIN.sub("", text(name))
    assert [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")] == []


def test_the_office_computer_gets_the_versions_that_were_tested():
    tested = pins("requirements.lock")
    for library, versions in pins("requirements-run.lock").items():
        assert versions <= tested[library], f"{library}: make lock"


def test_the_office_computer_gets_no_development_tool():
    tools = {"build", "hypothesis", "mypy", "playwright", "pytest", "ruff", "uv"}
    assert tools <= {requirement.name for requirement in DEV}
    assert tools & set(pins("requirements-run.lock")) == set()
