"""HTTP on a connection within bounds of bytes and time: who sends slowly, or reads slowly, is left."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 32_768  # of the request's first line and its headers
MESSAGE_BYTES = 2_000_000  # of a request in all: no page takes a body, and a query is far shorter
HEAD_SECONDS = 10.0  # until they are there, from the first byte or from the connection
BODY_SECONDS = 30.0  # from then until the body is there
READING_SECONDS = 120.0  # for the client to take what waits to be sent
REFUSAL = "HTTP/1.1 %s\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, which knows no such bounds itself."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.clock: asyncio.TimerHandle | None = None
        self.in_head = True
        self.taken = 0  # bytes of this request
        self.allow(HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        self.stop_clock()
        super().connection_lost(exc)

    def allow(self, seconds: float) -> None:
        """Ends the connection after so many seconds, unless something else comes first."""
        self.stop_clock()
        self.clock = self.loop.call_later(seconds, self.transport.abort)

    def stop_clock(self) -> None:
        if self.clock is not None:
            self.clock.cancel()
            self.clock = None

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.is_closing():
            return
        self.taken += len(data)
        if self.in_head and self.taken > HEAD_BYTES:
            self.refuse("431 Request Header Fields Too Large")
        elif self.taken > MESSAGE_BYTES:
            self.refuse("413 Content Too Large")
        elif self.clock is None and not self.answering:  # bytes before a request, such as empty lines
            self.allow(HEAD_SECONDS)

    @property
    def answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def refuse(self, status: str) -> None:
        """Ends the connection, with that status where no other answer is under way."""
        if not self.answering or not self.cycle.response_started:
            self.transport.write((REFUSAL % status).encode())
        self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.in_head, self.taken = True, 0
        self.allow(HEAD_SECONDS)

    def on_headers_complete(self) -> None:
        self.in_head = False
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > HEAD_BYTES:
            self.refuse("431 Request Header Fields Too Large")
            return
        self.allow(BODY_SECONDS)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        self.stop_clock()
        if not self.transport.is_closing():
            super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self.allow(READING_SECONDS)

    def resume_writing(self) -> None:
        super().resume_writing()
        self.stop_clock()
