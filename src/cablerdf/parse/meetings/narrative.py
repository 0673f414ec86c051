"""Meetings told in sentences: found after the persons are known, joined with those of the lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from cablerdf.model import Paragraph, Person, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.people.officers import post_of
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.meetings.gatherings.delegations import complete, delegates
from cablerdf.parse.meetings.gatherings.gather import gather
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.gatherings.genre import doubt_passing, is_source, reports_nothing
from cablerdf.parse.meetings.gatherings.inferred import from_subject, interlocutor
from cablerdf.parse.meetings.gatherings.joining import LEADS, join
from cablerdf.parse.meetings.gatherings.later import later, other_day, same_day
from cablerdf.parse.meetings.gatherings.reasons import note_lost
from cablerdf.parse.meetings.gatherings.sections import by_section
from cablerdf.parse.meetings.gatherings.speakers import speak_up
from cablerdf.parse.meetings.gatherings.splitting import parted, summed_up, taken_in
from cablerdf.parse.meetings.gatherings.written import write
from cablerdf.parse.meetings.offices.shared import with_offices
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.narrator import first_person
from cablerdf.parse.meetings.people.parties import parties
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.sentences.dating import nearest_date
from cablerdf.parse.meetings.sentences.encounters import Encounter, encounter
from cablerdf.parse.meetings.sentences.setting import setting
from cablerdf.parse.meetings.words.certainty import MET
from cablerdf.parse.meetings.words.cues import Cue, alongside, cues, levelled, masked
from cablerdf.parse.meetings.words.sides import side_of
from cablerdf.parse.meetings.words.when import DATE
from cablerdf.parse.text import sentences

_LONGEST = 2000  # a sentence longer than this is read in pieces
_HEARER = 50
_HE = re.compile(r"\b(?P<he>s?he)\s{1,3}(?:(?P<more>also|then|later|subsequently|separately)\s{1,3})?$")
_NEAR_HE = 20
_CUES = 12  # in one sentence
_MOST = 500  # reports of encounters in one cable
_SKIPPED = ("comment", "action", "participants")


def parse_narrative_meetings(draft: Draft) -> None:
    """Completes `draft.meetings`: those told in sentences, days, places and full names."""
    gatherings: list[Gathering] = [Gathering.of_list(meeting) for meeting in draft.meetings]
    remarks: list[Gathering] = []
    if gatherings or not reports_nothing(draft):
        reader = _Reader(draft)
        members = delegates(draft, reader.plain, reader.allegiance)
        reader.allegiance.visited = bool(members)
        found = reader.read()
        headed = by_section(draft, found.allegiance, found.low, members)
        whole = summed_up(draft, parted(draft, gather(draft, gatherings, headed + found.encounters)))
        gatherings = [g for g in whole if not g.is_remark()]
        if headed:  # what sums up their sections is no meeting beside them
            gatherings = [g for g in gatherings if g.listed is not None or g.names_somebody()]
        if not gatherings:
            gatherings = from_subject(draft) or interlocutor(draft, found.low)
        doubt_passing(draft, gatherings)
        for sentence, cue in sorted(found.joins, key=lambda joined: joined[1].form in LEADS):
            join(draft, gatherings, sentence, cue)
        gatherings = taken_in(gatherings)
        speak_up(draft, gatherings, found.allegiance, found.low)
        complete(draft, gatherings, members)
        present = {index for g in gatherings for index in (*g.people, *g.persons_listed)}
        for remark in (g for g in whole if g.is_remark()):
            if is_source(draft, remark) and present.isdisjoint(remark.theirs()):
                remarks.append(remark)
                continue
            why = "a remark of which nothing says when, by nobody whom the cable is about"
            note_lost(draft, remark.reports[0], why)
    else:
        body = draft.zones.body or Span(0, len(draft.clean))
        draft.note("meeting", draft.subject or "", "not reported", "the cable sets a scene, instructs or sums up", body)
    draft.meetings = tuple(write(draft, [g for g in gatherings if g.is_ours()], remarks))
    draft.persons = _with_sides(draft)
    draft.persons = with_offices(draft)
    if draft.register is not None:
        draft.register.learn(draft.persons, post_of(draft))


def _with_sides(draft: Draft) -> tuple[Person, ...]:
    """The persons; one whose country nothing else tells has that of his side, the host's apart, which is a guess.

    So is the host's country of a person who is told to have been on our side.
    """
    home = (None, host_country(draft))
    sided = (p for m in draft.meetings for p in m.participants if p.side not in home)
    sides = {p.person: p.side for p in sided if side_of(p.side or "") is not None}  # not of a firm
    return tuple(
        replace(person, country=sides[index])
        if index in sides
        and (person.country is None or (sides[index] == "US" and plain_country(person.country) == home[1]))
        else person
        for index, person in enumerate(draft.persons)
    )


class _Found:
    def __init__(self) -> None:
        self.encounters: list[Encounter] = []
        self.joins: list[tuple[Sentence, Cue]] = []
        self.low = self.plain = ""  # levelled, without names and with them
        self.allegiance: Allegiance


class _Reader:
    """Reads the body once: each cue with its sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.allegiance = Allegiance(draft.clean, draft.persons, draft.mentions, draft.holder)
        self.allegiance.first_person = first_person(draft)
        self.plain = levelled(draft.clean)
        self.low = masked(self.plain, (m.span for m in self.allegiance.mentions))
        self.host = self.allegiance.host = host_country(draft)
        self.issued = draft.issued or draft.dtg
        self.starts = [p.span.start for p in draft.paragraphs]
        self.places = [m.span for m in draft.mentions if m.kind == "place"]
        self.known: dict[int, list[Span]] = {}
        self.read_before: dict[Span, Sentence] = {}

    def read(self) -> _Found:
        found = _Found()
        found.low, found.plain, found.allegiance = self.low, self.plain, self.allegiance
        body = self.draft.zones.body or Span(0, len(self.draft.clean))
        asked: dict[Span, int] = {}
        in_sentences = {
            i for i, p in enumerate(self.draft.paragraphs) if p.kind == "participants" and self._lists_in_sentences(p)
        }
        found.encounters += [e for e in map(self._attendance, sorted(in_sentences)) if e is not None]
        for cue in (*cues(self.low, body), *alongside(self.draft.clean, self.low, body)):
            if cue.kind == "tell" and not self._somebody(cue.end):
                continue
            sentence = self._sentence(cue)
            if sentence is None or sentence.paragraph in in_sentences:
                continue
            asked[sentence.span] = asked.get(sentence.span, 0) + 1
            if asked[sentence.span] > _CUES:
                continue
            sentence = self._with_him(sentence, cue)
            reported = encounter(sentence, cue) or later(sentence, cue, found.encounters)
            if reported is not None:
                reported = same_day(reported, sentence, cue, found.encounters)
                if cue.kind not in ("tell", "deliver"):
                    where = setting(sentence, cue, reported.parties, self.places)
                    reported = reported._replace(setting=where)
                found.encounters.append(reported)
                another = other_day(reported, sentence, cue)
                found.encounters += [another] if another is not None else []
                if len(found.encounters) >= _MOST:
                    break
            elif cue.kind == "join":
                found.joins.append((sentence, cue))
        return found

    def _with_him(self, sentence: Sentence, cue: Cue) -> Sentence:
        """A sentence with him who is meant by a pronoun before its cue: the subject of the sentence before it."""
        if cue.kind not in ("tell", "meet"):
            return sentence
        he = _HE.search(sentence.low, max(sentence.span.start, cue.start - _NEAR_HE), cue.start)
        if he is None or any(p.end <= cue.start for p in sentence.parties):
            return sentence
        if not (he["more"] if cue.kind == "meet" else DATE.search(sentence.text, *sentence.span)):
            return sentence
        spans = self.known[sentence.paragraph]
        at = spans.index(sentence.span) if sentence.span in spans else 0
        answer = self.draft.subject_of(spans[at - 1], he["he"]) if at else None
        if answer is None or len({mention.entity for mention in self.allegiance.within(spans[at - 1])}) != 1:
            return sentence  # in statements he is meant though others are named too
        index = answer.person
        if any(p.person == index for p in sentence.parties):
            return sentence
        ours, known = self.allegiance.american[index], self.allegiance.known[index]
        party = Party(*he.span("he"), index, None, ours, known=known, answer=answer)
        return sentence._replace(parties=sorted([party, *sentence.parties]))

    def _somebody(self, at: int) -> bool:
        """Whether somebody of importance may stand right after a verb: a capital, "us", "poloff"."""
        piece = self.draft.clean[at : at + _HEARER]
        return piece != piece.lower() or any(mark in piece for mark in (" us", "off", "couns", "xx"))

    def _sentence(self, cue: Cue) -> Sentence | None:
        """The sentence of a cue, if it stands in a paragraph that may report."""
        index = bisect_right(self.starts, cue.start) - 1
        if index < 0:
            return None
        paragraph = self.draft.paragraphs[index]
        if (paragraph.kind in _SKIPPED and not self._lists_in_sentences(paragraph)) or cue.end > paragraph.span.end:
            return None
        if any(span.start <= cue.start < span.end for span in paragraph.comment):
            return None
        spans = self.known.get(index)
        if spans is None:
            spans = self.known[index] = list(sentences(self.draft.clean, paragraph.content))
        at = bisect_right(spans, cue.start, key=lambda span: span.start) - 1
        if at < 0 or cue.start >= spans[at].end:
            return None
        span = spans[at]
        if span.end - span.start > _LONGEST:
            start = span.start + (cue.start - span.start) // _LONGEST * _LONGEST
            span = Span(start, min(span.end, start + _LONGEST))
            if cue.end > span.end:
                return None
        before = self.read_before.get(span)
        if before is None:
            people = parties(self.draft.clean, span, self.allegiance, self.host)
            before = Sentence(self.draft.clean, self.low, span, index, people, self.issued)
            self.read_before[span] = before
        return before

    def _attendance(self, index: int) -> Encounter | None:
        """Everybody in a paragraph that says in sentences who took part."""
        span = self.draft.paragraphs[index].content
        sentence = Sentence(self.draft.clean, self.low, span, index, [], self.issued)
        people = [
            p for p in parties(self.draft.clean, span, self.allegiance, self.host) if not p.possessive and not p.pronoun
        ]
        if not any(p.person is not None for p in people):
            return None
        date = nearest_date(sentence, Cue("noun", "", span.start, span.start))
        return Encounter(tuple(people), date, MET, "roster", index, span)

    def _lists_in_sentences(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph of participants tells of them in sentences."""
        return paragraph.kind == "participants" and not any(
            meeting.span.start < paragraph.span.end and paragraph.span.start < meeting.span.end
            for meeting in self.draft.meetings
        )
