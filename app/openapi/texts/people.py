"""Meanings of fields about people, grants, places and organizations."""

from app.openapi.texts.shape import Meaning

PEOPLE: dict[str, Meaning] = {
    "actor_name": Meaning(
        "Name of who did it", "for the service itself and where it is not known any more"
    ),
    "administrator_name": Meaning("Name of that administrator", "where it is not known any more"),
    "allowed_by_name": Meaning("Name of the second person", "where it is not known any more"),
    "assigned_by_name": Meaning("Name of who has assigned it", "where it is not known any more"),
    "attendance_status": Meaning("How the attendance stands", "where there is none"),
    "ballots_to_vote": Meaning("Number of open ballots in which the person may vote and has not"),
    "because": Meaning("Why not", "where it is possible"),
    "entered_by_name": Meaning("Name of who has entered it", "where it is not known any more"),
    "communities": Meaning("Number of communities that move"),
    "community": Meaning("The community of the page", "where the person is in none"),
    "download": Meaning("Links that need no login and last five minutes", "until it is ready"),
    "entries": Meaning("Number of entries in the residents' register"),
    "erasure": Meaning("Request to erase the account", "where there is none"),
    "granted_by_name": Meaning("Name of who has granted it", "for grants of the command line"),
    "grants": Meaning("Number of grants that move"),
    "headcount_of_members": Meaning("Number of Party members that the unit states"),
    "hidden_below": Meaning("Counts from 1 up to this one are hidden"),
    "households": Meaning("Number of households in the residents' register"),
    "is_upheld": Meaning("True where the objection was right", "while it waits"),
    "letter_number": Meaning(
        "Number of the unit's letter that names the person", "where none is needed"
    ),
    "liaison_name": Meaning("Name of the unit's liaison", "where it is damaged"),
    "liaison_phone": Meaning("Phone number of the unit's liaison"),
    "me": Meaning("The caller in this community", "before joining"),
    "next_duty": Meaning("The duty that comes next", "where none lies ahead"),
    "open_tickets": Meaning("Number of tickets that are not closed"),
    "organization_id": Meaning("Party organization", "where it was not asked for"),
    "organization_name": Meaning("Name of the organization", "where it was not asked for"),
    "proposed_by_name": Meaning("Name of who proposes it", "where it is not known any more"),
    "regions": Meaning("Number of regions that move"),
    "register_entries": Meaning("Number of entries of the register that move"),
    "registration": Meaning("The caller's registration as a Party member", "where there is none"),
    "residence": Meaning(
        "The caller's residence in the community", "where none is approved or in review"
    ),
    "residence_claims": Meaning("Number of residence claims that move"),
    "residents": Meaning("Number of residents that move"),
    "scope_id": Meaning("Id of the region, place or organization; that of the platform is zeros"),
    "scope_name": Meaning("Name of the scope", "for the whole platform"),
    "service_kinds": Meaning(
        "Codes of kinds of service, which are the categories of posts",
        "where they were not asked for",
    ),
    "session_id": Meaning("Login in which it was done", "for acts without one"),
    "short_number": Meaning("Number of the community in numbers of tickets and certificates"),
    "skills": Meaning(
        "Codes of skills, whose words `listServiceChoices` gives", "where they were not asked for"
    ),
    "times": Meaning(
        "Codes of times, whose words `listServiceChoices` gives", "where they were not asked for"
    ),
    "unread_messages": Meaning("Number of messages that were not read yet"),
    "upcoming_signups": Meaning("Number of sign-ups for shifts that lie ahead"),
    "verify_method": Meaning("How the membership was confirmed", "before"),
    "work_unit_id": Meaning(
        "Work unit to which the Party organization belongs", "for one of a community"
    ),
    "work_unit_name": Meaning("Name of that work unit", "for one of a community"),
}
