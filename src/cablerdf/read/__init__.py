"""Bytes in, SourceDocuments out: files, folders, archives, stdin; text, pages, CSV, TEI.

The table to edit is `FORMATS` in formats.py. What cannot be read comes out as a `Failure`
in its place: it stops nothing and it never vanishes.

    paths → places.py (where documents lie: Place) → opening.py → formats.py → SourceDocument | Failure
"""

from cablerdf.read.documents import items, read
from cablerdf.read.failure import Failure
from cablerdf.read.formats import FORMATS, Format

__all__ = ["FORMATS", "Failure", "Format", "items", "read"]
