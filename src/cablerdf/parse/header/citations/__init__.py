"""Other cables that a cable names: in its REF line, in its text.

    references.py, inline.py → items.py (post, number, year)

The tables to edit: `posts.csv`, `post_spellings.csv`, `reference_kinds.csv`.
"""

from cablerdf.parse.header.citations.inline import read_inline_references
from cablerdf.parse.header.citations.references import read_references

__all__ = ["read_inline_references", "read_references"]
