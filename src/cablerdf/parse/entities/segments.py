"""The tokens of a run, each labelled by what the tables know of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.lexicon import Entry
from cablerdf.parse.entities.tokens import Token

KNOWN = {
    "title": "T",
    "org": "O",
    "country": "C",
    "place": "P",
    "demonym": "D",
    "other": "X",
    "government": "G",
    "figure": "K",
}
# "PolAsst", "EconFSN", "Emboffs": functions at a post, short forms without end
_OFFICER = re.compile(
    r"(?:Pol|Econ|Emb|Con|Cons|Mgt|Lab|Ag|Res|Sci|Env|Mil|Hum|Vis|Def|Fin|Min)[A-Z-]|\w*(?:off|offs|Off|Offs)$"
)
# "MHPer", "ANAPer", "MPs", "RasGas", "KfW": capitals in the wrong places
_MIXED = re.compile(r"[A-Z]{2,}[a-z]+$|[A-Z][a-z]*[a-z][A-Z]{2,}|[A-Z][a-z][A-Z]$")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_JOINED = frozenset(
    ("trans", "counter", "anti", "ex", "non", "pre", "post", "sub", "inter", "multi", "co", "pro", "semi", "mid", "pan",
     "neo", "euro", "afro", "cross", "self", "intra", "re", "un", "high", "low")
)  # fmt: skip
_ENDINGS = (
    "ism",
    "isms",
    "ization",
    "izations",
    "ification",
    "ness",
    "aholic",
    "ology",
    "ists",
    "ians",
    "ingly",
    "atively",
)


class Segment(NamedTuple):
    """Tokens `first` to `last` (past the end) with one label.

    Known phrases: `T` title, `O` organisation, `C` country, `P` place, `D` demonym, `G`
    government, `K` well-known person, `X` known to be no name. Single tokens: `N` given name, `U` unknown word,
    `W` common word, `F` function word at the head of a sentence, `A` acronym, `I` initial,
    `j` joining word, `p` particle of a family name.
    """

    label: str
    first: int
    last: int
    entry: Entry | None = None


class Labeller:
    """Labels tokens; `turn` gives it those of another stretch of text."""

    tokens: list[Token]
    capitals: bool  # whether the text is printed in capitals throughout

    def __init__(self) -> None:
        self.phrases = lexicon.phrases()
        self.common = lexicon.common()
        self.given = lexicon.given()
        self.doubtful = lexicon.doubtful_given()
        self.function = lexicon.words_of("function")
        self.month = lexicon.words_of("month")
        self.family = lexicon.family()
        self.particle = lexicon.words_of("particle")

    def turn(self, tokens: list[Token], capitals: bool) -> None:
        """Moves to another stretch of text."""
        self.tokens, self.capitals = tokens, capitals

    def run(self, first: int, last: int) -> list[Segment]:
        """The segments of tokens first to last, in order, without gaps."""
        found: list[Segment] = []
        at = first
        while at < last:
            segment = self._known(at, last) or self._single(at)
            found.append(segment)
            at = segment.last
        return found

    def _known(self, at: int, last: int) -> Segment | None:
        """The longest phrase of the tables that begins here."""
        tokens = self.tokens
        token = tokens[at]
        bucket = self.phrases.get(token.low)
        if bucket is None:
            return None
        for words, exact, entry in bucket:
            size = len(words)
            if size == 1:
                if (exact and not self._exactly(token)) or token.joiner:
                    continue
                return Segment(KNOWN[entry.kind], at, at + 1, entry)
            if at + size > last or tokens[at + 1].low != words[1]:
                continue
            if size > 2 and any(tokens[at + k].low != words[k] for k in range(2, size)):
                continue
            return Segment(KNOWN[entry.kind], at, at + size, entry)
        return None

    def _exactly(self, token: Token) -> bool:
        if self.capitals:
            return token.low not in self.common or token.low == "us"
        return token.text.isupper()

    def _single(self, at: int) -> Segment:
        token = self.tokens[at]
        low = token.low
        if token.joiner:
            label = "p" if low in self.particle else "j"
        elif len(token.text) == 1 or (token.text[1] == "." and len(token.text) <= 5):
            label = "F" if low in ("a", "i") and self._article(at) else "I"
        elif low in self.function:
            label = "F"
        elif low in self.month or low.startswith("xxxx"):
            label = "X"
        elif low in self.particle and token.text[0].islower():
            label = "p"
        elif self._acronym(token.text):
            label = "A"
        elif low in self.common:
            label = self._given_or_word(low)
        elif low in self.given or ("-" in low and self._given_compound(low)):
            label = "N"
        elif low.endswith(_ENDINGS) or self._compound(token.text):
            label = "W"
        elif "&" in low or _OFFICER.match(token.text) or (not self.capitals and _MIXED.match(token.text)):
            label = "A"
        elif "/" in low or (len(low) > 7 and low.endswith("ly")):
            label = "W"
        else:
            label = "U"
        return Segment(label, at, at + 1)

    def _given_or_word(self, low: str) -> str:
        """`N` for John and Mark, `n` for a word that some people are called, `W` for any other word."""
        if low not in self.given:
            return "W"
        return "n" if self.capitals or low in self.doubtful else "N"

    def _given_compound(self, low: str) -> bool:
        """`Jean-Francois`: the first part is a given name, no part a common word."""
        parts = low.split("-")
        return (
            len(parts) == 2 and parts[0] in self.given and parts[0] not in self.common and parts[1] not in self.common
        )

    def _acronym(self, text: str) -> bool:
        return (text.isupper() and not self.capitals and len(text) > 1) or any(c.isdigit() for c in text)

    def _article(self, at: int) -> bool:
        """Whether a lone `A` or `I` is the English word: no full stop follows it, or nothing does."""
        return self.capitals or self.tokens_glue(at + 1) != 1

    def tokens_glue(self, at: int) -> int:
        """How the token at an index follows the one before; 0 past the end."""
        return self.tokens[at].glue if at < len(self.tokens) else 0

    def _compound(self, text: str) -> bool:
        """Whether a word is put together of a name and a common word (`Kong-connected`), or of common words."""
        parts = text.replace("/", "-").lower().split("-")
        if len(parts) < 2:
            return False
        if parts[0] in _JOINED or parts[0] in _MONTHS or parts[-1] in _MONTHS:
            return True
        if all(part in self.common or not part for part in parts):
            return True
        last = text[-len(parts[-1]) :]
        return not self.capitals and last.islower() and len(last) > 3 and last in self.common
