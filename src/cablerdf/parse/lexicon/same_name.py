"""When two printed names are one person's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from cablerdf.latin import without_marks
from cablerdf.parse.lexicon.forms import surname_first, words_of
from cablerdf.vocab.tables import mapping, rows

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FATHER_OF = ("abu", "umm", "ben")  # Abu Mazen, Ben Ali: part of the name where they open it
OPENING = frozenset(
    ("ben", "bin", "bn", "ibn", "al", "el", "de", "del", "della", "di", "da", "van", "von", "ould", "ter")
)
SON_OF = frozenset(("bin", "bn", "ibn", "bint"))  # whoever is called so goes by the given name


# A folding of its own: one word of a person, for whom articles and transliterations count as the same.
@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word of a name without case, accents, stops, apostrophes and the Arabic article, in one spelling.

    >>> folded("Al-Fāisal"), folded("O’Brien"), folded("Mohamed")
    ('faisal', 'obrien', 'muhammad')
    """
    low = without_marks(word).lower()
    for article in ("al-", "el-", "al'", "as-", "ad-", "an-", "bin-"):
        if low.startswith(article) and len(low) > 5:
            low = low[len(article) :]
            break
    low = low.replace(".", "").replace("'", "").replace("’", "").replace("-", "")
    return mapping("name_variants", "variant", "form").get(low, low)


@lru_cache(maxsize=4096)
def key(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell people apart: folded, suffixes and particles off.

    >>> key(("Robert", "H.", "Tuttle", "Jr."))
    ('robert', 'h', 'tuttle')
    """
    found = tuple(f for f in map(folded, tokens) if f and f not in _SUFFIXES)
    particles = words_of("particle")
    kept = tuple(f for at, f in enumerate(found) if f not in particles or (not at and f in _FATHER_OF))
    return kept or found


@lru_cache(maxsize=4096)
def short_forms(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Words that alone may stand for a person, the likeliest first.

    >>> short_forms(("Jose", "Luis", "Rodriguez", "Zapatero"))
    ('zapatero', 'rodriguez')
    >>> short_forms(("Hu", "Jintao"))
    ('hu', 'jintao')
    >>> short_forms(("Khalid", "bin", "Faisal", "al-Saud"))
    ('khalid', 'saud')
    """
    words = tuple(w for w in key(tokens) if len(w) > 1)
    if not words:
        return ()
    lows = [t.lower() for t in tokens]
    if any(p in lows[1:] for p in SON_OF):
        clan = [folded(t) for t in tokens[2:] if t.lower().startswith(("al-", "al "))]
        if "Ibn" in tokens and words[-1] not in clan:  # in West Africa it opens the family name
            clan.append(words[-1])
        return (words[0], *clan)
    if len(words) in (2, 3) and words[0] in surname_first():
        return (words[0], *reversed(words[1:]))
    if len(words) >= 3:
        return (words[-1], words[-2])
    return (words[-1],)


def close(a: str, b: str) -> bool:
    """Whether two folded words are spellings of one name: at most one slip, two in a long word.

    >>> close("papadopolous", "papadapolous"), close("brown", "bush")
    (True, False)
    """
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        different = [i for i in range(len(a)) if a[i] != b[i]]
        if len(different) == 1:
            return True
        return len(different) == 2 and a[different[0]] == b[different[1]] and a[different[1]] == b[different[0]]
    short, long = sorted((a, b), key=len)
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    return short[at:] == long[at + 1 :]


def spellings(word: str, known: Sequence[str]) -> list[str]:
    """Those of some folded words that are close to one, in their order.

    >>> spellings("papadopolous", ("papadapolous", "brown"))
    ['papadapolous']
    """
    near = extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=None)  # no close word is farther
    return [found for found, _slips, _at in sorted(near, key=itemgetter(2)) if close(word, found)]


@cache
def _short_names() -> dict[str, frozenset[str]]:
    return {row["short"]: frozenset(row["names"].split(";")) for row in rows("link_nicknames")}


def _nicknames(a: str, b: str) -> bool:
    """Whether one given name is a usual short form of the other: Bob and Robert."""
    known = _short_names()
    return b in known.get(a, ()) or a in known.get(b, ())


def misprinted(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names differ by a slip or two in one long word alone.

    >>> misprinted(("Temuri", "Yakobashvili"), ("Temuri", "Yakobshavili"))
    True
    >>> misprinted(("Carlos", "Martin"), ("Carlos", "Martinez"))
    False
    """
    ka, kb = key(a), key(b)
    if len(ka) != len(kb) or len(ka) < 2 or sum(map(len, ka)) < 10:
        return False
    different = [(x, y) for x, y in zip(ka, kb, strict=True) if x != y]
    if len(different) != 1:
        return False
    x, y = different[0]
    shorter = min(len(x), len(y))
    if shorter < 5 or x[0] != y[0] or x[-1] != y[-1] or abs(len(x) - len(y)) > 2:
        return False
    return _distance(x, y) <= (2 if shorter > 6 else 1)


def _distance(a: str, b: str) -> int:
    """How many letters are to be put in, left out or changed to make one word of another."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


def _shortened(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of two full names has but the first part of the other's family name: `Ana Ruiz`, `Ana Ruiz-Soto`."""
    if (
        len(a) != len(b)
        or len(a) < 2
        or ("-" in a[-1]) == ("-" in b[-1])
        or a[:-1] != b[:-1]
        or a[0].lower() in surname_first()
    ):
        return False
    parts = (a[-1] if "-" in a[-1] else b[-1]).split("-")
    return len(parts[0]) > 3 and (b[-1] if "-" in a[-1] else a[-1]) in (parts[0], parts[-1])


@lru_cache(maxsize=8192)
def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two words or more are one person's.

    >>> same(("Asif", "Zardari"), ("Asif", "Ali", "Zardari"))
    True
    >>> same(("Bob", "Manuel"), ("Robert", "Manuel"))
    True
    >>> same(("Nawaz", "Sharif"), ("Shahbaz", "Sharif"))
    False
    """
    ka, kb = key(a), key(b)
    if not ka or not kb:
        return False
    if sorted(ka) == sorted(kb) or "".join(ka) == "".join(kb) or misprinted(a, b) or _shortened(a, b):
        return True
    short, long = sorted((ka, kb), key=len)
    full = [w for w in short if len(w) > 1]
    initials = [w for w in short if len(w) == 1]
    rest = list(long)
    for word in full:
        match = next((w for w in rest if w == word), None) or next((w for w in rest if close(w, word)), None)
        if match is None and word == short[0] and short[-1] == long[-1] and _nicknames(word, long[0]):
            match = long[0]
        if match is None:
            return False
        rest.remove(match)
    if not full or not all(any(w.startswith(i) for w in rest) for i in initials):
        return False
    if len(short) == len(long) and len(full) == 1 and not initials:
        return False
    last_short, last_long = short[-1], long[-1]
    return len(short) == 1 or close(last_short, last_long) or short[0] == long[0] or last_short in long


def fuller(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    """Whether a form says more than another: more words, words rather than initials, natural case."""
    if new == old:
        return False
    a, b = key(new), key(old)
    if len(a) != len(b):
        return len(a) > len(b)
    if sum(map(len, a)) != sum(map(len, b)):
        return sum(map(len, a)) > sum(map(len, b)) + 1
    return all(t.isupper() for t in old) and not all(t.isupper() for t in new)
