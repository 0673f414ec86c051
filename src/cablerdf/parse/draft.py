"""A cable in the making: what the steps read and fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from cablerdf.model import (
    Addressee,
    Cable,
    ClassifiedBy,
    Heading,
    Meeting,
    Mention,
    Note,
    NoteKind,
    Organization,
    Paragraph,
    Person,
    Place,
    Problem,
    Reference,
    Severity,
    SourceDocument,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from cablerdf.parse.entities.register.answers import Answer
    from cablerdf.parse.entities.register.holders import Officer
    from cablerdf.parse.entities.register.register import Register


class Run(NamedTuple):
    """A label of the header and what it introduces: `span` is the whole, `content` what follows the label.

    `repaired` is true of a label that is printed otherwise.
    """

    field: str
    span: Span
    content: Span
    repaired: bool = False


@dataclass(slots=True)
class Zones:
    """Where the parts of a telegram lie in `Draft.clean`; None where a part is absent."""

    routing: Span | None = None  # VZCZC ... INFO entries
    caption: Span | None = None  # classification line, caveats, STATE FOR ...
    labels: Span | None = None  # E.O. ... TAGS ... SUBJECT ... REF ... Classified By
    body: Span | None = None  # first paragraph to the end of the text, signature and tail included
    signature: Span | None = None  # the signer's line
    tail: Span | None = None  # what follows the signature: banners, NNNN


# attributes that no Cable has
WORKING = ("clean", "notes", "zones", "runs", "sender", "register", "officers", "problems", "naming")


@dataclass(slots=True)
class Draft:
    """Mutable while the steps run; `finish` freezes it into a `Cable`.

    Attributes named as in `Cable` hold the same things; a step sets those that it finds
    and leaves the rest.
    """

    document: SourceDocument
    clean: str  # same length as document.text
    notes: list[Note] = field(default_factory=list)  # what rules have decided, in that order; none is taken away
    zones: Zones = field(default_factory=Zones)
    runs: tuple[Run, ...] = ()  # the labelled header, cut at its labels
    sender: str | None = None  # the post of the FM line
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    register: Register | None = None  # who is named, and whom a short form or an office means
    officers: dict[str, Officer] = field(default_factory=dict)  # of the reporting post, by office
    id: str | None = None
    same_as: str | None = None
    message_number: str | None = None
    post: str | None = None
    origin: str | None = None
    section: tuple[int, int] | None = None
    precedence: str | None = None
    dtg: str | None = None
    issued: str | None = None
    classification: str | None = None
    caveats: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    executive_order: str | None = None
    declassify_on: str | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    inline_references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    co_classified_by: tuple[ClassifiedBy, ...] = ()
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
    problems: list[Problem] = field(default_factory=list)
    naming: tuple[tuple[Mention, ...], dict[int, list[Mention]]] = ((), {})  # mentions, and those of each person

    def mentions_of(self, person: int | None) -> Sequence[Mention]:
        """The mentions of a person, in order; none of nobody."""
        if self.naming[0] is not self.mentions:
            found: dict[int, list[Mention]] = {}
            for mention in self.mentions:
                if mention.kind == "person":
                    found.setdefault(mention.entity, []).append(mention)
            self.naming = (self.mentions, found)
        return () if person is None else self.naming[1].get(person, ())

    def person_called(self, name: str, position: int = 0) -> int | None:
        """The index of the person whom a name means at a place, be it a family name alone; None where nobody surely."""
        return None if self.register is None else self.register.match(tuple(name.split()), position)

    def holder(self, office: str, position: int, **known: Any) -> Answer | None:
        """The person whom an office without a name means at a place, and why; None where nobody is known.

        `known` is `side`, `taken`, `spoke`: `register/holders.py` says what they are.
        """
        return None if self.register is None else self.register.holders.holder(office, position, **known)

    def subject_of(self, sentence: Span, pronoun: str) -> Answer | None:
        """The person whom `he` or `she` means after a sentence that his or her name opens, and why."""
        return None if self.register is None else self.register.openers.meant(sentence.start, pronoun)

    def report(self, code: str, severity: Severity, message: str, span: Span | None = None) -> None:
        """Note a problem; its line is counted from the span."""
        line = None if span is None else self.document.text.count("\n", 0, span.start) + 1
        self.problems.append(Problem(code, severity, message, span, line))

    def note(self, kind: NoteKind, about: str, value: str, rule: str, span: Span, **more: Any) -> None:
        """Note what a rule has decided; `more` is `sureness`, `because`, `instead`."""
        self.notes.append(Note(kind, about, value, rule, span, **more))

    def note_answer(self, answer: Answer, form: str, span: Span, because: tuple[str, ...] = ()) -> None:
        """Note whom a printed form means, by the register's answer."""
        instead = tuple(dict.fromkeys(self.persons[other].name for other in answer.instead))
        name = self.persons[answer.person].name
        self.note("mention", name, form, answer.rule, span, sureness=None, because=because, instead=instead)

    def legible(self, span: Span) -> str:
        """The text of a span without noise; a word that soft hyphens part is whole again."""
        clean, printed = span.of(self.clean), span.of(self.document.text)
        if "\u00ad" in printed:
            return "".join(kept for kept, char in zip(clean, printed, strict=True) if char != "\u00ad")
        return clean

    def mended(self, span: Span) -> str | None:
        """The words of a span on one line, where page-break lines or other noise stand in it as printed."""
        legible = self.legible(span)
        return None if legible == span.of(self.document.text) else " ".join(legible.split())

    def finish(self) -> Cable:
        """The frozen cable."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in WORKING}
        return Cable(**values, problems=(*self.document.problems, *self.problems))
