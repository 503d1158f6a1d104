"""Notifications: the inbox, followers, and the messages of what lies below: identity and
communities."""

from app.kernel.feature import Feature
from app.notifications import community_messages, followers, inbox, router, security_messages

NOTIFICATIONS = Feature(
    name="notifications",
    tags={"inbox": "The inbox (消息): what people are told."},
    resident=(router.mine_router,),
    resident_in_community=(router.router,),
    listeners=(*security_messages.LISTENERS, *community_messages.LISTENERS),
    messages=(*security_messages.MESSAGES, *community_messages.MESSAGES),
    models=(inbox, followers),
)
