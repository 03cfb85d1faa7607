"""The machine that was measured on, and how much memory a process holds."""

import os
import platform
from pathlib import Path

STATM, MEMORY = Path("/proc/self/statm"), Path("/proc/meminfo")


def described() -> str:
    """Cores, memory, Python and how busy it was, in one line."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    memory = f"{_total_memory() / 1e9:.0f} GB" if MEMORY.exists() else "unknown"
    return (
        f"{os.cpu_count()} cores, {memory} of memory, {platform.system()}, Python {platform.python_version()},"
        f" load at the start {load}"
    )


def resident() -> int:
    """Resident memory of this process in bytes; 0 where the system does not say."""
    if not STATM.exists():
        return 0
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _total_memory() -> int:
    return int(MEMORY.read_text().split()[1]) * 1024
