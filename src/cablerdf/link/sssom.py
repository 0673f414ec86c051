"""Links as an SSSOM table (https://mapping-commons.github.io/sssom/), out and in: a curator overrides the machine."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.opening import opened
from cablerdf.link.gazetteer.schema import is_qid
from cablerdf.model.link import Link

PREFIXES: Mapping[str, str] = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "https://schema.org/",
    "semapv": "https://w3id.org/semapv/vocab/",
    "tag": "https://w3id.org/cablerdf/vocab/tag/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "wd": "http://www.wikidata.org/entity/",
}
COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label",
    "mapping_justification", "confidence", "mapping_tool", "mapping_tool_version", "object_source_version",
    "mapping_date", "comment",
)  # fmt: skip
CURATED = "https://w3id.org/semapv/vocab/ManualMappingCuration"
NOTHING = "https://w3id.org/sssom/NoTermFound"


class Curation(NamedTuple):
    """What a curator decided: links that stand, and those that do not (an object of None: nothing at all)."""

    links: tuple[Link, ...] = ()
    refused: frozenset[tuple[str, str | None]] = frozenset()


def to_sssom(links: Iterable[Link], base: str) -> str:
    """The links as one table, sorted, with the metadata that SSSOM wants before it."""
    prefixes = {**PREFIXES, "id": base}
    rows = (
        (
            curie(link.subject, prefixes), link.subject_label, curie(link.predicate, prefixes), None,
            "wd:" + link.target, link.target_label, curie(link.justification, prefixes), f"{link.confidence:.3f}",
            link.tool, link.tool_version, link.source_version, link.date, link.comment,
        )
        for link in links
    )  # fmt: skip
    return table(rows, base, "links")


def table(rows: Iterable[tuple[str | None, ...]], base: str, graph: str) -> str:
    """Mappings, each a value for every one of COLUMNS, as the table of a graph."""
    out = io.StringIO()
    out.write(f"#mapping_set_id: {base}graph/{graph}\n#license: https://creativecommons.org/publicdomain/zero/1.0/\n")
    out.write("#curie_map:\n")
    for prefix, iri in sorted({**PREFIXES, "id": base}.items()):
        out.write(f"#  {prefix}: {iri}\n")
    written = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    written.writerow(COLUMNS)
    written.writerows(sorted([" ".join((value or "").split()) for value in row] for row in rows))
    return out.getvalue()


def curie(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI with the longest prefix that fits.

    >>> curie("http://www.w3.org/2002/07/owl#sameAs", PREFIXES)
    'owl:sameAs'
    """
    fitting = [(len(start), prefix) for prefix, start in prefixes.items() if iri.startswith(start)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def expanded(text: str, prefixes: Mapping[str, str]) -> str:
    """The IRI of a CURIE; an IRI is itself."""
    prefix, colon, rest = text.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes and not rest.startswith("//") else text


def read_sssom(path: Path, base: str) -> Curation:
    """What a curator's table decides.

    A row stands as it is, by hand; with the predicate modifier `Not` it says that this object is wrong; with the object
    `sssom:NoTermFound` that there is none.

    Raises:
        LinkError: it is no such table.
    """
    with opened(path) as stream:
        lines = stream.read().splitlines()
    prefixes = {**PREFIXES, "id": base, **curie_map(lines)}
    reader = csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t")
    missing = {"subject_id", "predicate_id", "object_id"} - set(reader.fieldnames or ())
    if missing:
        raise LinkError(f"{path}: no SSSOM table, the column {min(missing)} is missing")
    links: list[Link] = []
    refused: set[tuple[str, str | None]] = set()
    for row in reader:
        if None in (row["subject_id"], row["predicate_id"], row["object_id"]):
            raise LinkError(f"{path}: a row ends before the object of its mapping")
        subject = expanded(row["subject_id"], prefixes)
        target = expanded(row["object_id"], prefixes)
        qid = target.removeprefix(PREFIXES["wd"])
        if target == NOTHING:
            refused.add((subject, None))
        elif not is_qid(qid):
            raise LinkError(f"{path}: {row['object_id']!r} is no Wikidata entity")
        elif (row.get("predicate_modifier") or "").casefold() == "not":
            refused.add((subject, qid))
        else:
            try:
                links.append(link_of(row, subject, qid, prefixes))
            except ValueError as error:
                raise LinkError(f"{path}: {row['confidence']!r} is no confidence") from error
    return Curation(tuple(links), frozenset(refused))


def curie_map(lines: list[str]) -> dict[str, str]:
    """The prefixes that the head of a table declares."""
    found, within = {}, False
    for line in lines:
        if not line.startswith("#"):
            break
        if line.startswith("#curie_map:"):
            within = True
        elif within and line.startswith("#  "):
            prefix, _colon, iri = line[1:].strip().partition(":")
            found[prefix.strip()] = iri.strip().strip("\"'")
        else:
            within = False
    return found


def link_of(row: Mapping[str, str | None], subject: str, qid: str, prefixes: Mapping[str, str]) -> Link:
    """The link of a row: made by hand, and therefore accepted."""
    return Link(
        subject=subject,
        target=qid,
        predicate=expanded(row.get("predicate_id") or "", prefixes),
        confidence=float(row.get("confidence") or 1.0),
        justification=CURATED,
        tool="curation",
        tool_version="1",
        subject_label=row.get("subject_label") or None,
        target_label=row.get("object_label") or None,
        date=row.get("mapping_date") or None,
        comment=row.get("comment") or None,
        accepted=True,
    )


def curated(links: Iterable[Link], curation: Curation) -> Iterator[Link]:
    """The links as the curator wants them: whatever a curated subject had from the machine gives way."""
    decided = {link.subject for link in curation.links} | {s for s, qid in curation.refused if qid is None}
    for link in links:
        if link.subject not in decided and (link.subject, link.target) not in curation.refused:
            yield link
    for link in curation.links:
        yield replace(link, accepted=True)
