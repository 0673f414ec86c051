"""SourceDocument in, Cable out. The stages are the ordered list in `steps.py`.

Everything works on `Draft.clean`: the document's text with transmission noise (page-break
lines, soft hyphens) blanked out character for character, so that an offset into `clean`
is an offset into the text as printed.
"""

from cablerdf.callable_room import make_callable
from cablerdf.parse.steps import parse, parse_text

__all__ = ["parse", "parse_text"]

make_callable(__name__)
