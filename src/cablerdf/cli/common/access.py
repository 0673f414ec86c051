"""Options of the commands that reach a store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cablerdf.cli.common import options

if TYPE_CHECKING:
    from cablerdf.serve.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

endpoint: Callable[[Command], Command] = options.many(
    options.base,
    click.option("--user", envvar="CABLERDF_USER", metavar="NAME", help="For a server; basic or digest, as it asks."),
    click.option("--password", envvar="CABLERDF_PASSWORD", hidden=True),
    click.option("--token", envvar="CABLERDF_TOKEN", hidden=True),
    click.option(
        "--layout",
        type=options.LateChoice("layouts"),
        help="The server's product, where it is not recognised (GraphDB is rdf4j).",
    ),
)  # fmt: skip


def given(access: dict[str, str | None]) -> dict[str, Any]:
    """The options that were given, so that the others keep their defaults."""
    return {name: value for name, value in access.items() if value is not None}


def settings(store: str, access: dict[str, str | None], **more: Any) -> Settings:
    """The site that a command's options describe."""
    from cablerdf.serve.settings import Settings

    return Settings(location=store, **given(access), **more)
