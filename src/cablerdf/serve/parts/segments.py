"""A paragraph cut into flat pieces: links never lie within links, and the pieces joined are the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """Something to show at offsets of a text: an entity (`iri` and its kind) or a plain highlight."""

    begin: int
    end: int
    kind: str
    iri: str = ""
    anchor: str = ""


class Sentence(NamedTuple):
    """A stretch of text that one or more statements or meetings rest on; their anchors, and what they are."""

    begin: int
    end: int
    anchors: tuple[str, ...]
    kinds: frozenset[str] = frozenset()


class Segment(NamedTuple):
    """A piece of text: within an entity's mention (`mark`), a sentence, a comment, found by a search, or plain."""

    text: str
    mark: Mark | None = None
    comment: bool = False
    found: bool = False
    sentence: Sentence | None = None


def cut(
    text: str,
    mentions: Iterable[Mark],
    comments: Iterable[Mark] = (),
    found: Iterable[Mark] = (),
    sentences: Iterable[Mark] = (),
) -> list[Segment]:
    """The text in pieces. Where mentions overlap the longest wins; offsets outside the text are passed over.

    >>> [s.text for s in cut("Ana Reis spoke", [Mark(0, 8, "person", "x"), Mark(4, 8, "person", "y")])]
    ['Ana Reis', ' spoke']
    """
    kept = without_overlaps(text, mentions)
    comments = [m for m in comments if 0 <= m.begin < m.end <= len(text)]
    found = [m for m in found if 0 <= m.begin < m.end <= len(text)]
    joined = joined_sentences(text, sentences, kept)
    stretches = [(mark.begin, mark.end) for mark in (*kept, *comments, *found)]
    stretches += [(sentence.begin, sentence.end) for sentence in joined]
    edges = {0, len(text), *(edge for stretch in stretches for edge in stretch)}
    pieces: list[Segment] = []
    at = within = 0
    for begin, end in pairwise(sorted(edges)):
        while at < len(kept) and kept[at].end <= begin:
            at += 1
        while within < len(joined) and joined[within].end <= begin:
            within += 1
        entity = kept[at] if at < len(kept) and kept[at].begin <= begin else None
        sentence = joined[within] if within < len(joined) and joined[within].begin <= begin else None
        in_comment = any(m.begin <= begin and end <= m.end for m in comments)
        in_found = any(m.begin <= begin and end <= m.end for m in found)
        pieces.append(Segment(text[begin:end], entity, in_comment, in_found, sentence))
    return pieces


def joined_sentences(text: str, marks: Iterable[Mark], mentions: Sequence[Mark]) -> list[Sentence]:
    """Sentences that never overlap: those that do are one, and a mention at an edge is wholly inside.

    >>> joined_sentences("He said. She said.", [Mark(0, 8, "", "", "s1"), Mark(0, 8, "", "", "s2")], [])[0].anchors
    ('s1', 's2')
    """
    found: list[Sentence] = []
    for mark in sorted(m for m in marks if 0 <= m.begin < m.end <= len(text)):
        begin, end = mark.begin, mark.end
        for mention in mentions:
            if mention.begin < begin < mention.end:
                begin = mention.begin
            if mention.begin < end < mention.end:
                end = mention.end
        if found and begin < found[-1].end:
            last = found.pop()
            found.append(
                Sentence(last.begin, max(last.end, end), (*last.anchors, mark.anchor), last.kinds | {mark.kind})
            )
        else:
            found.append(Sentence(begin, end, (mark.anchor,), frozenset({mark.kind})))
    return found


def without_overlaps(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks that lie within the text, longest first where two overlap, in order."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.begin - m.end, m.begin, m.iri)):
        at = bisect_left(kept, mark)
        before_ends = at == 0 or kept[at - 1].end <= mark.begin
        after_begins = at == len(kept) or mark.end <= kept[at].begin
        if 0 <= mark.begin < mark.end <= len(text) and before_ends and after_begins:
            kept.insert(at, mark)
    return kept


def occurrences(text: str, words: Sequence[str]) -> list[Mark]:
    """Where the words or phrases of a search stand in a text, blanks and case aside.

    >>> [m[:2] for m in occurrences("Fish and FISHES, fish", ["fish"])]
    [(0, 4), (17, 21)]
    """
    if not words:
        return []
    one = "|".join(r"\W+".join(map(re.escape, phrase.split())) for phrase in words)
    return [Mark(m.start(), m.end(), "found") for m in re.finditer(rf"\b(?:{one})\b", text, re.IGNORECASE)]


def excerpt(text: str, words: Sequence[str], width: int = 240) -> list[Segment]:
    """The part of a text around the first word found, at most about `width` characters, as segments."""
    squeezed = " ".join(text.split())
    marks = occurrences(squeezed, words)
    begin = max(0, marks[0].begin - width // 3) if marks else 0
    if begin:
        begin = squeezed.find(" ", begin) + 1
    end = min(len(squeezed), begin + width)
    if end < len(squeezed):
        end = squeezed.rfind(" ", begin, end)
        end = end if end > begin else begin + width
    inside = [Mark(m.begin - begin, m.end - begin, "found") for m in marks if m.begin >= begin and m.end <= end]
    pieces = cut(squeezed[begin:end], [], found=inside)
    lead = [Segment("… ")] if begin else []
    return [*lead, *pieces, *([Segment(" …")] if end < len(squeezed) else [])]
