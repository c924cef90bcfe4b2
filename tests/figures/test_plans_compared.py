"""Pictures of plans side by side: parallel axes, people by team, load of everybody."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from alokasi import figures
from alokasi.figures.plans import looks
from alokasi.figures.template import BEFORE, SCENARIOS

NAN = float("nan")


def numbers(**values: tuple[float, ...]) -> pd.DataFrame:
    rows = [(plan, f"F{n}", v, "jam") for plan, of in values.items() for n, v in enumerate(of, start=1)]
    return pd.DataFrame(rows, columns=["skenario", "judul", "nilai", "satuan"])


def title(fig: figures.Figure) -> str:
    return str(fig.layout.meta["title"])


def labels(fig: figures.Figure) -> list[tuple[float, float, str]]:
    """(axis, height, words) of the values beside the lines."""
    return [(a.x, a.y, a.text) for a in fig.layout.annotations if a.xanchor == "left"]


def test_every_axis_begins_at_zero_and_ends_at_its_largest_value():
    fig = figures.parallel_axes(numbers(A=(10.0, 5.0), B=(20.0, 1.0)))
    assert [list(trace.y) for trace in fig.data] == [[0.5, 1.0], [1.0, 0.2]]
    assert [trace.name for trace in fig.data] == ["A", "B"]
    assert title(fig) == "A, B terendah pada 1 dari 2 angka pokok yang berbeda"


def test_the_decree_in_force_is_grey_and_wins_nothing():
    fig = figures.parallel_axes(numbers(berjalan=(1.0, 1.0), A=(2.0, 3.0), B=(4.0, 6.0)), decree="berjalan")
    assert [trace.line.color for trace in fig.data] == [BEFORE, *SCENARIOS[:2]]
    assert title(fig) == "A terendah pada 2 dari 2 angka pokok yang berbeda"


def test_equal_values_have_one_label_and_no_label_lies_over_another():
    fig = figures.parallel_axes(numbers(A=(10.0,), B=(10.0,), C=(10.4,), D=(9.8,)))
    assert sorted(text for _, _, text in labels(fig)) == ["10,0 jam", "10,4 jam", "9,8 jam"]
    heights = sorted(height for _, height, _ in labels(fig))
    assert min(b - a for a, b in pairwise(heights)) > 0.08
    assert all(0 <= height <= 1.0001 for height in heights)


def test_a_figure_that_a_plan_does_not_have_breaks_its_line():
    fig = figures.parallel_axes(numbers(A=(NAN, 5.0), B=(20.0, 1.0)))
    assert [list(trace.y) for trace in fig.data] == [[None, 1.0], [1.0, 0.2]]
    assert [words for axis, _, words in labels(fig) if axis == 0] == ["20 jam"]


def test_plans_that_look_the_same_are_told_to_be():
    assert title(figures.parallel_axes(numbers(A=(3.0,), B=(3.0,)))) == "Tidak ada beda pada 1 angka pokok"


def test_axes_of_nothing_lie_on_the_ground():
    fig = figures.parallel_axes(numbers(A=(0.0,), B=(0.0,)))
    assert [list(trace.y) for trace in fig.data] == [[0.0], [0.0]]


def test_more_plans_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="at most 4"):
        looks(list("ABCDE"))
    assert len(looks([*"ABCD", "berjalan"], "berjalan")) == 5


def changes(*rows: tuple[str, str, int, int, int, str], base: str = "usulan") -> pd.DataFrame:
    """(plan, team, who comes, who leaves, other roles, new lead)."""
    made = [(base, plan, team, f"Tim {team}", *rest) for plan, team, *rest in rows]
    columns = ["dasar", "skenario", "kode_tim", "nama_tim", "masuk", "keluar", "ganti_peran", "ketua"]
    return pd.DataFrame(made, columns=columns)


def test_who_leaves_is_left_and_who_comes_right_on_one_scale():
    fig = figures.seat_changes(
        changes(("B", "t2", 1, 2, 0, ""), ("B", "t1", 0, 3, 1, ""), ("C", "t2", 4, 0, 2, "Ani"))
    )
    left, right, left_c, right_c = fig.data
    assert (list(left.y), list(left.x), list(right.x)) == (["t1", "t2"], [-3, -2], [0, 1])
    assert (list(left_c.x), list(right_c.x)) == ([0, 0], [0, 4])
    assert (list(right.text), list(right_c.text)) == (["•", "+1"], ["", "+4 ◆"])
    assert fig.layout.xaxis.range == fig.layout.xaxis2.range
    assert "ketua baru: Ani" in right_c.customdata[1]
    assert title(fig) == "C paling sedikit mengubah kursi (4), B paling banyak (6)"


def test_one_plan_is_told_with_its_own_numbers():
    fig = figures.seat_changes(changes(("B", "t2", 1, 2, 0, ""), ("B", "t1", 0, 3, 1, "")))
    assert title(fig) == "B: 1 kursi bertambah dan 5 berkurang di 2 tim"
    assert "dibanding usulan" in str(fig.layout.meta["subtitle"])


def test_without_a_difference_the_picture_says_so():
    assert title(figures.seat_changes(changes())) == "Tidak ada kursi yang berbeda"


def test_two_bases_in_one_picture_are_refused():
    both = pd.concat([changes(("B", "t1", 1, 0, 0, "")), changes(("B", "t1", 1, 0, 0, ""), base="lain")])
    with pytest.raises(ValueError, match="one plan"):
        figures.seat_changes(both)


def loads(**values: dict[str, float]) -> pd.DataFrame:
    rows = [(plan, id, f"Orang {id}", v) for plan, of in values.items() for id, v in of.items()]
    return pd.DataFrame(rows, columns=["skenario", "id_pegawai", "nama", "persen"])


def test_those_whose_load_differs_most_come_first():
    fig = figures.load_changes(
        loads(A={"a": 100.0, "b": 90.0, "c": 50.0}, B={"a": 101.0, "b": 60.0, "d": 10.0})
    )
    assert list(fig.layout.yaxis.tickvals) == ["b", "a"]
    assert [list(trace.x) for trace in fig.data] == [[90.0, 100.0], [60.0, 101.0]]
    assert title(fig) == "Beban Orang b paling berbeda antarsusunan: 30,0 poin"


def test_the_decree_in_force_makes_no_difference_between_plans():
    fig = figures.load_changes(
        loads(berjalan={"a": 10.0, "b": 80.0}, A={"a": 90.0, "b": 90.0}, B={"a": 90.0, "b": 95.0}),
        decree="berjalan",
    )
    assert title(fig) == "Beban Orang b paling berbeda antarsusunan: 5,0 poin"
    assert list(fig.layout.yaxis.tickvals) == ["a", "b"]


def test_of_many_people_the_largest_differences_are_drawn():
    many = {f"p{n}": 50.0 for n in range(60)}
    fig = figures.load_changes(loads(A=many, B={id: 50.0 + n for n, id in enumerate(many)}))
    assert len(fig.layout.yaxis.tickvals) == 25
    assert fig.layout.yaxis.tickvals[0] == "p59"
    assert "25 perbedaan terbesar dari 60 orang" in str(fig.layout.meta["subtitle"])


def test_equal_loads_are_told_to_be_and_unknown_ones_are_not_drawn():
    assert title(figures.load_changes(loads(A={"a": 90.0}, B={"a": 90.0}))) == (
        "Beban setiap orang sama pada semua susunan"
    )
    assert title(figures.load_changes(loads(A={"a": NAN}, B={"a": 90.0}))) == "Beban tidak dapat dibandingkan"
