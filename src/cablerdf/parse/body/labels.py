"""Labels that say what a section or a paragraph is: Summary, Comment, Participants ..."""

from __future__ import annotations

import re
from typing import cast

from cablerdf.model.cable import ParagraphKind
from cablerdf.parse.body.markings import marking_at
from cablerdf.vocab.tables import mapping

_KINDS = mapping("section_labels", "label", "kind")
_FOLD = re.compile(r"[^a-z'/]+")
_FIRST = re.compile(r"\W*(\w+)")
_FIRST_WORDS = frozenset(label.replace("'", " ").replace("/", " ").split()[0] for label in _KINDS)
_OPENING_WORDS = _FIRST_WORDS | {"begin", "the"}
_CONTINUED = re.compile(
    r"\s{0,9}+[,(-]{0,9}+\s{0,9}+\b(?:con(?:t(?:inued|inues|['’]d|d|inue)?|['’]t)|cntd)\b\.?\)?", re.I
)
_LABELS = "|".join(sorted((re.escape(label).replace(r"\ ", r"\s+") for label in _KINDS), key=lambda s: (-len(s), s)))
# "Summary:", "BEGIN SUMMARY.", "Summary, cont.", "(Comment -", "Summary and comment. (C)", "[Embassy COMMENT:"
_INLINE = re.compile(
    rf"(?P<open>[\s(\[*_\"'/-]{{0,4}})(?:begin\s++|the\s++)?(?P<label>{_LABELS})"
    r"(?P<cont>\s*+(?:[,(-]++\s*+)?\b(?:con(?:t(?:inued|inues|['’]d|d|inue)?|['’]t)|cntd)\b\.?\)?)?"
    r"(?:\s*\(?(?:[CSU]|SBU|[CS]/NF)\))?\s*(?:[/*_]{1,2}\s*)?(?P<stop>[:.)\]–—-]|\n|//|\s{{2,}}(?=[A-Z])|$)",
    re.I,
)
# "U.S. participants:", "Participants in the meeting with the Minister:"
_PARTICIPANTS = re.compile(
    r"(?:(?:U\.S\.|[\w-]+)\s+){0,3}(?:participants|attendees)\b[^.:;,\n]{0,60}(?:\n[^.:;,\n]{0,40})?:", re.IGNORECASE
)


def fold(text: str) -> str:
    """Lower-case words alone."""
    return (
        " ".join(_FOLD.sub(" ", text.lower().replace("’", "'").replace("/", " / ")).split())
        .replace(" / ", "/")
        .strip("/")
    )


def heading_kind(text: str) -> ParagraphKind | None:
    """The kind of section that a heading announces; None for a heading of the text's own.

    >>> heading_kind("COMMENT: WHERE NOW?"), heading_kind("Summary (continued)"), heading_kind("IRAN")
    ('comment', 'summary', None)
    """
    first = _FIRST.match(text)
    if first is None or first[1].lower() not in _FIRST_WORDS:
        return None
    for part in (text, re.split(r"[:.\u2013\u2014]|\s-|--", text, maxsplit=1)[0]):
        kind = _KINDS.get(fold(_CONTINUED.sub("", part)))
        if kind is not None:
            return cast(ParagraphKind, kind)
    return None


def _label(clean: str, at: int, end: int) -> re.Match[str] | None:
    first = _FIRST.match(clean, at, end)
    if first is None or first[1].lower() not in _OPENING_WORDS:
        return None
    return _INLINE.match(clean, at, end)


def inline_kind(clean: str, at: int, end: int) -> tuple[ParagraphKind, bool] | None:
    """The kind that the label at `at` announces, and whether it says that it goes on.

    >>> inline_kind("Summary, cont.  Turning to Iran", 0, 31)
    ('summary', True)
    """
    match = _label(clean, at, end)
    if match is None:
        opening = clean[at : min(at + 60, end)].lower()
        names = "articipants" in opening or "ttendees" in opening
        return ("participants", False) if names and _PARTICIPANTS.match(clean, at, end) else None
    return cast(ParagraphKind, _KINDS[fold(match["label"])]), match["cont"] is not None


def opening_label(clean: str, at: int, end: int, kind: ParagraphKind) -> re.Match[str] | None:
    """The label at `at`, if it announces `kind`; the group `open` holds a bracket before it."""
    match = _label(clean, at, end)
    return match if match is not None and _KINDS[fold(match["label"])] == kind else None


def marking_at_label(clean: str, at: int, end: int) -> str | None:
    """The portion marking printed behind the label at `at`: "Summary: (C) Brown", "Comment (S):"."""
    match = _label(clean, at, end)
    if match is None:
        return None
    bracket = match[0].rfind("(", 1)
    after = match.end() + len(clean[match.end() : match.end() + 4]) - len(clean[match.end() : match.end() + 4].lstrip())
    marking = marking_at(clean, match.start() + bracket if bracket > 0 else after)
    return None if marking is None else marking[0]
