"""What README, guide and contributing page promise exists: commands, options, targets, links, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from alokasi.cli import app
from alokasi.commands.options import Exit
from alokasi.results import BEST_FOUND, STANDING
from alokasi.rules.verdicts import VerdictStatus
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi_models.packs import profile_names, setting_errors
from alokasi_models.problem import Problem, Setting, Unit, UnitKind

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "panduan.md"
PAGES = [ROOT / "README.md", GUIDE, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"(?:^|[\s\\/])alokasi ([a-z]+)([^#\n]*)", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def commands() -> dict[str, TyperCommand]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: command for name, command in group.commands.items() if isinstance(command, TyperCommand)}


def options(command: TyperCommand) -> set[str]:
    return {"--help"} | {name for parameter in command.params for name in parameter.opts}


def code(document: Path) -> Iterator[str]:
    """Fenced blocks and code spans: what a reader copies."""
    text = document.read_text(encoding="utf-8")
    yield from FENCE.findall(text)
    yield from SPAN.findall(FENCE.sub("", text))


def calls(document: Path) -> list[tuple[str, str]]:
    return [call for piece in code(document) for call in CALL.findall(piece)]


def section(document: Path, title: str) -> str:
    """The text under a heading, to the next one of its level."""
    _, _, rest = document.read_text(encoding="utf-8").partition(f"\n## {title}\n")
    assert rest, f"{document.name} has no section {title!r}"
    return rest.partition("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """Body rows of the Markdown tables in a text."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [
        row
        for row, below in zip(cells, [*cells[1:], [""]], strict=True)
        if not is_rule(row) and not is_rule(below)
    ]


def is_rule(row: list[str]) -> bool:
    return all(set(cell) == {"-"} for cell in row)


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)
def test_every_command_and_option_written_down_exists(document: Path):
    known = commands()
    for name, rest in calls(document):
        assert name in known, f"{document.name}: alokasi {name}"
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in options(known[name]), f"{document.name}: alokasi {name} {option}"


@pytest.mark.parametrize("document", [ROOT / "README.md", GUIDE], ids=lambda document: document.name)
def test_every_command_is_written_down(document: Path):
    assert {name for name, _ in calls(document)} == set(commands())


def test_options_in_the_table_of_solve_belong_to_solve():
    named = {option for row in rows(section(GUIDE, "6 Susun")) for option in re.findall(r"--[a-z-]+", row[0])}
    assert named
    assert named <= options(commands()["solve"])


def test_every_command_and_parameter_has_help():
    for name, command in commands().items():
        assert (command.help or "").strip(), name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


@pytest.mark.parametrize("document", [*PAGES, *DECISIONS], ids=lambda document: document.name)
def test_every_make_target_written_down_exists(document: Path):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {target for piece in code(document) for target in re.findall(r"\bmake ([a-z-]+)", piece)}
    assert named <= targets


@pytest.mark.parametrize("document", [*PAGES, *DECISIONS], ids=lambda document: document.name)
def test_every_relative_link_leads_somewhere(document: Path):
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"{document.name}: {link}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {slug(heading) for heading in headings}, f"{document.name}: {link}"


def test_the_list_of_decisions_is_complete():
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", index)) == {
        document.name for document in DECISIONS if document.name != "README.md"
    }


def test_the_exit_codes_of_the_readme_are_those_of_the_command_line():
    table = section(ROOT / "README.md", "From your own workbook to a proposal")
    assert [int(row[0]) for row in rows(table)] == [code.value for code in Exit]


def test_the_guide_explains_every_status_of_a_clause():
    explained = {
        word.strip().lower()
        for row in rows(section(GUIDE, "7 Baca laporan"))
        for word in re.sub(r"^\S ", "", row[0]).split(",")
    }
    assert explained == {str(status) for status in VerdictStatus}


def test_the_guide_quotes_the_closing_sentences_of_solve():
    quoted = [row[0] for row in rows(section(GUIDE, "6 Susun")) if row[0].endswith("...")]
    said = [BEST_FOUND.source, *(message.source for message in STANDING.values())]
    assert len(quoted) == len(said) - 1, "all but: no unit to plan"
    for sentence in quoted:
        assert any(words.startswith(sentence.removesuffix(" ...")) for words in said), sentence


def test_every_example_of_a_setting_in_the_guide_is_accepted():
    table = rows(section(GUIDE, "10 Ubah setelan"))
    settings = tuple(Setting(name, value, "contoh") for name, value, _ in table)
    unit = Unit("u", "Unit", UnitKind.PUSAT, 2027)
    assert len(settings) > 8
    assert setting_errors(Problem((unit,), settings=settings)) == ()


def test_the_profiles_named_in_the_guide_exist():
    (row,) = (row for row in rows(section(GUIDE, "6 Susun")) if row[0].startswith("`--profile"))
    named = set(SPAN.findall(row[1]))
    assert named
    assert named <= set(profile_names())


def test_the_guide_explains_every_sheet_that_is_filled():
    table = rows(section(GUIDE, "4 Isi lembar demi lembar"))
    assert [row[0].strip("*") for row in table] == [sheet.name for sheet in INPUT_SHEETS]


def test_the_guide_names_columns_and_words_of_the_sheet_it_explains():
    for name, *explained in rows(section(GUIDE, "4 Isi lembar demi lembar")):
        sheet = SHEETS[name.strip("*")]
        known = {*sheet.names, *(word for column in sheet for word in column.choices)}
        assert {span for cell in explained for span in SPAN.findall(cell)} <= known, name


def test_the_readme_names_every_sheet():
    cells = [cell for row in rows(section(ROOT / "README.md", "The workbook")) for cell in (row[0], row[2])]
    named = [name.strip() for cell in cells for name in cell.split(",")]
    assert sorted(named) == sorted(SHEETS)
