"""The dashboard answers this computer and its own pages only, and never with an error of the server."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from callbacks import UPDATE, ask, body
from dash import Dash

from alokasi_dashboards.app import create_app
from alokasi_dashboards.guard import MOST_BYTES
from alokasi_dashboards.store import ResultFolder

PAGE = "page.children"


@pytest.fixture
def app(tmp_path: Path) -> Dash:
    return create_app(ResultFolder(tmp_path))


@pytest.fixture
def client(app: Dash) -> Any:
    return app.server.test_client()


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost:8050", "[::1]:8050", "localhost"])
def test_this_computer_is_answered(client: Any, host: str):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["contoh.go.id", "10.0.0.5:8050", "localhost.contoh.id", "127.0.0.1.contoh.id"]
)
def test_another_host_is_refused_on_every_route(app: Dash, host: str):
    for rule in app.server.url_map.iter_rules():
        path = re.sub(r"<[^>]+>", "x", rule.rule)
        for method in sorted((rule.methods or set()) - {"OPTIONS"}):
            answer = app.server.test_client().open(path, method=method, headers={"Host": host})
            assert answer.status_code == 403, (path, method)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://contoh.go.id"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
    ],
)
def test_only_its_own_pages_may_call(app: Dash, client: Any, headers: dict[str, str], status: int):
    assert client.post(UPDATE, json=body(app, PAGE), headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/beban-kerja", "/_dash-layout", "/nada/../x", "/assets/alokasi.css"])
def test_every_answer_carries_strict_headers(client: Any, path: str):
    answer = client.get(path)
    answer.close()
    headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    scripts = re.search("script-src ([^;]+)", policy)
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    assert "'sha256-" in scripts[1]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert path.startswith("/assets") or headers["Cache-Control"] == "no-store"


def test_answers_of_callbacks_are_not_stored(app: Dash, client: Any):
    answer = client.post(UPDATE, json=body(app, PAGE))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers


def test_every_script_in_the_page_is_in_the_policy(client: Any):
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    scripts = re.findall(r"<script([^>]*)>([^<]+)</script>", answer.get_data(as_text=True))
    running = [text for attributes, text in scripts if "application/json" not in attributes]
    assert running
    for text in running:
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert 'src="http' not in answer.get_data(as_text=True)


BAD: list[Any] = [
    {}, [], None, 1, "x", {"output": None}, {"output": 5}, {"output": ["a"]}, {"output": "nada.children"},
    {"output": PAGE}, {"output": PAGE, "inputs": None}, {"output": PAGE, "inputs": [], "outputs": {}},
]  # fmt: skip


@pytest.mark.parametrize("sent", BAD, ids=repr)
def test_a_bad_body_is_refused(client: Any, sent: Any):
    assert client.post(UPDATE, json=sent).status_code == 400


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"{}", "text/plain"),
    ],
)
def test_a_body_that_is_no_json_is_refused(client: Any, data: bytes, kind: str):
    assert client.post(UPDATE, data=data, content_type=kind).status_code in (400, 415)


def test_a_part_of_another_kind_never_reaches_a_callback(app: Dash, client: Any):
    """Each place of a good body, filled with each of these."""
    odd: list[Any] = [None, 1, True, [], {}, ["x"], {"id": "page"}, "nada", {"value": {}}]
    random = Random(1)
    statuses = set()
    for name, known in app.callback_map.items():
        if "callback" not in known:
            continue
        for place in _places(body(app, name)):
            for value in random.sample(odd, 5):
                sent = body(app, name)
                _put(sent, place, value)
                statuses.add(client.post(UPDATE, json=sent).status_code)
    assert 400 in statuses
    assert statuses <= {200, 204, 400}


def test_a_body_too_large_is_refused(client: Any):
    answer = client.post(UPDATE, data=b"x" * (MOST_BYTES + 1), content_type="application/json")
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_only_callbacks_take_anything(client: Any, method: str):
    assert client.open("/", method=method).status_code in (400, 405)
    assert client.open(UPDATE, method=method, json={}).status_code in (400, 405)


def test_no_door_for_machines_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASH_MCP_ENABLED", "true")
    monkeypatch.setenv("DASH_DEBUG", "true")
    app = create_app(ResultFolder(tmp_path))
    assert not any("mcp" in rule.rule for rule in app.server.url_map.iter_rules())
    assert not app.server.debug


def test_two_apps_live_in_one_process(tmp_path: Path):
    one, other = tmp_path / "a", tmp_path / "b"
    one.mkdir()
    other.mkdir()
    first, second = create_app(ResultFolder(one)), create_app(ResultFolder(other))
    assert list(first.callback_map) == list(second.callback_map)
    assert ask(first, PAGE).status == ask(second, PAGE).status == 200


def _places(part: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside."""
    if isinstance(part, dict):
        inside = list(part.items())
    elif isinstance(part, list):
        inside = list(enumerate(part))
    else:
        return []
    return [place for key, value in inside for place in ((*above, key), *_places(value, (*above, key)))]


def _put(whole: Any, place: tuple[Any, ...], value: Any) -> None:
    for key in place[:-1]:
        whole = whole[key]
    whole[place[-1]] = value
