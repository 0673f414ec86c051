"""A sentence as words: what each is, where it stands, whether it is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from cablerdf.model import Span
from cablerdf.parse.statements.grammar.lexicon import CLASSES, FORMS, Form

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
Looked = tuple[list[str], str, "tuple[Form | None, ...]"]  # words in lower case, kinds, verbs of saying
_BETWEEN = "\0"  # stands between the sentences of a paragraph while their words are looked up
_CLASS = {word: _LETTERS[name] for word, name in CLASSES.items()} | _MARKS | {_BETWEEN: _BETWEEN}
_NAMES = frozenset(("US", "IT", "WHO", "May"))  # in small letters they are other words
_AT_START = '":.(-'  # marks after which a capital says nothing


class Words:
    """The words of one sentence in parallel sequences; `kinds` has one letter for each.

    N a common word, U one with a capital, X a redaction, # a number, D determiner,
    G possessive, P preposition, C conjunction, A auxiliary, M modal, R subject pronoun,
    O object pronoun, S subordinator, B adverb; marks stand for themselves (all quotation
    marks as `"`, dashes as `-`, stops as `.`).
    """

    __slots__ = ("_offset", "_starts", "_text", "forms", "kinds", "lower", "open", "quoted", "raw", "span", "upper")

    def __init__(self, text: str, span: Span, raw: list[str], looked: Looked, upper: bool) -> None:
        self._text, self._offset, self.span = text, span.start, span
        self._starts: list[int] = []  # of the first words, as far as anybody asked
        self.raw, self.upper = raw, upper
        self.lower, self.kinds, forms = looked
        kinds = self.kinds
        self.forms: dict[int, Form] = {
            at: form
            for at, form in compress(enumerate(forms), forms)
            if form is not None and (kinds[at] == "N" or at == 0 or kinds[at - 1] in _AT_START)
        }
        self.quoted = [False] * len(raw)
        self.open = False  # at its end a quotation is open

    def mark_quoted(self, within: bool) -> None:
        """Mark the words in quotation marks; `within` says whether a quotation runs into the sentence."""
        begun = 0
        for match in _QUOTES.finditer(self._text):
            at = self.kinds.index('"', begun)
            self.quoted[begun:at] = [within] * (at - begun)
            within = _opens(self._text, match.start(), within)
            begun = at + 1
        self.quoted[begun:] = [within] * (len(self.raw) - begun)
        self.open = within

    def start(self, at: int) -> int:
        """Where the word begins in the text."""
        starts = self._starts
        if at < 0 or at >= len(starts):
            raw, find = self.raw, self._text.find
            last = at if at >= 0 else at + len(raw)
            k = starts[-1] - self._offset + len(raw[len(starts) - 1]) if starts else 0
            for word in raw[len(starts) : last + 1]:  # nothing but blanks between them
                k = find(word, k)
                starts.append(k + self._offset)
                k += len(word)
            return starts[last]
        return starts[at]

    def end(self, at: int) -> int:
        """Where the word ends in the text, a stop after it left out."""
        raw = self.raw[at]
        return self.start(at) + len(raw) - (raw[-1] == "." != self.lower[at][-1])


def read_words(clean: str, spans: Sequence[Span]) -> list[Words]:
    """The words of each of the sentences, which follow one another; all of them are looked up at once."""
    if not spans:
        return []
    begin = spans[0].start
    text = _mended(clean[begin : spans[-1].end])
    parts = [text[start - begin : end - begin] for start, end in spans]
    padded = f" {_BETWEEN} ".join(parts)
    for mark in _ASCII_CUT if padded.isascii() else _CUT:
        if mark in padded:
            padded = padded.replace(mark, f" {mark} ")
    raw = padded.split()
    upper = _LOWER.search(text) is None
    lower, kinds, forms = _looked_up(raw, _CAPITALS if upper else _PLAIN)
    found: list[Words] = []
    begun = 0
    for part, span, letters in zip(parts, spans, kinds.split(_BETWEEN), strict=True):
        stop = begun + len(letters)
        own, looked = raw[begun:stop], (lower[begun:stop], letters, forms[begun:stop])
        capitals = upper or _LOWER.search(part) is None
        if capitals and not upper:
            looked = _looked_up(own, _CAPITALS)
        found.append(Words(part, span, own, looked, capitals))
        begun = stop + 1
    return found


def _mended(text: str) -> str:
    """The text in its length, marks told apart from words that hide them."""
    if _BETWEEN in text:
        text = text.replace(_BETWEEN, "\N{REPLACEMENT CHARACTER}")
    if "--" in text:
        text = text.replace("--", "— ")
    if ",s " in text:
        text = text.replace(",s ", "'s ")  # a damaged apostrophe: "Duran,s"
    if "[" in text:
        text = _REMOVED.sub(lambda match: "X" * len(match.group()), text)
    return text


def _looked_up(raw: list[str], known: _Known) -> Looked:
    if not raw:
        return [], "", ()
    lower, letters, forms = zip(*map(known.__getitem__, raw), strict=True)
    return list(lower), "".join(letters), forms


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
        name = raw in _NAMES and not self.capitals
        kind = "U" if name else _CLASS.get(low) or _kind(raw, low, self.capitals)
        found = (low, kind, FORMS.get(low))
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
