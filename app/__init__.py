"""邻里 Linli: the open backend for resident participation."""

import gc

# A start and a request leave few cycles, and counting references frees the rest. With Python's own
# thresholds (700, 10, 10) an eighth of the start goes into looking through modules.
gc.set_threshold(50_000, 20, 20)
