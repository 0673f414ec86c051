"""What is remembered from sentence to sentence of one cable: who has spoken, to whom, with whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from cablerdf.model import Mention, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.gender import gender_of
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.quoted_texts import foreign_texts
from cablerdf.parse.statements.speakers.values import Attribution, Speaker

# "no official", "his staff", "60 percent of voters": no pronoun takes them up
NO_ANTECEDENT = re.compile(r"(?:no |their |his |her |someone|somebody)|[\w-]+ percent ", re.IGNORECASE)

REDACTED = re.compile(r"[xX]{4}")
_SIDE = re.compile(r"\b[Tt]he\s+((?:[A-Z][\w.]+\s+){1,2})side\b")  # "the Mexican side"
_IN_SENTENCE = re.compile(r"[a-z,] {2}|.[a-z,] ")


class Memory:
    """Who has spoken so far in one cable, and the sentence being read."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.clean = draft.clean
        self.mentions: list[Mention] = sorted(draft.mentions, key=attrgetter("span"))
        self.starts = [m.span.start for m in self.mentions]
        self.gender: dict[str, str] = {}  # "he" or "she" by the name of a speaker
        self.last: list[Speaker] = []  # who spoke, the latest first
        self.here: set[str] = set()  # the names of those who spoke in the paragraph
        self.pair: list[Speaker] = []  # two who spoke with one verb in the paragraph
        self.body: Speaker | None = None  # the body that spoke last
        self.together: list[Speaker] = []  # those who last spoke with one verb
        self.home = draft.origin != "STATE"  # the Department's "we" is no post's
        self.foreign = foreign_texts(draft) if self.home else ()  # where another's text stands in the cable
        self.letter = bool(self.foreign)
        self.spoken = False  # somebody has spoken in the paragraph
        self.ours = True  # "we" is the post: nobody has spoken in the paragraph
        self.words: Words  # the sentence being read
        self.said: list[Attribution] = []  # of the sentence so far
        self.previous = Span(0, 0)  # the sentence before in the paragraph
        self.before: list[Words] = []  # earlier sentences of the paragraph since somebody spoke
        self.names: dict[str, bool] = {}  # words that begin sentences: whether they have their capital within one too

    def mentioned(self, span: Span) -> list[Mention]:
        """The mentions within a span."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def mention_at(self, start: int, end: int, head: int) -> Mention | None:
        """The mention that names the head of the phrase."""
        at = bisect_right(self.starts, head)
        for mention in reversed(self.mentions[max(0, at - 3) : at]):
            if mention.span.end > head and mention.span.start >= start - 40 and mention.span.end <= end + 1:
                return mention
        return None

    def printed(self, start: int, end: int) -> str:
        """What stands between two offsets, its blanks single."""
        return " ".join(self.clean[start:end].split())

    def named(self, begin: int, end: int) -> list[int]:
        """The people whom the text names between two offsets, each once."""
        found = self.mentioned(Span(begin, end)) if end > begin else []
        return list(dict.fromkeys(m.entity for m in found if m.kind == "person"))

    def two_before(self, start: int, end: int) -> Speaker | None:
        """The only two whom the words before in the sentence, or the sentence before that, name; else who spoke here.

        "Smith met Lee. The two agreed", "Smith met Lee, and the two agreed".
        """
        begun = self.words.start(0)
        named = self.named(*(Span(begun, start) if self.words.kinds[0] != "D" else self.previous))
        if len(named) < 2 and len(self.here) == 2:
            spoke = [s.person for s in self.last[1::-1] if s.person is not None and s.name in self.here]
            named = spoke if set(named) <= set(spoke) else []
        if len(named) != 2:
            return None
        rule = "the only two named before"
        first, other = (self.meant(person, start, end, rule, 0.7)._replace(plural=True) for person in named)
        return first._replace(more=(other,))

    def meant(self, person: int, start: int, end: int, rule: str, confidence: float = 0.75) -> Speaker:
        """The person, by index, whom words mean by a rule that do not give the whole name."""
        name = self.draft.persons[person].name
        return Speaker(name, "person", start, end, person, inferred=True, confidence=confidence, rule=rule)

    def by_part(self, raw: str, start: int, end: int) -> Speaker | None:
        """The person whom one word of a name means."""
        found = self.draft.person_called(raw, start)
        return None if found is None else self.meant(found, start, end, "a part of the name")

    def both_sides(self, start: int, end: int) -> Speaker | None:
        """The two sides that the cable names: "the Mexican side" and "the U.S. side"."""
        names = list(dict.fromkeys("the " + " ".join(name.split()) + " side" for name in _SIDE.findall(self.clean)))
        if len(names) != 2:
            return None
        first, other = (Speaker(n, "function", start, end, inferred=True, confidence=0.7) for n in names)
        return first._replace(more=(other,), rule="the two sides that the cable names")

    def within_a_sentence(self, raw: str) -> bool:
        """Whether a word has its capital within a sentence too, so that it is a name."""
        if raw not in self.names:
            at = self.clean.find(raw)
            while at > 2 and not _IN_SENTENCE.match(self.clean, at - 3):
                at = self.clean.find(raw, at + 1)
            self.names[raw] = at > 2
        return self.names[raw]

    def is_foreign(self, at: int) -> bool:
        """Whether word `at` stands in another's text."""
        position = self.words.start(at) if self.foreign else 0
        return any(start <= position < end for start, end in self.foreign)

    def takes_part(self, speaker: Speaker) -> bool:
        """Whether a person is one of those who speak with one another here, a redacted name where one begins."""
        if REDACTED.match(speaker.name):
            return True
        return speaker.person is not None and any(speaker.person == last.person for last in self.last)

    def sex(self, speaker: Speaker) -> str | None:
        """ "he" or "she", by what an earlier pronoun told of a speaker, else by the name."""
        return self.gender.get(speaker.name) or self.sex_by_name(speaker)

    def sex_by_name(self, speaker: Speaker) -> str | None:
        """ "he" or "she", by the noun, a title or the given name."""
        titles = () if speaker.person is None else self.draft.persons[speaker.person].titles
        return gender_of(speaker.name, titles, speaker.kind == "person")

    def inferred(self, speakers: list[Speaker], at: int) -> tuple[Speaker, ...]:
        """Those who have spoken, as word `at` means them together."""
        start, end = self.words.start(at), self.words.end(at)
        meant = (s._replace(start=start, end=end, inferred=True, confidence=0.7, instead=()) for s in speakers)
        return tuple(s._replace(rule="one of those who spoke last") for s in meant)

    def begin_paragraph(self) -> None:
        """Forget what holds within a paragraph alone."""
        self.ours, self.spoken = True, False
        self.here, self.pair = set(), []
        self.previous = Span(0, 0)
        self.gender = {name: known for name, known in self.gender.items() if not REDACTED.match(name)}

    def spoke(self, settled: list[Attribution]) -> None:
        """Remember who spoke in the sentence just read."""
        speakers = [a.speaker for a in settled]
        self.together = speakers if len(speakers) > 1 and all(a.verb == settled[0].verb for a in settled) else []
        for speaker in speakers:
            if speaker.kind == "body":
                self.body = speaker
        people = [s for s in speakers if s.kind != "post" and not NO_ANTECEDENT.match(s.name)]
        if people:
            self.ours, self.spoken = False, True
            names = {s.name for s in people}
            self.here |= names
            for one in people:
                if not one.inferred and REDACTED.match(one.name):
                    self.gender.pop(one.name, None)  # somebody else, perhaps
            if len(self.together) == 2:
                self.pair = self.together
            self.last = people[::-1] + [s for s in self.last if s.name not in names][:3]
