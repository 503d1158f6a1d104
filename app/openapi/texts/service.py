"""Meanings of fields about activities, sign-ups, presences, hours, points and duties."""

from app.openapi.texts.shape import Meaning

SERVICE: dict[str, Meaning] = {
    "CertificateForStaff.number": Meaning("Printed on the certificate", "before the issue"),
    "CertificateOut.number": Meaning("Printed on the certificate", "before the issue"),
    "CheckOut.code": Meaning("Code that the leader's device shows", "to leave without one"),
    "ServiceDayIn.minutes": Meaning("Length in minutes"),
    "ServiceDayOut.minutes": Meaning("Length in minutes"),
    "ServiceDayWords.minutes": Meaning("Length in minutes"),
    "StaffServiceDay.minutes": Meaning("Length in minutes"),
    "AnomalyOut.number": Meaning("What was counted; its unit is that of the kind"),
    "DateProblem.status": Meaning("HTTP status that the refusal would have by itself"),
    "PointTransferOut.amount": Meaning("Points that came, or that went as a negative number"),
    "absence_reason": Meaning("Why the person is marked as absent", "where they are not"),
    "ahead": Meaning(
        "How many are before the caller on the waitlist", "where the caller does not wait"
    ),
    "amount": Meaning("Number of points"),
    "attendance_id": Meaning("The presence that it is about", "where there is none"),
    "average": Meaning("Mean of the stars, with one decimal"),
    "balance": Meaning("Points that can be spent now"),
    "calendar_warning": Meaning(
        "What is uncertain about the working days of the notice", "where nothing is"
    ),
    "capacity": Meaning("Number of places"),
    "check_in_means": Meaning("How the check-in reached the service", "where there is none"),
    "check_out_means": Meaning("How the check-out reached the service", "where there is none"),
    "checked_in_at": Meaning("Instant of the check-in", "where there is none"),
    "checked_out_at": Meaning("Instant of the check-out", "where there is none"),
    "closes_minutes_before": Meaning("Minutes before the start at which sign-up closes"),
    "confirmed": Meaning("Number of people who have a place"),
    "corrected_on": Meaning("Day on which hours on it were corrected", "where none were"),
    "corrects_id": Meaning("The entry in whose place this one stands", "for a first one"),
    "cost": Meaning("Points that one piece costs"),
    "decision_reason": Meaning("Why the dispute was decided so", "while it is not"),
    "decline_reason": Meaning("Why it was not issued", "where it was not declined"),
    "dispute_reason": Meaning("What the person says against the absence", "where they say nothing"),
    "disputed_at": Meaning(
        "Instant at which the person disputed the absence", "where they did not"
    ),
    "duty_minutes": Meaning("Length of each duty, in minutes", "for posts without fixed times"),
    "duty_time": Meaning("Time of day at which each duty begins", "for posts without fixed times"),
    "entry_ids": Meaning("The entries to act on", "for all that wait"),
    "expires_after_days": Meaning("Days after which points expire", "where they do not"),
    "fulfilled_at": Meaning("Instant at which it was handed over", "before"),
    "hours": Meaning("Hours of service, as they are printed"),
    "in_accuracy": Meaning("Accuracy of the location at check-in", "where none was given"),
    "in_position": Meaning(
        "Whether the check-in was inside the area", "where no location was given"
    ),
    "invited": Meaning("Number of people who are invited and have not answered"),
    "is_late_withdrawal": Meaning(
        "True where the place was given up after the time for it; nothing follows by itself"
    ),
    "issued_on": Meaning("Day of issue", "before"),
    "length_minutes": Meaning("Length of each shift, in minutes"),
    "limit_per_person": Meaning("Pieces that one person may redeem", "for no limit"),
    "minutes": Meaning("Whole minutes of service"),
    "my_overlap": Meaning("What the caller has at the same time", "where there is nothing"),
    "my_signup": Meaning("The caller's live sign-up", "where there is none"),
    "notice_days": Meaning("Length of the notice, in days"),
    "offer_hours": Meaning("Hours for which an offered place is kept"),
    "offered": Meaning("Number of places that are offered and not yet accepted"),
    "offered_to": Meaning("The one person who is asked to take over", "for all on the post"),
    "opens_hours_before": Meaning("Hours before the start at which sign-up opens", "for at once"),
    "out_accuracy": Meaning("Accuracy of the location at check-out", "where none was given"),
    "out_position": Meaning(
        "Whether the check-out was inside the area", "where no location was given"
    ),
    "personal_code": Meaning(
        "The code that the participant's own phone shows", "for a tick in the roster"
    ),
    "planned": Meaning("Number of people who are expected"),
    "points_per_hour": Meaning("Points for each confirmed hour"),
    "position": Meaning("Place in the waitlist, from 1 on", "where the person does not wait"),
    "post_id": Meaning("Post of the duty", "for one of a service day"),
    "problem": Meaning("Why it was refused", "where it was not"),
    "recurrence_en": Meaning(
        "Rule of the series in English words", "for an activity without a series"
    ),
    "recurrence_zh": Meaning(
        "Rule of the series in Chinese words", "for an activity without a series"
    ),
    "refusal_title": Meaning("Why this one was refused, for people", "where it was done"),
    "remaining": Meaning("Number of places that are free"),
    "resubmit_note": Meaning("What the leaders answered to the return", "where they did not"),
    "return_reason": Meaning("Why it was returned to the leaders", "where it was not"),
    "reversal_reason": Meaning("Why it should be reversed", "while nobody asks for it"),
    "reversal_requested_by": Meaning("Account of who asks to reverse it", "while nobody does"),
    "reversal_requested_by_name": Meaning("Name of who asks to reverse it", "while nobody does"),
    "reverses_id": Meaning("The entry that this one takes back", "for an ordinary one"),
    "reviewed_by": Meaning("Account of who has reviewed it", "before the review"),
    "reviewed_by_name": Meaning("Name of who has reviewed it", "before the review"),
    "revocation_reason": Meaning("Why it was revoked, or should be", "where nobody asks for it"),
    "revocation_requested_at": Meaning(
        "Instant at which a first person asked to revoke it", "where nobody has"
    ),
    "revoked_at": Meaning("Instant of the revocation", "while it is valid"),
    "revoked_on": Meaning("Day of the revocation", "while it is valid"),
    "serves_from": Meaning("Instant from which on the person serves", "before the approval"),
    "service_day_id": Meaning("Service day of the duty", "for one of a post"),
    "services": Meaning("Number of services"),
    "signup": Meaning("The sign-up", "where it was refused"),
    "skipped": Meaning("Number of people who do not come"),
    "stars": Meaning("From 1 to 5, the more the better"),
    "stated_name": Meaning("Name that is printed", "before the issue"),
    "taken": Meaning("Number of pieces that were redeemed"),
    "waiting": Meaning("Number of people on the waitlist"),
    "weeks_ahead": Meaning("Number of weeks for which shifts are made in advance"),
    "withdraw_hours_before": Meaning("Hours before the start until which a withdrawal is in time"),
}
