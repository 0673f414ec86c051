"""A link from something that a cable names to the outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One decision of the linker about one entity.

    `subject` is an IRI of ours, `target` a Wikidata QID, `predicate` the IRI that relates
    them (`owl:sameAs`, `skos:exactMatch`, `schema:sameAs`), `justification` an IRI of SEMAPV.
    `accepted` says that the plain triple stands beside the mapping. `date` is ISO 8601 and
    comes from the gazetteer or the curator, never from the clock.
    """

    subject: str
    target: str
    predicate: str
    confidence: float
    justification: str
    tool: str
    tool_version: str
    source_version: str | None = None
    subject_label: str | None = None
    target_label: str | None = None
    date: str | None = None
    comment: str | None = None
    accepted: bool = False
    cable: str | None = None  # the IRI of the cable whose context decided; None where the name alone did
