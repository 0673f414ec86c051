"""Every exception that cablerdf raises on purpose.

An exception stops something and says what: skip this input, or end the run.
Bad data *inside* a document is a value instead, `cablerdf.model.Problem`.

    CablerdfError
    ├── InputError          this input cannot be read: skip it, go on, exit status 3
    │   ├── FormatError     ... because its kind is not recognised or it breaks that kind's rules
    │   └── TooLargeError   ... because it is larger than an input may be
    ├── OptionError         what was asked for makes no sense: exit status 2
    ├── OutputError         the output cannot be written: the run ends, exit status 3
    ├── TableError          a table of ours under vocab/data is malformed: a bug, the run ends
    ├── StoreError          a SPARQL store refused or could not be reached
    │   └── QueryError      ... because the query is malformed, or asks for what is not allowed
    ├── LinkError           a gazetteer or a linking service could not be used
    └── MissingExtraError   an optional package is not installed; the message names the command that installs it
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


class CablerdfError(Exception):
    """Base of all: catch this to catch everything that cablerdf raises on purpose."""


class InputError(CablerdfError):
    """An input that cannot be read. `source` names it, `line` is 1-based where one is known."""

    def __init__(self, message: str, *, source: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.source = source
        self.line = line


class FormatError(InputError):
    """An input whose kind is not recognised, or that breaks the rules of its kind."""


class TooLargeError(InputError):
    """An input that is larger than one may be, or that unpacks to more."""


class OptionError(CablerdfError):
    """An option, or several together, that make no sense."""


class OutputError(CablerdfError):
    """An output that cannot be written."""


class TableError(CablerdfError):
    """A malformed table under `vocab/data`."""


class StoreError(CablerdfError):
    """A SPARQL store that refused a request or could not be reached."""


class QueryError(StoreError):
    """A malformed or forbidden SPARQL query. `line` and `column` are 1-based where they are known."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class LinkError(CablerdfError):
    """A gazetteer or a linking service that could not be used."""


class MissingExtraError(CablerdfError):
    """An optional package that is not installed."""

    def __init__(self, package: str, extra: str | None = None) -> None:
        """`extra` is the one of ours that names the package; None for a dependency that has no wheel everywhere."""
        super().__init__(f"this needs the package {package!r}: {install_command(package, extra)}")


def install_command(package: str, extra: str | None = None) -> str:
    """The command that installs a package, or all that an extra asks for, beside cablerdf, wherever it came from.

    >>> install_command("zstandard", "zst")
    "pip install 'zstandard>=0.22'"
    """
    from importlib.metadata import PackageNotFoundError, requires

    try:
        declared = requires("cablerdf") or []
    except PackageNotFoundError:  # run from a folder, not installed
        declared = []
    wanted = sorted(set(of_extra(declared, extra))) if extra else pinned(declared, package)
    return f"{installer(Path(sys.prefix))} " + " ".join(f"'{one}'" for one in wanted or [package])


def installer(environment: Path) -> str:
    """How a command begins that installs into an environment: those of pipx and uv have no pip that would reach them.

    >>> installer(Path("venv"))
    'pip install'
    """
    if (environment / "pipx_metadata.json").is_file():
        return "pipx inject cablerdf"
    return f"uv pip install -p {environment}" if (environment / "uv-receipt.toml").is_file() else "pip install"


def pinned(declared: Iterable[str], package: str) -> list[str]:
    """A package as our metadata ask for it."""
    return [line.partition(";")[0].strip() for line in declared if re.match(rf"{package}\b", line)]


def of_extra(declared: list[str], extra: str) -> Iterator[str]:
    """What an extra asks for, the extras that it names included; what is for some systems alone is left out."""
    for line in declared:
        package, _, marker = (part.strip() for part in line.partition(";"))
        if not re.search(rf"extra == ['\"]{extra}['\"]", marker) or "platform" in marker:
            continue
        if package.startswith("cablerdf["):
            for name in package.removeprefix("cablerdf[").rstrip("]").split(","):
                yield from of_extra(declared, name)
        else:
            yield package
