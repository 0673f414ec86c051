"""The command line: parse options, call one function of the pipeline, print. Only this room prints or exits.

To add a command: write `cli/<name>.py` with a click command called `command`, and one row in COMMANDS below.
Its module is imported only when the command is run or its own `--help` is asked for.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from cablerdf.cli.exit import run_and_exit

# name → one line of help; the module is cablerdf.cli.<name>, dashes as underscores
COMMANDS = {
    "convert": "Read, parse, map to RDF, check with SHACL, write: the main job.",
    "parse": "The parsed cables, one JSON object a line.",
    "inspect": "What a stage made of one document.",
    "validate": "What SHACL finds in RDF files.",
    "link": "Link what RDF names to Wikidata, and find who is the same person.",
    "gazetteer": "Make and describe the files that links are searched in.",
    "load": "Load RDF into a store: a folder or a SPARQL server.",
    "query": "Ask a store a SPARQL question, or one that ships with cablerdf.",
    "serve": "Linked-data pages, search and a SPARQL endpoint for a store.",
    "export": "Networks and charts from a store, for other programs.",
}


class Lazy(click.Group):
    """A group that knows its commands by the table above and imports one when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = import_module(f"cablerdf.cli.{name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cablerdf", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn diplomatic cables into linked data.

    Exit status: 0 done; 1 the data does not conform; 2 wrong usage; 3 something could not be
    read or run.
    """


def main() -> None:
    """The entry point of the program."""
    sys.exit(run_and_exit(cli))
