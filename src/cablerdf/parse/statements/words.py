"""A sentence as words: what each is, where it stands, whether it is quoted."""

from __future__ import annotations

import re

from cablerdf.parse.statements.lexicon import CLASSES, FORMS, Form

# a redaction, a word ("U.S.-based", "S/P", "al-Aziz", "d’Affaires", "Shi'a"), a number, a mark
_TOKEN = re.compile(
    r"(?:[Xx]{4,}|(?:[A-Z]\.){2,}(?:-\w+)?|[^\W\d_]+(?:[.'’&/-](?=[^\W\d_])[^\W\d_]*|\d+|,s\b)*)|\d[\d.,/:]*|--+|[^\w\s]"
)
_LETTERS = {
    "determiner": "D",
    "possessive": "G",
    "preposition": "P",
    "conjunction": "C",
    "auxiliary": "A",
    "modal": "M",
    "pronoun": "R",
    "object": "O",
    "subordinator": "S",
    "adverb": "B",
    "negation": "B",
}
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    '"': '"',
    "“": '"',
    "”": '"',
}
_CLASS = {word: _LETTERS[name] for word, name in CLASSES.items()} | _MARKS


class Words:
    """The words of one sentence in parallel lists; `kinds` has one letter for each.

    N a common word, U one with a capital, X a redaction, # a number, D determiner,
    G possessive, P preposition, C conjunction, A auxiliary, M modal, R subject pronoun,
    O object pronoun, S subordinator, B adverb; marks stand for themselves (all quotation
    marks as `"`, dashes as `-`, stops as `.`).
    """

    __slots__ = ("ends", "forms", "kinds", "lower", "quoted", "raw", "starts", "upper")

    def __init__(self, text: str, start: int, end: int, quoted: bool) -> None:
        self.raw: list[str] = []
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: dict[int, Form] = {}
        self.quoted: list[bool] = []
        self.upper = text[start:end].isupper()
        kinds: list[str] = []
        inside = quoted
        for match in _TOKEN.finditer(text, start, end):
            raw = match.group()
            low = raw.lower()
            kind = _CLASS.get(low) or self._kind(raw, low)
            if kind == '"':
                inside = _opens(text, match.start(), raw)
            elif low in FORMS and (self.upper or raw[0] == low[0] or not kinds or kinds[-1] in '":.(-'):
                self.forms[len(kinds)] = FORMS[low]
            self.quoted.append(inside and kind != '"')
            self.raw.append(raw)
            self.lower.append(low)
            self.starts.append(match.start())
            self.ends.append(match.end())
            kinds.append(kind)
        self.kinds = "".join(kinds)

    def _kind(self, raw: str, low: str) -> str:
        first = raw[0]
        if first.isdigit():
            return "#"
        if len(raw) > 3 and not low.strip("x"):
            return "X"
        if first.isalpha():
            if self.upper:
                return "N"
            if first.isupper() or "." in raw:
                return "U"
            if low.endswith("ly") and len(low) > 4:
                return "B"
            return "U" if any(c.isupper() for c in raw[1:]) and "-" in raw else "N"
        return "-" if first == "-" else "?"


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a quotation mark opens a quotation."""
    if mark != '"':
        return mark == "“"
    before = text[at - 1] if at else " "
    return before.isspace() or before in "([-/—–"


def quoted_after(text: str, start: int, end: int, quoted: bool) -> bool:
    """Whether a quotation is still open at `end`."""
    for match in _QUOTES.finditer(text, start, end):
        quoted = _opens(text, match.start(), match.group())
    return quoted


_QUOTES = re.compile(r'["“”]')
