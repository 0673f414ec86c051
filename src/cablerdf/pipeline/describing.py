"""What a run made as a dataset: VoID and DCAT, in a file beside the data."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import OptionError
from cablerdf.pipeline.books import Books
from cablerdf.pipeline.output import Output, packing
from cablerdf.rdf.dataset import Dataset, dataset_quads
from cablerdf.rdf.formats import format_of, serialize
from cablerdf.rdf.iris import FORBIDDEN

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
EXAMPLES = 3  # cables that are worth showing: the first


class Description(NamedTuple):
    """The description of the dataset: where it goes, in which format, what the user says of the data."""

    path: Path
    format: str
    base: str
    license: str | None

    def write(self, books: Books) -> None:
        """Write it, from what the run counted; a run that goes on from an earlier one counts that one's cables too.

        Raises:
            OutputError: it cannot be written.
        """
        summary = books.summary
        about = Dataset(
            license=self.license,
            classes={"Cable": summary.written + summary.unchanged},
            examples=tuple(f"{self.base}cable/{id}" for id in list(books.seen)[:EXAMPLES]),
            tool=f"cablerdf {version('cablerdf')}",
        )
        with Output(self.path) as output:
            output.write(packing(self.path)(serialize(dataset_quads(about, self.base), self.format, self.base)))


def description(path: Path | None, license: str | None, base: str) -> Description | None:
    """The description that is asked for, None where none is.

    Raises:
        OptionError: the file's name does not say which RDF format it is to have, or the licence is no IRI.
    """
    if path is None:
        if license is not None:
            raise OptionError("--licence goes with --describe FILE, where it is written")
        return None
    format = format_of(path.name)
    if format is None:
        raise OptionError(f"the name {path.name!r} does not say which RDF format the description is to have")
    if license is not None and (":" not in license or FORBIDDEN.search(license)):
        raise OptionError(f"the licence {license!r} is no IRI, as {CC0} is")
    return Description(path, format.name, base, license)
