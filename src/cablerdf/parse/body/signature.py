"""The name that closes a telegram, and what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.body.lines import Line
from cablerdf.parse.header.classifier.words import place_words
from cablerdf.parse.header.people_words import common_words
from cablerdf.parse.lexicon.forms import family, titles
from cablerdf.parse.lexicon.offices import is_head
from cablerdf.vocab.tables import rows

_CLOSING = {row["words"]: row["where"] == "anywhere" for row in rows("closing_lines") if len(row["words"]) > 4}
_SIGNS = frozenset(row["words"].upper() for row in rows("closing_lines") if len(row["words"]) <= 4)
# "Visit Embassy Tel Aviv's Classified Website: ...", glued to the last line of the text or on its own
_BANNER = re.compile(r"[\"“]?\b(?:Please\s+visit|Visit)\b.{2,60}?(?:[Cc]lassified|[Ww]eb\s?[Ss]ite|Forum).*", re.S)
_PARTICLE = r"(?:(?:[A-Z]\.|[Dd][EeIiUu]|[Vv][AaOo][Nn]|[Ll][AaEe])\s)?"
_NAME = rf"{_PARTICLE}(?:Ma?c|[DO]['’])?[A-Z][A-Za-zÀ-ÿ]*(?:['’-][A-Z][A-Za-zÀ-ÿ]*)*"
_SUFFIX = r"(?:,?\s(?:[JS][Rr]\.?|[js]r\.?|I{2,3}))?"
_RESIDUE = r"(?:\s?[*#)-]+|\s?[.,]|\s(?:BT|NNNN)|\s\d[\d-]*)?"
# "SIMONS", "Wolff", "TIMKEN JR", "DE LA CRUZ", "MANZANARES .", "DANILOVICH 2", "(ROE)", "ROE##"
_SIGNED = re.compile(rf"[(.*-]?\s?({_NAME}(?:\s{_NAME}){{0,3}}{_SUFFIX}){_RESIDUE}")
_SIGNED_SMALL = re.compile(r"[*.]?\s*([a-z]{3,20})")
# "... the Zimbabwe agenda. GIPS"; "END COMMENT RAY"; "index.cfm TUTTLE"; "XXXXXXXXXXXX STEPHENS"
_GLUED = re.compile(
    r"(?:[.?!)\]”\":*]|\b\d+|[Xx]{4}|\bCOMMENT|\bSUMMARY|\bTEXT|\bUNQUOTE|[./]\w+)\s+\.?"
    r"((?:(?:DE|DI|LA|LE|VAN|VON)\s)?(?:Ma?c|Le|De)?[A-Z][A-Z'’-]{2,}(?:\s[JS][Rr])?)(?:\s\1)?\s?\.?(?:\s\d[\d-]*)?$"
)
_GLUED_MIXED = re.compile(
    r"(?:[.?!)\]”\"]|\.html?)\s+((?:Ma?c|Le|De|La)?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?:\s(?i:\1))?$"
)
_GLUED_SMALL = re.compile(r"\bCOMMENT\s+([a-z]{4,20})$")
_AFTER_ADDRESS = re.compile(r"\s((?:Ma?c|Le|De)?[A-Z][A-Za-z'’-]{2,})$")
_MARKED = [row["printed"] for table in ("classification_levels", "caveats") for row in rows(table)]
_NO_NAME = frozenset(
    ("END", "COMMENT", "SUMMARY", "NOTE", "TEXT", "UNQUOTE", "QUOTE", "REGARDS", "ACTION", "REQUEST")
) | {
    *(word for printed in _MARKED for word in printed.split()),
}
_NOT_NAMES = _NO_NAME | _SIGNS
_COUNT = re.compile(r"#\d+")  # behind BT
_LEVELS = frozenset(row["printed"] for row in rows("classification_levels"))
_REDACTED = re.compile(r"[Xx]{3,}")
_STOPS = '.?!)"”]-*'
_LONGEST_TAIL = 200  # characters: a longer line is text
_MOST_BEHIND, _LONGEST_NOTE = 7, 400  # lines and characters of a note behind the signature
_NUMBERED = re.compile(r"\s*(?:¶|\d{1,2}[.,)]|\([A-Z]{1,3}\))")
_FARTHEST = 12  # lines looked back through for the signature


class Closing(NamedTuple):
    """The end of a body: the signer's printed name, where the text proper ends, the tail."""

    signer: str | None
    signature: Span | None
    text_end: int
    tail: Span | None


def closing(clean: str, lines: Sequence[Line]) -> Closing:
    """How the body that consists of `lines` ends.

    >>> from cablerdf.parse.body.lines import cut
    >>> text = "1. (C) He left.\\n\\nSIMONS\\n\\nNNNN"
    >>> closing(text, cut(text, Span(0, len(text)))).signer
    'SIMONS'
    """
    if not lines:
        return Closing(None, None, 0, None)
    signature: Span | None = None
    count = len(lines)
    leftover = count > 1 and _is_leftover(lines[-1].of(clean))
    if leftover and (_signed(clean, lines, count - 1) or _glued(clean, lines[-2])):
        count -= 1
    while count and count > len(lines) - _FARTHEST:
        line = lines[count - 1]
        if signature is None and count > 1 and _is_office(line.of(clean)) and _signed(clean, lines, count - 1):
            count -= 1
            continue
        if signature is None:
            signature = _signed(clean, lines, count)
            if signature is not None:
                count -= 1
                continue
        if not _is_tail(clean, line, above=signature is not None):
            break
        if signature is None:
            signature = _after_address(clean, line)
        count -= 1
    text_end = lines[count - 1].end if count else lines[0].start
    visit = clean.find("isit", lines[count - 1].start, text_end) if count else -1
    banner = _BANNER.search(clean, lines[count - 1].start, text_end) if visit >= 0 else None
    if signature is None and banner is None and len(lines) - count < _MOST_BEHIND:
        behind = _before_a_note(clean, lines)
        if behind is not None:
            return Closing(behind[0].of(clean), *behind)
    if banner is not None:
        signature = signature or _after_address(clean, lines[count - 1])
        text_end = _stripped(clean, lines[count - 1].start, banner.start())
    elif signature is None and count:
        signature = _glued(clean, lines[count - 1])
        if signature is not None:
            text_end = _stripped(clean, lines[count - 1].start, signature.start)
    signer = None if signature is None else signature.of(clean)
    end = lines[-1].end
    tail_start = text_end if signature is None else signature.end
    return Closing(signer, signature, text_end, Span(tail_start, end) if clean[tail_start:end].strip() else None)


def _before_a_note(clean: str, lines: Sequence[Line]) -> tuple[Span, int, Span] | None:
    """Signature, end of the text and tail, where a note or the junk of an export stands behind the name.

    The name is alone on its line, in capitals, behind a sentence's end; what follows is short and no paragraph.
    """
    for count in range(len(lines) - 1, max(1, len(lines) - _MOST_BEHIND), -1):
        behind = Span(lines[count].start, lines[-1].end)
        if behind.end - behind.start > _LONGEST_NOTE or _NUMBERED.match(clean, *behind):
            return None
        before = lines[count - 2]
        if not lines[count].gap or clean[before.end - 1] not in _STOPS:
            continue
        found = _signed(clean, lines, count)
        name = "" if found is None else found.of(clean)
        if found is not None and name.isupper() and not _is_word(name):
            return found, before.end, Span(found.end, behind.end)
    return None


def _is_word(name: str) -> bool:
    """Whether a name of one word is rather a heading: a word of the language that is no family name, or a place."""
    if " " in name or name.lower() in family():
        return False
    return name.lower() in common_words() or name in place_words()


def _stripped(clean: str, start: int, end: int) -> int:
    return start + len(clean[start:end].rstrip())


def _is_leftover(text: str) -> bool:
    """Whether a line that may follow the signature is a redaction or a title that a web edition cut short."""
    return text.endswith("...") or _REDACTED.fullmatch(text) is not None


def _is_office(text: str) -> bool:
    """Whether a line is an office, as it may stand below the name: `CHARGE D'AFFAIRES`."""
    low = text.lower().replace("’", "'").strip(" .,")
    return low in titles("office") or low in titles("abbr") or (" " in text and is_head(text.split()[-1]))


def _is_tail(clean: str, line: Line, *, above: bool = False) -> bool:
    """Whether a line is a banner, a separator or a sign, and so no text of the cable; some are text above the name."""
    if line.rule or line.end - line.start >= _LONGEST_TAIL:
        return line.rule
    text = line.of(clean)
    if not any(c.isalnum() for c in text):
        return True
    words = [word.strip("()*") for word in text.upper().split()]
    if all(word in _NOT_NAMES or _COUNT.fullmatch(word) for word in words):
        return len(words) < 2 or words[0] != "END"
    if words[0] in _LEVELS and words[-1].isdigit() and text.isupper():  # the classification line once more
        return True
    folded = text.lower()
    closes = any(words in folded for words, anywhere in _CLOSING.items() if anywhere or not above)
    return closes and not (text[0] == "¶" or text[0].isdigit())


def _signed(clean: str, lines: Sequence[Line], count: int) -> Span | None:
    """The name on the line before `count`, if the line is a signature."""
    line = lines[count - 1]
    if line.end - line.start > 40 or line.rule:
        return None
    before = lines[count - 2] if count > 1 else None
    apart = before is None or line.gap or before.rule or clean[before.end - 1] in _STOPS or _is_tail(clean, before)
    apart = apart or (before is not None and _REDACTED.fullmatch(before.of(clean)) is not None)
    found = _SIGNED.fullmatch(clean, line.start, line.end)
    if found is None:
        small = _SIGNED_SMALL.fullmatch(clean, line.start, line.end)
        if before is not None and not apart:
            above = before.of(clean)
            apart = above.upper().endswith("COMMENT") or above.lower() == line.of(clean)
        last = count == len(lines) and apart and before is not None
        return Span(*small.span(1)) if small is not None and last else None
    stopped = clean[line.end - 1] == "." and not found[1].endswith(".")
    if not (apart or (found[1].isupper() and not stopped)):
        return None
    name = _one_name(found[1].split())
    if name == found[1] and _is_tail(clean, line):
        return None
    return Span(found.start(1), found.start(1) + len(name)) if name else None


def _one_name(words: list[str]) -> str:
    """The name that some words are, printed once: "ROE", "ROE ROE", "ROE UNQUOTE ROE", "VAN DORN BT"; "" for none."""
    names = [word for word in words if word.upper() not in _NOT_NAMES and not _REDACTED.fullmatch(word)]
    if not names or (len(names) != len(words) and names[0] != words[0]):
        return ""
    half = len(names) // 2
    if len(names) % 2 == 0 and [name.upper() for name in names[:half]] == [name.upper() for name in names[half:]]:
        names = names[:half]
    return " ".join(names)


def _glued(clean: str, line: Line) -> Span | None:
    """The name at the end of a line of text."""
    start = max(line.start, line.end - 60)
    for pattern in (_GLUED, _GLUED_MIXED, _GLUED_SMALL):
        found = pattern.search(clean, start, line.end)
        if found is not None and found[1].upper() not in _NO_NAME and not _REDACTED.fullmatch(found[1]):
            return Span(*found.span(1))
    return None


def _after_address(clean: str, line: Line) -> Span | None:
    """The name at the end of a banner line, behind an address or the banner's asterisks."""
    found = _AFTER_ADDRESS.search(clean, max(line.start, line.end - 40), line.end)
    if found is None or ("gov" not in clean[line.start : line.end] and clean[found.start() - 1] != "*"):
        return None
    return Span(*found.span(1))
