"""The organisations of a cable, from the forms that name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cablerdf.model import Organization, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies import keys as body_keys
from cablerdf.parse.entities.bodies.acronyms import KINDS
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.entities.countries.bodies import whose
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.countries.vicinity import Vicinity
from cablerdf.parse.entities.settling.mentions import Spans
from cablerdf.parse.entities.settling.taken import Taken
from cablerdf.parse.lexicon.forms import words_of
from cablerdf.parse.lexicon.nationality import countries_with
from cablerdf.parse.lexicon.sureness import sureness

# "(", "(or", '(ABC, "' between two names of a body
_OPENS = re.compile(r"\s{1,3}\((?:[A-Z][\w&-]{1,8},? or |or )?[\"“]?")
_OF_A_PARTY = re.compile(r"\bParty\s{1,3}Congress\b")
# "Framework | Agreement (", the word before letters in parentheses
_DEFINED = re.compile(r"\b(\w{3,12})\s{1,3}\([\"“]?$")


def settle_bodies(draft: Draft, taken: Taken, found: list[BodyFound], acronyms: list[tuple[str, Span]]) -> Spans:
    """Sets `Draft.orgs`; returns where each is mentioned."""
    groups: dict[str, list[BodyFound]] = {}
    defined = [b for b in reversed(found) if b.abbreviation]
    by_abbreviation = {part: body_keys.key(b) for b in defined for part in body_keys.letters(b.abbreviation)}
    first_defined = {b.abbreviation: b for b in defined}
    second_names = _second_names(draft.clean, found)
    by_name = {body_keys.fold(name): body_keys.key(b) for b in defined for name in (b.abbreviation or "", b.name)}

    def joined(body: BodyFound) -> str:
        """The key of the group that a form goes to."""
        key = body_keys.key(body)
        first = first_defined.get(body.abbreviation or "")
        if first is not None and body_keys.alike(first.name, body.name):
            key = body_keys.key(first)
        key = second_names.get(key, key)
        return by_abbreviation.get(body.name.removesuffix(" party")) or by_name.get(key, key)

    for body in _naming(draft, taken, found):
        groups.setdefault(joined(body), []).append(body)
    host = host_country(draft)
    body_keys.join_short(groups, host)
    body_keys.join_letters(groups)
    mentions: Spans = []
    orgs: list[Organization] = []
    vicinity = Vicinity(draft, host, host is not None, taken.spans)
    for index, forms in enumerate(groups.values()):
        country, rule = whose(forms, vicinity)
        orgs.append(replace(_organization(forms), country=country, country_rule=rule))
        _note_body(draft, orgs[-1], forms)
        mentions += [("organization", index, form.span) for form in forms]
        mentions += [("organization", index, f.abbreviation_span) for f in forms if f.abbreviation_span]
    index_of = {key: i for i, key in enumerate(groups)}
    for text, span in acronyms:
        if by_abbreviation.get(text) in index_of:
            mentions.append(("organization", index_of[by_abbreviation[text]], span))
    draft.orgs = tuple(orgs)
    return mentions


def _naming(draft: Draft, taken: Taken, found: list[BodyFound]) -> Iterator[BodyFound]:
    """Those of some forms that name a body, less what the names of people and things leave of them."""
    things = _things(draft.clean, [body for body in found if body.name.isupper()])
    if host_country(draft) in countries_with("no senate") and _OF_A_PARTY.search(draft.clean):
        things.add("Congress")
    defined = {body.abbreviation.upper() for body in found if body.abbreviation}
    minister = "MOD" not in defined and _stands_before_names(taken, "MOD")
    for body in found:
        if minister and body.name == "MOD" and draft.clean.endswith("The ", 0, body.span.start):
            continue  # "MOD Soto left. The | MOD gave ..."
        left = taken.spared(body)
        if left is not None and left.name not in things and not taken.claims(left.name, left.span):
            yield left


def _note_body(draft: Draft, body: Organization, forms: list[BodyFound]) -> None:
    """Notes why a body is one: the tables have it, its abbreviation is told, or the words make a name of one."""
    known = next((form.entry.name for form in forms if form.entry is not None), None)
    rule = "the words make the name of a body"
    if known is not None:
        rule = "the tables have this body"
    elif body.abbreviation is not None:
        rule = "its abbreviation is told"
    because = () if known is None else (f"known as {known}",)
    sure = sureness("organization", rule)
    draft.note("organization", body.name, body.name, rule, body.span, sureness=sure, because=because)


def _second_names(clean: str, found: list[BodyFound]) -> dict[str, str]:
    """The key of each name that stands in parentheses behind another name of the body → the key of that one."""
    names: dict[str, str] = {}
    for body, other in pairwise(sorted(found)):
        if other.span.start - body.span.end > 16 or clean[other.span.end : other.span.end + 1] not in (")", '"', "”"):
            continue
        if other.abbreviation or other.name.isupper() or (body.entry and other.entry):
            continue
        if _OPENS.fullmatch(clean, body.span.end, other.span.start):
            names[body_keys.key(other)] = body_keys.key(body)
    return names


def _things(clean: str, acronyms: list[BodyFound]) -> set[str]:
    """Those of some abbreviations that the text gives to agreements, plans and the like: `Agreement (SAA)`."""
    found: set[str] = set()
    for body in acronyms:
        if clean[body.span.end : body.span.end + 1] == ")" and body.name not in found:
            match = _DEFINED.search(clean, max(0, body.span.start - 24), body.span.start)
            known = body.entry.name.lower() if body.entry is not None else ""
            if match is None or match[1].lower() in known:
                continue
            word = match[1]  # an agreement, or words in lower case: "infrastructure protection (CEIP)"
            small = word.islower() and word[0] == body.name[-1].lower() and word not in KINDS
            if word.lower() in words_of("lettered_thing") or small:
                found.add(body.name)
    return found


def _stands_before_names(taken: Taken, letters: str) -> bool:
    """Whether some letters are the title of somebody, just before the name: `MOD | Soto`."""
    return any(
        title.of(taken.clean) == letters and any(mention.start == title.end + 1 for mention in someone.mentions)
        for someone in taken.people.people
        for title in someone.title_spans
    )


def _organization(forms: list[BodyFound]) -> Organization:
    """One organisation from its printed forms: the longest is its name."""
    best = forms[0] if len(forms) == 1 else _fullest(forms)
    abbreviation = next((f.abbreviation for f in forms if f.abbreviation), None)
    if abbreviation is None and " " in best.name:
        words = best.name.lower().split()  # no Kenyan Army (ARMY)
        letters = [f.name for f in forms if f.name.isupper() and " " not in f.name]
        abbreviation = next((name for name in letters if name.lower() not in words), None)
    apart = abbreviation and " " in best.name and abbreviation not in best.name.split()
    name = f"{best.name} ({abbreviation})" if apart else best.name
    aliases = tuple(dict.fromkeys(f.name for f in forms if f.name != best.name))
    known = any(f.entry for f in forms)
    return Organization(
        name=name,
        abbreviation=abbreviation,
        aliases=aliases,
        span=best.span,
        confidence=0.95 if known or abbreviation else 0.8,
    )


def _fullest(forms: list[BodyFound]) -> BodyFound:
    """The form that names an organisation best."""
    count = Counter([f.name for f in forms])
    official = next((f.entry.name.lower() for f in forms if f.entry and not f.entry.name.isupper()), "")
    return max(
        forms,
        key=lambda f: (
            f.abbreviation is not None,
            f.name.lower() == official or (bool(official) and f.name.lower().endswith(f" {official}")),
            " " in f.name or f.name.count("-") > 1,  # Lashkar-e-Taiba
            count[f.name],
            len(f.name),
        ),
    )
