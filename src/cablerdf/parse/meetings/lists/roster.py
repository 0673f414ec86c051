"""Entries of a participant list: who, in what office, with what function there.

`Name, Title`, `Title Name` and a bare office in any mixture, separated by lines,
semicolons, bullets, commas or by nothing at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.lexicon.offices import bare, is_principal
from cablerdf.parse.meetings.lists.runs import Run, Style, run_of, runs_of
from cablerdf.parse.meetings.words.functions import function_of, is_officer
from cablerdf.parse.meetings.words.tokens import Token, tokens


class Entry(NamedTuple):
    """One participant as listed; `title` holds the spans of its parts in order."""

    name: Span | None
    title: tuple[Span, ...]
    note: str | None
    span: Span
    redacted: bool = False


class _Draft:
    """An entry in the making."""

    def __init__(self, start: int) -> None:
        self.name: Span | None = None
        self.prefix: Span | None = None
        self.before: Span | None = None
        self.after: list[Span] = []
        self.note: str | None = None
        self.redacted = False
        self.start = start
        self.end = start

    def entry(self) -> Entry:
        title = tuple(s for s in (self.before, self.prefix, *self.after) if s is not None)
        return Entry(self.name, title, self.note, Span(self.start, self.end), self.redacted)


def roster(text: str, span: Span, style: Style, shouted: bool | None = None) -> list[Entry]:
    """The participants that `span` of `text` lists.

    `line`: the span is one entry. `run`: entries follow one another with or without
    separators. `sentence`: entries are separated by commas, semicolons and "and".

    >>> text = "Ann Poe, Desk Officer Under Secretary Lee Roe (notetaker)"
    >>> [(e.name.of(text), e.note) for e in roster(text, Span(0, len(text)), "run")]
    [('Ann Poe', None), ('Lee Roe', 'notetaker')]
    """
    found = tokens(text, span.start, span.end, shouted)
    reader = _Reader(style, any(t.kind == "stop" for t in found))
    for segment in _segments(found, style):
        reader.take(segment)
    if style == "run":
        _give_back(text, reader.drafts)
    return [draft.entry() for draft in reader.drafts]


def _give_back(text: str, drafts: list[_Draft]) -> None:
    """Gives "Poe Chief of Staff" the Poe that was read as the end of the name before it."""
    families: set[str] = set()
    for n, here in enumerate(drafts):
        after = drafts[n + 1] if n + 1 < len(drafts) else None
        if here.name is None:
            continue
        words = here.name.of(text).split()
        alike = any(word == words[-1] or word.endswith("-" + words[-1]) for word in families)
        if alike and len(words) > 2 and after is not None and after.before is not None and not here.after:
            start = here.name.end - len(words[-1])
            here.name = Span(here.name.start, here.name.start + len(text[here.name.start : start].rstrip()))
            after.before = Span(start, after.before.end)
        families.add(words[-1])


def _segments(found: Sequence[Token], style: Style) -> list[list[Token]]:
    """Tokens cut at commas, semicolons and the "and" between two people."""
    segments: list[list[Token]] = [[]]
    for i, token in enumerate(found):
        if token.kind in ("comma", "stop"):
            segments.append([token])
            segments.append([])
        elif token.kind == "link" and bare(token.text) in ("and", "&") and style != "line":
            if _parts(segments[-1], found[i + 1 :]):
                segments.append([])
            elif segments[-1] or style != "sentence":
                segments[-1].append(token)
        else:
            segments[-1].append(token)
    return [s for s in segments if s]


def _parts(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether "and" stands between two participants rather than within an office."""
    if not left:
        return False
    last = left[-1]
    if last.kind in ("name", "aside", "redacted"):
        return True
    if right and right[0].kind == "name" and any(t.kind == "name" for t in right[1:2]):
        return True
    return is_officer(" ".join(t.text for t in left))


class _Reader:
    def __init__(self, style: Style, stops: bool) -> None:
        self.style = style
        self.stops = stops  # semicolons separate the entries, commas do not
        self.drafts: list[_Draft] = []
        self.open: _Draft | None = None  # the entry that a following title may belong to
        self.at_stop = True
        self.dashed = False  # the last separator was a dash

    def take(self, segment: list[Token]) -> None:
        first = segment[0]
        if first.kind in ("comma", "stop") and len(segment) == 1:
            self.dashed = first.text in ("-", "–", "—", "--")
            if first.kind == "stop":
                self.open, self.at_stop = None, True
            return
        runs = runs_of(segment, self.style)
        names = [run for run in runs if run.kind in ("name", "redacted")]
        if not names:
            self._untitled(runs, segment)
        elif self.style == "run" and self.dashed and self.open is not None and self.open.name is None:
            self._named(runs, names)
        elif self.open is not None and (self.style == "line" or (self.stops and not self.at_stop)):
            if self.open.name is None and not self.open.redacted:
                self._named(runs, names[-1:])
            else:
                self._extend(Span(segment[0].start, segment[-1].end), runs)
        else:
            self._person(runs, names if self.style != "line" else names[-1:])
        self.at_stop = self.dashed = False

    def _named(self, runs: list[Run], names: list[Run]) -> None:
        """The name that follows its office after a comma or dash: "NEA - DAS Lee Roe"."""
        draft, self.open = self.drafts.pop(), None
        place = len(self.drafts)
        self._person(runs, names)
        if draft.before is not None:
            added = self.drafts[place]
            end = max(s.end for s in (added.before, added.prefix, draft.before) if s is not None)
            added.before, added.prefix, added.start = Span(draft.before.start, end), None, draft.start

    def _untitled(self, runs: list[Run], segment: list[Token]) -> None:
        """A segment without a name: an office on its own, or more of the title before it."""
        span = _titled(runs)
        notes = _note(runs)
        if span is None:
            if self.open is not None and notes:
                self.open.note, self.open.end = notes, segment[-1].end
            return
        text = " ".join(t.text for t in segment if t.kind != "aside")
        alone = is_officer(text) and (self.style == "sentence" and not self.stops)
        if self.open is not None and not alone:
            self._extend(span, runs)
            return
        draft = _Draft(span.start)
        draft.before, draft.note, draft.end = span, notes or function_of(text), segment[-1].end
        self.drafts.append(draft)
        self.open = draft

    def _extend(self, span: Span, runs: list[Run]) -> None:
        draft = self.open
        if draft is not None:
            self._entitle(draft, runs)
            draft.end = span.end

    def _entitle(self, draft: _Draft, runs: list[Run]) -> None:
        """Adds the office and function that follow a name."""
        draft.note = draft.note or _note(runs)
        title = _titled(runs)
        if title is None:
            return
        words = [t for r in runs for t in r.words if t.kind != "aside"]
        note = function_of(words[-1].text) if words else None
        if note is not None and len(words) > 1:
            title = Span(title.start, words[-2].end) if words[-2].kind != "aside" else title
        draft.note = draft.note or note
        if note != "notetaker" or len(words) > 1:
            draft.after.append(title)

    def _person(self, runs: list[Run], names: list[Run]) -> None:
        """One segment with one or more people in it."""
        used = 0
        for n, run in enumerate(names):
            index = runs.index(run, used)
            before = runs[used:index]
            if n == 0:
                before = self._to_previous(before)
            after = runs[index + 1 :] if n == len(names) - 1 else _asides(runs[index + 1 :])
            used = index + 1 + len(after)
            self._add(before, run, after)

    def _to_previous(self, before: list[Run]) -> list[Run]:
        """Gives the office after "Name," to that name, in lists without separators; what is left."""
        draft = self.open
        if self.style != "run" or draft is None or draft.before is not None or not before:
            return before
        if draft.after and not self.stops and draft.name is None:
            return before
        cut = next((i for i, run in enumerate(before) if run.kind == "prefix"), len(before))
        given = before[:cut]
        if given:
            self._extend(Span(given[0].start, given[-1].end), given)
        return before[cut:]

    def _add(self, before: list[Run], run: Run, after: list[Run]) -> None:
        before = self._principal(before)
        draft = _Draft(before[0].start if before else run.start)
        roles = [r for r in before if r.kind not in ("prefix", "aside")]
        if roles:
            draft.before = Span(before[0].start, before[-1].end)
        elif before:
            draft.prefix = Span(before[0].start, before[-1].end)
        draft.redacted = run.kind == "redacted"
        end = run.end
        if self._is_surname(run, after):
            end, after = after[0].end, after[1:]
        if not draft.redacted:
            draft.name = Span(run.start, end)
        draft.note = _note(before)
        self._entitle(draft, after)
        draft.end = after[-1].end if after else end
        self.drafts.append(draft)
        self.open = draft

    @staticmethod
    def _is_surname(run: Run, after: list[Run]) -> bool:
        """Whether a lone given name is followed by a family name that is a word of titles too."""
        if run.kind != "name" or len(run.words) > 1 or not after or after[0].kind not in ("role", "prefix"):
            return False
        words = after[0].words
        return len(words) == 1 and words[0].text.istitle() and all(r.kind == "aside" for r in after[1:])

    def _principal(self, before: list[Run]) -> list[Run]:
        """Cuts off "The Secretary" before somebody else's title in lists without separators."""
        if self.style != "run" or not before or before[0].kind != "role":
            return before
        words = before[0].words
        if bare(words[0].text) != "the":
            return before
        sizes = range(min(4, len(words)), 1, -1)
        size = next((n for n in sizes if is_principal(" ".join(t.text for t in words[1:n]))), 0)
        if not size:
            return before
        draft = _Draft(words[0].start)
        draft.before = Span(words[0].start, words[size - 1].end)
        draft.end = draft.before.end
        self.drafts.append(draft)
        rest = words[size:]
        return ([run_of("role", rest)] if rest else []) + before[1:]


def _asides(runs: list[Run]) -> list[Run]:
    taken = []
    for run in runs:
        if run.kind != "aside":
            break
        taken.append(run)
    return taken


def _note(runs: list[Run]) -> str | None:
    for run in runs:
        if run.kind == "aside":
            note = function_of(run.words[0].text.strip("()"))
            if note is not None:
                return note
    return None


def _titled(runs: list[Run]) -> Span | None:
    """From the first to the last word of the offices among `runs`; asides that are functions left out."""
    kept = [r for r in runs if not (r.kind == "aside" and _note([r]))]
    if not any(r.kind in ("role", "prefix", "name") for r in kept):
        kept = [r for r in kept if r.kind == "aside"]
    return Span(kept[0].start, kept[-1].end) if kept else None
