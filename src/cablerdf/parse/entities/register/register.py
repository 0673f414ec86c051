"""The people of one cable: who is named, in which forms, and whom a short form means.

`CERTAINTY` has the rules by which a name makes a person, the surest first: the figure decides between them.
How sure a person is in the end (`Person.confidence`) is measured: `lexicon/sureness.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.model import Person, Span
from cablerdf.model.entity import Method
from cablerdf.parse.entities.names.reader import NameFound, find_names
from cablerdf.parse.entities.names.someone import RULERS, Someone, printed
from cablerdf.parse.entities.register.namesakes import is_kin, is_signer, rules, told_kin
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.fame import known
from cablerdf.parse.lexicon.nationality import countries_with, figures
from cablerdf.parse.lexicon.sureness import sureness

CERTAINTY = {
    "list": 1.0,  # in a participants list
    "header": 1.0,  # in the Classified By line, in TAGS
    "signature": 0.98,  # in the signature, in a caption line
    "title": 0.95,  # in running text, with a title
    "full": 0.9,  # given and family name
    "known": 0.85,  # a well-known name
    "bare": 0.8,  # a family name that says or is told something
    "maybe": 0.7,  # two words of unknown kind
}
_METHODS: dict[str, Method] = {"list": "list", "header": "header", "signature": "header"}  # else `narrative`
_PRESIDENTS = frozenset(("president", "former president", "ex-president"))
# whose bearer is no president of the same cable
_BESIDES_PRESIDENTS = frozenset(("secretary", "secretary of state", "senator", "first lady", "madame secretary"))
# words before an office that make a lesser one of it
_LESSER = tuple(f" {word}" for word in ("vice", "deputy", "assistant", "under", "former", "ex", "prime", "foreign"))
_SPELLINGS = 100  # short forms of one first letter and length among which slips of the pen are looked for
_BEARERS = 100  # people with one word in their names who are held against a new name
_THE = re.compile(r"^(?:the|our|their|his|her)\s+", re.IGNORECASE)


class Register:
    """Whom a cable names; `resolve` finds the person behind a printed form.

    Indices are those of `Draft.persons`.
    """

    def __init__(self, clean: str, host: str | None = None) -> None:
        self.clean = clean
        self.host = host  # the country of the post
        self.people: list[Someone] = []
        self._short: dict[str, list[int]] = {}  # short form → who is called so
        self._alike: dict[tuple[str, int], list[str]] = {}  # first letter and length → the first short forms with them
        self._noted: set[tuple[int, Span]] = set()
        self._words: dict[str, list[int]] = {}  # any word of a name → who bears it
        self._titled: tuple[dict[str, list[int]], dict[str, list[int]]] | None = None  # once all titles are known
        self._ends: dict[tuple[str, ...], list[int]] = {}  # what longer names have ended in → who bore them
        self._initials: dict[str, int] = {}  # by which somebody goes → the first who does

    def add(self, found: NameFound, rule: str, certainty: float | None = None) -> int:
        """The index of the person that a candidate names by a rule of `CERTAINTY`, a new one where nobody fits."""
        certainty = CERTAINTY[rule] if certainty is None else certainty
        titles = [t.of(self.clean) for t in found.titles]
        index = self.match(found.tokens, found.span.start, titles)
        if index is not None and len(found.tokens) == 1 and self._namesake(index, found.tokens, titles):
            others = [i for i, p in enumerate(self.people) if p.tokens == found.tokens]
            others += self._short.get(same_name.folded(found.tokens[0]), ())
            index = next((i for i in others if i != index and not self._namesake(i, found.tokens, titles)), None)
        if index is None:
            index = len(self.people)
            self.people.append(Someone(found.tokens, found.span, rule, certainty))
        self.note(index, found)
        someone = self.people[index]
        if certainty > someone.certainty:
            someone.certainty, someone.rule = certainty, rule
        return index

    def _namesake(self, index: int, tokens: tuple[str, ...], titles: list[str]) -> bool:
        """Whether `PM Erdogan` is the well-known one, while the person found is another Erdogan."""
        someone = self.people[index]
        if self._in_other_office(someone, titles):
            return True
        if len(someone.tokens) < 2 or not rules(titles):
            return False
        if is_kin(self.clean, someone):
            return True
        borne = [t.lower() for t in someone.titles]
        crowned = any(t.lower() in ("king", "queen") for t in titles)
        if crowned and known(someone.tokens) not in (None, *countries_with("monarchy")):
            return True  # King Hussein is not Saddam Hussein
        by_given_name = same_name.folded(tokens[0]) not in same_name.short_forms(someone.tokens)
        if by_given_name and (borne or crowned) and not any(b.endswith(RULERS) for b in borne):
            return True
        rivals = [
            name
            for name, _country in figures().get(tokens[0].lower(), ())
            if len(name) > 1 and name[-1].lower() == tokens[0].lower()
        ]
        known_self = any(same_name.same(name, someone.tokens) for name in rivals)
        return bool(rivals) and not known_self and not any(b.endswith(RULERS) for b in borne)

    @staticmethod
    def _in_other_office(someone: Someone, titles: list[str]) -> bool:
        """Whether `President Roe` is another than `Secretary Roe`: two well-known people have that family name."""
        borne, new = ({t.lower() for t in group} for group in (someone.titles, titles))
        pairs = ((borne, new), (new, borne))
        apart = any(one & _PRESIDENTS and other and other <= _BESIDES_PRESIDENTS for one, other in pairs)
        if not apart or len(someone.tokens) > 1:
            return False
        family = someone.tokens[0].lower()
        return len({words[0] for words, _country in figures().get(family, ()) if words[-1].lower() == family}) > 1

    def note(self, index: int, found: NameFound) -> None:
        """Adds a printed form to a person."""
        someone = self.people[index]
        if (index, found.span) not in self._noted:
            self._noted.add((index, found.span))
            someone.mentions.append(found.span)
        initials = _INITIALS.match(self.clean, found.span.end)
        if initials is not None and _fits(initials[1], found.tokens):
            someone.initials.add(initials[1])
            self._initials[initials[1]] = min(index, self._initials.get(initials[1], index))
        for title in found.titles:
            someone.add_title(title.of(self.clean))
            someone.title_spans.append(title)
        new = len(someone.mentions) == 1
        if found.strength != "heading" and _fuller(found.tokens, someone.tokens):
            someone.tokens, someone.span = found.tokens, found.span
            new = True
        if new:
            for short in same_name.short_forms(someone.tokens):
                alike = self._alike.setdefault((short[0], len(short)), [])
                if short not in self._short and len(alike) < _SPELLINGS:
                    alike.append(short)
                _once(self._short.setdefault(short, []), index)
            for end in _ends(someone.tokens):
                _once(self._ends.setdefault(end, []), index)
            for word in same_name.key(someone.tokens):
                _once(self._words.setdefault(word, []), index)

    def match(self, tokens: tuple[str, ...], position: int = 0, titles: list[str] | None = None) -> int | None:
        """The person whom a printed name means; None where nobody or nobody surely."""
        if len(tokens) == 1:
            if "-" in tokens[0]:
                index = self._by_end(tuple(tokens[0].lower().split("-")))
                if index is not None:
                    return index
            if tokens[0] in self._initials:
                return self._initials[tokens[0]]
        elif tokens[0].lower() in same_name.OPENING:
            index = self._by_end(tuple(t.lower() for t in tokens))
            if index is not None:
                return index
        key = same_name.key(tokens)
        words = [w for w in key if len(w) > 1]
        if words and len(key) > 1:
            bearers = sorted({i for word in words for i in self._words.get(word, ())[:_BEARERS]})
            for index in bearers:
                if len(self.people[index].tokens) > 1 and same_name.same(tokens, self.people[index].tokens):
                    return index
            candidates = [
                i
                for short in same_name.short_forms(tokens)[:2]
                for i in self._short.get(short, ())[:_BEARERS]
                if len(same_name.key(self.people[i].tokens)) == 1
                and not self._of_another(i, tokens, position, titles or [])
            ]
            return candidates[0] if candidates else None
        if not words:
            return None
        return self._by_short(words[0], position, titles or [])

    def _of_another(self, index: int, tokens: tuple[str, ...], position: int, titles: list[str]) -> bool:
        """Whether a full name is not that of whom a family name means: `Ana Soto, the wife of`, `President Soto`."""
        someone = self.people[index]
        if someone.span.start > position and is_signer(someone, titles):
            return True
        if rules(titles) or not rules(someone.titles):
            return False
        end = self.clean.find(tokens[-1], position, position + 80)
        return end >= 0 and told_kin(self.clean, position, end + len(tokens[-1]))

    def _by_end(self, tokens: tuple[str, ...]) -> int | None:
        """Whose longer name ends in words: `bin Laden`, `Ben Ali`."""
        return min((i for i in self._ends.get(tokens, ()) if tokens in _ends(self.people[i].tokens)), default=None)

    def _by_short(self, word: str, position: int, titles: list[str]) -> int | None:
        candidates = self._short.get(word, [])
        if not candidates and len(word) >= 6:
            lengths = (len(word) - 1, len(word), len(word) + 1)
            near = [s for length in lengths for s in same_name.spellings(word, self._alike.get((word[0], length), ()))]
            candidates = [i for short in near for i in self._short[short]]
        if not candidates:
            candidates = sorted(i for i in self._words.get(word, ()) if self._opens(i, word))
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        wanted = {t.lower() for t in titles}
        first_choice = [i for i in candidates if same_name.short_forms(self.people[i].tokens)[0] == word] or candidates
        titled = [i for i in first_choice if wanted & {t.lower() for t in self.people[i].titles}]
        ruling = [i for i in first_choice if len(self.people[i].tokens) == 1 and rules(self.people[i].titles)]
        return max(titled or ruling or first_choice, key=lambda i: (self._last_before(i, position), -i))

    def _opens(self, index: int, word: str) -> bool:
        """Whether a longer name of somebody begins with a word."""
        tokens = self.people[index].tokens
        return len(tokens) > 1 and same_name.key(tokens)[:1] == (word,)

    def _last_before(self, index: int, position: int) -> int:
        return max((m.start for m in self.people[index].mentions if m.start <= position), default=-1)

    def resolve(self, text: str, position: int = 1 << 30) -> int | None:
        """The person behind `Nishida`, `DVM Nishida`, `the Deputy Vice Minister` or `PM Brown`.

        Args:
            text: the printed form.
            position: where it stands; of several people the one named last before it is meant.
        """
        found = find_names(text, Span(0, len(text)))
        if found:
            name = found[-1]
            return self.match(name.tokens, position, [t.of(text) for t in name.titles])
        return self.by_title(_THE.sub("", text.strip()), position)

    def by_title(self, title: str, position: int = 1 << 30) -> int | None:
        """The person who bears a title: the only one, the one named last, rather the one of the host country."""
        wanted = " ".join(title.lower().split())
        whole, endings = self._titled or _titled(self.people)
        bearers = whole.get(wanted) or endings.get(wanted, [])
        before = [i for i in bearers if self._last_before(i, position) >= 0] if len(bearers) > 1 else bearers
        if not before:
            return None
        last = max(before, key=lambda i: self._last_before(i, position))
        if self.host is None or self.people[last].country in (None, self.host):
            return last
        hosts = [i for i, someone in enumerate(self.people) if someone.country == self.host and _holds(someone, wanted)]
        return hosts[0] if len(hosts) == 1 else last

    def persons(self) -> tuple[Person, ...]:
        """The people as values of the model, once all are known with their titles."""
        self._titled = _titled(self.people)
        return tuple(
            Person(
                name=printed(p.tokens),
                titles=tuple(p.titles),
                country=p.country,
                country_rule=p.country_rule if p.country else "",
                span=p.span,
                method=_METHODS.get(p.rule, "narrative"),
                rule=p.rule,
                confidence=sureness("person", p.rule, p.certainty),
            )
            for p in self.people
        )


# "Hamad bin Jassim (HBJ)", "Cristina Kirchner's (CFK)"
_INITIALS = re.compile(r"(?:['’]s)?\s*\(\s*[\"“]?([A-Z][A-Za-z]?[A-Z][A-Z]?)[\"”]?\s*\)")


def _fits(initials: str, tokens: tuple[str, ...]) -> bool:
    """Whether letters are the initials of a name: the first of the first word, the last of a later one."""
    heads = [token.split("-")[-1][:1].upper() for token in tokens]
    return len(heads) > 1 and initials[0] == tokens[0][0].upper() and initials[-1].upper() in heads[1:]


def _titled(people: Sequence[Someone]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Who bears each title, and each ending of a longer one: `minister` of a `Foreign Minister`; in small letters."""
    whole: dict[str, list[int]] = {}
    endings: dict[str, list[int]] = {}
    for index, someone in enumerate(people):
        for title in map(str.lower, someone.titles):
            _once(whole.setdefault(title, []), index)
            for at in (at for at, char in enumerate(title, 1) if char == " "):
                _once(endings.setdefault(title[at:], []), index)
    return whole, endings


def _holds(someone: Someone, office: str) -> bool:
    """Whether an office, without what stands before it, is one of somebody's: `Malian President`, no Vice President."""
    for title in map(str.lower, someone.titles):
        before = f" {title}".removesuffix(f" {office}")
        if before != f" {title}" and not before.endswith(_LESSER):
            return True
    return False


def _ends(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All that a name of several words ends in, in small letters: `bin laden`, `laden`."""
    lows = tuple(token.lower() for token in tokens)
    return [lows[at:] for at in range(1, len(lows))]


def _once(bucket: list[int], index: int) -> None:
    if bucket[-1:] != [index] and index not in bucket:
        bucket.append(index)


def _fuller(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    """Whether a form says more than another: more words, words rather than initials, natural case."""
    if new == old:
        return False
    a, b = same_name.key(new), same_name.key(old)
    if len(a) != len(b):
        return len(a) > len(b)
    if sum(map(len, a)) != sum(map(len, b)):
        return sum(map(len, a)) > sum(map(len, b)) + 1
    return all(t.isupper() for t in old) and not all(t.isupper() for t in new)
