"""Takes the pictures of the pages in the documents: `python docs/pictures.py`; needs Chromium, playwright, pillow.

What is pictured are the example cables and an invented collection, never a real cable.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parent
ROOT = DOCS.parent
INVENTED = 120  # cables of the invented collection
COLOURS = 128  # of a picture: a third of its bytes
# The picture, the page, width and height of the window, light or dark.
PICTURES = (
    ("pages-cable", "cable/06LISBON2214", 1280, 900, "light"),
    ("pages-search", "search?q=agreement", 1280, 900, "light"),
    ("pages-person", "person/chen-adler-us.html", 1280, 900, "dark"),
    ("pages-phone", "cable/06LISBON2214#p2", 390, 844, "dark"),
    ("pages-question", "sparql?example=who-met-whom", 1280, 900, "light"),
)


def main() -> None:
    """Fills a store, serves it on loopback and takes every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    program = [sys.executable, "-m", "cablerdf"]
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        subprocess.run([*program, "convert", "-q", ROOT / "examples" / "cables", "-o", at / "examples.nq"], check=True)
        sys.path.insert(0, str(ROOT / "benchmarks"))
        from collection import lines

        (at / "invented.nq").write_text("".join(lines(INVENTED)), encoding="utf-8")
        loaded = [at / "examples.nq", at / "invented.nq"]
        subprocess.run([*program, "load", "-q", *loaded, "--to", at / "store"], check=True)
        serve = [*program, "serve", at / "store", "--port", "0"]
        with subprocess.Popen(serve, stderr=subprocess.PIPE, text=True) as server, sync_playwright() as driver:
            assert server.stderr is not None
            address = next(word for word in server.stderr.readline().split() if word.startswith("http"))
            take(driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"]), address)
            server.terminate()


def take(browser: Browser, address: str) -> None:
    """Takes every picture of the pages at that address."""
    for name, path, width, height, scheme in PICTURES:
        tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        tab.goto(f"{address.rstrip('/.')}/{path}", wait_until="networkidle")
        taken = DOCS / f"{name}.png"
        tab.screenshot(path=taken)
        Image.open(taken).convert("RGB").quantize(COLOURS).save(taken, optimize=True)
    browser.close()


if __name__ == "__main__":
    main()
