"""How sure the report of an encounter is by its words: what is planned, denied or long past is none."""

from __future__ import annotations

import re

from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.sentences.clauses import visited
from cablerdf.parse.meetings.words.certainty import MET, REMARK, TOLD, WEAK
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.when import MONTHS

# "will meet", "had told", "plans to meet", "has told"
_BEFORE_VERB = re.compile(
    r"\b(?:will|would|to|may|might|could|should|can|not|never|had|have|has|having)\s+"
    r"(?:\w+ly\s+|also\s+|not\s+|earlier\s+|first\s+|once\s+|last\s+|just\s+){0,2}$"
)
_HABIT = re.compile(
    r"\b(?:often|frequently|regularly|routinely|repeatedly|always|usually|in the past|over the years|previously)\b"
)
# "an upcoming meeting with", "requested a meeting with"
_BEFORE_NOUN = re.compile(
    r"\b(?:upcoming|next|planned|scheduled|proposed|request(?:ed|s|ing)?|seek(?:ing|s)?|sought|arrang\w+|cancel\w*"
    r"|postpon\w+|ahead of|prior to|in advance of|previous|earlier|last|future|possible|potential|hop\w+|propos\w+"
    r"|invit\w+|regular|ongoing|frequent|continu\w+|prior|want\w*|agree\w* to|look\w* forward to|recent|past|any|no"
    r"|will|would|could|should|plan\w*|need\w*|prepar\w+)\b[^.,;]{0,40}$|\b(?:to be|from) $"
)
_WITHIN = re.compile(r"\b(?:in|during|at|over) (?:an?|the) (?P<rest>[^.;]{0,40})$")
_OLD = re.compile(
    r"\b(?:last (?:year|month|spring|summer|fall|autumn|winter)|years? ago|months ago|in (?:19|20)\d\d\b"
    r"|earlier this year|in the past|in previous meetings)\b"
)
_HAD = re.compile(r"\bhad(?: \w+)? (?:had|held|concluded|finished|completed|attended|left|come from|returned from)\b")
_MONTH_ONLY = re.compile(
    r"\bin (?:early |mid-?|late )?(?P<month>january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b(?! \d{1,2}\b)(?:,? (?P<year>(?:19|20)\d\d))?"
)
_ADVERB = 25  # characters before a verb that may hold its adverb
_HAVE = re.compile(r"\b(?:has|have)\b[^.;]{0,50}$")
_RECENT = re.compile(r"\W*(?:[a-z]+: )?(?:in|during|at|over) an? (?:\w+ )?recent\s+(?:[\w-]+\s+){0,3}$")


def strength_of(sentence: Sentence, cue: Cue, before: str) -> float:
    """How sure a report is by its verb; 0 for what is planned, denied or long past."""
    low = sentence.low
    if cue.kind in ("noun", "occasion"):
        if _RECENT.match(low, sentence.span.start, cue.start):
            return TOLD
        within = _WITHIN.search(before)  # "sought help in a meeting with": the help is sought, not the meeting
        if _BEFORE_NOUN.search(within["rest"] if within else before) or _HAD.search(
            before[-25:] + low[cue.start : cue.end + 12]
        ):
            return 0
        strength = WEAK if _HAVE.search(before) else MET
    else:
        if visited(sentence, cue) is not None:
            return TOLD
        strength = TOLD if cue.kind in ("tell", "discuss", "visit") else MET
        if _BEFORE_VERB.search(before):
            return 0
        if cue.form in ("discuss", "meet") or (cue.form.endswith("s") and cue.kind == "host"):
            return 0
        if cue.form.endswith("s") and cue.kind == "tell":  # "FM Poe tells us that"
            strength = REMARK
    whole = squeezed(low[max(sentence.span.start, cue.start - 70) : min(sentence.span.end, cue.end + 90)])
    whole = whole.split(" that ")[0]
    if _OLD.search(whole) or _HABIT.search(before[-_ADVERB:]):
        strength = min(strength, WEAK)
    if _long_ago(sentence, whole):
        return 0
    return strength


def _long_ago(sentence: Sentence, whole: str) -> bool:
    """Whether the sentence speaks of a month, without a day, well before the cable's own."""
    match = _MONTH_ONLY.search(whole)
    if match is None or sentence.issued is None or len(sentence.issued) < 7:
        return False
    month = MONTHS.index(match["month"][:3]) + 1
    year, now = int(sentence.issued[:4]), int(sentence.issued[5:7])
    if match["year"]:
        return (year - int(match["year"])) * 12 + now - month > 1
    return (now - month) % 12 > 1
