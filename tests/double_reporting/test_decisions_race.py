"""Two who decide at once: one registration has one decision, and a post does not change under who
claims it."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select, text, update

from app.communities.models import NumberedDocument, Participant, Role
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    Post,
    PostCategory,
    PostClaim,
)
from app.identity.models import Purpose
from app.kernel.database.engine import Database, warm_pool
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post, a_registration, an_organization
from tests.factories import a_community, a_participant, consented, staff
from tests.planted_bugs import Rendezvous

S = MemberRegistrationStatus
ROUNDS = 6


@pytest.fixture(autouse=True)
async def _warm(own_database: Database) -> None:
    await warm_pool(own_database, 12)


@pytest.fixture
async def me(own_database: Database) -> Participant:
    me = await a_participant(own_database, await a_community(own_database))
    assert me.user_id is not None
    await consented(own_database, me.user_id, Purpose.PARTY_MEMBERSHIP)
    return me


@pytest.fixture
async def row(own_database: Database, me: Participant) -> MemberRegistration:
    organization = await an_organization(own_database, me.community_id)
    return await a_registration(own_database, me, organization.id)


async def state_of(database: Database, row: MemberRegistration) -> MemberRegistrationStatus:
    async with database.transaction() as session:
        key = (row.community_id, row.id)
        return (await session.get_one(MemberRegistration, key)).status


async def receipts(database: Database) -> tuple[int, int]:
    """Returns how many receipts there are, and how many of them are valid."""
    async with database.transaction() as session:
        is_valid = NumberedDocument.revoked_at.is_(None)
        query = select(func.count(), func.count().filter(is_valid)).select_from(NumberedDocument)
        [counts] = (await session.execute(query)).all()
    return counts[0], counts[1]


# ---------------------------------------------------------------- two reviewers


async def assert_one_decision(
    database: Database, row: MemberRegistration, codes: Sequence[int]
) -> None:
    assert sorted(codes) == [200, 409]
    state = await state_of(database, row)
    assert state == (S.ACTIVE if codes[0] == 200 else S.DECLINED)
    assert await receipts(database) == ((1, 1) if state is S.ACTIVE else (0, 0))


async def test_of_two_reviewers_one_decides(
    own_database: Database, phone: AsyncClient, row: MemberRegistration
) -> None:
    first, second = [
        await staff(own_database, row.community_id, Role.PARTY_ADMIN) for _ in range(2)
    ]
    path = f"/admin/v1/communities/{row.community_id}/member-registrations/{row.id}"
    answers = await asyncio.gather(
        phone.post(f"{path}/approve", json={}, headers=as_admin(first)),
        phone.post(f"{path}/decline", json={"reason": "不在本社区"}, headers=as_admin(second)),
    )
    await assert_one_decision(own_database, row, [answer.status_code for answer in answers])


async def decide_carelessly(
    database: Database, row: MemberRegistration, to: MemberRegistrationStatus, meet: Rendezvous
) -> int:
    """A planted bug: it looks at the state without a lock."""
    async with database.transaction() as session:
        key = (row.community_id, row.id)
        seen = await session.get_one(MemberRegistration, key)
        await meet.wait()
        if seen.status is not S.SUBMITTED:
            return 409
        over = text("now()") if to is S.DECLINED else None
        await session.execute(
            update(MemberRegistration)
            .where(
                MemberRegistration.community_id == row.community_id,
                MemberRegistration.id == row.id,
            )
            .values(status=to, over_since=over)
        )
    return 200


async def test_this_race_catches_reviewers_who_do_not_lock(
    own_database: Database, row: MemberRegistration
) -> None:
    meet = Rendezvous(2)
    codes = await asyncio.gather(
        *(decide_carelessly(own_database, row, to, meet) for to in (S.ACTIVE, S.DECLINED))
    )
    with pytest.raises(AssertionError):
        await assert_one_decision(own_database, row, codes)


# ---------------------------------------------------------------- approval against withdrawal


async def test_approved_and_withdrawn_at_once_no_receipt_is_left(
    own_database: Database, phone: AsyncClient, me: Participant, row: MemberRegistration
) -> None:
    party = await staff(own_database, row.community_id, Role.PARTY_ADMIN)
    path = f"communities/{row.community_id}/member-registrations/{row.id}"
    approved, withdrawn = await asyncio.gather(
        phone.post(f"/admin/v1/{path}/approve", json={}, headers=as_admin(party)),
        phone.post(f"/v1/{path}/withdraw", headers=as_(me.user_id)),
    )
    assert withdrawn.status_code == 200
    assert approved.status_code in (200, 409)
    state = await state_of(own_database, row)
    if approved.status_code == 200:
        assert (state, await receipts(own_database)) == (S.ENDED, (1, 0))
    else:
        assert (state, await receipts(own_database)) == (S.WITHDRAWN, (0, 0))


# ---------------------------------------------------------------- change against claim


BODY = {
    "category": "care",
    "title": "夜间巡逻",
    "description": "两人一组，沿小区主路巡查。",
    "schedule": "每天 22:00 至次日 5:00",
    "risk_statement": "夜间请结伴，注意台阶。",
    "is_insured": True,
    "capacity": 2,
}


async def assert_agreed(database: Database, post: Post, revised: int, claimed: int) -> None:
    """Whoever has a claim has read what the post is."""
    async with database.transaction() as session:
        stored = await session.get_one(Post, (post.community_id, post.id))
        claims = (await session.scalars(select(PostClaim).filter_by(post_id=post.id))).all()
    assert sorted((revised, claimed)) in ([200, 409], [201, 409])
    if claims:
        assert (claimed, stored.category) == (201, PostCategory.SAFETY_PATROL)


async def change_and_claim(
    phones: Sequence[AsyncClient], post: Post, by: UUID, person: Participant, n: int
) -> list[Response]:
    here = f"communities/{post.community_id}/posts/{post.id}"
    revise = phones[0].put(
        f"/admin/v1/{here}", json=BODY, headers=as_admin(by) | {"If-Match": '"1"'}
    )
    body = {"accepts_schedule": True, "version": 1}
    claim = phones[1].post(
        f"/v1/{here}/claims", json=body, headers=as_(person.user_id, f"apply-{n:03}")
    )
    pair = [revise, claim] if n % 2 else [claim, revise]
    answers = await asyncio.gather(*pair)
    return answers if n % 2 else answers[::-1]


async def test_a_post_does_not_change_under_who_claims_it(
    own_database: Database, phones: list[AsyncClient], me: Participant
) -> None:
    by = await staff(own_database, me.community_id)
    for n in range(ROUNDS):
        post = await a_post(own_database, me.community_id)
        revised, claimed = await change_and_claim(phones, post, by, me, n)
        await assert_agreed(own_database, post, revised.status_code, claimed.status_code)


async def test_this_race_catches_who_changes_a_post_without_a_lock(
    own_database: Database, phones: list[AsyncClient], me: Participant
) -> None:
    post = await a_post(own_database, me.community_id)
    path = f"/v1/communities/{post.community_id}/posts/{post.id}/claims"
    async with own_database.transaction() as session:
        seen = await session.get_one(Post, (post.community_id, post.id))
        assert seen.taken == 0
        body = {"accepts_schedule": True, "version": 1}
        headers = as_(me.user_id, "apply-001")
        claimed = await phones[0].post(path, json=body, headers=headers)
        await session.execute(
            update(Post)
            .where(Post.community_id == post.community_id, Post.id == post.id)
            .values(category=PostCategory.CARE)
        )
    with pytest.raises(AssertionError):
        await assert_agreed(own_database, post, 200, claimed.status_code)
