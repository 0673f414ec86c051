"""Meetings, who took part in them, and who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Meeting, Participant, Statement
from cablerdf.rdf.mapping.body import ANCHOR, BEGIN, CONTEXT, END, new
from cablerdf.rdf.mapping.header import instant
from cablerdf.rdf.mapping.scope import Scope
from cablerdf.rdf.quads import TRUE, Literal, Object, decimal, index
from cablerdf.rdf.terms import CAB, PROV, RDF_TYPE, RDFS, SCHEMA

DERIVED = PROV + "wasDerivedFrom"
METHOD, RULE, CERTAINTY = CAB + "method", CAB + "rule", CAB + "certainty"
# XXXXXXXXXXXX, in place of a name
REDACTION = re.compile(r"[Xx]{3,}")
STATEMENT, SPEAKER, SPEAKER_NAME, SPEAKER_KIND = (
    CAB + name for name in ("Statement", "speaker", "speakerName", "speakerKind")
)
LABEL = RDFS + "label"  # for readers who come by a program that knows no other property
VERB, SAID, QUOTED = CAB + "verb", CAB + "said", CAB + "quoted"


def meeting_quads(scope: Scope) -> None:
    """Every meeting that the cable reports, each followed by its participations."""
    names = place_names(scope)
    for n, meeting in enumerate(scope.cable.meetings, 1):
        iri = scope.iris.part("meeting", n)
        scope.add_type(iri, CAB + "Meeting")
        scope.add_text(iri, LABEL, meeting.name)
        _when_and_where(scope, iri, meeting, names)
        people = (*meeting.participants, *_unnamed(meeting))
        parts = [scope.iris.part("participation", f"{n}-{m + 1}") for m in range(len(people))]
        scope.add_all(iri, CAB + "participation", parts)
        scope.add_all(iri, DERIVED, _evidence(scope, meeting))
        _stated(scope, iri, meeting)
        _how_sure(scope, iri, meeting)
        for part, participant in zip(parts, people, strict=True):
            _participation(scope, part, participant)


def _evidence(scope: Scope, meeting: Meeting) -> list[Object]:
    """The paragraphs that report a meeting; the cable itself where only its SUBJECT does."""
    paragraphs: list[Object] = [scope.contexts[i].iri for i in meeting.paragraphs]
    return paragraphs or [scope.paragraph_of(meeting.span) or scope.iris.cable]


def _stated(scope: Scope, iri: str, meeting: Meeting) -> None:
    """The sentence or the list that states a meeting, with its offsets in the paragraph."""
    span = meeting.span
    for paragraph, first, last in scope.contexts:
        if first <= span.start < span.end <= last:
            scope.add(iri, CONTEXT, paragraph)
            scope.add(iri, BEGIN, index(span.start - first))
            scope.add(iri, END, index(span.end - first))
            scope.add_text(iri, ANCHOR, span.of(scope.text))


def _when_and_where(scope: Scope, iri: str, meeting: Meeting, names: dict[str, str]) -> None:
    if meeting.date is not None:
        moment = f"{meeting.date}T{meeting.time}" if meeting.time is not None else meeting.date
        scope.add(iri, SCHEMA + "startDate", instant(moment))
    if meeting.place is not None:
        pieces = [meeting.place, *(piece.strip() for piece in reversed(meeting.place.split(",")))]
        where = next((names[piece.casefold()] for piece in pieces if piece.casefold() in names), None)
        if where is not None:  # the city, where the cable names a house in it
            scope.add(iri, SCHEMA + "location", where)
        scope.add_text(iri, CAB + "placeName", meeting.place)


def _how_sure(scope: Scope, iri: str, thing: Meeting | Participant) -> None:
    scope.add(iri, METHOD, scope.term("method", thing.method))
    scope.add_text(iri, RULE, thing.rule or None)
    scope.add(iri, CERTAINTY, decimal(thing.confidence))


def _unnamed(meeting: Meeting) -> Iterator[Participant]:
    """Those of whom nothing is left but that they were there."""
    for span in meeting.unnamed:
        yield Participant(name=None, span=span, method=meeting.method, rule=meeting.rule, confidence=meeting.confidence)


def _participation(scope: Scope, iri: str, participant: Participant) -> None:
    scope.add_type(iri, CAB + "Participation")
    scope.add_text(iri, LABEL, ", ".join(filter(None, (participant.name, participant.title))) or None)
    if participant.person is not None:
        scope.add(iri, CAB + "participant", scope.persons[participant.person])
    scope.add_text(iri, CAB + "participantName", participant.name)
    if participant.name is None and REDACTION.match(participant.span.of(scope.text)):
        scope.add(iri, CAB + "redacted", TRUE)
    scope.add_text(iri, CAB + "roleTitle", participant.title)
    if participant.side is not None:
        scope.add(iri, CAB + "delegation", scope.side(participant.side))
    if participant.note is not None:
        scope.add(iri, CAB + "function", scope.term("function", participant.note))
    _how_sure(scope, iri, participant)


def place_names(scope: Scope) -> dict[str, str]:
    """Every printed name of a place of the cable, folded, and the place's IRI."""
    found: dict[str, str] = {}
    for iri, place in zip(scope.places, scope.cable.places, strict=True):
        for name in (place.name, *place.aliases):
            found.setdefault(name.casefold(), iri)
    return found


def _topic_names(scope: Scope) -> dict[str, str]:
    """Every printed name of a place or body of the cable, folded, and its IRI."""
    found = place_names(scope)
    for iri, org in zip(scope.orgs, scope.cable.orgs, strict=True):
        for name in (org.name, org.abbreviation, *org.aliases):
            if name is not None:
                found.setdefault(name.casefold(), iri)
    return found


def statement_quads(scope: Scope) -> None:
    """Every attribution: who, with which word, what, in which sentence."""
    if scope.cable.statements:
        names = _topic_names(scope)
        stem = scope.iris.part("statement", "")
        for n, statement in enumerate(scope.cable.statements, 1):
            _statement(scope, f"{stem}{n}", statement, names)


def _speaker(scope: Scope, statement: Statement, names: dict[str, str]) -> str | None:
    """The person, the body or the post that speaks, where it has an IRI."""
    if statement.speaker_person is not None:
        return scope.persons[statement.speaker_person]
    if statement.speaker_kind == "post":
        return scope.post(scope.cable.origin) if scope.cable.origin is not None else None
    if statement.speaker_kind == "body":
        name = statement.speaker.casefold()
        return names.get(name) or names.get(name.removeprefix("the "))
    return None


def _statement(scope: Scope, iri: str, statement: Statement, names: dict[str, str]) -> None:
    graph, text, quads = scope.graph, scope.text, scope.quads
    paragraph, first, last = scope.contexts[statement.paragraph]
    begin, end = statement.sentence
    said = statement.readable_said or statement.said.of(text)
    label = f"{statement.speaker} {statement.verb}"
    quads += ((iri, RDF_TYPE, STATEMENT, graph), (iri, LABEL, new(Literal, (label, None, None)), graph))
    speaker = _speaker(scope, statement, names)
    if speaker is not None:
        quads.append((iri, SPEAKER, speaker, graph))
    quads += (
        (iri, SPEAKER_NAME, new(Literal, (statement.speaker, None, None)), graph),
        (iri, SPEAKER_KIND, scope.term("speaker-kind", statement.speaker_kind), graph),
        (iri, VERB, new(Literal, (statement.verb, None, None)), graph),
    )
    if statement.addressee is not None or statement.addressee_person is not None:
        _spoken_to(scope, iri, statement)
    if statement.quoted:
        quads.append((iri, QUOTED, TRUE, graph))
    if statement.topics:
        topics: list[Object] = [names[topic.casefold()] for topic in statement.topics if topic.casefold() in names]
        scope.add_all(iri, SCHEMA + "about", topics)
    quads.append((iri, DERIVED, paragraph, graph))
    if first <= begin and end <= last:
        quads += (
            (iri, BEGIN, index(begin - first), graph),
            (iri, END, index(end - first), graph),
        )
    quads += (
        (iri, ANCHOR, new(Literal, (text[begin:end], None, None)), graph),
        (iri, SAID, new(Literal, (said, None, None)), graph),
        (iri, METHOD, scope.term("method", statement.method), graph),
    )
    if statement.rule:
        quads.append((iri, RULE, new(Literal, (statement.rule, None, None)), graph))
    quads.append((iri, CERTAINTY, decimal(statement.confidence), graph))


def _spoken_to(scope: Scope, iri: str, statement: Statement) -> None:
    if statement.addressee_person is not None:
        scope.add(iri, CAB + "spokenTo", scope.persons[statement.addressee_person])
    scope.add_text(iri, CAB + "spokenToName", statement.addressee)
