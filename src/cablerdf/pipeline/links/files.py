"""`cablerdf link`: RDF in; links and an SSSOM table out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from cablerdf.link.linker import Linker
from cablerdf.link.online.harvest import Online, harvest
from cablerdf.link.sssom import Curation, curated, read_sssom, to_sssom
from cablerdf.model.link import Link
from cablerdf.pipeline.links.data import ScatteredError, cables
from cablerdf.pipeline.links.found import Links, Unknown
from cablerdf.pipeline.runs.output import Output, format_name
from cablerdf.pipeline.runs.run import nothing
from cablerdf.pipeline.work.linking import linking
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.links import link_quads
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.base import Writer
from cablerdf.store.access import checked_base

Gathering = TypeVar("Gathering", Links, Unknown)
PART = 1000  # links that are written at a time

__all__ = ["Asked", "Online", "link_files"]


@dataclass(frozen=True)
class Asked:
    """What `link` is asked for."""

    gazetteers: tuple[Path, ...] = ()
    base: str = DEFAULT_BASE
    format: str | None = None
    curated: Path | None = None  # an SSSOM table that overrides the machine
    sssom: Path | None = None  # where to write the links as a table
    online: Online | None = None  # services to ask about those whom no gazetteer knows


def link_files(paths: tuple[Path, ...], out: Path | None, asked: Asked, say: Callable[[str], None] = nothing) -> int:
    """Link what RDF files name, and write the links; how many there are comes back.

    Raises:
        LinkError, InputError, MissingExtraError: a file cannot be used.
        OutputError: the output cannot be written.
        OptionError: the output's name does not say in which format, or the base is no IRI to begin others with.
    """
    name = format_name(asked.format, out.name if out is not None else None, "nquads")
    writer = BY_NAME[name].writer(checked_base(asked.base))
    found = linking(asked.gazetteers)
    if asked.online is not None:
        unknown = sorted(gathered(paths, asked.base, Unknown, Linker.open(found.files)).names)
        found = linking((*asked.gazetteers, harvest(unknown, asked.online, say)))
    links = gathered(paths, asked.base, Links, Linker.open(found.files))
    curation = read_sssom(asked.curated, asked.base) if asked.curated is not None else Curation()

    def made() -> Iterator[Link]:
        return curated(links.all(found.source), curation)

    return write(out, asked, writer, made)


def gathered(paths: tuple[Path, ...], base: str, kind: type[Gathering], linker: Linker) -> Gathering:
    """What was gathered cable by cable, or from all at once where graphs begin again."""
    for whole in (False, True):
        found = kind(linker)
        try:
            for data in cables(paths, base, whole):
                found.take(data)
        except ScatteredError:
            continue
        return found
    raise AssertionError("what is read whole is not scattered")


def write(out: Path | None, asked: Asked, writer: Writer, made: Callable[[], Iterator[Link]]) -> int:
    """Write the RDF, and the table where it is asked for; how many links there are comes back."""
    count = 0
    with Output(out) as output:
        output.write(writer.header())
        links = made()
        while part := list(islice(links, PART)):
            count += len(part)
            output.write(writer.body(link_quads(part, asked.base)))
        output.write(writer.footer())
    if asked.sssom is not None:
        with Output(asked.sssom) as output:
            output.write(to_sssom(made(), asked.base).encode())
    return count
