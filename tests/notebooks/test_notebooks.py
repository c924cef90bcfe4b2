"""Every notebook tells its story from the first cell to the last, and is stored without outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jupytext
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.py"))
SECONDS_A_CELL = 120
LOGIC = ("def ", "class ", "for ", "while ", "if ")


def executed(notebook: Path, folder: Path) -> Any:
    story = jupytext.read(notebook)
    NotebookClient(
        story,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    return story


def test_there_is_a_notebook_and_none_is_stored_with_outputs():
    assert NOTEBOOKS
    assert list(FOLDER.rglob("*.ipynb")) == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_holds_no_logic_of_its_own(notebook: Path):
    cells = [cell.source for cell in jupytext.read(notebook).cells if cell.cell_type == "code"]
    lines = [line for cell in cells for line in cell.splitlines()]
    assert [line for line in lines if line.startswith(LOGIC)] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_runs_to_its_end(notebook: Path, tmp_path: Path):
    story = executed(notebook, tmp_path)
    outputs = [output for cell in story.cells for output in cell.get("outputs", ())]
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert {"application/vnd.plotly.v1+json", "text/html"} <= kinds
    assert [output for output in outputs if output["output_type"] == "error"] == []
    assert [output["text"] for output in outputs if output.get("name") == "stderr"] == []
