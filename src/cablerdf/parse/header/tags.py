"""TAGS: codes of subjects, programmes, countries, organisations, and names of people (5 FAH-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.people_words import common_words, given_names
from cablerdf.vocab.posts import post_codes
from cablerdf.vocab.tables import mapping, rows

# "(ROE, JANE)", "(ROE, JANE Q.)", or one word or code
ITEM = re.compile(r"\((?P<inside>[^()]{2,60})\)|(?P<word>[^\s,;()]+)|(?P<mark>[,;])")
CODE = re.compile(r"[A-Z]{2,5}|AU-1|[A-Z]{2,4}\d?")
INITIAL = re.compile(r"[A-Z]\.?")
SHORTEST_RUN, LONGEST_CODE = 6, 5  # letters
SIGNS = "[]<>{}'\"#*|&+~_"  # what is no part of a code
NAME_WORD = re.compile(r"[A-Z][A-Z'’.-]*")


@cache
def tag_kinds() -> Mapping[str, str]:
    return mapping("tags", "code", "kind")


@cache
def captions() -> frozenset[str]:
    """Words of the caption that stray into the line: SIPDIS."""
    return frozenset(row["printed"] for row in rows("caveats") if row["where"] == "anywhere")


def read_tags(draft: Draft) -> None:
    """Set `tags`, upper case, in printed order; a code that is in no table is kept and reported."""
    found: list[tuple[str, Span]] = []
    for run in draft.runs:
        if run.field == "tags":
            for tag, span in paired(list(cut_tags(draft.clean, run.content.start, run.content.end))):
                if tag not in [name for name, _ in found]:
                    found.append((tag, span))
            if found:
                break
    for tag, span in found:
        if tag not in tag_kinds() and ", " not in tag:
            draft.report("tag-unknown", "info", f"{tag} is in no list of TAGS", span)
    signs = next((span for tag, span in found if tag in tag_kinds() and marked(draft.clean, span)), None)
    if signs is not None:
        draft.report("tags-signs", "info", "signs about the codes of the TAGS line are left out", signs)
    glued = [span for (_, before), (_, span) in pairwise(found) if before.end == span.start]
    if glued:
        draft.report("tags-run-together", "info", "codes printed without a blank are read apart", glued[0])
    if found:
        draft.tags = tuple(tag for tag, _ in found)
        draft.spans["tags"] = tuple(span for _, span in found)


def marked(text: str, span: Span) -> bool:
    """Whether a sign that no TAGS line has stands at a code."""
    return bool(set(text[span.start - 1] + text[span.end : span.end + 1]) & set(SIGNS))


def paired(tags: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The tags, a family name and the given name behind its comma put together: "OVIP, ROE, JANE, PREL"."""
    at = 0
    while at < len(tags):
        tag, span = tags[at]
        pair = tags[at : at + 2] if tag not in tag_kinds() else []
        if len(pair) == 2 and " " not in tag + pair[1][0] and loose(tag) and is_name(pair):
            yield f"{tag}, {pair[1][0]}", Span(span.start, pair[1][1].end)
            at += 2
            continue
        yield tag, span
        at += 1


def cut_tags(text: str, start: int, stop: int) -> Iterator[tuple[str, Span]]:
    """Each tag and where it stands."""
    group: list[tuple[str, Span]] = []
    for match in ITEM.finditer(text, start, stop):
        if match["word"]:
            group += words_of(match["word"].upper(), match.start("word"))
            continue
        yield from split_group(group)
        group = []
        if match["inside"]:
            yield from inside(match["inside"], Span(*match.span("inside")))
    yield from split_group(group)


def words_of(printed: str, start: int) -> Iterator[tuple[str, Span]]:
    """The word without signs at its ends; the codes of "PREL/PGOV"; nothing of a redaction, of AND."""
    if printed in tag_kinds():
        yield printed, Span(start, start + len(printed))
        return
    word = printed.strip(".:/" + SIGNS)
    start += printed.find(word) if word else 0
    if not any(map(str.isalnum, word)) or re.fullmatch(r"X{4,}", word) or word in captions() or word == "AND":
        return
    parts = re.split(r"[/:&+|]", word)
    signs = 1
    if len(parts) < 2 or not all(part in tag_kinds() for part in parts):
        parts, signs = run_together(word) or [word], 0
    for part in parts:
        yield part, Span(start, start + len(part))
        start += len(part) + signs


@lru_cache(maxsize=4096)
def run_together(word: str) -> list[str] | None:
    """The codes of which an unknown word consists as a whole, as few as can be; None for a word of another kind.

    >>> run_together("ECONEINVBR"), run_together("COUNTERTERRORISM")
    (['ECON', 'EINV', 'BR'], None)
    """
    if len(word) < SHORTEST_RUN or word in tag_kinds() or not word.isalpha() or word.lower() in common_words():
        return None
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for size in range(LONGEST_CODE, 1, -1):
            before = best[end - size] if end >= size else None
            if before is None or word[end - size : end] not in tag_kinds():
                continue
            found = best[end]
            if found is None or len(before) + 1 < len(found):
                best[end] = [*before, word[end - size : end]]
    found = best[-1]
    # codes of four letters and a country or two: a word that only countries make up is a word
    return found if found is not None and len(word) >= 3 * len(found) else None


def inside(printed: str, span: Span) -> Iterator[tuple[str, Span]]:
    """What parentheses hold: a name "ROE, JANE", else codes."""
    codes = re.findall(r"[^\s,]+", printed.upper())
    if len(codes) > 1 and all(code in tag_kinds() for code in codes) and printed.count(",") != 1:
        for code in re.finditer(r"[^\s,]+", printed.upper()):
            yield code[0], Span(span.start + code.start(), span.start + code.end())
        return
    words = [" ".join(word.split()) for word in printed.upper().split(",")]
    words = [word if re.search(r"\b[A-Z]\.$", word) else word.rstrip(".") for word in words if word]
    if len(words) == 1 and (words[0] in tag_kinds() or " " not in words[0]):
        yield words[0], span
    elif len(words) == 1:
        family, _, given = words[0].partition(" ")
        yield f"{family}, {given}", span
    elif len(words) in (2, 3) and not all(word in tag_kinds() for word in words):
        yield f"{words[0]}, {' '.join(words[1:])}", span
    else:
        for word in words:
            yield word, span


def split_group(group: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The tags among words that only blanks divide.

    Codes stand alone; words that are no codes belong together: a name where one of them is
    a given name, else an organisation or topic of several words.
    """
    at = 0
    if len(group) == 2 and not any(word in tag_kinds() for word, _ in group) and any(loose(word) for word, _ in group):
        at = 2
        yield named(group)
    while at < len(group):
        longest = next((n for n in (4, 3, 2) if at + n <= len(group) and known(joined(group[at : at + n]))), 0)
        if longest:
            yield joined(group[at : at + longest]), Span(group[at][1].start, group[at + longest - 1][1].end)
            at += longest
            continue
        word, span = group[at]
        if is_name(group[at : at + 2]):
            end = at + 3 if at + 2 < len(group) and INITIAL.fullmatch(group[at + 2][0]) else at + 2
            yield named(group[at:end])
            at = end
            continue
        if word in tag_kinds() or not (loose(word) or loose_behind(group, at)):
            yield word, span
            at += 1
            continue
        end = at + 1
        while end < len(group) and end - at < 4 and loose(group[end][0]):
            end += 1
        visitor = at > 0 and group[at - 1][0] == "OVIP"
        yield named(group[at:end], visitor)
        at = end


def loose_behind(group: list[tuple[str, Span]], at: int) -> bool:
    """Whether an unknown short word opens a body or topic of several words: "GOI EXTERNAL"."""
    return NAME_WORD.fullmatch(group[at][0]) is not None and at + 1 < len(group) and loose(group[at + 1][0])


def named(group: list[tuple[str, Span]], visitor: bool = False) -> tuple[str, Span]:
    """Words that are no codes: "ROE JANE" is a name, "COUNTER TERRORISM" is not; behind OVIP two are one."""
    words = [word for word, _ in group]
    span = Span(group[0][1].start, group[-1][1].end)
    if len(words) > 1 and (set(words[1:]) & given_names() or (visitor and len(words) == 2)):
        return f"{words[0]}, {' '.join(words[1:])}", span
    return " ".join(words), span


def is_name(pair: list[tuple[str, Span]]) -> bool:
    """Whether two words are a family name and a given name: "ROEBUCK JANE"."""
    if len(pair) < 2 or any(word in tag_kinds() for word, _ in pair):
        return False
    return len(pair[1][0]) >= 4 and pair[1][0] in given_names() and NAME_WORD.fullmatch(pair[0][0]) is not None


def known(words: str) -> bool:
    """Whether several words are one code, or the name of a post."""
    return words in tag_kinds() or words in post_codes()


def joined(group: list[tuple[str, Span]]) -> str:
    return " ".join(word for word, _ in group)


def loose(word: str) -> bool:
    """Whether a word is no code: longer than codes are, or an initial."""
    if word in tag_kinds() or NAME_WORD.fullmatch(word) is None:
        return False
    return len(word) >= 5 or CODE.fullmatch(word) is None or (len(word) == 4 and word in given_names())
