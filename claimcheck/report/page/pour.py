"""Pours a view into the template, with style and script in the page, so that it needs nothing but itself.

Imported when a page is asked for, as all formats are: jinja2 costs a plain run nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.report.page.scale import LENGTH
from claimcheck.report.page.view import View

FOLDER = Path(__file__).parent


def pour(view: View, *, title: str) -> str:
    """The page as HTML, ending in a line break."""
    return pour_into(templates(FOLDER), view, title=title, styles=[asset("page.css")], scripts=[asset("page.js")])


def pour_into(
    pages: Environment, view: View, *, title: str, styles: Sequence[str], scripts: Sequence[str], **further: object
) -> str:
    """As `pour`, with other styles and scripts.

    further: `desk`, where findings are decided; `only`, the number of the one finding that is wanted.
    """
    policy = policy_of(styles=styles, scripts=scripts, forms=further.get("desk") is not None)
    page = pages.get_template("page.html").render(
        view=view, title=title, length=LENGTH, policy=policy, style=Markup("\n".join(styles)),
        scripts=list(map(Markup, scripts)), **{"desk": None, "only": None, **further},
    )
    return page.rstrip() + "\n"


def policy_of(*, styles: Sequence[str], scripts: Sequence[str], forms: bool = False) -> str:
    """A Content Security Policy that lets these run and nothing else, whatever a report smuggles in.

    styles stand in one element, scripts in one each; forms: whether the page may send something to its own server.

    >>> policy_of(styles=[""], scripts=[""], forms=True).split("; ")[-2:]
    ["form-action 'self'", "connect-src 'self'"]
    """
    own = "'self'" if forms else "'none'"
    parts = {
        "default-src": "'none'", "style-src": _source("\n".join(styles)), "script-src": " ".join(map(_source, scripts)),
        "img-src": "data:", "base-uri": "'none'", "form-action": own, "connect-src": own,
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


@cache
def asset(name: str, folder: Path = FOLDER) -> str:
    """A file of this folder, or of another."""
    return (folder / name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def templates(*folders: Path) -> Environment:
    """The templates in some folders; what they show is escaped."""
    return Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
