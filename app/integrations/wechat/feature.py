"""WeChat: the tables of its client."""

from app.integrations.wechat import models
from app.kernel.feature import Feature

WECHAT = Feature(name="wechat", models=(models,))
