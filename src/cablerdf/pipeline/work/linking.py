"""Joins the linker to a run: what is asked for, the linker of a worker, links as quads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cablerdf.model.link import Link
from cablerdf.rdf.iris import Iris
from cablerdf.rdf.links import link_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import OWL, SCHEMA, SEMAPV, SKOS

if TYPE_CHECKING:
    from cablerdf.link.linker import Linked, Linker
    from cablerdf.link.tables.territories import Found

TOOL = "cablerdf"
SAME, LIKELY, EXACT = OWL + "sameAs", SCHEMA + "sameAs", SKOS + "exactMatch"
LEXICAL, COMPOSITE = SEMAPV + "LexicalMatching", SEMAPV + "CompositeMatching"
CURATED = SEMAPV + "ManualMappingCuration"


class Linking(NamedTuple):
    """What is asked for: gazetteer files, ready to be opened, and the state of their data."""

    files: tuple[Path, ...]
    versions: tuple[str, ...]

    @property
    def source(self) -> str | None:
        """The state of the data, for the mappings."""
        return "; ".join(self.versions) or None

    def describe(self) -> list[str]:
        """What of it changes the bytes that come out."""
        return list(self.versions)


def linking(paths: tuple[Path, ...]) -> Linking:
    """What `--link` with these gazetteers means; a CSV is built into a file first.

    They take the place of the shipped people: whoever gives a gazetteer says whom to look for.

    Raises:
        LinkError: a gazetteer cannot be read.
    """
    import cablerdf.link.linker  # noqa: F401 - a missing extra is told here, not by every worker
    from cablerdf.link.gazetteer.cache import gazetteer_file, shipped
    from cablerdf.link.gazetteer.reader import Gazetteer

    files = tuple(gazetteer_file(path) for path in paths or (shipped(),))
    return Linking(files, tuple(Gazetteer(file).version for file in files))


def open_linker(asked: Linking) -> Linker:
    """The linker of one process."""
    from cablerdf.link.linker import Linker

    return Linker.open(asked.files)


def quads_of(linked: Linked, base: str, source: str | None = None) -> tuple[list[Quad], list[list[Quad]]]:
    """The links of one cable as mappings, in the graph of links: its own, then one by one those of names alone."""
    links = list(links_of(linked, base, source))
    own = link_quads((link for link in links if link.cable is not None), base)
    return own, [link_quads([link], base) for link in links if link.cable is None]


def links_of(linked: Linked, base: str, source: str | None = None) -> Iterator[Link]:
    """The links of one cable: people by what this cable shows of them, bodies and places by name and date."""
    cable = linked.cable
    iris = Iris(cable, base)
    for person, decision in zip(cable.persons, linked.people, strict=True):
        iri = iris.person(person.name)
        best = decision.best if decision is not None else None
        if decision is None or best is None or decision.qid is None:
            continue
        yield Link(
            subject=iri, target=decision.qid, predicate=SAME if decision.surest else LIKELY,
            confidence=decision.confidence or 0.0, justification=COMPOSITE, **tool(), source_version=source,
            subject_label=person.name, target_label=best.entity.label, accepted=True, cable=iris.cable,
            comment=decision.reason,
        )  # fmt: skip
    known = [(iris.organization(o.name, o.country), f) for o, f in zip(cable.orgs, linked.orgs, strict=True)]
    known += [(iris.place(p.name, p.country), f) for p, f in zip(cable.places, linked.places, strict=True)]
    for iri, found in known:
        if found is not None:
            yield named(iri, None, found, None if found.sure else iris.cable)


@cache
def tool() -> Mapping[str, Any]:
    """What makes the links, as fields of them."""
    return {"tool": TOOL, "tool_version": version("cablerdf")}


def named(subject: str, label: str | None, found: Found, cable: str | None = None) -> Link:
    """The link of a body or place that a table knows, of one cable where it is not the name alone that tells."""
    return Link(
        subject=subject, target=found.qid, predicate=LIKELY if found.shared else SAME, confidence=found.confidence,
        justification=LEXICAL, **tool(), subject_label=label, target_label=found.label, accepted=True, cable=cable,
        comment=found.reason,
    )  # fmt: skip
