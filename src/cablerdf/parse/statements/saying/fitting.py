"""Which verb of saying a printed form is, by the words that follow it."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.clauses import that_after_aside
from cablerdf.parse.statements.grammar.lexicon import Form, Verb, word_set
from cablerdf.parse.statements.grammar.phrases import phrase_starting
from cablerdf.parse.statements.grammar.words import Words

_CLAUSAL = frozenset(("that", "whether", "if", "how", "what", "why", "who", "where", "when", "which"))
_TO = frozenset(("want", "promise", "think", "warn"))  # "hopes to", "threatens to"
LASTING = frozenset(("continue", "continued", "continues"))  # "continues to believe"
_THAT = frozenset(("that", "that!"))
_HAVE = frozenset(("has", "have", "had"))
_ARTICLES = frozenset(("a", "an", "the"))
_SOON = 9  # words after the verb
_TAKES_TO = word_set("speech noun") | word_set("bond")
_TIMES = word_set("period") | {"day", "few", "following", "next", "same"}  # "called him a week later"


def fitting_verb(words: Words, at: int, form: Form) -> Verb | None:
    """The verb that the form at `at` stands for here, None where what follows does not fit."""
    kinds, lower = words.kinds, words.lower
    following = kinds[at + 1 : at + 2] or "."
    if following == "B":
        following = kinds[at + 1 :].lstrip("B")[:1] or "."
    if following == ",":
        comma = kinds.find(",", at)
        closed = comma > at + 1 and lower[comma + 1 : comma + 2] == ["that"]  # "observers note however, that"
        following = "S" if closed or that_after_aside(words, comma) else ","
    present = form.tense in ("base", "third")
    if present and ((at and lower[at - 1] in _HAVE) or (at + 1 < len(lower) and lower[at + 1] in _HAVE)):
        return None  # "officials of the project have said", "we have reason to"
    for verb in form.verbs + form.past:
        if verb.follow:
            if present and verb.noun and _has_own_verb(words, at):
                continue  # "the Spanish press in May reported that"
            ends = following in ",.;)" or (following in "UX" and kinds[at - 1 : at] in (",", '"'))
            trailing = (
                verb.inverts and ends and "that!" in verb.follow
            )  # "..., he maintained.", "..., maintained Smith."
            if not trailing and not _followed(words, at, verb):
                continue
            said = words.forms.get(at + 3) if lower[at + 2 : at + 3] == ["to"] else None
            if said is not None and said.tense == "base" and fitting_verb(words, at + 3, said):
                continue  # "went on to say"
        elif present and verb.noun and _is_noun(words, at, verb, following):
            continue
        if verb.never and not verb.never.isdisjoint(lower[at + 1 : at + 2 + (kinds[at + 1 : at + 2] == "B")]):
            continue
        if "..to" in verb.never and _withheld(words, at):
            continue
        if verb.absent and not verb.absent.isdisjoint(lower[at + 1 : at + _SOON]):
            continue
        if verb.inverts and lower[at + 1 : at + 2] == ["by"] and _acts(words, at + 2):
            continue  # "responded by closing the port"
        if verb.object and not verb.inverts and following in ".,;:)":
            continue
        thing = at + 2 if at + 2 < len(lower) and lower[at + 1] in verb.follow else 0
        if verb.clausal and (following == "N" or (thing and kinds[thing] in "NUD" and thing not in words.forms)):
            continue  # "adds spin", "went on television"
        return verb
    return None


def _withheld(words: Words, at: int) -> bool:
    """Whether the object goes to somebody: "denied aid to farmers", no "denied any link to Smith"."""
    phrase = phrase_starting(words, at + 1)
    if phrase is None or words.lower[phrase.stop : phrase.stop + 1] != ["to"] or words.lower[at + 1] == "any":
        return False
    return words.lower[phrase.end - 1] not in _TAKES_TO


def _acts(words: Words, at: int) -> bool:
    """Whether an -ing form stands at `at` that is no verb of saying."""
    return at < len(words.lower) and words.lower[at].endswith("ing") and at not in words.forms


def _has_own_verb(words: Words, at: int) -> bool:
    """Whether an auxiliary, a past form or "in" follows a present form, which is a noun then."""
    following = words.forms.get(at + 1)
    past = following is not None and following.tense == "past"
    return past or words.kinds[at + 1 : at + 2] == "A" or words.lower[at + 1 : at + 2] == ["in"]


def _is_noun(words: Words, at: int, verb: Verb, following: str) -> bool:
    """Whether a present form is a noun here, by the kind of word that follows: "the claims of", "Smith claims that"."""
    lower = words.lower
    if following == "S":
        return _CLAUSAL.isdisjoint(lower[at + 1 : at + 5])  # "opposition protests while ..."
    if following == "," and at > 1 and words.kinds[at - 2] == "," and words.kinds[at - 1] in "NU" and verb.inverts:
        return words.forms[at].tense != "base"  # "..., observers note, ..."
    if at + 1 == len(lower) and verb.inverts and words.forms[at].tense == "base":  # "..., some observers report."
        return words.kinds[:at].rstrip("DNU")[-1:] != ","
    if following in 'DGRUX#O":' or lower[at + 1 : at + 2] == ["having"] or words.kinds[at - 1 : at] in "RB":
        return False
    k = at + 1
    while words.kinds[k : k + 1] == "B" and (lower[k] != "not" or lower[at].endswith("s")):
        k += 1
    if lower[k : k + 1] == ["to"] and (verb.kind in _TO or verb.name == "claim"):  # "claims only to know"
        return False
    return not (at > 1 and lower[at - 1] == "to" and lower[at - 2] in LASTING)


def _followed(words: Words, at: int, verb: Verb) -> bool:
    """Whether one of the words comes soon, before a preposition; a word with ~ may come later."""
    lower, follow = words.lower, verb.follow
    if "".join(lower[at + 1 : at + 2]) + "!" in follow:
        return True
    if not follow.isdisjoint(_THAT) and that_after_aside(words, at + 1):
        return True
    for k in range(at + 1, min(at + 4 + verb.others, len(lower))):
        if lower[k] in follow:
            return True
        if lower[k] + ".." in follow and not words.kinds[at + 1 : k].strip("B"):  # "called on Smith to resign"
            return "to" in lower[k + 2 : k + 15]
        if words.kinds[k] in "P,.;" and lower[k] not in ("to", "of"):
            break
    if not follow.isdisjoint(_THAT) and _then_that(words, at):
        return True
    if "=" in follow and _named_so(words, at):
        return True
    if not verb.later or (
        verb.noun and lower[at] == verb.name and words.kinds[at - 1 : at] not in ("A", "M", "R", "P")
    ):
        return False  # "press reports seem to show"
    later = enumerate(lower[at + 1 : at + 12], at)
    return any(word in verb.later and lower[k] not in ("such", "well") for k, word in later)


def _then_that(words: Words, at: int) -> bool:
    """Whether a date, a place or somebody stands before "that": "maintained in May that", "hinted to Smith that"."""
    kinds, lower = words.kinds, words.lower
    if kinds[at + 1 : at + 2] != "P" or "that" not in lower[at + 2 : at + 9]:
        return False
    return lower[at + 1] != "to" or kinds[at + 2] in "DGUXO#"


def _named_so(words: Words, at: int) -> bool:
    """Whether an object with its complement follows: "called the accord a farce"."""
    phrase = phrase_starting(words, at + 1)
    after = [] if phrase is None else words.lower[phrase.stop : phrase.stop + 2]
    return len(after) == 2 and after[0] in _ARTICLES and after[1] not in _TIMES
