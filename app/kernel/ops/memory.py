"""Memory of a serving process: what the start leaves behind is no longer scanned for garbage."""

import gc

GC_THRESHOLD = (50_000, 20, 20)
"""Allocations before a collection, rarer than Python's own: a request leaves few cycles, and
counting references frees the rest."""


def freeze() -> None:
    """Exempt everything that lives now from garbage collection, and collect more rarely."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLD)
