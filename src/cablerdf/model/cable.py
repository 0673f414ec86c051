"""A parsed cable: every field as its annotation guide has it, each with its spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cablerdf.model.document import SourceDocument
from cablerdf.model.entity import Mention, Organization, Person, Place
from cablerdf.model.meeting import Meeting
from cablerdf.model.problem import Problem
from cablerdf.model.span import Span
from cablerdf.model.statement import Statement

ReferenceKind = Literal["cable", "email", "telcon", "report", "memo", "septel", "other"]
ParagraphKind = Literal["summary", "comment", "participants", "action", "introduction", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One entry of TO or INFO: the name without routing indicator, precedence or serial number."""

    name: str
    action: bool  # TO, else INFO
    routing: str | None = None  # "RUEHC"
    precedence: str | None = None  # "IMMEDIATE"
    number: str | None = None  # message continuity number, "4751"
    collective: bool = False
    excluded: tuple[str, ...] = ()  # XMT: members of the collective that do not get it
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One REF entry (or a cable named in the running text: `inline`).

    `id` is canonical (`05STATE134796`), its post as printed; None where the entry is no cable or its
    year and post cannot be told. `same_as` is the id of the same cable by the other name of its post.
    """

    label: str | None
    text: str
    id: str | None
    kind: ReferenceKind = "cable"
    inline: bool = False
    notal: bool = False
    same_as: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifiedBy:
    """Who classified the cable, in what office, for which reasons (`1.4(b)`)."""

    name: str | None
    title: str | None = None
    reasons: tuple[str, ...] = ()
    derived: bool = False
    name_span: Span | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section heading, joined on one line, dashes removed."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the body.

    `number` is the true one (damage repaired), None for an unnumbered paragraph;
    `marking` as printed within its parentheses. `span` is the whole, `content` what
    follows number and marking; `text` is `content` made readable: page-break lines
    taken out, blanks squeezed. `heading` is the index in `Cable.headings` of the
    heading that it stands under. `sections` are the parts of it that are embassy
    COMMENT or NOTE although the paragraph as a whole is not.
    """

    number: int | None
    marking: str | None = None
    kind: ParagraphKind = "body"
    text: str
    heading: int | None = None
    comment: tuple[Span, ...] = ()
    span: Span
    content: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cable:
    """One cable, parsed. None and () mean that the text does not say.

    `spans` maps a field name (`dtg`, `subject`, `tags`, ...) to where it was printed, one
    span for each value of the field in order; fields whose values carry a span of their own
    (`references`, `paragraphs`, ...) are not in it.
    """

    id: str | None
    document: SourceDocument
    same_as: str | None = None  # the id by the other name of the post: 08TAIPEI12 is 08AITTAIPEI12
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    message_number: str | None = None
    post: str | None = None  # as printed in the classification or FM line
    origin: str | None = None  # canonical post code of the id, "STATE"
    section: tuple[int, int] | None = None
    precedence: str | None = None  # of the whole message, "PRIORITY"
    dtg: str | None = None  # "2009-04-03T22:17Z"
    issued: str | None = None  # xsd:dateTime, xsd:date or xsd:gYear: as much as is known
    classification: str | None = None
    caveats: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()  # STATE FOR ..., PASS TO ..., FROM AMBASSADOR ...
    executive_order: str | None = None  # "12958"
    declassify_on: str | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    inline_references: tuple[Reference, ...] = ()  # cables named in the body alone
    classified_by: ClassifiedBy | None = None
    co_classified_by: tuple[ClassifiedBy, ...] = ()  # dual classification: the others
    addressees: tuple[Addressee, ...] = ()
    signer: str | None = None
    partial: bool = False
    corrected_copy: bool = False
    paragraphs: tuple[Paragraph, ...] = ()
    headings: tuple[Heading, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    persons: tuple[Person, ...] = ()
    orgs: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def to(self) -> tuple[str, ...]:
        """Names of the action addressees, in printed order."""
        return tuple(a.name for a in self.addressees if a.action)

    @property
    def info(self) -> tuple[str, ...]:
        """Names of the information addressees, in printed order."""
        return tuple(a.name for a in self.addressees if not a.action)

    def paragraph_numbers(self, kind: ParagraphKind) -> list[int]:
        """True numbers of the paragraphs of one kind, in order."""
        return [p.number for p in self.paragraphs if p.kind == kind and p.number is not None]

    def to_dict(self) -> dict[str, Any]:
        """The cable as plain JSON values; every key is there, None or [] for absent."""
        from cablerdf.model.to_dict import cable_to_dict

        return cable_to_dict(self)
