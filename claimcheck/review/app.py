"""What the desk answers: the page, what has changed since it was shown, and decisions taken."""

from __future__ import annotations

from pathlib import Path
from typing import get_args
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from claimcheck.errors import InputError
from claimcheck.lint.decisions import Ruling
from claimcheck.report.html import title_of
from claimcheck.report.page.pour import FOLDER, asset, policy_of, pour_into, templates
from claimcheck.review.desk import Desk, Keeper
from claimcheck.review.guard import Guard

_OWN = Path(__file__).parent
_WITHDRAWN = "undecided"


def app_of(keeper: Keeper, token: str, port: int) -> Guard:
    """The application of a desk, at an address that begins with the token."""
    answers = _Answers(keeper)
    routes = [
        Route("/", answers.page),
        Route("/changes", answers.changes),
        Route("/decide", answers.decide, methods=["POST"]),
        Route("/forget", answers.forget, methods=["POST"]),
    ]
    return Guard(Starlette(routes=[Mount(f"/{token}", routes=routes)]), token, port)


class _Answers:
    """The answers to requests; what takes time does so in a thread of its own."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def page(self, request: Request) -> Response:
        return _shown(self._keeper.desk())

    def changes(self, request: Request) -> Response:
        """The page when it is another than the one seen; else nothing, which leaves it as it is."""
        desk = self._keeper.desk()
        return Response(status_code=204) if request.query_params.get("seen") == str(desk.version) else _shown(desk)

    async def decide(self, request: Request) -> Response:
        told = {name: values[0] for name, values in (await _form(request)).items()}
        return await run_in_threadpool(self._decided, told, plain="hx-request" not in request.headers)

    async def forget(self, request: Request) -> Response:
        """Withdraws decisions about findings that are gone, those that the editor has seen listed."""
        findings = (await _form(request)).get("finding", [])
        try:
            await run_in_threadpool(self._keeper.forget, findings)
        except InputError as error:
            return PlainTextResponse(str(error), status_code=409)
        return _back()

    def _decided(self, told: dict[str, str], *, plain: bool) -> Response:
        """Takes a decision; answers with the finding, or with the whole page to a browser that does not run scripts."""
        before = self._keeper.desk()
        number = int(told["number"]) if told.get("number", "").isdecimal() else 0
        finding, ruling = before.finding(number), _ruling(told.get("decision"))
        if finding is None or finding.mark != told.get("finding"):
            # the reports have changed under the editor's eyes: what was decided is not there any more
            return _back() if plain else Response(status_code=204, headers={"HX-Refresh": "true"})
        try:
            desk = self._keeper.decide(finding, ruling, told.get("because", ""))
        except (ValueError, InputError) as error:
            complaint = str(error) if isinstance(error, InputError) else "An accepted finding needs a reason."
            return _shown(before, only=number, complaint=complaint, draft=told.get("because", ""))
        if plain:
            return _back()
        seen = desk.version if told.get("seen") == str(desk.version - 1) else told.get("seen", "")
        return _shown(desk, only=number, seen=seen, news=f"Finding {number}: {told.get('decision', _WITHDRAWN)}.")


async def _form(request: Request) -> dict[str, list[str]]:
    return parse_qs((await request.body()).decode("utf-8", "replace"))


def _ruling(word: str | None) -> Ruling | None:
    """The decision that a button stands for; None for the one that withdraws it, and whatever else is sent."""
    return next((each for each in get_args(Ruling) if each == word), None)


def _shown(desk: Desk, **changes: object) -> Response:
    """The page, or one finding of it; `changes` say which, and what else is to be said."""
    styles = [asset("page.css"), asset("review.css", _OWN)]
    scripts = [asset("vendor/htmx.min.js", _OWN), asset("page.js"), asset("review.js", _OWN)]
    page = pour_into(
        templates(FOLDER, _OWN), desk.view, title=title_of(desk.view.report), desk=desk, styles=styles, scripts=scripts,
        **{"seen": desk.version, "news": desk.news, "complaint": "", "draft": "", **changes},
    )
    policy = policy_of(styles=styles, scripts=scripts, forms=True)
    return HTMLResponse(page, headers={"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})


def _back() -> Response:
    return RedirectResponse("./", status_code=303)
