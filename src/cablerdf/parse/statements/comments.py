"""The embassy's own comment: one statement of the post for each block of it."""

from __future__ import annotations

import re

from cablerdf.model import Paragraph, Span, Statement
from cablerdf.parse.draft import Draft
from cablerdf.parse.statements.speakers.values import POST

# "COMMENT:", "(Begin comment.", "Embassy Comment --"
_LABEL = re.compile(
    r"[(\s-]*+(?:(?!END\b)\w++\s++)?(?:BEGIN\s++)?COMMENTS?\b(?!\s++(?:ON|ABOUT|FROM|BY)\b)", re.IGNORECASE
)
_CONTINUED = re.compile(r"[(\s-]*+(?:\w++\s++)?COMMENTS?\s++CONT", re.IGNORECASE)  # "Comment cont'd:"
_ASIDE = re.compile(r"\((?:(?:Embassy|Post|Mission|Consulate)\s+)?Comment\s*[:.-]", re.IGNORECASE)
_SHORTEST = 30  # a first sentence shorter than this is the label alone: "Comment."


def comment_statements(
    draft: Draft, index: int, spans: tuple[Span, ...], running: bool
) -> tuple[list[Statement], bool]:
    """The statements of the post in the comment blocks that begin in a paragraph; whether one runs on past its end."""
    paragraph: Paragraph = draft.paragraphs[index]
    clean = draft.clean
    if paragraph.kind == "comment":
        labelled = next((s for s in spans if _LABEL.match(clean, *s)), None)
        if running and labelled is not None and _CONTINUED.match(clean, *labelled):
            return [], True
        begin = labelled or (None if running else next(iter(spans), None))
        if begin is None:
            return [], True
        return [_of_post(draft, index, spans, begin, paragraph.content.end)], True
    found = []
    for part in paragraph.comment:
        sentence = next((s for s in spans if s.end > part.start), None)
        if sentence is not None and _LABEL.match(clean, part.start, part.end):
            found.append(_of_post(draft, index, spans, Span(max(sentence.start, part.start), sentence.end), part.end))
    for sentence in spans:
        if clean[sentence.start] == "(" and _ASIDE.match(clean, *sentence):
            inside = any(part.start <= sentence.start + 1 < part.end for part in paragraph.comment)
            if not inside:
                found.append(_of_post(draft, index, spans, sentence, sentence.end))
    return found, False


def _of_post(draft: Draft, index: int, spans: tuple[Span, ...], first: Span, end: int) -> Statement:
    if first.end - first.start < _SHORTEST:
        following = next((s for s in spans if first.end <= s.start < end), None)
        first = first if following is None else Span(first.start, following.end)
    said = Span(first.start, end)
    rule, sure = "a comment is the post's own word", 0.95
    draft.note("statement", POST, "COMMENT", rule, first, sureness=sure)
    return Statement(
        speaker=POST,
        speaker_kind="post",
        verb="COMMENT",
        sentence=first,
        said=said,
        paragraph=index,
        rule=rule,
        confidence=sure,
        readable=draft.mended(first),
        readable_said=draft.mended(said),
    )
