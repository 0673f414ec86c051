"""What each paragraph is, summary or comment or neither, and which parts of it are comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from cablerdf.model import Span
from cablerdf.model.cable import ParagraphKind
from cablerdf.parse.body.headings import Found
from cablerdf.parse.body.labels import heading_kind, inline_kind, opening_label
from cablerdf.parse.body.pieces import Piece

# "(COMMENT: Asked subsequently", "[Embassy Comment:", "... he said.  Comment: We think"
_COMMENT = re.compile(
    r"(?=[(\[*/\sA-Z])"  # what it begins with, whichever way
    r"(?:(?P<open>[(\[*/])|(?<=[.?!)\"”*])\s{1,4}|^)\s{0,40}+(?:BEGIN |Begin )?(?:(?:[A-Z][\w']{2,12}) ){0,2}?"
    r"(?:COMMENTS?|Comments?)(?: \(?(?:C|S|U|SBU)\)?)?\s?(?:[:–—-]|\.(?=\s))",
    re.M,
)
_END = re.compile(r"\bEND\s+(?:OF\s+)?(?:[A-Z']{2,12}\s+){0,3}?COMMENTS?\b[.)\]\s]{0,3}", re.I)
_END_SUMMARY = re.compile(r"\bEND\s+(?:OF\s+)?(?:[A-Z/]{2,14}\s+){0,3}?(?:SUMMARY|KEY\s+POINTS)\b", re.I)
# "End comemnt.", "END EMBASSY COMENT", "ENDCOMMENT": a label as far as it may be misprinted
_NEARLY_END = re.compile(
    r"\b(?:END|End)\s{0,3}(?:(?:OF|of)\s+)?(?P<words>(?:[A-Za-z']{2,12}\s+){0,2}[A-Za-z]{5,9})\b[.)\]\s]{0,3}"
)
# "Ambassador Hill has cleared this cable.", "Conakry minimize considered."
_CLEARANCE = re.compile(
    r"\bclear(?:ed|ance)?\b.{0,80}\b(?:cable|message|telegram|report)\b"
    r"|\b(?:cable|message|telegram)\b.{0,60}\b(?:cleared|drafted|coordinated|reviewed|approved)\b"
    r"|\b(?:cleared|reviewed)\s+(?:on\s+)?(?:by|this)\b|\bcoordinated\s+(?:this|with)\b"
    r"|\bminimize\b|\bpoint of contact\b",
    re.I | re.S,
)
_LONGEST_CLEARANCE = 320
_LONGEST_UNLABELLED = 4  # paragraphs of a summary of which only the end is labelled
_FARTHEST = 10  # paragraphs over which a summary or comment may run to its end label


class Judgement(NamedTuple):
    """The kind of a paragraph, and the parts of it that are comment although it is none as a whole."""

    kind: ParagraphKind
    comment: tuple[Span, ...]


def kinds(clean: str, pieces: Sequence[Piece], headings: Sequence[Found]) -> list[Judgement]:
    """The kind of each paragraph, from its label, its heading, or a label before it that has not ended."""
    reader = _Reader(clean, pieces, [heading_kind(heading.text) for heading in headings])
    judged = [reader.judge(index) for index in range(len(pieces))]
    if not any(judgement.kind == "summary" for judgement in judged):
        for index, piece in enumerate(pieces[:_LONGEST_UNLABELLED]):
            if _ends(_END_SUMMARY, clean, piece):  # its label is lost or was never printed
                judged[: index + 1] = [Judgement("summary", judgement.comment) for judgement in judged[: index + 1]]
                break
    return judged


def _ends(end: re.Pattern[str], clean: str, piece: Piece) -> bool:
    """Whether the end label is in the paragraph."""
    return _end_mark(end, clean, piece.content, piece.end) is not None


def _end_mark(end: re.Pattern[str], clean: str, at: int, stop: int) -> Span | None:
    """The end label, else a misprint of it; the words are looked for first, which costs less."""
    words, whole = (
        (("omment", "OMMENT"), "COMMENT") if end is _END else (("ummary", "UMMARY", "oints", "OINTS"), "SUMMARY")
    )
    if any(clean.find(word, at, stop) >= 0 for word in words):
        found = end.search(clean, at, stop)
        if found is not None:
            return Span(*found.span())
    if clean.find("END", at, stop) < 0 and clean.find("End", at, stop) < 0:
        return None
    for near in _NEARLY_END.finditer(clean, at, stop):
        last = near["words"].upper().split()[-1]
        if OSA.distance(last.removesuffix("S"), whole, score_cutoff=1) <= 1:
            return Span(*near.span())
    return None


class _Reader:
    """Reads paragraphs in order and knows which summary or comment is still going on."""

    def __init__(self, clean: str, pieces: Sequence[Piece], sections: Sequence[ParagraphKind | None]) -> None:
        self.clean = clean
        self.pieces = pieces
        self.sections = sections
        self.running: ParagraphKind | None = None
        self.until = -1  # index of the last paragraph of what is running
        self.ended: set[int | None] = set()  # sections whose summary or comment has said that it ends

    def judge(self, index: int) -> Judgement:
        piece = self.pieces[index]
        if index > self.until:
            self.running = None
        section = None if piece.heading is None or piece.heading in self.ended else self.sections[piece.heading]
        label = inline_kind(self.clean, piece.content, piece.end)
        kind = label[0] if label is not None else self.running or section or "body"
        if label is None and kind not in ("summary", "body") and self._is_clearance(piece):
            return Judgement("body", ())
        if kind == "summary":
            self._follow(index, kind, _END_SUMMARY)
            return Judgement(kind, self._comments(index)[0])
        if kind == "comment" and label is None:
            self._follow(index, kind, _END)
            return Judgement(kind, ())
        parts, runs_on = self._comments(index)
        if runs_on and label is not None:  # one that is opened within a paragraph ends with it at the latest
            self._run(index, "comment", _END, True)
        elif kind == "comment":
            self.ended.add(piece.heading)
        if parts and 2 * sum(end - start for start, end in parts) > piece.end - piece.content:
            return Judgement("comment", ())
        return Judgement("body" if kind == "comment" else kind, parts)

    def _is_clearance(self, piece: Piece) -> bool:
        text = self.clean[piece.content : piece.end]
        return len(text) < _LONGEST_CLEARANCE and _CLEARANCE.search(text) is not None

    def _follow(self, index: int, kind: ParagraphKind, end: re.Pattern[str]) -> None:
        """Note whether the summary or comment ends in this paragraph or goes on."""
        piece = self.pieces[index]
        if _ends(end, self.clean, piece):
            self.running, self.until = None, -1
            self.ended.add(piece.heading)
        elif index >= self.until:
            self._run(index, kind, end, False)

    def _run(self, index: int, kind: ParagraphKind, end: re.Pattern[str], labelled: bool) -> None:
        """Let `kind` go on to the paragraph that holds its end label, or as far as nothing speaks against it."""
        reach = self._end_label(index, kind, end)
        if reach is None and kind == "comment" and labelled and 3 * index >= len(self.pieces):
            reach = self._unopposed(index)
        if reach is not None:
            self.running, self.until = kind, reach

    def _end_label(self, index: int, kind: ParagraphKind, end: re.Pattern[str]) -> int | None:
        """The index of the paragraph with the end label of what begins at `index`, if one is near."""
        for later in range(index + 1, min(index + _FARTHEST, len(self.pieces))):
            piece = self.pieces[later]
            label = inline_kind(self.clean, piece.content, piece.end)
            if self._restarts(index, later) or (label is not None and not (label[0] == kind and label[1])):
                return None
            other = piece.heading is not None and piece.heading != self.pieces[index].heading
            if other and self.sections[piece.heading or 0] is not None:
                return None
            if _ends(end, self.clean, piece):
                return later
        return None

    def _restarts(self, index: int, later: int) -> bool:
        """Whether a paragraph is numbered no higher than one before it: a page that prints its cable twice."""
        one, other = self.pieces[index].number, self.pieces[later].number
        return one is not None and other is not None and other <= one

    def _unopposed(self, index: int) -> int:
        """The last paragraph after `index` before a heading, a label or a clearance."""
        for later in range(index + 1, len(self.pieces)):
            piece = self.pieces[later]
            label = inline_kind(self.clean, piece.content, piece.end)
            other = piece.heading != self.pieces[index].heading or self._restarts(index, later)
            if other or self._is_clearance(piece) or (label is not None and label[0] != "comment"):
                return later - 1
        return len(self.pieces) - 1

    def _comments(self, index: int) -> tuple[tuple[Span, ...], bool]:
        """The comments that begin in a paragraph, and whether the last goes on behind it."""
        piece = self.pieces[index]
        found: list[Span] = []
        at = piece.content
        if self.clean.find("OMMENT", at, piece.end) < 0 and self.clean.find("omment", at, piece.end) < 0:
            return (), False
        first = opening_label(self.clean, at, piece.end, "comment")
        inner = _COMMENT.finditer(self.clean, at, piece.end)
        for match in inner if first is None else chain((first,), inner):
            if match.start() < at:
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            ending = _end_mark(_END, self.clean, match.end(), piece.end)
            if ending is None:
                return (*found, Span(start, self._bracket_end(match, piece.end))), not (match["open"] or "").strip()
            at = ending.end
            found.append(Span(start, start + len(self.clean[start:at].rstrip())))
        return tuple(found), False

    def _bracket_end(self, match: re.Match[str], end: int) -> int:
        """Where a comment in brackets without an end label ends."""
        bracket = (match["open"] or "").strip()
        closing = {"(": ")", "[": "]"}.get(bracket)
        if closing is None:
            return end
        depth = 1
        for at in range(match.end(), end):
            depth += {bracket: 1, closing: -1}.get(self.clean[at], 0)
            if depth == 0:
                return at + 1
        return end
