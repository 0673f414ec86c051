"""The Classified By line: who classified the telegram, in what office, for which reasons (E.O. 13526)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cablerdf.model import ClassifiedBy, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.posts import one_apart
from cablerdf.parse.header.reasons import SECTION, read_reasons
from cablerdf.vocab.tables import rows

# "Classified By:" once more, "CLASSIFIED CONFIDENTIAL BY", "Derived from"
AGAIN = re.compile(r"\s*(?:CLASSIF?IED|DERIVED|CLASS)\b(?:\s+(?:CONFIDENTIAL|SECRET))?\s+(?:BY|FROM)\b[\s:]*", re.I)
# what leads to the reasons: "for reasons", ". For Reasons", "; REASON:", ", per", "FOR REAS ONS", "E.O. 12958, reasons"
LEAD = re.compile(
    r"[\s,;.:(-]*(?:\b(?:for|per|under|due to|in accordance with)\b)?[\s:]*(?:\bE\.?O\.? ?\d{5}[,:]?)?"
    r"[\s,;.:(-]*(?:\b(?:for|per|under|section|sec)\b)?[\s.:]*"
    r"(?:(?:the )?\br\s{0,3}e\s{0,3}a\s{0,3}s?\s{0,3}o?\s{0,3}n?\s{0,3}s?\b)?"
    r"[\s,:;.(-]*(?:\bE\.?O\.? ?\d{5}[,:]?)?(?:\bsec(?:tion|s|\.)?)?[\s,:;.(-]*$",
    re.I,
)
REASON_WORD = re.compile(r"\b(?:for\s+)?r\s{0,3}e\s{0,3}a\s{0,3}s\s{0,3}o?\s{0,3}n\s{0,3}s?\b", re.I)
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
PARTICLES = frozenset("de da del della di du la le van von der den bin al el y dos do".split())  # noqa: SIM905
NAME = re.compile(rf"(?:[dl]['’]|[ae]l-)?[A-ZÀ-Þ][\w'’.-]*|{'|'.join(sorted(PARTICLES))}")
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
def modifiers() -> frozenset[str]:
    """Words that only modify titles, among them some family names."""
    kinds: dict[str, set[str]] = {}
    for row in rows("titles"):
        for word in row["title"].split():
            kinds.setdefault(word.upper().strip(".,"), set()).add(row["kind"])
    return frozenset(word for word, found in kinds.items() if found == {"modifier"})


@cache
def given_names() -> frozenset[str]:
    return frozenset(row["name"].upper() for row in rows("given_names"))


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
        title = title_of(title_tokens)
        if derived and "SOURCE" in head.upper():
            name, name_span, title = None, None, None
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
        if found and not found[-1].comma and torn(head[found[-1].end : match.end()], word):
            whole = found[-1].text + word
            found[-1] = Token(whole, found[-1].start, match.end(), is_title(whole), False)
            continue
        found.append(Token(word, *match.span(), is_title(word), False))
    if len(found) > 2 and not found[0].title and is_symbol(found):
        found[0] = found[0]._replace(title=True)
    return [unmasked(found, at) for at in range(len(found))]


def is_symbol(tokens: list[Token]) -> bool:
    """Whether the first word is an office symbol: capitals before a name that is not ("SCA Richard A. Boucher")."""
    first = tokens[0].text
    return first.isupper() and first.isalpha() and 2 <= len(first) <= 5 and any(map(str.islower, tokens[1].text))


def torn(between: str, word: str) -> bool:
    """Whether a word is the rest of one that the end of a line tore: "Michae\nl"."""
    return (
        len(word) <= 3
        and word.islower()
        and "\n" in between
        and word not in PARTICLES | {"of", "for", "and", "to", "at", "by"}
    )


def unmasked(tokens: list[Token], at: int) -> Token:
    """The token; a family name that is also a word of titles ("Keith Mines") is a name."""
    token = tokens[at]
    last = at == len(tokens) - 1 or token.comma
    if not last or not token.title or at == 0 or tokens[at - 1].title or tokens[at - 1].comma:
        return token
    before = tokens[at - 1].text.strip(".").upper()
    if token.text.strip(".,").upper() in modifiers() and (before in given_names() or len(before) == 1):
        return token._replace(title=False)
    return token


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a word belongs to a title rather than to a name."""
    bare = word.strip(".,:;()").upper().replace("’", "'").replace("`", "'")
    if re.fullmatch(r"[A-Z]\.", word) is not None:
        return False
    if not any(letter.isalpha() for letter in bare) or known_title(bare):
        return True
    parts = [part for part in re.split(r"[/-]", bare) if part]
    if len(parts) > 1 and all(known_title(part) or len(part) == 1 for part in parts):
        return True
    if "/" in bare and SYMBOL.fullmatch(bare) is not None:
        return True
    return len(bare) > 3 and SHORT_OFFICE.fullmatch(bare) is not None


def known_title(bare: str) -> bool:
    """Whether the tables have a word, or one that differs by a letter from a long one."""
    if bare in title_words():
        return True
    return len(bare) >= 7 and any(
        one_apart(bare, word) for length in range(-1, 2) for word in long_words().get(len(bare) + length, ())
    )


@cache
def long_words() -> dict[int, tuple[str, ...]]:
    """Title words of six letters and more, by length."""
    found: dict[int, list[str]] = {}
    for word in title_words():
        if len(word) >= 6:
            found.setdefault(len(word), []).append(word)
    return {length: tuple(words) for length, words in found.items()}


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


def title_of(tokens: list[Token]) -> str | None:
    """The title as printed, on one line."""
    if not tokens:
        return None
    printed = " ".join(token.text + "," * token.comma for token in tokens).strip(" ,;:-?")
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
    return " ".join(f"{word}." if word in ("Jr", "Sr") else word for word in kept)


def titled(word: str) -> str:
    """One word in natural case, hyphens, Mc and O' minded."""
    parts = [part[:1].upper() + part[1:].lower() for part in word.split("-")]
    return IRISH.sub(lambda match: match[1] + match[2].upper(), "-".join(parts))
