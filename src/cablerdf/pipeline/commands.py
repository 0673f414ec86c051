"""What the commands do, one function each."""

from __future__ import annotations

from pathlib import Path

from cablerdf.pipeline.output import Output, optional, packing
from cablerdf.pipeline.parsing import ParseRecipe
from cablerdf.pipeline.run import Books, Settings, made_in_order
from cablerdf.pipeline.summary import Summary
from cablerdf.read.documents import Paths


def parse_to(
    paths: Paths, path: Path | None, settings: Settings, *, input_format: str | None = None, as_array: bool = False
) -> Summary:
    """Write the parsed cables as JSON lines, or as one array; what was done comes back.

    Raises:
        OutputError: the output cannot be written.
    """
    pack = packing(path)
    with optional(settings.report) as report, Output(path) as output:
        books = Books(report)
        if as_array:
            output.write(pack(b"["))
        first = True
        for made in made_in_order(paths, input_format, ParseRecipe(input_format), settings):
            lines = [data for one in made if (data := books.enter(one))]
            if as_array:
                lines = [
                    b"\n" + line.rstrip(b"\n") if first and i == 0 else b",\n" + line.rstrip(b"\n")
                    for i, line in enumerate(lines)
                ]
                first = first and not lines
            if lines:
                output.write(pack(b"".join(lines)))
            settings.progress(books.summary.read)
        if as_array:
            output.write(pack(b"\n]\n"))
    return books.summary
