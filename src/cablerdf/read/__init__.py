"""Bytes in, SourceDocuments out: files, folders, archives, stdin; text, pages, CSV, TEI.

The table to edit is `FORMATS` in formats.py. What cannot be read comes out as a `Failure`
in its place: it stops nothing and it never vanishes.

    paths → places.py (what can be opened by itself: Place in units.py) → documents.py (opens it)
          → formats.py (which kind it is, and its reader in kinds/) → SourceDocument | Failure

`archives.py` (zip), `tar.py`, `seven_zip.py` (whose work is done in a process of its own, `unpack.py`) and
`packings.py` unpack, within the bounds of `limits.py`; `partitions.py` cuts an input for several machines.
"""

from cablerdf.callable_room import make_callable
from cablerdf.read.documents import items, read
from cablerdf.read.failure import Failure
from cablerdf.read.formats import FORMATS, Format

__all__ = ["FORMATS", "Failure", "Format", "items", "read"]

make_callable(__name__)
