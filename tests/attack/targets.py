"""What reads hostile bytes, and what must be true of whatever comes of them.

A target takes bytes. It may end in a result or in a `CablerdfError`; anything else is a crash.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import honest
import pyoxigraph as ox

import cablerdf
from cablerdf.errors import CablerdfError
from cablerdf.link.sssom import read_sssom
from cablerdf.model import SourceDocument
from cablerdf.pipeline.gazetteers import build_gazetteer
from cablerdf.pipeline.links.files import Asked, link_files
from cablerdf.pipeline.runs.manifest import read_manifest
from cablerdf.pipeline.stores import Access, LoadOptions, load
from cablerdf.pipeline.validating import validate_files
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.read import Failure, items
from cablerdf.read.documents import open_unit
from cablerdf.read.units import Loaded


class Target(NamedTuple):
    """A reader, and honest documents for it."""

    seeds: Callable[[], tuple[bytes, ...]]
    run: Callable[[bytes], None]
    slow: bool = False  # a hundredth of a second and more


def spans(value: object) -> Iterator[list[int]]:
    """Every span within a cable's JSON."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name.endswith("span") and item:
                yield item
            else:
                yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def expected(quads: list[Quad]) -> set[ox.Quad]:
    """The quads as terms of another program."""
    found = set()
    for s, p, o, g in quads:
        if isinstance(o, str):
            value: ox.NamedNode | ox.Literal = ox.NamedNode(o)
        else:
            lexical = o.lexical.encode("utf-8", "replace").decode()
            kind = ox.NamedNode(o.datatype) if o.datatype else None
            value = ox.Literal(lexical, datatype=kind) if kind else ox.Literal(lexical, language=o.lang)
        found.add(ox.Quad(ox.NamedNode(s), ox.NamedNode(p), value, ox.NamedNode(g)))
    return found


def sound(document: SourceDocument) -> None:
    """Hold a document to what is true of every one: places in the text, RDF that another program reads back."""
    cable = cablerdf.parse(document)
    broken = [problem.message for problem in cable.problems if problem.code == "step-failed"]
    assert not broken, broken
    for begin, end in spans(json.loads(json.dumps(cable.to_dict()))):
        assert 0 <= begin <= end <= len(document.text), (begin, end)
    quads = to_quads(cable, DEFAULT_BASE)
    wanted = expected(quads)
    assert set(ox.parse(serialize(quads, "nquads"), format=ox.RdfFormat.N_QUADS)) == wanted
    assert set(ox.parse(serialize(quads, "trig"), format=ox.RdfFormat.TRIG)) == wanted
    triples = {quad.triple for quad in wanted}
    for name, kind in (("turtle", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)):
        assert {quad.triple for quad in ox.parse(serialize(quads, name), format=kind)} == triples
    for _ in ox.parse(serialize(quads, "rdfxml"), format=ox.RdfFormat.RDF_XML):
        continue


def whole(data: bytes, kind: str) -> None:
    """A document from its bytes to RDF."""
    for item in open_unit(Loaded("x", data), kind):
        if isinstance(item, SourceDocument):
            sound(item)
        else:
            assert item.code != "internal-error", item


def read_only(data: bytes, kind: str | None) -> None:
    """A document from its bytes to its text."""
    for item in open_unit(Loaded("x", data), kind):
        assert not isinstance(item, Failure) or item.code != "internal-error", item


def in_file(data: bytes, ending: str, use: Callable[[Path, Path], Any]) -> None:
    """Use the data as a file; a folder to write to comes along."""
    with tempfile.TemporaryDirectory() as folder, suppress(CablerdfError):
        path = Path(folder) / f"x{ending}"
        path.write_bytes(data)
        use(path, Path(folder) / "out")


def use_archive(path: Path, _out: Path) -> None:
    """What is found in an archive, or in anything else."""
    for item in items(path):
        assert not isinstance(item, Failure) or item.code != "internal-error", item


def use_graph(path: Path, out: Path) -> None:
    """All that is done with RDF: loaded, linked and (of some, since it takes long) validated."""
    steps: list[Callable[[], Any]] = [
        lambda: load([path], str(out), Access(), LoadOptions(), index=True),
        lambda: link_files((path,), out.with_name("links.nq"), Asked()),
    ]
    if crc32(path.read_bytes()) % 8 == 0:
        steps.append(lambda: validate_files([path], "shacl"))
    for step in steps:
        with suppress(CablerdfError):
            step()


def use_table(path: Path, out: Path) -> None:
    """All that reads tables and lists beside the data."""
    for step in (
        lambda: build_gazetteer((path,), out),
        lambda: read_sssom(path, DEFAULT_BASE),
        lambda: read_manifest(path),
    ):
        with suppress(CablerdfError):
            step()


@cache
def tables() -> tuple[bytes, ...]:
    """A gazetteer, two dumps, an SSSOM table, a manifest."""
    people = b"""qid,label,aliases,type,country,positions,start,end,source
Q1,Jane Roe,Roe|J. Roe,person,US,Minister of Finance of Utopia@2001-02-03/2009,1940-01-01,,wikidata
Q2,Utopia,,place,US,,,,
"""
    value = b'"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}'
    entity = b'{"id":"Q1","type":"item","labels":{"en":{"value":"Jane Roe"}},"claims":{"P31":[{%s}]}}' % value
    label = b"<http://www.w3.org/2000/01/rdf-schema#label>"
    truthy = b'<http://www.wikidata.org/entity/Q1> %s "Roe"@en .\n' % label
    columns = b"subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
    row = b"x:1\tskos:exactMatch\twd:Q1\tsemapv:ManualMappingCuration\n"
    sssom = b"# curie_map:\n#   wd: http://www.wikidata.org/entity/\n" + columns + row
    line = b'{"graph":"urn:g","source":"a.txt","id":"1","sha256":"00","change":"new"}\n'
    return (people, b"[\n" + entity + b",\n]\n", truthy * 2, sssom, b'{"run":{"version":"0.1.0"}}\n' + line)


TARGETS: dict[str, Target] = {
    "text": Target(honest.texts, partial(whole, kind="text"), slow=True),
    "page": Target(honest.pages, partial(whole, kind="html"), slow=True),
    "row": Target(honest.tables, partial(whole, kind="csv"), slow=True),
    "volume": Target(honest.volumes, partial(whole, kind="frus"), slow=True),
    "read text": Target(honest.texts, partial(read_only, kind="text")),
    "read page": Target(honest.pages, partial(read_only, kind="html")),
    "read table": Target(honest.tables, partial(read_only, kind="csv")),
    "read volume": Target(honest.volumes, partial(read_only, kind="frus")),
    "read anything": Target(
        lambda: honest.texts() + honest.pages() + honest.tables() + honest.volumes(), partial(read_only, kind=None)
    ),
    "archive": Target(honest.archives, partial(in_file, ending=".bin", use=use_archive)),
    "tables": Target(tables, partial(in_file, ending=".csv", use=use_table), slow=True),
    **{
        f"graph {ending}": Target(
            partial(lambda ending: honest.graphs()[ending], ending),
            partial(in_file, ending=ending, use=use_graph),
            slow=True,
        )
        for ending in (".ttl", ".jsonld", ".nq", ".trig", ".nt", ".rdf")
    },
}
