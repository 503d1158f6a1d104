"""Client address, by which logins are limited."""

from collections.abc import Iterable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
NETWORK_PREFIX_BITS = 64
"""Bits of the prefix of an IPv6 address that a connection shares; a client chooses the others."""
NOWHERE = "nowhere"


def client_address(
    peer: str | None, forwarded: Sequence[str], trusted: Sequence[IPv4Network | IPv6Network]
) -> str:
    """Returns the address of the peer; behind trusted proxies, the right-most address in
    X-Forwarded-For that is not one of theirs, because clients can forge what precedes it. An IPv6
    address is reduced to its network."""
    nearest: Address | None = None
    for address in _addresses(peer, forwarded):
        if address is None:
            break
        nearest = address
        if not any(address in network for network in trusted):
            break
    return NOWHERE if nearest is None else _network_of(nearest)


def _addresses(peer: str | None, forwarded: Iterable[str]) -> Iterator[Address | None]:
    """Yields the addresses from the peer outwards; None for text that is no address, which nothing
    beyond it can be trusted after."""
    yield _read(peer or "")
    entries = ",".join(forwarded).split(",")
    yield from (_read(entry) for entry in reversed(entries))


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _network_of(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((int(address), NETWORK_PREFIX_BITS), strict=False))
