"""Errors of calendar feeds."""

from app.kernel.errors import Conflict, Text
from app.kernel.members import number


class TooManyFeeds(Conflict):
    """Tells `most`."""

    code = "service_records.too_many_feeds"
    title = Text("日历订阅已达到上限", "You have as many calendar feeds as one person can have")
    detail = Text(
        "请先停用一个不再使用的日历订阅，再新建。",
        "Revoke one that you do not use any more, and make the new one then.",
    )
    members = {
        "most": number("Feeds that one person may have.", 5),
    }
