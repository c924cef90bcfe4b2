"""What every page is made with: its templates, its words, and a policy under which nothing can be loaded."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from alokasi.texts import Message, Value, whole, wording

_FOLDER = "templates"


def environment(lang: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("alokasi.report", _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def words(source: str, /, **values: Value) -> str:
        return wording(Message(source, tuple(values.items())), lang)

    environment.globals["t"] = words
    environment.filters["bulat"] = lambda value: whole(value, lang)
    return environment


def file_text(name: str) -> str:
    return (resources.files("alokasi.report") / _FOLDER / name).read_text(encoding="utf-8")


def content_policy(*scripts: str) -> str:
    """Nothing may be loaded; only the scripts written here may run. Plotly sets styles, pictures are its
    downloads.
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
