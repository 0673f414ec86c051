"""The picture of a person among those whom they met."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cablerdf.serve.pictures.ego import ego

LINE = 19  # as high as a name is printed


@pytest.mark.parametrize("count", [1, 2, 3, 7, 18])
def test_no_name_covers_another(count: int) -> None:
    others = [(f"person/{n}", f"Given Family{n:02}", n % 3 + 1) for n in range(count)]
    picture = ego(others, {("person/0", "person/1")})
    assert picture is not None and len(picture.dots) == len(picture.spokes) == count
    for side in ("start", "end"):
        heights = sorted(dot.y for dot in picture.dots if dot.anchor == side)
        assert all(b - a >= LINE for a, b in pairwise(heights))
    assert all(0 < dot.x < picture.width and LINE < dot.y < picture.height for dot in picture.dots)
    assert len(picture.chords) == (1 if count > 1 else 0)


def test_who_met_nobody_has_no_picture() -> None:
    assert ego([], set()) is None
