"""The people of one cable: who is named, in which forms, and whom a short form means.

`CERTAINTY` has the rules by which a name makes a person, the surest first: the figure decides between them.
How sure a person is in the end (`Person.confidence`) is measured: `lexicon/sureness.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from cablerdf.model import Person, Span
from cablerdf.model.entity import Method
from cablerdf.parse.entities.names.reader import NameFound, find_names
from cablerdf.parse.entities.names.someone import RULERS, Someone, printed
from cablerdf.parse.entities.register.answers import BY_INITIALS, Answer, once
from cablerdf.parse.entities.register.holders import Holders, Post
from cablerdf.parse.entities.register.namesakes import is_called_kin, is_kin, is_signer, rules
from cablerdf.parse.entities.register.openers import Openers
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
_SPELLINGS = 100  # short forms of one first letter and length among which slips of the pen are looked for
_BEARERS = 100  # people with one word in their names who are held against a new name
_END = "the end of a longer name"
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
        self._holders: Holders | None = None  # once all titles are known
        self._ends: dict[tuple[str, ...], list[int]] = {}  # what longer names have ended in → who bore them
        self._initials: dict[str, int] = {}  # by which somebody goes → the first who does
        self.answers: list[tuple[Span, Answer]] = []  # of each name that was joined with one before it

    def add(self, found: NameFound, rule: str, certainty: float | None = None) -> int:
        """The index of the person that a candidate names by a rule of `CERTAINTY`, a new one where nobody fits."""
        certainty = CERTAINTY[rule] if certainty is None else certainty
        titles = [t.of(self.clean) for t in found.titles]
        answer = self.answer(found.tokens, found.span.start, titles)
        if answer is not None and len(found.tokens) == 1 and self._namesake(answer.person, found.tokens, titles):
            answer = self._other(answer.person, found.tokens, titles)
        if answer is None:
            answer = Answer(len(self.people), "")
            self.people.append(Someone(found.tokens, found.span, rule, certainty))
        self.join(answer, found)
        someone = self.people[answer.person]
        if certainty > someone.certainty:
            someone.certainty, someone.rule = certainty, rule
        return answer.person

    def _other(self, index: int, tokens: tuple[str, ...], titles: list[str]) -> Answer | None:
        """Another who goes by a name, since whom it would mean is no bearer of the titles."""
        others = [i for i, p in enumerate(self.people) if p.tokens == tokens]
        others += self._short.get(same_name.folded(tokens[0]), ())
        found = next((i for i in others if i != index and not self._namesake(i, tokens, titles)), None)
        return None if found is None else Answer(found, "the bearer of the name whom the title fits", (index,))

    def join(self, answer: Answer, found: NameFound) -> None:
        """Adds a printed form to the person whom it means."""
        if answer.rule:
            self.answers.append((found.span, answer))
        self.note(answer.person, found)

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

    def mention(self, answer: Answer, span: Span) -> None:
        """Adds a mention of somebody that is no candidate for a name: letters, an English word."""
        self.answers.append((span, answer))
        self.people[answer.person].mentions.append(span)

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
        if found.strength != "heading" and same_name.fuller(found.tokens, someone.tokens):
            someone.tokens, someone.span = found.tokens, found.span
            new = True
        if new:
            for short in same_name.short_forms(someone.tokens):
                alike = self._alike.setdefault((short[0], len(short)), [])
                if short not in self._short and len(alike) < _SPELLINGS:
                    alike.append(short)
                once(self._short.setdefault(short, []), index)
            for end in _ends(someone.tokens):
                once(self._ends.setdefault(end, []), index)
            for word in same_name.key(someone.tokens):
                once(self._words.setdefault(word, []), index)

    def match(self, tokens: tuple[str, ...], position: int = 0, titles: list[str] | None = None) -> int | None:
        """The person whom a printed name means; None where nobody or nobody surely."""
        found = self.answer(tokens, position, titles)
        return None if found is None else found.person

    def answer(self, tokens: tuple[str, ...], position: int = 0, titles: list[str] | None = None) -> Answer | None:
        """Whom a printed name means, and why; None where nobody or nobody surely."""
        if len(tokens) == 1:
            if "-" in tokens[0] and (index := self._by_end(tuple(tokens[0].lower().split("-")))) is not None:
                return Answer(index, _END)
            if tokens[0] in self._initials:
                return Answer(self._initials[tokens[0]], BY_INITIALS)
        elif tokens[0].lower() in same_name.OPENING:
            index = self._by_end(tuple(t.lower() for t in tokens))
            if index is not None:
                return Answer(index, _END)
        key = same_name.key(tokens)
        words = [w for w in key if len(w) > 1]
        if words and len(key) > 1:
            return self._by_whole(tokens, key, position, titles or [])
        return self._by_short(words[0], position, titles or []) if words else None

    def _by_whole(
        self, tokens: tuple[str, ...], key: tuple[str, ...], position: int, titles: list[str]
    ) -> Answer | None:
        """Who bears a name of several words, or goes by its end alone so far."""
        words = [w for w in key if len(w) > 1]
        bearers = sorted({i for word in words for i in self._words.get(word, ())[:_BEARERS]})
        for index in bearers:
            if len(self.people[index].tokens) > 1 and same_name.same(tokens, self.people[index].tokens):
                return Answer(index, "the same name")
        candidates = [
            i
            for short in same_name.short_forms(tokens)[:2]
            for i in self._short.get(short, ())[:_BEARERS]
            if len(same_name.key(self.people[i].tokens)) == 1 and not self._of_another(i, tokens, position, titles)
        ]
        return Answer(candidates[0], "named by a part of it before", tuple(candidates[1:])) if candidates else None

    def _of_another(self, index: int, tokens: tuple[str, ...], position: int, titles: list[str]) -> bool:
        """Whether a full name is not that of whom a family name means: `Ana Soto, the wife of`, `President Soto`."""
        someone = self.people[index]
        if someone.span.start > position and is_signer(someone, titles):
            return True
        if rules(titles) or not rules(someone.titles):
            return False
        end = self.clean.find(tokens[-1], position, position + 80)
        return end >= 0 and is_called_kin(self.clean, position, end + len(tokens[-1]))

    def _by_end(self, tokens: tuple[str, ...]) -> int | None:
        """Whose longer name ends in words: `bin Laden`, `Ben Ali`."""
        return min((i for i in self._ends.get(tokens, ()) if tokens in _ends(self.people[i].tokens)), default=None)

    def _by_short(self, word: str, position: int, titles: list[str]) -> Answer | None:
        """Who goes by one word: whose title fits, who rules, who was named last."""
        candidates, rule = self._short.get(word, []), "a part of the name"
        if not candidates and len(word) >= 6:
            lengths = (len(word) - 1, len(word), len(word) + 1)
            near = [s for length in lengths for s in same_name.spellings(word, self._alike.get((word[0], length), ()))]
            candidates, rule = [i for short in near for i in self._short[short]], "a part of the name, misprinted"
        if not candidates:
            candidates, rule = sorted(i for i in self._words.get(word, ()) if self._opens(i, word)), "the first name"
        if len(candidates) < 2:
            return Answer(candidates[0], rule) if candidates else None
        wanted = {t.lower() for t in titles}
        first_choice = [i for i in candidates if same_name.short_forms(self.people[i].tokens)[0] == word] or candidates
        titled = [i for i in first_choice if wanted & {t.lower() for t in self.people[i].titles}]
        ruling = [i for i in first_choice if len(self.people[i].tokens) == 1 and rules(self.people[i].titles)]
        found = max(titled or ruling or first_choice, key=lambda i: (self.people[i].last_before(position), -i))
        how = "and the title" if titled else "of somebody who rules" if ruling else "of the one named last"
        return Answer(found, f"{rule}, {how}", tuple(i for i in candidates if i != found))

    def _opens(self, index: int, word: str) -> bool:
        """Whether a longer name of somebody begins with a word."""
        tokens = self.people[index].tokens
        return len(tokens) > 1 and same_name.key(tokens)[:1] == (word,)

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
        answer = self.holders.holder(_THE.sub("", text.strip()), position)
        return None if answer is None else answer.person

    @property
    def holders(self) -> Holders:
        """Who holds which office, by what is known so far."""
        return self._holders or Holders(self.people, self.people, self.clean, self.host, Post())

    @cached_property
    def openers(self) -> Openers:
        """Who opens a sentence, once all names are known."""
        return Openers(self.clean, self.people)

    def learn(self, persons: Sequence[Person], post: Post) -> None:
        """Takes up what steps have found of the titles and countries of people, and of the offices of the post."""
        self._holders = Holders(self.people, persons, self.clean, self.host, post)

    def persons(self) -> tuple[Person, ...]:
        """The people as values of the model, once all are known with their titles."""
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


def _ends(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All that a name of several words ends in, in small letters: `bin laden`, `laden`."""
    lows = tuple(token.lower() for token in tokens)
    return [lows[at:] for at in range(1, len(lows))]
