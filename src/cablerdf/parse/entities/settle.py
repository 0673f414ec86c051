"""Joins the printed forms of organisations and places, and puts all mentions in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cablerdf.model import Mention, Organization, Place, Span
from cablerdf.model.entity import EntityKind, PlaceKind
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies import keys as body_keys
from cablerdf.parse.entities.bodies.acronyms import KINDS
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.entities.countries.bodies import whose
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.countries.vicinity import Vicinity
from cablerdf.parse.entities.places.reader import PlaceFound
from cablerdf.parse.entities.places.use import is_adjective, names_other
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.forms import Entry, words_of
from cablerdf.parse.lexicon.nationality import countries_with
from cablerdf.parse.lexicon.sureness import sureness

Spans = list[tuple[EntityKind, int, Span]]


class Taken:
    """Where the names of people stand."""

    def __init__(self, draft: Draft) -> None:
        assert draft.register is not None
        self.people, self.clean = draft.register, draft.clean
        self.spans = sorted(span for someone in draft.register.people for span in someone.mentions)
        self.starts = [span.start for span in self.spans]
        self.families = {short for someone in self.people.people for short in same_name.short_forms(someone.tokens)[:1]}

    def overlaps(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.start)
        return (at > 0 and self.spans[at - 1].end > span.start) or (
            at < len(self.spans) and self.spans[at].start < span.end
        )

    def spared(self, body: BodyFound) -> BodyFound | None:
        """What the names of people leave of a body: all of one that goes on behind, or what stands before one."""
        span = body.span
        at = bisect_right(self.starts, span.start)
        if at > 0 and (last := self.spans[at - 1]).end > span.start:
            longer = last.start == span.start and last.end < span.end
            lone = body.entry is not None or " " not in last.of(self.clean)
            return body if longer and lone and " " in body.name else None  # Soto | Foundation
        if at == len(self.spans) or (following := self.spans[at]).start >= span.end or body.entry is not None:
            return body
        words = self.clean[span.start : following.start].split()
        while words and words[-1] in ("of", "on", "for", "the", "and"):
            words.pop()
        if following.end < span.end or len(words) < 2:
            return None
        end = self.clean.index(words[-1], span.start + sum(map(len, words[:-1]))) + len(words[-1])
        return BodyFound(Span(span.start, end), " ".join(words))  # Academy of Sciences | Ana Soto

    def claims(self, name: str, span: Span) -> bool:
        """Whether a word is somebody's family name in this cable; then it is a mention of him or her."""
        if " " in name or same_name.folded(name) not in self.families:
            return False
        known = self.people.answer((name,), span.start)
        if known is not None:
            self.people.mention(known, span)
        return True


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


# "(", "(or", '(ABC, "' between two names of a body
_OPENS = re.compile(r"\s{1,3}\((?:[A-Z][\w&-]{1,8},? or |or )?[\"“]?")


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


_OF_A_PARTY = re.compile(r"\bParty\s{1,3}Congress\b")
# "Framework | Agreement (", the word before letters in parentheses
_DEFINED = re.compile(r"\b(\w{3,12})\s{1,3}\([\"“]?$")


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


def settle_places(draft: Draft, taken: Taken, found: list[PlaceFound], bodies: Spans) -> Spans:
    """Sets `Draft.places`; returns where each is mentioned.

    What is but a part of the name of a body is no place: `Quetta` in `Quetta Shura`.
    """
    groups: dict[str, list[PlaceFound]] = {}
    within = _Stretches([span for _kind, _index, span in bodies])
    titles = [span for someone in taken.people.people for span in someone.title_spans]
    offices = _Stretches([*titles, *(p.span for m in draft.meetings for p in m.participants)])
    for place in found:
        if taken.overlaps(place.span) or within.has(place.span):
            continue
        entry = place.entry
        world = entry is not None and entry.detail == "region" and not entry.country
        if world and offices.has(place.span):
            continue  # Director for the Middle East
        if names_other(draft.clean, place.span, entry):
            continue
        key = body_keys.fold(place.entry.name if place.entry else place.name)
        groups.setdefault(key, []).append(place)
    mentions: Spans = []
    places: list[Place] = []
    for forms in groups.values():
        entry = next((form.entry for form in forms if form.entry), None)
        if entry is None or entry.kind == "place":
            forms = [form for form in forms if not taken.claims(form.name, form.span)]
        if not forms or all(_is_short(form.name) and is_adjective(draft.clean, form.span) for form in forms):
            continue
        mentions += [("place", len(places), form.span) for form in forms]
        places.append(_place(forms))
        rule = "a cue in the sentence" if entry is None else f"the tables have this {entry.detail or entry.kind}"
        draft.note("place", places[-1].name, places[-1].kind, rule, forms[0].span, sureness=sureness("place", rule))
    draft.places = tuple(places)
    return mentions


def _is_short(name: str) -> bool:
    """Whether a name is an abbreviation: `U.S.`, `UAE`."""
    return name.isupper() and len(name.replace(".", "")) < 4


class _Stretches:
    """Stretches of text, which may be asked what begins within one."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def has(self, span: Span) -> bool:
        """Whether a span begins within the last stretch that begins no later."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and span.start < self.spans[at].end


def _kind(entry: Entry | None) -> PlaceKind:
    """What kind of place the tables have; a `place` where they do not know it."""
    if entry is None:
        return "place"
    if entry.detail == "region":
        return "region"
    return "country" if entry.kind == "country" else "city"


def _place(forms: list[PlaceFound]) -> Place:
    names = [f.name.removeprefix("the ") for f in forms]
    printed = list(dict.fromkeys(names))
    entry = next((form.entry for form in forms if form.entry), None)
    official = entry.name if entry else ""
    best = max(printed, key=lambda n: (n == official, n != "America", names.count(n))) if printed[1:] else names[0]
    kind = _kind(entry)
    country = None if entry is None or entry.kind == "country" else entry.country
    return Place(
        name=best,
        kind=kind,
        aliases=tuple(n for n in printed if n != best),
        country=country,
        span=forms[0].span,
        confidence=0.95 if entry else 0.7,
    )


def settle_mentions(draft: Draft, others: Spans) -> None:
    """Sets `Draft.mentions`: every printed form, by position, none within another."""
    assert draft.register is not None
    everything: Spans = [("person", i, s) for i, p in enumerate(draft.register.people) for s in p.mentions]
    everything += others
    size = len(draft.clean) + 1
    everything.sort(key=lambda m: m[2].start * size - m[2].end)  # of those that begin at one place the longest first
    starts = [p.span.start for p in draft.paragraphs]
    found: list[Mention] = []
    end = -1
    for kind, index, span in everything:
        if span.start < end or span.end <= span.start:
            continue
        at = bisect_right(starts, span.start) - 1
        inside = at >= 0 and span.end <= draft.paragraphs[at].span.end
        found.append(Mention(kind, index, span, at if inside else None))
        end = span.end
    draft.mentions = tuple(found)
