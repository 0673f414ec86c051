"""How many documents an input may hold, for a progress bar: a guess without reading them."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable

MEAN_ROW = 7000  # bytes of a row of `cables.csv`: 1.7 GB hold 251,287 cables


def estimate(paths: Iterable[str]) -> int | None:
    """About how many documents there are; None where that cannot be told without reading them."""
    total = 0
    for path in set(paths):
        count = of_path(path)
        if count is None:
            return None
        total += count
    return total or None


def of_path(path: str) -> int | None:
    try:
        if os.path.isdir(path):  # noqa: PTH112
            return sum(of_path(os.path.join(top, name)) or 1 for top, _, names in os.walk(path) for name in names)  # noqa: PTH118
        lower = path.lower()
        if lower.endswith(".zip"):
            with zipfile.ZipFile(path) as archive:
                return sum(not name.endswith("/") for name in archive.namelist())
        if lower.endswith(".csv"):
            return max(1, os.path.getsize(path) // MEAN_ROW)  # noqa: PTH202
        if lower == "-" or lower.endswith((".tar", ".gz", ".bz2", ".xz", ".zst", ".7z", ".xml")):
            return None
    except (OSError, zipfile.BadZipFile):
        return None
    return 1
