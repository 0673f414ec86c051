"""`cablerdf query`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any, TextIO

import click

from cablerdf.cli.common import access, options
from cablerdf.cli.common.telling import echo
from cablerdf.errors import InputError
from cablerdf.plain import plain


class QueryFile(click.File):
    """A text file; one that is not there could not be read, which is no wrong usage."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise InputError(options.reason_unreadable(str(value)), source=str(value)) from error


@click.command("query")
@click.argument("store", required=False)
@click.argument("query", required=False)
@click.option(
    "-f", "--file", type=QueryFile(encoding="utf-8"), metavar="FILE", help="Read the query from a file; - is stdin."
)
@click.option("--format", "form", type=options.LateChoice("answer formats"), default="table", show_default=True)
@click.option("-e", "--example", metavar="NAME", help="Run a question that ships with cablerdf.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="A value for the question: an IRI or person:..."
)
@click.option("--within", is_flag=True, help="In questions about who met whom: colleagues of one side too.")
@click.option("--examples", is_flag=True, help="List the questions and stop.")
@click.option("--show", is_flag=True, help="Print the question's SPARQL instead of running it.")
@access.endpoint
@options.output
@options.loudness
def command(
    store: str | None,
    query: str | None,
    file: TextIO | None,
    form: str,
    example: str | None,
    settings: tuple[str, ...],
    within: bool,
    examples: bool,
    show: bool,
    output: Path | None,
    quiet: bool,
    verbose: int,
    **reach: str | None,
) -> None:
    """Ask a store a SPARQL question; the project's prefixes need no declaration."""
    from cablerdf.pipeline import stores

    if examples:
        for question in stores.questions().values():
            echo(f"{question.name}\n    {question.title}. {question.purpose}")
        return
    given = stores.Access(**access.given(reach))
    if [query, file, example].count(None) != 2:
        raise click.UsageError("give one of QUERY, --file and --example (`--examples` lists them)")
    if (settings or within) and example is None:
        raise click.UsageError("--set and --within go with --example")
    text = shipped(example, settings, given.base, within) if example else given_query(query, file)
    if show:
        echo(text.rstrip())
        return
    if store is None:
        raise click.UsageError("name the store: a folder or the URL of a SPARQL server")
    from cablerdf.pipeline.runs.output import Output

    with Output(output) as answer:
        for piece in stores.ask(store, text, form, given, width_of(output)):
            answer.write((plain(piece) if form == "table" else piece).encode())
    for words in stores.strangers(store, (setting.partition("=")[2] for setting in settings), given):
        echo(words, err=True)


def width_of(output: Path | None) -> int | None:
    """How wide a table may be: as the terminal that it goes to; as it likes elsewhere."""
    return shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else None


def shipped(name: str, settings: tuple[str, ...], base: str, within: bool) -> str:
    """The question that ships under a name, as it is to be asked."""
    from cablerdf.pipeline import stores

    pairs = [setting.partition("=") for setting in settings]
    if not all(equals for _, equals, _ in pairs):
        raise click.UsageError(f"--set expects NAME=VALUE, not {settings[0]!r}")
    try:
        return stores.question(name, {key: value for key, _, value in pairs}, base, within)
    except stores.QueryError as error:
        raise click.UsageError(str(error)) from error


def given_query(query: str | None, file: TextIO | None) -> str:
    """The query that was given in words or as a file."""
    from cablerdf.pipeline import stores

    if file is None:
        if query in stores.questions():
            raise click.UsageError(f"{query!r} is a question that ships: ask it with --example {query}")
        return query or ""
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file.name} is no text in UTF-8") from error
