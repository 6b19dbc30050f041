"""Serves the desk on this machine, at an address that nobody can guess."""

from __future__ import annotations

import secrets
import socket
import webbrowser

import uvicorn

from claimcheck.errors import InputError
from claimcheck.review.app import app_of
from claimcheck.review.desk import Keeper
from claimcheck.review.guard import HOSTS

_TOKEN_BYTES = 24


class Server:
    """A desk with its address; it listens from the beginning, so that its address holds once it is told."""

    def __init__(self, keeper: Keeper, port: int = 0) -> None:
        """port: 0 for any that is free. Raises InputError when it is taken."""
        try:
            self._socket = socket.create_server((HOSTS[0], port))
        except (OSError, OverflowError) as error:
            raise InputError("--port", f"{port} cannot be used: {error}") from error
        port, token = self._socket.getsockname()[1], secrets.token_urlsafe(_TOKEN_BYTES)
        self.address = f"http://{HOSTS[0]}:{port}/{token}/"
        config = uvicorn.Config(
            app_of(keeper, token, port), log_level="warning", access_log=False, lifespan="off", ws="none",
            server_header=False, date_header=False, timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)

    def show(self) -> None:
        """Opens the page in the browser of this machine, where it has one."""
        webbrowser.open(self.address)

    def run(self) -> None:
        """Answers until it is stopped by Ctrl-C or a signal to end."""
        self._server.run(sockets=[self._socket])
