"""Whatever is opened goes through the door: nothing else in the product unpacks, parses or reads tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src/alokasi", "dashboards/alokasi_dashboards", "models/alokasi_models")
OPENERS = {
    "load_workbook",
    "ZipFile",
    "read_excel",
    "read_csv",
    "ElementTree",
    "ParserCreate",
    "reader",
    "fromstring",
}
# where files from outside are parsed: the child's modules, and the child that makes the marked copy
INSIDE = {"src/alokasi/opening/separated.py", "src/alokasi/opening/xml.py", "src/alokasi/workbook/marking.py"}
PARSERS = {"csv", "zipfile", "xml", "pandas", "openpyxl"}


def openers(path: Path) -> Iterator[str]:
    """Calls of a parser's own opener, through the module or by a name imported from it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in PARSERS
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in OPENERS and node.value.id in {*PARSERS, *imported, "pd"}:
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Name) and node.id in OPENERS & imported:
            yield node.id


def test_only_what_runs_in_a_child_opens_files_from_outside():
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        if list(openers(path))
    }
    assert found == INSIDE
