"""Part of the tour: a unit registers, by its liaison and a Party administrator."""

from urllib.parse import quote

from app.demo.caller import Caller, expect
from app.demo.town import NAMES
from app.demo.units import BRANCH, UNITS

SHEET = {
    "headcount_of_members": 18,
    "services_offered": "周末开放操场",
    "liaison_name": "李敏",
    "liaison_phone": "+86 10 0000 0001",
}


def tour_units(nobody: Caller, liaison: Caller, party: Caller, here: str) -> None:
    """Walk through a unit's registration, and end it, in the community whose path is `here`."""
    liaison.say("\n单位报到：提交、退回、再交、通过、查验  A unit reports, and its number is good")
    own = _organization(liaison)
    sent = SHEET | {"community_id": here.rpartition("/")[2]}
    first = liaison.write(own, sent).body
    expect(first["status"], "submitted")
    review = f"/admin{here}/unit-registrations/{first['id']}"
    party.write(f"{review}/return", {"reason": "请写明开放时间"})
    shown = liaison.call("GET", f"{own}/{first['id']}").body
    expect((shown["status"], shown["reason"]), ("returned", "请写明开放时间"))
    corrected = SHEET | {"services_offered": "周末9点至17点开放操场"}
    liaison.write(f"{own}/{first['id']}/submit", corrected)
    number = party.write(f"{review}/approve", None).body["number"]
    expect(nobody.call("GET", f"/v1/documents/{number}").body["is_valid"], True)
    liaison.write(f"{own}/{first['id']}/end", {"reason": "导览结束"})
    expect(nobody.call("GET", f"/v1/documents/{number}").body["is_valid"], False)


def _organization(liaison: Caller) -> str:
    """Path of the registrations of the branch below the liaison's own committee."""
    name = f"{NAMES[0].removesuffix('社区')}{UNITS[0][0]}{BRANCH}"
    listed = liaison.call("GET", f"/admin/v1/party-organizations?q={quote(name)}").body
    [branch] = [item for item in listed["items"] if item["name"] == name]
    return f"/admin/v1/party-organizations/{branch['id']}/unit-registrations"
