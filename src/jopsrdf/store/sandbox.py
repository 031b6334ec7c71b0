"""This room takes from a worker's process what a query has no use for: memory without end, core files, the network.

The network is taken by a filter on system calls (seccomp, Linux 3.5 and later): whatever a query is made to hide from
`guard`, no socket is made. Where there is no such filter, `guard` stands alone.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
from errno import EACCES

#: How Linux names an architecture in a filter, and its number of `socket` (uapi/linux/audit.h, asm/unistd.h).
ARCHITECTURES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
#: The bit that marks a call of the x32 interface; the numbers are otherwise those of x86_64.
_X32 = 0x40000000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000 | EACCES


def enter(*, offline: bool) -> None:
    """Limit this process for good: no core files, and no new sockets if `offline`."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if offline:
        forbid_sockets()


def limit_memory(memory: int | None) -> None:
    """Let this process take `memory` bytes of data beyond what it has now, or as much as there is."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    limit = most if memory is None else _data_bytes() + memory
    resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def _data_bytes() -> int:
    """Return the bytes of private data of this process, as Linux counts them for the limit; 0 elsewhere."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 # a pseudo-file
            row = next(line for line in status if line.startswith("VmData:"))
    except OSError:
        return 0
    return int(row.split()[1]) * 1024


def forbid_sockets() -> bool:
    """Let every attempt to make a socket fail with EACCES, here and in all threads to come; say whether that is so."""
    if platform.system() != "Linux" or platform.machine() not in ARCHITECTURES:
        return False
    architecture, socket = ARCHITECTURES[platform.machine()]
    program = ctypes.create_string_buffer(_filter(architecture, socket))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(program))
    return bool(library.prctl(_SECCOMP, _FILTER, header) == 0)


def _filter(architecture: int, socket: int) -> bytes:
    """Return the filter's instructions: code, jump if true, jump if false, operand (uapi/linux/bpf_common.h)."""
    return b"".join(
        struct.pack("HBBI", *instruction)
        for instruction in (
            (_LOAD, 0, 0, 4),  # the architecture
            (_JUMP_IF_EQUAL, 0, 3, architecture),
            (_LOAD, 0, 0, 0),  # the number of the call
            (_JUMP_IF_EQUAL, 2, 0, socket),
            (_JUMP_IF_EQUAL, 1, 0, socket | _X32),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _FAIL),
        )
    )
