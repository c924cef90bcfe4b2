"""What a figure may not do on a page: upload, load, or break out of its script element."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from alokasi import figures


def drawn(name: str = "Ani", lang: str = "id") -> figures.Figure:
    row = {"id_pegawai": "p", "nama": name, "jam": 1200.0, "jam_efektif": 1250.0, "persen": 96.0, "tamu": ""}
    return figures.person_load(pd.DataFrame([row]), 120.0, lang, source="Sumber: uji")


def test_only_download_and_reset_are_left_and_nothing_uploads():
    settings = figures.config("id")
    assert settings["modeBarButtons"] == [["toImage", "resetScale2d"]]
    assert settings["showSendToCloud"] is False
    assert settings["plotlyServerURL"] == ""
    assert "sendChartToCloud" in drawn().layout.template.layout.modebar.remove


@pytest.mark.parametrize(("lang", "separators"), [("id", ",."), ("en", ".,")])
def test_numbers_follow_the_language(lang: str, separators: str):
    assert drawn(lang=lang).layout.template.layout.separators == separators


def test_json_leaves_no_way_out_of_a_script_element():
    text = figures.figure_json(drawn("</script><script>alert(1)</script>"))
    assert "<" not in text
    assert json.loads(text)["layout"]["meta"]["title"].startswith("Beban tertinggi 96,0 % (</script>")


def test_the_alternative_says_the_finding_and_what_is_drawn():
    words = figures.alternative(drawn())
    assert words.startswith("Beban tertinggi 96,0 % (Ani)")
    assert "persen dari jam efektif" in words


def test_the_source_line_stands_in_the_figure():
    assert "Sumber: uji" in [note.text for note in drawn().layout.annotations]


def test_the_template_is_small():
    assert len(drawn().to_json()) < 6000
