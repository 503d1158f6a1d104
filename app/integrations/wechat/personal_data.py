"""Personal data in the client of WeChat: none; its one secret is classed with theirs."""

from app.integrations.wechat.models import WechatToken
from app.kernel.privacy.personal_data import Kept, PersonalData

PERSONAL_DATA = (
    PersonalData(
        model=WechatToken,
        nobody="a secret of the service itself",
        erasure=Kept("a secret of the service itself"),
        retention=Kept("replaced whenever WeChat gives another one"),
    ),
)
