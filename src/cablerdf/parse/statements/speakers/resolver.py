"""Who the subject of a verb of saying is: a person of the cable, a function or body as printed, the post."""

from __future__ import annotations

from weakref import proxy

from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.offices import office_of
from cablerdf.parse.statements.grammar.lexicon import NATIONAL, POSSESSIVE, SPEAKERS, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.speakers.bearers import Bearers
from cablerdf.parse.statements.speakers.memory import Memory
from cablerdf.parse.statements.speakers.nouns import ALONE, are_two, is_paper, is_participle, is_thing, kind_of
from cablerdf.parse.statements.speakers.pronouns import Pronouns
from cablerdf.parse.statements.speakers.values import INITIALS, POST, Speaker

_AGENTIVE = tuple(word_set("agentive"))
_NOBODY = frozenset(("no", "none", "neither", "nobody"))
_LONE = word_set("lone quantifier")
_BARE = word_set("telegraphic")
_AMERICAN = word_set("american")  # "the Ambassador" of an American cable is the American
_MISSIONS = word_set("mission")  # "Embassy Harare"
_LONGEST_TAIL = 10  # words that hang on a noun and are printed with it
_PEOPLE = frozenset(("mission", "office", "person"))
_POSTNOMINAL = word_set("postnominal")
_POSTLIKE = frozenset(("post", "mission"))


class SpeakerResolver:
    """Who may speak in one cable; `resolve` names the speaker of a phrase.

    Its parts share one memory: who has spoken, who bears a title, whom a pronoun means.
    """

    def __init__(self, draft: Draft) -> None:
        self.memory = Memory(draft)
        self.bearers = Bearers(self.memory)
        self.pronouns = Pronouns(self.memory, proxy(self))

    def resolve(self, phrase: Phrase) -> Speaker | None:
        """The speaker that the phrase names, None where it names none."""
        words = self.memory.words
        head = phrase.end - 1
        if phrase.end <= phrase.start:
            return None
        while phrase.start < head and words.kinds[phrase.start] == "B":
            phrase = phrase._replace(start=phrase.start + 1)
        if words.kinds[head] == '"':
            return self._titled(phrase)
        if words.lower[phrase.start] in _NOBODY or words.lower[phrase.start - 1 : phrase.start] == ["nor"]:
            return None
        low = words.lower[head]
        if (len(low) < 2 and low != "i") or is_participle(words, phrase):
            return None
        if low == "both" and phrase.end - phrase.start == 1:
            return self.pronouns.last_two(head) or self.pronouns.pronoun("they", head)
        if low in _LONE and not words.kinds[phrase.start : phrase.stop].strip("D"):  # "Many were critical of the law."
            return self._several(head)
        if words.kinds[head] in "ROG" and phrase.end - phrase.start == 1:
            return self.pronouns.pronoun(low, head)
        if words.lower[phrase.start] == "both" and words.kinds[phrase.start + 1 : phrase.start + 2] != "N":
            phrase = phrase._replace(start=phrase.start + 1)
        end = words.end(head)
        if low in _POSTNOMINAL and words.kinds[head - 1] == "U" and (member := self._member(phrase)) is not None:
            return member
        if low.endswith(POSSESSIVE):
            end -= 2 if low[-1] == "s" else 1
        return self._noun(phrase, low, words.start(phrase.start), end)

    def _member(self, phrase: Phrase) -> Speaker | None:
        """The person whose name letters follow: "Jane Smith MP"."""
        named = self.resolve(Phrase(phrase.start, phrase.end - 1, phrase.end - 1))
        if named is None or named.person is None or named.inferred:
            return None
        return named._replace(end=self.memory.words.end(phrase.end - 1))

    def _titled(self, phrase: Phrase) -> Speaker | None:
        """A body named in quotation marks: "The "Morning Post" suggested", but no term that is explained so."""
        begun = self.memory.words.kinds.rfind('"', phrase.start, phrase.end - 1)
        inner = self.resolve(Phrase(begun + 1, phrase.end - 1, phrase.end - 1)) if begun >= 0 else None
        return inner if inner is not None and inner.kind == "body" and inner.confidence > 0.85 else None

    def _several(self, head: int) -> Speaker | None:
        """Those whom a quantity alone means: "Many were critical", "the three agreed", "one argued"."""
        memory = self.memory
        words, first = memory.words, head
        form, following = words.forms.get(head + 1), words.kinds[head + 2 : head + 3]
        if form and (following in ("N", "") or (following == "U" and any(verb.noun for verb in form.verbs))):
            return None  # "several state agencies", "several think tank specialists"
        if words.lower[head] == "most" and words.kinds[head + 1 : head + 3] == "B,":
            return None  # "Most recently, the board met"
        if words.lower[head] == "one" and words.kinds[head - 1 : head] == "D":
            return None  # "he was the one who"
        while first and words.kinds[first - 1] == "D":
            first -= 1
        start, end = words.start(first), words.end(head)
        plural = words.lower[head] != "one"
        if words.lower[head] == "two" and words.lower[first] == "the" and (two := memory.two_before(start, end)):
            return two
        return Speaker(memory.printed(start, end), "function", start, end, plural=plural, confidence=0.8)

    def _noun(self, phrase: Phrase, low: str, start: int, end: int) -> Speaker | None:
        """The speaker behind a noun phrase whose head is `low`, printed from `start` to `end`."""
        memory = self.memory
        words, head = memory.words, phrase.end - 1
        mention = memory.mention_at(start, end, words.start(head))
        if mention is not None and mention.kind == "person":
            person = memory.draft.persons[mention.entity]
            return Speaker(person.name, "person", start, end, mention.entity)
        if SPEAKERS.get(low) == "quantifier" and phrase.stop > phrase.end:
            return self._some_of(phrase, start)
        if low in SPEAKERS or low in ALONE:
            return self._function(phrase, low, start, end)
        name = memory.printed(start, end if phrase.stop == phrase.end else words.end(phrase.stop - 1))
        unknown = mention is None or (mention.kind == "organization" and memory.draft.orgs[mention.entity].name == name)
        index = self.bearers.called.by_letters(name) if unknown else None
        if index is not None:
            return memory.meant(index, start, end, "the initials of the name")
        if mention is not None:
            return Speaker(name, "body", start, end, confidence=0.9)
        if words.kinds[head] == "X":
            return Speaker(memory.printed(words.start(head), end).rstrip(".,/-"), "person", start, end)
        if words.kinds[head] == "U":
            return self._unknown(phrase, start, end)
        return self._common(phrase, low, start, end) if words.kinds[head] == "N" else None

    def _common(self, phrase: Phrase, low: str, start: int, end: int) -> Speaker | None:
        """Somebody called by a common noun that no table has: "a manufacturer"; in capitals, perhaps by name."""
        memory = self.memory
        words = memory.words
        agentive = low.endswith(_AGENTIVE) or (words.kinds[phrase.start] == "D" and low.endswith(("er", "or")))
        if agentive and len(low) > 5:
            name = memory.printed(start, words.end(phrase.stop - 1))
            return Speaker(name, "function", start, end, plural=low.endswith(("s", "people")), confidence=0.8)
        if words.upper and phrase.end - phrase.start < 3 and words.kinds[phrase.start : phrase.end].strip("N") == "":
            if low.endswith(("ing", "s", "ion", "ment", "ed")):
                return None
            return Speaker(memory.printed(start, end), "person", start, end, confidence=0.5)
        return None

    def _some_of(self, phrase: Phrase, start: int) -> Speaker | None:
        """ "A range of our contacts", "some in his party"."""
        memory = self.memory
        kinds, first = memory.words.kinds, phrase.end + 1
        if memory.words.lower[phrase.end] == "of":
            cut = next((k for k in range(first, phrase.stop) if kinds[k] in "PC"), phrase.stop)
            inner = self.resolve(Phrase(first, cut, cut)) if cut > first else None
            if inner is None or inner.kind == "person":
                return None
        end = memory.words.end(phrase.stop - 1)
        return Speaker(memory.printed(start, end), "function", start, end, plural=True, confidence=0.8)

    def _function(self, phrase: Phrase, low: str, start: int, end: int) -> Speaker | None:
        memory = self.memory
        words = memory.words
        kind = kind_of(words, phrase, low)
        the_mod = words.lower[phrase.start : phrase.end] == ["the", "mod"]
        if the_mod and memory.mention_at(start, end, words.start(phrase.end - 1)) is None:
            kind = "office"  # the minister, where the cable has "MOD Born"
        if kind == "thing":
            lone = phrase.end - phrase.start == 1 and words.kinds[phrase.start] == "U"
            return memory.by_part(words.raw[phrase.start], start, end) if lone else None  # "Born said"
        if phrase.end - phrase.start == 1 and low in _POSTLIKE:
            return Speaker(POST, "post", start, end)
        if phrase.stop > phrase.end and (named := self.bearers.named_at_end(phrase, start)) is not None:
            return named
        stop = words.end(phrase.stop - 1) if phrase.stop - phrase.end < _LONGEST_TAIL else end
        if low == "sides" and words.lower[phrase.end - 2] == "both":
            return memory.both_sides(start, end) or Speaker(
                memory.printed(start, stop), "function", start, end, plural=True
            )
        if kind in _PEOPLE and are_two(words, phrase, kind) and (two := memory.two_before(start, end)):
            return two
        name = memory.printed(start, stop)
        shortened = "/" in low or low in _AMERICAN  # "A/S", "DAS"
        shortened = shortened or (kind == "office" and words.raw[phrase.end - 1].isupper() and not words.upper)  # "COS"
        plural = not shortened and (low.endswith(("s", "men", "people", "women")) or low in ("media", "press"))
        if kind == "body":
            bare = words.kinds[phrase.start] == "N" and phrase.end - phrase.start == 1
            return (
                None if bare and low not in _BARE else Speaker(name, "body", start, end, plural=plural, confidence=0.85)
            )
        if kind in ("office", "mission") and not plural and phrase.stop == phrase.end:
            holder = self.bearers.holder(phrase, start, end)
            if holder is not None:
                return holder
        ours = name.islower() or office_of(name) in memory.draft.officers
        titled = None if plural or ours else self.bearers.called.by_whole_title(name)
        if titled is not None:
            return memory.meant(titled, start, end, "alone bears the whole title")
        return Speaker(name, "function", start, end, plural=plural, confidence=0.9)

    def _unknown(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """Somebody or something with a capital that is not among the cable's entities."""
        memory = self.memory
        words = memory.words
        length = phrase.end - phrase.start
        first = words.kinds[phrase.start]
        raw = words.raw[phrase.end - 1]
        if length == 1 and raw.lower() in NATIONAL:
            return None  # "unconfirmed Georgian claims"
        if raw.endswith("s") and raw.lower()[:-1] in NATIONAL:
            return Speaker(memory.printed(start, end), "body", start, end, plural=True, confidence=0.8)
        known = self._known(phrase, raw, start, end)
        if known is not None:
            return known
        opening = (
            words.kinds[phrase.start - 1 : phrase.start] in ("", ":")
            and length == 1
            and first == "U"
            and not memory.within_a_sentence(raw)
        )
        name = memory.printed(start, end)
        if length > 1 and words.lower[phrase.start] in _MISSIONS:
            return Speaker(name, "function", start, end, plural=True, confidence=0.85)
        if raw.isupper() and len(raw) > 2:
            return Speaker(name, "body", start, end, confidence=0.7 if first == "D" else INITIALS)
        if first == "D":
            return Speaker(name, "body", start, end, plural=True, confidence=0.7)
        if is_paper(words, phrase):
            return Speaker(name, "body", start, end, confidence=0.85)
        if is_thing(words, phrase, memory.clean):
            return None
        if opening and raw.endswith(("ing", "ed", "s")):
            return None
        return Speaker(name, "person", start, end, confidence=0.5 if opening else 0.7)

    def _known(self, phrase: Phrase, raw: str, start: int, end: int) -> Speaker | None:
        """The person of the cable whom part of a name, a long title, initials or an office with "the" mean."""
        words, length = self.memory.words, phrase.end - phrase.start
        defined = words.kinds[phrase.start] == "D"
        known = self.memory.by_part(raw, start, end) if length == 1 else None
        if known is None and phrase.stop > phrase.end:
            known = self.bearers.named_at_end(phrase, start)  # "DAS-equivalent for Trade Ana Lee"
        if known is None and length - defined == 1 and raw[-1].isupper() and len(raw) < 6:
            ours = office_of(raw) in self.memory.draft.officers
            known = self.bearers.holder(phrase, start, end) if ours else None
            known = known or self.bearers.shortened(raw, start, end, not defined)
        alone = phrase.stop - phrase.end in (0, 2) and not raw.endswith("s")
        if known is None and length == 2 and words.lower[phrase.start] == "the" and alone:
            # "the Rector", "the Duke of York", where the cable names him
            known = self.bearers.holder(phrase, start, end)
        return known
