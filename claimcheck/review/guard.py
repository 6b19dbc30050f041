"""Who may speak to the desk: a browser on this machine that was told its address, and no page but the desk's own."""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")
_MOST_BYTES = 65_536  # of what is sent to the desk: a decision with its reason
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # the address holds the token
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Turns away whatever lacks the token, names another host (a rebound domain), or comes from another page."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = {f"{host}:{port}" for host in HOSTS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._why_not(scope)
        app = self._app if refusal is None else PlainTextResponse(refusal[1], status_code=refusal[0])
        await app(scope, receive, _with_headers(send))

    def _why_not(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is turned away, with its status; None when it is let in."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return 421, "This desk is only for the machine that it runs on."
        given = scope["path"].split("/")[1].encode("utf-8", "surrogatepass")
        if not secrets.compare_digest(given, self._token.encode()):
            return 404, "There is nothing here: use the whole address that claimcheck has printed."
        if scope["method"] in ("GET", "HEAD"):
            return None
        if headers.get("origin") != f"http://{host}" or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403, "Decisions are taken from the desk's own page only."
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or int(length) > _MOST_BYTES:
            return 413, "That is more than a decision."
        return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_HEADERS)
        await send(message)

    return sending
