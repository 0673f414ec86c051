"""Words that tell of an encounter, wherever they stand in the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from cablerdf.model import Span
from cablerdf.parse.text import lowered
from cablerdf.vocab.tables import rows

_WORDS = re.compile(r"[a-z]+")
_DATED = re.compile(r"\b(?:his|her|their|the|an?|our) (?:[a-z]+ \d{1,2}|\d{1,2} [a-z]+) (?:meeting)$")
_CALL_ON = re.compile(r" {1,9}(?:on )?(?:[a-z]{3,9} \d{1,2}|\d{1,2} [a-z]{3,9}) {1,9}on\b")
_BLANKS = re.compile(r" {2,}")
_HELD = re.compile(r"\bheld\b[^.,;:]*$")
_HELD_BEFORE = 50
_WITH_WERE = re.compile(r"with\s[^.,;:()]{1,50}?\s(?P<were>(?:was|were)\b(?:\salso\b)?)")
_FARTHER = 200
_FAR = 50  # "meeting on November 1 at the palace with"


class Cue(NamedTuple):
    """One cue: its kind, its words in lower case and where it stands."""

    kind: str
    form: str
    start: int
    end: int


class _Form(NamedTuple):
    """A form of the table: what stands before its longest word, a pattern for the rest."""

    form: str
    kind: str
    before: str
    rest: re.Pattern[str]


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """Longest word of a form → the forms that have it, longest first."""
    found: dict[str, list[_Form]] = {}
    for row in rows("meeting_cues"):
        form = row["form"]
        word = max(_WORDS.findall(form), key=len)
        at = form.index(word)
        before, after = form[:at], form[at:]
        found.setdefault(word, []).append(_Form(form, row["kind"], before, _spaced(after)))
    return {word: tuple(sorted(forms, key=lambda f: (-len(f.form), f.form))) for word, forms in found.items()}


def _spaced(words: str) -> re.Pattern[str]:
    """A pattern for words with one blank or more between them."""
    return re.compile(" {1,9}".join(map(re.escape, words.split(" "))))


@cache
def _pattern() -> re.Pattern[str]:
    """A pattern for the words of `_forms`, their common beginnings tried once; `_cue` looks at what stands before."""
    tree: dict[str, Any] = {}
    for word in _forms():
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(r"\b" + _branch(tree), re.ASCII)


def _branch(node: dict[str, Any]) -> str:
    options = [re.escape(letter) + _branch(after) for letter, after in sorted(node.items()) if letter]
    if not options:
        return ""
    return f"(?:{'|'.join(options)}){'?' if '' in node else ''}"


def levelled(text: str) -> str:
    """The text in lower case with every blank a space, of the same length."""
    return lowered(text).replace("\n", " ").replace("\t", " ").replace("\r", " ")


def squeezed(low: str) -> str:
    """A stretch of a levelled text with single blanks, as patterns have them: a line's end leaves two.

    >>> squeezed("ahead  of  ")
    'ahead of '
    """
    return _BLANKS.sub(" ", low) if "  " in low else low


def masked(low: str, names: Iterable[Span]) -> str:
    """The levelled text with every name blotted out, so that "Mohammed" is no verb.

    >>> masked("mr mohammed met", [Span(3, 11)])
    'mr #        met'
    """
    pieces: list[str] = []
    at = 0
    for name in names:
        if name.start >= at:
            pieces += [low[at : name.start], "#".ljust(name.end - name.start)]
            at = name.end
    return "".join([*pieces, low[at:]])


def _with(low: str, end: int, kind: str) -> int:
    """The end of a cue; of a noun that "with" follows at some distance, that of "with", 0 where none does."""
    if kind != "far":
        return end
    gap = low[end : end + _FAR]
    dated = _CALL_ON.match(low, end) if low.endswith("call", 0, end) else None  # "an initial call May 10 on FM Poe"
    if dated is not None:
        return dated.end()
    at = gap.find(" with ")
    if at >= 0 and not any(mark in gap[:at] for mark in ",.;:("):
        return end + at + 5
    if _HELD.search(
        low, max(0, end - _HELD_BEFORE), end
    ):  # "held talks in Rome, on the margins of a summit, with FM Poe"
        at = low.find(" with ", end, end + _FARTHER)
        if at >= 0 and not any(mark in low[end:at] for mark in ".;:") and " that " not in low[end:at]:
            return at + 5
    of = gap.lstrip().startswith(("of ", "between ", "at which", "in which"))
    return end if _DATED.search(low, max(0, end - 40), end) and not of else 0


def cues(low: str, body: Span) -> list[Cue]:
    """The cues in a levelled text, in order; of overlapping ones the longest.

    >>> [c.form for c in cues("poloff was joined by x and met y", Span(0, 32))]
    ['joined by', 'met']
    """
    forms = _forms()
    found: list[Cue] = []
    for match in _pattern().finditer(low, body.start, body.end):
        cue = _cue(low, match.start(), forms.get(match.group(), ()))
        if cue is not None:
            found.append(cue)
    found.sort(key=lambda cue: (cue.start, -len(cue.form)))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].start + len(kept[-1].form):
            kept.append(cue)
    return kept


def alongside(text: str, low: str, body: Span) -> Iterator[Cue]:
    """The cues of sentences that begin "With FM Poe were Roe and Lee", which say no more than "accompanied by".

    >>> [c.form for c in alongside("With Poe were Roe and Lee.", "with poe were roe and lee.", Span(0, 26))]
    ['accompanied by']
    """
    at = text.find("With ", body.start, body.end)
    while at >= 0:
        match = _WITH_WERE.match(low, at, body.end)
        if match is not None:
            yield Cue("join", "accompanied by", *match.span("were"))
        at = text.find("With ", at + 5, body.end)


def _cue(low: str, word: int, forms: tuple[_Form, ...]) -> Cue | None:
    """The longest cue that has a word."""
    for form, kind, before, rest in forms:
        match = rest.match(low, word)
        at = _begin(low, word, before) if match else -1
        if match is None or at < 0:
            continue
        end = match.end()
        if not (low[at - 1 : at].isalnum() or (form[-1].isalnum() and low[end : end + 1].isalnum())):
            stop = _with(low, end, kind)
            if stop:
                far = "occasion" if stop == end else "noun"
                return Cue(far if kind == "far" else kind, form, at, stop)
    return None


def _begin(low: str, word: int, before: str) -> int:
    """Where a form begins whose longest word stands at a place; -1 where other words stand before it."""
    at = word
    for piece in reversed(before.split()):
        while low[at - 1 : at] == " ":
            at -= 1
        if not low.endswith(piece, 0, at):
            return -1
        at -= len(piece)
    return at
