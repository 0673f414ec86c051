"""The tokens of a run, each labelled by what the tables know of it."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import NamedTuple

from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import Entry
from cablerdf.vocab.tables import mapping

# kind of `Entry` → label of `Segment`
_LABELS = {
    "title": "T", "org": "O", "country": "C", "place": "P", "demonym": "D", "other": "X", "government": "G",
    "figure": "K",
}  # fmt: skip
# "PolAsst", "EconFSN", "Emboffs": functions at a post, short forms without end
_OFFICER = re.compile(
    r"(?:Pol|Econ|Emb|Con|Cons|Mgt|Lab|Ag|Res|Sci|Env|Mil|Hum|Vis|Def|Fin|Min)[A-Z-]|\w*(?:off|offs|Off|Offs)$"
)
# "MHPer", "ANAPer", "MPs", "RasGas", "KfW": capitals in the wrong places
_MIXED = re.compile(r"[A-Z]{2,}[a-z]+[A-Z]*$|[A-Z][a-z]*[a-z][A-Z]{2,}|[A-Z][a-z][A-Z]$")
# "TamOil", "RC-West", "AttachC": firms, commands and torn words, but no McCain
_INNER = re.compile(
    r"(?!(?:Ma?c|De|Di|Da|Du|La|Le|Lo|Van|Von|Fitz|El|Al|Ben|Bin|Ab[ud]|O)[A-Z])(?:[A-Z][a-z]+[A-Z](?:[a-z]+|$)|[A-Z]{2,}-[A-Z])"
)
_JOINED = lexicon.words_of("common_prefix")
# "You've", "Don't"
_SHORTENED = re.compile(r"'(?:ve|re|ll|t|m)$")
# endings of common words
_ENDINGS = tuple(lexicon.words_of("common_ending"))
# endings that make an adjective of a name
ADJECTIVES = tuple(lexicon.words_of("adjective_ending"))


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


_segment = partial(tuple.__new__, Segment)  # at half the price: there are hundreds in a cable


class Labeller:
    """Labels tokens; `turn` gives it those of another stretch of text."""

    tokens: list[Token]
    capitals: bool  # whether the text is printed in capitals throughout

    def __init__(self) -> None:
        self.longer = lexicon.longer_phrases()
        self.function = lexicon.words_of("function")
        self.month = lexicon.words_of("month")
        self.family = lexicon.family()
        self.particle = lexicon.words_of("particle")
        self.burmese = lexicon.words_of("burmese")

    def turn(self, tokens: list[Token], capitals: bool) -> None:
        """Moves to another stretch of text."""
        self.tokens, self.capitals = tokens, capitals

    def run(self, first: int, last: int) -> list[Segment]:
        """The segments of tokens first to last, in order, without gaps."""
        tokens, longer = self.tokens, self.longer
        found: list[Segment] = []
        at = first
        while at < last:
            token = tokens[at]
            known = longer.get((token.low, tokens[at + 1].low)) if at + 1 < last else None
            segment = (self._phrase(known, at, last) if known else None) or self._single(token, at)
            found.append(segment)
            at = segment.last
        return found

    def _phrase(self, known: list[tuple[tuple[str, ...], Entry]], at: int, last: int) -> Segment | None:
        """The longest of some phrases that begin with the same two words, where one stands here."""
        for words, entry in known:
            size = len(words)
            if size == 2 or words == tuple([token.low for token in self.tokens[at : min(last, at + size)]]):
                return _segment((_LABELS[entry.kind], at, at + size, entry))
        return None

    def _single(self, token: Token, at: int) -> Segment:
        if token.joiner:
            return _segment(("p" if token.low in self.particle else "j", at, at + 1, None))
        label, entry = alone(token.text, token.low, self.capitals)
        if entry is None and len(token.low) < 4:
            label = self._short(label, token, at)
        return _segment((label, at, at + 1, entry))

    def _short(self, label: str, token: Token, at: int) -> str:
        """The label of a short word where those about it make it something else."""
        if label == "I" and token.low in ("a", "i") and self._article(at):
            return "F"
        if label == "I" and token.low == "u" and self._burmese(at + 1):
            return "T"
        return "p" if token.text == "Bar" and self._family(at + 1) else label

    def _article(self, at: int) -> bool:
        """Whether a lone `A` or `I` is the English word: no full stop follows it, or nothing does."""
        return self.capitals or self.tokens_glue(at + 1) != 1

    def _burmese(self, at: int) -> bool:
        """Whether the word at an index is one of a Burmese name, so that `U` before it means Mr."""
        return self.tokens_glue(at) == 2 and self.tokens[at].low in self.burmese

    def _family(self, at: int) -> bool:
        """Whether the word at an index ends an Israeli name and another word stands before it: `Omer Bar | Tamir`."""
        if at < 2 or self.tokens_glue(at) != 2 or not self.tokens_glue(at - 1) or self.tokens[at - 2].joiner:
            return False
        labels = [word_label(token.text, token.low, self.capitals) for token in (self.tokens[at - 2], self.tokens[at])]
        return all(label in "UN" for label in labels)

    def tokens_glue(self, at: int) -> int:
        """How the token at an index follows the one before; 0 past the end."""
        return self.tokens[at].glue if at < len(self.tokens) else 0


@lru_cache(maxsize=1 << 15)
def alone(text: str, low: str, capitals: bool) -> tuple[str, Entry | None]:
    """The label of a word as it stands by itself, and what the tables know it as.

    >>> alone("NATO", "nato", False)[0], alone("Nishida", "nishida", False)
    ('O', ('U', None))
    """
    for exact, entry in lexicon.lone_words().get(low, ()):
        place = entry.kind == "place"
        if capitals and place and low in lexicon.common():
            continue
        if exact:
            if not _exactly(text, low, exact, capitals):
                continue
        elif (place or entry.kind == "country") and not capitals and _MIXED.match(text):
            continue  # GoA
        return _LABELS[entry.kind], entry
    return word_label(text, low, capitals), None


def _exactly(text: str, low: str, form: str, capitals: bool) -> bool:
    """Whether a word is printed as an acronym is; in a text in capitals, whether it can be nothing else."""
    if capitals:
        return low not in lexicon.common() or low == "us"
    mixed = text.startswith("Go") and text[-1].isupper()  # GoE, but no Gov
    government = form[0] == "G" and mixed and text.upper() == form
    if len(form) > 5 and text[1:].islower() and not form.isupper():
        return True  # Mastercard
    return text == form or (text.isupper() and len(form) > 3) or government


def word_label(text: str, low: str, capitals: bool) -> str:
    """The label of a word that no phrase of the tables begins with.

    >>> [word_label(w, w.lower(), False) for w in ("The", "John", "Nishida", "Bilateral", "MHPer", "XXXXXXXX")]
    ['F', 'N', 'U', 'W', 'A', 'X']
    """
    if low in ("i.e.", "e.g.", "a.k.a.", "p.m.", "a.m."):
        return "F"
    if len(text) == 1 or (text[1] == "." and len(text) <= 5):
        return "I"
    if low.startswith("u.s"):
        return "W"
    if low in lexicon.words_of("function") or _SHORTENED.search(low):
        return "F"
    if low in lexicon.words_of("month") or low.startswith("xxxx"):
        return "X"
    if capitals and len(text) == 4 and text in mapping("tags", "code", "label"):
        return "A"
    if (text.isupper() and not capitals) or any(map(str.isdigit, text)):
        return "N" if len(text) > 3 and low in lexicon.given() and low not in lexicon.common() else "A"
    if low in lexicon.common():
        if low not in lexicon.given() or low in _no_given():
            return "W"
        return "n" if capitals or low in lexicon.doubtful_given() else "N"
    if low in lexicon.given() or ("-" in low and _given_compound(low)):
        return "N"
    if text[0].islower() and "-" in low:  # ad-Din, al-Nur
        return "U"
    if low.endswith(_ENDINGS) or low.endswith(ADJECTIVES) or _compound(text, capitals):
        return "W"
    if "&" in low or _OFFICER.match(text) or (not capitals and (_MIXED.match(text) or _INNER.match(text))):
        return "A"
    return "W" if "/" in low or (len(low) > 7 and low.endswith("ly")) else "U"


@cache
def _no_given() -> frozenset[str]:
    """Words that head names of bodies and places, whatever children are called."""
    return lexicon.words_of("org_head") | lexicon.words_of("org_word") | lexicon.words_of("place_head")


def _given_compound(low: str) -> bool:
    """`Jean-Francois`: the first part is a given name, no part a common word."""
    parts = low.split("-")
    common = lexicon.common()
    if len(parts) != 2 or parts[0] in _JOINED or parts[0] not in lexicon.given() or parts[0] in common:
        return False
    return parts[1] not in common and not lexicon.is_known(parts[1], "demonym", "country")  # America-Arab


def _compound(text: str, capitals: bool) -> bool:
    """Whether a word is put together of a name and a common word (`Kong-connected`), or of common words."""
    parts = text.replace("/", "-").lower().split("-")
    if len(parts) < 2:
        return False
    months = lexicon.words_of("month")
    if parts[0] in _JOINED or parts[0] in months or parts[-1] in months:
        return True
    common = lexicon.common()
    if all(part in common or not part for part in parts):
        return True
    last = text[-len(parts[-1]) :]
    return not capitals and last.islower() and len(last) > 3 and last in common
