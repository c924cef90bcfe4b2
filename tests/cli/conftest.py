"""Workbooks written once for all tests of the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import units
from command_line import CommandLine

from alokasi.workbook import write_template
from alokasi_models.problem import Problem

Written = Callable[[Callable[[], Problem]], Path]


@pytest.fixture
def alokasi(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(monkeypatch, capsys)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Workbook of a unit, written at its first use."""
    known: dict[str, Path] = {}

    def write(make: Callable[[], Problem]) -> Path:
        if make.__name__ not in known:
            path = tmp_path_factory.mktemp(make.__name__) / "unit.xlsx"
            write_template(path, make())
            known[make.__name__] = path
        return known[make.__name__]

    return write


@pytest.fixture(scope="session")
def unit(written: Written) -> Path:
    return written(units.lawful)


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return units.flawed(tmp_path_factory.mktemp("galat") / "unit.xlsx")
