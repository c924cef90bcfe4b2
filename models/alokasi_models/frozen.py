"""A mapping that cannot be changed, so that a rule, a norm or a profile can be shared and cached safely.

`types.MappingProxyType` would do inside one process, but it can neither be pickled nor hashed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class FrozenMap(Mapping[str, V], Generic[V]):
    """A read-only mapping with string keys, in the order given; equal to a dict with the same items."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        self._items: dict[str, V] = dict(items or {})

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def having(self, **items: V) -> FrozenMap[V]:
        """A copy with these items put in or replaced."""
        return FrozenMap({**self._items, **items})


def frozen(value: Any) -> Any:
    """What TOML gives, made read-only all the way down: tables become FrozenMap, arrays become tuples."""
    if isinstance(value, Mapping):
        return FrozenMap({str(key): frozen(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    return value
