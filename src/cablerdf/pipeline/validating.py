"""RDF files to a SHACL report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import orjson

from cablerdf.check import Report, validate
from cablerdf.check.engines import ENGINES, slowness
from cablerdf.errors import FormatError, OptionError
from cablerdf.rdf.formats import format_of
from cablerdf.rdf.intake import Looked, refuse_remote
from cablerdf.store.staging import find_files, opened

RDFLIB = {
    "turtle": "turtle",
    "jsonld": "json-ld",
    "nquads": "nquads",
    "trig": "trig",
    "ntriples": "nt",
    "rdfxml": "xml",
}


def silent(_message: str) -> None:
    """Tell nothing."""


def validate_files(
    paths: Sequence[Path],
    engine: str | None = None,
    say: Callable[[str], None] = silent,
    progress: Callable[[str], None] = silent,
) -> Report:
    """The report on all files together, read as one graph.

    Args:
        paths: files, folders with RDF files in them, `-` for stdin.
        engine: a name in the table of engines; by default the fastest that is installed.
        say: told what the user should know.
        progress: told what is being done.

    Raises:
        InputError: a file cannot be read, is malformed, or its name does not say what it is.
    """
    if engine is not None and engine not in ENGINES:
        raise OptionError(f"no engine {engine!r}; there are {', '.join(ENGINES)}")
    slow = slowness(engine)
    if slow is not None:
        say(slow)
    files = {}
    for path in files_of(paths):
        progress(f"reading {path}")
        files[path] = nquads_of(path)
    progress(f"checking {sum(lines.count(chr(10)) for lines in files.values()):,} statements")
    try:
        return validate("\n".join(files.values()), engine)
    except Exception as error:  # each engine has errors of its own for lines that it cannot read
        for path, lines in files.items():
            converted(lines.encode(), "nquads", path)
        reason = " ".join(str(error).split())[:200]
        raise FormatError(f"{', '.join(map(str, files))}: {engine or 'the engine'} cannot read it: {reason}") from error


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files that are named, and the RDF files in folders that are."""
    return [file for path in paths for file in ([path] if str(path) == "-" else find_files([path]))]


def nquads_of(path: Path) -> str:
    """The statements of a file as N-Quads."""
    name = "nquads" if str(path) == "-" else getattr(format_of(path.name), "name", None)
    if name is None:
        raise FormatError(f"{path}: the name does not say which RDF format it is in", source=str(path))
    try:
        data = file_bytes(path, name)
        if name == "jsonld":
            refuse_remote(orjson.loads(data))
    except (FormatError, orjson.JSONDecodeError) as error:
        raise FormatError(f"{path}: malformed {name}: {error}", source=str(path)) from error
    if name in ("nquads", "ntriples"):
        return data.decode("utf-8", "replace")
    return converted(data, name, path)


def file_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file in the format of that name, unpacked, or of stdin.

    Raises:
        FormatError: they would exhaust the machine.
    """
    if str(path) == "-":
        return Looked(sys.stdin.buffer, name).read()
    with opened(path) as stream:
        return Looked(stream, name).read()


def converted(data: bytes, name: str, path: Path) -> str:
    from rdflib import Dataset

    dataset = Dataset()
    try:
        dataset.parse(data=data, format=RDFLIB[name])
        return dataset.serialize(format="nquads")
    except Exception as error:  # each of rdflib's parsers has errors of its own
        reason = " ".join(str(error).split())[:200]
        raise FormatError(f"{path}: malformed {name}: {reason}", source=str(path)) from error


def as_json(report: Report) -> bytes:
    """The report as JSON."""
    results = [finding._asdict() for finding in report.results]
    return orjson.dumps({"conforms": report.conforms, "results": results}, option=orjson.OPT_INDENT_2) + b"\n"


def as_turtle(report: Report) -> bytes:
    """The report as a SHACL validation report in Turtle."""
    return report.graph.serialize(format="turtle").encode() + b"\n"


def as_text(report: Report) -> bytes:
    """The report for a reader."""
    return report.text().encode()


REPORT_FORMATS: dict[str, Callable[[Report], bytes]] = {"text": as_text, "turtle": as_turtle, "json": as_json}
