"""Teams, hours, competence, before and after, comparison, convergence: values, titles, empty cases."""

from __future__ import annotations

import pandas as pd
import pytest

from alokasi import figures

NAN = float("nan")


def teams(*shares: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "kode_tim": f"t{n}",
                "nama_tim": f"Tim {n}",
                "anggota": 4,
                "beban_jam": 4000.0,
                "kurang_jam": 120.0 if n == 0 else 0.0,
                "eu_persen": share,
            }
            for n, share in enumerate(shares)
        ],
        columns=["kode_tim", "nama_tim", "anggota", "beban_jam", "kurang_jam", "eu_persen"],
    )


def hours(*rows: tuple[str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "id_pegawai": person,
                "nama": person.upper(),
                "kode_tim": team,
                "nama_tim": team or "individu",
                "jam": jam,
            }
            for person, team, jam in rows
        ],
        columns=["id_pegawai", "nama", "kode_tim", "nama_tim", "jam"],
    )


def test_team_bars_hold_eu_and_the_title_the_spread():
    fig = figures.team_load(teams(82.0, 104.0), 91.5)
    values = {
        y: x for trace in fig.data if trace.type == "bar" for y, x in zip(trace.y, trace.x, strict=True)
    }
    assert values == {"t0": 82.0, "t1": 104.0}
    assert (
        fig.layout.meta["title"] == "Beban antartim 82,0 % sampai 104,0 %: selisih 22,0 poin; tertinggi Tim 1"
    )
    assert [shape.x0 for shape in fig.layout.shapes] == [91.5]


def test_unmet_hours_of_a_team_are_written_beside_its_bar():
    fig = figures.team_load(teams(82.0, 104.0), None)
    words = next(trace.text for trace in fig.data if trace.type == "scatter")
    assert words == ("104,0 % ▲ · 4.000 jam", "82,0 % · 4.000 jam · kurang 120 jam")


def test_a_team_nobody_gives_time_shows_a_dash():
    fig = figures.team_load(teams(90.0, NAN), None)
    assert next(trace.text for trace in fig.data if trace.type == "scatter")[1].startswith("– ")


def test_heat_map_cells_are_hours_and_individual_work_stands_last():
    fig = figures.person_team_hours(hours(("a", "t2", 300.0), ("a", "", 50.0), ("b", "t1", 900.0)))
    heat = fig.data[0]
    assert list(heat.x) == ["t1", "t2", "–"]
    assert list(heat.y) == ["b", "a"]
    assert pd.DataFrame(heat.z).fillna(0).to_numpy().tolist() == [[900, 0, 0], [0, 300, 50]]
    assert fig.layout.meta["title"] == "1 dari 2 orang membagi waktunya ke lebih dari satu tempat"


def test_teams_stand_by_their_numbers_in_every_figure():
    even = figures.team_load(teams(*[80.0] * 11).sample(frac=1, random_state=1), None)
    bars = next(trace for trace in even.data if trace.type == "scatter")
    assert list(bars.y) == [f"t{n}" for n in range(11)]
    heat = figures.person_team_hours(hours(*((f"p{n}", f"t{n}", 100.0) for n in (1, 10, 11, 2, 9)))).data[0]
    assert list(heat.x) == ["t1", "t2", "t9", "t10", "t11"]
    assert list(heat.y) == ["p1", "p2", "p9", "p10", "p11"]


def test_heat_map_of_a_large_unit_shows_only_people_in_several_places():
    many = [(f"p{n:03}", "t1", 100.0) for n in range(70)] + [("p000", "t2", 10.0)]
    assert list(figures.person_team_hours(hours(*many)).data[0].y) == ["p000"]


def test_a_large_unit_where_nobody_divides_time_says_so_instead_of_a_picture():
    fig = figures.person_team_hours(hours(*((f"p{n:03}", "t1", 100.0) for n in range(70))))
    assert not fig.data
    assert fig.layout.meta["title"] == "Setiap orang (70) bekerja di satu tempat saja"


def test_no_more_people_than_an_axis_holds():
    many = [(f"p{n:03}", team, 10.0) for n in range(90) for team in ("t1", "t2", "t3")[: 2 + (n == 80)]]
    rows = list(figures.person_team_hours(hours(*many)).data[0].y)
    assert len(rows) == 60
    assert "p080" in rows


def test_numbers_leave_the_cells_where_there_is_no_room():
    wide = [("a", f"t{n:02}", 10.0) for n in range(25)]
    heat = figures.person_team_hours(hours(*wide)).data[0]
    assert not heat.texttemplate
    assert heat.showscale


def supply(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    names = ["kode_kompetensi", "dibutuhkan", "ditempatkan", "kurang"]
    table = pd.DataFrame(rows, columns=names)
    return table.assign(nama=table["kode_kompetensi"].str.upper(), level="3", dimiliki=5)


def test_competence_bars_stand_need_against_supply_largest_shortage_first():
    fig = figures.competence_supply(supply(("k1", 2, 2, 0), ("k2", 4, 1, 3)))
    need, held = fig.data
    assert (list(need.x), list(held.x)) == ([4, 2], [1, 2])
    assert held.text[0] == "1 ✗ kurang 3"
    assert fig.layout.meta["title"] == "1 kompetensi kekurangan pemegang di timnya; terbesar K2 (3 orang)"


def test_one_competence_at_two_levels_keeps_two_rows():
    both = supply(("k1", 2, 2, 0), ("k1", 1, 1, 0))
    both.loc[1, "level"] = "4"
    assert len(set(figures.competence_supply(both).data[0].y)) == 2


def change(*rows: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"id_pegawai": f"p{n}", "nama": f"Nama {n}", "persen_sebelum": before, "persen_sesudah": after}
            for n, (before, after) in enumerate(rows)
        ]
    )


def test_before_is_grey_and_open_the_proposal_accent():
    fig = figures.before_after(change((130.0, 95.0), (40.0, 90.0)))
    before, after = (trace for trace in fig.data if trace.mode == "markers")
    assert (list(before.x), list(after.x)) == ([130.0, 40.0], [95.0, 90.0])
    assert (before.name, after.name) == ("susunan berjalan", "usulan")
    assert before.marker.symbol == "circle-open"
    assert fig.layout.meta["title"].startswith(
        "Rentang beban 90,0 poin dalam susunan berjalan menjadi 5,0 poin"
    )


def test_a_reconstructed_before_is_called_an_estimate():
    fig = figures.before_after(change((130.0, 95.0)), estimated=True)
    assert fig.data[1].name == "susunan berjalan (perkiraan)"


def test_above_forty_people_the_largest_changes_are_drawn():
    fig = figures.before_after(change(*((100.0, 100.0 - n) for n in range(60))))
    assert len(fig.data[1].x) == 40
    assert "p59" in fig.data[1].y
    assert "p0" not in fig.data[1].y


def test_two_to_four_results_compare():
    rows = [(s, n, v) for s, v in (("A", 10.0), ("B", 20.0)) for n in ("Beban tertinggi", "Jam kurang")]
    table = pd.DataFrame(rows, columns=["skenario", "nama", "nilai"]).assign(satuan="jam")
    fig = figures.headline_comparison(table)
    assert [list(trace.x) for trace in fig.data] == [[10.0, 20.0], [10.0, 20.0]]
    assert all(axis.range[0] == 0 for axis in (fig.layout.xaxis, fig.layout.xaxis2))
    assert fig.layout.meta["title"] == (
        "A terendah pada 2 dari 2 angka pokok; beda terbesar pada “Beban tertinggi”: 10 jam dibanding 20 jam"
    )
    five = pd.concat([table.assign(skenario=str(n)) for n in range(5)])
    with pytest.raises(ValueError, match="two to 4"):
        figures.headline_comparison(five)


def headline_title(**figures_of: tuple[float, ...]) -> str:
    """Title over the figures F1, F2 ... of each result."""
    rows = [(s, f"F{n}", v) for s, values in figures_of.items() for n, v in enumerate(values, start=1)]
    table = pd.DataFrame(rows, columns=["skenario", "nama", "nilai"]).assign(satuan="poin")
    return str(figures.headline_comparison(table).layout.meta["title"])


def test_a_comparison_is_titled_by_whose_figures_are_the_lowest():
    assert headline_title(A=(1.5, 8.1, 14.0), B=(33.5, 19.2, 14.0)) == (
        "A terendah pada 2 dari 3 angka pokok; beda terbesar pada “F1”: 1,5 poin dibanding 33,5 poin"
    )
    assert headline_title(A=(1.0, 9.0), B=(2.0, 3.0)).startswith("A, B masing-masing terendah pada 1 dari 2")
    assert headline_title(A=(1.0, 9.0), B=(2.0, 3.0)).endswith("“F2”: 3 poin dibanding 9 poin")


@pytest.mark.parametrize(("lang", "words"), [("id", ("120 %", "105 %")), ("en", ("120%", "105%"))])
def test_per_cent_is_written_as_the_reader_writes_it(lang: str, words: tuple[str, str]):
    rows = [("A", "Beban", 120.0, "%"), ("B", "Beban", 105.0, "%")]
    table = pd.DataFrame(rows, columns=["skenario", "nama", "nilai", "satuan"])
    assert figures.headline_comparison(table, lang).data[0].text == words


def test_figures_that_look_the_same_are_no_difference():
    assert headline_title(A=(10.04, 5.0), B=(10.01, 5.0)) == "Tidak ada beda pada 2 angka pokok"


def test_results_that_share_the_lowest_figure_both_have_it():
    assert headline_title(A=(1.0,), B=(1.0,), C=(2.0,)).startswith(
        "A, B masing-masing terendah pada 1 dari 1"
    )


def test_a_figure_that_a_result_does_not_have_is_a_dash():
    rows = [("A", "Beban tim", NAN), ("B", "Beban tim", 12.5), ("A", "Lain", NAN), ("B", "Lain", NAN)]
    table = pd.DataFrame(rows, columns=["skenario", "nama", "nilai"]).assign(satuan="poin")
    fig = figures.headline_comparison(table)
    assert [trace.text for trace in fig.data] == [("–", "12,5 poin"), ("–", "–")]
    assert [axis.range[1] > 0 for axis in (fig.layout.xaxis, fig.layout.xaxis2)] == [True, True]
    assert fig.layout.meta["title"] == "Tidak ada beda pada 2 angka pokok"


def test_loads_of_results_share_one_scale():
    rows = [("A", f"p{n}", 80.0 + n) for n in range(5)] + [("B", f"p{n}", 60.0 + 15 * n) for n in range(5)]
    fig = figures.load_comparison(pd.DataFrame(rows, columns=["skenario", "nama", "persen"]))
    assert [sorted(trace.x) for trace in fig.data] == [[80, 81, 82, 83, 84], [60, 75, 90, 105, 120]]
    assert fig.layout.meta["title"] == "Rentang beban orang paling sempit pada A: 80,0 % sampai 84,0 %"


def test_convergence_has_a_panel_per_objective_and_leaves_missing_bounds_open():
    history = pd.DataFrame(
        [(0.1, "Jam", 10.0, NAN), (0.4, "Jam", 8.0, 7.0), (1.0, "Beban", 5.0, 5.0)],
        columns=["detik", "tujuan", "nilai", "batas"],
    )
    fig = figures.convergence(history)
    assert [next(iter(trace.y)) for trace in fig.data if trace.name == "terbaik yang ditemukan"] == [
        10.0,
        5.0,
    ]
    assert pd.isna(fig.data[1].y[0])
    assert fig.data[0].line.shape == "hv"


@pytest.mark.parametrize(
    "fig",
    [
        figures.team_load(teams(), None),
        figures.person_team_hours(hours()),
        figures.competence_supply(supply()),
        figures.before_after(change((NAN, 90.0))),
        figures.convergence(pd.DataFrame(columns=["detik", "tujuan", "nilai", "batas"])),
    ],
)
def test_without_data_a_figure_says_what_to_do(fig: figures.Figure):
    assert not fig.data
    assert fig.layout.title.subtitle.text
