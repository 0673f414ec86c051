"""Which of the uncertain candidates are people, by what stands around them in the whole cable."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cablerdf.parse.entities.names.reader import NameFound
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.fame import known
from cablerdf.vocab.tables import rows

_ADDRESSED = frozenset(("told", "by", "with", "thanked", "asked", "met", "whom", "urged", "invited", "informed"))
_WHENCE = frozenset(("in", "near", "outside", "around", "from"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "these", "some", "all"))
# what people are called behind their names
_ROLES = (
    "head|chief|leader|director|chairman|chairwoman|president|minister|ambassador|secretary|spokesman|spokeswoman"
    "|brother|sister|son|daughter|father|wife|husband|nephew|cousin|lawyer|journalist|businessman|businesswoman|professor"
    "|economist|editor|commander|general|governor|mayor|deputy|adviser|advisor|activist|founder|owner|member|officer"
    "|author|cleric|judge|candidate"
)
# "X, the head of ...", "X, brother of ...", "X, a 33-year old lawyer"
_IS_PERSON = re.compile(
    r",\s+(?:(?:the|a|an|his|her|then|former|current|ex-)\s+)?(?:[a-z][a-z'’-]*\s+){0,3}"
    rf"(?:{_ROLES})(?:\s+(?:of|at|for|in|to|with|who|and)\b|\s\(|[,.;])"
)
# "the Omar Haddad case", "the Omar Haddad and Ali Najjar cases"
_CASE = re.compile(r"(?: and [A-Z][\w-]+ [A-Z][\w-]+)? (?:cases?|affair|murder|assassination|kidnapping|extradition)\b")
_FATE_BEHIND = re.compile(
    r"\s(?:cases?|murder|assassination|kidnapping|extradition|release|arrest|verdict|candidacy|appointment)\b"
)
# "the Soto, Duran, and Quispe families", "Soto Trading Co. Ltd.", "Tagblatt (12/28)", "Duran Pass"
_NO_PERSON = re.compile(
    r"(?:,?(?: and)? [A-Z][\w-]+,?){0,2}\s{1,2}(?:families|clans?|tribes?|subtribes?)\b"
    r"|,? (?:Co|Ltd|Inc|Corp|LLC|PLC|GmbH)\b"
    r"| \(\d{1,2}/\d{1,2}\)| (?:City|Pass|Airbase|County|Valley|River|Syndrome|Disease)\b"
    r"|['’]s (?:[Ss]yndrome|[Dd]isease)\b"
    r"| (?:missiles?|newspaper|magazine|clubs?|refinery|(?:diamond|gold|oil|gas) )"
)
# "in al-Torvel, Korva and |": names that stand with one of a place
_NAME = r"(?:[a-z]{2}-)?[A-Z][\w'’-]{1,20}"
_PLACES = re.compile(rf"\b(?:in|near|outside|around)\s{_NAME}(?:,\s{_NAME}){{0,5}},?\s(?:and\s)?$")
# "Omar Haddad (former Deputy Prime Minister"
_TOLD_BEHIND = re.compile(
    r" \((?:the |an? |then |former |current )*(?:[A-Z][a-z]+ ){0,3}"
    r"(?:President|Minister|Ambassador|Governor|General|Director|Chairman|Senator|Spokesman|[a-z]*leader|head|chief)\b"
)
# "Frente Amplio leader Ana Soto": a name before what somebody else is
_LED = re.compile(r"\s([a-z]+)\s[A-Z]")


def believed(forms: list[NameFound], clean: str) -> str | None:
    """How sure the forms of one word (or pair of unknown words) make it a person: a key of `CERTAINTY`, or None.

    Forms after `the` are no names of people; forms that say something are.
    """
    if any(names_thing(f) for f in forms):
        return None
    first, several = forms[0], len(forms[0].tokens) > 1
    if not several and all(names_place(clean, f) for f in forms):
        return None
    if known(first.tokens):
        return None if all(named_after(clean, f) for f in forms) else "known"  # the Mehsud tribe
    if several and first.tokens[0].lower() in lexicon.words_of("not_opening"):
        return None
    said = sum(f.said for f in forms)
    if _is_thing(forms, said, clean):
        return None
    if _befallen(forms) or (several and _described_behind(forms, clean)) or _has_fate(forms, clean):
        return "full"
    if any(f.before in ("named", "as") and _is_called(clean, f) for f in forms):
        return "full"
    determined = sum(f.before.lower() in _DETERMINERS for f in forms)
    if determined * 3 >= len(forms) or _leads(first, said, clean):
        return None
    if any(f.before.lower() in lexicon.titles("lower") and f.before != "General" for f in forms):
        return "full"
    return _by_those_around(forms, said, clean)


def _by_those_around(forms: list[NameFound], said: int, clean: str) -> str | None:
    """How sure the words beside its forms make a name a person: those of speaking against those of place."""
    several = len(forms[0].tokens) > 1
    listed = sum(f.chained and _among_places(clean, f) for f in forms)
    addressed = sum(f.before in _ADDRESSED for f in forms) + sum(f.chained for f in forms) - listed
    placed = sum(f.before in lexicon.words_of("before_place") for f in forms) + listed
    if said and said + addressed > placed:
        return "bare"
    if several and _unmarked(forms, placed):
        return "maybe"
    owns = sum(f.possessive for f in forms)
    if addressed and addressed + owns > 1 and addressed + owns > placed * 2:
        return "bare"
    return None


def _among_places(clean: str, found: NameFound) -> bool:
    """Whether a list that `in` or the like opens goes on to a name: `in Torvel, Korva and |`."""
    return _PLACES.search(clean, max(0, found.span.start - 100), found.span.start) is not None


def _is_thing(forms: list[NameFound], said: int, clean: str) -> bool:
    """Whether a name is that of a thing, or a word, by the name itself and what stands next to it."""
    if any(named_after(clean, f) for f in forms) or _is_word(forms, said, clean):
        return True
    several = len(forms[0].tokens) > 1
    titled = several and any(f.before != "General" and f.before.lower() in lexicon.titles("lower") for f in forms)
    plain = forms[0].plain and not (titled or (said and several))
    return plain or any(f.before.lower() in lexicon.words_of("thing_nearby") for f in forms)


def named_after(clean: str, found: NameFound) -> bool:
    """Whether what follows a name makes it that of a family, firm, place or thing: `Duran and Soto | families`."""
    return _NO_PERSON.match(clean, found.span.end, found.span.end + 60) is not None


def _befallen(forms: list[NameFound]) -> bool:
    """Whether a delegation bears a name, or something befell who bears it: `CODEL Soto`, `the arrest of Soto`."""
    delegation, fate = lexicon.words_of("delegation"), lexicon.words_of("fate")
    return any(f.before.lower() in delegation or f.before in fate for f in forms)


def _has_fate(forms: list[NameFound], clean: str) -> bool:
    """Whether what follows a name is a case or what befalls people: `the Soto case`, `the Soto release`."""
    if len(forms[0].tokens) > 1 or "-" in forms[0].tokens[0]:
        return False
    return any(f.before.lower() == "the" and _FATE_BEHIND.match(clean, f.span.end, f.span.end + 20) for f in forms)


def _described_behind(forms: list[NameFound], clean: str) -> bool:
    """Whether it is said behind a name who bears it, or it is somebody's case."""
    return any(
        pattern.match(clean, f.span.end, f.span.end + 70)
        for f in forms
        for pattern in (_IS_PERSON, _TOLD_BEHIND, _CASE)
    )


def _leads(name: NameFound, said: int, clean: str) -> bool:
    """Whether a name is that of a body whose leader is named next."""
    led = _LED.match(clean, name.span.end, name.span.end + 30)
    return led is not None and led[1] in lexicon.titles("lower") and not said


def _is_word(forms: list[NameFound], said: int, clean: str) -> bool:
    """Whether a name is a word: one that the cable prints small too, a slip of a country, a foreign `de Desarrollo`."""
    tokens = forms[0].tokens
    if len(tokens) > 1:
        particle = tokens[0] in ("de", "del", "della")
        return particle and not said and any(f.before.lower() not in lexicon.common() for f in forms)
    low = tokens[0].lower()
    if len(low) > 5 and _printed_small(low.removesuffix("s"), clean):
        return True
    return _like_country(low)


def _printed_small(stem: str, clean: str) -> bool:
    """Whether a word of a text, behind a blank, begins so."""
    return stem[:1].islower() and f" {stem}" in clean


@lru_cache(maxsize=1 << 12)
def _like_country(low: str) -> bool:
    """Whether a word in lower case is the name of a country, or all but so."""
    return len(low) > 4 and any(same_name.close(low, country) for country in _countries().get(low[0], ()))


@cache
def _countries() -> dict[str, list[str]]:
    """First letter → the names of countries in one word, in lower case."""
    found: dict[str, list[str]] = {}
    for row in rows("countries"):
        if row["name"].isalpha():
            found.setdefault(row["name"][0].lower(), []).append(row["name"].lower())
    return found


# "Duran, the head of the council": what follows tells that a name is somebody's
_TOLD = re.compile(rf",\s+(?:the|a|an|then|former|who is)\s+(?:[A-Za-z-]+\s+){{0,2}}(?:{_ROLES})\b(?!')")


# "the Duran government"
_RULE = re.compile(r"\s+(?:government|regime|administration|dictatorship|presidency)\b")


def shown_by_what_follows(clean: str, forms: list[NameFound]) -> bool:
    """Whether what follows a name, an office or the rule of a well-known person, tells that it is somebody's."""
    for form in forms[:4]:
        whole = not form.plain or len(form.tokens) > 1
        if whole and not form.possessive and _TOLD.match(clean, form.span.end, form.span.end + 70):
            return True
        if _RULE.match(clean, form.span.end, form.span.end + 20) and known(form.tokens, ruler=True):
            return True
    return False


# "a town called Duran"
_NAMED = re.compile(
    r"\b(?:town|city|village|district|province|region|ship|vessel|company|firm|magazine|newspaper|channel|operation|film"
    r"|mosque|neighborhood|hotel|restaurant|place|area|island) (?:called|named)\s$"
)


def stands_in_quotes(clean: str, found: NameFound) -> bool:
    """Whether a name without a title stands by itself in quotation marks: a film, a channel, a book."""
    end = found.span.end
    return found.before == '"' and not found.titles and clean[end : end + 2].lstrip(",.")[:1] in ('"', "”")


def names_place(clean: str, found: NameFound) -> bool:
    """Whether the words before a lone name make it that of a place: `a town called |`, `MEP from |`."""
    if found.before in ("called", "named"):
        return _NAMED.search(clean, max(0, found.span.start - 30), found.span.start) is not None
    whence = found.before in _WHENCE and not found.said and not found.possessive
    return whence and lexicon.is_known(found.tokens[0], "place")


# "a man named Soto", "a colleague identified as Soto"
_CALLED = re.compile(r"\b([a-z]{3,20}) (?:named|identified as|known only as)\s$")
_SOMEBODY = frozenset(("man", "woman", "individual", "person", "colleague", "buyer", "contact", "suspect", "agent"))


def _is_called(clean: str, found: NameFound) -> bool:
    """Whether the words before a name say that somebody is called so: `a buyer named |`."""
    called = _CALLED.search(clean, max(0, found.span.start - 40), found.span.start)
    return called is not None and (called[1] in _SOMEBODY or called[1] in lexicon.titles("lower"))


def names_thing(found: NameFound) -> bool:
    """Whether the word before a name tells that a ship, firm or paper bears it."""
    return found.before.lower() in lexicon.words_of("thing_before")


# "Kartet, an electricity exporting company"
_IS_BODY = re.compile(
    r",\s++(?:an?|the|its|their)\s++[^,.;]{0,70}\b(?:company|firm|organization|organisation|group|newspaper|daily|magazine|bank|party"
    r"|agency|corporation|manufacturer|subsidiary|operator|town|city|village|province|region|area|river|ship|network)\b(?!['’])"
)


def is_body(clean: str, forms: list[NameFound], bodies: set[str]) -> bool:
    """Whether a word is the name of a firm or body: one is named with it, or an apposition says so."""
    if len(forms[0].tokens) == 1 and forms[0].tokens[0].lower() in bodies:
        return True
    return any(_IS_BODY.match(clean, f.span.end, f.span.end + 110) for f in forms[:4])


# "the Jose Marti airport": a thing that bears a name
_THING_AFTER = re.compile(
    r"\s+(?:air|sea)?(?:port|hospital|brigade|street|bridge|dam|stadium|university|award|prize|foundation|institute|school"
    r"|area|district|province|region|valley|brotherhood|clan|tribe|cartel|gang|mosque|church|prison|camp|base|project|program|initiative|plan|trust|fund|pipeline|field|ship|vessel|class)s?\b"
)


# "Charles de Gaulle airport": named after people, whatever stands before
PLACE_AFTER = re.compile(
    r"\s+(?:(?:air|sea)port|airbase|hospital|stadium|university|foundation|street|avenue|bridge"
    r"|(?:customs|border)\s(?:point|post|crossing|gate))\b"
)


def determined(text: str, found: NameFound) -> bool:
    """Whether an article makes a full name that of a thing."""
    if found.before.lower() not in ("the", "a", "an") or found.said:
        return False
    return found.plain or _THING_AFTER.match(text, found.span.end) is not None


def _unmarked(forms: list[NameFound], placed: int) -> bool:
    """Whether nothing speaks against two unknown words being somebody's name."""
    marked = placed or any(f.before == '"' or f.plain for f in forms)
    return not marked and len(forms[0].tokens) < 5 and forms[0].tokens[0].lower() not in lexicon.words_of("not_opening")
