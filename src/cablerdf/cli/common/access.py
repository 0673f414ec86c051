"""Options of the commands that reach a store."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cablerdf.cli.common import options

if TYPE_CHECKING:
    from cablerdf.serve.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

endpoint: Callable[[Command], Command] = options.many(
    options.base,
    click.option("--user", envvar="CABLERDF_USER", metavar="NAME", help="For a server; basic or digest, as it asks."),
    click.option(
        "--layout",
        type=options.LateChoice("layouts"),
        help="The server's product, where it is not recognised (GraphDB is rdf4j).",
    ),
)  # fmt: skip


def given(access: dict[str, str | None]) -> dict[str, Any]:
    """The options that were given, so that the others keep their defaults, and what is secret."""
    access = access | {"password": secret("CABLERDF_PASSWORD"), "token": secret("CABLERDF_TOKEN")}
    return {name: value for name, value in access.items() if value is not None}


def secret(name: str) -> str | None:
    """A secret from the environment, or from the file that the variable with `_FILE` behind it names.

    It is no option: everybody on the machine sees the command lines of all.
    """
    path = os.environ.get(f"{name}_FILE")
    if not path:
        return os.environ.get(name) or None
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise click.UsageError(f"{name}_FILE: {path} cannot be read: {reason}") from error


def settings(store: str, access: dict[str, str | None], **more: Any) -> Settings:
    """The site that a command's options describe."""
    from cablerdf.serve.settings import Settings

    return Settings(location=store, **given(access), **more)
