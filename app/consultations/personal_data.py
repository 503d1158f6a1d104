"""Personal data in consultations."""

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.personal_data import WITNESS
from app.consultations.models import (
    Ballot,
    ElectoralRollEntry,
    Endorsement,
    Opinion,
    OpinionReport,
    RollVoter,
    Topic,
    TopicSecond,
    TopicStatus,
    Vote,
)
from app.consultations.roll.cutting import BALLOT_ENDED_AT, DISPUTE_PERIOD
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import Blanked, Kept, Period, Person, PersonalData, mine
from app.links.models import Card

S = TopicStatus
ERASED = "（内容已清除）"
"""The text of a topic or an opinion whose author has gone."""
NOT_SHARED = Topic.status.not_in([S.DELIBERATING, S.BALLOTING, S.DECIDED])
"""The topics that are still one person's: nobody has begun to deliberate on them."""
PUBLIC_RECORD = Kept("part of the public record of a topic, which shows no names")


def _entries_of(person: Person) -> ColumnElement[bool]:
    """Selects the roll entries for which the person may vote."""
    mine = select(RollVoter.roll_entry_id).where(
        RollVoter.community_id == person.community_id,
        RollVoter.participant_id == person.id_in_community,
    )
    return and_(
        ElectoralRollEntry.community_id == person.community_id, ElectoralRollEntry.id.in_(mine)
    )


def _cut(model: type[ElectoralRollEntry] | type[RollVoter] | type[Vote]) -> Period:
    """The period after which nothing says any more who could vote, and who has cast which vote. The
    votes themselves stay, sealed, to be counted again, and name nobody."""
    of_ballot = (Ballot.community_id == model.community_id, Ballot.id == model.ballot_id)
    ended_at = select(BALLOT_ENDED_AT).where(*of_ballot).scalar_subquery()
    salt = select(Ballot.roll_salt).where(*of_ballot).scalar_subquery()
    return Period(DISPUTE_PERIOD, ended_at, only=salt.is_not(None), by="consultations.cut_rolls")


async def _blank_cards(session: AsyncSession, person: Person) -> None:
    here = person.community_id
    mine_here = select(Topic.id).where(
        Topic.community_id == here, Topic.participant_id == person.id_in_community, NOT_SHARED
    )
    await session.execute(
        update(Card).where(Card.community_id == here, Card.id.in_(mine_here)).values(title=ERASED)
    )


PERSONAL_DATA = (
    PersonalData(
        model=Ballot,
        nobody="a reason that one administrator gives another for an act of two persons",
        erasure=Kept("a reason that one administrator gives another for an act of two persons"),
        retention=Kept("empty as soon as the second person has decided"),
    ),
    PersonalData(
        model=Topic,
        title=Text("议题", "Topics"),
        rows=mine(Topic.participant_id),
        erasure=Blanked(
            {"title": ERASED, "text": ERASED, "search_grams": []},
            only=NOT_SHARED,
        ),
        also=_blank_cards,
        withheld={"search_grams": "made from the words, so that they are found"},
        remains=WITNESS | {"minutes": "the community's own text, of a matter that many discussed"},
        retention=PUBLIC_RECORD,
    ),
    PersonalData(
        model=TopicSecond,
        title=Text("附议", "Topics seconded"),
        rows=mine(TopicSecond.participant_id),
        erasure=Blanked({}),
        remains=WITNESS,
        retention=PUBLIC_RECORD,
    ),
    PersonalData(
        model=Opinion,
        title=Text("意见", "Opinions"),
        rows=mine(Opinion.participant_id),
        erasure=Blanked({"text": ERASED, "reason_for_author": ""}),
        remains=WITNESS | {"text_sealed": "the text of a hidden opinion, blanked as its text"},
        retention=PUBLIC_RECORD,
    ),
    PersonalData(
        model=OpinionReport,
        title=Text("举报的意见", "Opinions reported"),
        rows=mine(OpinionReport.participant_id),
        erasure=Blanked({"reason": ERASED}),
        remains=WITNESS,
        retention=PUBLIC_RECORD,
    ),
    PersonalData(
        model=Endorsement,
        title=Text("赞同的意见", "Opinions endorsed"),
        rows=mine(Endorsement.participant_id),
        erasure=Blanked({}),
        remains=WITNESS,
        retention=PUBLIC_RECORD,
    ),
    PersonalData(
        model=ElectoralRollEntry,
        title=Text("表决人名册", "Electoral roll"),
        rows=_entries_of,
        erasure=Blanked({}),
        retention=_cut(ElectoralRollEntry),
    ),
    PersonalData(
        model=RollVoter,
        title=Text("表决资格", "Right to vote"),
        rows=mine(RollVoter.participant_id),
        erasure=Blanked({}),
        retention=_cut(RollVoter),
    ),
    PersonalData(
        model=Vote,
        title=Text("表决票", "Votes"),
        rows=mine(Vote.cast_by),
        erasure=Kept("a cast vote counts; who cast it has no name any more"),
        retention=_cut(Vote),
    ),
)
