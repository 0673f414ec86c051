"""Who bears a title: "the Minister", "the CP", "the Norwegian Ambassador", "Undersecretary for Trade Ana Lee"."""

from __future__ import annotations

from bisect import bisect_right

from cablerdf.model import Mention
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.people.officers import office_holders, office_of
from cablerdf.parse.statements.grammar.lexicon import word_set
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.speakers.called import Called, bears
from cablerdf.parse.statements.speakers.pronouns import Pronouns
from cablerdf.parse.statements.speakers.titles import by_short_title, ends_in_name
from cablerdf.parse.statements.speakers.values import Speaker

_DATES = word_set("month") | word_set("day")
_AMERICAN = word_set("american")  # "the Ambassador" of an American cable is the American


class Bearers(Pronouns):
    """The people of a cable by the titles and offices they bear."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.called = Called(draft.persons)
        self.officers = office_holders(draft)
        self.host = host_country(draft)
        self.short: dict[str, list[int]] = {}  # who may be meant by a shortened title

    def _mention(self, start: int, end: int, head: int) -> Mention | None:
        """The mention that names the head of the phrase."""
        at = bisect_right(self.starts, head)
        for mention in reversed(self.mentions[max(0, at - 3) : at]):
            if mention.span.end > head and mention.span.start >= start - 40 and mention.span.end <= end + 1:
                return mention
        return None

    def _printed(self, start: int, end: int) -> str:
        return " ".join(self.clean[start:end].split())

    def _named_at_end(self, phrase: Phrase, start: int) -> Speaker | None:
        """The person in whose name a long title ends: "Undersecretary for Trade Ana Lee"."""
        words, last = self.words, phrase.stop - 1
        if words.kinds[last] != "U" or (
            words.kinds[phrase.start - 1 : phrase.start] == "," and self._person_at(phrase)
        ):
            return None
        mention = self._mention(words.start(last), words.end(last), words.start(last))
        if mention is None or mention.kind != "person":
            return None
        name = last
        while name > phrase.end and words.start(name - 1) >= mention.span.start:
            name -= 1
        person = self.draft.persons[mention.entity]
        if not ends_in_name(words, phrase, name, person.titles):
            return None
        return Speaker(person.name, "person", start, words.end(last), mention.entity)

    def _person_at(self, phrase: Phrase) -> bool:
        """Whether a person is named right before the comma that stands before a phrase."""
        if phrase.start < 2 or self.words.kinds[phrase.start - 1] != ",":
            return False
        start, end = self.words.start(phrase.start - 2), self.words.end(phrase.start - 2)
        mention = self._mention(start, end, start)
        before = self.words.kinds[: phrase.start - 1]
        opening = before[max(before.rfind(mark) for mark in ":)") + 1 :]
        if opening[:1] == "P" and "," not in opening:
            return False  # "In a meeting with Smith, Minister of Defense Lee said"
        before = before.rstrip("U")
        if mention is None and len(before) < phrase.start - 1 and self.words.lower[phrase.start - 2] not in _DATES:
            return before[-1:] != "P"  # somebody who is not among the cable's people
        return mention is not None and mention.kind == "person"

    def _shortened(self, printed: str, start: int, end: int, defined: bool = False) -> Speaker | None:
        """The person whose title is shortened so; of several the one who spoke last: "the CP", "the AgP"."""
        if printed not in self.short:
            self.short[printed] = by_short_title(printed, self.called, self.clean, defined)
        found = self.short[printed]
        if len(found) > 1:
            found = [s.person for s in self.last if s.person in found][:1]
        return self._meant(found[0], start, end) if len(found) == 1 else None

    def _holder(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """The person who holds the office that "the Minister" or "Charge" means, where the cable says so."""
        article = self.words.lower[phrase.start] == "the"
        if not article and phrase.end - phrase.start > 1:
            return self._bare(phrase, start, end)
        title = self._printed(self.words.start(phrase.start + article), end)
        office = office_of(title) if title[:1].isupper() and phrase.stop == phrase.end else None
        return self._bearing(title, office, start, end)

    def _bare(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """Who bears a title of several words without an article, as telegrams shorten it: "UK Ambassador said"."""
        words = self.words
        if words.kinds[phrase.start : phrase.end].strip("U") or words.upper or self._person_at(phrase):
            return None
        title = self._printed(start, end)
        return self._bearing(title, office_of(title), start, end)

    def _bearing(self, title: str, office: str | None, start: int, end: int) -> Speaker | None:
        """The person whose title a printed one means, `office` of the post where it is one of those."""
        if office in self.officers:
            return self._holding(office, start, end)
        index = self.draft.holder(title, start)
        if index is not None and all(last.person != index for last in self.last):
            near = any(m.kind == "person" and m.entity == index for m in self.mentioned(self.words.span))
            index = self._spoke_as(title, near) or index
        if index is None:
            return (
                self._foreign(title, start, end)
                or self._told_in_full(title, start, end)
                or self._titled_so(title, start, end)
                or self._shortened(title, start, end)
            )
        if office not in (None, "ambassador") and self.draft.persons[index].country != "US":
            return None  # the DCM of another embassy
        person = self.draft.persons[index]
        if title.split()[-1].lower() in _AMERICAN and person.country not in ("US", None):
            return self._foreign(title, start, end)
        return self._meant(index, start, end)

    def _holding(self, office: str, start: int, end: int) -> Speaker | None:
        """The one of the post who holds an office, None where the cable is about another's."""
        officer = self.officers[office]
        if not officer.name:
            return None
        return Speaker(officer.name, "person", start, end, officer.person, inferred=True, confidence=0.75)

    def _spoke_as(self, title: str, here: bool) -> int | None:
        """Who spoke last, `here` in the paragraph, of those who bear a title: a Foreign Minister for "the Minister"."""
        low = title.lower()
        for last in self.last:
            if here and last.name not in self.here:
                continue
            titles = self.draft.persons[last.person].titles if last.person is not None else ()
            if any(f" {t} ".lower().endswith(f" {low} ") or t.lower().startswith(f"{low} of ") for t in titles):
                return last.person
        return None

    def _told_in_full(self, title: str, start: int, end: int) -> Speaker | None:
        """The one of the host country whose office a title begins: "the Amir" of "the Amir of Qatar, X"."""
        found = self.called.by_opening_of_title(f"{title} of")
        if found is None or self.draft.persons[found].country != self.host:
            return None
        return self._meant(found, start, end, 0.7)

    def _titled_so(self, title: str, start: int, end: int) -> Speaker | None:
        """The one whose title says more: "Acme EVP" of an "Acme EVP for Trade"."""
        if " " not in title:
            return None
        found = self.called.by_opening_of_title(title)
        return None if found is None else self._meant(found, start, end)

    def _foreign(self, title: str, start: int, end: int) -> Speaker | None:
        """The person whom "the Norwegian Ambassador" means; "the Ambassador" after him, where the post has none."""
        persons = self.draft.persons
        index = self.called.of_nation(title)
        if index is None and title.lower() == "ambassador" and "charge" in self.officers and self.spoken:
            last = self.last[0].person
            index = last if last is not None and bears(persons[last].titles, ["ambassador"]) else None
        return None if index is None else self._meant(index, start, end)
