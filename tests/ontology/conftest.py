"""The cable of the mapping's tests, for the words that it uses."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "rdf"))

from lisbon_cable import cable, quads

__all__ = ["cable", "quads"]
