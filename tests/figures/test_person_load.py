"""Load per person: what the bars hold, in which order, and what the title says."""

from __future__ import annotations

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from alokasi.figures import person_load

LIMIT = 120.0


def load(*people: tuple[str, float], guest: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "id_pegawai": f"p{n}",
                "nama": name,
                "jam": percent * 12.5,
                "jam_efektif": 1250.0,
                "persen": percent,
                "tamu": "ya" if name == guest else "",
            }
            for n, (name, percent) in enumerate(people)
        ]
    )


def bars(fig: Figure) -> dict[str, float]:
    return {
        person: value
        for trace in fig.data
        if trace.type == "bar"
        for person, value in zip(trace.y, trace.x, strict=True)
    }


def test_everybody_has_a_bar_of_percent_of_effective_hours():
    fig = person_load(load(("Ani", 90.0), ("Budi", 104.0)), LIMIT)
    assert bars(fig) == {"p0": 90.0, "p1": 104.0}


def test_the_highest_load_stands_on_top_and_in_the_title():
    fig = person_load(load(("Ani", 90.0), ("Budi", 124.0), ("Cici", 101.0)), LIMIT)
    assert list(fig.layout.yaxis.categoryarray) == ["p1", "p2", "p0"]
    assert fig.layout.meta["title"] == (
        "Beban tertinggi 124,0 % (Budi); 2 orang di atas jam efektif, 1 di atas batas 120 %"
    )


def test_names_order_the_bars_on_request():
    fig = person_load(load(("Cici", 90.0), ("Ani", 50.0)), LIMIT, by_name=True)
    assert list(fig.layout.yaxis.ticktext) == ["Ani", "Cici"]


def test_above_effective_hours_is_told_by_colour_hatching_and_sign():
    fig = person_load(load(("Ani", 100.0), ("Budi", 100.1)), LIMIT)
    within, over = (trace for trace in fig.data if trace.type == "bar")
    assert (list(within.y), list(over.y)) == (["p0"], ["p1"])
    assert within.marker.color != over.marker.color
    assert over.marker.pattern.shape == "/"
    words = next(trace.text for trace in fig.data if trace.type == "scatter")
    assert [word.endswith("▲") for word in words] == [True, False]


def test_words_give_percent_and_hours_as_written_in_indonesia():
    fig = person_load(load(("Ani", 96.4)), LIMIT)
    assert next(trace.text for trace in fig.data if trace.type == "scatter")[0] == "96,4 % · 1.205 jam"


def test_effective_hours_and_the_limit_are_named_lines():
    fig = person_load(load(("Ani", 90.0)), LIMIT)
    assert [shape.x0 for shape in fig.layout.shapes] == [100.0, LIMIT]
    assert {"jam efektif", "batas 120 %"} <= {note.text for note in fig.layout.annotations}


def test_bars_start_at_zero_and_words_stand_outside_the_axis():
    fig = person_load(load(("Ani", 30.0)), LIMIT)
    low, high = fig.layout.xaxis.range
    words = next(trace for trace in fig.data if trace.type == "scatter")
    assert low == 0
    assert words.x[0] == high > LIMIT
    assert fig.layout.margin.r > 7 * len(words.text[0])


def test_guests_and_people_without_effective_hours_are_not_drawn():
    people = load(("Ani", 90.0), ("Tamu", 50.0), ("Cuti", float("nan")), guest="Tamu")
    assert set(bars(person_load(people, LIMIT))) == {"p0"}


@pytest.mark.parametrize("people", [40, 41, 250])
def test_above_forty_people_both_ends_and_a_distribution_are_drawn(people: int):
    fig = person_load(load(*((f"Nama {n}", 60 + n / 5) for n in range(people))), LIMIT)
    dots = [trace for trace in fig.data if trace.type == "scatter" and trace.mode == "markers"]
    if people <= 40:
        assert len(bars(fig)) == people
        assert not dots
    else:
        assert len(bars(fig)) == 25  # twelve at either end, and the row that counts the others
        assert len(dots[0].x) == people
        assert f"… {people - 24} orang lain …" in list(fig.layout.yaxis2.ticktext)


def test_people_of_one_name_keep_their_own_bars():
    assert bars(person_load(load(("Sari", 90.0), ("Sari", 80.0)), LIMIT)) == {"p0": 90.0, "p1": 80.0}


def test_markup_in_a_name_stays_text():
    fig = person_load(load(("<a href='x'>Ani</a>", 90.0)), LIMIT)
    assert fig.layout.yaxis.ticktext[0] == "&lt;a href='x'&gt;Ani&lt;/a&gt;"
    assert "<a" not in fig.layout.title.text


def test_without_people_it_says_what_to_do():
    fig = person_load(
        load().reindex(columns=["id_pegawai", "nama", "jam", "jam_efektif", "persen", "tamu"]), LIMIT
    )
    assert not fig.data
    assert "Isi lembar Pegawai" in fig.layout.title.subtitle.text
