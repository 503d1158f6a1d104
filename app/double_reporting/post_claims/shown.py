"""Post claims as their people and staff read them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.places.names import place_paths
from app.communities.two_persons import same_person_as
from app.double_reporting.models import Post, PostClaim
from app.double_reporting.policies import may_decide_about
from app.double_reporting.post_claims.queries import claims_of_person, claims_of_post
from app.double_reporting.post_claims.schemas import (
    MyPostClaim,
    PostClaimOut,
    PostClaimQuery,
    StaffPostClaim,
)
from app.kernel.database.engine import get_row
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate_rows

DECISIONS = frozenset({"approve", "reject", "complete", "release"})
OWN_ACTIONS = frozenset({"withdraw", "ask_to_leave", "stay"})


async def list_mine(
    session: AsyncSession, me: Participant, query: PostClaimQuery
) -> Page[MyPostClaim]:
    """Lists a person's claims, newest first."""
    page = await paginate_rows(
        session, claims_of_person(me, query), query, newest_first(PostClaim.id)
    )
    return page.with_items([_mine(claim, post) for claim, post in page.items])


async def show_mine(session: AsyncSession, claim: PostClaim) -> MyPostClaim:
    return _mine(claim, await get_row(session, Post, claim.community_id, claim.post_id))


def _mine(claim: PostClaim, post: Post) -> MyPostClaim:
    return MyPostClaim(
        **PostClaimOut.model_validate(claim).model_dump(),
        title=post.title,
        schedule=post.schedule,
        actions=claim.actions(OWN_ACTIONS),
    )


async def list_of_post(
    session: AsyncSession, post: Post, query: PostClaimQuery, *, to: UUID
) -> Page[StaffPostClaim]:
    """Lists the claims of a post, oldest first."""
    page = await paginate_rows(
        session, claims_of_post(post, query), query, oldest_first(PostClaim.id), counts=True
    )
    return page.with_items(await _for_staff(session, post, page.items, to))


async def show_to_staff(session: AsyncSession, claim: PostClaim, *, to: UUID) -> StaffPostClaim:
    post = await get_row(session, Post, claim.community_id, claim.post_id)
    person = await get_row(session, Participant, claim.community_id, claim.participant_id)
    [shown] = await _for_staff(session, post, [(claim, person)], to)
    return shown


async def _for_staff(
    session: AsyncSession, post: Post, rows: Sequence[tuple[PostClaim, Participant]], to: UUID
) -> list[StaffPostClaim]:
    homes = {person.household_id for _, person in rows if person.household_id is not None}
    paths = await place_paths(session, post.community_id, homes)
    themselves = await same_person_as(session, to)
    return [
        StaffPostClaim(
            **PostClaimOut.model_validate(claim).model_dump(),
            post_title=post.title,
            participant_id=claim.participant_id,
            channel=claim.channel,
            display_name=person.display_name,
            real_name=masked(person, Participant.real_name),
            household=paths.get(person.household_id) if person.household_id else None,
            actions=_decisions(claim, person, to, themselves),
        )
        for claim, person in rows
    ]


def _decisions(
    claim: PostClaim, person: Participant, reader: UUID, themselves: Collection[UUID]
) -> list[str]:
    """Returns what the reader may decide: nothing about themselves, and not the start of what they
    have entered."""
    if not may_decide_about(reader, person):
        return []
    return claim.actions({"complete"} if claim.entered_by in themselves else DECISIONS)
