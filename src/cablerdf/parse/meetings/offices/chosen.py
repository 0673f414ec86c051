"""The office of a participant: which of those that a cable gives him he takes part with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Person, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.offices import is_person_noun, singular
from cablerdf.parse.lexicon.styles import is_rank, is_style, ranks, stands_before_names
from cablerdf.parse.meetings.offices.beside import (
    apposition,
    body_behind,
    described,
    office_before_comma,
    office_before_rank,
    office_before_style,
)
from cablerdf.parse.meetings.offices.titles import QUALIFIERS, is_one, printed_title
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.words.functions import is_officer

_DELEGATIONS = ("codel", "staffdel", "congressional delegation")
_LONGEST = 14
_SHORT = 5  # letters of an abbreviation
_PAST = ("former ", "ex-", "then-")
_FIRST = 6  # mentions, of those that may tell an office
_SHORTENED = re.compile(r"[A-Z]\w{1,3}\.")  # "Gen."
_OWNER = ("'s", "’s")  # "the Gas Board's Ann Poe"
_LISTED = re.compile(r",\s{1,3}(?:the\s{1,3})?(?P<office>[A-Z][\w'/-]*(?:\s[A-Z][\w'/-]*){0,2})(?=,|\s{1,3}and\b)")
# what an envoy or visitor from Washington called "Ambassador" is beside that
_BESIDE_AMBASSADOR = re.compile(
    r"\b(?:[AU]/S|P?DAS|(?:Assistant|Under) ?[Ss]ecretary|Special (?:Envoy|Representative|Coordinator)"
    r"|(?:Deputy|Acting|Principal) \w+ ?[Ss]ecretary|Coordinator)\b"
)
# offices of the Department that are many, one for each bureau
_SYMBOLS = {"a/s": "assistant secretary", "u/s": "under secretary", "das": "deputy assistant secretary"}
_OF_BUREAUS = frozenset(_SYMBOLS.values())
_COMMA = re.compile(r"(?<=\w{3}),")  # not of a damaged "d, Affaires"
_GRADES = ("deputy", "principal")  # before an office make another one of it


def office(draft: Draft, person: Person, party: Party) -> str | None:
    """The fullest office that the cable gives a person, of those not absurdly long.

    A rank, or "Ambassador" as a form of address, has the office beside it: "General, Chief of Staff".
    """
    forms = _forms(draft, person, party)
    found = _printed_here(draft, party, forms)
    if found is None or is_style(found) or not (_is_office(found) or is_rank(found)):
        found = _elsewhere(draft, party) or max(forms, key=len, default=found)
    if found is not None and is_rank(found):
        beside = _office_of_rank(draft, party, forms)
        if beside is None:
            return found
        ranked = beside.split()[-1].lower().strip(".") in ranks()  # "Deputy Commander Brig. Gen."
        return beside if ranked else f"{found}, {beside}"
    if found is not None and found.lower() in ("ambassador", "amb", "amb."):
        other = max((form for form in forms if _BESIDE_AMBASSADOR.search(form)), key=len, default=None)
        return singular(other) if other is not None and party.person is not None else "Ambassador"
    return _with_bureau(found, forms)


def _with_bureau(found: str | None, forms: list[str]) -> str | None:
    """An office of the Department, with the bureau or field that it is printed with elsewhere in the cable.

    >>> _with_bureau("Assistant Secretary", ["WHA A/S"]), _with_bureau("A/S", ["Deputy Assistant Secretary for Iraq"])
    ('WHA A/S', 'A/S')
    """
    kind = _spelt(found or "")
    if found is None or kind not in _OF_BUREAUS:
        return found
    fuller = [form for form in forms if _spelt(form).split(" of ")[0].split(" for ")[0].endswith(kind)]
    fuller = [form for form in fuller if not any(f"{word} {kind}" in _spelt(form) for word in _GRADES)]
    best = max(fuller, key=lambda form: len(_spelt(form)), default=found)
    return best if len(_spelt(best)) > len(kind) else found


def _spelt(title: str) -> str:
    return " ".join(_SYMBOLS.get(word, word) for word in title.lower().split())


def around(draft: Draft, span: Span) -> Span:
    """The paragraph that a span stands in."""
    for paragraph in draft.paragraphs:
        if paragraph.content.start <= span.start < paragraph.content.end:
            return paragraph.content
    return span


def _forms(draft: Draft, person: Person, party: Party) -> list[str]:
    """The offices that the cable prints with a person's name, one of somebody beside him left out."""
    forms = [title for title in person.titles if len(title.split()) <= _LONGEST and _is_office(title)]
    listed = _LISTED.match(draft.clean, party.end)
    if listed is not None and is_officer(listed["office"]):  # "RADM Poe, Ambassador, and DCM": one more participant
        forms = [form for form in forms if form != " ".join(listed["office"].split())]
    present = [form for form in forms if not form.lower().startswith(_PAST)]
    forms = forms if all(is_style(form) for form in present) else present
    calm = [form for form in forms if not _shouted(form)]
    forms = calm if any(not stands_before_names(form) for form in calm) else forms
    if any(form[0].isupper() and " " in form for form in forms):
        forms = [form for form in forms if form[0].isupper()]  # "Tory MP" rather than "senior member of the committee"
    if party.title is not None:  # what is printed before somebody else: "S/E Roe and Ambassador Poe"
        forms = [form for form in forms if f" and {party.title}" not in form]
    return forms


def _printed_here(draft: Draft, party: Party, forms: list[str]) -> str | None:
    """The title printed where somebody is told to take part, in the fuller form of those of the cable."""
    if party.person is None:
        if party.title is None:
            return max(forms, key=len, default=None)
        begun = (_COMMA.split(form)[0] for form in forms if form.lower().startswith(f"{party.title.lower()} d"))
        return min(begun, key=len, default=party.title)  # "Charge d'Affaires", where "the Charge" is told of
    here = Span(party.start, party.end)
    printed = printed_title(draft.clean, here, around(draft, here))
    if printed and is_style(printed):
        styled = printed
        forms = [form for form in forms if not is_style(form) and not form.lower().endswith(styled.lower().strip("."))]
        printed = office_before_style(draft.clean, here, around(draft, here)) or (None if forms else styled)
    if party.title is not None and (printed is None or party.title.lower() not in printed.lower()):
        printed = f"{printed} {party.title}" if printed else party.title
    named_after = (printed or "").lower().removeprefix("visiting ") in _DELEGATIONS
    if printed and (named_after or (forms and not (_is_office(printed) or is_rank(printed)))):
        printed = None  # "CODEL Poe": he is a Senator
    if printed and is_rank(printed):
        return max((form for form in (printed, *forms) if is_rank(form)), key=len) if printed.isupper() else printed
    if printed:
        printed = _fuller(printed, forms)
    if printed and (not forms or len(printed.split()) > 1 or all(printed.lower() not in f.lower() for f in forms)):
        return singular(printed)
    if printed:
        forms = [*forms, printed]
    return singular(max(forms, key=len)) if forms else None


def _fuller(printed: str, forms: list[str]) -> str:
    """A printed title in the fuller form of those of the cable, its rank left out of the search.

    >>> _fuller("Party MP", ["Green Party MP"]), _fuller("Commander General", ["EUCOM Commander", "General"])
    ('Green Party MP', 'EUCOM Commander General')
    """
    words = printed.split()
    end = len(words)
    while end and words[end - 1].lower().strip(".") in ranks():
        end -= 1
    office, rank = " ".join(words[:end]).lower(), " ".join(words[end:])
    fuller = [form for form in forms if form.lower().endswith((f" {printed.lower()}", f" {office}"))] if office else []
    best = min(fuller, key=len, default=printed)
    return best if best.lower().endswith(printed.lower()) else f"{best} {rank}"


def _mentions(draft: Draft, party: Party) -> Iterator[tuple[Span, Span]]:
    """Where a person is named, here first, then the first few times and the last, each with its paragraph."""
    here = Span(party.start, party.end)
    yield here, around(draft, here)
    named = [m.span for m in draft.mentions_of(party.person)]
    for span in named if len(named) <= _FIRST else [*named[:_FIRST], named[-1]]:
        if not here.start <= span.start < here.end:
            yield span, around(draft, span)


def _elsewhere(draft: Draft, party: Party) -> str | None:
    """What the cable says of somebody without a title before his name: in commas, behind it, at another place."""
    if party.person is None:
        return None
    clean, mentions = draft.clean, list(_mentions(draft, party))
    for name, limit in mentions:
        found = office_before_comma(clean, name, limit) or printed_title(clean, name, limit)
        if found is not None and is_one(found) and not clean[limit.start : name.start].rstrip().endswith(_OWNER):
            return found
    for name, limit in mentions:
        found = apposition(clean, name, limit)
        if found is not None:
            return singular(found)
    found = next((found for found in (described(clean, name) for name, _ in mentions) if found), None)
    return found or next((found for found in (body_behind(clean, name) for name, _ in mentions) if found), None)


def _office_of_rank(draft: Draft, party: Party, forms: list[str]) -> str | None:
    """The office of somebody with a rank: before the comma before it, after his name, or printed elsewhere."""
    known = max((form for form in forms if not is_rank(form) and not is_officer(form)), key=len, default=None)
    for name, limit in _mentions(draft, party) if party.person is not None else ():
        found = office_before_rank(draft.clean, name, limit) or apposition(draft.clean, name, limit)
        if found is not None and not is_officer(found):
            cut = known is not None and (known.startswith(found) or (is_one(known) and not _tells(found, known)))
            return known if cut else singular(found)
    return known


def _tells(found: str, known: str) -> bool:
    """Whether an office printed beside a name tells more than the known one, or is another one."""
    return found.startswith(known) or is_one(found)


def _shouted(title: str) -> bool:
    """Whether a title is in capitals as the subject line has it, no abbreviation."""
    return title.isupper() and any(len(word) > _SHORT and word.isalpha() for word in title.split())


def _is_office(title: str) -> bool:
    """Whether a title has the noun of an office or an abbreviation: not "former" alone."""
    words = [word for word in title.split() if word.lower() not in QUALIFIERS]
    return any(is_person_noun(word) or word.isupper() or "/" in word or _SHORTENED.fullmatch(word) for word in words)
