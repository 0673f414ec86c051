"""How a run ends: the statuses, and words instead of tracebacks."""

from __future__ import annotations

import errno
import logging
import os
import sys
import traceback

import click

from cablerdf.cli.common.telling import Terminated, echo
from cablerdf.errors import CablerdfError, InputError, OptionError
from cablerdf.plain import plain

DONE = 0
NOT_CONFORMING = 1
USAGE = 2
FAILED = 3
INTERRUPTED, TERMINATED = 130, 143  # 128 + SIGINT, SIGTERM, as shells have it

OF_THE_MACHINE = {
    errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE,
    errno.ENOMEM, errno.EIO,
}  # fmt: skip


def run_and_exit(command: click.Command, args: list[str] | None = None) -> int:
    """The exit status of a command; whatever goes wrong is told in one line on stderr."""
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log, tracebacks too, is not for users
    try:
        status = command.main(args=args, prog_name="cablerdf", standalone_mode=False)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        echo("interrupted", err=True)
        return TERMINATED if isinstance(error.__cause__ or error.__context__ or error, Terminated) else INTERRUPTED
    except click.ClickException as error:
        error.message = plain(error.message)  # type: ignore[misc]  # final for those who use it, not for who shows it
        error.show()
        return USAGE if isinstance(error, click.UsageError) else FAILED
    except CablerdfError as error:
        return reported(error)
    except BrokenPipeError:
        return closed_pipe()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in OF_THE_MACHINE:
            echo(f"error: {error.strerror}{f': {error.filename}' if error.filename else ''}", err=True)
            return FAILED
        if os.environ.get("CABLERDF_DEBUG"):
            traceback.print_exc()
        echo(f"error: a fault of cablerdf itself: {type(error).__name__}: {error}", err=True)
        echo("Please report it; CABLERDF_DEBUG=1 shows where it happened.", err=True)
        return FAILED
    return status if isinstance(status, int) else DONE


def reported(error: CablerdfError) -> int:
    if isinstance(error.__cause__, BrokenPipeError):
        return closed_pipe()
    echo(f"error: {where(error)}{error}", err=True)
    return USAGE if isinstance(error, OptionError) else FAILED


def where(error: CablerdfError) -> str:
    """The file that an error is about, and the line, where its own words do not name them."""
    if not isinstance(error, InputError) or not error.source or error.source in str(error):
        return ""
    return f"{error.source}{f', line {error.line}' if error.line else ''}: "


def closed_pipe() -> int:
    """Whoever read our stdout has enough (`| head`): be silent, also when the interpreter flushes."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    return DONE
