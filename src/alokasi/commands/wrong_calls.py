"""What typer says of a wrong call, in the reader's language: it has but English words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from alokasi.texts import Message, Names, wording

WrongCall: Any = typer.BadParameter.__base__  # of every wrong call; typer shows it under no name of its own
_QUOTED = re.compile(r"'([^']*)'")
_NUMBER = re.compile(r"-?\d+(\.\d+)?$")


@contextmanager
def told_in(lang: str) -> Iterator[None]:
    """A wrong call is told in our sentence; which it is, its kind and its English words tell."""
    try:
        yield
    except WrongCall as error:
        if lang != "en":
            said = wording(sentence(error))
            error.format_message = lambda: said
        raise


def sentence(error: Any) -> Message:
    """Of a wrong call, what to type."""
    message, kind = str(error.message), type(error).__name__
    if kind == "NoSuchOption":
        return _with_guess(
            Message.of("Pilihan {nama} tidak ada.", nama=error.option_name), error.possibilities
        )
    if kind == "BadOptionUsage":
        needs = "requires" in message
        return (
            Message.of("Pilihan {nama} memerlukan isian.", nama=error.option_name)
            if needs
            else Message.of("Pilihan {nama} tidak menerima isian.", nama=error.option_name)
        )
    if kind == "MissingParameter":
        return Message.of("{nama} wajib disebut.", nama=_name(error))
    if isinstance(error, typer.BadParameter):
        return Message.of("Isian {nama} tidak sah: {sebab}", nama=_name(error), sebab=_why(message))
    return _of_command(message)


def _of_command(message: str) -> Message:
    names = _QUOTED.findall(message)
    if message.startswith("No such command"):
        return _with_guess(Message.of("Perintah {nama} tidak ada.", nama=names[0]), names[1:])
    if "unexpected extra" in message:
        return Message.of("Isian berlebih: {isian}.", isian=message[message.rfind("(") + 1 : -1])
    return Message.of("Perintah belum lengkap.")


def _with_guess(said: Message, near: Any) -> Message:
    if not near:
        return said
    guess = Names(tuple(sorted(near)))
    return Message.of("{kalimat} Mungkin maksudnya {dekat}.", kalimat=said, dekat=guess)


def _why(message: str) -> Message | str:
    limit = _NUMBER.search(message)
    if "valid integer" in message:
        return Message.of("harus bilangan bulat.")
    if "valid number" in message:
        return Message.of("harus angka.")
    if "greater than or equal" in message and limit:
        return Message.of("paling kecil {n}.", n=limit[0].replace(".", ","))
    if "less than or equal" in message and limit:
        return Message.of("paling besar {n}.", n=limit[0])
    return message


def _name(error: Any) -> str:
    """`--tahun`, `BERKAS`."""
    param = error.param
    if param is None:
        return ""
    return str(param.opts[-1] if param.param_type_name == "option" else param.metavar or param.name)
