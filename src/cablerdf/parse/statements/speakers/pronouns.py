"""Whom a pronoun means: the post, the author, one of those who have spoken, somebody whom the sentence names."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.entities.people.officers import sender
from cablerdf.parse.lexicon.gender import gender_of, is_group
from cablerdf.parse.statements.grammar.clauses import bare
from cablerdf.parse.statements.grammar.lexicon import SPEAKERS
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.introduced import Introduced
from cablerdf.parse.statements.speakers.memory import NO_ANTECEDENT, Memory
from cablerdf.parse.statements.speakers.opening import main_subject, speakers_starting
from cablerdf.parse.statements.speakers.quoted_texts import among_points
from cablerdf.parse.statements.speakers.values import INITIALS, INWARD, POST, Resolver, Speaker, because, is_people

_LAST_BODY = "the body that spoke in the sentence before"
_HAVE = ("'ve", "’ve")
_OPENING = 6  # words within which a pronoun takes up who spoke in the paragraph before
_SINGULAR = frozenset(("he", "she", "him", "her", "his"))
_OWN = frozenset(("her", "his", "their"))
_PLURAL = frozenset(("they", "them", "their"))
_US = frozenset(("we", "us", "our"))
_TO_YOU = frozenset(("you", "your", "yours"))


def _is_woman(speaker: Speaker) -> bool:
    return speaker.kind == "person" and gender_of(speaker.name, (), True) == "she"


def _in_aside(words: Words, at: int) -> bool:
    """Whether a pronoun has its verb of saying within what it says: "While prices are high, they said, ..."."""
    return words.kinds[at - 1] == "," and at + 1 in words.forms and bare(words, at + 1)


class Pronouns:
    """Whom the pronouns of a cable mean, by who has spoken and what the sentences name.

    Args:
        memory: of the cable.
        resolver: whose part this is, held weakly: a circle would keep the cable until the collector comes by.
    """

    def __init__(self, memory: Memory, resolver: Resolver) -> None:
        self.memory = memory
        self.resolver = resolver
        self.introduced = Introduced(memory)
        self.barred: frozenset[int] = frozenset()  # people whom the pronoun cannot mean
        self.seeking = False  # within the search for an antecedent
        self.author = self._author()

    def pronoun(self, low: str, at: int) -> Speaker | None:
        """Whom the pronoun at word `at` means, None where that is not plain."""
        if low.endswith(_HAVE):
            low = low[:-3]  # "we've told him"
        if low in _US:
            return self._post(at)
        if low == "i":
            return self._writer(at)
        if low in ("it", "its"):
            return self._body(at)
        return self._other(low, at) if low in _SINGULAR or low in _PLURAL else None

    def _post(self, at: int) -> Speaker | None:
        """The post, where "we" at word `at` can mean it."""
        memory = self.memory
        words = memory.words
        apart = at < 2 or words.kinds[at - 1] == ","  # "In short, we believe"
        opens = memory.home and apart and not memory.letter
        if not (memory.ours or opens) or memory.is_foreign(at):
            return None
        if memory.home and (words.kinds[:1] in ("-", "?") or among_points(memory.draft, words.span.start)):
            return None
        if memory.home and not memory.ours and not _TO_YOU.isdisjoint(words.lower):
            return None
        we = Speaker(POST, "post", words.start(at), words.end(at), confidence=0.85, plural=True)
        return because("nobody else has spoken in the paragraph" if memory.ours else "the post that reports", we)

    def _writer(self, at: int) -> Speaker | None:
        """The author of the cable, where "I" at word `at` can mean him."""
        memory = self.memory
        words = memory.words
        if not memory.home or memory.letter or not _TO_YOU.isdisjoint(words.lower):
            return None
        return self.author._replace(start=words.start(at), end=words.end(at), plural=True)

    def _body(self, at: int) -> Speaker | None:
        """The body that spoke last, where "it" at word `at` opens the very next sentence."""
        memory = self.memory
        words, body = memory.words, memory.body
        if body is None or body.plural or memory.before or words.kinds[:at].strip("BC,"):
            return None
        return body._replace(start=words.start(at), end=words.end(at), inferred=True, confidence=0.6, rule=_LAST_BODY)

    def _other(self, low: str, at: int) -> Speaker | None:
        """Whom "he", "she" or "they" at word `at` means; nobody while another's antecedent is sought."""
        memory = self.memory
        if self.seeking:
            return None
        self.seeking = True
        self.barred = self.introduced.others(at) if low in ("he", "she") else frozenset()
        found = self._antecedent(low, at)
        self.seeking, self.barred = False, frozenset()
        if found is None:
            return None
        if low in ("he", "she"):
            memory.gender[found.name] = low
        return found._replace(
            start=memory.words.start(at),
            end=memory.words.end(at),
            inferred=True,
            plural=low in _PLURAL,
            confidence=min(found.confidence, 0.8),
            instead=tuple(s.name for s in memory.last if s.name != found.name and s.kind != "post"),
        )

    def _author(self) -> Speaker:
        """Who "I" is: the signer, where the cable gives the full name."""
        memory = self.memory
        by, signer = memory.draft.classified_by, memory.draft.signer
        writer = sender(memory.draft)
        if writer is not None and writer.person is not None:
            return memory.meant(writer.person, -1, -1, "the telegram is from him", 0.8)
        if by is not None and by.name and signer and signer.split()[-1].lower() == by.name.split()[-1].lower():
            person = memory.draft.person_called(by.name)
            author = Speaker(by.name, "person", -1, -1, person, inferred=True, confidence=0.8)
            return author._replace(rule="classified and signed the cable")
        return Speaker(POST, "post", -1, -1, confidence=0.8, rule="the cable does not name its author in full")

    def last_two(self, at: int) -> Speaker | None:
        """Whom "both" means: two who spoke together and nobody but them since, or one after the other."""
        memory = self.memory
        if memory.spoken and memory.pair and memory.here == {s.name for s in memory.pair}:
            first, later = memory.inferred(memory.pair, at)
            return first._replace(more=(later,), rule="the two who spoke together")
        latest = memory.last[:2]
        if not memory.spoken or len(latest) < 2 or any(s.plural or s.kind == "body" for s in latest):
            return None
        later, first = memory.inferred(latest, at)
        return first._replace(more=(later,), rule="the two who spoke last")

    def _antecedent(self, low: str, at: int) -> Speaker | None:
        """Whom the pronoun takes up, with the rule."""
        memory = self.memory
        plural = low in _PLURAL
        if plural and memory.together and memory.spoken:
            first, *others = memory.together
            return first._replace(more=memory.inferred(others, at), rule="those who spoke last, together")
        found = self._within(low, plural, at)
        if found is None and memory.before:
            opened = self._opened(low, memory.before[-1].span) if at == 0 else None
            subject = opened or self._subject_before(memory.before[-1], low, plural)
            if plural or opened or (subject is not None and memory.takes_part(subject)):
                # "Okoro was late. He promised ...", whoever spoke before that
                found = because("the subject of the sentence before", subject)
            elif at == 0 and subject is None:
                brought = self.introduced.brought_in(memory.before[-1])
                brought = because("the one whom the sentence before brings in", brought)
                found = brought if brought is not None and self._agrees(brought, low, plural) else None
        if found is None and memory.spoken:
            found = because("who spoke last in the paragraph", self._who_spoke(low, plural, here=True))
        for earlier in reversed(memory.before if found is None else []):
            found = self._subject_before(earlier, low, plural)
            if found is not None:
                return because("the subject of an earlier sentence", found)
        if plural and (memory.before or at >= _OPENING):  # of those in the paragraph before only as it opens
            return found
        found = found or because("who spoke last", self._who_spoke(low, plural))
        alone = None if plural or found is not None else self.introduced.only_person(at)
        return found or because("the only person whom the sentence names before", alone)

    def _opened(self, low: str, sentence: Span) -> Speaker | None:
        """Whom a pronoun means that opens the sentence after one that his or her name opens."""
        answer = self.memory.draft.subject_of(sentence, low)
        one = answer and self.memory.meant(answer.person, -1, -1, answer.rule, 0.8)
        return one if one is not None and self._agrees(one, low, False) else None

    def _subject_before(self, earlier: Words, low: str, plural: bool) -> Speaker | None:
        """The subject of an earlier sentence, where the pronoun can mean it."""
        memory = self.memory
        words, memory.words = memory.words, earlier
        found = self._subject_of(earlier, low, plural, len(earlier.kinds))
        memory.words = words
        return found

    def _within(self, low: str, plural: bool, at: int) -> Speaker | None:
        """Whom the sentence itself or the talk it belongs to makes plain."""
        memory = self.memory
        words = memory.words
        if low in ("she", "her") and memory.spoken:
            known = next((s for s in memory.last if _is_woman(s) or memory.gender.get(s.name) == "she"), None)
            if known is None and self._who_spoke(low, plural, here=True) is None:
                known = self._woman_named(at)
            if known is not None:
                return because("the only woman who spoke, or whom the paragraph names", known)
        if not plural and (met := self.introduced.met(at)) is not None and self._agrees(met, low, plural):
            return because("the one met right before", met)
        if low in _OWN and at > 2 and words.kinds[at - 2] != "," and (own := self._subject_of(words, low, plural, at)):
            return because("the subject of the sentence", own)  # "Two officials were one in their view"
        aside = _in_aside(words, at)
        for one in reversed(memory.said):
            if one.place == "subordinate" and (one.kind == "ask" or "O" in words.kinds[one.verb[1] : at]):
                continue  # "When Smith asked, he replied that", "When Smith told him, he said that"
            if one.place == "subordinate" and aside and one.kind in INWARD:
                continue  # "While many Turks are angry, they said, ..."
            if one.verb[0] < at and self._agrees(one.speaker, low, plural):
                return because("who spoke earlier in the sentence", one.speaker)
        if at > 2 and not aside and (found := self._subject_opening(words, low, plural)) is not None:
            return because("the subject of the opening clause", found)
        if at > 2 and (words.kinds[:1] == "S" or words.kinds[at - 1] in "SC;") and not aside:
            return because("the subject of the sentence", self._subject_of(words, low, plural, at))
        return None

    def _subject_opening(self, words: Words, low: str, plural: bool) -> Speaker | None:
        """The subject of an opening clause, where the pronoun can mean it: "Note: While Smith disagreed, he said"."""
        opening = words.kinds.find(":", 0, 4) + 1
        subordinate = words.kinds[opening : opening + 1] == "S" or words.lower[opening : opening + 1] == ["since"]
        if plural or not subordinate or words.kinds[opening + 1 : opening + 2] not in ("U", "D", "X"):
            return None
        found = speakers_starting(words, opening + 1, self.resolver.resolve)
        one = found[0] if len(found) == 1 and found[0].kind == "person" else None
        return one if one is not None and self._agrees(one, low, plural) else None

    def _woman_named(self, at: int) -> Speaker | None:
        """The one woman whom the paragraph names before the pronoun, though she has not spoken."""
        memory = self.memory
        position, persons = memory.words.start(at), memory.draft.persons
        begin = next((p.span.start for p in memory.draft.paragraphs if p.span.start <= position < p.span.end), position)
        women = [
            i
            for i in memory.named(begin, position)
            if memory.sex_by_name(Speaker(persons[i].name, "person", -1, -1, i)) == "she"
        ]
        return Speaker(persons[women[0]].name, "person", -1, -1, women[0]) if len(women) == 1 else None

    def _who_spoke(self, low: str, plural: bool, here: bool = False) -> Speaker | None:
        """The last who spoke, in the paragraph alone where `here`, and whom the pronoun can mean."""
        memory = self.memory
        last = (s for s in memory.last if s.name in memory.here) if here else memory.last
        return next((s for s in last if self._agrees(s, low, plural)), None)

    def _subject_of(self, words: Words, low: str, plural: bool, limit: int) -> Speaker | None:
        start = 1 if words.kinds[:1] == "S" else 0
        if words.kinds[start : start + 1] in ("R", ""):
            return None
        found, first = main_subject(words, self.resolver.resolve)
        if first < limit and (plural or len(found) == 1):
            for speaker in found:
                if (
                    (speaker.kind != "body" or is_people(speaker))
                    and speaker.confidence > 0.6
                    and self._agrees(speaker, low, plural)
                ):
                    return speaker
        return None

    def _agrees(self, speaker: Speaker, low: str, plural: bool) -> bool:
        if (
            NO_ANTECEDENT.match(speaker.name)
            or speaker.person in self.barred
            or self.memory.clean[max(0, speaker.start) : speaker.end] == "I"
        ):
            return False
        if speaker.kind == "post" or (speaker.kind == "body" and not plural and speaker.confidence != INITIALS):
            return False
        if plural:
            people = SPEAKERS.get(speaker.name.lower().split()[-1]) != "thing"  # "press reports"
            return people and ((speaker.plural and speaker.person is None) or speaker.kind == "body")
        if speaker.plural or (speaker.kind == "function" and is_group(speaker.name)):
            return False
        known = self.memory.sex(speaker)
        wanted = "she" if low in ("she", "her") else "he"
        return known is None or known == wanted
