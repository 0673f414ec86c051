"""`cablerdf link`: RDF in; links, merges and an SSSOM table out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from cablerdf.link.identity.merge import Merge, merges
from cablerdf.link.identity.overrides import Overrides, read_overrides
from cablerdf.link.linker import Linker
from cablerdf.link.online.harvest import Online, harvest
from cablerdf.link.sssom import Curation, curated, read_sssom, to_sssom
from cablerdf.model.link import Link
from cablerdf.pipeline.links.data import ScatteredError, cables
from cablerdf.pipeline.links.found import Links, Unknown
from cablerdf.pipeline.runs.output import Output, format_name
from cablerdf.pipeline.runs.run import nothing
from cablerdf.pipeline.work.linking import SAME, linking
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.links import link_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.base import Writer
from cablerdf.store.access import checked_base

Gathering = TypeVar("Gathering", Links, Unknown)
IDENTITY = "identity"
PART = 1000  # links that are written at a time

__all__ = ["Asked", "Done", "Online", "link_files"]


@dataclass(frozen=True)
class Asked:
    """What `link` is asked for."""

    gazetteers: tuple[Path, ...] = ()
    base: str = DEFAULT_BASE
    format: str | None = None
    curated: Path | None = None  # an SSSOM table that overrides the machine
    overrides: Path | None = None  # a list of same and different people
    sssom: Path | None = None  # where to write the links as a table
    merges: Path | None = None  # where to write who was merged and why
    online: Online | None = None  # services to ask about those whom no gazetteer knows


class Done(NamedTuple):
    """What was done, in numbers."""

    links: int
    merged: int
    people: int


def link_files(paths: tuple[Path, ...], out: Path | None, asked: Asked, say: Callable[[str], None] = nothing) -> Done:
    """Link what RDF files name, and write the links; the numbers come back.

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
    overrides = read_overrides(asked.overrides, asked.base) if asked.overrides else Overrides()

    def made() -> Iterator[Link]:
        return curated(links.all(found.source), curation)

    links.seen.accepted = {link.subject: link.target for link in made() if link.accepted}
    merged = merges(links.seen, overrides)
    return Done(write(out, asked, writer, made, merged), len(merged), len(links.everybody))


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


def write(
    out: Path | None, asked: Asked, writer: Writer, made: Callable[[], Iterator[Link]], merged: list[Merge]
) -> int:
    """Write the RDF, and the tables that were asked for; how many links there are comes back."""
    count = 0
    with Output(out) as output:
        output.write(writer.header())
        links = made()
        while part := list(islice(links, PART)):
            count += len(part)
            output.write(writer.body(link_quads(part, asked.base)))
        output.write(writer.body(identity(merged, asked.base)))
        output.write(writer.footer())
    if asked.sssom is not None:
        with Output(asked.sssom) as output:
            output.write(to_sssom(made(), asked.base).encode())
    if asked.merges is not None:
        with Output(asked.merges) as output:
            lines = ["alias\tperson\trule\tcables", *("\t".join((*m[:3], " ".join(m.evidence))) for m in merged)]
            output.write(("\n".join(lines) + "\n").encode())
    return count


def identity(merged: list[Merge], base: str) -> list[Quad]:
    """The merges in a graph of their own: drop it, and nobody was merged."""
    graph = f"{base}graph/{IDENTITY}"
    return [(merge.alias, SAME, merge.person, graph) for merge in merged]
