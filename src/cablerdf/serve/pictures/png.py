"""A chart as PNG: the shapes of its SVG drawn once more, by matplotlib, whose fonts come with it."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any
from xml.etree import ElementTree

from cablerdf.errors import MissingExtraError

SVG = "{http://www.w3.org/2000/svg}"
DOTS = 100  # pixels of the SVG in an inch
SHARPNESS = 2  # pixels of the PNG for one of the SVG
POINT = 72 / DOTS  # points for a pixel of a font
NARROWER = 0.88  # matplotlib's font is wider than those of browsers
ALIGNED = {"start": "left", "middle": "center", "end": "right"}


def png(svg: str) -> bytes:
    """The picture of an SVG that has rectangles, circles and texts, as those of `charts.py` do.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        figures, patches = import_module("matplotlib.figure"), import_module("matplotlib.patches")
    except ImportError as error:
        raise MissingExtraError("matplotlib", "charts") from error
    root = ElementTree.fromstring(svg)  # our own chart  # nosec B314
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    figure = figures.Figure(figsize=(width / DOTS, height / DOTS), dpi=DOTS * SHARPNESS)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    for number, element in enumerate(root):
        draw(element, axes, patches, number)
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor="#fffefa", metadata={"Software": None})
    return out.getvalue()


def draw(element: ElementTree.Element, axes: Any, patches: Any, order: int) -> None:
    """One shape; the picture's background is its own."""
    has = element.attrib
    match element.tag.removeprefix(SVG):
        case "rect" if has["width"] != "100%":
            place, size = (float(has["x"]), float(has["y"])), (float(has["width"]), float(has["height"]))
            axes.add_patch(patches.Rectangle(place, *size, color=has["fill"], linewidth=0, zorder=order))
        case "circle":
            place, radius = (float(has["cx"]), float(has["cy"])), float(has["r"])
            axes.add_patch(patches.Circle(place, radius, color=has["fill"], linewidth=0, zorder=order))
        case "text":
            axes.text(
                float(has["x"]), float(has["y"]), (element.text or "").replace("$", r"\$"),
                fontsize=float(has["font-size"]) * POINT * NARROWER, color=has["fill"], zorder=order,
                weight="bold" if has.get("font-weight") == "600" else "normal",
                ha=ALIGNED[has.get("text-anchor", "start")], va="baseline",
            )  # fmt: skip
