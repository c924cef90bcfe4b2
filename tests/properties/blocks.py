"""Long counts in blocks of seeds: a few in the ordinary run, all of them under the mark `long`.

A block is named after its seeds ("500-549"), so that a long run can be taken up again where it ended:
`pytest tests/properties -k "500-549"`, or `--last-failed`, or `--stepwise`.
"""

from __future__ import annotations

import pytest
from _pytest.mark.structures import ParameterSet


def blocks(count: int, size: int, few: int, first: int = 0) -> list[ParameterSet]:
    """`count` seeds from `first` in ranges of `size`; all but the first `few` seeds are long."""
    ranges = (range(first + n, first + min(n + size, count)) for n in range(0, count, size))
    return [
        pytest.param(
            seeds,
            id=f"{seeds.start}-{seeds.stop - 1}",
            marks=[pytest.mark.long] if seeds.start >= first + few else [],
        )
        for seeds in ranges
    ]
