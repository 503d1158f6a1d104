"""Ballots as staff see them: with the path of their place, and what this person may do now."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.consultations.ballots.queries import titles_of
from app.consultations.ballots.schemas import BallotOut, BallotRow
from app.consultations.models import COUNTED, Ballot, TwoPersonAct


async def show(session: AsyncSession, ballot: Ballot, staff: Staff) -> BallotOut:
    [shown] = await show_all(session, [ballot], staff)
    return shown


async def show_all(
    session: AsyncSession, ballots: Sequence[Ballot], staff: Staff
) -> list[BallotOut]:
    """Shows ballots of one community, with one statement for all of their places, and one for all
    of their topics."""
    places = {ballot.place_id for ballot in ballots if ballot.place_id is not None}
    paths = await place_paths(session, staff.community_id, places)
    topics = titles_of(staff.community_id, {ballot.topic_id for ballot in ballots})
    titles = {id_: title for id_, title in await session.execute(topics)}
    return [
        BallotOut(
            **BallotRow.model_validate(ballot).model_dump(),
            topic_title=titles[ballot.topic_id],
            place_path=paths.get(ballot.place_id) if ballot.place_id else None,
            actions=actions_of(ballot, staff),
        )
        for ballot in ballots
    ]


def actions_of(ballot: Ballot, staff: Staff) -> list[str]:
    """Returns what the person may do with the ballot now, two-person acts by whose turn it is."""
    verbs: list[str] = []
    if staff.may("ballot:manage"):
        verbs += ["revise", "announce"] if ballot.actions({"announce"}) else []
        verbs += _two_persons(ballot, staff, TwoPersonAct.ANNUL)
    if staff.may("ballot:certify"):
        verbs += _two_persons(ballot, staff, TwoPersonAct.CERTIFY)
        verbs += ballot.actions({"publish"})
        verbs += ["reveal_votes"] if ballot.status in COUNTED else []
    return verbs


def _two_persons(ballot: Ballot, staff: Staff, act: TwoPersonAct) -> list[str]:
    """Returns the act, which anybody may request, and its confirmation by another than who has."""
    if not ballot.actions({act}):
        return []
    is_asked = ballot.asked_act is act and ballot.asked_by != staff.id
    return [act.value, f"{act.value}_confirm"] if is_asked else [act.value]
