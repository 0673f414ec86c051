"""Adds the people whom the running text names, from the surest to the doubtful."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.harvest.harvest import Harvest
from cablerdf.parse.entities.names.described import described, with_shared
from cablerdf.parse.entities.names.reader import NameFound
from cablerdf.parse.entities.register.aliases import aliases
from cablerdf.parse.entities.register.answers import BY_INITIALS, Answer
from cablerdf.parse.entities.register.evidence import (
    PLACE_AFTER,
    believed,
    determined,
    is_body,
    named_after,
    names_thing,
    shown_by_what_follows,
    stands_in_quotes,
)
from cablerdf.parse.entities.register.register import CERTAINTY, Register
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon import same_name

_JOINT = re.compile(r"(?:,| and|, and)\s$")
_SAYS = re.compile(
    r"(?:['’]s?\b|,? (?:said|told|asked|added|noted|replied|agreed|stressed|argued|responded|explained)\b)"
)
# "alternate spellings of his name | include Ana Sotto and Anna Soto"
_SPELT = re.compile(
    r"\b(?:spell|transliterat)\w*+(?:\s++(?:of|for)\s++(?:his|her|the|their)\s++(?:\w++\s++)?names?)?+"
    r"(?:\s++(?:also|as|include|includes|are|is|may|be|was))*+:?\s(?P<forms>[\"“]?[A-Z][^.;:()]*+)"
)
_SURE = ("title", "full", "known")  # strengths of names that need no more evidence


def add_from_text(people: Register, harvest: Harvest) -> None:
    """Adds those whom the text names: by names, by family names that are English words, by initials."""
    _from_text(people, harvest)
    _from_words(people, harvest.words)
    _from_initials(people, harvest.acronyms)


def _outside(names: list[NameFound], found: Harvest) -> list[NameFound]:
    """The names but those within the name of a body whose head precedes, `Instituto Ouro Verde`, and its letters."""
    heads = lexicon.words_of("forward_head")
    bodies = [b.span for b in found.bodies if b.entry is None and b.name.partition(" ")[0].lower() in heads]
    bodies += [b.abbreviation_span for b in found.bodies if b.abbreviation_span is not None]
    if not bodies:
        return names
    return [n for n in names if n.titles or not any(b.start <= n.span.start and n.span.end <= b.end for b in bodies)]


def _unquoted(clean: str, names: list[NameFound]) -> list[NameFound]:
    """The names but those in two words that stand in quotation marks alone: films, channels, books."""
    quoted = [
        n
        for n in names
        if n.before == '"' and n.strength != "known" and len(n.tokens) > 1 and stands_in_quotes(clean, n)
    ]
    if not quoted:
        return names
    others = {same_name.key(n.tokens)[-1] for n in names if n not in quoted}
    return [n for n in names if n not in quoted or same_name.key(n.tokens)[-1] in others]


def _spelt_so(clean: str, names: list[NameFound]) -> list[NameFound]:
    """The names, those that the text gives as spellings of another name so that they make nobody new."""
    forms = [m.span("forms") for m in _SPELT.finditer(clean)] if "spell" in clean or "transliterat" in clean else []
    if not forms:
        return names
    told = {n.span for n in names if not n.titles and any(a <= n.span.start < b for a, b in forms)}
    return [n._replace(strength="heading") if n.span in told else n for n in names]


def _surest_first(found: NameFound) -> tuple[int, bool, int]:
    return -len(same_name.key(found.tokens)), found.strength != "title", found.span.start


def _from_text(people: Register, harvest: Harvest) -> None:
    """Adds those whom the text names: the sure, then the doubtful by what speaks for them, then second names."""
    second_names = aliases(people.clean, harvest.names)
    second = {same_name.key(alias.tokens) for _name, alias in second_names}
    first = [n for n in harvest.names if same_name.key(n.tokens) not in second] if second else harvest.names
    names = _spelt_so(people.clean, with_shared(people.clean, _unquoted(people.clean, _outside(first, harvest))))
    things = {same_name.key(n.tokens) for n in names if not n.titles and names_thing(n)}
    sure = sorted((n for n in names if n.strength in _SURE), key=_surest_first)
    doubtful = [n for n in names if n.strength not in _SURE] + _add_sure(people, sure, things)
    bodies = {b.name.split()[0].lower() for b in harvest.bodies if b.entry is None or b.entry.detail == "party"}
    _from_chains(people, _add_doubtful(people, doubtful, things, bodies))
    for name, alias in second_names:
        _add_second_name(people, name, alias, harvest.names)


def _add_sure(people: Register, sure: list[NameFound], things: set[tuple[str, ...]]) -> list[NameFound]:
    """Adds the sure names; those that are doubtful after all come back."""
    doubtful: list[NameFound] = []
    for found in sure:
        whole = found.strength in ("full", "known")
        if whole and PLACE_AFTER.match(people.clean, found.span.end):
            continue
        if not found.titles and same_name.key(found.tokens)[-1] in lexicon.words_of("dynasty") and _dynastic(found):
            continue  # the Al Saud
        foreign = found.tokens[0].lower() in lexicon.words_of("not_opening")
        if whole and (foreign or same_name.key(found.tokens) in things or determined(people.clean, found)):
            doubtful.append(found)
            continue
        people.add(described(people.clean, found), found.strength)
    return doubtful


def _add_doubtful(
    people: Register, doubtful: list[NameFound], things: set[tuple[str, ...]], bodies: set[str]
) -> list[NameFound]:
    """Adds the doubtful names that all their mentions together speak for; the others come back."""
    groups: dict[tuple[str, ...], list[NameFound]] = {}
    left: list[NameFound] = []
    for found in doubtful:
        groups.setdefault(same_name.key(found.tokens), []).append(found)
    for key, forms in sorted(groups.items(), key=lambda item: -len(item[0])):
        known = people.answer(forms[0].tokens, forms[0].span.start)
        if known is not None:
            for form in forms:
                people.join(people.answer(form.tokens, form.span.start) or known, form)
            continue
        forms = [f for f in forms if f.strength != "heading"]
        if any(key == thing[-1:] for thing in things):
            continue
        belief = _belief(people.clean, forms, bodies) if key and forms else None
        if belief is None:
            left += forms
            continue
        index = people.add(described(people.clean, forms[0]), belief)
        for form in forms[1:]:
            people.note(index, form)
    return left


def _belief(clean: str, forms: list[NameFound], bodies: set[str]) -> str | None:
    """How strong a name is by all its mentions, None where they speak for nobody."""
    belief = None if is_body(clean, forms, bodies) else believed(forms, clean)
    return "bare" if belief is None and shown_by_what_follows(clean, forms) else belief


def _add_second_name(people: Register, name: NameFound, alias: NameFound, names: list[NameFound]) -> None:
    """Notes the mentions of somebody under a second name, where the first made a person."""
    index = people.match(name.tokens, name.span.start)
    if index is None:
        return
    for form in names:
        if same_name.key(form.tokens) == same_name.key(alias.tokens):
            people.join(Answer(index, "a second name that the text tells"), form._replace(strength="heading"))


def _dynastic(found: NameFound) -> bool:
    """Whether a name is that of a ruling family alone, not of one of it."""
    return len(found.tokens) == 1 or (len(found.tokens) == 2 and found.tokens[0].lower() in ("al", "aal"))


def _from_chains(people: Register, left: list[NameFound]) -> None:
    """Adds those whose bare names go on a list of people who are named by their family names alone."""
    sure = [p for p in people.people if p.certainty >= CERTAINTY["known"]]
    ends = {m.end for p in sure for m in p.mentions if " " not in m.of(people.clean)}
    before_place = lexicon.words_of("before_place")
    placed = {same_name.key(found.tokens) for found in left if found.before in before_place}
    for found in sorted(left):
        if found.strength != "bare" or found.plain or len(found.tokens) > 1:
            continue
        if same_name.key(found.tokens) in placed or "-" in found.tokens[0][3:] or named_after(people.clean, found):
            continue
        joint = _JOINT.search(people.clean, max(0, found.span.start - 7), found.span.start)
        if joint is not None and joint.start() in ends:
            people.add(found, "bare")
            ends.add(found.span.end)


def _from_words(people: Register, words: list[tuple[str, Span]]) -> None:
    """Adds the mentions of those whose family name is an English word: `Brown told`, but not the head of a sentence."""
    families = {short for p in people.people for short in same_name.short_forms(p.tokens)[:1]}
    taken = {m.start for p in people.people for m in p.mentions}
    ends = {m.end for p in people.people for m in p.mentions}
    for word, span in words:
        if word not in families or span.start in taken or span.end in ends:
            continue
        text = people.clean
        known = people.answer((span.of(text),), span.start)
        if known is not None and (_mid_sentence(text, span.start) or _SAYS.match(text, span.end)):
            people.mention(known, span)


def _from_initials(people: Register, acronyms: list[tuple[str, Span]]) -> None:
    """Adds the mentions of those who go by their initials."""
    called = {initials: i for i, p in enumerate(people.people) for initials in p.initials}
    for text, span in acronyms:
        if text in called:
            people.mention(Answer(called[text], BY_INITIALS), span)


def _mid_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip()
    return bool(before) and (before[-1].islower() or before[-1] == ",")
