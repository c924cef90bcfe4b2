"""Names inside pictures: Plotly reads a subset of HTML, so texts of the workbook are escaped; long ones
wrap.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable

BREAK = "<br>"
NAME_WIDTH = 46  # characters of a name beside a bar
_LINE = 17  # px
_AFTER_NUMBER = re.compile(r"(?<=\d) ")
_HELD = "\u00a0"  # a space where no line ends


def plain(text: str) -> str:
    """A text of the workbook that must show as it is."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = NAME_WIDTH) -> str:
    """Escaped, and broken into lines of about `width` characters; nothing is cut.

    Lines are about equally long, and a number stays with its unit or month. The space where a line ends stays
    in the text: without it a screen reader would say two words as one.
    """
    rest = " ".join(text.split())
    shown = []
    for line in _balanced(_AFTER_NUMBER.sub(_HELD, rest), width):
        here = line.replace(_HELD, " ")
        rest = rest[len(here) :]
        shown.append(plain(here) + (" " if rest.startswith(" ") else ""))
        rest = rest.lstrip()
    return BREAK.join(shown)


def lines(text: str) -> int:
    """Number of lines of a wrapped text; 0 for none."""
    return text.count(BREAK) + 1 if text else 0


def row_height(labels: Iterable[str], single: int) -> int:
    """Pixels a row needs: `single` where every label is one line, more where one wraps."""
    return max(single, 6 + _LINE * max((lines(label) for label in labels), default=1))


def _balanced(text: str, width: int) -> list[str]:
    """As few lines as `width` allows, the longest as short as it can be."""
    broken = _broken(text, width)
    for narrower in range(width - 1, len(text) // max(1, len(broken)), -1):
        tried = _broken(text, narrower)
        if len(tried) > len(broken):
            break
        broken = tried
    return broken


def _broken(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False)
