"""The body of a telegram: `Draft.zones.body` in, paragraphs, headings and signature out.

Tables to edit: `section_labels.csv` (Summary, Comment ...), `markings.csv` (portion markings),
`closing_lines.csv` (what may follow the signature).
"""

from cablerdf.parse.body.step import parse_body

__all__ = ["parse_body"]
