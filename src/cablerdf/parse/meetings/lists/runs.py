"""Neighbouring words of a participant list put together: a name, an office, an aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cablerdf.parse.lexicon.forms import particles
from cablerdf.parse.lexicon.offices import bare
from cablerdf.parse.meetings.words.tokens import Token

Style = Literal["line", "run", "sentence"]

_GENERALS = frozenset(("director", "secretary", "consul", "attorney", "inspector", "governor", "surgeon", "auditor"))
_NOT_FULL = particles() | {"jr", "sr", "ii", "iii", "iv", ","}
_FULL = 4  # so many words without a separator are two names


class Run(NamedTuple):
    """Neighbouring words of one kind."""

    kind: str
    start: int
    end: int
    words: tuple[Token, ...]


def runs_of(segment: Sequence[Token], style: Style) -> list[Run]:
    """The words between two separators, those of one kind together; in a `run`, the names of several people apart."""
    grouped: list[list[Token]] = []
    for token in segment:
        kind = "role" if token.kind == "link" else token.kind
        if grouped and _kind(grouped[-1]) == kind and kind != "aside":
            grouped[-1].append(token)
        else:
            grouped.append([token])
    runs: list[Run] = []
    for group in grouped:
        label: str = _kind(group)
        last = runs[-1].words if runs else ()
        if label == "prefix" and bare(group[0].text) == "general" and last and bare(last[-1].text) in _GENERALS:
            label = "role"
        if label == "name" and style == "run":
            runs += [run_of("name", part) for part in _split(group)]
        elif label == "name" and len(group) >= _FULL and any(t.text == "to" for t in last):
            under, own = _split(group)[:1], _split(group)[1:]  # "Assistant to DAPNSA Ann Poe Lee Roe"
            runs += [run_of("role", part) for part in under] + [run_of("name", part) for part in own]
        else:
            runs.append(run_of(label, group))
    return runs


def _kind(group: list[Token]) -> str:
    return "role" if group[0].kind == "link" else group[0].kind


def run_of(kind: str, group: Sequence[Token]) -> Run:
    """A run of these words."""
    return Run(kind, group[0].start, group[-1].end, tuple(group))


def _split(group: list[Token]) -> list[list[Token]]:
    """A run of names cut into people: before an initial's given name, else in halves."""
    full = [i for i, t in enumerate(group) if _is_full(group, i)]
    for i in range(2, len(group) - 1):  # "Lee Roe Ann B. Poe": a name starts before the given name of an initial
        if _is_initial(group[i]) and i - 1 >= 2:
            return [group[: i - 1], *_split(group[i - 1 :])]
    for i in range(1, len(group) - 2):  # "Ann B. Poe Lee Roe": two full words after the initial's family name
        if _is_initial(group[i]) and sum(1 for n in full if n > i) >= 3:
            return [group[: i + 2], *_split(group[i + 2 :])]
    if len(full) < _FULL:
        return [group]
    middle = full[(len(full) + 1) // 2]
    while middle > 0 and not _is_full(group, middle):
        middle -= 1
    return [group[:middle], group[middle:]]


def _is_initial(token: Token) -> bool:
    return len(token.text.replace(".", "")) == 1 and token.text[0].isalpha()


def _is_full(group: list[Token], i: int) -> bool:
    """Whether a word counts as a name's word: no initial, particle, comma or Jr."""
    word = group[i].text
    return len(word) > 1 and word[0].isupper() and not _is_initial(group[i]) and bare(word) not in _NOT_FULL
