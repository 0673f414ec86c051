"""The tables that the rest of the house reads: what is printed, and what it means.

A table is a CSV file under `data/` (UTF-8, sorted, one fact a row, an `evidence` column);
`SOURCES.md` beside them says where each came from. To teach cablerdf a new spelling of a
post, a TAGS code or a title, add a row; only `tables.py` opens them.
"""
