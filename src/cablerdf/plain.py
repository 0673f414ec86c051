"""Text that a terminal may print: what it would obey is written out."""

from __future__ import annotations

import re
import textwrap

WIDE = 80  # characters of a line
TOGETHER = "\ue000"  # a blank at which no line ends
WHOLE = re.compile(r"`[^`\n]*`")
# control characters, and those that turn the direction of text
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HALF = re.compile(r"[\ud800-\udfff]")  # of a pair of surrogates


def plain(text: str) -> str:
    r"""The text with such characters as escapes of Python; tabs and line ends stay.

    >>> print(plain("a\x1b[31mb"))
    a\x1b[31mb
    """
    return HALF.sub("\ufffd", OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text))


def wrapped(text: str, hang: int = 2) -> str:
    """A line as lines that a terminal of 80 columns holds, those behind the first further in; commands stay whole.

    >>> print(wrapped("  Look at the header, line by line and zone by zone, with `cablerdf inspect FILE`"))
      Look at the header, line by line and zone by zone, with
        `cablerdf inspect FILE`
    """
    indent = text[: len(text) - len(text.lstrip(" "))]
    whole = WHOLE.sub(lambda found: found[0].replace(" ", TOGETHER), text.strip(" "))
    behind = indent + " " * hang
    lines = textwrap.wrap(
        whole, WIDE, initial_indent=indent, subsequent_indent=behind, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace(TOGETHER, " ")


def one_line(text: str) -> str:
    """The same on one line: a name that holds a line end is no second line."""
    return plain(text).replace("\n", "\\n").replace("\t", "\\t")
