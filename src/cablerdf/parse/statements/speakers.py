"""Who the subject of a verb of saying is: a person of the cable, a function or body as printed, the post."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from cablerdf.model import Mention, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.statements.lexicon import SPEAKERS, word_set
from cablerdf.parse.statements.named import main_subject
from cablerdf.parse.statements.subjects import Phrase
from cablerdf.parse.statements.values import Attribution, Speaker
from cablerdf.parse.statements.words import Words

POST = "POST"
_SINGULAR = frozenset(("he", "she", "him", "her", "his"))
_PLURAL = frozenset(("they", "them", "their"))
_AGENTIVE = tuple(word_set("agentive"))
_ALONE = frozenset(("others", "another"))
_FEMALE = word_set("female")
_MALE = word_set("male")
_BARE = word_set("telegraphic")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_INITIALS = 0.65  # somebody or something known by initials alone
_TO_YOU = frozenset(("you", "your", "yours"))
_COMPOUND = ("-led", "-based", "-backed", "-run", "-style", "-era", "-owned", "-sponsored")  # "the EU-led plan"
_IN_SENTENCE = re.compile(r"[a-z,] {2}|.[a-z,] ")
_AMERICAN = word_set("american")  # "the Ambassador" of an American cable is the American
_US = frozenset(("we", "us", "our"))
_POSTLIKE = frozenset(("post", "mission"))


class Cast:
    """Who may speak in one cable, and who spoke last; `who` names the speaker of a phrase."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.clean = draft.clean
        self.mentions: list[Mention] = sorted(draft.mentions, key=lambda m: (m.span.start, m.span.end))
        self.starts = [m.span.start for m in self.mentions]
        self.last: list[Speaker] = []
        self.body: Speaker | None = None
        self.gender: dict[str, str] = {}
        self.names: dict[str, bool] = {}
        self.together: list[Speaker] = []  # those who last spoke with one verb
        self.author = self._author()
        self.seeking = False  # within the search for an antecedent
        self.home = draft.origin != "STATE"  # the Department's "we" is no post's
        self.letter = "begin text" in draft.clean.lower()  # another's text stands in the cable
        self.spoken = False  # somebody has spoken in the paragraph
        self.ours = True  # "we" is the post: nobody has spoken in the paragraph
        self.words: Words  # the sentence being read
        self.said: list[Attribution] = []  # of the sentence so far
        self.before: list[Span] = []  # earlier sentences of the paragraph since somebody spoke

    def _author(self) -> Speaker:
        by = self.draft.classified_by
        signer = self.draft.signer
        if by is not None and by.name and signer and signer.split()[-1].lower() == by.name.split()[-1].lower():
            index = next((i for i, p in enumerate(self.draft.persons) if p.name == by.name), None)
            return Speaker(by.name, "person", -1, -1, index, inferred=True, confidence=0.8)
        return Speaker(POST, "post", -1, -1, confidence=0.8)

    def who(self, phrase: Phrase) -> Speaker | None:
        """The speaker that the phrase names, None where it names none."""
        words = self.words
        head = phrase.end - 1
        if phrase.end <= phrase.start:
            return None
        while phrase.start < head and words.kinds[phrase.start] == "B":
            phrase = phrase._replace(start=phrase.start + 1)
        low = words.lower[head]
        if len(low) < 2 and low != "i":
            return None
        if low == "both" and phrase.end - phrase.start == 1:
            return self._pronoun("they", head)
        if words.kinds[head] in "ROG" and phrase.end - phrase.start == 1:
            return self._pronoun(low, head)
        if words.lower[phrase.start] == "both" and words.kinds[phrase.start + 1 : phrase.start + 2] != "N":
            phrase = phrase._replace(start=phrase.start + 1)
        start, end = words.start(phrase.start), words.end(head)
        if low.endswith(_POSSESSIVE):
            end -= 2 if low[-1] == "s" else 1
        mention = self._mention(start, end, words.start(head))
        if mention is not None and mention.kind == "person":
            person = self.draft.persons[mention.entity]
            return Speaker(person.name, "person", start, end, mention.entity)
        if SPEAKERS.get(low) == "quantifier" and phrase.stop > phrase.end:
            return self._some_of(phrase, start)
        if low in SPEAKERS or low in _ALONE:
            return self._function(phrase, low, start, end)
        name = self._printed(start, words.end(phrase.stop - 1))
        if mention is not None:
            return Speaker(name, "body", start, end, confidence=0.9)
        if words.kinds[head] == "X":
            return Speaker(self._printed(words.start(head), end).rstrip(".,/-"), "person", start, end)
        if words.kinds[head] == "U" and not low.endswith(_COMPOUND):
            return self._unknown(phrase, start, end)
        if words.kinds[head] == "N" and low.endswith(_AGENTIVE) and len(low) > 5 and SPEAKERS.get(low) != "thing":
            return Speaker(name, "function", start, end, plural=low.endswith("s"), confidence=0.8)
        if words.upper and phrase.end - phrase.start < 3 and words.kinds[phrase.start : phrase.end].strip("N") == "":
            if low.endswith(("ing", "s", "ion", "ment", "ed")):
                return None
            return Speaker(self._printed(start, end), "person", start, end, confidence=0.5)
        return None

    def mentioned(self, span: Span) -> list[Mention]:
        """The mentions within a span."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def _some_of(self, phrase: Phrase, start: int) -> Speaker | None:
        """ "A range of our contacts", "some in his party"."""
        kinds, first = self.words.kinds, phrase.end + 1
        if self.words.lower[phrase.end] == "of":
            cut = next((k for k in range(first, phrase.stop) if kinds[k] in "PC"), phrase.stop)
            inner = self.who(Phrase(first, cut, cut)) if cut > first else None
            if inner is None or inner.kind == "person":
                return None
        end = self.words.end(phrase.stop - 1)
        return Speaker(self._printed(start, end), "function", start, end, plural=True, confidence=0.8)

    def _mention(self, start: int, end: int, head: int) -> Mention | None:
        """The mention that names the head of the phrase."""
        at = bisect_right(self.starts, head)
        for mention in reversed(self.mentions[max(0, at - 3) : at]):
            if mention.span.end > head and mention.span.start >= start - 40 and mention.span.end <= end + 1:
                return mention
        return None

    def _printed(self, start: int, end: int) -> str:
        return " ".join(self.clean[start:end].split())

    def _function(self, phrase: Phrase, low: str, start: int, end: int) -> Speaker | None:
        words = self.words
        kind = SPEAKERS.get(low, "person")
        if kind == "body" and phrase.stop > phrase.end and SPEAKERS.get(words.lower[phrase.stop - 1]) == "thing":
            return None  # "Department of Energy statistics"
        if kind == "quantifier" and low == "group" and words.kinds[phrase.start] == "D":
            kind = "person"  # "the group agreed"
        if kind == "thing" or (kind == "quantifier" and low not in _ALONE):
            return None
        if phrase.end - phrase.start == 1 and low in _POSTLIKE:
            return Speaker(POST, "post", start, end)
        stop = words.end(phrase.stop - 1) if phrase.stop - phrase.end < 10 else end
        name = self._printed(start, stop)
        plural = low.endswith(("s", "men", "people", "women")) or low in ("some", "many", "media", "press")
        if kind == "body":
            bare = words.kinds[phrase.start] == "N" and phrase.end - phrase.start == 1
            return (
                None if bare and low not in _BARE else Speaker(name, "body", start, end, plural=plural, confidence=0.85)
            )
        if kind in ("office", "mission") and not plural and phrase.stop == phrase.end:
            holder = self._holder(phrase, start, end)
            if holder is not None:
                return holder
        return Speaker(name, "function", start, end, plural=plural, confidence=0.9)

    def _holder(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """The person who holds the office that "the Minister" or "Charge" means, where the cable says so."""
        people = self.draft.people
        article = self.words.lower[phrase.start] == "the"
        if people is None or not (article or phrase.end - phrase.start == 1):
            return None
        title = self._printed(self.words.start(phrase.start + article), end)
        index = people.by_title(title, start)
        if index is None:
            return None
        person = self.draft.persons[index]
        if title.split()[-1].lower() in _AMERICAN and person.country not in ("US", None):
            return None
        return Speaker(person.name, "person", start, end, index, inferred=True, confidence=0.75)

    def _unknown(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """Somebody or something with a capital that is not among the cable's entities."""
        words = self.words
        length = phrase.end - phrase.start
        first = words.kinds[phrase.start]
        raw = words.raw[phrase.end - 1]
        opening = phrase.start == 0 and length == 1 and first == "U" and not self._within_a_sentence(raw)
        name = self._printed(start, end)
        if raw.isupper() and len(raw) > 2:
            return Speaker(name, "body", start, end, confidence=_INITIALS)
        if first == "D":
            return Speaker(name, "body", start, end, plural=True, confidence=0.7)
        if opening and raw.endswith(("ing", "ed", "s")):
            return None
        return Speaker(name, "person", start, end, confidence=0.5 if opening else 0.7)

    def _within_a_sentence(self, raw: str) -> bool:
        """Whether a word has its capital within a sentence too, so that it is a name."""
        if raw not in self.names:
            at = self.clean.find(raw)
            while at > 2 and not _IN_SENTENCE.match(self.clean, at - 3):
                at = self.clean.find(raw, at + 1)
            self.names[raw] = at > 2
        return self.names[raw]

    def _pronoun(self, low: str, at: int) -> Speaker | None:
        if low in _US and (
            not self.ours or self.words.kinds[:1] in ("-", "?") or not _TO_YOU.isdisjoint(self.words.lower)
        ):
            return None
        if low in _US:
            return Speaker(POST, "post", self.words.start(at), self.words.end(at), confidence=0.85, plural=True)
        if low == "i" and (not self.home or self.letter or not _TO_YOU.isdisjoint(self.words.lower)):
            return None
        if low == "i":
            return self.author._replace(start=self.words.start(at), end=self.words.end(at), plural=True)
        if (low in _SINGULAR or low in _PLURAL) and not self.seeking:
            self.seeking = True
            found = self._antecedent(low, at)
            self.seeking = False
            if found is not None:
                if low in ("he", "she"):
                    self.gender[found.name] = low
                return found._replace(
                    start=self.words.start(at),
                    end=self.words.end(at),
                    inferred=True,
                    plural=low in _PLURAL,
                    confidence=min(found.confidence, 0.8),
                )
        if low in ("it", "its") and self.body is not None and at == 0:
            return self.body._replace(start=self.words.start(at), end=self.words.end(at), inferred=True, confidence=0.6)
        return None

    def _antecedent(self, low: str, at: int) -> Speaker | None:
        plural = low in _PLURAL
        if plural and self.together and self.spoken:
            return self.together[0]._replace(more=self._inferred(self.together[1:], at))
        if low in ("she", "her"):
            known = next((s for s in self.last if self.gender.get(s.name) == "she"), None)
            if known is not None:
                return known
        for one in reversed(self.said):
            if one.verb[0] < at and self._agrees(one.speaker, low, plural):
                return one.speaker
        words = self.words
        if at > 2 and (words.kinds[:1] == "S" or words.kinds[at - 1] in "SC"):
            found = self._subject_of(words, low, plural, at)
            if found is not None:
                return found
        if self.spoken:
            for speaker in self.last:
                if self._agrees(speaker, low, plural):
                    return speaker
        for span in reversed(self.before):
            self.words = earlier = Words(self.clean, span.start, span.end, False)
            found = self._subject_of(earlier, low, plural, len(earlier.kinds))
            self.words = words
            if found is not None:
                return found
        for speaker in self.last:
            if self._agrees(speaker, low, plural):
                return speaker
        return None if plural else self._only_person(at)

    def _only_person(self, at: int) -> Speaker | None:
        """The one person whom the sentence names before the pronoun."""
        begin, end = self.words.start(0), self.words.start(at)
        people = {m.entity for m in self.mentioned(Span(begin, end)) if m.kind == "person"} if end > begin else set()
        if len(people) != 1:
            return None
        entity = people.pop()
        return Speaker(self.draft.persons[entity].name, "person", begin, end, entity, confidence=0.65)

    def _inferred(self, speakers: list[Speaker], at: int) -> tuple[Speaker, ...]:
        start, end = self.words.start(at), self.words.end(at)
        return tuple(s._replace(start=start, end=end, inferred=True, confidence=0.7) for s in speakers)

    def _subject_of(self, words: Words, low: str, plural: bool, limit: int) -> Speaker | None:
        start = 1 if words.kinds[:1] == "S" else 0
        if words.kinds[start : start + 1] in ("R", ""):
            return None
        found, first = main_subject(words, self.who)
        if first < limit and (plural or len(found) == 1):
            for speaker in found:
                if speaker.kind != "body" and speaker.confidence > 0.6 and self._agrees(speaker, low, plural):
                    return speaker
        return None

    def _agrees(self, speaker: Speaker, low: str, plural: bool) -> bool:
        if speaker.kind == "post" or (speaker.kind == "body" and not plural and speaker.confidence != _INITIALS):
            return False
        if plural:
            return speaker.plural or speaker.kind == "body"
        if speaker.plural:
            return False
        known = self.gender.get(speaker.name)
        if known is None:
            parts = set(speaker.name.lower().split())
            known = "she" if parts & _FEMALE else "he" if parts & _MALE else None
        wanted = "she" if low in ("she", "her") else "he"
        return known is None or known == wanted

    def begin_paragraph(self) -> None:
        """Forget what holds within a paragraph alone."""
        self.ours, self.spoken = self.home, False

    def spoke(self, settled: list[Attribution]) -> None:
        """Remember who spoke in the sentence just read."""
        speakers = [a.speaker for a in settled]
        self.together = speakers if len(speakers) > 1 and len({a.verb for a in settled}) == 1 else []
        for speaker in speakers:
            if speaker.kind == "body":
                self.body = speaker
        people = [s for s in speakers if s.kind != "post"]
        if people:
            self.ours, self.spoken = False, True
            names = {s.name for s in people}
            self.last = people[::-1] + [s for s in self.last if s.name not in names][:3]
