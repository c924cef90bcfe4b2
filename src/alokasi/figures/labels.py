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
_NO_BREAK = re.compile(r"(?<=\d) | (?=/)")  # after a number, before a stroke
_HELD = "\u00a0"  # a space where no line ends


def plain(text: str) -> str:
    """A text of the workbook that must show as it is."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = NAME_WIDTH) -> str:
    """Escaped, and broken into lines of about `width` characters; nothing is cut.

    Lines are about equally long, and a number stays with its unit or month. The space where a line ends stays
    in the text: without it a screen reader would say two words as one.
    """
    return _joined(text, width, " " + BREAK)


def beside(text: str, width: int = NAME_WIDTH) -> str:
    """As `wrapped`, for words that end at an edge, such as names left of bars: the space opens the next line,
    where it pushes nothing off the edge.
    """
    return _joined(text, width, BREAK + " ")


def lines(text: str) -> int:
    """Number of lines of a wrapped text; 0 for none."""
    return text.count(BREAK) + 1 if text else 0


def row_height(labels: Iterable[str], single: int) -> int:
    """Pixels a row needs: `single` where every label is one line, more where one wraps."""
    return max(single, 6 + _LINE * max((lines(label) for label in labels), default=1))


def _joined(text: str, width: int, spaced_break: str) -> str:
    """Lines joined by a break that holds the space of the text, or by a bare one after a hyphen."""
    rest = " ".join(text.split())
    shown = ""
    for line in _balanced(_NO_BREAK.sub(_HELD, rest), width):
        here = line.replace(_HELD, " ")
        if shown:
            shown += spaced_break if rest.startswith(" ") else BREAK
        shown += plain(here)
        rest = rest.lstrip()[len(here) :]
    return shown


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
