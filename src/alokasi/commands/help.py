"""What typer says of its own, in the reader's language: usage lines, panel titles, the help option.

typer keeps panel titles as constants of a module and the rest inside its commands, so the first are set once a run and
the rest is put into words where a command tells them.
"""

from __future__ import annotations

import sys
from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from alokasi.commands.wrong_calls import told_in
from alokasi.texts import translate, wording


def asked_language() -> str:
    """The language asked for on the command line, for what is said before or outside a command."""
    arguments = sys.argv
    asked = [arguments[i + 1] for i, word in enumerate(arguments[:-1]) if word == "--lang"]
    return "en" if "en" in asked or "--lang=en" in arguments else "id"


def title_panels(lang: str) -> None:
    rich_utils.ARGUMENTS_PANEL_TITLE = translate("Masukan", lang)
    rich_utils.OPTIONS_PANEL_TITLE = translate("Opsi", lang)
    rich_utils.COMMANDS_PANEL_TITLE = translate("Perintah", lang)
    rich_utils.ERRORS_PANEL_TITLE = translate("Salah pakai", lang)
    rich_utils.DEFAULT_STRING = translate("[bawaan: {}]", lang)
    rich_utils.REQUIRED_LONG_STRING = translate("[wajib]", lang)
    rich_utils.RICH_HELP = translate("Bantuan: [blue]{command_path} {help_option}[/]", lang)
    rich_utils.ABORTED_TEXT = translate("Dihentikan.", lang)


class Verb(TyperCommand):
    """A command whose usage line and help option follow the language."""

    def get_usage(self, ctx: Any) -> str:
        return _in_words(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))


class AskingVerb(Verb):
    """A command that takes changes: its help lists how each is written."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from rich.markup import escape

        from alokasi.changes import VERBS

        lang = asked_language()
        lines = [f"{escape(verb.usage)}: {wording(verb.about, lang)}" for verb in VERBS]
        self.epilog = "\n\n".join((translate("Perubahan:", lang), *lines))
        super().format_help(ctx, formatter)


class Verbs(TyperGroup):
    """All commands, likewise; and what is wrong with a call of any."""

    def make_context(self, *arguments: Any, **named: Any) -> Any:
        with told_in(asked_language()):
            return super().make_context(*arguments, **named)

    def invoke(self, ctx: Any) -> Any:
        with told_in(asked_language()):
            return super().invoke(ctx)

    def get_usage(self, ctx: Any) -> str:
        return _in_words(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))


def _in_words(usage: str) -> str:
    lang = asked_language()
    return (
        usage.replace("Usage:", translate("Pemakaian:", lang), 1)
        .replace("[OPTIONS]", translate("[OPSI]", lang), 1)
        .replace("COMMAND [ARGS]...", translate("PERINTAH [ISIAN]...", lang), 1)
    )


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = translate("Menampilkan bantuan ini.", asked_language())
    return option
