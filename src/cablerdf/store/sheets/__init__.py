"""A store's facts as tables: one row a fact, in CSV, Parquet or SQLite. A new kind is a row of `kinds.SHEETS`."""

from cablerdf.store.sheets.files import ENDINGS, write_sheets
from cablerdf.store.sheets.kinds import SHEETS, Column, Sheet

__all__ = ["ENDINGS", "SHEETS", "Column", "Sheet", "write_sheets"]
