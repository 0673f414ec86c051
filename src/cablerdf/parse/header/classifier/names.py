"""The name and the title among the words of a Classified By line: the cut that all its words speak for most."""

from __future__ import annotations

import re

from cablerdf.parse.header.classifier.tokens import Token
from cablerdf.parse.header.classifier.words import (
    PARTICLES,
    REDACTED,
    SUFFIXES,
    Weight,
    cities,
    ends_title,
    near_title,
    weigh,
)
from cablerdf.parse.header.people_words import given_names

INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]{1,2}|I{2,3}|IV")
DOCTOR = re.compile(r"ph\.?d", re.I)
IRISH = re.compile(r"\b(Mc|O['’]|D['’])([a-z])")
PREPOSITIONS = frozenset(("FOR", "OF", "TO", "AT", "IN", "ON"))
SHORT = 5  # letters: among titles an unknown word as long may be a misspelt one
# how likely a name has so many words
LENGTHS = {1: -0.6, 2: 0.8, 3: 0.9, 4: 0.8, 5: -0.2, 6: -1.2}
AT_EDGE, INNER = 0.7, -2.6  # a name ends at a comma or with the line; a title goes on behind it
GIVEN_ALONE = 2.0  # only given names behind the comma: the family name is before it
ACROSS = -3.0  # a comma within a name


def name_and_title(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words of the name and of the title; no name where it is struck out, or where none is likely."""
    if not tokens:
        return [], []
    if tokens[0].comma and REDACTED.fullmatch(tokens[0].bare):
        return [], trim_title(tokens[1:])
    start, end = best_cut(tokens)
    if start == end:
        return [], trim_title(tokens)
    name, title = tokens[start:end], trim_title(tokens[:start]) or trim_title(tokens[end:])
    if end - start > 1 and name[0].comma and name[-1].bare not in SUFFIXES:
        name = [*name[1:], name[0]]  # "Roe, Jane"
    return name, title


def best_cut(tokens: list[Token]) -> tuple[int, int]:
    """Where the name begins and ends; twice the same where nothing is a name."""
    weights = in_place(tokens)
    gains = [weight.name - weight.title for weight in weights]
    best, cut = 0.0, (0, 0)
    for start in range(len(tokens)):
        if gains[start] < -1.5:
            continue
        gain = 0.0
        for end in range(start + 1, min(len(tokens), start + max(LENGTHS)) + 1):
            gain += gains[end - 1]
            if gains[end - 1] < -1.5:
                break
            score = gain + shape(tokens, start, end)
            if score > best:
                best, cut = score, (start, end)
    return cut


def in_place(tokens: list[Token]) -> list[Weight]:
    """The weights of the words where they stand: places behind a preposition, office symbols before a name."""
    found: list[Weight] = []
    mixed = any(letter.islower() for token in tokens for letter in token.text)
    led, city = False, 0
    for at, token in enumerate(tokens):
        weight = weigh(token.text)
        if led and weight.place:
            weight = weight._replace(title=max(2.0, weight.name + 1.0))
        elif at and found[-1].title > 1.5 and weight.name < 1.4 and near_title(token.bare, SHORT):
            weight = weight._replace(title=max(weight.title, 1.5))
        elif (
            mixed and token.text.isupper() and token.text.isalpha() and 2 <= len(token.text) <= 5 and weight.name < 1.4
        ):
            weight = weight._replace(title=max(weight.title, 1.2))
        elif at < city or (at and found[-1].title > 1.5 and not tokens[at - 1].comma):
            size = next((n for n in (4, 3, 2) if tuple(t.bare for t in tokens[at : at + n]) in cities()), 0)
            city = at + size if at + size < len(tokens) - 1 and size else city
            weight = weight._replace(title=weight.name + 1.0) if at < city else weight
        led = not token.comma and (token.bare in PREPOSITIONS or (led and weight.place))
        found.append(weight)
    return found


def shape(tokens: list[Token], start: int, end: int) -> float:
    """How much the place and the form of some words speak for a name."""
    words = tokens[start:end]
    if not any(len(token.bare) > 1 for token in words):
        return -9.0
    score = LENGTHS[max(1, sum(token.text.lower() not in PARTICLES and token.bare not in SUFFIXES for token in words))]
    score += AT_EDGE if end == len(tokens) or words[-1].comma or tokens[end].text[0] in "(-" else INNER
    score += AT_EDGE / 2 if start == 0 or tokens[start - 1].comma else 0.0
    commas = [at for at, token in enumerate(words[:-1]) if token.comma and words[at + 1].bare not in SUFFIXES]
    if commas == [0] and end == len(tokens) and start and not tokens[start - 1].comma and opens_name(words[1]):
        office = ends_title(words[0].text) or tokens[start - 1].bare in PREPOSITIONS  # "Officer for Mines, Jane Anne"
        given = not office and all(map(opens_name, words[1:]))
        return score + (GIVEN_ALONE if given else 0.5)  # "Ambassador Roe, Jane", "Ambassador Mines, Jane Anne"
    score += ACROSS * len(commas)
    score += 0.3 * opens_name(words[0])
    last = words[-1]
    if (len(last.bare) == 1 and len(words) > 1) or last.text in PARTICLES:
        score -= 1.5
    return score


def opens_name(token: Token) -> bool:
    """Whether a word is a given name or an initial."""
    return token.bare in given_names() or len(token.bare) == 1


def trim_title(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[0].text.upper() in ("BY", "THE", "AND", "-", "--", "("):
        tokens = tokens[1:]
    while tokens and tokens[-1].text.upper() in ("AND", "FOR", "-", "--", "OF"):
        tokens = tokens[:-1]
    return tokens


def title_of(tokens: list[Token]) -> str | None:
    """The title as printed, on one line."""
    if not tokens:
        return None
    printed = " ".join(token.text + "," * token.comma for token in tokens).strip(" ,;:-?")
    if printed.startswith("("):
        printed = printed.strip("()")
    return printed if len(printed.strip(".")) > 1 and not REDACTED.fullmatch(printed) else None


def natural_name(words: list[str]) -> str:
    """A name in natural case: "JANE E. ROE" becomes "Jane E. Roe".

    >>> natural_name(["PATRICK", "O'DOE,"]), natural_name(["Jane", "Mary", "Roe."])
    ("Patrick O'Doe", 'Jane Mary Roe')
    """
    kept = [word.strip(",;:()") for word in words]
    if len(kept[-1]) > 2 and kept[-1].rstrip(".").upper() not in SUFFIXES:
        kept[-1] = kept[-1].rstrip(".")
    if not any(letter.islower() for letter in "".join(kept).replace("Jr", "").replace("Mc", "")):
        kept = [word if INITIALS.fullmatch(word) and word.lower() not in PARTICLES else titled(word) for word in kept]
    kept = [DOCTOR.sub("Ph.D", word) for word in kept]
    return " ".join(f"{word}." if word in ("Jr", "Sr", "Ph.D") else word for word in kept)


def titled(word: str) -> str:
    """One word in natural case, hyphens, Mc and O' minded."""
    parts = [part[:1].upper() + part[1:].lower() for part in word.split("-")]
    return IRISH.sub(lambda match: match[1] + match[2].upper(), "-".join(parts))
