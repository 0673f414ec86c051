"""Notes why a meeting is reported, why somebody took part, and which reports of encounters counted for nothing."""

from __future__ import annotations

from cablerdf.model import Meeting, Participant, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.sentences.encounters import Encounter
from cablerdf.parse.meetings.words.certainty import RULES

_QUOTED = 70  # characters of a sentence


def note_lost(draft: Draft, encounter: Encounter, why: str) -> None:
    """Notes that the report of an encounter makes no meeting."""
    who = ", ".join(filter(None, (_called(draft, party) for party in encounter.parties)))
    because = (f"{RULES[encounter.kind]}, strength {encounter.strength:g}",)
    draft.note("meeting", who, "not reported", why, encounter.sentence, because=because)


def note_meeting(draft: Draft, gathering: Gathering, meeting: Meeting) -> None:
    """Notes what made a meeting, and of everybody there what shows that he took part, with office and side."""
    who = ", ".join(filter(None, (p.name or p.title for p in meeting.participants)))
    value = " ".join(filter(None, (meeting.date or "no date", meeting.place)))
    because = tuple(_quoted(draft, report) for report in gathering.reports)
    draft.note("meeting", who, value, meeting.rule, meeting.span, sureness=meeting.confidence, because=because)
    for participant in meeting.participants:
        _note_participant(draft, gathering, participant)


def _note_participant(draft: Draft, gathering: Gathering, participant: Participant) -> None:
    about = participant.name or participant.title or participant.span.of(draft.clean)
    told = [report for report in gathering.reports if _names(report, participant)]
    _note_offices(draft, told, participant)
    value = f"{participant.title or 'no office'}, for {participant.side or 'nobody known'}"
    draft.note(
        *("participant", about, value, participant.rule, participant.span),
        sureness=participant.confidence,
        because=tuple(_quoted(draft, report) for report in told),
    )


def _note_offices(draft: Draft, told: list[Encounter], participant: Participant) -> None:
    """Notes why an office without a name means a participant, where a report names him so."""
    here = [party for report in told for party in report.parties if party.person == participant.person]
    for party in dict.fromkeys(here):
        if party.answer is not None:
            span = Span(party.start, party.end)
            draft.note_answer(party.answer, " ".join(span.of(draft.clean).split()), span)


def _names(report: Encounter, participant: Participant) -> bool:
    for party in report.parties:
        same = party.person is not None and party.person == participant.person
        if same or party.start == participant.span.start:
            return True
    return False


def _called(draft: Draft, party: Party) -> str | None:
    return party.title if party.person is None else draft.persons[party.person].name


def _quoted(draft: Draft, report: Encounter) -> str:
    start, end = report.sentence
    words = " ".join(Span(start, min(end, start + _QUOTED)).of(draft.clean).split())
    return f'{RULES[report.kind]}, strength {report.strength:g}: {start}-{end} "{words}"'
