"""The address of the caller, by which limits of logins are counted."""

from collections.abc import Iterable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
HOUSEHOLD = 64
"""Bits of an IPv6 address that one connection shares; the others are its own to choose."""
NOWHERE = "nowhere"


def caller(
    peer: str | None, forwarded: Sequence[str], trusted: Sequence[IPv4Network | IPv6Network]
) -> str:
    """The peer; behind trusted proxies, the right-most address in X-Forwarded-For that is not
    one of theirs. What stands to the left of it anybody can have written."""
    nearest: Address | None = None
    for hop in _hops(peer, forwarded):
        if hop is None:
            break
        nearest = hop
        if not any(hop in network for network in trusted):
            break
    return NOWHERE if nearest is None else _counted(nearest)


def _hops(peer: str | None, forwarded: Iterable[str]) -> Iterator[Address | None]:
    """Yields the addresses from here outwards; None for what is no address, behind which nothing is
    believed."""
    yield _read(peer or "")
    entries = ",".join(forwarded).split(",")
    yield from (_read(entry) for entry in reversed(entries))


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _counted(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((int(address), HOUSEHOLD), strict=False))
