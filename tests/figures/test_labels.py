"""Long names and titles in pictures: broken where a reader pauses, and whole when they are read aloud."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alokasi.figures.labels import beside, lines, wrapped

SOURCE = (
    "Sumber: usulan program; profil Seimbang; jam efektif 1.250 jam setahun; tanggal uji 24 November 2026"
)


def read_aloud(text: str) -> str:
    """What is left where the marks of a picture are not seen."""
    return text.replace("<br>", "")


def test_a_date_broken_over_two_lines_keeps_its_space():
    assert "24 November 2026" in read_aloud(wrapped(SOURCE, 90))
    assert lines(wrapped(SOURCE, 90)) == 2


@pytest.mark.parametrize("width", range(8, 60, 4))
def test_a_number_stays_with_what_it_counts(width: int):
    assert not re.search(r"\d ?<br>", wrapped(SOURCE, width))


def test_lines_are_about_equally_long():
    assert wrapped("Optimalisasi teknologi industri (level 3)", 40) == (
        "Optimalisasi teknologi <br>industri (level 3)"
    )


def test_a_name_beside_its_bar_ends_at_the_bar():
    assert beside("Tim Kerja Pengujian Fisik dan Mekanik", 28) == "Tim Kerja Pengujian<br> Fisik dan Mekanik"


def test_no_line_begins_with_a_stroke():
    assert "<br>/" not in wrapped("Industri hijau dan lingkungan / Optimalisasi teknologi (level 4/3)", 30)


def test_what_fits_stays_on_one_line():
    assert wrapped("Tim Kerja Keuangan", 28) == "Tim Kerja Keuangan"
    assert wrapped("", 28) == ""


def test_a_word_broken_at_its_hyphen_gets_no_space():
    assert wrapped("usulan-tahunan-kompetensi.xlsx", 16) == "usulan-tahunan-<br>kompetensi.xlsx"


def test_marks_of_a_workbook_show_as_they_are():
    assert wrapped("Budi <b>tebal</b> & rekan") == "Budi &lt;b&gt;tebal&lt;/b&gt; &amp; rekan"


words = st.text(st.characters(codec="utf-8", exclude_characters="<>&"), max_size=12)


@given(st.lists(words, max_size=12), st.integers(1, 60))
def test_nothing_is_lost_and_nothing_added(parts: list[str], width: int):
    text = " ".join(parts)
    assert read_aloud(wrapped(text, width)) == read_aloud(beside(text, width)) == " ".join(text.split())
