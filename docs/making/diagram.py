"""The picture of the ontology: its classes in their places, and every property that leads from one to another.

The places are given by hand, since no program lays out so few boxes as well as a reader would; all else is read from
the ontology and the shapes. A class without a place stops the build.
"""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from making.terms import carried, classes

PLACES = {  # class → column and row
    "cab:Addressing": (0, 0), "cab:SourceDocument": (0, 1), "cab:Reference": (0, 2), "cab:Problem": (0, 3),
    "cab:Cable": (1, 1), "cab:Heading": (1, 3),
    "cab:Meeting": (2, 0), "cab:Paragraph": (2, 2), "cab:Passage": (2, 3),
    "cab:Participation": (3, 0), "cab:Statement": (3, 2), "cab:Mention": (3, 3),
}  # fmt: skip
NAMED = ("cab:Person", "cab:Organization", "cab:Post", "cab:Place")  # in one frame, to which whole bundles lead
ELSEWHERE = ("cab:UnknownTerm", "cab:Title")  # a kind of concept, and what only people of a collection have
COLUMN, ROW, WIDE, HIGH, LEFT, TOP = 292, 112, 136, 38, 16, 118
FRAME = (LEFT + 4 * COLUMN + 22, TOP - 34, WIDE + 32, 3 * ROW + HIGH + 50)
INK, SOFT, LINE, PAPER, BOX, HOT = "#1d1b18", "#5d574d", "#8a9db0", "#fffefa", "#e8f0f8", "#1b4f80"
FONT = "font-family='system-ui, sans-serif'"


class Edge(NamedTuple):
    """The properties that lead from one class to another, or to the frame (`""`)."""

    source: str
    target: str
    labels: tuple[str, ...]


def edges() -> list[Edge]:
    """What leads from class to class, in the order of PLACES."""
    found: dict[tuple[str, str], list[str]] = {}
    for source in PLACES:
        for property_ in carried(source):
            into = {"" if value in NAMED or value == "foaf:Agent" else value for value in property_.values}
            for target in sorted(into & {"", *PLACES}):
                found.setdefault((source, target), []).append(property_.name.removeprefix("cab:"))
    return [Edge(source, target, tuple(sorted(labels))) for (source, target), labels in found.items()]


def corner(name: str) -> tuple[float, float]:
    """Where the box of a class begins."""
    if name in NAMED:
        return FRAME[0] + 16, TOP + NAMED.index(name) * ROW
    column, row = PLACES[name]
    return LEFT + column * COLUMN, TOP + row * ROW


def box(name: str) -> str:
    x, y = corner(name)
    label = escape(name.removeprefix("cab:"))
    return (
        f"<rect x='{x}' y='{y}' width='{WIDE}' height='{HIGH}' rx='6' fill='{BOX}' stroke='{HOT}'/>"
        f"<text x='{x + WIDE / 2}' y='{y + 24}' text-anchor='middle' font-size='13.5' font-weight='600' fill='{INK}'>"
        f"{label}</text>\n"
    )


def line(path: str) -> str:
    return f"<path d='{path}' fill='none' stroke='{LINE}' stroke-width='1.6' marker-end='url(#tip)'/>\n"


def words(x: float, y: float, labels: tuple[str, ...], anchor: str = "middle") -> str:
    """Labels under one another, the middle of them at a point."""
    first = y - (len(labels) - 1) * 7 + 4
    spans = "".join(
        f"<tspan x='{x:.0f}' y='{first + n * 14:.0f}'>{escape(text)}</tspan>" for n, text in enumerate(labels)
    )
    return (
        f"<text text-anchor='{anchor}' font-size='11.5' fill='{SOFT}' stroke='{PAPER}' stroke-width='4'"
        f" paint-order='stroke'>{spans}</text>\n"
    )


def drawn(edge: Edge, lane: int, back: bool) -> str:
    """An edge from side to side, aside of one that leads back; to the frame, over the boxes in its lane."""
    if edge.target == "":
        return into_frame(edge, lane)
    (x, y), (to_x, to_y) = corner(edge.source), corner(edge.target)
    if to_x == x:
        middle, start, end = x + WIDE / 2, *((y + HIGH, to_y - 3) if to_y > y else (y, to_y + HIGH + 3))
        return line(f"M{middle},{start} V{end}") + words(middle, (start + end) / 2, edge.labels)
    right = to_x > x
    aside = 0 if not back else -9 if right else 9
    start_x, end_x = (x + WIDE, to_x - 3) if right else (x, to_x + WIDE + 3)
    start_y, end_y = y + HIGH / 2 + aside, to_y + HIGH / 2 + aside
    bend = (end_x - start_x) / 2
    path = f"M{start_x},{start_y} C{start_x + bend},{start_y} {end_x - bend},{end_y} {end_x},{end_y}"
    along, down = (0.62, 0.69) if back else (0.5, 0.5)
    return line(path) + words(start_x + (end_x - start_x) * along, start_y + (end_y - start_y) * down, edge.labels)


def into_frame(edge: Edge, lane: int) -> str:
    """An edge to the frame: from the last column straight, from others over the top in a lane of its own."""
    x, y = corner(edge.source)
    if PLACES[edge.source][0] == 3:
        middle = y + HIGH / 2
        return line(f"M{x + WIDE},{middle} H{FRAME[0] - 3}") + words((x + WIDE + FRAME[0]) / 2, middle, edge.labels)
    at, end, up = x + WIDE * 0.7, FRAME[0] + FRAME[2] - 28 - lane * 36, 22 + lane * 24
    path = f"M{at},{y} V{up + 8} Q{at},{up} {at + 8},{up} H{end - 8} Q{end},{up} {end},{up + 8} V{FRAME[1] - 3}"
    return line(path) + words(at + 20, up, (", ".join(edge.labels),), "start")


def diagram() -> str:
    """The picture, as SVG."""
    missing = {found.name for found in classes()} - {*PLACES, *NAMED, *ELSEWHERE}
    if missing:
        raise SystemExit(f"docs/making/diagram.py has no place for {', '.join(sorted(missing))}")
    found = edges()
    far = sorted((edge for edge in found if not edge.target and PLACES[edge.source][0] < 3), key=lambda e: corner(e[0]))
    pairs = {(edge.source, edge.target) for edge in found}
    lines = (drawn(edge, far.index(edge) if edge in far else 0, (edge.target, edge.source) in pairs) for edge in found)
    return "".join([head(), *lines, *map(box, [*PLACES, *NAMED]), inside(), "</svg>\n"])


def head() -> str:
    """The paper, the tip of the arrows, the frame."""
    x, y, width, height = FRAME
    right, below = x + width + 16, TOP + 3 * ROW + HIGH + 40
    size = f"width='{right}' height='{below}' viewBox='0 0 {right} {below}'"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img' {FONT}>\n"
        "<title>The classes of the ontology and what leads from one to another</title>\n"
        "<defs><marker id='tip' viewBox='0 0 8 8' refX='6' refY='4' markerWidth='7' markerHeight='7' orient='auto'>"
        f"<path d='M0,0 L8,4 L0,8 z' fill='{LINE}'/></marker></defs>\n"
        f"<rect width='100%' height='100%' rx='8' fill='{PAPER}'/>\n"
        f"<rect x='{x}' y='{y}' width='{width}' height='{height}' rx='8' fill='none' stroke='{HOT}'"
        " stroke-dasharray='5 4'/>\n"
        f"<text x='{x + width / 2}' y='{y + 20}' text-anchor='middle' font-size='11.5' fill='{SOFT}'>"
        "who and what is named</text>\n"
    )


def inside() -> str:
    """What leads from one to another within the frame: a post is an organisation, and all have a country."""
    x, y = corner("cab:Post")
    _, above = corner("cab:Organization")
    dashed = line(f"M{x + WIDE / 2},{y} V{above + HIGH + 3}").replace("/>", " stroke-dasharray='4 3'/>")
    return (
        dashed
        + words(x + WIDE / 2, (y + above + HIGH) / 2, ("is an",))
        + words(x + WIDE / 2, corner("cab:Place")[1] - 14, ("country, hostCountry",))
    )
