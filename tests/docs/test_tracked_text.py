"""What never stands in the repository: addresses of package indexes, paths of a machine, possible NIPs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".xlsx", ".png", ".pdf", ".mo", ".ico", ".woff2"}
# in pieces, so that this file does not find itself
INDEX_HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "index-" + "url=",
    "/simple" + "/",
    "registry." + "npm",
]
MACHINE_PATH = re.compile(r"(?<![\w.~])(?:/(?:work|root|home|farm|Users)/|[A-Z]:\\\\?Users\\)\w")
EIGHTEEN_DIGITS = re.compile(r"(?<![0-9a-f])\d{18}(?![0-9a-f])")


def tracked_text() -> Iterator[tuple[Path, str]]:
    """Every text file of the tree but what .gitignore leaves out."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    ignored = [".git", *(line.rstrip("/") for line in lines)]
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        if any(fnmatch(part, pattern) for part in inside.parts for pattern in ignored):
            continue
        if path.is_file() and path.suffix not in BINARY:
            yield inside, path.read_text(encoding="utf-8")


def could_be_a_nip(digits: str) -> bool:
    """Birth date, month of appointment, sex, serial number: 8 + 6 + 1 + 3 digits."""
    born, joined, sex = digits[:8], digits[8:14], digits[14]
    try:
        birth = date.fromisoformat(born)
        appointed = date.fromisoformat(joined + "01")
    except ValueError:
        return False
    return sex in "12" and 1940 <= birth.year <= 2010 and birth.year + 15 <= appointed.year <= 2035


@pytest.mark.parametrize(
    ("digits", "plausible"),
    [
        ("19800101" + "200501" + "1" + "001", True),
        ("19801301" + "200501" + "1" + "001", False),
        ("19800101" + "200513" + "1" + "001", False),
        ("19800101" + "200501" + "9" + "001", False),
        ("19800101" + "198501" + "1" + "001", False),
    ],
)
def test_a_nip_is_known_by_its_dates_and_its_sex_digit(digits: str, plausible: bool):
    assert could_be_a_nip(digits) is plausible


def test_the_tree_is_looked_at():
    names = {str(path) for path, _ in tracked_text()}
    assert {"README.md", "Makefile", ".ci/run", "src/alokasi/cli.py", "requirements.lock"} <= names
    assert not any(name.startswith((".venv", ".git/")) for name in names)


def test_no_file_names_a_package_index():
    found = [f"{path}: {host}" for path, text in tracked_text() for host in INDEX_HOSTS if host in text]
    assert found == []


def test_no_file_names_a_path_of_a_machine():
    found = [f"{path}: {hit.group()}" for path, text in tracked_text() for hit in MACHINE_PATH.finditer(text)]
    assert found == []


def test_no_file_holds_a_number_that_could_be_a_nip():
    found = [
        f"{path}: {hit.group()[:4]}..."
        for path, text in tracked_text()
        for hit in EIGHTEEN_DIGITS.finditer(text)
        if could_be_a_nip(hit.group())
    ]
    assert found == []
