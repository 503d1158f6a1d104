"""The guard that counts reveals."""

from uuid import UUID

from fastapi import Depends, Request

from app.communities.reveals.service import count_reveal
from app.identity.deps import AdminLoginOutsideTransaction


async def counted_reveal(
    request: Request, community_id: UUID, login: AdminLoginOutsideTransaction
) -> None:
    """Counts a reveal before the transaction of the request begins. Raises RevealsExhausted."""
    await count_reveal(request.app.state.database, community_id, login.user_id)


RevealCounted = Depends(counted_reveal)
"""Dependency of the routers of reveals."""
