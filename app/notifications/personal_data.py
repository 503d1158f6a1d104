"""Personal data in notifications."""

from datetime import timedelta

from sqlalchemy import ColumnElement, false

from app.kernel.errors import Text
from app.kernel.privacy.personal_data import (
    Deleted,
    Kept,
    Period,
    Person,
    PersonalData,
    pointed_to_by,
)
from app.notifications.followers import Follower
from app.notifications.inbox import InboxMessage, is_to


def _messages(person: Person) -> ColumnElement[bool]:
    """The condition on a person's messages, those included that name them by a keyed index."""
    if person.community_id is None or person.id_in_community is None:
        return false()
    return is_to(person.community_id, person.id_in_community)


PERSONAL_DATA = (
    PersonalData(
        model=InboxMessage,
        title=Text("消息", "Messages"),
        rows=_messages,
        erasure=Deleted(),
        ties=False,
        withheld={"recipient_sealed": "the id under which the person is exported"},
        retention=Period(timedelta(days=365), InboxMessage.created_at),
    ),
    PersonalData(
        model=Follower,
        title=Text("关注的内容", "What you follow"),
        rows=pointed_to_by(Follower, Follower.participant_id),
        erasure=Deleted(),
        ties=False,
        retention=Kept("while the person follows"),
    ),
)
