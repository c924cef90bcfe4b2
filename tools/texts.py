"""Keeps the English catalogue: collects every Indonesian source sentence, keeps its English, compiles it.

    python tools/texts.py            update alokasi.po and alokasi.mo
    python tools/texts.py --check    change nothing; exit 1 and say what is missing or out of date

A source is the literal first argument of `Message.of`, `Message`, `translate`, or a `t("...")` in a template of
the report; and the words of the enumerations that are shown. A source must
be a literal: an f-string can't be found here and would never be translated.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from alokasi.forms.notes import About
from alokasi.rules.verdicts import VerdictStatus
from alokasi.tables.abk import TOTAL
from alokasi.workbook.issues import Severity
from alokasi_models.decree import MoveKind
from alokasi_models.differences import DifferenceKind
from alokasi_models.packs import norm
from alokasi_models.plan import Origin, Status
from alokasi_models.problem import Coordinator, SeatRole, TeamClass
from alokasi_models.workload import UNNAMED_POSITION

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src/alokasi", "models/alokasi_models", "dashboards/alokasi_dashboards")
CATALOGUE = ROOT / "src/alokasi/texts/en/LC_MESSAGES/alokasi.po"
SHOWN_WORDS: tuple[type[StrEnum], ...] = (
    VerdictStatus,
    Status,
    Origin,
    SeatRole,
    Coordinator,
    TeamClass,
    MoveKind,
    DifferenceKind,
    Severity,
    About,
)
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date: the file changes only when its sentences do
PLACE = re.compile(r"{(\w+)[^}]*}")
IN_TEMPLATES = re.compile(r"""\bt\(\s*(["'])(.*?)\1""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A source sentence and the file it stands in; `fault` says why it cannot be translated, blank if it
    can.
    """

    file: str
    line: int
    source: str
    fault: str = ""


def sources(root: Path = ROOT) -> list[Found]:
    """Every source in the code and the templates, in the order of the files."""
    found = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            found += in_python(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
        for path in sorted((root / folder).rglob("*.j2")):
            text, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
            found += [
                Found(name, text.count("\n", 0, m.start()) + 1, m[2]) for m in IN_TEMPLATES.finditer(text)
            ]
    return found + [Found("words", 0, word) for word in shown_words()]


def shown_words() -> list[str]:
    """Words of enumerations and data files that a page shows in the reader's language."""
    units = sorted({policy.unit for policy in norm().policies.values()})
    return [*(str(word) for words in SHOWN_WORDS for word in words), TOTAL, UNNAMED_POSITION, *units]


def in_python(text: str, file: str) -> Iterator[Found]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and (argument := _source(node)) is not None:
            match argument:
                case ast.Constant(value=str(source)):
                    if in_words(source):
                        yield Found(file, node.lineno, source)
                case ast.JoinedStr() | ast.BinOp():
                    yield Found(file, node.lineno, ast.unparse(argument), "not a literal sentence")
                case _ if _name(node.func) == "Message.of":
                    yield Found(file, node.lineno, ast.unparse(argument), "not a literal sentence")


def in_words(source: str) -> bool:
    """Whether anything is left to translate beside the places and the signs."""
    return any(letter.isalpha() for letter in PLACE.sub("", source))


def update(catalogue: Catalog, found: list[Found]) -> Catalog:
    """A catalogue of exactly the sources found, with the English that is known."""
    fresh = Catalog(locale="en", project="alokasi", creation_date=WRITTEN, revision_date=WRITTEN)
    for item in found:
        known = catalogue.get(item.source)
        english = "" if known is None else known.string
        fresh.add(item.source, english, locations=[] if not item.line else [(item.file, 1)])
    return fresh


def problems(found: list[Found], catalogue: Catalog) -> list[str]:
    """What keeps the English from being whole: sources that cannot be found, or have none; places that
    differ.
    """
    said = [f"{item.file}:{item.line}: {item.fault}: {item.source}" for item in found if item.fault]
    for item in found:
        message = catalogue.get(item.source)
        english = "" if message is None else str(message.string)
        if not item.fault and not english:
            said.append(f"{item.file}:{item.line}: no English: {item.source}")
        elif not item.fault and _places(english) != _places(item.source):
            said.append(f"{item.file}:{item.line}: other places in the English: {item.source}")
    return said


def read() -> Catalog:
    if not CATALOGUE.exists():
        return Catalog(locale="en")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def po(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, include_lineno=False)
    return out.getvalue()


def mo(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    found = sources()
    catalogue = update(read(), [item for item in found if not item.fault])
    said = problems(found, catalogue)
    compiled = CATALOGUE.with_suffix(".mo")
    if "--check" in arguments:
        if not compiled.exists() or (CATALOGUE.read_bytes(), compiled.read_bytes()) != (
            po(catalogue),
            mo(catalogue),
        ):
            said.append(f"{CATALOGUE.relative_to(ROOT)} is out of date: run python tools/texts.py")
    else:
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        CATALOGUE.write_bytes(po(catalogue))
        compiled.write_bytes(mo(catalogue))
    print("\n".join(said) or f"{len(catalogue)} sentences, all in English")
    return 1 if said else 0


def _source(call: ast.Call) -> ast.expr | None:
    """The argument that holds a source sentence; None where the call has none."""
    match _name(call.func):
        case "Message.of" | "Message" | "translate":
            return call.args[0] if call.args else None
    return None


def _name(function: ast.expr) -> str:
    """`Message.of`, `translate`, ... whatever module the name is reached through."""
    if isinstance(function, ast.Attribute):
        return "Message.of" if function.attr == "of" and _name(function.value) == "Message" else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _places(sentence: str) -> set[str]:
    return set(PLACE.findall(sentence))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
