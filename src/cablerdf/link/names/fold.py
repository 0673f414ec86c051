"""A person's name as the words that tell people apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cablerdf.latin import ascii_letters
from cablerdf.vocab.tables import rows

POINTS = str.maketrans({"’": "", "'": "", "ʻ": "", "ʼ": "", "`": "", ".": " "})  # within words, and after initials
INITIAL = re.compile(r"\b([A-Z])\.")
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def _of_class(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("link_name_words") if row["class"] == name)


STYLES = _of_class("style")  # forms of address, ranks and captions that stand before a name and are no part of it
SUFFIXES = _of_class("suffix")
PARTICLES = _of_class("particle")  # words that join the parts of a name: printed or left out at will
LEFT_OUT = STYLES | PARTICLES
REGNAL = _of_class("regnal")
OPTIONAL = _of_class("optional")  # first names that are often left out


# A folding of its own: authorities are asked in ASCII, and points part initials, which parse drops.
@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """A text in lower-case ASCII, letters of other scripts left out.

    >>> plain("Jun'ichirō Koizumi")
    'junichiro koizumi'
    """
    return ascii_letters(text.translate(POINTS))


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that identify: styles, particles and suffixes left out, hyphens closed up.

    What follows a comma is left out (`Baron Wood of Anfield`, `Jr.`). A name of styles or particles alone
    keeps them.

    >>> words("Gen. David H. Petraeus"), words("Mahmoud Ahmadi-Nejad"), words("King Mohammed VI")
    (('david', 'h', 'petraeus'), ('mahmoud', 'ahmadinejad'), ('mohammed', 'vi'))
    >>> words("Julia E. Hale"), words("Gasset y Ortega")
    (('julia', 'e', 'hale'), ('gasset', 'ortega'))
    >>> words("Khalid bin Faisal Al Saud"), words("Stewart Wood, Baron Wood of Anfield")
    (('khalid', 'faisal', 'saud'), ('stewart', 'wood'))
    """
    text = name.partition(",")[0]
    folded, initials = plain(text), {letter.casefold() for letter in INITIAL.findall(text)}
    found = []
    for word in WORD.findall(folded):
        parts = [part for part in word.split("-") if part in initials or part not in LEFT_OUT]
        if parts:
            found.append("".join(parts))
    if len(found) > 1 and found[-1] in SUFFIXES and not (len(found) == 2 and found[-1] in REGNAL):
        found.pop()
    return tuple(found) or tuple(word.replace("-", "") for word in WORD.findall(folded))


def styles(name: str) -> tuple[str, ...]:
    """The styles that stand within a printed name.

    >>> styles("King Mohammed VI")
    ('king',)
    """
    return tuple(word for word in re.findall(r"[a-z]+", plain(name)) if word in STYLES)
