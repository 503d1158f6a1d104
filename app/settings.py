"""All settings: the kernel's, and those of each integration."""

from app.integrations.wechat.settings import WechatSettings


class Settings(WechatSettings):
    """Settings of one process, read once."""
