"""Finds the best lawful plan that time allows, and says honestly how good it is known to be.

Names load on first use: `check` needs only `counting`, which knows no solver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alokasi.solve.limits import Limits
    from alokasi.solve.run import solve

__all__ = ["Limits", "solve"]

_HOME = {"Limits": "alokasi.solve.limits", "solve": "alokasi.solve.run"}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'alokasi.solve' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
