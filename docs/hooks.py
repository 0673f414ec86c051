"""What MkDocs does here beyond `mkdocs.yml`: what pages link to in the repository comes along into the site.

A link in a page is one of the repository (`../examples/README.md`), so that it works where the page is read there. In
the site the file that it names stands under `repository/`, and the link leads to it. The example notebook is run and
becomes a page.
"""

from __future__ import annotations

import re
from os.path import normpath, relpath
from pathlib import Path, PurePosixPath

from making.notebook import executed
from making.notebook import page as page_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
DOCS, WITHIN = "docs/", "repository/"
PAGES = ("CHANGELOG.md", "CONTRIBUTING.md", "examples/README.md", "ontology/CHANGELOG.md")  # mkdocs.yml names them
NOTEBOOK = "examples/network.ipynb"
ICON = "assets/icon.svg", ROOT / "src/cablerdf/serve/static/icon.svg"
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")


def in_repository(uri: str) -> str:
    """The path in the repository of a page of the site."""
    return uri.removeprefix(WITHIN) if uri.startswith(WITHIN) else DOCS + uri


def in_site(path: str) -> str:
    """The address in the site of a path in the repository; of a folder that of its README, of the notebook its page."""
    if path == NOTEBOOK:
        return "notebook.md"
    if (ROOT / path / "README.md").exists():
        path = f"{path}/README.md"
    return path.removeprefix(DOCS) if path.startswith(DOCS) else WITHIN + path


def meant(uri: str, target: str) -> str:
    """The address in the site of what a page names by a link of the repository."""
    return in_site(normpath(PurePosixPath(in_repository(uri)).parent / target))


def linked(uri: str) -> list[str]:
    """The addresses of all that a page links to."""
    text = (ROOT / in_repository(uri)).read_text(encoding="utf-8")
    return [meant(uri, target) for target in LINK.findall(text)]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages and files outside `docs` that any page links to, the icon, and the notebook's page."""
    waiting = [WITHIN + page for page in PAGES]
    waiting += [address for file in files.documentation_pages() for address in linked(file.src_uri)]
    while waiting:
        uri = waiting.pop()
        if uri.startswith(WITHIN) and files.get_file_from_path(uri) is None and (ROOT / in_repository(uri)).is_file():
            files.append(File.generated(config, uri, abs_src_path=str(ROOT / in_repository(uri))))
            waiting += linked(uri) if uri.endswith(".md") else []
    files.append(File.generated(config, ICON[0], abs_src_path=str(ICON[1])))
    text, pictures = page_of(executed(ROOT / NOTEBOOK), "notebook")
    for name, content in {"notebook.md": text, **pictures}.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The text of a page, its links as they are in the site."""
    uri = page.file.src_uri
    if not (ROOT / in_repository(uri)).exists():
        return markdown
    folder = str(PurePosixPath(uri).parent)
    return LINK.sub(lambda match: relpath(meant(uri, match[1]), folder), markdown)
