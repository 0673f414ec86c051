"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cablerdf.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])


class LateChoice(click.Choice[str]):
    """One of the names in a table (`pipeline/tables.py`), which is loaded when it is needed."""

    def __init__(self, table: str) -> None:
        super().__init__(())
        self.table = table

    @property
    def choices(self) -> tuple[str, ...]:
        from cablerdf.pipeline.tables import names

        return names(self.table)

    @choices.setter
    def choices(self, _value: Any) -> None:
        pass


def many(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several decorators as one, the first outermost."""

    def apply(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return apply


class Existing(click.Path):
    """A file that is to be read; one that is not there could not be read, which is no wrong usage."""

    def __init__(self, *, dir_okay: bool = False) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay, exists=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise InputError(reason_unreadable(str(value)), source=str(value)) from error


def reason_unreadable(path: str) -> str:
    """Why a path cannot be read, in words."""
    if "://" in path:
        return "a URL: fetch it first, and name the file"
    if os.path.isdir(path):  # noqa: PTH112 (no error where one may not look)
        return "is a folder, a file is expected"
    return "may not be read" if os.path.exists(path) else "No such file or directory"  # noqa: PTH110


FILE = click.Path(path_type=Path, dir_okay=False)
FILE_IN = Existing()
FOLDER = click.Path(path_type=Path, file_okay=False)
base = click.option("--base", metavar="IRI", help="Where the IRIs of cables, people, ... begin.")
inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
output = click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="OUT",
    help="File to write; stdout without it.",
)
input_format = click.option(
    "--input-format",
    type=LateChoice("input formats"),
    help="Kind of the documents; recognised from their content without it.",
)
no_mentions = click.option(
    "--no-mentions",
    "mentions",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Leave out where in the text each name stands: two fifths of all statements.",
)
loudness = many(
    click.option("-q", "--quiet", is_flag=True, help="No progress and no summary."),
    click.option("-v", "--verbose", count=True, help="Name every problem as it is met."),
)
linking = many(
    click.option("--link", is_flag=True, help="Link people, bodies, posts and places to Wikidata."),
    click.option(
        "--gazetteer",
        "gazetteers",
        multiple=True,
        type=FILE_IN,
        metavar="FILE",
        help="Look there for people too: made by `cablerdf gazetteer build`, or a CSV. Repeatable; means --link.",
    ),
)


def links(asked: dict[str, Any]) -> tuple[Path, ...] | None:
    """What was asked of `linking`: gazetteers, () for the shipped tables alone, None for no links. It is taken out."""
    link, gazetteers = asked.pop("link"), asked.pop("gazetteers")
    return gazetteers if link or gazetteers else None


running = many(
    click.option(
        "-j", "--jobs", type=click.IntRange(min=0), default=0, show_default="all cores", help="Worker processes."
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0),
        default=60.0,
        show_default=True,
        help="Seconds for one document; 0: no limit.",
    ),
    click.option(
        "--report",
        type=FILE,
        metavar="FILE",
        help="Write every problem there as JSON lines.",
    ),
)
