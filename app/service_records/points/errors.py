"""Errors of points and rewards."""

from app.kernel.errors import Conflict, Text
from app.kernel.members import instant, later_instant, maybe, number


class PointsDisabled(Conflict):
    """Refuses a redemption where the community has not turned points on."""

    code = "service_records.points_disabled"
    title = Text("本社区未启用积分", "Points are not used in this community")


class BalanceTooLow(Conflict):
    """Refuses a reward that costs more than the balance; tells `balance` and `cost`."""

    code = "service_records.balance_too_low"
    title = Text("积分不足", "Your balance is too low")
    members = {
        "balance": number("Points that can be spent.", 20),
        "cost": number("Points that are needed.", 50),
    }


class RewardNotOffered(Conflict):
    """Refuses a reward that is closed, or outside its window; tells `opens_at` and `closes_at`."""

    code = "service_records.reward_not_offered"
    title = Text("该兑换品现在不能兑换", "This reward cannot be redeemed now")
    members = {
        "opens_at": instant("Instant from which on it is offered."),
        "closes_at": maybe(later_instant("Instant until which it is offered; null for no end.")),
    }


class RewardSoldOut(Conflict):
    code = "service_records.reward_sold_out"
    title = Text("该兑换品已兑完", "Nothing of this reward is left")


class RewardLimitReached(Conflict):
    """Refuses one more of a reward to who has as many as one person may; tells `most`."""

    code = "service_records.reward_limit_reached"
    title = Text("已达每人兑换上限", "You have as many of this reward as one person may")
    members = {
        "most": number("Pieces that one person may redeem.", 2),
    }


class DebtSettled(Conflict):
    code = "service_records.debt_settled"
    title = Text("该笔积分差额已处理", "This has been settled already")
