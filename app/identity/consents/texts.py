"""The texts of consents. The version of a text is its digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from app.identity.models import Purpose
from app.kernel.errors import Text


@dataclass(frozen=True)
class ConsentText:
    text: Text
    same: frozenset[str] = frozenset()
    """Versions of earlier wordings with the same meaning: consent to them still holds."""

    @cached_property
    def version(self) -> str:
        return sha256(f"{self.text.zh}\n{self.text.en}".encode()).hexdigest()[:32]

    def holds(self, version: str) -> bool:
        """Returns whether consent to that version holds for this text. A text with a new meaning
        needs a new consent (PIPL, art. 14)."""
        return version == self.version or version in self.same


TEXTS: Mapping[Purpose, ConsentText] = {
    Purpose.PROFILE: ConsentText(
        Text(
            "我同意平台保存我填写的昵称和语言，用于在社区内称呼我、以我选择的语言显示内容。"
            "我可以随时修改或撤回，撤回不影响浏览公开内容。",
            "I agree that my nickname and language are stored, to address me in my community and to"
            " show texts in my language. I can change or withdraw this at any time; public content"
            " stays open to me.",
        )
    ),
    Purpose.PHONE: ConsentText(
        Text(
            "我同意平台通过微信核验并加密保存我的手机号码，用于核对居住信息和活动中的必要联系。"
            "号码仅以掩码显示，查看完整号码会留下记录。撤回后号码立即删除。",
            "I agree that my phone number is verified through WeChat and stored encrypted, to match"
            " my residence and to reach me where an activity needs it. It is shown masked; each"
            " look at the whole number is recorded. When I withdraw, it is deleted at once.",
        )
    ),
    Purpose.RESIDENCE: ConsentText(
        Text(
            "我同意社区保存并核验我的姓名和住址，用于确认居民身份及只面向居民的事项。"
            "撤回后不再使用，依法应当保存的记录除外。",
            "I agree that my community stores and verifies my name and address, to confirm that I"
            " live here and for what is open to residents only. When I withdraw it is no longer"
            " used, except for records that the law keeps.",
        )
    ),
    Purpose.PARTY_MEMBERSHIP: ConsentText(
        Text(
            "我单独同意处理我的党员身份这一敏感个人信息，仅用于在职党员到社区报到及相关服务。"
            "该信息加密保存，仅报到所在党组织的工作人员可见。不同意不影响使用其他功能。",
            "I separately agree to the use of my Party membership, which is sensitive personal"
            " information, only for reporting to a community as a Party member and the service that"
            " follows. It is stored encrypted and visible only to staff of the Party organization"
            " I report to. Everything else can be used without it.",
        )
    ),
    Purpose.LOCATION_AT_CHECK_IN: ConsentText(
        Text(
            "我同意在签到时使用我的位置，仅判断是否在活动地点附近，不保存坐标。"
            "不同意也可以由活动负责人确认签到。",
            "I agree that my location is used when I check in, only to see whether I am near the"
            " place; coordinates are not kept. Without it a leader can confirm my check-in.",
        )
    ),
    Purpose.NOTIFICATIONS: ConsentText(
        Text(
            "我同意平台通过微信订阅消息或短信，把与我有关的事项通知我。撤回后仍可在站内消息中查看。",
            "I agree to be told by WeChat or text message of what concerns me. When I withdraw, the"
            " messages still stand in my inbox here.",
        )
    ),
}
