"""What a process of ours may not do: reach the network, or take more memory than its share.

The engine that answers queries has an HTTP client in it (`SERVICE` calls other servers). Whatever a query looks like,
the system refuses such a process its sockets: on Linux a filter of system calls (seccomp), which needs no privileges,
holds for every thread and is never taken off again. Where the system has nothing of the kind, the parsed query alone
decides.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from errno import EACCES
from typing import NamedTuple


class Machine(NamedTuple):
    """What the kernel calls a machine, and the numbers of its calls."""

    architecture: int
    seccomp: int
    refused: tuple[int, ...]


# socket, connect, sendto, io_uring_setup (which opens sockets of its own)
MACHINES = {
    "x86_64": Machine(0xC000003E, 317, (41, 42, 44, 425)),
    "aarch64": Machine(0xC00000B7, 277, (198, 203, 206, 425)),
}
X32 = 0x40000000  # the first call of x86-64's other numbering
NO_NEW_PRIVILEGES, SET_FILTER, ALL_THREADS = 38, 1, 1
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER_AT, ARCHITECTURE_AT = 0, 4
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | EACCES, 0x80000000


class Program(ctypes.Structure):
    """A filter as the kernel takes it (`struct sock_fprog`)."""

    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def without_network() -> bool:
    """Whether the system now keeps this process, for good, from opening sockets."""
    machine = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if machine is None:
        return False
    code = filter_of(machine)
    program = Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.syscall(machine.seccomp, SET_FILTER, ALL_THREADS, ctypes.byref(program)) == 0)


def filter_of(machine: Machine) -> bytes:
    """The filter's instructions: a call in another numbering ends the process, one of the network is refused."""
    last = len(machine.refused)
    steps = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (EQUAL, 1, 0, machine.architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
        (AT_LEAST, last + 1, 0, X32),
        *((EQUAL, last - at, 0, number) for at, number in enumerate(machine.refused)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("HBBI", code, yes, no, value) for code, yes, no, value in steps)


def limit_memory(most: int) -> None:
    """Lets the process fail, not the machine, when it gathers too much."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
