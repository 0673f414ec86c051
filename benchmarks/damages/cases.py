"""What a case is, how a reading is judged, and the clean headers that cases are made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from cablerdf.model import SourceDocument
from cablerdf.parse.draft import Draft
from cablerdf.parse.steps import STEPS
from cablerdf.read.documents import items

LATER = ("participant lists", "entities", "narrative meetings", "statements")  # steps that no header needs
FACTS = ("references", "name", "tags", "reasons", "declassify_on", "signer", "id", "dtg")  # what must never be false

Made = TypeVar("Made")


@dataclass(frozen=True)
class Case:
    """A damaged text and what a careful reader reads in it."""

    kind: str
    text: str
    id: str | None
    truth: dict[str, Any]


@dataclass(frozen=True)
class Part:
    """A labelled line of a header: "SUBJECT", ": ", "TALKS ON FISH", "\\n"."""

    field: str
    label: str
    colon: str
    content: str
    after: str


@dataclass(frozen=True)
class Header:
    """A clean header: its classification line and caption, its labelled parts, what they say."""

    id: str
    caption: str
    parts: tuple[Part, ...]
    truth: dict[str, Any] = field(repr=False)


def read(text: str, id: str | None) -> dict[str, Any]:
    """What the header's steps and the body's read in a text."""
    draft = draft_of(SourceDocument(name=id or "<text>", text=text, format="text"), id)
    signed = draft.classified_by
    return {
        "id": draft.id,
        "dtg": draft.dtg,
        "subject": draft.subject,
        "tags": tuple(draft.tags),
        "references": tuple(reference.id for reference in draft.references),
        "name": signed.name if signed is not None else None,
        "title": signed.title if signed is not None else None,
        "reasons": tuple(signed.reasons) if signed is not None else (),
        "declassify_on": draft.declassify_on,
        "classification": draft.classification,
        "signer": draft.signer,
        "problems": tuple(problem.code for problem in draft.problems),
    }


def draft_of(document: SourceDocument, id: str | None = None) -> Draft:
    draft = Draft(document, document.text, partial=document.partial, id=id)
    for name, step in STEPS:
        if name not in LATER:
            step(draft)
    return draft


def judge(case: Case) -> tuple[bool, list[str]]:
    """Whether all is read as the truth has it, and which facts are false: said, but not so."""
    found = read(case.text, case.id)
    right = all(same(key, found[key], told) for key, told in case.truth.items())
    false = [key for key, told in case.truth.items() if key in FACTS and is_false(key, found[key], told)]
    return right, false


def same(key: str, found: Any, told: Any) -> bool:
    if key == "title" and found is not None and told is not None:
        return words(found) == words(told)
    if key == "references":
        return known(found) == known(told)
    if key == "name" and found is not None and told is not None:
        return bool(found.upper() == told.upper())
    return bool(found == told)


def words(title: str) -> str:
    """A title without its blanks and points: those are what damages hit."""
    return "".join(letter for letter in title.upper() if letter.isalnum())


def known(ids: tuple[str | None, ...]) -> list[str]:
    return [id for id in ids if id is not None]


def is_false(key: str, found: Any, told: Any) -> bool:
    """Whether a reading says what is not so; what it leaves out is no falsehood."""
    if key in ("tags", "reasons", "references"):
        return bool({value for value in found if value is not None} - set(told))
    return found is not None and not same(key, found, told)


def headers(examples: Path, shared: Path | None) -> list[Header]:
    """The clean headers: of the made-up cables, and of the keys where they are."""
    found = [header for document in items(str(examples)) if (header := header_of(document)) is not None]
    if shared is not None and (shared / "eval" / "gold").exists():
        keys = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (shared / "eval/gold").glob("*")}
        for document in items(str(shared / "corpus" / "gold-cables")):
            key = keys.get(Path(document.name).stem)
            header = header_of(document) if key is not None else None
            if header is not None and agrees(header.truth, key):
                found.append(header)
    return sorted(found, key=lambda header: header.id)


def header_of(document: Any) -> Header | None:
    """The header of a whole and clean cable; None where a damage would have nothing to hit."""
    draft = draft_of(document)
    text, zone = draft.clean, draft.zones.caption
    signed = draft.classified_by is None or any(run.field == "classified_by" for run in draft.runs)
    if zone is None or len(draft.runs) < 3 or draft.id is None or not signed:
        return None
    parts = []
    ends = [*(run.span.start for run in draft.runs[1:]), draft.runs[-1].span.end]
    for run, end in zip(draft.runs, ends, strict=True):
        head, content = text[run.span.start : run.content.start], run.content.of(text)
        label = head.rstrip(" \t:")
        parts.append(Part(run.field, label, head[len(label) :], content, text[run.content.end : end] or "\n"))
    truth = read(document.text, None)
    told = {key: truth[key] for key in truth if key not in ("problems", "signer", "id", "dtg")}
    return Header(draft.id, zone.of(text), tuple(parts), told)


def agrees(truth: dict[str, Any], key: Any) -> bool:
    """Whether a clean header is read as its key has it, so that the reading may stand for the truth."""
    signed = key["classified_by"] or {}
    return (
        truth["subject"] == key["subject"]
        and list(truth["tags"]) == key["tags"]
        and known(truth["references"]) == [ref["id"] for ref in key["references"] if ref["id"]]
        and truth["name"] == signed.get("name")
        and truth["declassify_on"] == key["declassify_on"]
    )


def whole(header: Header, parts: Iterator[Part] | tuple[Part, ...], caption: str | None = None) -> str:
    """A text from a header's parts, with a body and a signature."""
    lines = "".join(part.label + part.colon + part.content + part.after for part in parts).rstrip()
    top = header.caption if caption is None else caption
    return f"{top}\n\n{lines}\n\n{BODY}"


BODY = (
    "1. (C) The minister told us on Monday that the bridge would be\nopened in the spring, and asked for our views.\n\n"
    "2. (C) We said that the question was under review.\n\n3. (C) Comment: He was pleased. End comment.\n\nMARSHALL\n"
)


def pick(draw: Random, values: Any) -> Any:
    return draw.choice(list(values))


Damage = Callable[[Random, Header], str]


def damaged(damages: Mapping[str, Damage], draw: Random, clean: Sequence[Header], each: int) -> list[Case]:
    """`each` cases of every kind of damage to a whole header, whose truth is all that it says."""
    found = []
    for kind, damage in damages.items():
        for number in range(each):
            header = clean[number % len(clean)]
            truth = header.truth | {"signer": "MARSHALL", "id": header.id}
            found.append(Case(kind, damage(draw, header), header.id, truth))
    return found


def drawn(
    forms: Mapping[str, Sequence[Callable[[Random], Made]]], draw: Random, each: int
) -> Iterator[tuple[str, Made]]:
    """`each` of every kind, with the kind; its forms take turns."""
    for kind, makers in forms.items():
        for number in range(each):
            yield kind, makers[number % len(makers)](draw)
