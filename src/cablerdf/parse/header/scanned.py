"""What a scanner misreads: figures for letters, letters for figures. One table for every field of the header."""

from __future__ import annotations

import re

LETTERS = str.maketrans("0158", "OISB")
SMALL_LETTERS = str.maketrans("0158", "olsb")
FIGURES = str.maketrans("OoIlL", "00111")
FIGURE = r"[\dOoIlL]"  # a figure, or a letter that is read for one
# a number in which a letter stands for a figure: "20l6", "l0", "1O"
MISREAD = re.compile(rf"(?<![A-Za-z\d])(?=[OoIlL]{{0,3}}\d)(?!\d+(?![\dOoIlL])){FIGURE}{{2,8}}(?![A-Za-z\d])")


def letters(printed: str) -> str:
    """A word in capitals, its figures read as letters.

    >>> letters("UNCLA5"), letters("Reas0n")
    ('UNCLAS', 'REASON')
    """
    return printed.upper().translate(LETTERS)


def figures(printed: str) -> str:
    """A text of the same length, the letters within its numbers read as figures.

    >>> figures("l0/2O/20l6"), figures("13 OCT 2O16"), figures("X1")
    ('10/20/2016', '13 OCT 2016', 'X1')
    """
    return MISREAD.sub(lambda number: number[0].translate(FIGURES), printed)
