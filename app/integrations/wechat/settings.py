"""Settings of the mini-program and of WeChat's server API; the real one only in production."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import Field, SecretStr

from app.kernel.ops.settings import Environment, KernelSettings

HOSTS = frozenset(f"{name}.weixin.qq.com" for name in ("api", "api2", "sh.api", "sz.api", "hk.api"))
DEMO_SECRET = "sim-secret"


class WechatSettings(KernelSettings):
    wechat_api_base_url: str = "https://api.weixin.qq.com"
    wechat_appid: str = ""
    wechat_secret: SecretStr = SecretStr("")
    wechat_total_seconds: float = Field(2.5, gt=0, le=10)
    """A login waits no longer for WeChat."""

    @classmethod
    def demo_values(cls) -> dict[str, object]:
        return super().demo_values() | {
            "wechat_api_base_url": "http://127.0.0.1:8787",
            "wechat_appid": "wxsim00000000dev1",
            "wechat_secret": SecretStr(DEMO_SECRET),
        }

    def unsafe(self) -> Iterator[str]:
        yield from super().unsafe()
        if self.environment is Environment.PRODUCTION:
            yield from self._unsafe_credentials()
        elif urlsplit(self.wechat_api_base_url).hostname in HOSTS:
            yield "LINLI_WECHAT_API_BASE_URL is the real WeChat: set LINLI_ENVIRONMENT=production"

    def _unsafe_credentials(self) -> Iterator[str]:
        base = urlsplit(self.wechat_api_base_url)
        if base.scheme != "https" or base.hostname not in HOSTS or base.port:
            yield "LINLI_WECHAT_API_BASE_URL must be WeChat's own https host in production"
        if not self.wechat_appid or self.wechat_appid.startswith("wxsim"):
            yield "LINLI_WECHAT_APPID must be the mini-program's own in production"
        if self.wechat_secret.get_secret_value() in ("", DEMO_SECRET):
            yield "LINLI_WECHAT_SECRET must be the mini-program's own in production"
