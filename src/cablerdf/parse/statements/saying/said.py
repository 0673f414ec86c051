"""What is said: which words of its sentence an attribution reports."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.statements.grammar.clauses import bare, content_begins, that_after_aside
from cablerdf.parse.statements.grammar.lexicon import SPEAKERS, word_set
from cablerdf.parse.statements.grammar.phrases import phrase_ending, phrase_starting
from cablerdf.parse.statements.grammar.verbs import finite, verbal
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.values import Attribution

_OWN_CLAUSE = ("main", "joined", "subordinate", "participle")
_MARKS = ',;:"()-.'
_LINKS = word_set("conjunct")  # "in addition", "for example"
_NEGATIVE = frozenset(("nor", "neither", "never", "not", "only", "rarely"))
_RELATIVE = frozenset(("who", "whose", "whom"))
_NOTES = frozenset(("note", "comment"))
_OPENING = frozenset(("although", "because", "if", "though", "when", "whereas", "while"))
_TURNS = frozenset(("but", "yet"))
_TIED = frozenset(("and", "of"))
_BEGINS = frozenset(("that", ";"))  # what a clause of its own begins with
_ASKED = frozenset(("about", "how", "if", "what", "whether", "why"))
_LONGEST = 12  # words of an apposition before its relative clause
_FURTHEST = 8  # words between the verb of an aside and the mark that closes it


def what_is_said(words: Words, one: Attribution, settled: list[Attribution]) -> Span:
    """What is said: what follows the verb or stands around an aside, to where another or the post begins to speak."""
    said = _reported(words, one, settled)
    return said if "(" not in words.kinds or _NOTES.isdisjoint(words.lower) else _before_note(words, one, said)


def _reported(words: Words, one: Attribution, settled: list[Attribution]) -> Span:
    """What is said, with the notes of the post that stand in it."""
    last = one.verb[1]
    noted = one.place == "relative" and words.lower[one.first - 1] == "as" and bare(words, last - 1)
    if one.place == "aside" or noted:  # "..., as Smith noted, ..."
        return _around(words, one, settled)
    if one.place == "agent":
        return _of_passive(words, one, settled)
    if last >= len(words.raw):
        return words.span
    if words.kinds[last] == ";":  # "Smith does not agree; he left"
        return _span(words, 0, last)
    if words.kinds[last] in ",:":  # "Smith said, however, that", "Smith added: "Later.""
        begun = that_after_aside(words, last) or len(words.raw) - len(words.kinds[last:].lstrip(",:B"))
        last = min(begun, len(words.raw) - 1)
    else:
        last = content_begins(words, last - 1)
    end = _end(words, last, one, settled)
    end = end if last + 1 < end else len(words.raw)
    if one.place == "subordinate" and _comes_first(words, one.first):  # "Since Smith rejected it, the port is shut"
        end = min(end, _main_clause(words, last))
    elif one.place == "relative":
        end = min(end, _end_of_relative(words, one.verb[0], last))
        last = _antecedent(words, one.first, last)
    elif one.place in ("main", "joined") and one.kind != "say":
        end = min(end, _turn(words, last))
    elif one.place == "participle" and one.first > last:  # "Noting the delay, Smith left"
        end = one.first - 1
    if _in_opening_clause(words, one):
        end = min(end, _main_clause(words, last))
    return _span(words, last, end if last < end else len(words.raw))


def _before_note(words: Words, one: Attribution, said: Span) -> Span:
    """What is said without a note of the post that ends the sentence: "Smith said no (Note: We had asked him.)"."""
    kinds, lower = words.kinds, words.lower
    for k in range(one.verb[1], len(kinds) - 2):
        noted = kinds[k] == "(" and lower[k + 1] in _NOTES and kinds[k + 2] == ":"
        if noted and said.start < words.start(k) < said.end:
            return said if 0 < kinds.rfind(")", k) < len(kinds) - 2 else Span(said.start, words.end(k - 1))
    return said


def _comes_first(words: Words, first: int) -> bool:
    """Whether a clause with its subject at `first` stands before its main clause: "that, while Smith agreed, ..."."""
    begun = max((k for k in range(first) if words.lower[k] in _BEGINS), default=0)
    return not any(words.kinds[k] in "AM" or finite(words, k) for k in range(begun, first))


def _in_opening_clause(words: Words, one: Attribution) -> bool:
    """Whether it stands deep in an opening clause: "While boats that he calls old are used, he left"."""
    plain = words.lower[0] in _OPENING and "," not in words.kinds[: one.first]
    if not plain and (words.kinds[0] != "S" or one.place != "relative"):
        return False
    return one.verb[0] < _main_clause(words, 1) < len(words.raw)


def _main_clause(words: Words, k: int) -> int:
    """Where an opening clause ends: before a subject and verb, else before what has a verb, else at its first comma."""
    kinds, n = words.kinds, len(words.raw)
    commas = [at for at in range(k, n - 1) if kinds[at] == "," and _between_clauses(words, at)]
    cuts = [(at + 2, at + 2) if kinds[at + 1] == '"' else (at, at + 1) for at in commas]
    for end, begun in cuts:
        if _verb_of_clause(words, begun) < n:
            return end
    for (end, begun), following in zip(cuts, [*commas, n][1:], strict=True):
        if _has_verb(words, begun, following):
            return end
    return next((end for end, begun in cuts if kinds[begun : begun + 1] not in "SC#"), n)


def _verb_of_clause(words: Words, begun: int) -> int:
    """The verb behind the subject that begins at `begun`, past an aside between commas; past the last word for none."""
    kinds, n = words.kinds, len(words.raw)
    phrase = phrase_starting(words, begun)
    at = phrase.stop if phrase is not None else begun + 1 if kinds[begun : begun + 1] == "R" else n
    if kinds[at : at + 1] == ",":
        at = kinds.find(",", at + 1) + 1 or n
    at = n - len(kinds[at:].lstrip("B"))
    return at if at < n and (kinds[begun] == "R" or kinds[at] in "AM" or verbal(words, at)) else n


def _antecedent(words: Words, first: int, last: int) -> int:
    """First word of what a relative clause is about: "the fee, which he says is too high"; else `last`."""
    if first < 3 or words.lower[first - 1] not in ("which", "whom") or words.kinds[first - 2] not in ",(":
        return last
    phrases = phrase_ending(words, first - 3)
    return phrases[-1].start if phrases else last


def _turn(words: Words, k: int) -> int:
    """Where the post turns away, behind an object alone: "Smith backed the plan, but his party is split"."""
    kinds, n = words.kinds, len(words.raw)
    turn = next((at for at in range(k, n - 2) if kinds[at] == "," and words.lower[at + 1] in _TURNS), n)
    if turn == n or words.quoted[turn] or any(kinds[at] in "AMSR:(" or finite(words, at) for at in range(k, turn)):
        return n
    verb = _verb_of_clause(words, turn + 2)
    return turn if verb < n and turn + 2 not in words.forms and verb not in words.forms else n


def _end_of_relative(words: Words, verb: int, k: int) -> int:
    """The mark that closes a relative clause before the main verb: "Smith, who urged a quota, was late"."""
    kinds, n = words.kinds, len(words.raw)
    relative = max(kinds.rfind("S", 0, verb), 0)
    if kinds.count("(", 0, relative) > kinds.count(")", 0, relative):
        return n if ")" not in kinds[k:] else kinds.index(")", k) + (kinds[relative - 1] == "(")
    if "," not in kinds[max(0, relative - _LONGEST) : relative]:
        return n
    commas = (at for at in range(k, n - 1) if kinds[at] == "," and _between_clauses(words, at))
    ends = (at + 2 * (kinds[at + 1] == '"') for at in commas if _resumes(words, at))
    return next(ends, n)


def _resumes(words: Words, comma: int) -> bool:
    """Whether a main verb follows: no participle (", located in"), no verb of a list (", said no, and left")."""
    kinds = words.kinds
    at = len(kinds) - len(kinds[comma + 1 :].lstrip('B"'))
    if kinds[at : at + 1] in ("A", "M"):
        return True
    hangs = kinds[at + 1 : at + 2] == "P" and words.lower[at + 1] != "to"
    return at < len(kinds) and finite(words, at) and not hangs and ",C" not in kinds[at:]


def _between_clauses(words: Words, comma: int) -> bool:
    """Whether a comma can stand between two clauses: in no number or parenthesis, in no quotation but at its end."""
    kinds = words.kinds
    if kinds[comma + 1] == "#" and words.start(comma + 1) == words.start(comma) + 1:
        return False
    if words.quoted[comma] and kinds[comma + 1] != '"':
        return False
    return kinds.count("(", 0, comma) <= kinds.count(")", 0, comma)


def _has_verb(words: Words, begin: int, end: int) -> bool:
    """Whether a finite verb follows that is no relative's or participle: "in many cases the guards have not come"."""
    kinds = words.kinds
    if kinds[begin : begin + 1] in ("", "S", "C", "#", "A", "M") or words.lower[begin].endswith("ing"):
        return False
    if finite(words, begin):  # "the warrant, made public later, was"
        return False
    clause = kinds.find("S", begin, end)
    return any(kinds[at] in "AM" or finite(words, at) for at in range(begin, clause if clause > 0 else end))


def _span(words: Words, begin: int, end: int) -> Span:
    start = words.start(begin) if begin else words.span.start
    return Span(start, words.end(end - 1) if end < len(words.raw) else words.span.end)


def _end(words: Words, begin: int, one: Attribution, settled: list[Attribution]) -> int:
    """Past the last word before another's own clause: "Smith argued against it; Jones agreed"."""
    others = (a.first for a in settled if a.first > begin and a.place in _OWN_CLAUSE and a.speaker != one.speaker)
    end = len(words.kinds[: next(others, 0)].rstrip("BCSP"))
    return end - 1 if end and words.kinds[end - 1] in ",;" else len(words.raw)


def _around(words: Words, one: Attribution, settled: list[Attribution]) -> Span:
    """What stands before an aside and, where the sentence goes on, behind it: "The port, Smith noted, was shut"."""
    kinds, n = words.kinds, len(words.raw)
    before = one.first - (one.first > 0 and words.lower[one.first - 1] == "as")
    before = len(kinds[:before].rstrip(",-("))
    behind = _behind(words, one)
    if before < 1 or not _proposes(words, before):
        behind = _past_description(words, behind)
        return _span(words, behind if behind < n else one.verb[1], n) if one.verb[1] < n else words.span
    end = _end(words, behind, one, settled)
    others = any(a.first > behind and a.place == "aside" and a.speaker != one.speaker for a in settled)
    if others or end - behind < 2 or not (_goes_on(words, behind, one) or _unfinished(words, before)):
        return _span(words, _label(words, before), before)
    quoted = kinds[behind] == '"' and kinds[before - 1] != '"' and words.lower[0] in ("asked", "when")
    return _span(words, behind if quoted else _label(words, before), end)  # "Asked about it, Smith said, "Later.""


def _label(words: Words, before: int) -> int:
    """Past the label that opens a sentence: "Summary: The port is shut, said Smith"."""
    colon = words.kinds.find(":", 1, min(5, before - 1))
    plain = colon > 0 and not words.kinds[:colon].strip("(UN") and not any(at in words.forms for at in range(1, colon))
    return colon + 1 if plain else 0


def _behind(words: Words, one: Attribution) -> int:
    """The first word past an aside and the mark that closes it."""
    kinds, k = words.kinds, one.verb[1]
    if one.speaker.start > words.start(one.verb[0]):  # "according to Smith", "said Smith"
        while k < len(kinds) and words.start(k) < one.speaker.end:
            k += 1
    elif kinds[k : k + 1] == "(":  # "Smith said (ref B)"
        k = kinds.find(")", k) + 1 or len(kinds)
    mark = k
    while mark < len(kinds) and mark < k + _FURTHEST and kinds[mark] not in _MARKS:
        mark += 1
    if kinds[mark : mark + 1] == '"':
        return mark
    return k if mark == k + _FURTHEST else mark + 1


def _proposes(words: Words, before: int) -> bool:
    """Whether the words before an aside belong to what is said: no heading, "however" or "in addition" alone."""
    kinds, lower = words.kinds, words.lower
    if kinds[before - 1] in ":;" or (kinds[0] in "(-" and not kinds[:before].strip("()-X#")):
        return False
    if before == 2 and kinds[0] == "P" and lower[1] in _LINKS:
        return False
    return bool(kinds[:before].strip('BC"')) or not _NEGATIVE.isdisjoint(lower[:before])


def _goes_on(words: Words, behind: int, one: Attribution) -> bool:
    """Whether what follows an aside is said too: no "who" clause, apposition or participle about the speaker."""
    kinds, lower = words.kinds, words.lower
    k = len(kinds) - len(kinds[behind:].lstrip("B"))
    if lower[k] in _RELATIVE or (lower[k].endswith("ing") and kinds[k] == "N"):
        return False
    if kinds[k] not in "DGNUX" or one.speaker.start < words.start(one.verb[0]):
        return True
    stop = next((at for at in range(k, len(kinds)) if kinds[at] in "S,;.AM" or finite(words, at)), len(kinds))
    return kinds[stop : stop + 1] not in ("", ".", "S", ";") and (kinds[stop] != "," or len(kinds) - stop > 4)


def _unfinished(words: Words, before: int) -> bool:
    """Whether what stands before an aside has no verb, so that the sentence is not done with it."""
    return not any(words.kinds[at] in 'AM"' or at in words.forms or finite(words, at) for at in range(before))


def _past_description(words: Words, k: int) -> int:
    """Past what is told of the speaker before his words: "According to Smith (protect), who was there, ..."."""
    kinds, n = words.kinds, len(words.raw)
    if kinds[k - 1 : k] == "(":
        k = kinds.find(")", k) + 1 or k
        k += kinds[k : k + 1] == ","
    comma = kinds.find(",", k)
    while k + 1 < comma < n - 3 and words.lower[k] in _TIED and not _has_clause(words, k, comma):
        k, comma = comma + 1, kinds.find(",", comma + 1)  # "According to Smith, of the bureau, and Lee (protect), ..."
    if not k + 1 < comma < n - 3:
        return k
    if words.lower[k] in _RELATIVE:
        return comma + 1
    titled = any(SPEAKERS.get(word) in ("person", "office") for word in words.lower[k : min(k + 4, comma)])
    titled = titled or SPEAKERS.get(words.lower[k]) == "mission"
    return comma + 1 if titled and not _has_clause(words, k, comma) else k


def _has_clause(words: Words, begin: int, end: int) -> bool:
    return any(words.kinds[at] in "AMS" or finite(words, at) for at in range(begin, end))


def _of_passive(words: Words, one: Attribution, settled: list[Attribution]) -> Span:
    """What somebody was asked by the agent of a passive, else the whole sentence."""
    n, k = len(words.raw), one.verb[1]
    while k < n and words.start(k) < one.speaker.end:
        k += 1
    if k + 2 < n and words.lower[k] in _ASKED:
        answer = next((a.first for a in settled if a.first > k), -1)
        comma = words.kinds.rfind(",", k, answer) if answer > 0 else words.kinds.find(",", k)
        return _span(words, k, comma if comma > k + 2 else n)
    return words.span
