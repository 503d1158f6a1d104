"""Meanings of fields about topics, ballots and tickets."""

from app.openapi.texts.shape import Meaning

JOBS: dict[str, Meaning] = {
    "ChangedDate.outcome": Meaning("What became of this date; more outcomes may be added"),
    "ConsentOut.text": Meaning("The wording that is decided on, in both languages"),
    "ScanResult.outcome": Meaning("What became of the scan; more outcomes may be added"),
    "StaffTopicDetail.minutes": Meaning(
        "Record of the deliberation, in words", "while there is none"
    ),
    "TopicDetail.minutes": Meaning("Record of the deliberation, in words", "while there is none"),
    "accepted_by": Meaning("Account of who has accepted it", "before"),
    "accepted_by_name": Meaning("Name of who has accepted it", "before"),
    "annul_reason": Meaning(
        "Why the ballot was annulled, or should be", "where nobody asks for it"
    ),
    "annulled_at": Meaning("Instant at which the ballot was annulled", "where it was not"),
    "asked_act": Meaning(
        "What a first person has asked for", "while a second one need not confirm anything"
    ),
    "ballot": Meaning("Ballot on the topic", "while there is none"),
    "board_sha256": Meaning(
        "SHA-256 of the whole list of votes, in hexadecimal", "where there is none"
    ),
    "cast_at": Meaning("Instant of the vote", "where there is none"),
    "certified_at": Meaning("Instant at which two persons had certified the result", "before"),
    "choices": Meaning(
        "Key of the chosen option by the key of the question", "where it is not shown to the caller"
    ),
    "denominator": Meaning("Lower number of the share"),
    "department_id": Meaning("Department that handles it", "while none does"),
    "department_name": Meaning("Name of the department that handles it", "while none does"),
    "digest": Meaning("Digest of the electoral roll", "before it is drawn up"),
    "disputes": Meaning("How many times its author has disputed a solution"),
    "emergency_number": Meaning("Number to ring at once", "where there is no need"),
    "emergency_text": Meaning("What to do at once, for people", "where there is no need"),
    "endorsements": Meaning("Number of people who endorse it"),
    "escalated_at": Meaning(
        "Instant at which the level above was asked for a review", "where it was not"
    ),
    "followers": Meaning("Number of people who follow it"),
    "manifest_sha256": Meaning("SHA-256 of what was announced, in hexadecimal", "before"),
    "merged_into": Meaning("Number of the ticket in which it goes on", "where it was not merged"),
    "my_eligibility": Meaning("Whether the caller may vote now, and why not", "without a ballot"),
    "my_vote": Meaning("The caller's vote", "while there is none"),
    "numerator": Meaning("Upper number of the share"),
    "opened_at": Meaning("Instant at which it was opened to residents", "before"),
    "opinions_against": Meaning("Number of opinions against it"),
    "opinions_for": Meaning("Number of opinions for it"),
    "opinions_neutral": Meaning("Number of opinions that are neither"),
    "outcome": Meaning("What was decided", "while nothing is"),
    "present": Meaning("Number of votes cast, abstentions included", "where they are not told"),
    "raised_by": Meaning(
        "Display name of the resident who raised it", "for one of the community itself"
    ),
    "rating": Meaning("Rating of the present solution by its author", "while there is none"),
    "reply_to": Meaning("Opinion to which it replies", "for one of its own"),
    "reports": Meaning("Number of people who have reported it"),
    "resolution": Meaning("Number of the solution that is rated, from 1 on"),
    "resolution_minutes": Meaning("Time within which it should be solved, in minutes"),
    "resolutions": Meaning("How many solutions there have been"),
    "response_minutes": Meaning("Time within which a first answer should come, in minutes"),
    "result": Meaning("Published result", "before"),
    "review_on": Meaning(
        "Day on which a deferred ticket is looked at again", "where it is not deferred"
    ),
    "roll_digest": Meaning("Digest of the electoral roll", "before it is drawn up"),
    "roll_size": Meaning("Number of votes on the electoral roll", "before it is drawn up"),
    "satisfied": Meaning("Satisfaction from 1 to 5"),
    "seconds": Meaning("Number of residents who second it"),
    "seconds_needed": Meaning(
        "Number of seconds from which on it is deliberated", "before it is open"
    ),
    "size": Meaning("Number of votes on the electoral roll", "before it is drawn up"),
    "totals": Meaning("Number of votes of each option", "where they are not told"),
    "turnout": Meaning("How many have voted", "where so few have that it is not told"),
    "valid": Meaning("Number of votes that are no abstention", "where they are not told"),
    "voted": Meaning("How many have voted", "before the close"),
    "voters": Meaning("Number of people on the roll"),
    "winner": Meaning("Key of the option that has won", "where none has"),
}
