"""Names that the command line offers, out of the tables of the rooms."""

from __future__ import annotations

from cablerdf.rdf.formats import FORMATS
from cablerdf.read.formats import NAMES as INPUT_FORMATS

RDF_FORMATS = tuple(row.name for row in FORMATS)

STAGES = ("source", "zones", "cable", "graph", "report")  # of inspecting.STAGES; a test holds them together

__all__ = ["INPUT_FORMATS", "RDF_FORMATS", "STAGES"]
