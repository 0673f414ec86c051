"""Output files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from cablerdf.errors import OptionError, OutputError


class Output:
    """A stream of bytes to a file that gets its name at the end, or to stdout where `path` is None.

    Leaving the block by an exception takes the unfinished file away.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.temporary = None
        if path is not None and not is_device(path):
            self.temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        self.stream: BinaryIO | None = None

    def __enter__(self) -> Output:
        if self.path is None:
            self.stream = sys.stdout.buffer
            return self
        try:
            if self.temporary is None:
                self.stream = self.path.open("wb")
                return self
            self.temporary.parent.mkdir(parents=True, exist_ok=True)
            self.temporary.unlink(missing_ok=True)  # of a killed process that had our number, or a link
            self.stream = self.temporary.open("xb", buffering=1 << 20)
        except OSError as error:
            raise OutputError(f"cannot write {self.path}: {error.strerror}") from error
        return self

    def write(self, data: bytes) -> None:
        """Append.

        Raises:
            OutputError: the disk is full, the pipe closed, ...
        """
        with self._writing() as stream:
            stream.write(data)

    def flush(self) -> None:
        """Have all of it on the disk's side, so that nothing but the name is left to be given.

        Raises:
            OutputError: the disk is full, the pipe closed, ...
        """
        with self._writing() as stream:
            stream.flush()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[BinaryIO]:
        """The stream; what the system says against using it is told with the name of the file."""
        assert self.stream is not None
        try:
            yield self.stream
        except OSError as error:
            raise OutputError(f"cannot write {self.path or 'stdout'}: {error.strerror}") from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self.path is None or self.stream is None:
            if kind is None:
                flush_stdout()
            return
        if self.temporary is None:
            self.stream.close()
            return
        try:
            with contextlib.suppress(OSError) if kind else contextlib.nullcontext():
                self.stream.close()
            if kind is None:
                self.temporary.replace(self.path)
        except OSError as failure:
            raise OutputError(f"cannot write {self.path}: {failure.strerror}") from failure
        finally:
            self.temporary.unlink(missing_ok=True)


def hold(path: Path, data: Iterable[bytes], stack: ExitStack) -> None:
    """Write a file that gets its name when the stack is left, and is taken away where that is by an exception.

    Raises:
        OutputError: it cannot be written.
    """
    output = stack.enter_context(Output(path))
    for part in data:
        output.write(part)
    output.flush()


def format_name(format: str | None, out: str | None, default: str) -> str:
    """The RDF format that is asked for: by its name, by the name of the output, else the default for stdout.

    Raises:
        OptionError: the name of the output does not tell.
    """
    from cablerdf.rdf.formats import format_of

    if format is not None or out is None:
        return format or default
    guessed = format_of(out)
    if guessed is None:
        raise OptionError(f"the name {out!r} does not say which RDF format it is to have: use -f")
    return guessed.name


def is_device(path: Path) -> bool:
    """Whether what has the name is no file: a pipe, a terminal, /dev/stdout. It cannot be replaced by one."""
    there, file = os.path.exists(path), os.path.isfile(path)  # noqa: PTH110, PTH113 (no error where one may not look)
    return path.is_relative_to("/dev") or (there and not file)


def flush_stdout() -> None:
    try:
        sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError(f"cannot write stdout: {error.strerror}") from error


def optional(path: Path | None) -> contextlib.AbstractContextManager[Output | None]:
    """An output where a path is given, else None."""
    return contextlib.nullcontext() if path is None else Output(path)
