"""Which printed forms name one body: `Ministry of Finance` and `Finance Ministry`, `Georgian MFA` and `MFA`."""

from __future__ import annotations

import re
from functools import lru_cache

from cablerdf.parse.entities import who
from cablerdf.parse.entities.bodies import BodyFound
from cablerdf.parse.entities.lexicon import known_body, phrases

# "finance ministry", "attorney general office": the field before the head
_TURNED = re.compile(r"(.+) (ministry|department|office)")
_FIELDS = {
    "defence": "defense",
    "external relations": "foreign affairs",
    "foreign": "foreign affairs",
    "home": "home affairs",
    "internal affairs": "interior",
    "national defence": "national defense",
}
# bodies that a cable names in full once, then by the end of the name: "(Bundestag) Foreign Affairs Committee"
_SHORTENED = (
    " agency", " assembly", " authority", " bank", " board", " chamber", " commission", " committee", " corps",
    " council",
    " court", " directorate", " division", " foundation", " front", " guard", " institute", " party", " police",
    " service",
)  # fmt: skip
_ALONE = ("army", "navy", "police", "congress", "senate", "parliament", "ministry")
Groups = dict[str, list[BodyFound]]


@lru_cache(maxsize=1 << 12)
def fold(name: str) -> str:
    """A name without what forms of it differ by.

    >>> fold("the Prime Minister's Office")
    'prime minister office'
    """
    words = [who.folded(w) for w in name.replace("'s", "").replace("’s", "").split() if w.lower() != "the"]
    return " ".join(words).replace("united nations", "un")


@lru_cache(maxsize=1 << 12)
def office(folded: str) -> str:
    """The name of a ministry or an office with its head in front.

    >>> office("finance ministry"), office("foreign ministry"), office("ministry of defence"), office("senate")
    ('ministry of finance', 'ministry of foreign affairs', 'ministry of defense', 'senate')
    """
    turned = _TURNED.fullmatch(folded)
    if turned is not None:
        field, head = turned[1].removeprefix("federal "), turned[2]
    else:
        head, _, field = folded.removeprefix("federal ").partition(" of ")
        if head != "ministry" or not field:
            return folded
    return f"{head} of {_FIELDS.get(field, field)}"


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


def join_short(groups: Groups) -> None:
    """Puts `the Army` with the one army that a cable names: `Colombian Army`."""
    for short in _ALONE:
        longer = [name for name in groups if name.endswith(" " + short) and name.count(" ") == 1]
        if short in groups and len(longer) == 1:
            groups[longer[0]] += groups.pop(short)
    for short in [name for name in groups if name.endswith(_SHORTENED)]:
        longer = [name for name in groups if name.endswith(" " + short)]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(short)
    for short in [name for name in groups if name.startswith(("ministry of ", "office of "))]:
        longer = [name for name in groups if name.endswith(" " + short)]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(short)
    nations: dict[str, list[str]] = {}
    for name in groups:
        country, rest = national(name)
        if country and rest in groups and " " in rest:
            nations.setdefault(rest, []).append(name)
    for short, longer in nations.items():
        if len(longer) == 1:  # Turkish | General Staff
            groups[longer[0]] += groups.pop(short)
