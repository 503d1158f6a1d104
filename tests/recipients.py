"""Recipients of messages, opened where a message names nobody."""

from uuid import UUID

from app.kernel.privacy.sealed import own
from app.notifications.inbox import InboxMessage


def recipient_of(message: InboxMessage) -> UUID:
    if message.participant_id is not None:
        return message.participant_id
    return UUID((own(message, InboxMessage.recipient) or "").rpartition("/")[2])
