"""The classification line: "S E C R E T SECTION 01 OF 03 LISBON 000418"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.header.dates import DATE_LINE
from cablerdf.parse.header.scanned import FIGURE, FIGURES, letters
from cablerdf.vocab.posts import post_code
from cablerdf.vocab.tables import mapping


class ClassLine(NamedTuple):
    """What a classification line says, each with where it stands; None where it does not say."""

    start: int
    end: int
    level: str
    level_span: Span
    section: tuple[int, int] | None = None
    section_span: Span | None = None
    post: str | None = None
    post_span: Span | None = None
    number: str | None = None
    number_span: Span | None = None
    damaged: bool = False
    misread: bool = False  # letters stand for figures of the number

    @property
    def head(self) -> int:
        """The offset behind all that was understood of the line."""
        return (self.number_span or self.section_span or self.level_span).end


# "S E C R E T", "C O N F I D E N T I A L", damaged: "SS E C R E T", "E C R E T", "C 0 N F ...", "S E C RE T"
SPACED = re.compile(
    r"[ \t]*(?P<level>[A-Za-z058]{1,3}[ \t]{1,12}(?:[A-Za-z01]{1,2}[ \t]{1,12}){2,20}[A-Za-z])(?![A-Za-z\d])"
)
PLAIN = re.compile(
    r"[ \t]*(?P<level>U ?NCLAS(?:SIFIED)?|C ?ONFIDENTIAL|(?:TOP )?S ?ECRET|LIMITED OFFICIAL USE|OFFICIAL USE ONLY)\b"
    r"(?=(?P<rest>[^\n]*))"
)
# a word that may be a misprinted level, before a section or a post and its number: "UNCLA5 LISBON 000418"
MISPRINTED = re.compile(r"[ \t]*(?P<level>[A-Z058]{5,13})(?=[ \t][^\n]{2,50}\d[ \t]*$)", re.M)
SECTION = re.compile(r"\bSECTIONS?[ \t]+(?P<part>\d{1,2})[ \t]+OF[ \t]+(?P<of>\d{1,2})\b", re.I)
# the post's name and the telegram's serial number: "PORT AU PRINCE 000408"
POST_NUMBER = re.compile(
    r"(?P<post>[A-Za-z](?:[A-Za-z.'-]|[015](?=[A-Za-z]))*+(?: (?![OoIlL]{1,3}\d)[A-Za-z.'-]++){0,4}?)"
    r"[ \t]*+(?:\n[ \t]*+)?#?"
    rf"(?P<number>\d{{4,7}}(?=/\d\d\b(?!/))|(?=[OoIlL]{{0,3}}\d){FIGURE}{{1,7}}\b(?!/))"
)
# what may stand between the level and the post
BETWEEN = re.compile(
    r"(?:[\s/*-]|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE|E F T O|FOR OFFICIAL USE ONLY|NOT FOR \w+)*"
)
LONG = 8  # letters: a shorter word may have one of them wrong, a longer one two
WEAK_REST = re.compile(r"[ \t]*(?:$|//|[A-Z]{5,}$)")


def class_line(text: str, start: int, stop: int) -> ClassLine | None:
    """The first classification line between two offsets, or None.

    A bare "CONFIDENTIAL" counts only where no line names a post and number.
    """
    weak: ClassLine | None = None
    for match in candidates(text, start, stop):
        level, damaged = level_of(match["level"])
        if level is None:
            continue
        line = line_after(text, match, level, damaged)
        if match.re is MISPRINTED and (line.post is None or post_code(line.post) is None):
            continue
        if line.number is not None or line.section is not None:
            return line
        if weak is None and (match.re is SPACED or (match.re is PLAIN and WEAK_REST.fullmatch(match["rest"]))):
            weak = line
    return weak


def candidates(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Lines that begin as a classification line does."""
    at = start
    while 0 <= at < stop:
        dated = DATE_LINE.match(text, at, stop)
        at = dated.end() if dated is not None else at
        match = SPACED.match(text, at, stop) or PLAIN.match(text, at, stop) or MISPRINTED.match(text, at, stop)
        if match is not None:
            yield match
        at = text.find("\n", at, stop) + 1 or stop


@lru_cache(maxsize=512)
def level_of(printed: str) -> tuple[str | None, bool]:
    """The level that a spaced or damaged form stands for, and whether it is damaged.

    >>> level_of("S E C R E T"), level_of("O N F I D E N T I A L")
    (('SECRET', False), ('CONFIDENTIAL', True))
    """
    word = letters("".join(printed.split()))
    levels = mapping("classification_levels", "printed", "level")
    if word in levels:
        return levels[word], word != "".join(printed.upper().split())
    for whole, level in levels.items():
        lost = len(word) >= len(whole) - 2 and (whole.endswith(word) or whole.startswith(word))
        added = len(word) <= len(whole) + 2 and (word.endswith(whole) or word.startswith(whole))
        most = 1 if printed.isalnum() and len(whole) < LONG else 2
        if lost or added or (len(word) == len(whole) and sum(map(str.__ne__, word, whole)) <= most):
            return level, True
    return None, False


def line_after(text: str, match: re.Match[str], level: str, damaged: bool) -> ClassLine:
    """The line whose level was found: section, post and number behind it."""
    at = match.end("level")
    line_end = text.find("\n", at) % (len(text) + 1)
    found = ClassLine(match.start("level"), line_end, level, Span(*match.span("level")), damaged=damaged)
    reach = min(len(text), line_end + 40)
    named = "SECTION" in text[at : at + 90].upper()
    section = SECTION.search(text, at, min(reach, at + 90)) if named else None
    if section is not None and text.count("\n", at, section.start()) <= 1:
        at = section.end()
        found = found._replace(
            section=(int(section["part"]), int(section["of"])),
            section_span=Span(*section.span()),
            end=max(line_end, at),
        )
    between = BETWEEN.match(text, at)
    at = between.end() if between is not None and section is None else at
    number = POST_NUMBER.match(text, at + len(text[at:reach]) - len(text[at:reach].lstrip()), reach)
    if number is None or " FOR " in number["post"].upper():
        return found
    printed = number["number"].translate(FIGURES)
    return found._replace(
        misread=printed != number["number"],
        post=" ".join(number["post"].upper().split()),
        post_span=Span(*number.span("post")),
        number=printed.lstrip("0") or "0",
        number_span=Span(*number.span("number")),
        end=text.find("\n", number.end()) % (len(text) + 1),
    )
