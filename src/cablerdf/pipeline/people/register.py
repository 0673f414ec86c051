"""The register of a collection's people, a folder beside it: what was judged of pairs, and who has which IRI.

    judgements.csv    pairs of mentions: same, different or unsure, by which rule, with how much evidence
    iris.csv          the mentions under each IRI

No row is ever taken out; one that holds no longer has the run that ended it. A run is named by what it rests on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar

from cablerdf.errors import InputError, OutputError
from cablerdf.link.identity.carrying import Carried, Member, carried
from cablerdf.link.identity.joining import Joining
from cablerdf.link.identity.judgements import Judgement, judged, mention
from cablerdf.link.identity.people import Someone, people_in
from cablerdf.pipeline.runs.output import Output
from cablerdf.rdf.iris import Collection
from cablerdf.store.scratch import locked

Row = TypeVar("Row", Member, Judgement)
JUDGEMENTS, IRIS = "judgements.csv", "iris.csv"


class Registered(NamedTuple):
    """The people of a run under their IRIs, and the IRIs that are nobody's any more, with those that speak for them."""

    people: list[Someone]
    gone: dict[str, str | None]


class Register:
    """The register in a folder, which need not be there yet.

    Raises:
        InputError: a file of it cannot be read, or is none.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.members: list[Member] = []
        self.judgements: list[Judgement] = []
        self.read()

    def read(self) -> None:
        """Take what the folder has now."""
        self.members = rows(self.folder / IRIS, Member)
        self.judgements = rows(self.folder / JUDGEMENTS, Judgement)

    def enter(self, joining: Joining, run: str) -> Registered:
        """The people under the IRIs that they have, or are given now; the folder is written.

        A run that ended since the register was read is in it too: from here on one has the folder, another waits.

        Raises:
            InputError: a file of it cannot be read any more.
            OutputError: it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder):
                self.read()
                return self.follow(list(people_in(joining.groups)), joining, run)
        except OSError as error:
            raise OutputError(f"cannot write {self.folder}: {error.strerror or error}") from error

    def follow(self, people: list[Someone], joining: Joining, run: str) -> Registered:
        """What `enter` gives back, of the people there are."""
        found = carried((person.sightings for person in people), self.members)
        taken = frozenset(member.iri for member in self.members)
        named = list(self.named(people, found, taken))
        judgements = judged(joining, version("cablerdf"), run)
        self.write(JUDGEMENTS, followed(self.judgements, judgements, run), Judgement)
        self.write(IRIS, followed(self.members, members(named, run), run), Member)
        gone = {iri: named[number].iri if number is not None else None for iri, number in found.gone.items()}
        return Registered(named, gone)

    def named(self, people: list[Someone], found: Carried, taken: frozenset[str]) -> Iterator[Someone]:
        """The people with their IRIs."""
        mint = Collection("", taken)
        for number, person in enumerate(people):
            iri = found.iris.get(number) or mint.person(person.name).removeprefix("person/")
            yield person._replace(iri=iri)

    def write(self, name: str, rows: Iterable[Row], kind: type[Row]) -> None:
        """Write a file of the register whole."""
        with Output(self.folder / name) as output:
            output.write(lines([kind._fields]))
            output.write(lines(rows))


def members(people: Iterable[Someone], run: str) -> Iterator[Member]:
    """Who is under which IRI after a run."""
    for person in people:
        for sighting in person.sightings:
            yield Member(person.iri or "", *mention(sighting), run)


def followed(before: list[Row], now: Iterable[Row], run: str) -> list[Row]:
    """The rows after a run: those that hold no longer are ended, new ones stand behind."""
    new = {row.key: row for row in now}
    found = []
    for row in before:
        holds = not row.ended and new.pop(row.key, None) is not None
        found.append(row if holds or row.ended else row._replace(ended=run))
    return found + list(new.values())


def lines(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def rows(path: Path, kind: type[Row]) -> list[Row]:
    """The rows of a file; none where there is no file.

    Raises:
        InputError: it cannot be read, or is no file of a register.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            head, *found = csv.reader(stream, strict=True)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputError(error.strerror or str(error), source=str(path)) from error
    except (ValueError, csv.Error) as error:
        raise InputError(f"is no file of a register of people: {error}", source=str(path)) from error
    if tuple(head) != kind._fields or any(len(row) != len(head) for row in found):
        raise InputError(f"expected the columns {','.join(kind._fields)} in every row", source=str(path))
    return [kind(*row) for row in found]
