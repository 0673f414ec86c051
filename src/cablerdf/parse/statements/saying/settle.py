"""Which of a sentence's attributions count: one for each outer speaker."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.verbs import finite
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.values import INWARD, Attribution, Speaker

_RANK = {"main": 0, "aside": 0, "joined": 1, "agent": 1, "subordinate": 2, "relative": 3, "participle": 4}


def settle(words: Words, found: list[Attribution]) -> list[Attribution]:
    """The attributions that count, one for each speaker, in printed order.

    What somebody is reported to say goes to him alone: attributions within it are left out.
    An aside ("..., Smith added") covers what stands before it; a main clause what follows it,
    but for a clause that is tied on with its own speaker ("while Russia asserted ...").
    """
    if len(found) == 1 and found[0].place == "relative" and _adds(words, found[0].first):
        return found
    found = [a for a in found if a.place != "relative" or not a.speaker.inferred]  # "what he felt was ..."
    if len(found) == 1:
        return found
    if found:
        found = sorted(found, key=lambda a: a.verb)
        asides = [a for a in found if a.place == "aside"]
        found = _around_asides(words, found, asides) if asides else _after_main(words, found)
    best: dict[tuple[int | None, str], Attribution] = {}
    for one in found:
        key = (one.speaker.person, one.speaker.name)
        other = best.get(key)
        if other is None or _RANK[one.place] < _RANK[other.place]:
            best[key] = one
    return sorted(best.values(), key=lambda a: (a.verb, a.speaker.start))


def _adds(words: Words, first: int) -> bool:
    """Whether a relative clause whose subject begins at `first` adds a view: "the fee, which he says is high"."""
    return first > 1 and words.lower[first - 1] in ("which", "whom") and words.kinds[first - 2] in ",(P"


def _around_asides(words: Words, found: list[Attribution], asides: list[Attribution]) -> list[Attribution]:
    mains = [a for a in found if a.place == "main"]
    same = [m for m in mains for a in asides if m.verb < a.verb and _same(m.speaker, a.speaker)]
    within = [m for m in mains for a in asides if m.verb < a.verb and _is_part(words, m, a)]
    if same or within:  # "Smith told us that the port, in his view, was closed"
        return _after_main(words, [a for a in found if a.place != "aside"])
    kept = list(asides)
    if all(_in_parentheses(words, a) for a in asides):
        kept += [m for m in mains if m.first == mains[0].first]
    for one in found:
        if one.place == "subordinate" and one.first < 2 and one.kind not in INWARD:
            kept.append(one)
    return kept


def _same(one: Speaker, other: Speaker) -> bool:
    """Whether two are one, a bare family name that nobody bears alone included."""
    if one.name == other.name:
        return True
    return other.kind == "person" and other.person is None and one.name.endswith(f" {other.name}")


def _is_part(words: Words, one: Attribution, aside: Attribution) -> bool:
    """Whether "according to" is part of what another says: "Smith said the port, according to Lee, was shut"."""
    if words.lower[aside.first] != "according" or words.lower[one.verb[1] : one.verb[1] + 1] != ["that"]:
        return False
    if aside.first == one.verb[1] + 1:  # "Smith said that according to Lee, ..."
        return True
    kinds, comma = words.kinds, words.kinds.find(",", aside.verb[1])
    if ";" in kinds[one.verb[1] : aside.first]:
        return False
    return comma > 0 and any(kinds[k] in "AM" or finite(words, k) for k in range(comma + 1, len(kinds)))


def _in_parentheses(words: Words, one: Attribution) -> bool:
    return words.kinds.count("(", 0, one.first) > words.kinds.count(")", 0, one.first)


def _after_main(words: Words, found: list[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    for one in found:
        outer = [a for a in kept if a.place in ("main", "joined", "subordinate")]
        if not outer or one.first == outer[-1].first or _stands_alone(words, one, outer):
            kept.append(one)
    return kept


def _stands_alone(words: Words, one: Attribution, outer: list[Attribution]) -> bool:
    """Whether an attribution after another belongs to the reporter, not to what the other said."""
    if one.place == "main":
        before = words.kinds[one.first - 1 : one.first]
        return before == ";" or all(a.place == "subordinate" for a in outer)
    if one.place == "subordinate":
        return one.speaker.kind != "function" or one.speaker.confidence > 0.8
    if one.place == "joined":
        comma = words.kinds[: one.first].rstrip('BCSP"')[-1:] in (",", ";", "-")
        named = one.speaker.kind == "person" and not one.speaker.inferred
        said = one.kind in ("say", "ask", "agree") or (named and one.kind == "state")
        return comma and one.speaker.kind in ("person", "function") and said
    return one.place == "participle" and one.first != outer[-1].first
