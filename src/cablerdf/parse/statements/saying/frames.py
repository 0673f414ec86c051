"""Attributions that are no plain subject and verb: participles, agents, "according to", "per"."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.lexicon import Verb, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase, phrase_starting
from cablerdf.parse.statements.grammar.verbs import finite, verb_group
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.saying.printed import verb_end
from cablerdf.parse.statements.speakers.opening import main_subject, speakers_starting
from cablerdf.parse.statements.speakers.values import Attribution, Reading, Resolve, Speaker

_DOCUMENTS = word_set("document")
_AGENTS = frozenset(("say", "ask", "warn", "propose", "praise", "criticize"))
_ACTS = frozenset(("question", "challenge", "threaten"))  # "was questioned by police" is no question
_SILENT = frozenset(("think", "want", "agree"))  # "preferring to stay" is no speech
_UTTERANCES = word_set("utterance")  # "a statement condemning", "came out publicly accusing"
_WRITINGS = word_set("writing") | {"cable", "call", "email", "invitation", "petition", "request"}
_NOT_UTTERED = frozenset(("not", "never", "to", "without"))  # "was asked to write a letter describing"
_FUTURE = frozenset(("will", "would", "should", "may", "might"))
_OTHER_VERB = frozenset("AS,;:")  # kinds of words that tell of a clause of its own before the modal
_QUOTING = frozenset(("quoted", "quotes", "quoting"))
_FRAMING = word_set("framing")  # "ended with Smith asking"
_CONTACTS = word_set("contact")  # "called Smith to say", "used the lunch to stress"
_CONTACTED = "DGNUXO#BP()"
_RECEIVES = frozenset(("received", "receives", "receive", "got"))
_NEAREST = 14  # words between the subject and the participle after what is uttered


def inverted(words: Words, at: int, resolve: Resolve) -> list[Speaker]:
    """The speaker after the verb: "..., said Smith", "... ,' asked Smith, who"."""
    phrase = phrase_starting(words, at + 1)
    if phrase is None or (words.lower[at] == "asked" and words.lower[phrase.end : phrase.end + 1] == ["to"]):
        return []  # "Smith complained, asked the board to act"
    speaker = resolve(phrase)
    if speaker is None or (speaker.kind == "body" and speaker.confidence > 0.7):
        return []
    after = words.kinds[phrase.end : phrase.end + 1]
    if after and after not in ',.;:"()-PSC#':
        return []
    return [speaker]


def participle(reading: Reading, at: int, verb: Verb) -> list[Attribution]:
    """ "Smith left, saying that ...", "opened by thanking", "with officials rejecting"."""
    words, resolve, before = reading
    kinds, lower = words.kinds, words.lower
    if verb.aside or (verb.kind in _SILENT and lower[at + 1 : at + 2] != ["that"]):
        return []
    weak = verb.personal and not verb.inverts  # "..., raising the question whether": no one's words
    left = at - 1
    while left >= 0 and kinds[left] == "B" and lower[left] not in _UTTERANCES:
        left -= 1
    printed = (at, verb_end(words, at, verb))
    if not before and not _QUOTING.isdisjoint(lower[max(0, at - _NEAREST) : at]):
        quoted = _quoted(reading, at, printed, verb)
        if quoted:
            return quoted
    if left >= 0 and kinds[left] in "NUXB)":
        if not before and lower[left] in _UTTERANCES:
            return _uttered(reading, at, printed, verb)
        return _absolute(reading, at, printed, verb, left)
    if left >= 0 and not (kinds[left] in ",C-" or lower[left] in ("by", "in")):
        return []
    if lower[max(left, 0)] == "in" and not (left > 0 and kinds[left - 1] == ","):
        return []
    if before:
        return [a._replace(place="participle", verb=printed, kind=verb.kind) for a in before[-1:]]
    speakers, first = _senders(words, at, resolve) or main_subject(words, resolve)
    if 0 < at <= first or _planned(words, first, at):
        return []
    if at == 0 and not _opens(words, first, speakers):
        return []
    if left >= 0 and kinds[left] == "C" and ("M" in kinds[first:left] or "not" in lower[first : first + 5]):
        return []  # "may be viewing the polls and recognizing that"
    others = [s for s in speakers if s.confidence > 0.65 and s.kind != "post"]
    if weak and any(s.kind != "person" for s in others):
        return []
    return [Attribution("participle", printed, verb.kind, s, first) for s in others]


def _senders(words: Words, at: int, resolve: Resolve) -> tuple[list[Speaker], int] | None:
    """Who sent what the subject received: "The post received a letter from Smith, asking"; None where it did not."""
    lower = words.lower
    received = next((k for k in range(at - 1, -1, -1) if lower[k] in _RECEIVES), at)
    what = next((k for k in range(received + 1, at) if lower[k] in _WRITINGS), at)
    if what == at:
        return None
    sent = next((k for k in range(what + 1, at) if lower[k] == "from"), -1)
    return (speakers_starting(words, sent + 1, resolve) if sent > 0 else []), received


def _absolute(reading: Reading, at: int, printed: tuple[int, int], verb: Verb, left: int) -> list[Attribution]:
    """ "..., with officials rejecting": those between "with" and the participle, whose last word is `left`."""
    words, lower = reading.words, reading.words.lower
    if "with" not in lower[max(0, left - 12) : left]:
        return []
    first = left - lower[left - 1 :: -1].index("with")
    if first > 1 and words.kinds[first - 2] not in ',-;("' and lower[first - 2] not in _FRAMING:
        return []  # "met with officials arguing", but "ended with officials arguing"
    speakers = speakers_starting(words, first, reading.resolve)
    if not speakers or not _reaches(words, speakers[-1], left):
        return []
    return [Attribution("participle", printed, verb.kind, s, first) for s in speakers if s.end <= words.start(at)]


def _quoted(reading: Reading, at: int, printed: tuple[int, int], verb: Verb) -> list[Attribution]:
    """ "The paper quoted Smith as saying", "quoted Smith saying": Smith says it."""
    words, lower = reading.words, reading.words.lower
    last = at - 1 - (lower[at - 1] == "as")
    first = next(k for k in range(at - 1, -1, -1) if lower[k] in _QUOTING) + 1
    speakers = speakers_starting(words, first, reading.resolve)
    if not speakers or not _reaches(words, speakers[-1], last):
        return []
    return [Attribution("participle", printed, verb.kind, s, first) for s in speakers]


def _opens(words: Words, first: int, speakers: list[Speaker]) -> bool:
    """Whether the subject at `first` does what an opening participle tells: "Saying he was late, Smith left"."""
    kinds, k = words.kinds, first
    while k < len(kinds) and words.start(k) < speakers[-1].end:
        k += 1
    return k < len(kinds) and kinds.find(",") == first - 1 and kinds[k] in "NABM"


def _planned(words: Words, first: int, at: int) -> bool:
    """Whether the subject at `first` will only do what the sentence tells: "Smith will visit us, asking for aid"."""
    modal = words.kinds.find("M", first, at)
    if modal < 0 or words.lower[modal] not in _FUTURE or not _OTHER_VERB.isdisjoint(words.kinds[first:modal]):
        return False
    return not any(finite(words, k) for k in range(first, modal))


def _reaches(words: Words, speaker: Speaker, last: int) -> bool:
    """Whether nothing but "of ..." stands between the printed speaker and the end of the subject."""
    k = last
    while k > 0 and words.end(k) > speaker.end:
        k -= 1
    between = words.kinds[k + 1 : last + 1]
    return not between or (between[0] == "P" and not between.strip("PDGUN"))


def _uttered(reading: Reading, at: int, printed: tuple[int, int], verb: Verb) -> list[Attribution]:
    """ "The ministry issued a statement condemning the raid": the subject of the sentence says it."""
    speakers, first = main_subject(reading.words, reading.resolve)
    between = reading.words.lower[first:at]
    if first >= at or at - first > _NEAREST or not _NOT_UTTERED.isdisjoint(between):
        return []
    others = [s for s in speakers if s.confidence > 0.65 and s.kind != "post"]
    return [Attribution("participle", printed, verb.kind, s, first) for s in others]


def contacting(words: Words, to: int) -> int:
    """The word before the verb group, where somebody "called Smith to say", else -1; "to" stands at `to`."""
    k = to - 1
    while k > max(0, to - _NEAREST) and words.kinds[k] in _CONTACTED and words.lower[k] not in _CONTACTS:
        k -= 1
    if k < 1 or k == to - 1 or words.lower[k] not in _CONTACTS:
        return -1
    group = verb_group(words, k)
    return -1 if group.passive or group.modal or group.negated else group.left


def by_agent(words: Words, at: int, verb: Verb, resolve: Resolve) -> list[Attribution]:
    """ "When asked by Poloff ..., Smith said": the agent of a passive."""
    act = verb.name in _ACTS or verb.personal
    if verb.kind not in _AGENTS or (act and "about" not in words.lower[at + 2 : at + 9]):
        return []
    kinds, lower = words.kinds, words.lower
    k = at + 1
    while k < len(kinds) and kinds[k] == "B":
        k += 1
    if k >= len(kinds) or lower[k] != "by":
        return []
    phrase = phrase_starting(words, k + 1)
    speaker = resolve(phrase) if phrase else None
    return [Attribution("agent", (at, at + 1), verb.kind, speaker, k + 1)] if speaker else []


def according(words: Words, resolve: Resolve) -> list[Attribution]:
    """ "According to Smith ...", "according to a report by the Center", "..., per Smith"."""
    found = _per(words, resolve) if "per" in words.lower else []
    for at, low in enumerate(words.lower if "according" in words.lower else ()):
        if low == "according" and words.lower[at + 1 : at + 2] == ["to"] and not words.quoted[at]:
            speakers = speakers_starting(words, at + 2, resolve) or _behind(words, at + 2, resolve)
            if not speakers and words.kinds[at + 2 : at + 3] == "X":  # "According to XXXXXXXX prices rise"
                redacted = resolve(Phrase(at + 2, at + 3, at + 3))
                speakers = [redacted] if redacted else []
            speakers = speakers or _document(words, at + 2, resolve)
            for speaker in speakers:
                found.append(Attribution("aside", (at, at + 2), "say", speaker, at))
    return found


def _per(words: Words, resolve: Resolve) -> list[Attribution]:
    """ "..., per Smith": of people alone, not "per decree"."""
    at = words.lower.index("per")
    if words.quoted[at] or (at and words.kinds[at - 1] not in ",("):
        return []
    speakers = [s for s in speakers_starting(words, at + 1, resolve) if s.kind == "person" and s.confidence > 0.8]
    return [Attribution("aside", (at, at + 1), "say", s, at) for s in speakers]


def _behind(words: Words, first: int, resolve: Resolve) -> list[Speaker]:
    """Who stands behind a document: "a 2007 report issued by the Center", "an article in the Morning Post"."""
    thing = phrase_starting(words, first)
    if thing is None or words.lower[thing.end - 1] not in _UTTERANCES:
        return []
    k = thing.end
    while words.kinds[k : k + 1] in ("N", "B") and words.lower[k : k + 1] != ["by"]:
        k += 1  # "issued", "recently made"
    by = words.lower[k : k + 1] == ["by"]
    if k > thing.end + 2 or not (by or words.lower[k : k + 1] == ["in"]):
        return []
    speakers = speakers_starting(words, k + 1, resolve)
    return [s for s in speakers if s.confidence > 0.65 and (by or s.kind == "body")]


def _document(words: Words, first: int, resolve: Resolve) -> list[Speaker]:
    """Whose document it is, else the document itself: "the Center's 2009 survey", "a Forest Service report"."""
    thing = phrase_starting(words, first)
    if thing is None or words.lower[thing.end - 1] not in _DOCUMENTS or thing.end - thing.start < 3:
        return []
    owned = next((k for k in range(first, thing.end - 1) if words.lower[k].endswith(("'s", "’s"))), -1)
    owner = resolve(Phrase(first, owned + 1, owned + 1)) if owned > 0 else None
    if owner is not None:
        return [owner]
    start, end = words.start(first), words.end(thing.end - 1)
    return [Speaker(" ".join(words.raw[first : thing.end]).rstrip(".,"), "function", start, end, confidence=0.7)]
