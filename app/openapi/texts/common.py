"""Meanings of fields that are the same in many schemas."""

from app.openapi.texts.shape import Meaning

COMMON: dict[str, Meaning] = {
    "HomeWaiting.title": Meaning("Title of the thing that waits", "where it has none"),
    "StaffMe.name": Meaning("Name that others see", "while none is set"),
    "TodoItem.name": Meaning("Title or masked name of what waits", "where it has none"),
    "AuditEntryOut.address": Meaning("Network address of the caller", "for the service itself"),
    "CommunityIn.address": Meaning("For people to read, as one line", "while none is set"),
    "CommunityOut.address": Meaning("For people to read, as one line", "while none is set"),
    "StaffCommunityOut.address": Meaning("For people to read, as one line", "while none is set"),
    "WorkUnitIn.address": Meaning("For people to read, as one line", "while none is set"),
    "WorkUnitOut.address": Meaning("For people to read, as one line", "while none is set"),
    "access_token": Meaning("Sent as `Authorization: Bearer …`; it lasts minutes"),
    "accuracy_meters": Meaning(
        "Accuracy that the device states, in metres; only a coarse class of it is stored"
    ),
    "actions": Meaning(
        "Acts that the caller may do with it now, named as the last part of their paths"
    ),
    "after": Meaning("Value after the change", "where there will be none"),
    "announced_at": Meaning("Instant at which it was announced", "before"),
    "answered_at": Meaning("Instant of the answer", "while there is none"),
    "before": Meaning("Value before the change", "where there was none"),
    "cancel_reason": Meaning("Why it was cancelled", "where it was not"),
    "cancelled_at": Meaning("Instant at which it was cancelled", "where it was not"),
    "changed": Meaning("Number of rows that changed", "while the import waits"),
    "channel": Meaning("Way by which it reached the service"),
    "closed_at": Meaning("Instant from which on nothing more is to be done", "while it is open"),
    "closes_at": Meaning("Instant until which it is possible", "where it has no end"),
    "comment": Meaning("Words of the person", "where there are none"),
    "community_id": Meaning("Community to which it belongs", "for what belongs to none"),
    "community_name": Meaning("Name of that community", "for what belongs to none"),
    "completed_at": Meaning("Instant at which it was completed", "while it is not"),
    "confirmed_at": Meaning("Instant from which on it counts", "before"),
    "confirmed_by": Meaning("Account of the second person", "where one person is enough"),
    "confirmed_by_name": Meaning("Name of the second person", "where one person is enough"),
    "contact": Meaning(
        "How the person or office wants to be reached", "where it was not asked for"
    ),
    "count": Meaning("How many there are"),
    "created": Meaning("Number of rows that are new", "while the import waits"),
    "created_at": Meaning("Instant at which it was made"),
    "cursor": Meaning("The `next_cursor` of the page before", "for the first page"),
    "decided_at": Meaning("Instant of the decision", "while there is none"),
    "decided_by": Meaning("Account of who has decided", "while nobody has"),
    "decided_by_name": Meaning("Name of who has decided", "while nobody has"),
    "device": Meaning(
        "Any text by which the client tells its installations apart; a lost answer to a refresh can"
        " be asked for again with it"
    ),
    "display_name": Meaning("Name that the person shows to others", "where nobody is shown"),
    "done": Meaning("Number of those for which it was done"),
    "due_at": Meaning("Instant until which it should be done", "where there is none"),
    "end_reason": Meaning("Why it has ended", "while it holds"),
    "ended_at": Meaning("Instant from which on it no longer holds", "while it holds"),
    "ends_at": Meaning("Instant of its end", "while none is set"),
    "expires_at": Meaning("Instant from which on it no longer holds", "where it has no end"),
    "expires_in": Meaning("Seconds for which the access token is valid from now"),
    "finished_at": Meaning("Instant at which the work was done", "while it goes on"),
    "first_day": Meaning("First calendar day, included", "for no limit"),
    "from_on": Meaning("First calendar day, included", "for no limit"),
    "gcj02_latitude": Meaning(
        "Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`"
    ),
    "gcj02_longitude": Meaning(
        "Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`"
    ),
    "household_id": Meaning("Household in the tree of places", "while no residence is approved"),
    "imported_at": Meaning("Instant of the last import", "before the first one"),
    "last_day": Meaning("Last calendar day, included", "for no limit"),
    "line": Meaning("Line of the sheet; the first one is 1"),
    "lines": Meaning("Number of lines read", "while the import waits"),
    "locale": Meaning("Language in which messages are written to the person"),
    "location": Meaning(
        "Where the device is. It is never needed, and looked at only with the person's consent"
    ),
    "login_name": Meaning("Name with which an administrator logs in"),
    "masked_name": Meaning("Name with all but one character hidden", "where nobody is known"),
    "next_cursor": Meaning("Send it as `cursor` to get the next page", "on the last page"),
    "next_due_at": Meaning("The earliest due time among them", "where nothing waits"),
    "next_starts_at": Meaning("Instant at which the next one begins", "where none lies ahead"),
    "nickname": Meaning("Name that the account shows", "while none is set"),
    "on_behalf_of": Meaning("Participant for whom staff act"),
    "opens_at": Meaning("Instant from which on it is possible"),
    "overdue": Meaning("How many of them are past their due time"),
    "parent_id": Meaning("The one right above it in its tree", "at the top"),
    "parent_name": Meaning("Name of the one right above it", "at the top"),
    "participant_id": Meaning(
        "Person in this community", "where the person is not known or not shown"
    ),
    "phone": Meaning("Mobile number, masked where it is not a reveal", "while none is verified"),
    "place": Meaning("Where it was, for people to read", "where none is stored"),
    "place_id": Meaning(
        "Grid, building, entrance or household in the community", "for the whole community"
    ),
    "place_path": Meaning(
        "Names on the path of the place, from the building on (“3号楼 2单元 502”)"
    ),
    "published_at": Meaning("Instant from which on everybody sees it", "before"),
    "read_at": Meaning("Instant at which it was read", "while it was not"),
    "ready_at": Meaning("Instant at which it can be downloaded", "before"),
    "real_name": Meaning("Verified name", "where it is not known, or was not asked for"),
    "reason": Meaning("Why, in words for the people concerned", "where none was given"),
    "refresh_token": Meaning("Good once, for the next pair of tokens. Store it; show it to nobody"),
    "region_id": Meaning("Region of the administrative tree"),
    "remarks": Meaning("Whatever has no field of its own", "where it was not asked for"),
    "removed": Meaning("Number of rows that go", "while the import waits"),
    "retired_at": Meaning("Instant from which on it is not offered any more", "while it is"),
    "settled_at": Meaning("Instant at which it was settled", "while it waits"),
    "starts_at": Meaning("Instant of its beginning", "while none is set"),
    "subject": Meaning("What it is about, with the page to open", "where there is none"),
    "subject_id": Meaning("Id of the thing that it is about", "where there is none"),
    "subject_kind": Meaning("Kind of the thing that it is about", "where there is none"),
    "submitted_at": Meaning("Instant at which it was submitted", "for what was never submitted"),
    "text": Meaning("As it was written", "where it is not shown to the caller"),
    "token_type": Meaning("Always `Bearer`"),
    "total": Meaning("Number of entries in the whole list; 1001 stands for more than 1,000"),
    "unchanged": Meaning("Number of rows that stay as they are", "while the import waits"),
    "undone_at": Meaning("Instant at which it was undone", "where it was not"),
    "until_on": Meaning("Last calendar day, included", "for no limit"),
    "user_id": Meaning("Account of a person; not the id of a participant"),
    "user_name": Meaning("Display name of the account", "where it is not known any more"),
    "valid_from": Meaning("Instant from which on it holds", "while it waits for a second person"),
    "valid_to": Meaning("Instant at which it ends to hold", "where it has no end"),
    "version": Meaning("Grows with each change; the `ETag` is made of it"),
    "withdrawn_at": Meaning("Instant at which the person took it back", "where they did not"),
    "witness": Meaning(
        "Name of the person who saw the resident ask for it; it cannot be the caller"
    ),
    "year": Meaning("Calendar year in the time zone of the service"),
}
