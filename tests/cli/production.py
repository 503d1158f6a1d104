"""Settings of production, as an operator would give them."""

import json
import os
from base64 import b64encode

from tests.faults.process import environment


def production(database_url: str) -> dict[str, str]:
    """Variables that are safe; the keys are new each time."""
    return environment(
        database_url,
        LINLI_ENVIRONMENT="production",
        LINLI_TOKEN_KEYS=json.dumps({"one": _key()}),
        LINLI_TOKEN_KEY_ID="one",
        LINLI_SECRET_KEY=_key(),
        LINLI_SEALING_KEYS=json.dumps({1: _key()}),
        LINLI_INDEX_KEY=_key(),
        LINLI_HOSTS=json.dumps(["127.0.0.1"]),
        LINLI_WECHAT_API_BASE_URL="https://api.weixin.qq.com",
        LINLI_WECHAT_APPID="wx0000000000000001",
        LINLI_WECHAT_SECRET=_key(),
    )


def _key() -> str:
    return b64encode(os.urandom(32)).decode()
