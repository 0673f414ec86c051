"""Names of formats that the command line offers."""

from __future__ import annotations

from cablerdf.read.formats import NAMES as INPUT_FORMATS

__all__ = ["INPUT_FORMATS"]
