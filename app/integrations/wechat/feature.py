"""WeChat: the tables of its client."""

from app.integrations.wechat import models
from app.integrations.wechat.personal_data import PERSONAL_DATA
from app.kernel.feature import Feature

WECHAT = Feature(name="wechat", models=(models,), personal_data=PERSONAL_DATA)
