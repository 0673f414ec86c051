"""The cable that the tests of the mapping share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from lisbon_cable import cable, quads

__all__ = ["cable", "quads"]
