"""What walks through the house: frozen values, no behaviour beyond what they say of themselves.

    bytes → SourceDocument → Cable (+ Problems) → quads → Checked → store → page

Every value that was taken from a text carries a `Span` into `SourceDocument.text`.
"""

from cablerdf.model.cable import Addressee, Cable, ClassifiedBy, Heading, Paragraph, Reference
from cablerdf.model.document import Declared, SourceDocument
from cablerdf.model.entity import Mention, Organization, Person, Place
from cablerdf.model.link import Link
from cablerdf.model.meeting import Meeting, Participant
from cablerdf.model.note import Note, NoteKind
from cablerdf.model.problem import Problem, Severity
from cablerdf.model.span import Span
from cablerdf.model.statement import Statement

__all__ = [
    "Addressee",
    "Cable",
    "ClassifiedBy",
    "Declared",
    "Heading",
    "Link",
    "Meeting",
    "Mention",
    "Note",
    "NoteKind",
    "Organization",
    "Paragraph",
    "Participant",
    "Person",
    "Place",
    "Problem",
    "Reference",
    "Severity",
    "SourceDocument",
    "Span",
    "Statement",
]
