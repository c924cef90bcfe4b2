"""How people are called wherever they are shown."""

from __future__ import annotations

from collections import Counter

from alokasi_models.problem import Problem


def shown_names(problem: Problem) -> dict[str, str]:
    """Names of employees and officials by id, with the id behind a name that several bear: `Ani (P07)`.

    A vacant post has no name: its position stands. Case and spaces make no other name. Never a NIP.
    """
    names = {o.id: o.name or o.position for o in problem.officials}
    names |= {e.id: e.name for e in problem.employees}
    bearers = Counter(_said(name) for name in names.values())
    return {id: name if bearers[_said(name)] == 1 else f"{name} ({id})" for id, name in names.items()}


def _said(name: str) -> str:
    return " ".join(name.casefold().split())
