"""The cable that the tests of the mapping share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lisbon_cable import full_cable

from cablerdf.model import Cable
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Quad


@pytest.fixture(scope="session")
def cable() -> Cable:
    """A cable in which every attribute is set."""
    return full_cable()


@pytest.fixture(scope="session")
def quads(cable: Cable) -> list[Quad]:
    """Its quads."""
    return to_quads(cable)
