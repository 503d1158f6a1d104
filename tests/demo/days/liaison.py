"""The day of a unit's liaison, who has one organization and no community."""

from app.demo.caller import Caller, expect
from app.integrations.wechat.simulator.people import phone_of
from tests.demo.days.shared import (
    Day,
    agree,
    expect_told,
    joins,
    nothing_is_left,
    told_staff,
    waits,
    was_read,
)

SHEET = {
    "headcount_of_members": 9,
    "services_offered": "周末开放操场",
    "liaison_name": "李敏",
    "liaison_phone": "+86 10 0000 0001",
}


def a_liaisons_day(day: Day) -> None:
    """Registers a branch of the unit, and confirms the unit's members."""
    liaison = day.staff("unit-liaison", "单位联络员")
    party = day.staff("yunqiao-party", "社区党务")
    [own] = liaison.call("GET", "/admin/v1/me").body["organizations"]
    day.say("\n单位报到：提交、退回、再交、通过  A branch of the unit registers")
    register_the_branch(liaison, party, own["id"])
    day.say("\n单位党员：名单、报到、确认  The unit's members")
    confirm_members(day, liaison, own["id"])
    nothing_is_left(day, liaison)


def register_the_branch(liaison: Caller, party: Caller, own: str) -> None:
    """Registers with the community where the unit sits; the first sheet is returned."""
    organizations = "/admin/v1/party-organizations"
    unit = liaison.call("GET", f"{organizations}/{own}").body["work_unit_id"]
    sits_in = liaison.call("GET", f"/admin/v1/work-units/{unit}").body["community_id"]
    below = liaison.call("GET", f"{organizations}?parent_id={own}").body["items"]
    path = f"{organizations}/{below[0]['id']}/unit-registrations"
    sent = liaison.write(path, SHEET | {"community_id": sits_in}).body["id"]
    told_staff(party, "double_reporting.unit_registration", sent)
    item = waits(party, "double_reporting.unit_registration", sent)
    expect(item["name"], below[0]["name"])
    review = f"/admin/v1/communities/{item['subject']['community_id']}/unit-registrations/{sent}"
    reason = "请写明开放时间"
    party.write(f"{review}/return", {"reason": reason})
    told_staff(liaison, "double_reporting.unit_registration_returned", sent)
    subject = waits(liaison, "double_reporting.unit_registration_returned", sent)["subject"]
    expect(subject["parent_id"], below[0]["id"])
    mine = f"{organizations}/{subject['parent_id']}/unit-registrations/{subject['id']}"
    shown = liaison.call("GET", mine).body
    expect((shown["reason"], "submit" in shown["actions"]), (reason, True))
    corrected = SHEET | {"services_offered": "周末9点至17点开放操场"}
    liaison.write(f"{mine}/submit", corrected)
    waits(party, "double_reporting.unit_registration", sent)
    expect(party.write(f"{review}/approve", None).body["number"] is None, False)
    told_staff(liaison, "double_reporting.unit_approved", sent)
    liaison.write(f"{mine}/end", {"reason": "支部并入校党委"})


def confirm_members(day: Day, liaison: Caller, own: str) -> None:
    """Hands in a list with one of two members: the first is confirmed at once, the second by the
    liaison. At last both go, and the list is emptied."""
    listed, alias, here = joins(day, "陈老师")
    unlisted, _, _ = joins(day, "孙老师")
    organization = f"/admin/v1/party-organizations/{own}"
    entry = {"real_name": "陈思远", "phone": f"+86{phone_of(alias)}"}
    members = liaison.call("PUT", f"{organization}/member-list", {"members": [entry]}).body
    expect((members["count"], members["without_phone"]), (1, 0))
    first = register(listed, here, own, "陈思远")
    second = register(unlisted, here, own, "孙雨晴")
    expect_told(listed, "double_reporting.registration_active", first)
    shown = liaison.call("GET", f"{organization}/members?limit=100").body["items"]
    by_id = {member["id"]: member for member in shown}
    expect(by_id[first]["verify_method"], "unit_list")
    waiting = by_id[second]
    expect((waiting["status"], waiting["actions"] != []), ("submitted", True))
    path = f"{organization}/members/{waiting['community_id']}/{second}"
    reason = "核对本单位党员"
    sheet = liaison.call("POST", f"{path}/reveal", {"fields": ["real_name"], "reason": reason}).body
    expect(sheet["real_name"], "孙雨晴")
    was_read(unlisted, reason)
    expect(liaison.write(f"{path}/confirm", None).body["verify_method"], "unit_liaison")
    expect_told(unlisted, "double_reporting.registration_active", second)
    for member, registration in ((listed, first), (unlisted, second)):
        member.write(f"{here}/member-registrations/{registration}/withdraw", None)
        agree(member, "party_membership", is_granted=False)
        member.write(f"{here}/participants/me/leave", None)
    emptied = liaison.call("PUT", f"{organization}/member-list", {"members": []}).body
    expect(emptied["count"], 0)


def register(member: Caller, here: str, organization: str, name: str) -> str:
    """Registers somebody whose residence is still to be approved."""
    agree(member, "party_membership", is_granted=True)
    sheet = {"organization_id": organization, "real_name": name, "reason": "residence_pending"}
    registration: str = member.write(f"{here}/member-registrations", sheet).body["id"]
    return registration
