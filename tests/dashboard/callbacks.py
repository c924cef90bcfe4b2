"""Asks the server of a dashboard what the browser would ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import Dash

UPDATE = "/_dash-update-component"
DEFAULTS = {"address.pathname": "/", "address.search": ""}


@dataclass(frozen=True, slots=True)
class Asked:
    status: int
    text: str


def body(app: Dash, name: str, values: Mapping[str, Any] = DEFAULTS, changed: str = "") -> dict[str, Any]:
    """The body that calls the callback `name` with these values of "id.property"; the others are empty."""
    known = app.callback_map[name]
    outputs = known["output"] if isinstance(known["output"], (list, tuple)) else [known["output"]]
    told = [{"id": o.component_id, "property": o.component_property} for o in outputs]

    def filled(parts: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [{**part, "value": values.get(f"{part['id']}.{part['property']}")} for part in parts]

    return {
        "output": name,
        "outputs": told if name.startswith("..") else told[0],
        "inputs": filled(known["inputs"]),
        "state": filled(known["state"]),
        "changedPropIds": [changed] if changed else [],
    }


def ask(app: Dash, name: str, values: Mapping[str, Any] = DEFAULTS, changed: str = "") -> Asked:
    answer = app.server.test_client().post(UPDATE, json=body(app, name, values, changed))
    return Asked(answer.status_code, answer.get_data(as_text=True))


def ask_all(app: Dash) -> dict[str, Asked]:
    """Every callback that runs on the server, once."""
    return {
        name: ask(app, name, changed=f"{known['inputs'][0]['id']}.{known['inputs'][0]['property']}")
        for name, known in app.callback_map.items()
        if "callback" in known
    }
