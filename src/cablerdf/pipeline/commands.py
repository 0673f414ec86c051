"""What the commands do, one function each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cablerdf.errors import OptionError
from cablerdf.pipeline.manifest import Manifest, read_manifest
from cablerdf.pipeline.pool import warm_up
from cablerdf.pipeline.run import Listing, Run, Settings, Shape
from cablerdf.pipeline.summary import Summary
from cablerdf.read.documents import Paths

LINES, ARRAY = Shape(), Shape(b"[\n", b",\n", b"\n]\n")


@dataclass(frozen=True)
class Conversion:
    """What `convert` is asked for: everything that changes its bytes."""

    format: str | None = None  # guessed from the output's name, Turtle without one
    base: str | None = None
    check: bool = True
    input_format: str | None = None
    manifest: Path | None = None  # where to write what was made
    since: Path | None = None  # the manifest of an earlier run: what it made is left out


def parse_to(
    paths: Paths, out: Path | None, settings: Settings, *, input_format: str | None = None, as_array: bool = False
) -> Summary:
    """Write the parsed cables as JSON lines, or as one array; what was done comes back.

    Raises:
        OutputError: the output cannot be written.
    """
    warm_up("cablerdf.pipeline.parsing")
    from cablerdf.pipeline.parsing import ParseRecipe

    recipe = ParseRecipe(input_format, lines=not as_array)
    options = {"command": "parse", "input_format": input_format, "array": as_array}
    return Run(paths, recipe, ARRAY if as_array else LINES, settings, input_format, options).to(out)


def convert_to(paths: Paths, out: Path | None, asked: Conversion, settings: Settings) -> Summary:
    """Write the cables as RDF; what was done comes back.

    Raises:
        OutputError: the output cannot be written.
        OptionError: the output's name does not say in which format, or the base is no IRI to begin others with.
    """
    warm_up("cablerdf.pipeline.converting")
    from cablerdf.pipeline.converting import ConvertRecipe, shape_of
    from cablerdf.rdf.formats import format_of
    from cablerdf.rdf.iris import check_base
    from cablerdf.rdf.terms import DEFAULT_BASE

    guessed = format_of(out.name) if out is not None else None
    if asked.format is None and out is not None and guessed is None:
        raise OptionError(f"the name {out.name!r} does not say which RDF format it is to have: use -f")
    name = asked.format or (guessed.name if guessed else "turtle")
    try:
        base = check_base(asked.base or DEFAULT_BASE)
    except ValueError as error:
        raise OptionError(str(error)) from error
    content = {"base": base, "check": asked.check, "input_format": asked.input_format}
    since = earlier(asked.since, content, settings) if asked.since else Manifest()
    recipe = ConvertRecipe(name, base, asked.check, asked.input_format, since.known)
    options = {"command": "convert", "format": name, **content, "since": since.digest}
    listing = Listing(asked.manifest, since, f"{base}graph/") if asked.manifest or asked.since else None
    return Run(paths, recipe, shape_of(name, base), settings, asked.input_format, options, listing).to(out)


def earlier(path: Path, content: dict[str, Any], settings: Settings) -> Manifest:
    """The manifest of an earlier run; one that would make other content today counts as having made nothing."""
    since = read_manifest(path)
    now = {"version": version("cablerdf"), **content}
    changed = sorted(name for name, value in now.items() if since.run.get(name) != value)
    if changed:
        settings.say(f"converting everything, since this changed after {path}: {', '.join(changed)}")
        return since._replace(stale=True)
    return since
