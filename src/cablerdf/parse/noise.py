"""Transmission noise, blanked out character for character.

What machines and web editions put into a telegram is no part of it: page-break lines, the
repeated headers of later sections, lines sent twice, link markup, damaged pilcrows. All of it
becomes blanks (a pilcrow becomes one pilcrow), so that offsets into the clean text are offsets
into the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from unicodedata import decimal

from cablerdf.model import Problem, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.pages import MARKS
from cablerdf.vocab.tables import rows

# characters that print nothing, or are written differently in a clean text
PLAIN = {"\0": " ", "\ufeff": " ", "\u00ad": " ", "\u200b": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n"}
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
PRINTED = bytes({9, 10, *range(32, 127)})
ORDINARY = bytes({9, 10, *range(32, 127), *range(128, 256)})
ASCII = bytes(range(128))
C1_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
LEVEL = "(?:" + "|".join(r"\s?".join(word) for word in ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET")) + ")"
# "LISBON 00000418  001.2 OF 003"; the name before it, cut to ten letters, is found by `break_start`
PAGE_BREAK = re.compile(r"OF[ \t]+\d{3}\b[ \t]*")
LOWER_PAGE_BREAK = re.compile(PAGE_BREAK.pattern.replace("OF", "of"))
PAGE_NUMBER = re.compile(r"\b\d{8}[ \t]+\d{3}(?:\.\d{1,2})?[ \t]+$")
# "PAGE 02 LISBON 00418 01 OF 03 291400Z", "PAGE 02        STATE   012345  131535Z", "PAGE 02 RUEHLIS0418 C O N F ..."
PAGE_HEADER = re.compile(
    rf"(?:\b{LEVEL}(?:[ \t]+PTQ\d+)?\s{{1,9}}){{0,2}}"
    r"\bPAGE[ \t]+\d\d[ \t]+[A-Z][A-Z ]{1,20}?[ \t]*\d{3,7}\b(?:[ \t]+\d\d[ \t]+OF[ \t]+\d\d)?(?:[ \t]+\d{6}Z)?"
    rf"(?:[ \t]+{LEVEL}[ \t]+[A-Z][A-Z ]{{1,20}} \d{{4,7}})?"
)
# "C O N F I D E N T I A L SECTION 02 OF 03 LISBON 000418": the header of a later section, repeated with its labels
LATER_SECTION = re.compile(rf"^[ \t]*{LEVEL}[^\n]{{0,40}}?\bSECTION[ \t]+(?!01\b)\d\d[ \t]+OF[ \t]+\d\d[^\n]*$", re.M)
REPEATED_LABEL = re.compile(r"[ \t]*(?:$|SIPDIS|NOFORN|SENSITIVE|E\.?O\.?[ \t]?\d|TAGS?\b|SUBJ(?:ECT)?\b)")
MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,80})\]\((?:#|/|\.|https?:)[^()\s]{0,300}\)")
REPEAT = re.compile(r"Q(?=[a-tv-zA-Z\d(¶\"'-])")
END_MARK = re.compile(
    r"^[ \t]*(?:N{4}|End Cable Text|\d{4}[A-Z]{3,6}\d{5}[ \t]++-[ \t]{1,20}[A-Z/ ]{6,40})[ \t]*+$", re.M
)
SIPDIS = re.compile(r"(?<=[a-z] )SIPDIS(?= [A-Z])|(?<=  )SIPDIS(?=  )")
CAPTION_ABOVE = re.compile(rf"^[ \t]*{LEVEL}\b[^\n]{{0,60}}\n\s{{0,20}}\Z", re.M)  # the caption that SIPDIS belongs to
BODY = re.compile(r"^[ \t]*(?:SUBJ(?:ECT)?\b|(?:¶[ \t]?)?1[ \t]?[.,])", re.M)
NOT_NEWLINE = re.compile(r"[^\n]")


def clean(text: str) -> tuple[str, list[Problem]]:
    """The text with noise blanked out, of the same length, and what was repaired.

    >>> clean("of the\\nLISBON 00000418  002 OF 003\\nparty")[0].split()
    ['of', 'the', 'party']
    """
    problems: list[Problem] = []
    text = ascii_digits(plain_characters(text), problems)
    text = mend_pilcrows(text, problems)
    text = unlink(text, problems)
    text = unmark(text, problems)
    text = blanked(text, chain(page_spans(text), section_spans(text), mark_spans(text)))
    repeats = list(repeat_spans(text))
    problems += [Problem("line-repeated", "info", "a line was sent twice; the copy is left out", s) for s in repeats]
    return blanked(text, repeats), problems


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with each span turned into blanks, line ends kept."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        pieces += [text[at : max(at, start)], NOT_NEWLINE.sub(" ", text[max(at, start) : end])]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def plain_characters(text: str) -> str:
    """One form of line end, no control characters."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    data = text.encode("utf-8", "surrogatepass")
    rare = data.translate(None, PRINTED).decode("utf-8", "surrogatepass")
    for odd, plain in PLAIN.items():
        if odd in rare:
            text = text.replace(odd, plain)
    if data.translate(None, ORDINARY) or C1_CONTROL.search(data):
        text = CONTROLS.sub(" ", text)
    return text


def rare_of(text: str) -> str:
    """The characters that are not ASCII, few of a text: to look for one among them alone is far faster."""
    return text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")


def ascii_digits(text: str, problems: list[Problem]) -> str:
    """The text with digits of other scripts written as 0 to 9: ids, dates and numbers are made of these alone.

    >>> ascii_digits("２００７", [])
    '2007'
    """
    if text.isascii():
        return text
    odd = {ord(char): str(decimal(char)) for char in set(rare_of(text)) if char.isdecimal()}
    if odd:
        problems.append(Problem("digits-folded", "info", "digits of another script are read as 0 to 9"))
    return text.translate(odd) if odd else text


@cache
def pilcrow_damage() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Pattern for every damaged form of the pilcrow in the table, and the forms."""
    forms = sorted(((row["printed"], row["where"]) for row in rows("pilcrows")), key=lambda form: -len(form[0]))
    anywhere = "|".join(re.escape(printed) for printed, where in forms if where == "anywhere")
    at_start = "|".join(re.escape(printed) for printed, where in forms if where == "line start")
    pattern = rf"(?:{anywhere})|(?P<indent>^[ \t]*)(?:{at_start})(?=[ \t]?(?:\d{{1,3}}|[A-Z])[ \t]?[.,)])"
    return re.compile(pattern, re.M), tuple(printed for printed, _where in forms)


def mend_pilcrows(text: str, problems: list[Problem]) -> str:
    pattern, forms = pilcrow_damage()
    rare = rare_of(text)
    if not any(form[0] in (text if form.isascii() else rare) and form in text for form in forms):
        return text
    mended: list[Span] = []

    def mend(found: re.Match[str]) -> str:
        mended.append(Span(found.start() + len(found["indent"] or ""), found.end()))
        return "¶".rjust(len(found[0]))

    text = pattern.sub(mend, text)
    if mended:
        message = f"{len(mended)} damaged pilcrows read as pilcrows"
        problems.append(Problem("pilcrow-repaired", "info", message, mended[0]))
    return text


def unlink(text: str, problems: list[Problem]) -> str:
    if "](" not in text:
        return text
    spans: list[Span] = []
    for link in MARKDOWN_LINK.finditer(text):
        spans += [Span(link.start(), link.start(1)), Span(link.end(1), link.end())]
    if spans:
        message = f"{len(spans) // 2} Markdown links read as their words"
        problems.append(Problem("link-markup", "info", message, spans[0]))
    return blanked(text, spans)


def unmark(text: str, problems: list[Problem]) -> str:
    """The text without what pages, mail and scanners put about its lines, told for each kind once."""
    for mark in MARKS:
        spans = list(mark.find(text))
        if spans:
            problems.append(Problem(mark.code, "info", mark.message.format(len(spans)), spans[0]))
            text = blanked(text, spans)
    return text


@cache
def page_names() -> frozenset[str]:
    """Names of posts as page breaks print them: whole or cut to ten letters."""
    names = [row["printed"] for row in rows("posts")] + [row["printed"] for row in rows("post_spellings")]
    return frozenset(name for full in names for name in (full, full[:10].strip()))


def break_start(text: str, number: int) -> int:
    """Where the page break begins whose number stands at `number`: at the name before it."""
    line = text.rfind("\n", max(0, number - 400), number) + 1 or max(0, number - 400)
    before = text[line:number].rstrip()
    if len(before.strip()) <= 16 and (before.isupper() or before.istitle()):
        return line
    words = list(re.finditer(r"\S+", before[-40:]))[-4:]
    offset = number - len(text[line:number]) + max(0, len(before) - 40)
    for word in words:
        if before[-40:][word.start() :] in page_names():
            return offset + word.start()
    return offset + words[-1].start() if words and words[-1][0].isupper() else number


def page_spans(text: str) -> Iterable[Span]:
    for found in chain(PAGE_BREAK.finditer(text), LOWER_PAGE_BREAK.finditer(text)):
        number = PAGE_NUMBER.search(text, max(0, found.start() - 30), found.start())
        if number is not None:
            yield Span(break_start(text, number.start()), found.end())
    if "PAGE " not in text:
        return
    for found in PAGE_HEADER.finditer(text):
        yield Span(*found.span())


def section_spans(text: str) -> Iterable[Span]:
    """The repeated header of each later section: from its routing, if any, through its labels."""
    if text.count("SECTION ") < 2:
        return
    for found in LATER_SECTION.finditer(text, 400):
        start, end = found.span()
        page = text.rfind("PAGE 01", max(0, start - 1500), start)
        while end < len(text) and REPEATED_LABEL.match(text, end + 1, text.find("\n", end + 1) % (len(text) + 1)):
            end = text.find("\n", end + 1) % (len(text) + 1)
        yield Span(page if page >= 0 else start, end)


def mark_spans(text: str) -> Iterable[Span]:
    if "NNNN" in text or "End Cable Text" in text:
        for found in END_MARK.finditer(text):
            yield Span(*found.span())
    body = BODY.search(text)
    if body is None:
        return
    at = text.find("SIPDIS", body.end())
    while at >= 0:
        alone = not text[max(text.rfind("\n", max(0, at - 400), at) + 1, at - 400) : at].strip()
        if (alone and not CAPTION_ABOVE.search(text, max(0, at - 120), at)) or SIPDIS.match(text, at) is not None:
            yield Span(at, at + 6)
        at = text.find("SIPDIS", at + 6)


def repeat_spans(text: str) -> Iterable[Span]:
    """Copies of a line's end that a receiving machine printed again after a Q.

    "the bridge before the summer of\\nQbridge before the summer of"
    """
    for found in REPEAT.finditer(text):
        start = found.start()
        if start == 0 or text[start - 1] not in " \n\t":
            continue
        stop = text.find("\n", start, start + 400)
        stop = stop if stop >= 0 else min(len(text), start + 400)
        before = text[max(0, start - 160) : start].rstrip()
        copy = text[found.end() : min(stop, found.end() + 160)].rstrip()
        if len(copy) >= 8 and before.endswith(copy):
            yield Span(start, stop)
            continue
        # within a line the copy ends where the last words before the Q come again
        length = copy.find(before[-12:]) + 12
        if 16 <= length <= 90 and before.endswith(copy[:length]):
            yield Span(start, found.end() + length)


def blank_noise(draft: Draft) -> None:
    """Set `draft.clean`."""
    draft.clean, problems = clean(draft.document.text)
    for problem in problems:
        draft.report(problem.code, problem.severity, problem.message, problem.span)
