"""The step that fills in `Draft.statements`."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from cablerdf.model import Mention, Paragraph, Span, Statement
from cablerdf.parse.draft import Draft
from cablerdf.parse.statements.comments import comment_statements
from cablerdf.parse.statements.grammar.clauses import only_addressed
from cablerdf.parse.statements.grammar.lexicon import SPEAKERS, Verb, word_set
from cablerdf.parse.statements.grammar.phrases import phrase_starting
from cablerdf.parse.statements.grammar.words import Words, closes, read_words
from cablerdf.parse.statements.saying.attributions import attributions, speaks
from cablerdf.parse.statements.saying.said import what_is_said
from cablerdf.parse.statements.saying.settle import settle
from cablerdf.parse.statements.speakers.resolver import SpeakerResolver
from cablerdf.parse.statements.speakers.values import Attribution, Speaker
from cablerdf.parse.text import sentences

_REDACTED = re.compile(
    r"(?<=[.!?])\s*(?=[xX]{4})|(?<=[.!?][\"”)])\s*(?=[xX]{4})|(?<=[xX]{4})\s+(?=(?:He|She|They|The)\s[a-z])"
)
_TOLD = word_set("told")
_ANYBODY = frozenset(("many", "most", "some"))  # alone they name nobody: "Most find it hard"
_SHORTEST = 20  # characters of a copy
_ALIKE = 90  # in a hundred: misprints differ between two copies of a text


def find_statements(draft: Draft) -> None:
    """Fill in `draft.statements` from the paragraphs: one for each outer speaker of a sentence."""
    resolver = SpeakerResolver(draft)
    found: list[Statement] = []
    in_comment = False
    redacted = "xxxx" in draft.clean or "XXXX" in draft.clean
    for index, paragraph in enumerate(draft.paragraphs):
        if paragraph.kind == "participants" or _is_repeated(draft.paragraphs, index):
            continue
        spans = sentences(draft.clean, paragraph.content)
        if redacted:
            spans = _at_redactions(draft.clean, spans)
        of_post, in_comment = comment_statements(draft, index, spans, in_comment)
        found += of_post
        _paragraph(draft, index, spans, resolver, found)
    found.sort(key=lambda s: s.sentence.start)
    draft.statements = tuple(found)


def _is_repeated(paragraphs: tuple[Paragraph, ...], index: int) -> bool:
    """Whether a paragraph has number and text of one before it: a page that prints its cable twice."""
    here = paragraphs[index]
    if here.number is None:
        return False
    pairs = ((p.text, here.text) for p in paragraphs[:index] if p.number == here.number)
    cut = ((one[: len(other)], other[: len(one)]) for one, other in pairs)  # one copy may break off
    return any(len(one) > _SHORTEST and ratio(one, other) >= _ALIKE for one, other in cut)


def _at_redactions(clean: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences, those cut too that a redacted name begins or ends: "... the same policy. xxxxx said"."""
    found: list[Span] = []
    for start, end in spans:
        if "xxxx" in clean[start:end].lower():
            for match in _REDACTED.finditer(clean, start, end):
                found.append(Span(start, match.start()))
                start = match.end()
        found.append(Span(start, end))
    return tuple(found)


def _paragraph(
    draft: Draft, index: int, spans: tuple[Span, ...], resolver: SpeakerResolver, found: list[Statement]
) -> None:
    clean, memory = draft.clean, resolver.memory
    quoted = False
    silent: list[Words] = []
    comments = draft.paragraphs[index].comment
    commenting = draft.paragraphs[index].kind == "comment"
    memory.begin_paragraph()
    for words in read_words(clean, spans):
        span = words.span
        if quoted or '"' in words.kinds:
            words.mark_quoted(quoted)
        quoted = words.open and closes(clean, span.end, spans[-1].end)
        settled: list[Attribution] = []
        if words.forms or speaks(words):
            memory.words, memory.said, memory.before = words, [], silent[-4:]
            settled = attributions(words, resolver.resolve, memory.said) and settle(words, memory.said)
        memory.previous = span
        if not settled:
            if words.lower[:1] != ["end"] and words.quoted[:1] != [True]:
                silent.append(words)
            continue
        silent = []
        memory.spoke(settled)
        if commenting or any(c.start <= span.start < c.end for c in comments):
            settled = [a for a in settled if a.speaker.kind != "post"]
        for one in (a for a in settled if a.speaker.name.lower() not in _ANYBODY):
            statement = _statement(resolver, index, words, one, what_is_said(words, one, settled))
            addressed = statement.addressee is not None and one.place != "aside"
            told_nothing = addressed and only_addressed(words, one.verb[1] - 1)
            if any(map(str.isalnum, statement.said.of(clean))) and not told_nothing:
                found.append(statement)
                _note(draft, statement, one)


def _note(draft: Draft, statement: Statement, one: Attribution) -> None:
    """Notes by what a statement is one: the verb and its place in the sentence, and who is taken for its speaker."""
    because = (f"a verb of the kind {one.kind!r}", f"the speaker is a {one.speaker.kind}")
    _note_meant(draft, one.speaker)
    draft.note(
        *("statement", statement.speaker, statement.verb, statement.rule, statement.sentence),
        sureness=statement.confidence,
        because=because,
    )


def _note_meant(draft: Draft, speaker: Speaker) -> None:
    """Notes whom words mean that do not give the name: a pronoun, an office, letters."""
    if speaker.rule and speaker.start >= 0:
        span = Span(speaker.start, speaker.end)
        form = " ".join(span.of(draft.clean).split())
        draft.note("mention", speaker.name, form, speaker.rule, span, sureness=None, instead=speaker.instead)


def _statement(resolver: SpeakerResolver, index: int, words: Words, one: Attribution, said: Span) -> Statement:
    draft, speaker, span = resolver.memory.draft, one.speaker, words.span
    first, last = one.verb
    addressee, person = _addressee(resolver, words, one)
    how = "meant by a pronoun or an office" if speaker.inferred else "printed"
    verb = " ".join(draft.clean[words.start(first) : words.end(last - 1)].split())
    return Statement(
        speaker=speaker.name,
        speaker_kind=speaker.kind,  # type: ignore[arg-type]
        verb=verb,
        sentence=span,
        said=said,
        speaker_span=Span(speaker.start, speaker.end) if speaker.start >= 0 else None,
        speaker_person=speaker.person,
        addressee=addressee,
        addressee_person=person,
        paragraph=index,
        quoted=_holds_quoted(words, said),
        topics=_topics(draft, resolver.memory.mentioned(span), speaker),
        method="inferred" if speaker.inferred else "narrative",
        rule=f"a verb of saying in the {one.place} clause, its speaker {how}",
        confidence=speaker.confidence,
        readable=draft.mended(span),
        readable_said=draft.mended(said),
    )


def _holds_quoted(words: Words, said: Span) -> bool:
    """Whether a word of what is said stands between quotation marks."""
    held = (at for at, quoted in enumerate(words.quoted) if quoted and words.raw[at][0].isalnum())
    return any(words.start(at) < said.end and said.start < words.end(at) for at in held)


def _addressee(resolver: SpeakerResolver, words: Words, one: Attribution) -> tuple[str | None, int | None]:
    """To whom it was said, as name or as printed, and the index of the person."""
    kinds, lower, kind, at = words.kinds, words.lower, one.kind, one.verb[1]
    form = words.forms.get(at - 1)
    if at >= len(kinds) or (form is not None and any(_of_what(verb) for verb in form.verbs)):
        return None, None
    if lower[at] == "to":
        at += 1
        if kind != "say" or (kinds[at : at + 1] in ("N", "G") and SPEAKERS.get(lower[at]) != "mission"):
            return None, None
    elif lower[at - 1] not in _TOLD:
        return None, None
    if at >= len(kinds) or kinds[at] not in "DGUXN":
        return None, None
    phrase = phrase_starting(words, at)
    if phrase is None:
        return None, None
    start, end = words.start(phrase.start), words.end(phrase.stop - 1)
    if start == one.speaker.start:  # "..., asked Smith"
        return None, None
    somebody = resolver.resolve(phrase)
    if somebody is None and lower[phrase.stop : phrase.stop + 1] != ["that"]:  # "urged reforms", "told his story"
        return None, None
    if somebody is not None and somebody.person is not None:
        _note_meant(resolver.memory.draft, somebody)
        return somebody.name, somebody.person
    return " ".join(resolver.memory.clean[start:end].split()), None


def _of_what(verb: Verb) -> bool:
    """Whether "to" brings what the verb is about: "alluded to Smith", but "communicated to Smith that"."""
    return not verb.follow.isdisjoint(("to", "to!")) and "that" not in verb.follow


def _topics(draft: Draft, mentions: list[Mention], speaker: Speaker) -> tuple[str, ...]:
    """Names of the places and organisations that the sentence mentions, but for the speaker."""
    names: dict[str, None] = {}
    for mention in mentions:
        if mention.kind != "person" and not speaker.start <= mention.span.start < speaker.end:
            entity = (draft.places if mention.kind == "place" else draft.orgs)[mention.entity]
            names[entity.name] = None
    return tuple(names)
