"""Who met whom where the sentence has them in the passive: "The CDA was summoned on May 3 by FM Poe"."""

from __future__ import annotations

import re

from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence, objects, subjects
from cablerdf.parse.meetings.words.cues import Cue

_WAS = re.compile(r"\b(?P<they>(?:they|he|she)\s{1,3})?(?:was|were)\s{1,3}(?:also\s{1,3}|then\s{1,3})?$")
_BY = re.compile(r"\bby\s")
_VERBS = frozenset(
    (
        "summoned",
        "called in",
        "convoked",
        "received",
        "hosted",
        "briefed",
        "met",
        "demarched",
        "approached",
        "invited",
        "told",
        "assured",
        "informed",
        "urged",
        "asked",
        "warned",
        "pressed",
    )
)
_LED = 24
_FAR = 160
_NEAR = 110


def passive(sentence: Sentence, cue: Cue) -> list[Party] | None:
    """Those met and those who met them; None where the verb of the cue is not in the passive."""
    was = _WAS.search(sentence.low, max(sentence.span.start, cue.start - _LED), cue.start)
    if was is None or cue.form not in _VERBS:
        return None
    if was["they"]:
        guests = [p for p in sentence.parties if p.end <= was.start() and not p.possessive and not p.generic]
    else:
        guests = subjects(sentence, cue._replace(start=was.start()))
    for match in _BY.finditer(sentence.low, cue.end, min(cue.end + _FAR, sentence.span.end)):
        hosts = objects(sentence, match.end(), _NEAR)
        if hosts:
            return guests + hosts if guests else []
    return None
