"""Words for what was noted: facts, without a judgement."""

from collections.abc import Mapping

from app.kernel.errors import Text
from app.service_records.models import AnomalyKind

K = AnomalyKind
WHAT: Mapping[AnomalyKind, Text] = {
    K.BACK_DATED: Text(
        "场次结束{number}小时后由工作人员补录到场时间",
        "The desk entered the presence {number} hours after the occasion",
    ),
    K.SAME_SECOND: Text(
        "同一秒内由他人为{number}人签到", "Others checked in {number} people within one second"
    ),
    K.OUTSIDE_OCCASION: Text(
        "签到签退时间不在场次时间内，未产生时长",
        "No part of the presence lies in the occasion: no minutes were made",
    ),
    K.TWO_PLACES: Text(
        "其中{number}分钟同时在另一场次，未重复计算",
        "{number} minutes were at another occasion at the same time, and do not count",
    ),
    K.LONG_DAY: Text("一次连续服务{number}分钟", "{number} minutes at one time"),
    K.SAME_FEW: Text(
        "该负责人最近确认的{number}次到场都是同样几个人",
        "The last {number} presences that this leader confirmed are of the same few people",
    ),
    K.CLOCK_DOUBT: Text(
        "扫码设备的时钟相差过大，未据此产生时长",
        "The clock of the scanning device was far off: no minutes were made by it",
    ),
    K.CLOSED_BY_SWEEP: Text(
        "无人签退，按场次结束时间计算", "Nobody checked out: the end of the occasion counts"
    ),
    K.CHANGED_LATER: Text(
        "服务时长审核后到场时间有更新，按更新后的时间为{number}分钟，请核对",
        "The presence has changed since the entry was reviewed, to {number} minutes: please check",
    ),
}
