"""The day of the community's Party office."""

from datetime import timedelta
from urllib.parse import quote

from app.demo.caller import Caller, Json, expect
from app.kernel import clock
from tests.demo.days.shared import (
    Day,
    agree,
    expect_told,
    home_of_resident,
    nothing_is_left,
    told_staff,
    waits,
    was_read,
)


def a_party_offices_day(day: Day) -> None:
    """Reviews a member, fills a post, and receives a unit that is assigned to the community."""
    party = day.staff("yunqiao-party", "社区党务")
    member = day.resident("neighbour", "党员")
    [served] = party.call("GET", "/admin/v1/me").body["communities"]
    expect("member:review" in served["permissions"], True)
    desk = f"/admin/v1/communities/{served['id']}"
    here, home = home_of_resident(member)
    day.say("\n党员报到：看一次报到单，通过  A member's sheet, in one reveal")
    registration = review_a_member(party, member, desk, here)
    day.say("\n岗位：风险、保险、地点、起止，认领，谁在服务  A post, and who serves")
    fill_a_post(party, member, (desk, here), home)
    day.say("\n街道指派的单位来报到  A unit that the subdistrict assigns")
    receive_a_unit(day, party, desk)
    member.write(f"{here}/member-registrations/{registration}/withdraw", None)
    agree(member, "party_membership", is_granted=False)
    nothing_is_left(day, party)


def review_a_member(party: Caller, member: Caller, desk: str, here: str) -> str:
    """Reads a member's sheet in one reveal, approves it, and sees the counts."""
    agree(member, "party_membership", is_granted=True)
    [organization] = member.call("GET", "/v1/party-organizations?limit=1").body["items"]
    sheet = {
        "organization_id": organization["id"],
        "real_name": "王秀英",
        "contact": "+8613000000000",
        "skills": ["first_aid"],
        "times": ["weekend_daytime"],
    }
    sent: str = member.write(f"{here}/member-registrations", sheet).body["id"]
    told_staff(party, "double_reporting.registration", sent)
    item = waits(party, "double_reporting.registration", sent)
    path = f"{desk}/member-registrations/{item['subject']['id']}"
    shown = party.call("GET", path).body
    expect("approve" in shown["actions"], True)
    reason = "审核报到单"
    seen = party.call("POST", f"{path}/reveal", {"reason": reason}).body
    expect((seen["real_name"], seen["organization_name"]), ("王秀英", organization["name"]))
    expect((seen["skills"], seen["contact"]), (["first_aid"], sheet["contact"]))
    was_read(member, reason)
    approved = party.write(f"{path}/approve", {"verify_method": "community"}).body
    expect((approved["status"], approved["receipt_number"] is None), ("active", False))
    expect_told(member, "double_reporting.registration_active", sent)
    return sent


def fill_a_post(party: Caller, resident: Caller, paths: tuple[str, str], home: str) -> None:
    """Publishes a post with all that a resident must know, approves a claim, reaches who serves."""
    desk, here = paths
    draft = a_post(home)
    post = party.write(f"{desk}/posts", draft).body["id"]
    published = party.write(f"{desk}/posts/{post}/publish", None).body
    expect((published["status"], bool(published["place_path"])), ("published", True))
    seen = resident.call("GET", f"{here}/posts/{post}").body
    expect({key: seen[key] for key in draft}, draft)
    accepted = {"accepts_schedule": True, "version": seen["version"]}
    claim = resident.write(f"{here}/posts/{post}/claims", accepted).body["id"]
    told_staff(party, "double_reporting.post_claim", claim)
    item = waits(party, "double_reporting.post_claim", claim)
    expect(item["name"], draft["title"])
    decide_a_claim(party, resident, desk, claim)
    resident.write(f"{here}/claims/{claim}/withdraw", None)
    party.write(f"{desk}/posts/{post}/close", None)


def a_post(home: str) -> Json:
    from_on = clock.now().date() + timedelta(days=2)
    return {
        "category": "safety_patrol",
        "title": "一日：楼道消防巡查",
        "description": "检查楼道堆物和灭火器。",
        "schedule": "每周日上午",
        "capacity": 1,
        "risk_level": "medium",
        "risk_statement": "遇有险情先离开，再报告社区。",
        "is_insured": True,
        "place_id": home,
        "from_on": from_on.isoformat(),
        "until_on": (from_on + timedelta(days=180)).isoformat(),
    }


def decide_a_claim(party: Caller, resident: Caller, desk: str, claim: str) -> None:
    """Finds who has claimed the post, approves it, and gets their phone number for one reason."""
    post = party.call("GET", f"{desk}/claims/{claim}").body["post_id"]
    [row] = party.call("GET", f"{desk}/posts/{post}/claims").body["items"]
    expect((row["id"], bool(row["display_name"]), "approve" in row["actions"]), (claim, True, True))
    approved = party.write(f"{desk}/claims/{claim}/approve", None).body
    expect((approved["status"], approved["serves_from"] is None), ("approved", False))
    expect_told(resident, "double_reporting.claim_approved", claim)
    reason = "通知集合地点"
    asked = {"fields": ["real_name", "phone"], "reason": reason}
    contact = party.call("POST", f"{desk}/claims/{claim}/reveal", asked).body
    expect((contact["missing"], bool(contact["phone"])), ([], True))
    was_read(resident, reason)


def receive_a_unit(day: Day, party: Caller, desk: str) -> None:
    """The subdistrict assigns a unit that sits elsewhere; it registers on paper at the desk."""
    subdistrict = day.staff("subdistrict", "街道")
    secretary = day.staff("yunqiao-admin", "社区书记")
    path = f"/admin/v1/party-organizations?q={quote('溪畔消防站党委')}"
    [unit, *_] = subdistrict.call("GET", path).body["items"]
    assigned = subdistrict.write(
        f"{desk}/unit-assignments",
        {"organization_id": unit["id"], "reason": "本社区楼房密集，需要消防力量"},
    ).body
    listed = party.call("GET", f"{desk}/unit-assignments").body["items"]
    expect([one["organization_name"] for one in listed if one["ended_at"] is None], [unit["name"]])
    sheet = {
        "headcount_of_members": 12,
        "services_offered": "每月一次消防演练",
        "liaison_name": "赵刚",
        "liaison_phone": "+86 10 0000 0002",
        "on_behalf_of": unit["id"],
        "channel": "paper",
        "witness": "王芳",
    }
    sent = secretary.write(f"{desk}/unit-registrations", sheet).body["id"]
    waits(party, "double_reporting.unit_registration", sent)
    path = f"{desk}/unit-registrations/{sent}"
    shown = party.call("GET", path).body
    expect((shown["organization_name"], shown["basis"]), (unit["name"], "assigned"))
    contact = party.call("POST", f"{path}/reveal", {"reason": "联系演练时间"}).body
    expect(contact["liaison_name"], "赵刚")
    expect(party.write(f"{path}/approve", None).body["status"], "approved")
    by_community = subdistrict.call("GET", "/admin/v1/member-counts").body["by_community"]
    expect("expected" in by_community[0], True)
    party.write(f"{path}/end", {"reason": "指派期满"})
    subdistrict.write(f"{desk}/unit-assignments/{assigned['id']}/end", None)
