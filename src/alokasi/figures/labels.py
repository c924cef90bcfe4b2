"""Names inside pictures: Plotly reads a subset of HTML, so texts of the workbook are escaped; long ones
wrap.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable

BREAK = "<br>"
NAME_WIDTH = 46  # characters of a name beside a bar
_LINE = 17  # px


def plain(text: str) -> str:
    """A text of the workbook that must show as it is."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = NAME_WIDTH) -> str:
    """Escaped, and broken into lines of about `width` characters; nothing is cut."""
    return BREAK.join(plain(line) for line in textwrap.wrap(text, width, break_long_words=False)) or ""


def lines(text: str) -> int:
    """Number of lines of a wrapped text; 0 for none."""
    return text.count(BREAK) + 1 if text else 0


def row_height(labels: Iterable[str], single: int) -> int:
    """Pixels a row needs: `single` where every label is one line, more where one wraps."""
    return max(single, 6 + _LINE * max((lines(label) for label in labels), default=1))
