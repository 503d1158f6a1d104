"""Personal data in notifications."""

from datetime import timedelta

from app.kernel.privacy.personal_data import Deleted, Kept, Period, PersonalData, mine
from app.notifications.followers import Follower
from app.notifications.inbox import InboxMessage

PERSONAL_DATA = (
    PersonalData(
        model=InboxMessage,
        rows=mine(InboxMessage.participant_id),
        erasure=Deleted(),
        retention=Period(timedelta(days=365), InboxMessage.created_at),
    ),
    PersonalData(
        model=Follower,
        rows=mine(Follower.participant_id),
        erasure=Deleted(),
        retention=Kept("while the person follows"),
    ),
)
