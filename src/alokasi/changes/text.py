"""Changes as lines of text, such as `orang-pergi P015 30/06/2027`: what is typed on the command line.

Words are parted by blanks; what holds blanks stands between quotes, double or single. Parts stand in their order or
behind their key (`sejak=01/07/2027`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alokasi.changes.faults import Unreadable
from alokasi.changes.grammar import Verb, verb_of
from alokasi.changes.kinds import Change
from alokasi.changes.parts import write_part
from alokasi.changes.reading import all_read, change_of, verb_named
from alokasi.texts import Message

_WORD = re.compile(r"""\s*([^\s"'=]+=)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))(?=\s|$)""", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_QUOTES = ('"', "'")


class _Word(NamedTuple):
    """`key` blank: it stands for itself. `bare`: written without quotes."""

    key: str
    text: str
    bare: bool = True


def read_texts(lines: Iterable[str]) -> tuple[Change, ...]:
    """Raises ChangesRefused with every line that means nothing."""
    return all_read((line, _read(line)) for line in lines)


def as_text(change: Change) -> str:
    """The line that `read_texts` reads as this change."""
    verb = verb_of(change)
    return " ".join((verb.word, *(_shown(word, verb) for word in _words(change, verb))))


def _read(line: str) -> Change | Unreadable:
    try:
        first, *rest = _split(line)
        verb = verb_named(first.key + first.text)
        return change_of(verb, _written(verb, rest))
    except Unreadable as found:
        return found


def _split(line: str) -> list[_Word]:
    """Raises Unreadable for an empty line and for a quote that is not closed."""
    words: list[_Word] = []
    rest = line.strip()
    while rest:
        match = _WORD.match(rest)
        assert match is not None, "any text begins with a word"
        key, double, single, bare = match.groups()
        if bare is not None and bare[:1] in _QUOTES:
            raise Unreadable(Message.of("tanda kutip tidak ditutup."))
        text = _ESCAPED.sub(r"\1", double) if double is not None else single or bare or ""
        words.append(_Word((key or "").removesuffix("="), text, bare is not None))
        rest = rest[match.end() :].lstrip()
    if not words:
        raise Unreadable(Message.of("perubahan kosong."))
    return words


def _written(verb: Verb, found: Iterable[_Word]) -> dict[str, list[str]]:
    """Raises Unreadable for more words than there are parts."""
    written: dict[str, list[str]] = {}
    loose: list[str] = []
    for word in found:
        if word.key and _is_key(word.key, verb):
            written.setdefault(word.key, []).append(word.text)
        else:
            loose.append(f"{word.key}={word.text}" if word.key else word.text)
    for part in verb.parts:
        if part.placed and part.word not in written and loose:
            taken = len(loose) if part.many else 1
            written[part.word] = loose[:taken]
            loose = loose[taken:]
    if loose:
        raise Unreadable(
            Message.of("“{isi}” berlebih. Cara menulis: {cara}", isi=" ".join(loose), cara=verb.usage)
        )
    return written


def _words(change: Change, verb: Verb) -> Iterator[_Word]:
    """Behind their key: what stands after a part that is left out, and what never stands alone."""
    alone = True
    for part in verb.parts:
        value = getattr(change, part.field)
        if not part.required and value in (None, ""):
            alone = alone and not part.placed
            continue
        for entry in value if part.many else (value,):
            yield _Word("" if part.placed and alone else part.word, write_part(part, entry))
    if verb.columns:
        for column, written in getattr(change, "columns"):  # noqa: B009 - only some kinds have columns
            yield _Word(column, written)


def _is_key(key: str, verb: Verb) -> bool:
    return verb.columns or verb.part(key) is not None


def _shown(word: _Word, verb: Verb) -> str:
    """Quoted where it would be read as something else."""
    key, text = f"{word.key}=" if word.key else "", word.text
    like_key = not word.key and "=" in text and _is_key(text.partition("=")[0], verb)
    quoting = any(text.startswith(quote) or f"={quote}" in text for quote in _QUOTES)
    if text and not like_key and not quoting and not any(letter.isspace() for letter in text):
        return key + text
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}"{inner}"'
