"""The register of people: of two runs at once neither loses what the other wrote."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import cablerdf
from cablerdf.errors import OutputError
from cablerdf.link.identity.joining import Joining
from cablerdf.link.identity.sightings import Sightings
from cablerdf.pipeline.people.register import IRIS, Register
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.rdf.iris import cable_key
from cablerdf.rdf.mapping.whole import to_quads

CABLE = """\
C O N F I D E N T I A L OSLO 000517

SIPDIS

SUBJECT: FISHERIES TALKS

1. (C) Foreign Minister {} told Ambassador Ann Porter that Norway would raise the quota.
"""


def joining(name: str) -> Joining:
    cable = cablerdf.parse_text(CABLE.format(name))
    found = Joining(Sightings([roll_of(to_quads(cable), cable_key(cable))]))
    found.run()
    return found


def test_two_runs_at_once(tmp_path: Path) -> None:
    first, second = Register(tmp_path / "register"), Register(tmp_path / "register")
    first.enter(joining("Kari Dahl"), "one")
    second.enter(joining("Odd Lunde"), "two")
    with (tmp_path / "register" / IRIS).open(encoding="utf-8", newline="") as stream:
        rows = {row["iri"]: row for row in csv.DictReader(stream)}
    assert {"kari-dahl", "odd-lunde"} <= rows.keys()
    assert (rows["kari-dahl"]["ended"], rows["odd-lunde"]["ended"]) == ("two", "")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    register = Register(tmp_path / "register")
    register.folder = tmp_path / "file" / "register"
    with pytest.raises(OutputError, match="cannot write"):
        register.enter(joining("Kari Dahl"), "one")
