"""A sentence as words: what each is, where it stands, whether it is quoted."""

from __future__ import annotations

import re

from cablerdf.parse.statements.lexicon import CLASSES, FORMS, Form

_CUT = ',;:()"“”?![]—–'  # marks that are words of their own
_ASCII_CUT = "".join(mark for mark in _CUT if mark.isascii())
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
    "noun": "N",
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
    """The words of one sentence in parallel sequences; `kinds` has one letter for each.

    N a common word, U one with a capital, X a redaction, # a number, D determiner,
    G possessive, P preposition, C conjunction, A auxiliary, M modal, R subject pronoun,
    O object pronoun, S subordinator, B adverb; marks stand for themselves (all quotation
    marks as `"`, dashes as `-`, stops as `.`).
    """

    __slots__ = ("_offset", "_spans", "_text", "forms", "kinds", "lower", "open", "quoted", "raw", "upper")

    def __init__(self, text: str, start: int, end: int, quoted: bool) -> None:
        text = text[start:end]
        if "--" in text:
            text = text.replace("--", "— ")
        if ",s " in text:
            text = text.replace(",s ", "'s ")  # a damaged apostrophe: "Musharraf,s"
        if "[" in text:
            text = _REMOVED.sub(lambda match: "X" * len(match.group()), text)
        self._text, self._offset = text, start
        self._spans: list[tuple[int, int]] = []
        self.upper = _LOWER.search(text) is None
        padded = text
        for mark in _ASCII_CUT if text.isascii() else _CUT:
            if mark in padded:
                padded = padded.replace(mark, f" {mark} ")
        self.raw: list[str] = padded.split()
        looked = list(map((_CAPITALS if self.upper else _PLAIN).__getitem__, self.raw))
        lower, letters, forms = zip(*looked, strict=True) if looked else ((), (), ())
        self.lower: list[str] = list(lower)
        self.kinds = kinds = "".join(letters)
        self.forms: dict[int, Form] = {
            at: form
            for at, form in enumerate(forms)
            if form is not None and (kinds[at] == "N" or at == 0 or kinds[at - 1] in '":.(-')
        }
        self.quoted = [quoted] * len(kinds)
        if '"' in kinds:
            begun = 0
            for match in _QUOTES.finditer(text):
                at = kinds.index('"', begun)
                self.quoted[begun:at] = [quoted] * (at - begun)
                self.quoted[at] = False
                quoted = _opens(text, match.start(), quoted)
                begun = at + 1
            self.quoted[begun:] = [quoted] * (len(kinds) - begun)
        self.open = quoted  # at its end a quotation is open

    def _place(self, last: int) -> tuple[int, int]:
        """Where the word `last` stands, and every one before it."""
        spans, find = self._spans, self._text.find
        at = spans[-1][1] - self._offset if spans else 0
        for raw in self.raw[len(spans) : last + 1]:  # nothing but blanks between them
            at = find(raw, at)
            spans.append((at + self._offset, at + self._offset + len(raw)))
            at += len(raw)
        return spans[last]

    def start(self, at: int) -> int:
        """Where the word begins in the text."""
        return self._spans[at][0] if at < len(self._spans) else self._place(at)[0]

    def end(self, at: int) -> int:
        """Where the word ends in the text, a stop after it left out."""
        end = self._spans[at][1] if at < len(self._spans) else self._place(at)[1]
        return end - (self.raw[at][-1] == "." != self.lower[at][-1])


_MOST_REMEMBERED = 40_000


class _Known(dict[str, tuple[str, str, "Form | None"]]):
    """Printed word to its lower case, kind and verb of saying, remembered for the next time."""

    def __init__(self, capitals: bool) -> None:
        super().__init__()
        self.capitals = capitals

    def __missing__(self, raw: str) -> tuple[str, str, Form | None]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        low = raw.lower()
        if low[-1] in ".-/" and len(low) > 1 and (low[:-1].isalpha() or low[-1] != "."):
            low = low[:-1]  # "said.": a stop; "Gen.": no harm
        found = (low, _CLASS.get(low) or _kind(raw, low, self.capitals), FORMS.get(low))
        self[raw] = found
        return found


def _kind(raw: str, low: str, capitals: bool) -> str:
    first = raw[0]
    if first.isdigit():
        return "#"
    if len(low) > 3 and not low.strip("x"):
        return "X"
    if not first.isalpha():
        return "?"
    if capitals:
        return "N"
    if first.isupper() or "." in raw[:-1]:
        return "U"
    if low.endswith("ly") and len(low) > 3:
        return "B"
    return "U" if "-" in raw and raw.lower() != raw else "N"


_PLAIN = _Known(False)
_CAPITALS = _Known(True)


def _opens(text: str, at: int, within: bool) -> bool:
    """Whether the quotation mark at `at` opens a quotation; `within` tells whether one is open."""
    mark = text[at]
    if mark != '"':
        return mark == "“"
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() or after in ".,;:)":
        return not within and at == 0
    before = text[at - 1] if at else " "
    return before.isspace() or before in "([-/—–"


def closes(text: str, start: int, end: int) -> bool:
    """Whether the next quotation mark from `start` on closes a quotation."""
    match = _QUOTES.search(text, start, end)
    return match is not None and not _opens(text, match.start(), True)


_REMOVED = re.compile(r"\[(?:name|source) removed\]", re.IGNORECASE)
_LOWER = re.compile(r"[a-z][a-z]")
_QUOTES = re.compile(r'["“”]')
