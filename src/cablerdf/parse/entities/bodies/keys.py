"""Which printed forms name one body: `Ministry of Finance` and `Finance Ministry`, `Georgian MFA` and `MFA`."""

from __future__ import annotations

import re
from functools import lru_cache

from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.forms import is_known, known_body, phrases, words_of
from cablerdf.vocab.bodies import with_head_in_front

# "attorney general office": the field before the head
_TURNED = re.compile(r"(.+) office")
# bodies that a cable names in full once, then by the end of the name: "(Bundestag) Foreign Affairs Committee"
_SHORTENED = tuple(f" {head}" for head in words_of("shortened_head"))
# what a name may also go without: United Russia | Party
_DROPPED = (" bank", " group", " network", " news agency", " party")
_SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "&"))
_ALONE = ("army", "navy", "police", "congress", "senate", "parliament", "ministry", "board of governors")
Groups = dict[str, list[BodyFound]]


@lru_cache(maxsize=1 << 12)
def fold(name: str) -> str:
    """A name without what forms of it differ by.

    >>> fold("the Prime Minister's Office")
    'prime minister office'
    """
    words = [same_name.folded(w) for w in name.replace("'s", "").replace("’s", "").split() if w.lower() != "the"]
    return " ".join(words).replace("united nations", "un")


@lru_cache(maxsize=1 << 12)
def office(folded: str) -> str:
    """The name of a ministry or an office with its head in front.

    >>> office("finance ministry"), office("foreign ministry"), office("ministry of defence"), office("senate")
    ('ministry of finance', 'ministry of foreign affairs', 'ministry of defense', 'senate')
    """
    turned = _TURNED.fullmatch(folded)
    return with_head_in_front(folded) if turned is None else f"office of {turned[1].removeprefix('federal ')}"


@lru_cache(maxsize=1 << 12)
def national(name: str) -> tuple[str, str]:
    """The country that a demonym before the name of a body tells, "" if none does, and the name without it.

    >>> national("georgian interior ministry"), national("senate")
    (('Georgia', 'interior ministry'), ('', 'senate'))
    """
    first, _, rest = name.partition(" ")
    if rest:
        for words, _exact, entry in phrases().get(first, ()):
            if len(words) == 1 and entry.kind == "demonym":
                return entry.country or "", rest
    return "", name


def key(body: BodyFound) -> str:
    """What the forms of one body share: the name that the tables know it or its abbreviation by, else its own."""
    if body.entry is not None:
        return office(fold(body.entry.name))
    if body.abbreviation:
        for words, _exact, entry in phrases().get(body.abbreviation.lower(), ()):
            if len(words) == 1 and entry.kind == "org" and alike(entry.name, body.name):
                return office(fold(entry.name))
    folded = fold(body.name)
    country, rest = national(folded)
    if not country:
        return office(folded)
    known = office(_known(rest))
    return f"{country.lower()} {known}" if known != rest or rest.startswith("ministry of ") else folded


@lru_cache(maxsize=1 << 12)
def _known(folded: str) -> str:
    """The name of a ministry that letters stand for: `mfa`."""
    known = known_body(folded)
    return fold(known.name) if known is not None and known.name.startswith("Ministry") else folded


def alike(a: str, b: str) -> bool:
    """Whether two names share half of their words."""
    wa, wb = set(fold(a).split()), set(fold(b).split())
    return 2 * len(wa & wb) >= min(len(wa), len(wb))


def letters(abbreviation: str | None) -> tuple[str, ...]:
    """An abbreviation, and the parts of one like `CDU/CSU`."""
    if abbreviation is None:
        return ()
    return (abbreviation, *abbreviation.split("/")) if "/" in abbreviation else (abbreviation,)


def _ends(groups: Groups) -> dict[str, list[str]]:
    """The end of a name, from any of its words on → the names that are longer."""
    found: dict[str, list[str]] = {}
    for name in groups:
        at = name.find(" ")
        while at >= 0:
            found.setdefault(name[at + 1 :], []).append(name)
            at = name.find(" ", at + 1)
    return found


def join_short(groups: Groups, host: str | None) -> None:
    """Puts `the Army` with the one army that a cable names, `Colombian Army`; `MFA` is that of the host country."""
    ends = _ends(groups)
    for short in _ALONE:
        longer = [name for name in ends.get(short, ()) if name.count(" ") == short.count(" ") + 1]
        if host not in (None, "EU"):
            longer = [name for name in longer if name != "european parliament"]  # the host has one of its own
        if short in groups and len(longer) == 1:
            groups[longer[0]] += groups.pop(short)
    for short in [name for name in groups if name.endswith(_SHORTENED)]:
        longer = [name for name in ends.get(short, ()) if name in groups]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(short)
    for short in [name for name in groups if name.startswith(("ministry of ", "office of "))]:
        longer = [name for name in ends.get(short, ()) if name in groups]
        if len(longer) == 1 and not _of_host(groups[short], longer[0].removesuffix(" " + short), host):
            groups[longer[0]] += groups.pop(short)
    for long in [name for name in groups if name.endswith(_DROPPED)]:
        base = next(long.removesuffix(end) for end in _DROPPED if long.endswith(end))
        if base in groups:
            groups[base] += groups.pop(long)
    nations: dict[str, list[str]] = {}
    for name in groups:
        country, rest = national(name)
        if country and rest in groups and " " in rest:
            nations.setdefault(rest, []).append(name)
    for short, longer in nations.items():
        if len(longer) == 1:  # Turkish | General Staff
            groups[longer[0]] += groups.pop(short)


def _of_host(forms: list[BodyFound], country: str, host: str | None) -> bool:
    """Whether letters mean the ministry of the host country, which is another than the one named in full."""
    if host is None or country == host.lower() or not any(form.name.isupper() for form in forms):
        return False
    return is_known(country, "country")


def join_letters(groups: Groups) -> None:
    """Puts letters that stand alone with the one body whose initials they are: `FSA`, `UK Financial Services ...`."""
    alone = []
    for key, forms in groups.items():
        letters = forms[0].name
        if letters.isupper() and letters.isalpha() and len(letters) > 2 and not key.startswith("ministry "):
            alone.append((key, letters.lower()))
    named = [(key, body.name) for key, forms in groups.items() for body in forms if " " in body.name] if alone else []
    for key, letters in alone:
        longer = {other for other, name in named if letters in initials(name)}
        if len(longer) == 1 and key not in longer:
            groups[longer.pop()] += groups.pop(key)


@lru_cache(maxsize=1 << 12)
def initials(name: str) -> tuple[str, ...]:
    """The letters, in lower case, that may stand for a name: of all its words, of all but the country before them.

    >>> initials("UK Financial Services Authority"), initials("Office of Trade")
    (('ufsa', 'fsa'), ('ot', 'oot'))
    """
    words = [word for word in re.split(r"[\s-]+", name.lower()) if word[:1].isalpha() and word != "the"]
    first, large = words[0] if words else "", [word for word in words if word not in _SMALL]
    found = ["".join(word[0] for word in large), "".join(word[0] for word in words)]
    if is_known(first, "country", "demonym"):
        found += [found[0][1:], found[1][1:]]
    return tuple(dict.fromkeys(found))
