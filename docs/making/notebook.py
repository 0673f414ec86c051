"""The example notebook run from top to bottom, and as a page.

In the repository it has no outputs, so that a change of it can be read; the site shows what it gives now. A cell that
fails stops the build.
"""

from __future__ import annotations

import os
import sys
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nbclient import NotebookClient
from nbformat import NotebookNode, read
from traitlets.config import Config

SECONDS = 180  # for one cell


def executed(path: Path) -> NotebookNode:
    """The notebook with what its cells give, in the environment of this Python."""
    notebook = read(path, as_version=4)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    where = {"metadata": {"path": str(path.parent)}}
    with TemporaryDirectory() as folder:
        sockets = Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}})  # files, not ports
        client = NotebookClient(notebook, timeout=SECONDS, resources=where, config=sockets)
        with client.setup_kernel():
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
    return notebook


def page(notebook: NotebookNode, name: str) -> tuple[str, dict[str, bytes]]:
    """The notebook as Markdown, and its pictures by file name."""
    parts: list[str] = []
    pictures: dict[str, bytes] = {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for output in cell.outputs:
            picture = output.get("data", {}).get("image/png")
            if picture:
                file = f"{name}-{len(pictures) + 1}.png"
                pictures[file] = b64decode(picture)
                parts.append(f"![What the cell above draws]({file})")
            elif shown := text_of(output):
                parts.append(f"```text\n{shown}\n```")
    return "\n\n".join(parts) + "\n", pictures


def text_of(output: Any) -> str:
    """What an output says in words."""
    return str(output.get("text") or output.get("data", {}).get("text/plain") or "").rstrip()
