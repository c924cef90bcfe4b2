"""Names of people who do not exist: an everyday first name and a coined second one."""

from __future__ import annotations

from itertools import islice
from random import Random

from alokasi.examples.sources import content


def invented_names(count: int, seed: str) -> tuple[str, ...]:
    """`count` different names, the same for the same seed.

    A second name comes back only when all of them have been used. ValueError where the lists are too short.
    """
    first, second = list(content("umum")["nama_depan"]), list(content("umum")["nama_belakang"])
    if count > len(first) * len(second):
        raise ValueError(f"no more than {len(first) * len(second)} names")
    rng = Random(f"nama/{seed}")
    rng.shuffle(first)
    rng.shuffle(second)
    pairs = (
        f"{first[(place + turn * len(second)) % len(first)]} {name}"
        for turn in range(len(first))
        for place, name in enumerate(second)
    )
    return tuple(islice(dict.fromkeys(pairs), count))
