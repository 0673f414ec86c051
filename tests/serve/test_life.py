"""A person's years drawn."""

from __future__ import annotations

from cablerdf.serve.pictures.life import WIDTH, life


def test_titles_and_meetings_lie_in_their_years() -> None:
    picture = life(
        [("Minister of Fisheries", "2004-01-15T10:00:00Z", "2006-06-01"), ("Ambassador", "2008", "2008")],
        [("m1", "2005-03-04"), ("m2", "not a date"), ("m3", "2009-12-31T18:00:00Z")],
    )
    assert picture is not None
    assert [span.title for span in picture.spans] == ["Minister of Fisheries", "Ambassador"]
    assert [dot.iri for dot in picture.dots] == ["m1", "m3"]
    assert picture.spans[0].x1 < picture.dots[0].x < picture.spans[0].x2 < picture.spans[1].x1 < picture.dots[1].x
    assert all(0 <= x <= WIDTH for _, x in picture.ticks)


def test_names_stay_inside() -> None:
    long = "Under Secretary of State for Everything and More"
    picture = life([(long, "2001", "2001"), (long, "2005-06", "2005-06"), (long, "2009-12", "2009-12")], [])
    assert picture is not None
    assert [span.anchor for span in picture.spans] == ["start", "end", "end"]
    assert life([], []) is None
