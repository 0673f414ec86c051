"""Charts as pictures of their own: an SVG file that needs no style sheet."""

from __future__ import annotations

from html import escape

from cablerdf.errors import StoreError
from cablerdf.serve.pictures.bars import bulk, by_year, years_between
from cablerdf.store.search.find import Index, Wanted

INK, SOFT, BAR = "#1d1b18", "#5d574d", "#3c6c99"
FONT = "font-family='system-ui, sans-serif'"
TOPICS = """SELECT t.value, y.value, count(*) FROM facet t JOIN facet y ON y.cable = t.cable AND y.kind = 'year'
WHERE t.kind = 'tag' GROUP BY t.value, y.value"""


def chart(index: Index, name: str, title: str) -> str:
    """The SVG of a chart: `timeline` has the cables of each year, `topics` the TAGS of each year.

    Raises:
        StoreError: the store has nothing to draw.
    """
    drawn = timeline(index, title) if name == "timeline" else topics(index, title)
    if drawn is None:
        raise StoreError("the store has no dated cable to draw")
    return drawn


def head(width: float, height: float, title: str) -> str:
    text = escape(title)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width:g}' height='{height:g}'"
        f" viewBox='0 0 {width:g} {height:g}' role='img' aria-label='{text}'>\n"
        f"<title>{text}</title><rect width='100%' height='100%' fill='#fffefa'/>\n"
        f"<text x='24' y='34' {FONT} font-size='18' font-weight='600' fill='{INK}'>{text}</text>\n"
    )


def timeline(index: Index, title: str) -> str | None:
    """Columns by year with their numbers."""
    found = by_year(index.years(Wanted()))
    if found is None:
        return None
    scale, top = 1.4, 70
    parts = [
        head(
            found.width * scale + 48,
            found.height * scale + top + 20,
            f"{title}: {found.summary[0].lower()}{found.summary[1:]}",
        )
    ]
    for bar in found.bars:
        x, width = 24 + bar.x * scale, bar.width * scale
        y, height = top + bar.y * scale, bar.height * scale
        middle = x + width / 2
        parts.append(f"<rect x='{x:.1f}' y='{y:.1f}' width='{width:.1f}' height='{height:.1f}' fill='{BAR}'/>\n")
        if bar.cables and width > 24:
            parts.append(label(middle, y - 5, f"{bar.cables:,}", SOFT))
        if bar.label:
            parts.append(label(middle, top + (found.height - 3) * scale, bar.label, SOFT))
    if found.outside:
        parts.append(label(24, 54, f"Not drawn, far from the others: {found.rest}", SOFT, "start"))
    return "".join(parts) + "</svg>\n"


def label(x: float, y: float, text: str, colour: str, anchor: str = "middle") -> str:
    place = f"x='{x:.1f}' y='{y:.1f}' font-size='12' text-anchor='{anchor}'"
    return f"<text {place} {FONT} fill='{colour}'>{escape(text)}</text>\n"


def topics(index: Index, title: str, rows: int = 20) -> str | None:
    """A dot for each topic and year, its area the number of cables."""
    counts = {(tag, year): n for tag, year, n in index.rows(TOPICS)}
    if not counts:
        return None
    totals: dict[str, int] = {}
    for (tag, _year), n in counts.items():
        totals[tag] = totals.get(tag, 0) + n
    tags = sorted(totals, key=lambda tag: (-totals[tag], tag))[:rows]
    by_years: dict[int, int] = {}
    for (tag, year), n in counts.items():
        if tag in tags and year.isdigit():
            by_years[int(year)] = by_years.get(int(year), 0) + n
    first, last = bulk(by_years)
    outside = ", ".join(f"{n:,} of {year}" for year, n in sorted(by_years.items()) if not first <= year <= last)
    names, notes = index.labels(tags), index.notes(tags)
    step = max(16.0, min(40.0, 640 / (last - first + 1)))
    left, top, line = 300, 70, 26
    width, height = left + step * (last - first + 1) + 30, top + line * len(tags) + 40
    most = max(counts[key] for key in counts if key[0] in tags)
    parts = [head(width, height, f"{title}: topics by year")]
    if outside:
        parts.append(label(24, 54, f"Not drawn, far from the others: {outside}", SOFT, "start"))
    for row, tag in enumerate(tags):
        y = top + line * row
        note = notes.get(tag, "")
        named = f"{names.get(tag) or tag.rpartition('/')[2]}  {note[:34]}{'…' if len(note) > 34 else ''}"
        parts.append(label(left - 24, y + 4, named, INK, "end"))
        for year in range(first, last + 1):
            n = counts.get((tag, str(year)), 0)
            if n:
                radius = max(1.2, 11 * (n / most) ** 0.5)
                x = left + step * (year - first)
                tip = escape(f"{named.split()[0]} {year}: {n:,}")
                parts.append(
                    f"<circle cx='{x:.1f}' cy='{y}' r='{radius:.2f}' fill='{BAR}'><title>{tip}</title></circle>\n"
                )
    every = years_between(step, 40)
    for year in range(first, last + 1):
        if year % every == 0:
            parts.append(label(left + step * (year - first), height - 16, str(year), SOFT))
    return "".join(parts) + "</svg>\n"
