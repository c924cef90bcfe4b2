"""Safe by default: this computer only, same origin only, strict headers, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, abort, request

UPDATE = "/_dash-update-component"
MOST_BYTES = 2 * 1024 * 1024
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})


def protect(app: Dash) -> None:
    """Guards every route. Call it after all callbacks are registered: the policy hashes their scripts."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    policy = _content_policy(app)

    @server.before_request
    def refuse_strangers() -> None:
        host = urlsplit(f"//{request.host}").hostname or ""
        if host not in LOCAL_HOSTS and f"[{host}]" not in LOCAL_HOSTS:
            abort(403)
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            if not _same_origin():
                abort(403)
            if request.path != UPDATE or not is_call(request.get_json(silent=True), app.callback_map):
                abort(400)

    @server.after_request
    def harden(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        if not request.path.startswith(("/assets/", "/_dash-component-suites/")):
            response.headers["Cache-Control"] = "no-store"
        return response


def is_call(body: Any, callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a body asks for one of our callbacks, with its own inputs and states and with words for values.

    Dash itself answers anything else with an error of the server.
    """
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    known = callbacks.get(body["output"])
    changed = body.get("changedPropIds", [])
    return (
        known is not None
        and "callback" in known  # those of the browser alone have none
        and isinstance(changed, list)
        and all(isinstance(name, str) and "." in name for name in changed)
        and _same_outputs(body.get("outputs"), known["output"])
        and _match(body.get("inputs"), known["inputs"])
        and _match(body.get("state", []), known["state"])
    )


def _match(sent: Any, known: Sequence[Mapping[str, Any]]) -> bool:
    if not isinstance(sent, list) or len(sent) != len(known):
        return False
    return all(
        isinstance(part, dict)
        and (part.get("id"), part.get("property")) == (own["id"], own["property"])
        and isinstance(part.get("value"), (str, type(None)))
        for part, own in zip(sent, known, strict=True)
    )


def _same_outputs(sent: Any, known: Any) -> bool:
    sent, known = (parts if isinstance(parts, (list, tuple)) else [parts] for parts in (sent, known))
    return len(sent) == len(known) and all(
        isinstance(part, dict)
        and part.get("id") == own.component_id
        and str(part.get("property")).partition("@")[0] == own.component_property
        for part, own in zip(sent, known, strict=True)
    )


def _same_origin() -> bool:
    """Fetch metadata of the browser decides; a client that sends none must at least name our own origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _content_policy(app: Dash) -> str:
    scripts = " ".join(f"'{digest}'" if not digest.startswith("'") else digest for digest in app.csp_hashes())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
        )
    )
