"""Keyed digests of what can be guessed, for features; the database's own folder takes them from
`kernel/crypto`."""

from app.kernel.crypto.digests import keyed_digest

__all__ = ["keyed_digest"]
