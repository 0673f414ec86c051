"""Who is named in a sentence: persons, officers by function, "us", and people without a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cablerdf.model import Mention, Span
from cablerdf.parse.lexicon.offices import officer_forms
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.party import Party, together
from cablerdf.parse.meetings.people.principals import PRINCIPALS, principal
from cablerdf.parse.meetings.words.sides import side_of
from cablerdf.vocab.tables import rows

_WORD = re.compile(r"[^\W\d_][\w/'’-]*+(?:\.(?=\w)[\w/'’-]++)*+")
_POSSESSIVE = re.compile(r"['’](?:[sS]\b|(?=\s)(?<=[sS]['’]))|,s\b")  # some telegrams print "Poe,s"
# "Codel Poe's group met": Poe and those with him
_GROUP = re.compile(r"(?:['’]s?)?\s+(?:group|delegation|team|party|entourage)\b", re.IGNORECASE)
# "the Poe government": nobody's person
_NAMED_AFTER = re.compile(
    r"\s+(?:[Gg]overnments?|[Aa]dministrations?|regimes?|famil(?:y|ies)|camps?|cabinets?|factions?|supporters?|loyalists?|clan"
    r"|trials?|case|letters?|speech|proposals?|plans?|doctrine|initiative|era|amendment|bill|legislation|visits?|report"
    r"|advis[eo]rs?|aides?|allies|ally|loyalist|ministers|officials|appointees|insiders|voters)\b"
)
_LONGEST = 4
# "P/EOff", "MSGOff", "EconCouns", "PolAsst"
_SHORT_OFFICER = re.compile(
    r"[A-Z][\w/&-]*(?:[Oo]ffs?|[Cc]ouns)$|(?:Pol|Econ|Emb|Con|PD|PA)[\w/-]*(?:[Aa]sst|[Ss]pec|FSN)$"
)
_ENDINGS = ("off", "offs", "couns", "asst", "spec", "fsn")
_OFFICER_WORDS = frozenset(("standoff", "kickoff", "playoff", "payoff", "cutoff", "layoffs", "takeoff", "tradeoff"))
_OURS_BEFORE = re.compile(
    r"(?:\bU\.?S\.?|\bAmerican|\bEmbassy|\bPost['’]s|\bConsulate|\bUSG|\bUnit|\b[Vv]isiting|\bCODEL)\s+"
    r"(?:[\w-]+\s+){0,4}$"
)
_GROUPS = frozenset(
    ("group", "delegation", "team", "side", "visitors", "contingent", "representatives", "interlocutors")
)
DELEGATION = ("group", "delegation", "team", "visitors")
_POST_STAFF = re.compile(r"['’]|\s+(?:officials?|officers?|staff|personnel|contacts?|representatives|management|[A-Z])")
_THE = re.compile(r"\b[Tt]he\s$")
_ADJECTIVES = frozenset(("major", "general", "private", "principal", "head", "chief", "individual"))  # in small letters
_OCCASION = re.compile(
    r"\s{1,3}(?:calls?|meetings?|visits?|talks|dinner|lunch|trip|travel|delegation|business|request)\b"
)
_OFFICIALS = _GROUPS | {
    "officer", "officers", "official", "officials", "diplomat", "diplomats", "representative", "experts", "expert",
    "members", "senators", "congressmen", "negotiators", "counterparts", "counterpart", "personnel", "visitor",
    "advisor", "adviser", "attache", "staffers", "lawmakers",
}  # fmt: skip
# "the former Ambassador", "his Ambassador to Iran"
_NOT_OURS = frozenset(
    ("former", "ex", "then", "new", "next", "previous", "their", "his", "her", "foreign", "other", "fellow")
)
_MISSIONS = ("Embassy", "Consulate", "Mission", "Delegation")
_OFFICE_TO = re.compile(r"\s+(?:to|of|in|from)\s+(?:the\s+)?(?P<country>[^\W\d_][\w.]*(?:\s[A-Z]\w+)?)")


@cache
def _people() -> frozenset[str]:
    """Nouns for persons without a name: "official", "businessman"."""
    return frozenset(row["word"] for row in rows("functional_speakers") if row["kind"] in ("person", "office"))


def parties(text: str, span: Span, allegiance: Allegiance, host: str | None) -> list[Party]:
    """Everybody in a sentence, in order; an officer's function before his name is one with it."""
    named = [_person(text, mention, allegiance) for mention in allegiance.within(span) if not _likened(text, mention)]
    found: list[Party] = []
    starts = {p.start for p in named}
    words = list(_WORD.finditer(text, *span))
    if allegiance.first_person:  # "I met with FM Poe"
        writers = ((match, allegiance.first_person.get(match.start())) for match in words)
        found += [Party(*match.span(), None, writer, True) for match, writer in writers if writer is not None]
    onward, past = 0, 0
    for at in [at for at, match in enumerate(words) if _may_begin(match.group())]:
        start, word = words[at].start(), words[at].group()
        while past < len(named) and named[past].end <= start:
            past += 1
        if at < onward or (past < len(named) and named[past].start <= start):
            continue
        size, party = _function(text, words, at, word.lower(), allegiance.visited)
        if party is None and word.removesuffix("'s").removesuffix("’s") in PRINCIPALS:
            party = principal(text, words, at, starts, allegiance)
        if party is not None:
            last = found[-1] if found else None
            if last is not None and last.start == party.start and (not last.ours or last.person is not None):
                found.pop()  # "Director", then "Director General"
            found.append(party)
        onward = at + size
    return together(text, sorted(named + found), allegiance, host)


def _likened(text: str, mention: Mention) -> bool:
    """Whether a name stands for a kind of person: "called the President another Pinochet"."""
    return text[max(0, mention.span.start - 10) : mention.span.start].split()[-1:] == ["another"]


def _person(text: str, mention: Mention, allegiance: Allegiance) -> Party:
    end = mention.span.end
    possessive = bool(_POSSESSIVE.match(text, end)) or text[end - 2 : end].lower() in ("'s", "’s")
    possessive = (possessive and not _GROUP.match(text, end)) or bool(_NAMED_AFTER.match(text, end))
    ours, known = allegiance.american[mention.entity], allegiance.known[mention.entity]
    side, abroad = allegiance.sides.get(mention.entity), allegiance.is_abroad(mention.entity)
    return Party(mention.span.start, end, mention.entity, None, ours, possessive, known=known, side=side, abroad=abroad)


@lru_cache(maxsize=1 << 15)
def _may_begin(word: str) -> bool:
    """Whether somebody may begin at a word."""
    low = word.lower()
    bare = (low[:-2] if low[-2:] in ("'s", "’s") else low).rstrip("'’")
    return bare in _marked() or low[:4] == "xxxx" or low.endswith(_ENDINGS)


@cache
def _first_words() -> dict[str, int]:
    """The first words of officers' functions → the most words of a function that begins with each."""
    most: dict[str, int] = {}
    for form in officer_forms():
        words = form.split()
        most[words[0]] = max(most.get(words[0], 0), len(words))
    return most


@cache
def _marked() -> frozenset[str]:
    """Lower-case words at which somebody may begin: most words of a text are none of them."""
    first = {form.split()[0] for form in officer_forms()}
    return frozenset(first | _people() | _GROUPS | {"us", "we", "u.s", "post"} | {word.lower() for word in PRINCIPALS})


def _function(text: str, words: list[re.Match[str]], at: int, low: str, visited: bool) -> tuple[int, Party | None]:
    """How many words to go on by, and the officer or nameless person that begins here.

    `visited` tells that a delegation of ours is known, so that "the group" is that.
    """
    word = words[at].group()
    start, end = words[at].span()
    post = word == "Post" and at and words[at - 1].group().islower() and not _POST_STAFF.match(text, end)
    if low in ("us", "we") or post:
        return 1, None if word == "US" else Party(start, end, None, None, True, pronoun=True)
    if low[:4] == "xxxx":
        return 1, Party(start, end, None, None, False)
    known = officer_forms()
    bare = low.removesuffix("'s").removesuffix("’s")
    most = _first_words().get(bare.rstrip("'’").replace(".", ""), 0)
    for size in range(min(most, _LONGEST, len(words) - at), 0, -1):
        last = words[at + size - 1]
        if last.end() - start > 48:
            continue
        raw = " ".join(text[start : last.end()].split())
        form = raw.lower().removesuffix("'s").removesuffix("’s").rstrip("'’").replace(".", "")
        if form in known and _capital(raw, form):
            return size, _officer(text, words, at, size, raw)
    if word[0].isupper():
        officer = _SHORT_OFFICER.match(word) and low not in _OFFICER_WORDS
        return 1, Party(start, end, None, word, True) if officer else None
    if bare == "official" and _OCCASION.match(text, end):
        return 1, None
    if bare in _ADJECTIVES or (bare not in _GROUPS and bare not in _people()):
        return 1, None
    ours = bare in _OFFICIALS and bool(_OURS_BEFORE.search(text, max(words[0].start(), start - 60), start))
    if bare in _GROUPS and not ours:
        ours = visited and bare in DELEGATION and bool(_THE.search(text, max(0, start - 5), start))
        if not ours:
            return 1, None
    phrase, start = _phrase(text, words, at)
    if text[start - 1 : start] == "(":
        return 1, None  # "Secretary of State (deputy minister equivalent) Poe"
    return 1, Party(start, end, None, phrase, ours, bare != low, generic=True)


def _capital(raw: str, form: str) -> bool:
    """Officers are capitalised ("Charge"), but for the short forms ("poloff", "emboffs")."""
    return raw[0].isupper() or form.endswith(("off", "offs", "couns")) or form in ("polchief", "econchief")


def _officer(text: str, words: list[re.Match[str]], at: int, size: int, raw: str) -> Party | None:
    start, end = words[at].start(), words[at + size - 1].end()
    before = words[at - 1].group() if at and text[words[at - 1].end() : start].isspace() else ""
    if before.lower() in _NOT_OURS or text[end : end + 1] == "-":
        return None
    if before.lower() in ("an", "a", "any", "no", "every") and raw.split()[-1][0].isupper() and not raw.endswith("ff"):
        return None  # "represented by an Ambassador": anybody's, but not "by an Embassy notetaker"
    if before in _MISSIONS and at > 1:  # "Polish Embassy Political Officer"
        before = words[at - 2].group()
    side = side_of(before.removesuffix("'s").removesuffix("’s")) if before[:1].isupper() else None
    after = _OFFICE_TO.match(text, end)
    country = side_of(after["country"]) if after else None
    ours = side in (None, "US") and (country is None or side == "US")
    title = raw[:-2] if raw[-2:].lower() in ("'s", "’s") else raw
    title = "Ambassador" if title.lower().rstrip(".") == "amb" else title
    possessive = raw[-2:].lower() in ("'s", "’s") or bool(_POSSESSIVE.match(text, end))
    return Party(start, end, None, title, ours, possessive, side=None if ours else side or country)


def _phrase(text: str, words: list[re.Match[str]], at: int) -> tuple[str, int]:
    """The noun with the words before it that describe it: "prominent Western businessman"."""
    first = at
    while first and at - first < 4:
        gap = text[words[first - 1].end() : words[first].start()]
        word = words[first - 1].group().lower()
        if word == "to" and not gap.strip() and first < at:
            first += 1  # "to discuss detainees"
            break
        if gap.strip() or word in _BOUNDS or word.endswith("ed"):
            break
        first -= 1
    start = words[first].start()
    return " ".join(text[start : words[at].end()].split()), start


_BOUNDS = frozenset(
    word
    for words in (
        "a an the and or but of with by to from for in on at that which who when while if as whether how why",
        "his her their its our this these those some many several two three one other",
        "was were is are be been had has have told met said",
    )
    for word in words.split()
)
