"""How much memory does the parser take, and how long to load?  Measured in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from attrs import asdict, frozen

from quotes.evaluation.parses import bundled_parser


@frozen
class Footprint:
    """Seconds to import Stanza, then to load the parser, then to read a text; bytes resident at the most."""

    importing: float
    loading: float
    reading: float
    resident: int


def footprint_of(text: str) -> Footprint:
    """The footprint of a fresh process that reads one text."""
    command = [sys.executable, "-m", "quotes.evaluation", "footprint"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    return Footprint(**json.loads(done.stdout.splitlines()[-1]))


def measure_here(text: str) -> str:
    """The footprint of this process, in which nothing may have been loaded yet, as JSON."""
    started = time.perf_counter()
    import quotes.parsing.conll  # noqa: F401 - imports stanza

    imported = time.perf_counter()
    parser = bundled_parser()
    loaded = time.perf_counter()
    parser.parse([text])
    read = time.perf_counter()
    return json.dumps(asdict(Footprint(imported - started, loaded - imported, read - loaded, most_resident())))


def most_resident() -> int:
    """Bytes that this process had resident at the most.

    Linux counts in ``ru_maxrss`` what the parent had resident when it started this process, but not in ``VmHWM``.
    """
    status = Path("/proc/self/status")
    if status.exists():
        fields = (line.split() for line in status.read_text(encoding="utf-8").splitlines())
        found = [int(field[1]) * 1024 for field in fields if field and field[0] == "VmHWM:"]
        if found:
            return found[0]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
