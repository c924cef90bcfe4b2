"""The workbooks in data/ hold what the program makes; `make examples` writes them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from alokasi.examples import EXAMPLES, example, file_name, write_examples
from alokasi.workbook import read
from alokasi.workbook.issues import Severity
from alokasi_models.problem import UnitKind

DATA = Path(__file__).resolve().parents[2] / "data"


def test_data_holds_one_workbook_for_each_example_and_nothing_else():
    expected = {file_name(pattern, kind) for pattern, kind in EXAMPLES}
    assert {path.name for path in DATA.iterdir()} == expected


@pytest.mark.parametrize(("pattern", "kind"), EXAMPLES)
def test_the_workbook_reads_back_as_the_example_without_errors(pattern: str, kind: UnitKind):
    reading = read(DATA / file_name(pattern, kind))
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
    assert reading.problem == example(pattern, kind)
    assert reading.plan is None


def test_all_are_written_by_one_call(tmp_path: Path):
    written = write_examples(tmp_path / "baru")
    assert [path.name for path in written] == [file_name(pattern, kind) for pattern, kind in EXAMPLES]
    assert all(path.is_file() for path in written)
