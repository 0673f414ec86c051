"""Letters without marks: names compared in two spellings, IRIs made of names."""

from __future__ import annotations

import unicodedata

# Latin letters that Unicode does not take apart into a base letter and an accent.
WHOLE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ə": "e"}
)


def without_marks(text: str) -> str:
    """A text without accents; letters of other scripts stay.

    >>> without_marks("Al-Fāisal Мюллер")
    'Al-Faisal Мюллер'
    """
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def ascii_letters(text: str) -> str:
    """A text in lower-case ASCII; letters of other scripts are left out.

    >>> ascii_letters("Jón Þór Øst"), ascii_letters("Müller Я")
    ('jon thor ost', 'muller ')
    """
    low = text.casefold()
    if low.isascii():
        return low
    return unicodedata.normalize("NFKD", low.translate(WHOLE)).encode("ascii", "ignore").decode()
