"""The Classified By line: who classified the telegram, in what office, for which reasons (E.O. 13526)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cablerdf.model import ClassifiedBy, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.reasons import SECTION, read_reasons
from cablerdf.vocab.tables import rows

# "Classified By:" once more, "CLASSIFIED CONFIDENTIAL BY", "Derived from"
AGAIN = re.compile(r"\s*(?:CLASSIF?IED|DERIVED|CLASS)\b(?:\s+(?:CONFIDENTIAL|SECRET))?\s+(?:BY|FROM)\b[\s:]*", re.I)
# what leads to the reasons: "for reasons", ". For Reasons", "; REASON:", ", per", "FOR REAS ONS", "E.O. 12958, reasons"
LEAD = re.compile(
    r"[\s,;.:(-]*(?:\b(?:for|per|under|due to|in accordance with)\b)?[\s:]*(?:\bE\.?O\.? ?\d{5}[,:]?)?"
    r"[\s,;.:(-]*(?:\b(?:for|per|under|section|sec)\b)?[\s.:]*(?:(?:the )?\br\s?e\s?a\s?s?\s?o?\s?n?\s?s?\b)?"
    r"[\s,:;.(-]*(?:\bE\.?O\.? ?\d{5}[,:]?)?(?:\bsec(?:tion|s|\.)?)?[\s,:;.(-]*$",
    re.I,
)
REASON_WORD = re.compile(r"\b(?:for\s+)?r\s?e\s?a\s?s\s?o?\s?n\s?s?\b", re.I)
TOKEN = re.compile(r"[^\s,;]+|[,;]")
REDACTED = re.compile(r"X{3,}", re.I)
SUFFIX = {"JR", "SR", "II", "III", "IV", "ESQ", "PHD", "PH.D"}
SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z&]{1,6})+|[A-Z]{2,5}-[A-Z]{1,4}")
# "PolCouns", "EconMinCouns", "POL/C", "DepPolCouns", "ESTOff", "P/E"
SHORT_OFFICE = re.compile(
    r"(?:A/|Acting|Dep|Amb){0,2}(?:(?:Pol|Econ?|Cons?|Gen|Mil|Min|Mgt|Admi?n?|Ag|Est|Sci|Pub|Pa|Rso|Nas|Labo?r?|Fin|Poli?t|Emb)[/-]?){1,4}"
    r"(?:Couns?|Counselor|Off|Chief|MC|M/C|MinCouns|Officer|Attache|C|Chf|Dir)?s?\.?",
    re.I,
)
PARTICLES = {
    "de",
    "da",
    "del",
    "della",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "al",
    "el",
    "y",
    "dos",
    "do",
}
NAME = re.compile(rf"[A-ZÀ-Þ][\w'’.-]*|{'|'.join(sorted(PARTICLES))}")
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]{1,2}|I{2,3}|IV")
IRISH = re.compile(r"\b(Mc|O['’]|D['’])([a-z])")


class Token(NamedTuple):
    """A word of the line, where it stands, and whether it belongs to a title."""

    text: str
    start: int
    end: int
    title: bool
    comma: bool


@cache
def title_words() -> frozenset[str]:
    """Every word that titles of officials are made of, in capitals, without its last point."""
    found = {row["word"].upper() for row in rows("classifier_words")}
    for row in rows("titles"):
        if row["kind"] in ("abbr", "modifier", "office", "tail"):
            found |= {word.upper().strip(".,") for word in row["title"].split()}
    for row in rows("officers"):
        found |= {word.upper().strip(".,") for word in row["form"].split()}
    return frozenset(found)


@cache
def place_words() -> frozenset[str]:
    return frozenset(word for row in rows("posts") for word in row["printed"].split() if len(word) > 3)


def read_classified_by(draft: Draft) -> None:
    """Set `classified_by` and, where several are named, `co_classified_by`."""
    found: list[ClassifiedBy] = []
    for run in draft.runs:
        if run.field == "classified_by":
            derived = draft.clean[run.span.start : run.content.start].upper().startswith(("DER", "DRV"))
            found += read_line(draft, run.content, derived)
    if not found:
        late = late_line(draft)
        found = read_line(draft, late, False) if late is not None else []
    if found:
        draft.classified_by, draft.co_classified_by = found[0], tuple(found[1:])
        if found[0].name is None and not found[0].derived:
            draft.report("classifier-unnamed", "info", "the Classified By line names nobody", found[0].span)


LATE = re.compile(
    r"^[ \t]*(?:¶?[ \t]?\d{1,2}[.,)][ \t]*)?(?:\([A-Z/]{1,6}\)[ \t]*)?CLASSIFIED BY[ \t]*:?[ \t]*(?=[A-Z])", re.I | re.M
)


def late_line(draft: Draft) -> Span | None:
    """A Classified By line that stands within the body: numbered like a paragraph, or at its end."""
    body = draft.zones.body
    if body is None:
        return None
    text = draft.clean
    for match in LATE.finditer(text, body.start, body.end):
        blank = re.compile(r"\n[ \t]*\n").search(text, match.end(), body.end)
        stop = min(blank.start() if blank is not None else body.end, match.end() + 400)
        if SECTION.search(text, match.end(), stop) is not None:
            return Span(match.end(), stop)
    return None


def read_line(draft: Draft, span: Span, derived: bool) -> list[ClassifiedBy]:
    """The classifiers that one line names; each has the reasons of the line."""
    text = span.of(draft.clean)
    offset = 0
    while (again := AGAIN.match(text, offset)) is not None and again.end() > offset:
        derived = derived or again[0].strip().upper().startswith("DER")
        offset = again.end()
    first = SECTION.search(text, offset)
    reasons = read_reasons(text[first.start() :]) if first is not None else ()
    head = text[: first.start()] if first is not None else text
    lead = LEAD.search(head, offset)
    head = head[: lead.start()] if lead is not None else head
    word = REASON_WORD.search(head, offset)
    head = head[: word.start()].rstrip(" ,;.:(") if word is not None and word.start() > offset else head
    tokens = cut_tokens(head, offset)
    parts = split_two(tokens)
    found: list[ClassifiedBy] = []
    for part in parts:
        name_tokens, title_tokens = name_and_title(part)
        name_span = shifted(name_tokens, span.start) if name_tokens else None
        name = natural_name([token.text for token in name_tokens]) if name_tokens else None
        title = title_of(head, title_tokens)
        if derived and not reasons and name is not None and not title:
            name, name_span = None, None
        whole = Span(span.start, span.end) if len(parts) == 1 else (shifted(part, span.start) or span)
        found.append(
            ClassifiedBy(name=name, title=title, reasons=reasons, derived=derived, name_span=name_span, span=whole)
        )
    return found


def shifted(tokens: list[Token], by: int) -> Span | None:
    return Span(tokens[0].start + by, tokens[-1].end + by) if tokens else None


def cut_tokens(head: str, offset: int) -> list[Token]:
    """The words of a line, each judged by the tables to be of a title or of a name."""
    found: list[Token] = []
    for match in TOKEN.finditer(head, offset):
        if match[0] in ",;":
            if found:
                found[-1] = found[-1]._replace(comma=True)
            continue
        word = match[0]
        # "E.JONES": initial and name run together
        if (joined := re.fullmatch(r"((?:[A-Z]\.)+)([A-Z][A-Za-z'’-]{2,}\.?)", word)) is not None:
            found.append(Token(joined[1], match.start(), match.start() + len(joined[1]), False, False))
            found.append(Token(joined[2], match.start() + len(joined[1]), match.end(), is_title(joined[2]), False))
            continue
        found.append(Token(word, *match.span(), is_title(word), False))
    return found


def is_title(word: str) -> bool:
    bare = word.strip(".,:;()").upper().replace("’", "'").replace("´", "'").replace("`", "'")
    if not bare or bare in title_words():
        return True
    if all(part in title_words() for part in re.split(r"[/-]", bare) if part) and re.search(r"[/-]", bare):
        return True
    if "/" in bare and SYMBOL.fullmatch(bare) is not None:
        return True
    return len(bare) > 3 and SHORT_OFFICE.fullmatch(bare) is not None


def split_two(tokens: list[Token]) -> list[list[Token]]:
    """The parts before and after AND where each names somebody in an office."""
    for at, token in enumerate(tokens):
        if token.text.upper() not in ("AND", "&") or not 0 < at < len(tokens) - 1:
            continue
        before, after = tokens[:at], tokens[at + 1 :]
        if all(part[0].title and not part[-1].title for part in (before, after)):
            return [before, after]
    return [tokens]


def name_and_title(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words of the name and of the title."""
    if not tokens:
        return [], []
    segments: list[list[Token]] = [[]]
    for token in tokens:
        if token.text.upper().strip(".") in SUFFIX and len(segments) > 1 and not segments[-1]:
            segments.pop()
            segments[-1].append(token)
        else:
            segments[-1].append(token)
        if token.comma:
            segments.append([])
    segments = [segment for segment in segments if segment]
    for at, segment in enumerate(segments):
        name = name_within(segment)
        if not name:
            continue
        before = [token for earlier in segments[:at] for token in earlier]
        before += segment[: segment.index(name[0])]
        after = segment[segment.index(name[-1]) + 1 :] + [token for later in segments[at + 1 :] for token in later]
        return name, trim_title(before) or trim_title(after)
    return [], trim_title(tokens)


def name_within(segment: list[Token]) -> list[Token]:
    """The name in a part between commas: the words behind its title, or all of it, or those before the title."""
    last = max(
        (i for i, token in enumerate(segment) if token.title and token.text.lower() not in PARTICLES), default=-1
    )
    tail = segment[last + 1 :]
    if not tail:
        first = next((i for i, token in enumerate(segment) if token.title), 0)
        tail = segment[:first]
        if not tail:
            inner = [i for i, token in enumerate(segment) if not token.title]
            tail = segment[inner[0] : inner[-1] + 1] if inner and len(inner) == inner[-1] - inner[0] + 1 > 1 else []
    while tail and last >= 0 and len(tail) > 2 and tail[0].text.upper().strip(".,") in place_words():
        tail = tail[1:]
    if not 1 <= len(tail) <= 6 or any(NAME.fullmatch(token.text.strip(".,()")) is None for token in tail):
        return []
    if any(REDACTED.fullmatch(token.text.strip(".,")) for token in tail):
        return []
    return tail if any(len(token.text.strip(".")) > 1 for token in tail) else []


def trim_title(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[0].text.upper() in ("BY", "THE", "AND", "-", "--"):
        tokens = tokens[1:]
    while tokens and tokens[-1].text.upper() in ("AND", "FOR", "-", "--", "OF"):
        tokens = tokens[:-1]
    return tokens


def title_of(head: str, tokens: list[Token]) -> str | None:
    """The title as printed, on one line."""
    if not tokens:
        return None
    printed = " ".join(head[tokens[0].start : tokens[-1].end].split()).strip(" ,;:-")
    return printed if len(printed) > 1 and not REDACTED.fullmatch(printed) else None


def natural_name(words: list[str]) -> str:
    """A name in natural case: "DELANO E. LEWIS" becomes "Delano E. Lewis".

    >>> natural_name(["PATRICK", "O'DONOHUE,"]), natural_name(["Sylvia", "Reed", "Curran."])
    ("Patrick O'Donohue", 'Sylvia Reed Curran')
    """
    kept = [word.strip(",;:()") for word in words]
    if len(kept[-1]) > 2 and kept[-1].rstrip(".").upper() not in SUFFIX:
        kept[-1] = kept[-1].rstrip(".")
    if not any(letter.islower() for letter in "".join(kept).replace("Jr", "").replace("Mc", "")):
        kept = [word if INITIALS.fullmatch(word) else titled(word) for word in kept]
    return " ".join(kept)


def titled(word: str) -> str:
    """One word in natural case, hyphens, Mc and O' minded."""
    parts = [part[:1].upper() + part[1:].lower() for part in word.split("-")]
    return IRISH.sub(lambda match: match[1] + match[2].upper(), "-".join(parts))
