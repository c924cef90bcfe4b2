"""Every page and callback answers for real results, without a browser."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from callbacks import ask, ask_all
from dash import Dash

from alokasi.results import Assumption
from alokasi.tables import result_sheets
from alokasi.texts import Message
from alokasi.workbook import write_result, write_template
from alokasi_dashboards.address import Address
from alokasi_dashboards.app import create_app
from alokasi_dashboards.compare import seat_differences
from alokasi_dashboards.findings import of_comparison
from alokasi_dashboards.pages import PAGES, page_at
from alokasi_dashboards.parts import grid
from alokasi_dashboards.store import ResultFolder
from results_folder import fill
from sample_result import result

PATHS = [page.PATH for page in PAGES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("hasil"), seconds=2)


@pytest.fixture(scope="module")
def app(folder: Path) -> Dash:
    return create_app(ResultFolder(folder))


def shown(app: Dash, path: str, search: str = "") -> str:
    """The page as the JSON that the browser gets."""
    found = ask(app, "page.children", {"address.pathname": path, "address.search": search})
    assert found.status == 200
    return found.text


def test_every_callback_answers(app: Dash):
    asked = ask_all(app)
    assert len(asked) == sum("callback" in known for known in app.callback_map.values()) > 1
    assert {name: found.status for name, found in asked.items() if found.status not in (200, 204)} == {}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_shows_the_result_asked_for(app: Dash, path: str, lang: str):
    one, other = (
        shown(app, path, Address(name, "", lang).query()) for name in ("usulan.xlsx", "kompetensi.xlsx")
    )
    assert '"H1"' in one
    assert one != other


def test_a_page_is_titled_by_its_finding(app: Dash):
    assert "pasal menunggu keputusan" in shown(app, "/")
    assert "Beban orang" in shown(app, "/beban-kerja")
    assert "orang berbeda tempat" in shown(app, "/perbandingan")


def test_a_table_leaves_out_a_column_that_says_nothing():
    table = pd.DataFrame(
        {"nama": ["Ani", "Budi"], "tamu": ["", ""], "ketua_di": ["t1", ""], "jam": [0.0, 0.0]}
    )
    shown = grid(table, "beban", "id").to_plotly_json()["props"]["columnDefs"]
    assert [column["headerName"] for column in shown] == ["Nama", "Ketua di", "Jam setahun"]


def test_seats_are_told_in_the_language_of_the_reader(folder: Path):
    both = [ResultFolder(folder).get(name) for name in ("usulan.xlsx", "kompetensi.xlsx")]
    assert both[0] is not None
    assert both[1] is not None
    for lang, role in (("id", "Anggota"), ("en", "Member")):
        moved = seat_differences(both[0], both[1], lang)
        assert len(moved) == 2
        assert moved["usulan.xlsx"].str.endswith(f"({role})").all()


def test_equal_heaviest_loads_are_said_once(folder: Path):
    opened = ResultFolder(folder).get("usulan.xlsx")
    assert opened is not None
    heaviest = opened, replace(opened, name="lain.xlsx")
    assert re.fullmatch(
        r"0 orang berbeda tempat; beban tertinggi \S+ % pada keduanya", of_comparison(*heaviest, 0, "id")
    )


@pytest.mark.parametrize("path", PATHS)
def test_a_result_that_is_not_there_shows_the_newest(app: Dash, path: str):
    assert shown(app, path, "?hasil=../../etc/passwd") == shown(app, path, "?hasil=kompetensi.xlsx")


def test_an_unknown_path_shows_the_first_page(app: Dash):
    assert page_at("/nada") is PAGES[0]
    assert shown(app, "/nada") == shown(app, "/")


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_folder_says_what_to_do(tmp_path: Path, path: str):
    app = create_app(ResultFolder(tmp_path))
    assert "alokasi demo" in shown(app, path)
    assert "Run: alokasi demo" in shown(app, path, "?bahasa=en")


def test_one_result_alone_says_how_to_make_another(folder: Path, tmp_path: Path):
    shutil.copy(folder / "usulan.xlsx", tmp_path)
    app = create_app(ResultFolder(tmp_path))
    assert "Perlu dua hasil" in shown(app, "/perbandingan")


def test_what_is_no_result_is_not_listed(folder: Path, tmp_path: Path):
    shutil.copy(folder / "usulan.xlsx", tmp_path)
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 terpotong")
    (tmp_path / "~$usulan.xlsx").write_bytes(b"kunci Excel")
    (tmp_path / "folder.xlsx").mkdir()
    write_template(tmp_path / "masukan.xlsx", result().problem)
    assert ResultFolder(tmp_path).names() == ("usulan.xlsx",)


def test_a_result_written_again_is_read_again(folder: Path, tmp_path: Path):
    store = ResultFolder(tmp_path)
    assert store.names() == ()
    shutil.copy(folder / "usulan.xlsx", tmp_path / "a.xlsx")
    first = store.get("a.xlsx")
    assert store.get("a.xlsx") is first, "unchanged: not read again"
    shutil.copy(folder / "kompetensi.xlsx", tmp_path / "a.xlsx")
    again = store.get("a.xlsx")
    assert first is not None
    assert again is not None
    assert again.result.plan != first.result.plan
    (tmp_path / "a.xlsx").unlink()
    assert store.get("a.xlsx") is None


def test_the_standing_of_a_result_is_read_back(folder: Path):
    opened = ResultFolder(folder).get("kompetensi.xlsx")
    assert opened is not None
    assert opened.result.outcome is not None
    assert opened.result.ruleset.profile.id == "kompetensi"


@pytest.mark.parametrize(
    "address",
    [Address(), Address("a b&c.xlsx", "d=é.xlsx", "en"), Address(lang="en"), Address(other="x.xlsx")],
)
def test_an_address_says_the_view_again(address: Address):
    assert Address.of(address.query()) == address


@pytest.mark.parametrize("search", [None, "", "?", "?bahasa=fr", "?hasil", "%%%", "?a=b&hasil=&&"])
def test_an_odd_address_falls_back_to_defaults(search: str | None):
    assert Address.of(search) == Address()


def test_the_first_page_of_html_holds_no_name_of_a_person(app: Dash, folder: Path):
    opened = ResultFolder(folder).get("usulan.xlsx")
    assert opened is not None
    pages = [
        app.server.test_client().get(path).get_data(as_text=True)
        for path in ("/", "/_dash-layout", "/_dash-dependencies")
    ]
    for person in opened.result.problem.employees:
        assert not any(person.name in page for page in pages)


def test_the_frame_tells_the_browser_what_stands_at_the_address(app: Dash):
    name = next(key for key in app.callback_map if "frame-shown.data" in key)
    values = {"address.pathname": "/beban-kerja", "address.search": "?hasil=usulan.xlsx&bahasa=en"}
    answer = json.loads(ask(app, name, values).text)["response"]
    shown = answer["frame-shown"]["data"]
    assert (shown["result"], shown["lang"]) == ("usulan.xlsx", "en")
    assert shown["names"] == ["kompetensi.xlsx", "usulan.xlsx"], "newest first"
    assert shown["title"] == "Workload · usulan.xlsx · Alokasi"
    assert answer["frame-link-1"] == {"children": "Workload", "className": "nav here"}


def test_what_is_not_the_regulation_is_told_on_every_page(folder: Path, tmp_path: Path):
    opened = ResultFolder(folder).get("usulan.xlsx")
    assert opened is not None
    law = Assumption(Message.of("Bukan peraturan: K083 diandaikan 12."), law=True)
    assumed = replace(opened.result, assumed=(law,))
    write_result(tmp_path / "andai.xlsx", assumed.problem, result_sheets(assumed))
    shutil.copy(folder / "usulan.xlsx", tmp_path)
    app = create_app(ResultFolder(tmp_path))
    for path in PATHS:
        page = shown(app, path, "?hasil=andai.xlsx")
        assert "bukan menurut peraturan" in page
        assert ("Bukan peraturan: K083 diandaikan 12." in page) is (path != "/beban-kerja")
        assert "bukan menurut peraturan" not in shown(create_app(ResultFolder(folder)), path)
