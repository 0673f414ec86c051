"""The names of bodies: one for the forms that one is printed in, and whether many countries have a body so named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from cablerdf.vocab.tables import mapping, rows

# International Monetary Fund (IMF)
ABBREVIATION = re.compile(r"(?<!\s)\s*+\([A-Za-z0-9&./-]{2,12}\)$")
# Finance Ministry, Ministry for Health
TURNED = re.compile(r"(.+) (ministry|department)")
HEADED = re.compile(r"(?:federal )?(ministry|department) (?:of|for) (.+)")
FIELDS = {
    "defence": "defense",
    "external relations": "foreign affairs",
    "foreign": "foreign affairs",
    "home": "home affairs",
    "internal affairs": "interior",
    "national defence": "national defense",
}


def bare(name: str) -> str:
    """A body's name on one line, without its abbreviation in parentheses.

    >>> bare("Ministry of Foreign Affairs (MFA)")
    'Ministry of Foreign Affairs'
    """
    return ABBREVIATION.sub("", " ".join(name.split())) or name


# A folding of its own: words of bodies are spelt and written out by a table, and the head has its place.
@lru_cache(maxsize=16_384)
def one_form(name: str) -> str:
    """What the printed forms of a name share: no articles, words written out and spelt in one way, the head in front.

    >>> one_form("Millennium Challenge Corp."), one_form("the Labour Organisation")
    ('millennium challenge corporation', 'labor organization')
    >>> one_form("Defence Ministry"), one_form("Ministry of the Interior")
    ('ministry of defense', 'ministry of interior')
    """
    spelt = mapping("body_words", "printed", "word")
    words = [word.rstrip(".,") or word for word in bare(name).casefold().replace("’", "'").split()]
    return with_head_in_front(" ".join([spelt.get(word, word) for word in words if word != "the"]) or name)


def with_head_in_front(folded: str) -> str:
    """A folded name of a ministry or department with its field behind.

    >>> with_head_in_front("finance ministry"), with_head_in_front("foreign ministry"), with_head_in_front("senate")
    ('ministry of finance', 'ministry of foreign affairs', 'senate')
    """
    turned, headed = TURNED.fullmatch(folded), HEADED.fullmatch(folded)
    if turned is not None:
        field, head = turned[1].removeprefix("federal "), turned[2]
    elif headed is not None:
        head, field = headed[1], headed[2]
    else:
        return folded
    return f"{head} of {FIELDS.get(field, field)}"


@cache
def _generic() -> Mapping[str, str]:
    """Names that many countries have, and whose such a body is: `host` of the post where nothing more is said.

    `name` where more words behind make a name of its own.
    """
    return MappingProxyType({one_form(row["word"]): row["whose"] for row in rows("generic_bodies")})


@lru_cache(maxsize=16_384)
def is_generic(name: str) -> bool:
    """Whether a body's name is one that many countries have, so that it needs the country to mean anything.

    >>> is_generic("Ministry of Finance"), is_generic("the MFA"), is_generic("University of Bath"), is_generic("IMF")
    (True, True, False, False)
    """
    folded = one_form(name)
    return folded in _generic() or _generic().get(folded.partition(" ")[0], "name") != "name"


@lru_cache(maxsize=16_384)
def is_of_host(name: str) -> bool:
    """Whether a body of such a name is that of the country which a post is in, where nothing more is said.

    >>> is_of_host("Ministry of Finance"), is_of_host("Embassy")
    (True, False)
    """
    folded = one_form(name)
    return folded.startswith("ministry ") or _generic().get(folded) == "host"
