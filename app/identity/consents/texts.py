"""The texts of consents. The version of a text is its digest."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import sha256

from app.identity.consents.wordings import NOTICES, RIGHTS, Notice
from app.identity.models import Purpose
from app.kernel.errors import Text

LABELS: Mapping[str, Text] = {
    "handler": Text("处理者", "Who is responsible"),
    "data": Text("处理的信息", "What is used"),
    "purpose": Text("用途", "What for"),
    "recipients": Text("谁能看到", "Who sees it"),
    "retention": Text("保存多久", "How long it is stored"),
    "need": Text("是否必需，不同意会怎样", "Is it needed, and what follows without it"),
}
RIGHTS_LABEL = Text("您的权利", "Your rights")
SAME: Mapping[Purpose, frozenset[str]] = {
    Purpose.PROFILE: frozenset({"1ec1e8392a069a24ef61b4efee745f98"}),
    Purpose.PHONE: frozenset({"38ac21f1fdec5b14725e06c2b4f9db64"}),
    Purpose.NOTIFICATIONS: frozenset(
        {"e431ecae4eec2056e69b2ee40eff70dc", "2b2ee078d20a01f3d96b21ded224fb97"}
    ),
}
"""Versions of earlier texts that allowed the same use, and said less of it. None where an earlier
text left out recipients or data: for `party_membership` the liaison of the unit, for `phone` the
worker of the grid and the department that handles a request, for `residence` that it is noted who
is an adult, for `location_at_check_in` the check-out."""


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


def written_out(notice: Notice) -> Text:
    """Returns the whole text that a person is shown: what they agree to, then each part under its
    label."""
    zh, en = [notice.agreement.zh], [notice.agreement.en]
    for part in fields(notice):
        if part.name != "agreement":
            label, said = LABELS[part.name], getattr(notice, part.name)
            zh.append(f"{label.zh}：{said.zh}")
            en.append(f"{label.en}: {said.en}")
    zh.append(f"{RIGHTS_LABEL.zh}：{RIGHTS.zh}")
    en.append(f"{RIGHTS_LABEL.en}: {RIGHTS.en}")
    return Text("\n".join(zh), "\n".join(en))


TEXTS: Mapping[Purpose, ConsentText] = {
    purpose: ConsentText(written_out(NOTICES[purpose]), SAME.get(purpose, frozenset()))
    for purpose in Purpose
}
