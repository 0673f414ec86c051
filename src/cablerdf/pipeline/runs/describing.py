"""What a run made as a dataset: VoID and DCAT, in a file beside the data."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import OptionError
from cablerdf.pipeline.runs.books import Books
from cablerdf.pipeline.runs.output import is_device
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.packing import PACKINGS, packing_of, unpacked_name
from cablerdf.rdf.dataset import Dataset, dataset_quads
from cablerdf.rdf.formats import BY_NAME, format_of, serialize
from cablerdf.rdf.iris import FORBIDDEN
from cablerdf.rdf.terms import CAB

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
ENDING = ".void.ttl"
EXAMPLES = 3  # cables that are worth showing: the first


class Description(NamedTuple):
    """The description of the dataset: where it goes, of what, what the user says of the data."""

    path: Path
    base: str
    license: str | None = None
    data: str | None = None  # the name of the file that has the data
    data_format: str | None = None
    beside: Counts = Counts()  # what is in the data and in no cable

    def bytes(self, books: Books) -> bytes:
        """The description, from what the run counted, in the format and packing that its name says."""
        format = format_of(self.path.name)
        assert format is not None
        data = serialize(dataset_quads(self.about(books), self.base), format.name, self.base)
        return PACKINGS[packing_of(self.path.name)]()(data)

    def about(self, books: Books) -> Dataset:
        """What the run counted. Of cables that an earlier run made it knows how many they are, no more."""
        summary, counts = books.summary, Counts()
        counts.merge(books.counts)
        counts.merge(self.beside)
        known = Dataset(
            license=self.license,
            classes={CAB + "Cable": summary.written + summary.unchanged},
            examples=(
                *(f"{self.base}cable/{id}" for id in list(books.seen)[:EXAMPLES]),
                *sorted(counts.examples.values()),
            ),
            file=self.data,
            file_format=self.data_format,
            tool=f"cablerdf {version('cablerdf')}",
        )
        if summary.unchanged:
            return known
        return replace(
            known,
            triples=counts.statements,
            entities=counts.entities,
            classes={**counts.by_class(), **known.classes},
            properties=dict(counts.properties),
            first=counts.first or None,
            last=counts.last or None,
        )


def description(
    path: Path | None, *, data: Path | None, format: str, base: str, license: str | None, wanted: bool
) -> Description | None:
    """The description that goes with an output: in the file that is named, else beside the data; None where none goes.

    Args:
        path: where the user wants it.
        data: the file that the data go to, None for stdout.
        format: of the data.
        base: of the IRIs.
        license: the IRI of the licence.
        wanted: whether one goes beside the data where no file is named.

    Raises:
        OptionError: the file's name does not say which RDF format it is to have, or the licence is no IRI.
    """
    if path is None and wanted and data is not None and not is_device(data):
        path = data.with_name(beside(data.name))
    if path is None:
        if license is not None:
            raise OptionError("--licence is told in the description of the dataset, and none is written: name its file")
        return None
    if format_of(path.name) is None:
        raise OptionError(f"the name {path.name!r} does not say which RDF format the description is to have")
    if license is not None and (":" not in license or FORBIDDEN.search(license)):
        raise OptionError(f"the licence {license!r} is no IRI, as {CC0} is")
    return Description(path, base, license, data.name if data is not None else None, format)


def beside(name: str) -> str:
    """The name of the description beside a file of data.

    >>> beside("cables.nq.gz")
    'cables.void.ttl'
    """
    stem = unpacked_name(name)
    ending = next((e for row in BY_NAME.values() for e in row.extensions if stem.lower().endswith(e)), "")
    return stem[: len(stem) - len(ending)] + ENDING if stem != ending else stem + ENDING
