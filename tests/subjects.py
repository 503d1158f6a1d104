"""Subjects of messages in tests."""

from uuid import UUID

from httpx import AsyncClient

from app.notifications.inbox import InboxMessage, content_of
from app.notifications.subjects import PATHS, Subject, SubjectKind
from tests.client import as_


def about(id_: UUID) -> Subject:
    """Makes a subject for a message of which nothing is opened."""
    return Subject(SubjectKind.ACCOUNT, id_)


async def opened(http: AsyncClient, message: InboxMessage, user_id: UUID) -> int:
    """Returns the status with which its person opens what the message is about; 0 where it names
    nothing."""
    subject = content_of(message).opens
    if subject is None:
        return 0
    path = PATHS[subject.kind].format(community_id=message.community_id, id=subject.id)
    return (await http.get(path, headers=as_(user_id))).status_code
