"""Part of the tour: a Party member registers, claims a post and takes both back, so that the next
tour finds the town as it was."""

from app.demo.caller import Caller, Json, expect


def tour_members(member: Caller, party: Caller, here: str) -> None:
    """Walk through double reporting. `member` is a resident without a registration, `party` a Party
    administrator."""
    member.say("\n党员报到：单独同意、组织确认、领取回执  Register as a member, with a receipt")
    _consent(member, is_granted=True)
    registration = _register(member, here, _organization(member))
    approved = party.write(f"/admin{here}/member-registrations/{registration}/approve", {}).body
    expect(approved["status"], "active")
    check = member.call("GET", f"/v1/documents/{approved['receipt_number']}").body
    expect((check["kind"], check["is_valid"]), ("registration", True))
    member.say("\n认领岗位：名额当场保留，公示三天  Claim a post: the place is reserved at once")
    claim, post = _claim(member, party, here)
    decided = party.write(f"/admin{here}/claims/{claim}/approve", None).body
    expect(decided["status"], "approved")
    mine = member.call("GET", f"{here}/member-registrations/me").body
    expect(mine["claims"][0]["id"], claim)
    expect(member.write(f"{here}/claims/{claim}/withdraw", None).body["status"], "withdrawn")
    member.say("\n撤回同意：报到结束，报到单删除  Without consent it ends and is deleted")
    ended = member.write(f"{here}/member-registrations/{registration}/withdraw", None).body
    expect(ended["status"], "ended")
    _consent(member, is_granted=False)
    after = member.call("GET", f"/v1/documents/{approved['receipt_number']}").body
    expect(after["is_valid"], False)
    party.write(f"/admin{here}/posts/{post}/close", None)


def _consent(member: Caller, *, is_granted: bool) -> None:
    consent = member.call("GET", "/v1/me/consents?purpose=party_membership").body["items"][0]
    decision = {"is_granted": is_granted, "text_version": consent["text_version"]}
    member.call("PUT", "/v1/me/consents/party_membership", decision)


def _organization(member: Caller) -> str:
    [first, *_] = member.call("GET", "/v1/party-organizations?limit=1").body["items"]
    organization: str = first["id"]
    return organization


def _register(member: Caller, here: str, organization: str) -> str:
    sheet = {
        "organization_id": organization,
        "real_name": "王秀英",
        "skills": ["first_aid"],
        "times": ["weekend_daytime"],
    }
    answer: Json = member.write(f"{here}/member-registrations", sheet).body
    expect((answer["status"], organization in str(answer)), ("submitted", False))
    registration: str = answer["id"]
    return registration


def _claim(member: Caller, party: Caller, here: str) -> tuple[str, str]:
    """Publish a post with one place and claim it; returns the ids of the claim and the post."""
    draft = {
        "category": "convenience",
        "title": "导览：图书角整理",
        "description": "整理社区图书角。",
        "schedule": "每周日上午",
        "capacity": 1,
        "risk_statement": "搬书时请注意腰部用力。",
    }
    post = party.write(f"/admin{here}/posts", draft).body["id"]
    party.write(f"/admin{here}/posts/{post}/publish", None)
    claim = member.write(f"{here}/posts/{post}/claims", {"accepts_schedule": True}).body
    shown = member.call("GET", f"{here}/posts/{post}").body
    # Numbers of members are shown from 10 on.
    expect((claim["status"], shown["remaining"]), ("applied", None))
    return claim["id"], post
