"""Message to people who could take the place of somebody who cannot come."""

from app.kernel.errors import Text
from app.kernel.jobs.messages import Template
from app.volunteering.messages.about import AboutShift


class CoverIsSought(AboutShift):
    kind = "volunteering.cover_is_sought"
    template = Template(
        Text("有班次需要人手", "Help is wanted"),
        Text(
            "“{title}”（{starts_at}）有人不能参加，正在找人替补。您以前参加过这类活动，如愿意参加，欢迎报名；"
            "名额已满时先候补，有名额空出时按顺序征询。",
            "Somebody cannot come to “{title}” ({starts_at}), and help is wanted. You have helped"
            " with such things before: if you like, please sign up. While it is full you wait in"
            " line, and places that come free are given in order.",
        ),
    )


MESSAGES = (CoverIsSought,)
