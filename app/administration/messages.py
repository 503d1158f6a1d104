"""The message that tells a person who has seen their data."""

from dataclasses import dataclass
from datetime import datetime

from app.kernel.errors import Text
from app.kernel.jobs.messages import Message, Template


@dataclass(frozen=True, slots=True)
class DataSeen(Message):
    """Somebody of the staff has seen data of the person. One kind for all of them, so that it says
    nothing by itself. `who_zh` ends with the matter, and `field_en` does, where it may be named."""

    kind = "privacy.data_seen"
    template = Template(
        Text("有工作人员查看了您的信息", "Your data was seen"),
        Text(
            "{who_zh}于{at}查看了您的{field_zh}，理由：{reason}。全部记录见“谁看过我的信息”；如有疑问，"
            "请到社区服务站咨询。",
            "On {at} {who_en} saw your {field_en}, because: {reason}. You find every look in"
            " “Who has seen my data”; please ask at the community's desk if you have questions.",
        ),
    )
    who_zh: str
    who_en: str
    at: datetime
    field_zh: str
    field_en: str
    reason: str


MESSAGES = (DataSeen,)
