"""Text that a terminal may print: what it would obey is written out."""

from __future__ import annotations

import re

# control characters, and those that turn the direction of text
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HALF = re.compile(r"[\ud800-\udfff]")  # of a pair of surrogates


def plain(text: str) -> str:
    r"""The text with such characters as escapes of Python; tabs and line ends stay.

    >>> print(plain("a\x1b[31mb"))
    a\x1b[31mb
    """
    return HALF.sub("\ufffd", OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text))


def one_line(text: str) -> str:
    """The same on one line: a name that holds a line end is no second line."""
    return plain(text).replace("\n", "\\n").replace("\t", "\\t")
