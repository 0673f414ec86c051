"""The header's fields: each module reads one from the zone or labelled run that holds it.

In: `Draft.zones.routing` and `.caption`, and `Draft.runs`, one for each label of
`vocab/data/header_labels.csv`. Out: the fields of `Cable`, each with its spans. To teach a
new spelling, add a row: `posts.csv`, `post_spellings.csv`, `caveats.csv`, `precedences.csv`,
`reference_kinds.csv`, `classifier_words.csv`.
"""

from __future__ import annotations

from collections.abc import Callable

from cablerdf.parse.draft import Draft
from cablerdf.parse.header.caption import read_caption
from cablerdf.parse.header.citations import read_inline_references, read_references
from cablerdf.parse.header.classifier import read_classified_by
from cablerdf.parse.header.edition import read_edition
from cablerdf.parse.header.executive_order import read_executive_order
from cablerdf.parse.header.identity import read_identity
from cablerdf.parse.header.routing import read_routing
from cablerdf.parse.header.subject import read_subject
from cablerdf.parse.header.tags import read_tags

# In order: the identity needs the date, the references and the E.O. line need the year.
HEADER_STEPS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("edition", read_edition),
    ("routing", read_routing),
    ("caption", read_caption),
    ("identity", read_identity),
    ("executive order", read_executive_order),
    ("tags", read_tags),
    ("subject", read_subject),
    ("references", read_references),
    ("references in the text", read_inline_references),
    ("classified by", read_classified_by),
)

__all__ = ["HEADER_STEPS"]
