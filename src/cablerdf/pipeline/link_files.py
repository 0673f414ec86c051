"""`cablerdf link`: RDF in; links, merges and an SSSOM table out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from cablerdf.link.identity.merge import Merge, Seen, merges
from cablerdf.link.identity.overrides import Overrides, read_overrides
from cablerdf.link.linker import Linker, territory
from cablerdf.link.online.harvest import Online, harvest
from cablerdf.link.people.decide import Decision
from cablerdf.link.sssom import curated, read_sssom, to_sssom
from cablerdf.link.tables import bodies
from cablerdf.link.tables.territories import Found, post_city
from cablerdf.model.link import Link
from cablerdf.pipeline.link_data import TAG, Data
from cablerdf.pipeline.linking import COMPOSITE, LEXICAL, LIKELY, SAME, TOOL, linking
from cablerdf.pipeline.output import Output
from cablerdf.pipeline.run import nothing
from cablerdf.rdf.formats import BY_NAME, format_of
from cablerdf.rdf.links import link_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import CAB, DEFAULT_BASE, OWL, SKOS
from cablerdf.vocab.tables import rows

RELATED = SKOS + "relatedMatch"
IDENTITY = "identity"

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
    """
    found = linking(asked.gazetteers)
    linker, data = Linker.open(found.files), Data(asked.base).read(paths)
    if asked.online is not None:
        unknown = [m.name for _seen, m in data.people() if len(m.words) > 1 and linker.decide(m).verdict == "none"]
        found = linking((*asked.gazetteers, harvest(unknown, asked.online, say)))
        linker = Linker.open(found.files)
    source = found.source
    decisions = [(seen, linker.decide(mention) if linker.gazetteers else None) for seen, mention in data.people()]
    links = [*people_links(decisions, source), *body_links(data, linker), *place_links(data), *term_links(data)]
    if asked.curated is not None:
        links = curated(links, read_sssom(asked.curated, asked.base))
    overrides = read_overrides(asked.overrides, asked.base) if asked.overrides else Overrides()
    merged = merges(with_links(decisions, links), overrides)
    write(out, asked, links, merged)
    return Done(len(links), len(merged), len(data.kinds["Person"]))


def write(out: Path | None, asked: Asked, links: list[Link], merged: list[Merge]) -> None:
    """Write the RDF, and the tables that were asked for."""
    guessed = format_of(out.name) if out is not None else None
    writer = BY_NAME[asked.format or (guessed.name if guessed else "nquads")].writer(asked.base)
    with Output(out) as output:
        output.write(writer.header())
        output.write(writer.body(link_quads(links, asked.base)))
        output.write(writer.body(identity(merged, asked.base)))
        output.write(writer.footer())
    if asked.sssom is not None:
        with Output(asked.sssom) as output:
            output.write(to_sssom(links, asked.base).encode())
    if asked.merges is not None:
        with Output(asked.merges) as output:
            lines = ["alias\tperson\trule\tcables", *("\t".join((*m[:3], " ".join(m.evidence))) for m in merged)]
            output.write(("\n".join(lines) + "\n").encode())


def identity(merged: list[Merge], base: str) -> list[Quad]:
    """The merges in a graph of their own: drop it, and nobody was merged."""
    graph = f"{base}graph/{IDENTITY}"
    return [(merge.alias, SAME, merge.person, graph) for merge in merged]


def tool() -> dict[str, Any]:
    return {"tool": TOOL, "tool_version": version("cablerdf")}


def people_links(decisions: list[tuple[Seen, Decision | None]], source: str | None) -> Iterator[Link]:
    """One link a person: the surest; none where the cables lead to two different people."""
    by_person: dict[str, list[tuple[Seen, Decision]]] = defaultdict(list)
    for seen, decision in decisions:
        if decision is not None and decision.qid is not None:
            by_person[seen.person].append((seen, decision))
    for person, found in by_person.items():
        targets = {decision.qid for _seen, decision in found}
        seen, best = max(found, key=lambda pair: (pair[1].surest, pair[1].confidence or 0.0, pair[0].cable))
        if len(targets) > 1 or best.qid is None or best.best is None:
            continue
        yield Link(
            subject=person, target=best.qid, predicate=SAME if best.surest else LIKELY, justification=COMPOSITE,
            confidence=best.confidence or 0.0, **tool(), source_version=source, subject_label=seen.name,
            target_label=best.best.entity.label, accepted=True, comment=f"{best.reason}; cables: {len(found)}",
        )  # fmt: skip


def named(subject: str, label: str | None, found: Found) -> Link:
    """The link of a body or place that a table knows."""
    return Link(
        subject=subject, target=found.qid, predicate=LIKELY if found.shared else SAME, confidence=found.confidence,
        justification=LEXICAL, **tool(), subject_label=label, target_label=found.label, accepted=True,
        comment=found.reason,
    )  # fmt: skip


def agreed(subject: str, label: str | None, found: list[Found | None]) -> Iterator[Link]:
    """The link of a thing that means one entity in all cables; where it means several, none."""
    targets = {one.qid: one for one in found if one is not None}
    if len(targets) == 1:
        yield named(subject, label, *targets.values())


def body_links(data: Data, linker: Linker) -> Iterator[Link]:
    """Links of organisations."""
    beside: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for iri, cable in data.places("Organization"):
        names = [*data.of(SKOS + "prefLabel", iri, cable), *data.of(SKOS + "altLabel", iri, cable)]
        if names:
            printed[iri].append((cable, names))
            beside[cable] |= {bodies.key(name) for name in names}
    for iri, seen in printed.items():
        found = [
            linker.body(names, data.country(iri, cable), data.about(cable)[0], frozenset(beside[cable]))
            for cable, names in seen
        ]
        yield from agreed(iri, seen[0][1][0], found)


def place_links(data: Data) -> Iterator[Link]:
    """Links of countries, regions and cities, and of posts to their cities."""
    by_place: dict[str, list[Found | None]] = defaultdict(list)
    labels: dict[str, str] = {}
    for iri, cable in data.places("Place"):
        names = [*data.of(SKOS + "prefLabel", iri, cable), *data.of(SKOS + "altLabel", iri, cable)]
        kind = next(iter(data.of(CAB + "placeKind", iri, cable)), "").rpartition("/")[2]
        if names:
            labels.setdefault(iri, names[0])
            date, post, _signer = data.about(cable)
            by_place[iri].append(territory(names[:1], kind, data.country(iri, cable), date, post))
    for iri, found in by_place.items():
        yield from agreed(iri, labels[iri], found)
    for iri in data.kinds["Post"]:
        city = post_city(iri.rpartition("/")[2])
        if city is not None:
            yield replace(named(iri, None, city), predicate=RELATED, accepted=False, comment="the city of the post")


def term_links(data: Data) -> Iterator[Link]:
    """Links of the TAGS concepts that the cables bear."""
    table = {row["code"]: row for row in rows("links_tags")}
    for iri in sorted(data.tags):
        row = table.get(iri.removeprefix(TAG))
        if row is not None:
            yield Link(
                subject=iri, target=row["qid"], predicate=SKOS + row["predicate"], confidence=0.99, **tool(),
                justification=LEXICAL, subject_label=row["code"], accepted=True, comment=row["evidence"],
            )  # fmt: skip


def with_links(decisions: list[tuple[Seen, Decision | None]], links: list[Link]) -> Iterator[Seen]:
    """Who was seen, with the accepted links: the curator's too."""
    accepted = {link.subject: link for link in links if link.accepted}
    for seen, _decision in decisions:
        link = accepted.get(seen.person)
        yield seen if link is None else seen._replace(qid=link.target, surest=link.predicate == OWL + "sameAs")
