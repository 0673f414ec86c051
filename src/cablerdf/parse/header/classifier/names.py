"""The name and the title among the words of a Classified By line."""

from __future__ import annotations

import re

from cablerdf.parse.header.classifier.tokens import PARTICLES, Token
from cablerdf.parse.header.classifier.words import cities

REDACTED = re.compile(r"X{3,}", re.I)
SUFFIX = {"JR", "SR", "II", "III", "IV", "ESQ", "PHD", "PH.D"}
NAME = re.compile(rf"(?:[dl]['’]|[ae]l-)?[A-ZÀ-Þ][\w'’.-]*|{'|'.join(sorted(PARTICLES))}")
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]{1,2}|I{2,3}|IV")
IRISH = re.compile(r"\b(Mc|O['’]|D['’])([a-z])")


def name_and_title(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words of the name and of the title; no name where it is struck out."""
    if not tokens:
        return [], []
    if tokens[0].comma and REDACTED.fullmatch(tokens[0].text.strip(".,")):
        return [], trim_title(tokens[1:])
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
    if last >= 0:
        tail = tail[length_of_city(tail) :]
    if not 1 <= len(tail) <= 6 or any(NAME.fullmatch(token.text.strip(".,()")) is None for token in tail):
        return []
    if any(REDACTED.fullmatch(token.text.strip(".,")) for token in tail):
        return []
    return tail if any(len(token.text.strip(".")) > 1 for token in tail) else []


def length_of_city(tokens: list[Token]) -> int:
    """How many words before a name are those of a post's city: `DCM Port Louis | Jane Roe`, but `Louis B. Roe`."""
    words = [token.text.upper().strip(".,") for token in tokens]
    return max((size for size in range(1, len(words) - 1) if tuple(words[:size]) in cities()), default=0)


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
    """A name in natural case: "JANE E. ROE" becomes "Jane E. Roe".

    >>> natural_name(["PATRICK", "O'DOE,"]), natural_name(["Jane", "Mary", "Roe."])
    ("Patrick O'Doe", 'Jane Mary Roe')
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
