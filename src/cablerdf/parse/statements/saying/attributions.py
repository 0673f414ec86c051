"""The verbs of saying in a sentence, each with the words that name its speaker."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.statements.grammar.clauses import CONCESSIVE, place_of, that_after_aside
from cablerdf.parse.statements.grammar.lexicon import Form, Verb, word_set
from cablerdf.parse.statements.grammar.verbs import Group, is_negative, verb_group
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.saying.fitting import LASTING, fitting_verb
from cablerdf.parse.statements.saying.frames import according, by_agent, contacting, inverted, participle
from cablerdf.parse.statements.saying.named import restricted, speakers_left
from cablerdf.parse.statements.saying.nouns import WISHES, of_the_view, received, wishes
from cablerdf.parse.statements.saying.owners import views, writer
from cablerdf.parse.statements.saying.printed import verb_end
from cablerdf.parse.statements.speakers.values import Attribution, Reading, Resolve, Speaker, is_people

_CUES = word_set("opinion") | word_set("stance") | word_set("received noun") | {"according", "per"}
_COLLECTIVE = word_set("collective")  # "the police believe"
_OPINIONS = frozenset(("think", "want", "agree", "deny", "state"))
_VIEWED = frozenset(("think", "want", "agree"))
_CATENATIVES = word_set("catenative")
_PARTICIPIAL = word_set("participial")
_TAKEN = frozenset(("time", "opportunity", "pains"))
_TAKES = frozenset(("took", "takes", "take", "taken", "used", "uses"))
_SAID_OF = word_set("said of")
_TO_BE = (["to", "be"], ["to", "have"])  # "Smith, alleged to be a member"
_DEGREES = frozenset(("most", "more", "less", "very", "so", "quite", "too"))
_ANYBODY = frozenset(("anyone", "anybody", "everyone", "everybody", "someone", "somebody"))
_NEITHER = frozenset(("neither", "nor"))
_POINT = ["made", "a", "point", "of"]
_SEEMING = word_set("seeming")
_LENGTHS = {"as": 3, "way": 4}  # words back to the verb in "went so far as", "went out of his way"
_GOES = frozenset(("go", "goes", "going", "gone", "went"))
_TO_SAY = _CATENATIVES | _SEEMING | _LENGTHS.keys()  # "went on to say", "appears to say"
_TO_THINK = LASTING | _SEEMING  # "continues to believe"
_TOLD = word_set("told")
_FAR = 500  # words behind a verb of saying that what is said may still go on


def attributions(words: Words, resolve: Resolve, found: list[Attribution]) -> list[Attribution]:
    """Every attribution of the sentence, put into `found`, before it is settled which of them count."""
    reading = Reading(words, resolve, found)
    for at, form in words.forms.items():
        if words.quoted[at] or (found and _within(words, at, form, found[-1])):
            continue
        verb = fitting_verb(words, at, form)
        if verb is not None:
            found += _attribution(reading, at, form, verb)
    if not _CUES.isdisjoint(words.lower):
        found += according(words, resolve)
        found += views(words, resolve)
        found += of_the_view(reading)
        if not found:
            found += received(reading)
    if not found and _wishes(words):
        found += wishes(reading)
    return found


def speaks(words: Words) -> bool:
    """Whether the sentence has words that attribute without a verb: "according to", "in his view", "would like"."""
    return not _CUES.isdisjoint(words.lower) or _wishes(words)


def _wishes(words: Words) -> bool:
    return "would" in words.lower and not WISHES.isdisjoint(words.lower)


def _within(words: Words, at: int, form: Form, last: Attribution) -> bool:
    """Whether a verb plainly belongs to what the last speaker says, so that nobody need look for its subject."""
    if last.place != "main" or not 0 <= at - last.verb[1] < _FAR:
        return False
    if form.tense == "base":
        comma = words.kinds.rfind(",S", last.verb[1], at)
        return comma < 0 or words.lower[comma + 1] not in CONCESSIVE  # "..., while they propose"
    between = words.kinds[last.verb[1] : at]
    if form.tense == "ing":
        return "with" not in words.lower[last.verb[1] : at]
    if words.kinds[at + 1 : at + 2] in ("", ",", ".", ")", '"', "-"):
        return False
    if "," in between[-6:]:  # "..., Smith told the group, ..."
        return False
    return (
        ";" not in between
        and ",C" not in between
        and ",S" not in between
        and "-S" not in between
        and "-PS" not in between
    )


class _Found(NamedTuple):
    """A verb of saying in its sentence: words `start` to `at` are its verb group's, `left` stands before that."""

    verb: Verb
    tense: str
    start: int
    at: int
    left: int


def _attribution(reading: Reading, at: int, form: Form, verb: Verb) -> list[Attribution]:
    """The attributions that the verb of saying at `at` makes, by its tense and voice."""
    words = reading.words
    if form.tense == "state" and verb.kind != "state":
        form = Form("past", form.past)
    group = verb_group(words, at)
    if group.modal or (group.negated and verb.kind not in _OPINIONS):
        return []
    start = _helped_from(words, group.left, at) if group.negated else at
    found = _Found(verb, form.tense, start, at, group.left)
    if form.tense == "ing":
        return _progressive(reading, found, group)
    if form.tense == "state":
        return _state(reading, found, group, form)
    if form.tense == "past":
        return _past(reading, found, group)
    if form.tense == "third":
        return [] if group.helped else _with_subject(reading, found)
    return _base(reading, found)


def _progressive(reading: Reading, found: _Found, group: Group) -> list[Attribution]:
    """Of an -ing form: "is asking", "made a point of asking", "..., asking"."""
    words, verb, at = reading.words, found.verb, found.at
    if words.lower[max(0, at - 4) : at] == _POINT and verb.kind not in ("ask", "propose"):
        left = verb_group(words, at - 4).left
        return _with_subject(reading, found._replace(tense="past", start=at - 4, left=left))
    if not group.passive:
        return participle(reading, at, verb)
    if verb.kind in _VIEWED or words.lower[at - 1] in _DEGREES:  # "is considering", "is most welcoming" is no view
        return []
    return _with_subject(reading, found)


def _state(reading: Reading, found: _Found, group: Group, form: Form) -> list[Attribution]:
    """Of an adjective: "was worried", "did not seem convinced"; of a past form that looks like one: "worried that"."""
    words, at, left = reading.words, found.at, found.left
    if group.passive:
        start = max(left + 1, words.kinds.find("A", left + 1, at))
        return _with_subject(reading, found._replace(start=start))
    if words.lower[max(left, 0)] in _SEEMING:
        seeming = verb_group(words, left)
        start = _helped_from(words, seeming.left, left) if seeming.negated else left
        return _with_subject(reading, found._replace(start=start, left=seeming.left))
    if form.past and form.past[0].never.isdisjoint(words.lower[at + 1 : at + 2]):
        return _attribution(reading, at, Form("past", form.past), form.past[0])
    return []


def _past(reading: Reading, found: _Found, group: Group) -> list[Attribution]:
    """Of a past form, active, perfect or passive: "said", "appears to have said", "asked by Smith"."""
    words, lower, verb, at, left = reading.words, reading.words.lower, found.verb, found.at, found.left
    if group.passive:
        if lower[at] == "quoted" and "as" in lower[at + 1 : at + 6]:
            return _with_subject(reading, found)
        if lower[max(left, 0)] == "to" and lower[left - 1] not in _SEEMING:
            return []  # "has yet to be confirmed by Smith"
        return by_agent(words, at, verb, reading.resolve)
    if not group.helped and lower[at] in _SAID_OF and lower[at + 1 : at + 3] in _TO_BE:
        return []
    if not group.helped and _has_agent(words, at):
        loose = at == 0 or words.kinds[at - 1] in "S,:" or lower[at - 1] == "as"  # "as proposed by Smith"
        return by_agent(words, at, verb, reading.resolve) if loose else []
    if group.helped and lower[left] == "to" and lower[left - 1] in _SEEMING:  # "appears to have concluded"
        found = found._replace(start=left - 1, left=verb_group(words, left - 1).left)
    return _with_subject(reading, found)


def _base(reading: Reading, found: _Found) -> list[Attribution]:
    """Of a present form or infinitive: "they say", "went on to say"."""
    lower, left = reading.words.lower, found.left
    if left >= 0 and lower[left] == "to":
        chain = _chain(reading.words, left - 1)
        if chain is None and found.verb.kind not in _OPINIONS:
            caller = contacting(reading.words, left)
            return _with_subject(reading, found._replace(tense="past", left=caller)) if caller >= 0 else []
        if chain is None or (found.verb.kind in _OPINIONS and lower[left - 1] not in _TO_THINK):
            return []
        found = found._replace(start=chain[0], left=chain[1])
    return _with_subject(reading, found)


def _helped_from(words: Words, left: int, at: int) -> int:
    """First auxiliary or negation of the verb group whose verb is at `at`: "does not expect", "never believed"."""
    return next(k for k in range(left + 1, at) if words.kinds[k] == "A" or is_negative(words, k))


def _has_agent(words: Words, at: int) -> bool:
    """Whether "by ..." follows a past form, so that it is passive: "proposed by the board"."""
    k = at + 1
    while words.kinds[k : k + 1] == "B":
        k += 1
    return words.lower[k : k + 1] == ["by"] and not "".join(words.lower[k + 1 : k + 2]).endswith("ing")


def _chain(words: Words, last: int) -> tuple[int, int] | None:
    """First word and left neighbour of what stands before "to say": "went on", "was quick"."""
    if last < 0 or words.lower[last] not in _TO_SAY:
        return None
    start = last - (words.lower[last] in ("on", "in"))  # "went on to say", "chimed in to say"
    if words.lower[last] in _LENGTHS:  # "went so far as to say", "went out of his way to stress"
        start = max(0, last - _LENGTHS[words.lower[last]])
        if words.lower[start] not in _GOES:
            return None
    if words.lower[last] in _TAKEN:  # "took time to thank", "took great pains to stress"
        start = last - 1 - (words.lower[last - 1] not in _TAKES)
        if start < 1 or words.lower[start] not in _TAKES:
            return None
    group = verb_group(words, start)
    if group.modal or group.negated or (group.left >= 0 and words.lower[group.left] == "to"):
        return None
    return start, group.left


def _with_subject(reading: Reading, found: _Found) -> list[Attribution]:
    words, lower, verb, at, left = reading.words, reading.words.lower, found.verb, found.at, found.left
    printed = (found.start, verb_end(words, at, verb))
    addressing = lower[at] in _TOLD and verb.name != "ask"
    invertible = words.kinds[at - 1] == '"' if addressing else verb.inverts  # "..." pressed Smith
    if invertible and found.tense != "base" and (left < 0 or words.kinds[left] in ',"-'):
        speakers = inverted(words, at, reading.resolve)
        if speakers:
            return [Attribution("aside", printed, verb.kind, s, at) for s in speakers]
    speakers, first, relative = speakers_left(reading, left)
    if not speakers and verb.inverts:
        speakers, first = writer(words, left, reading.resolve)
        if not speakers and not reading.found and found.tense != "base":
            speakers, first = restricted(reading, left)
    if not speakers or lower[first] == "few" or _tied_wrongly(words, found, speakers, first):
        return []
    if first and words.kinds[first - 1] in "ABCM" and not _NEITHER.isdisjoint(lower[max(0, first - 2) : first]):
        return []  # "neither side believes", "nor has Smith said"
    if relative and _restricts(words, found, speakers):
        return []
    if verb.personal or verb.others:
        unfit = ("body",) * verb.personal + ("post",) * verb.others
        speakers = [s for s in speakers if s.kind not in unfit or is_people(s)]
    if any(s.confidence < 0.6 for s in speakers) and not (verb.inverts or verb.kind == "ask"):
        return []
    place = "relative" if relative else place_of(words, first, at)
    if lower[left + 1] == "having":  # "Smith, having expressed doubts, said"
        place = "participle"
    if place == "aside" and not verb.inverts and lower[first - 1] != "as":
        place = "main"
    closed = words.kinds[at + 1 : at + 2] in (",", ".", ";", "") and not that_after_aside(words, at + 1)
    if place != "aside" and (verb.aside or (verb.object and closed)):
        return []
    return [Attribution(place, printed, verb.kind, s, first) for s in speakers] if place else []


def _restricts(words: Words, found: _Found, speakers: list[Speaker]) -> bool:
    """Whether "who" only tells which people are meant: "voters who support the plan", "someone who has seen it"."""
    if words.kinds[found.left - 1] == ",":
        return False
    if all(s.name.lower() in _ANYBODY for s in speakers):
        return True
    return found.tense == "base" and all(s.kind == "function" and s.plural for s in speakers)


def _several(words: Words, found: _Found, speaker: Speaker) -> bool:
    """Whether the subject may have its verb in the plural."""
    if speaker.plural or (speaker.kind == "body" and speaker.name.endswith("s")):
        return True
    return words.lower[found.left] in _COLLECTIVE and not found.verb.noun  # "the police believe", no "press report"


def _impersonal(speaker: Speaker) -> bool:
    return speaker.kind == "body" or (speaker.kind == "function" and not speaker.inferred)


def _closes_aside(words: Words, left: int, first: int, speakers: list[Speaker]) -> bool:
    """Whether the comma at `left` closes what a comma right after the speaker's name opens."""
    opened = words.kinds.find(",", first, left)
    return opened > 0 and speakers[0].kind == "person" and words.end(opened - 1) == speakers[0].end


def _tied_wrongly(words: Words, found: _Found, speakers: list[Speaker], first: int) -> bool:
    """Whether the form cannot be the verb of that subject."""
    at, left = found.at, found.left
    coordinated = left >= 0 and words.kinds[left] in "C,"
    adjective = words.lower[at] in _PARTICIPIAL and words.kinds[at + 1 : at + 2] in ("N", "U")
    if adjective and coordinated and left == at - 1 and not _closes_aside(words, left, first, speakers):
        return True  # "protests and perceived inequities", not "Smith, of the board, claimed victory"
    hangs = left == at - 1 and words.lower[at] in _PARTICIPIAL and words.lower[at + 1 : at + 2] == ["to"]
    if hangs and found.verb.kind != "say" and words.kinds[left] in "NU" and speakers[-1].end <= words.start(left):
        return True  # "the Ministry on a pact expected to be signed"
    listed = found.verb.noun and found.tense == "third" and words.kinds[0] in "-(" and _impersonal(speakers[0])
    if listed and words.kinds[at + 1 : at + 2] not in ("R", "S"):
        return True  # a list of wanted things: "-- Government plans to build more"
    subject = words.kinds[first : left + 1]
    if found.tense == "third" and found.verb.noun and "C" in subject[:-1] and "," not in subject and subject[-1] != "C":
        return True  # "Smith and his party face great challenges"
    if found.tense != "base" or found.start != at or "A" in words.kinds[left + 1 : at] or words.kinds[left] == "X":
        return False  # those whose names were removed may be several
    if len(speakers) == 1 and not _several(words, found, speakers[0]):
        return True
    return coordinated and ("M" in words.kinds[first:left] or "to" in words.lower[first:left])  # "can wait and urge"
