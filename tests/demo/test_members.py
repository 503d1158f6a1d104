"""The demo town shows members, posts and claims in every state worth seeing."""

from collections import Counter

from sqlalchemy import select

from app.demo.seed import seed
from app.double_reporting.models import MemberRegistration, Post, PostClaim
from app.kernel.database.engine import Database
from tests.client import SETTINGS


async def test_the_town_has_members_and_posts_in_every_state(own_database: Database) -> None:
    town = await seed(own_database, SETTINGS, people=60)
    for here in town:
        async with own_database.transaction() as session:
            members, claims = [
                Counter(await session.scalars(select(of.status).filter_by(community_id=here.id)))
                for of in (MemberRegistration, PostClaim)
            ]
            posts = (await session.scalars(select(Post).filter_by(community_id=here.id))).all()
        assert set(members) == {"submitted", "returned", "active", "declined", "ended"}
        assert set(claims) == {"applied", "approved", "serving", "rejected", "completed"}
        assert {post.status for post in posts} == {"draft", "published", "closed"}
        assert [post.title for post in posts if not post.has_room] == ["独居老人探访"]
