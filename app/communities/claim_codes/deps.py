"""Guards of claim codes."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Request

from app.communities.claim_codes.service import count_guess
from app.identity.deps import CurrentUser
from app.kernel.privacy.personal_data import PersonalData


async def counted_guess(request: Request, user: CurrentUser) -> None:
    """Counts a code before the transaction of the request begins. Raises TooManyRequests."""
    await count_guess(request.app.state.database, user)


async def declared_personal_data(request: Request) -> Sequence[PersonalData]:
    """Returns what all features declare of people."""
    declared: Sequence[PersonalData] = request.app.state.personal_data
    return declared


GuessCounted = Depends(counted_guess)
DeclaredPersonalData = Annotated[Sequence[PersonalData], Depends(declared_personal_data)]
