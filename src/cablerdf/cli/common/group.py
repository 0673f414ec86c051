"""The commands as one program, which imports each when it is needed."""

from __future__ import annotations

from importlib import import_module

import click

from cablerdf.cli import COMMANDS


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
