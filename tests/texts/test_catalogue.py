"""Every sentence has its English, is found in the code, and keeps its places."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from alokasi.texts import Message, translate, wording

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/texts.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("tools_texts", ROOT / "tools" / "texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_source_sentence_has_english_with_the_same_places(tool: ModuleType):
    assert tool.problems(tool.sources(), tool.read()) == []


def test_the_compiled_catalogue_is_up_to_date(tool: ModuleType):
    catalogue = tool.update(tool.read(), [item for item in tool.sources() if not item.fault])
    assert tool.CATALOGUE.read_bytes() == tool.po(catalogue)
    assert tool.CATALOGUE.with_suffix(".mo").read_bytes() == tool.mo(catalogue)


@pytest.mark.parametrize(
    "code",
    [
        'Message.of(f"{n} tim")',
        'texts.Message.of("a" + b)',
        'translate(f"{n} tim", lang)',
        "Message.of(words)",
    ],
)
def test_a_sentence_that_is_no_literal_is_a_fault(tool: ModuleType, code: str):
    (found,) = tool.in_python(code, "x.py")
    assert found.fault


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ('Message.of("{n} tim", n=1)', "{n} tim"),
        ('Message("Ketua")', "Ketua"),
        ('translate("dari " "sini", lang)', "dari sini"),
    ],
)
def test_sources_are_found_wherever_a_sentence_is_made(tool: ModuleType, code: str, source: str):
    assert [item.source for item in tool.in_python(code, "x.py")] == [source]


def test_a_sentence_without_words_needs_no_english(tool: ModuleType):
    assert list(tool.in_python('Message.of("{a}: {b} %", a=1, b=2)', "x.py")) == []


def test_words_that_come_from_data_are_no_fault(tool: ModuleType):
    assert list(tool.in_python("Message(sentence.id, values)", "x.py")) == []


def test_missing_english_and_lost_places_are_told(tool: ModuleType):
    catalogue = Catalog(locale="en")
    catalogue.add("{n} tim", "teams")
    found = list(tool.in_python('Message.of("{n} tim", n=1)\ntranslate("kosong")', "x.py"))
    assert tool.problems(found, catalogue) == [
        "x.py:1: other places in the English: {n} tim",
        "x.py:2: no English: kosong",
    ]


def test_an_update_keeps_the_english_and_drops_what_is_gone(tool: ModuleType):
    old = Catalog(locale="en")
    old.add("tetap ada", "still there")
    old.add("hilang", "gone")
    fresh = tool.update(old, [tool.Found("x.py", 1, "tetap ada"), tool.Found("x.py", 2, "baru")])
    assert {message.id: message.string for message in fresh if message.id} == {
        "tetap ada": "still there",
        "baru": "",
    }


def test_english_is_shown_with_english_numbers():
    assert wording(Message.of("{n} pegawai", n=1250), "en") == "1,250 staff"
    assert translate("Draf, bukan keputusan", "en") == "Draft, not a decree"
    assert translate("Draf, bukan keputusan") == "Draf, bukan keputusan"


def test_a_language_that_is_not_offered_is_an_error():
    with pytest.raises(KeyError):
        translate("tim", "fr")
