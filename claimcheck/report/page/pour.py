"""Pours a view into the template, with style and script in the page, so that it needs nothing but itself.

Imported when a page is asked for, as all formats are: jinja2 costs a plain run nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.report.page.scale import LENGTH
from claimcheck.report.page.view import View

FOLDER = Path(__file__).parent


def pour(view: View, *, title: str) -> str:
    """The page as HTML, ending in a line break."""
    style, script = asset("page.css"), asset("page.js")
    policy = policy_of(style=[style], script=[script])
    page = _templates().get_template("page.html").render(
        view=view, title=title, length=LENGTH, policy=policy, style=Markup(style), script=Markup(script)
    )
    return page.rstrip() + "\n"


def policy_of(*, style: list[str], script: list[str], further: str = "") -> str:
    """A Content Security Policy that lets these run and nothing else, whatever a report smuggles in.

    >>> policy_of(style=[], script=[])
    "default-src 'none'; style-src 'none'; script-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"
    """
    styles, scripts = (" ".join(map(_source, texts)) or "'none'" for texts in (style, script))
    parts = ["default-src 'none'", f"style-src {styles}", f"script-src {scripts}", "img-src data:", "base-uri 'none'"]
    return "; ".join([*parts, further or "form-action 'none'"])


@cache
def asset(name: str) -> str:
    """A file of this folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
