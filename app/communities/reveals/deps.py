"""The guard that counts reveals."""

from uuid import UUID

from fastapi import Depends

from app.communities.reveals.service import count_reveal
from app.identity.deps import CurrentAdmin
from app.kernel.web.dependencies import Session


async def counted_reveal(community_id: UUID, admin: CurrentAdmin, session: Session) -> None:
    """Counts a reveal in the transaction of the request: one that is refused was none. Raises
    RevealsExhausted."""
    await count_reveal(session, community_id, admin)


RevealCounted = Depends(counted_reveal)
"""Dependency of the routers of reveals."""
