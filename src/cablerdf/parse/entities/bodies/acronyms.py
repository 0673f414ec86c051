"""Bodies that a text calls by letters alone: `the APC said`, `KMG President X`, `ISN/MTR`."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.lexicon import forms as lexicon

# what only bodies have: "KMG officials", "the PFA's", "ANRC President"
_HAS = re.compile(
    r"['’]s\s+\w|\s+(?:officials?|leaders?|leadership|members?|chief|chairman|chairwoman|president|director|head"
    r"|spokes(?:man|woman|person)|representatives?|officers?|deputies|deputy|legislators?|senators?|party|activists?"
    r"|(?:state |general |vice |deputy |first )?(?:secretary|minister|commissioner|governor|manager|analyst|lawyer)"
    r"|headquarters|candidates?|supporters?|militants|fighters|commanders?|congress|executives?|employees|staff)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:(?:members?|head|chief|directors?|leaders?|president|chairman|spokesman|officials?|officers?|wing|ranks"
    r"|representatives?|leadership|secretary[- ]general|CEO)\s+of|joined|founded|within)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DOES = re.compile(r"\s+(?:also |has |had |would |will |could |recently |still )?([a-z]+)\b")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_SHIPS = ("M/V ", "M/T ", " ship ", "vessel ", "tanker ", "freighter ")  # M/V | KORVA
_SHOUTED = re.compile(r"[A-Z]{4}\s++$")
# "the provincial revenue service (|)", "|, the Argentine social security administration;"
KINDS = lexicon.words_of("body_kind") | lexicon.words_of("public_body_kind")
_KIND = f"(?:{'|'.join(sorted(KINDS))})"
_KIND_BEFORE = re.compile(rf"[a-z]\s+{_KIND}\s+\([\"“]?$")
_KIND_AFTER = re.compile(rf",\s+(?:the|a|an)\s+(?:[A-Z]?[a-z'-]+\s+|TV\s+){{0,4}}{_KIND}[,;.)]")
_AND_BEFORE = re.compile(r",?\s{1,3}(?:and|or)\s{1,3}(?:the\s{1,3})?$")
_AND_AFTER = re.compile(r",?\s{1,3}(?:and|or)\s{1,3}(?:the\s{1,3})?")


def lettered_bodies(clean: str, acronyms: list[tuple[str, Span]], bodies: list[BodyFound]) -> list[BodyFound]:
    """The bodies among the abbreviations that no table knows, in order.

    An abbreviation is believed a body where it stands once as only a body can, or twice as bodies like to, and where
    `and` joins it to one of the bodies that were found before.

    >>> text = "The KNZ denied it; KNZ officials left."
    >>> [b.name for b in lettered_bodies(text, [("KNZ", Span(4, 7)), ("KNZ", Span(19, 22))], [])]
    ['KNZ', 'KNZ']
    """
    known = {body.span for body in bodies if body.name.isupper() and " " not in body.name}
    starts, ends = {span.start for span in known}, {span.end for span in known}
    begun = {body.span.start for body in bodies}
    places: dict[str, list[Span]] = {}
    for text, span in acronyms:
        places.setdefault(text, []).append(span)
    found: list[BodyFound] = []
    for text, spans in places.items():
        if any(clean.endswith(_SHIPS, 0, span.start) for span in spans):
            continue
        if "/" in text:
            offices = [s for s in spans if lexicon.is_bureau(text.lower()) and _office(clean, s)]
            found += [BodyFound(span, text) for span in offices]
            continue
        shown = lexicon.is_abbreviation(text) and (
            _acts(clean, spans) or any(_explained(clean, span) for span in spans)
        )
        if shown or (lexicon.is_abbreviation(text, shortest=2) and any(_joined(clean, s, starts, ends) for s in spans)):
            found += [BodyFound(span, text) for span in spans if span.start not in begun]
    return sorted(found)


def astray(clean: str, bodies: list[BodyFound], countries: set[str | None]) -> set[str]:
    """The letters of national bodies that mean other things too (`FSB`, `GNP`) in a cable that names no such country.

    `countries` are those that places are found in; a country may also be named by its people.

    >>> entry = lexicon.Entry("org", "Federal Security Service", "Russia", "agency")
    >>> text = "the FSB in Herat"
    >>> astray(text, [BodyFound(Span(4, 7), "FSB", entry)], set())
    {'FSB'}
    >>> astray(f"{text}; a Russian", [BodyFound(Span(4, 7), "FSB", entry)], set())
    set()
    """
    doubtful = lexicon.words_of("doubtful_letters")
    found: set[str] = set()
    for name, entry in {body.name: body.entry for body in bodies if body.name.lower() in doubtful}.items():
        if entry is None or not entry.country or entry.country in countries:
            continue
        if not any(form in clean for form in lexicon.national_forms(entry.country)):
            found.add(name)
    return found


def _explained(clean: str, span: Span) -> bool:
    """Whether the words at an abbreviation say what kind of body it is."""
    if clean[span.end : span.end + 1] == ")":
        return _KIND_BEFORE.search(clean, max(0, span.start - 24), span.start) is not None
    return clean[span.end : span.end + 1] == "," and _KIND_AFTER.match(clean, span.end, span.end + 80) is not None


def _joined(clean: str, span: Span, starts: set[int], ends: set[int]) -> bool:
    """Whether `and` or `or` joins an abbreviation to one at one of some places: `the ERC and |`."""
    before = _AND_BEFORE.search(clean, max(0, span.start - 18), span.start)
    if before is not None:
        return before.start() in ends
    after = _AND_AFTER.match(clean, span.end)
    return (
        after is not None
        and after.end() in starts
        and not clean.endswith((" a ", " an "), max(0, span.start - 4), span.start)
    )


def _acts(clean: str, spans: list[Span]) -> bool:
    """Whether an abbreviation owns, leads or says something, and never stands among shouted words."""
    if any(_SHOUTED.search(clean, max(0, s.start - 14), s.start) for s in spans):
        return False
    if len(spans) == 1:
        return _has(clean, spans[0])
    return sum(_evidence(clean, span) for span in spans) > 1


def _has(clean: str, span: Span) -> bool:
    """Whether an abbreviation has an officer, members or the like."""
    if _HAS.match(clean, span.end, span.end + 24):
        return True
    return _WITHIN.search(clean, max(0, span.start - 40), span.start) is not None


def _evidence(clean: str, span: Span) -> int:
    """How much one place speaks for a body: 2 surely, 1 likely."""
    if _has(clean, span):
        return 2
    verb = _DOES.match(clean, span.end, span.end + 30)
    says = (
        verb is not None and verb[1] in lexicon.words_of("said") and verb[1] not in lexicon.words_of("said_of_things")
    )
    return (2 if _THE.search(clean, max(0, span.start - 5), span.start) else 1) if says else 0


def _office(clean: str, span: Span) -> bool:
    """Whether white space stands before the symbol of an office, so that it is no end of another one."""
    return clean[span.start - 1 : span.start].isspace()
