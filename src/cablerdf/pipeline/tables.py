"""Names that the command line offers, out of the tables of the rooms; each table is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

TABLES = {
    "rdf formats": ("cablerdf.rdf.formats", "BY_NAME"),
    "input formats": ("cablerdf.read.formats", "NAMES"),
    "stages": ("cablerdf.pipeline.inspecting", "STAGES"),
    "report formats": ("cablerdf.pipeline.validating", "REPORT_FORMATS"),
    "answer formats": ("cablerdf.store.answers", "FORMATS"),
    "sheets": ("cablerdf.store.sheets.kinds", "NAMES"),
    "shipped": ("cablerdf.pipeline.explaining", "SHIPPED"),
    "layouts": ("cablerdf.store.layouts", "BY_NAME"),
    "gazetteer sources": ("cablerdf.link.gazetteer.sources", "BY_NAME"),
}


def names(table: str) -> tuple[str, ...]:
    """The names in a table, in its order.

    >>> names("answer formats")
    ('table', 'csv', 'tsv', 'json', 'xml', 'turtle')
    """
    module, attribute = TABLES[table]
    return tuple(getattr(import_module(module), attribute))
