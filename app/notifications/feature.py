"""Notifications: the inbox, followers, and the messages of identity and communities, which lie
below."""

from app.kernel.feature import Feature
from app.notifications import (
    community_messages,
    desk_messages,
    followers,
    guardian_messages,
    inbox,
    listeners,
    personal_data,
    router,
    security_messages,
)

NOTIFICATIONS = Feature(
    name="notifications",
    tags={"inbox": "The inbox (消息): messages to people."},
    resident=(router.mine_router,),
    resident_in_community=(router.router,),
    listeners=(
        *security_messages.LISTENERS,
        *community_messages.LISTENERS,
        *desk_messages.LISTENERS,
        *guardian_messages.LISTENERS,
        *listeners.LISTENERS,
    ),
    messages=(
        *security_messages.MESSAGES,
        *community_messages.MESSAGES,
        *desk_messages.MESSAGES,
        *guardian_messages.MESSAGES,
    ),
    models=(inbox, followers),
    personal_data=personal_data.PERSONAL_DATA,
    examples={
        "InboxMessageOut.kind": "volunteering.place_is_yours",
        "InboxMessageOut.title": "候补成功",
        "InboxMessageOut.body": "您已递补参加“清扫楼道”，12月12日09:00开始。不能参加请及时取消。",
    },
)
