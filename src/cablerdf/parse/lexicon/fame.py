"""Which well-known person a name means, and his or her country."""

from __future__ import annotations

from functools import cache, lru_cache

from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.nationality import figures


@lru_cache(maxsize=1 << 12)
def known(tokens: tuple[str, ...], ruler: bool = False, american: bool = True) -> str | None:
    """The country of the well-known person whom a name means, None where it means none surely.

    The title of a ruler (`ruler`) makes a common family name that of the well-known one; one that no
    American bears (`american`) rules Americans out.

    >>> known(("Medvedev",)), known(("Gordon", "Brown")), known(("Castro",)), known(("Smith",))
    ('Russia', 'United Kingdom', 'Cuba', None)
    """
    words = same_name.key(tokens)
    if not words:
        return None
    if len(tokens) > 1 and tokens[-1] in ("Jr.", "Sr."):
        tokens = tokens[:-1]
    countries = set()
    for name, country in figures().get(tokens[-1].lower(), ()) or _nearly(tokens[-1].lower()):
        if len(words) > 1:
            if len(name) > 1 and (len(same_name.key(name)) > 1 or not name[-1].isupper()) and _may_be(name, tokens):
                countries.add(country)
        elif len(name) == 1 or (
            same_name.close(same_name.short_forms(name)[0], words[0])
            and (ruler or words[0] not in lexicon.words_of("shared_name"))
        ):
            countries.add(country)
    if not american:
        countries.discard("US")
    return countries.pop() if len(countries) == 1 else None


def _may_be(name: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
    """Whether a name means a well-known person: `Salman bin Hamad al Khalifa` is not `Hamad bin Khalifa`."""
    if not same_name.same(name, tokens):
        return False
    return (
        same_name.SON_OF.isdisjoint(map(str.lower, name[1:])) or same_name.key(name)[0] not in same_name.key(tokens)[1:]
    )


@cache
def _figures_by_ends() -> dict[str, list[str]]:
    """First and last letter → the long names of well-known people that have them."""
    found: dict[str, list[str]] = {}
    for key in figures():
        if len(key) > 5:
            found.setdefault(key[0] + key[-1], []).append(key)
    return found


@lru_cache(maxsize=1 << 12)
def _nearly(word: str) -> list[tuple[tuple[str, ...], str]]:
    """The well-known people whose long name differs by a slip: `Ahmedinejad`."""
    word = same_name.folded(word)
    if len(word) < 7 or word in lexicon.given():
        return []
    near = [key for key in _figures_by_ends().get(word[0] + word[-1], ()) if same_name.close(key, word)]
    return [figure for key in near for figure in figures()[key]]
