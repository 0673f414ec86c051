"""Cables built by hand, with every attribute that the mapping knows."""

from __future__ import annotations

import pytest

from cablerdf.model import (
    Addressee,
    Cable,
    ClassifiedBy,
    Heading,
    Meeting,
    Mention,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Problem,
    Reference,
    SourceDocument,
    Span,
    Statement,
)
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Quad

TEXT = """O 030417Z APR 09
FM AMEMBASSY LISBON
TO SECSTATE WASHDC IMMEDIATE 0412
INFO RUCNMEM/EU MEMBER STATES COLLECTIVE
S E C R E T SECTION 01 OF 02 LISBON 000917
NOFORN
E.O. 12958: DECL: 04/03/2019
TAGS: PREL, KNNP, PO, JA, QQXX, DOE, JANE
SUBJECT: MINISTER ALVES \\ "PORTS" AND BACK
REF: A. 09STATE1234 B. LISBON 900 (NOTAL)
Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

1. (S/NF) Summary: Foreign Minister Rui Alves told the Ambassador
on April 2 that Portugal "would wait". End summary.

PORTS AND SHIPPING
2. (C) Alves, with MFA note\ttaker Ana Sá and XXXXXXXXXXXX, said the IMO should
LISBON 00000917 001.2 OF 002
decide. [Comment: He seemed sure. End comment.]

2. (C) Comment: We doubt it; Tanaka of Japan agreed.
Doe
"""


def at(printed: str, nth: int = 0) -> Span:
    """Where a text is printed in TEXT, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(printed, start + 1)
    return Span(start, start + len(printed))


def between(first: str, last: str, nth: int = 0) -> Span:
    """From the start of one text to the end of another that follows."""
    start = at(first, nth).start
    end = TEXT.index(last, start) + len(last)
    return Span(start, end)


def document() -> SourceDocument:
    return SourceDocument(name="lisbon.txt", text=TEXT, format="text", sha256="ab" * 32)


def paragraphs() -> tuple[Paragraph, ...]:
    contents = (
        between("Summary: Foreign", "End summary."),
        between("Alves, with", "End comment.]"),
        between("Comment: We doubt", "agreed."),
    )
    comment = between("[Comment: He", "comment.]")
    first, second, third = contents
    return (
        Paragraph(
            number=1,
            marking="S/NF",
            kind="summary",
            text="Summary: ...",
            span=Span(first.start - 10, first.end),
            content=first,
        ),
        Paragraph(
            number=2,
            marking="C",
            heading=0,
            comment=(comment,),
            text="Alves, ...",
            span=Span(second.start - 7, second.end),
            content=second,
        ),
        Paragraph(
            number=2,
            marking="C/QQ",
            kind="comment",
            heading=0,
            text="Comment ...",
            span=Span(third.start - 7, third.end),
            content=third,
        ),
    )


def persons() -> tuple[Person, ...]:
    return (
        Person(name="Rui Alves", titles=("Foreign Minister", "FM"), country="Portugal", span=at("Rui Alves")),
        Person(name="Jane Doe", titles=("Ambassador",), country="US", span=at("Jane Doe"), method="header"),
        Person(name="Ana Sá", country="Portugal", country_rule="named", span=at("Ana Sá"), confidence=0.85),
        Person(name="Tanaka", country="Japan", span=at("Tanaka")),
        Person(name="Tanaka", span=at("Tanaka")),
    )


def mentions() -> tuple[Mention, ...]:
    return (
        Mention("person", 1, at("Jane Doe"), None),
        Mention("person", 0, at("Rui Alves"), 0),
        Mention("place", 0, at("Portugal"), 0),
        Mention("person", 0, at("Alves", 1), 1),
        Mention("organization", 0, at("MFA"), 1),
        Mention("organization", 1, at("IMO"), 1),
        Mention("person", 3, at("Tanaka"), 2),
        Mention("place", 1, at("Japan"), 2),
    )


def meeting() -> Meeting:
    return Meeting(
        date="2009-04-02",
        time="10:30",
        place="Lisbon",
        participants=(
            Participant(name="Rui Alves", title="Foreign Minister", side="Portugal", person=0, span=at("Rui Alves")),
            Participant(
                name="Jane Doe",
                title="Ambassador",
                side="US",
                person=1,
                span=at("Jane Doe"),
                method="inferred",
                rule="an office without a name, and who holds it",
                confidence=0.7,
            ),
            Participant(name=None, title="Notetaker", side="EU", note="notetaker", span=at("Ana Sá")),
            Participant(name=None, title="Tea boy", note="pours tea", span=at("Ana Sá")),
            Participant(name=None, title="the IMO", span=at("the IMO")),
        ),
        unnamed=(between("XXXXXXXXXXXX", ","),),
        paragraphs=(0, 1),
        span=at("on April 2"),
        rule="a sentence says who told whom",
    )


def statements() -> tuple[Statement, ...]:
    first, second = between("Summary: Foreign", '"would wait".'), between("Alves, with", "decide.")
    return (
        Statement(
            speaker="Rui Alves",
            speaker_kind="person",
            verb="told",
            sentence=first,
            said=at('Portugal "would wait"'),
            speaker_person=0,
            addressee="the Ambassador",
            addressee_person=1,
            paragraph=0,
            quoted=True,
            topics=("Portugal", "Nowhere"),
            rule="told",
        ),
        Statement(
            speaker="the IMO",
            speaker_kind="body",
            verb="said",
            sentence=second,
            said=second,
            paragraph=1,
            confidence=0.5,
            method="inferred",
        ),
        Statement(
            speaker="POST",
            speaker_kind="post",
            verb="COMMENT",
            sentence=between("Comment: We doubt", "agreed."),
            said=at("We doubt it"),
            paragraph=2,
        ),
        Statement(
            speaker="Poloff",
            speaker_kind="function",
            verb="asked",
            sentence=at("He seemed sure."),
            said=at("He seemed sure."),
            paragraph=1,
        ),
    )


def full_cable() -> Cable:
    """A cable in which every attribute is set."""
    return Cable(
        id="09LISBON917",
        same_as="09LISBOA917",
        document=document(),
        spans={
            "dtg": (at("O 030417Z APR 09"),),
            "tags": tuple(at(t) for t in ("PREL", "KNNP", "PO, ", "JA,", "QQXX", "DOE, JANE")),
        },
        message_number="917",
        post="LISBON",
        origin="LISBON",
        section=(1, 2),
        precedence="IMMEDIATE",
        dtg="2009-04-03T04:17Z",
        issued="2009-04-03T04:17:00Z",
        classification="SECRET",
        caveats=("NOFORN",),
        captions=("STATE FOR EUR/WE",),
        executive_order="12958",
        declassify_on="2019-04-03",
        tags=("PREL", "KNNP", "PO", "JA", "QQXX", "DOE, JANE"),
        subject='MINISTER ALVES \\ "PORTS" AND BACK',
        subject_marking="S",
        references=(
            Reference(label="A", text="09STATE1234", id="09STATE1234", span=at("09STATE1234")),
            Reference(
                label="B", text="LISBON 900", id="09LISBON900", same_as="09LISBOA900", notal=True, span=at("LISBON 900")
            ),
            Reference(label=None, text="an e-mail", id=None, kind="email", span=at("REF:")),
        ),
        inline_references=(
            Reference(label=None, text="Tanaka", id="08TOKYO1", inline=True, span=at("Tanaka")),
            Reference(label=None, text="Doe", id="08TOKYO2", inline=True, span=at("Doe", 1)),
        ),
        classified_by=ClassifiedBy(
            name="Jane Doe", title="Ambassador", reasons=("1.4(b)", "1.4(d)"), span=at("Classified By")
        ),
        co_classified_by=(ClassifiedBy(name="John Roe", derived=True, span=at("Classified By")),),
        addressees=(
            Addressee(
                name="SECSTATE WASHDC", action=True, precedence="IMMEDIATE", number="0412", span=at("SECSTATE WASHDC")
            ),
            Addressee(
                name="EU MEMBER STATES COLLECTIVE",
                action=False,
                routing="RUCNMEM",
                collective=True,
                excluded=("PARIS",),
                span=at("EU MEMBER STATES COLLECTIVE"),
            ),
            Addressee(name="SECDEF WASHINGTON DC", action=False, span=at("INFO")),
            Addressee(name="AMEMBASSY ATLANTIS", action=False, span=at("INFO")),
        ),
        signer="Doe",
        partial=True,
        corrected_copy=True,
        paragraphs=paragraphs(),
        headings=(Heading(text="PORTS AND SHIPPING", span=at("PORTS AND SHIPPING")),),
        meetings=(meeting(),),
        persons=persons(),
        orgs=(
            Organization(name="MFA", aliases=("Ministry of Foreign Affairs",), span=at("MFA")),
            Organization(name="International Maritime Organization", abbreviation="IMO", span=at("IMO")),
            Organization(name="IMO", aliases=("I.M.O.",), span=at("IMO")),
            Organization(name="Navy", country="Portugal", span=at("MFA")),
        ),
        places=(
            Place(name="Portugal", kind="country", span=at("Portugal")),
            Place(name="Japan", kind="country", span=at("Japan")),
            Place(name="Lisbon", kind="city", country="Portugal", aliases=("Lisboa",), span=at("LISBON")),
        ),
        mentions=mentions(),
        statements=statements(),
        problems=(Problem("tag-unknown", "warning", "no such TAGS code: QQXX", at("QQXX"), 8),),
    )


@pytest.fixture(scope="session")
def cable() -> Cable:
    """A cable in which every attribute is set."""
    return full_cable()


@pytest.fixture(scope="session")
def quads(cable: Cable) -> list[Quad]:
    """Its quads."""
    return to_quads(cable)
