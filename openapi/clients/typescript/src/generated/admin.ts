// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
export interface paths {
    "/admin/v1/administrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List administrators, oldest first */
        get: operations["listAdministrators"];
        put?: never;
        /**
         * Create an administrator's account
         * @description The answer has a one-time link, shown this once, by which its person sets a password and a second factor. It has no permissions until it is granted a role. If the answer was lost, issue another link.
         */
        post: operations["createAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/administrators/{administrator_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an administrator by the id of their user */
        get: operations["getAdministrator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/administrators/{administrator_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a one-time link instead of any former one
         * @description For a new account or one whose password or second factor is lost. Only those above somebody may do so. What they have stays valid until the link is used; for 30 days the two do not count as two persons.
         */
        post: operations["issueAccountLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries of the platform
         * @description Administrators, logins, regions. Newest first. Reading them is audited, once in ten minutes.
         */
        get: operations["listPlatformAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/account-links/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a one-time link that I was given
         * @description It shows whose account it is for, and a second factor to add to an authenticator app; each time another one, of which the last counts.
         */
        post: operations["openAccountLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/account-links/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set my password and my second factor by a one-time link
         * @description It is then used up. All logins of the account end; log in again.
         */
        post: operations["useAccountLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with name, password and one-time code
         * @description The code is needed if a second factor is enrolled.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the current login
         * @description Its access token is invalid at once.
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/sessions/current/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give my password and code once more
         * @description For five minutes this login may then do what `identity.step_up_required` has refused: export, grant, and change the register.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/auth/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh a login
         * @description The rules are those of residents' refresh tokens.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the communities that your grants reach, oldest first
         * @description A grant may reach a whole community or one of its places.
         */
        get: operations["listCommunities"];
        put?: never;
        /** Create a community in a region that you manage */
        post: operations["createCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a community
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getCommunity"];
        /**
         * Replace the fields of a community
         * @description It may move into another region that you manage.
         */
        put: operations["reviseCommunity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the community's activities
         * @description Newest first, drafts included.
         */
        get: operations["listActivities"];
        put?: never;
        /**
         * Draft an activity
         * @description Residents do not see it until it is published.
         */
        post: operations["draftActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an activity, also a draft
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getActivity"];
        /**
         * Replace the fields of an activity
         * @description A published one must still obey what publishing asks. People who have signed up stay, and are told of another place and of other risks; where risk or audience grow, they are asked to agree within 24 hours.
         */
        put: operations["reviseActivity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an activity with all its shifts
         * @description Everybody who has signed up gets a message with the reason.
         */
        post: operations["cancelActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an activity whose last shift is over
         * @description A day after that shift it is completed by the service itself.
         */
        post: operations["completeActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leaders of an activity
         * @description They show the code of its shifts, see who comes, and check people in.
         */
        get: operations["listActivityLeaders"];
        put?: never;
        /**
         * Name a leader of an activity
         * @description A leader is an active participant and known to be an adult, and gets a message.
         */
        post: operations["nameActivityLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/leaders/{participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a leader from an activity
         * @description The person gets a message.
         */
        delete: operations["removeActivityLeader"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an activity
         * @description Residents see it from then on, and may sign up for its shifts.
         */
        post: operations["publishActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what helpers have said of an activity after its shifts
         * @description Without their names.
         */
        get: operations["listRatings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the series of an activity with its dates from today on
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getSeries"];
        /**
         * Change a series from a day on
         * @description Shifts keep their people: who has signed up is told of another time, and of a cancellation where the date is not in the rule any more. `changes` says for each date what has become of it; a date on which more people have a place than there would be places stays as it was.
         */
        put: operations["reviseSeries"];
        /**
         * Make an activity recur
         * @description The shifts of the next weeks are made at once, and each night those that have come near; on a published activity they are open to sign-ups.
         */
        post: operations["startSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a series
         * @description Shifts after its last day are cancelled, and everybody who has signed up for one gets a message with the reason.
         */
        post: operations["endSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a series
         * @description No more shifts are made, and those that are made take place.
         */
        post: operations["pauseSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the next dates of a rule before anything is saved
         * @description It shows the rule in words, too.
         */
        post: operations["previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a date that was skipped or cancelled
         * @description It gets a new shift, for which nobody has signed up.
         */
        post: operations["restoreDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a series with the dates that are still to come */
        post: operations["resumeSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/series/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip one date of a series
         * @description Everybody who has signed up for it gets a message with the reason.
         */
        post: operations["skipDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the shifts of an activity, soonest first
         * @description Shifts of drafts are included.
         */
        get: operations["listShifts"];
        put?: never;
        /**
         * Add a shift to an activity, with its roles and places
         * @description On a published activity it is open to sign-ups at once.
         */
        post: operations["addShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a resident up for dates of an activity at the desk
         * @description One, several, or all. Each date is answered by itself, by the rules of a resident's own sign-up.
         */
        post: operations["signUpForDates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/activities/{activity_id}/signups/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a resident from dates of an activity
         * @description One, several, or all that have not begun. The resident gets a message for each.
         */
        post: operations["withdrawFromDates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an attendance */
        get: operations["getAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter when a person came, before a witness
         * @description Nobody enters it for themselves; the person gets a message.
         */
        post: operations["checkInParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter when a person left, before a witness
         * @description With `is_correction` it takes the place of the check-out before, also after the end; minutes that nobody has reviewed follow it.
         */
        post: operations["checkOutParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a disputed absence: the resident was there
         * @description Without times it was from the start to the end. Another person decides than the one who has marked it or has entered the dispute; the resident gets a message with the reason.
         */
        post: operations["correctAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute an absence for a resident who says so at the desk
         * @description Other staff decide.
         */
        post: operations["disputeAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/mark-absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark somebody as absent after the end
         * @description As a leader reports it at the desk. The person gets a message, and may dispute it.
         */
        post: operations["markAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/attendances/{attendance_id}/uphold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uphold a disputed absence
         * @description Another person decides than the one who has marked it or has entered the dispute; the resident gets a message with the reason.
         */
        post: operations["upholdAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries of the community
         * @description Newest first; those about members only for staff who may know them. Values are never shown. Reading them is audited, once in ten minutes.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ballots, newest first */
        get: operations["listBallots"];
        put?: never;
        /**
         * Draft the ballot on a topic under discussion
         * @description Residents do not see it before it is announced.
         */
        post: operations["draftBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a ballot
         * @description Its ETag is the If-Match of the next PUT. Counts stand in its result.
         */
        get: operations["getBallot"];
        /**
         * Revise a draft ballot
         * @description An announced ballot does not change.
         */
        put: operations["reviseBallot"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a ballot
         * @description The electoral roll is drawn up; questions, options, rule, window and roll are frozen and hashed. Everybody on the roll is notified.
         */
        post: operations["announceBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/annul": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the annulment of a ballot
         * @description Nothing happens until a second person confirms.
         */
        post: operations["requestBallotAnnulment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/annul/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the annulment of a ballot
         * @description As the second of two persons. Everybody on the roll is notified of the reason that the first has given, and the topic is deliberated again.
         */
        post: operations["confirmBallotAnnulment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/certify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the certification of a result
         * @description Nothing happens until a second person confirms.
         */
        post: operations["requestBallotCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/certify/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the certification of a result
         * @description As the second of two persons. The ballot is checked against the hash of what was announced.
         */
        post: operations["confirmBallotCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a certified result
         * @description The topic is decided by it, and everybody on the roll is notified.
         */
        post: operations["publishBallotResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the counts and the outcome of a ballot, after its close */
        get: operations["getBallotResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the counts of a ballot's electoral roll
         * @description They are the votes that can be cast and the people who may cast them; the votes that were cast are shown after the close only.
         */
        get: operations["getBallotRollCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/ballots/{ballot_id}/votes/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal recorded votes with those who cast them
         * @description After the close and for a reason, at most twenty at a time. Each vote that is revealed has an audit entry, and its voter is told; the answer is not stored for an Idempotency-Key, so that a repeated request is another reveal.
         */
        post: operations["revealRecordedVotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the working days of a year
         * @description Holidays, and weekends that are worked in exchange. A year whose arrangement is not known yet is provisional, and says so.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/calendar/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of the calendar
         * @description Newest first, with their progress.
         */
        get: operations["listCalendarImports"];
        put?: never;
        /**
         * Import days of the calendar from a sheet (CSV, XLSX)
         * @description Columns: 日期 day, 安排 kind (上班 or 放假), optionally 名称 name. Days that the sheet does not name stay as they are. All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/calendar/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of the calendar
         * @description With its progress while it waits or runs.
         */
        get: operations["getCalendarImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/calendar/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of the calendar, within 30 days
         * @description Periods that have begun keep their end.
         */
        post: operations["undoCalendarImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/cards/{card_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a card came from and led to
         * @description Private cards included. Oldest links come first.
         */
        get: operations["listLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests and certificates, newest first
         * @description Names are masked.
         */
        get: operations["listCertificates"];
        put?: never;
        /** Request a certificate for a volunteer who asks for it at the desk */
        post: operations["requestCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a request or a certificate */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a request
         * @description Its person gets a message with the reason.
         */
        post: operations["declineCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/drop-revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a revocation that was requested
         * @description Refuse it, or take one's own back. It stays valid.
         */
        post: operations["dropCertificateRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a certificate from what is confirmed now
         * @description Nobody issues their own, or what they have entered at the desk. Its person gets a message.
         */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a certificate as a PDF, to print it for its person
         * @description It is audited, and they see it in their access log.
         */
        get: operations["printCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/request-revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the revocation of a certificate
         * @description Nothing happens until a second person confirms.
         */
        post: operations["requestCertificateRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a certificate, as the second of two persons
         * @description Its person gets a message with the reason, and everybody who checks the number sees it.
         */
        post: operations["confirmCertificateRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/certificates/{certificate_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a request for a volunteer who says so at the desk */
        post: operations["withdrawCertificateRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a post claim
         * @description With who serves; the phone is shown by a reveal.
         */
        get: operations["getPostClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a post claim
         * @description For 3 days it is shown among those of its post, without a name; then service begins without another request. Nobody decides about their own claim.
         */
        post: operations["approvePostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/ask-to-leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a resident who serves asks to leave
         * @description As told at the desk. It is decided as if they had asked themselves; they get a message.
         */
        post: operations["askToLeavePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete the service of a post claim
         * @description On a post that is closed and over, the service does so itself. Nobody decides about their own claim.
         */
        post: operations["completePostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a post claim
         * @description The place is free again, and the applicant gets a message with the reason. Nobody decides about their own claim.
         */
        post: operations["rejectPostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a resident go who has asked to leave
         * @description The place is free again, and they get a message. Nobody decides about their own claim.
         */
        post: operations["releasePostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal how to reach who has claimed a post
         * @description The verified name, the phone number, the address, all for one reason. It is audited and told to the person, and counts once.
         */
        post: operations["revealPostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a resident stays who had asked to leave
         * @description As agreed with them before a witness. They get a message, and may ask again.
         */
        post: operations["stayOnPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/claims/{claim_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a post claim at the desk
         * @description The resident has asked for it. The place is free again, and the resident gets a message.
         */
        post: operations["withdrawPostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/department-members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a member of a department */
        get: operations["getDepartmentMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member from a department
         * @description With effect from their next request. The last one stays while the department has open tickets.
         */
        delete: operations["removeDepartmentMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the departments of the community, oldest first */
        get: operations["listDepartments"];
        put?: never;
        /** Add a department to which tickets can be assigned */
        post: operations["addDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/departments/{department_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a department
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getDepartment"];
        /**
         * Replace the fields of a department
         * @description One that has open tickets stays active: assign them to another department first.
         */
        put: operations["reviseDepartment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/departments/{department_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the members of a department, oldest first */
        get: operations["listDepartmentMembers"];
        put?: never;
        /**
         * Add a member to a department
         * @description An administrator who acts for it. Their permissions come from their grants alone.
         */
        post: operations["addDepartmentMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a duty as its person sees it */
        get: operations["getDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation to a service day at the desk
         * @description The resident has said so.
         */
        post: operations["acceptDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask others of the post to take over
         * @description For a resident who wishes it at the desk.
         */
        post: operations["offerDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note before the start that a resident does not come
         * @description As told at the desk.
         */
        post: operations["skipDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a resident of the same post take over a duty
         * @description They consent to it at the desk.
         */
        post: operations["takeOverDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duties/{duty_id}/withdraw-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask nobody to take over any more
         * @description For a resident who says so at the desk.
         */
        post: operations["withdrawDutyOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duty-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dates of posts and service days, the next one first
         * @description Each has the numbers of its people.
         */
        get: operations["listDutyDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duty-days/{duty_day_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one date of a post or of a service day */
        get: operations["getDutyDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duty-days/{duty_day_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel one date with a reason
         * @description Everybody who was to come is told.
         */
        post: operations["cancelDutyDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/duty-days/{duty_day_id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is to come on a date, and who came */
        get: operations["listDutiesOfDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the figures of the community by week
         * @description People who joined, sign-ups, hours, tickets, topics and turnout. Counts from 1 to 9 are hidden, and so is what they could be computed from.
         */
        get: operations["getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List guardianships
         * @description Oldest first; `status=in_review` for those that wait for a check.
         */
        get: operations["listGuardianships"];
        put?: never;
        /**
         * Record a guardian at the desk
         * @description Who has signed a consent before a witness. `on_behalf_of` is the minor.
         */
        post: operations["recordGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a guardianship */
        get: operations["getGuardianship"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a guardianship after a check of the papers
         * @description The two do not live in one household. Nobody decides about their own.
         */
        post: operations["approveGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a consent that a guardian signs at the desk
         * @description Before a witness.
         */
        post: operations["giveGuardianConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a guardianship at the desk, with all its consents
         * @description A guardian has asked for it.
         */
        post: operations["endGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a guardianship
         * @description Both people get a message with the reason. Nobody decides about their own.
         */
        post: operations["rejectGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/guardianships/{guardianship_id}/withdraw-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a consent for a guardian who says so at the desk */
        post: operations["withdrawGuardianConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link two cards of the community
         * @description For example a ticket that led to a topic, or a topic that led to an activity.
         */
        post: operations["linkCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a link */
        delete: operations["removeLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List member registrations, oldest first, with masked names
         * @description Only the community's own Party administrators may.
         */
        get: operations["listMemberRegistrations"];
        put?: never;
        /**
         * Register a member at the desk
         * @description The member has signed the separate consent on paper, and gets a message.
         */
        post: operations["registerMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a member registration, with the name masked */
        get: operations["getMemberRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a member registration
         * @description The community or a paper slip confirms the membership. A receipt is issued; anybody may check its number, which does not show the person. Nobody decides about their own registration.
         */
        post: operations["approveMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a member registration
         * @description The member gets a message with the reason. Nobody decides about their own registration.
         */
        post: operations["declineMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an active member registration
         * @description Its receipt ends with it, and the member gets a message with the reason. Nobody decides about their own registration.
         */
        post: operations["endMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a member registration for correction
         * @description The member gets a message with the reason. Nobody decides about their own registration.
         */
        post: operations["returnMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal a member's sheet, or parts of it, in one answer
         * @description The reveal is audited and the member gets a message; the answer is not stored for an Idempotency-Key, so that a repeated request is another reveal.
         */
        post: operations["revealMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a returned member registration again at the desk
         * @description The body replaces the whole form, and the member gets a message.
         */
        post: operations["resubmitMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/member-registrations/{registration_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a member registration at the desk
         * @description The member has asked for it. An active one ends with its receipt; the member gets a message.
         */
        post: operations["withdrawMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/occasions/{occasion_id}/attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is to come to a shift or a duty, and who has come
         * @description Names are masked; how to reach people is shown by a reveal.
         */
        get: operations["listAttendances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/occasions/{occasion_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to all helpers of a shift or a duty
         * @description Three in an hour are possible, those of its leaders counted, and each is audited with its words.
         */
        post: operations["sendMessageToHelpers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/occasions/{occasion_id}/service-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the service entries of one shift or duty day */
        get: operations["listOccasionServiceEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/occasions/{occasion_id}/service-entries/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post the reviewed entries of one shift or duty day
         * @description The community sees them for 3 working days; each entry has its own answer. Entries with an objection are posted one by one, or by naming them.
         */
        post: operations["postOccasionServiceEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/occasions/{occasion_id}/service-entries/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review the recorded entries of one shift or duty day
         * @description It is all of them, or those that are named; each has its own answer. Own minutes, and presences that I have vouched for, are left to others.
         */
        post: operations["reviewOccasionServiceEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the opinions of all topics, oldest first
         * @description `is_to_read` lists those that wait for a worker: new ones, and those that were reported.
         */
        get: operations["listOpinionsToModerate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an opinion, with the reasons of its reports */
        get: operations["getOpinion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Endorse an opinion for a resident at the desk
         * @description The rules are those of residents.
         */
        post: operations["endorseOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide an opinion from everybody but its author
         * @description The author is notified of the reason.
         */
        post: operations["hideOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show an opinion that I have read to everybody
         * @description Its author is told. One that was reported and is still shown stays so. Nobody decides on what they have written or entered themselves.
         */
        post: operations["passOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse to show an opinion
         * @description Its author is told the reason.
         */
        post: operations["refuseOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an opinion for a resident at the desk
         * @description The rules are those of residents.
         */
        post: operations["reportOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a hidden opinion
         * @description Its author is notified.
         */
        post: operations["restoreOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/opinions/{opinion_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an opinion at the desk
         * @description At the request of its author.
         */
        post: operations["withdrawOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List participants, newest first
         * @description Names are masked; grid workers see those who live in their places. `q` is a whole real name and `phone` a whole number: both take the permission to reveal one. Each search by a name or a number is audited.
         */
        get: operations["listParticipants"];
        put?: never;
        /**
         * Enter a participant without a phone at the desk
         * @description They have signed on paper, before a witness.
         */
        post: operations["joinCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a participant, with the real name masked */
        get: operations["getParticipant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block a participant
         * @description They still see what is theirs but can do nothing new, and get a message.
         */
        post: operations["blockParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/claim-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a one-time code to print
         * @description With it a person whom the desk has entered takes over their row in the app. It is shown this once, lasts 30 days, and replaces a former one.
         */
        post: operations["issueClaimCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a participant leave at the desk, at their request
         * @description Their claims are withdrawn, and their residence in the community ends.
         */
        post: operations["leaveCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/note-age-band": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a participant's age band
         * @description As seen on a document at the desk. No date of birth is stored.
         */
        post: operations["noteParticipantAgeBand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a participant's display name at the desk
         * @description At their request.
         */
        post: operations["renameParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal how to reach a participant
         * @description The verified name, the phone number, the address, all for one reason. It is audited and told to the person, and counts once; the answer is not stored for an Idempotency-Key, so that a repeated request is another reveal.
         */
        post: operations["revealParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/participants/{participant_id}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unblock a participant, who gets a message */
        post: operations["unblockParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the places of the community, oldest first
         * @description Grid workers see those of their grid.
         */
        get: operations["listPlaces"];
        put?: never;
        /** Add a place: a grid, a building, an entrance or a household */
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a place */
        get: operations["getPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/{place_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a place into another one of its kind
         * @description Residents, claims, entries of the register, grants and all places below follow; the former place is retired and leads there. With `preview=true` it counts what would follow.
         */
        post: operations["mergePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/{place_id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a place
         * @description What refers to it shows the new name.
         */
        post: operations["renamePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/{place_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a retired place again
         * @description With all below it that has not been merged.
         */
        post: operations["reopenPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/{place_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a place and all below it
         * @description Nobody moves in any more, and it is not offered; who lives there stays.
         */
        post: operations["retirePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of places, newest first
         * @description Sheets that wait or run have their progress.
         */
        get: operations["listPlaceImports"];
        put?: never;
        /**
         * Import places from a sheet (CSV, XLSX)
         * @description Columns: 楼栋 building, optionally 网格 grid, 单元 entrance, 房号 household. Existing places stay as they are. All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of places
         * @description With its progress while it waits or runs.
         */
        get: operations["getPlaceImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/places/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of places
         * @description Within 30 days and as long as nothing rests on it.
         */
        post: operations["undoPlaceImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/point-debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List points of reversed entries that were spent already
         * @description Oldest first. Without `is_settled` those that wait.
         */
        get: operations["listPointDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/point-debts/{debt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get points of a reversed entry that were spent already */
        get: operations["getPointDebt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/point-debts/{debt_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note how a debt was settled with its person
         * @description Nobody settles their own.
         */
        post: operations["settlePointDebt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/points/{participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the points of one participant
         * @description They have asked for them at the desk. There is no list by balance.
         */
        get: operations["getParticipantPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/points/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the settings of points
         * @description Points are off until a community turns them on.
         */
        get: operations["getPointSettings"];
        /**
         * Replace the settings of points
         * @description They hold for what is confirmed from now on; what was granted stays, and can be redeemed while points are on.
         */
        put: operations["revisePointSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the community's posts
         * @description Newest first, drafts and closed ones included.
         */
        get: operations["listPosts"];
        put?: never;
        /**
         * Draft a post
         * @description Residents do not see it until it is published.
         */
        post: operations["draftPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a post, also a draft
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getPost"];
        /**
         * Replace the fields of a post
         * @description Drafts and published posts can be changed; claims stay, and the places cannot be fewer than are taken. Once it is claimed, its kind, times, place and risk stay as they are: another post asks those who serve anew.
         */
        put: operations["revisePost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claims of a post
         * @description Oldest first, with who serves; the phone is shown by a reveal.
         */
        get: operations["listPostClaims"];
        put?: never;
        /**
         * Apply for a post for a resident at the desk
         * @description The rules are those of a resident's own application.
         */
        post: operations["applyForPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a post
         * @description Nobody can apply for it any more; service goes on until the end of the post.
         */
        post: operations["closePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leaders of a post
         * @description They show the code of its dates, see who comes, and check people in.
         */
        get: operations["listPostLeaders"];
        put?: never;
        /**
         * Name a leader of a post
         * @description A leader is an active participant and known to be an adult, and gets a message.
         */
        post: operations["namePostLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}/leaders/{participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a leader from a post
         * @description The person gets a message.
         */
        delete: operations["removePostLeader"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/posts/{post_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a post with its risk statement
         * @description One of high risk is insured, and for adults. Residents see it from then on, and verified residents may apply for it.
         */
        post: operations["publishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List redemptions
         * @description Oldest first; `status=requested` for those to hand over.
         */
        get: operations["listRedemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/redemptions/{redemption_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a redemption */
        get: operations["getRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/redemptions/{redemption_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a redemption at the desk
         * @description The points come back to the person, who gets a message.
         */
        post: operations["cancelRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/redemptions/{redemption_id}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a reward was handed over
         * @description Nobody hands one to themselves.
         */
        post: operations["fulfilRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the size of the residents' register
         * @description It tells the instant of the last import, too.
         */
        get: operations["getRegisterSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/register/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of the register
         * @description Newest first, with their progress.
         */
        get: operations["listRegisterImports"];
        put?: never;
        /**
         * Import the residents' register (居民名册) from a sheet (CSV, XLSX)
         * @description Columns: 楼栋 building, 房号 household, 姓名 name, optionally 网格 grid, 单元 entrance, 手机 phone, 成年 adult (是 or 否). The sheet replaces the entries of its households; one with an empty name empties its household. Names and phones are stored encrypted, and no operation shows them. All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/register/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of the register
         * @description With its progress while it waits or runs.
         */
        get: operations["getRegisterImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/register/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of the register
         * @description Within 30 days and as long as nothing rests on it.
         */
        post: operations["undoRegisterImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List residence claims, oldest first
         * @description Names are masked; grid workers see claims to households in their places.
         */
        get: operations["listResidenceClaims"];
        put?: never;
        /**
         * Submit a residence claim for a participant who has signed on paper
         * @description The rules are those of their own claim.
         */
        post: operations["submitResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a residence claim as its reviewer sees it
         * @description With the name masked: what the register says of household, name and phone number, others who may be the same person, and what the caller may do now.
         */
        get: operations["getResidenceClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a residence claim
         * @description The participant becomes a resident of the household, and a former residence ends. Nobody decides about their own claim, nor about one that they have entered. Where somebody else may be the same person, it takes `is_another_person`.
         */
        post: operations["approveResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an approved residence claim of a participant who has moved away
         * @description They get a message with the reason. Nobody decides about their own claim, nor about one that they have entered.
         */
        post: operations["endResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a residence claim
         * @description The participant gets a message with the reason. Nobody decides about their own claim.
         */
        post: operations["rejectResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew an approved residence claim at the desk
         * @description At the participant's request. It then lasts another 24 months.
         */
        post: operations["renewResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal how to reach the person of a residence claim
         * @description The name and the household that they claim, their phone number, all for one reason. It is audited and told to the person, and counts once; the answer is not stored for an Idempotency-Key, so that a repeated request is another reveal.
         */
        post: operations["revealResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/residence-claims/{claim_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a residence claim at the desk
         * @description At the participant's request. They get a message.
         */
        post: operations["withdrawResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/reveal-allowances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow a colleague another twenty reveals within an hour
         * @description As a second person.
         */
        post: operations["allowMoreReveals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rewards, oldest first
         * @description Without `status` those that are offered.
         */
        get: operations["listRewards"];
        put?: never;
        /** Offer a reward for points */
        post: operations["addReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/rewards/{reward_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a reward
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getReward"];
        /**
         * Replace the fields of a reward
         * @description What is redeemed already keeps its cost.
         */
        put: operations["reviseReward"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/rewards/{reward_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a reward
         * @description What is redeemed already can still be collected.
         */
        post: operations["closeReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/rewards/{reward_id}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem a reward for a resident who asks for it at the desk
         * @description By the resident's rules.
         */
        post: operations["redeemReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what did not look as usual when presences were recorded
         * @description Newest first. These are facts to look at: they accuse nobody, and refuse nothing.
         */
        get: operations["listServiceAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service categories, oldest first
         * @description Closed ones are listed, too.
         */
        get: operations["listServiceCategories"];
        put?: never;
        /**
         * Add a service category
         * @description Its level says how long an answer and a solution may take.
         */
        post: operations["addServiceCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a service category
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getServiceCategory"];
        /**
         * Revise a service category
         * @description Existing tickets keep the times that they were promised.
         */
        put: operations["reviseServiceCategory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service days of the community
         * @description The newest first, ended ones included.
         */
        get: operations["listServiceDays"];
        put?: never;
        /**
         * Announce a service day that recurs
         * @description Everybody who serves on a post is invited to each date, member or not; nobody has to come, and who does not is not counted.
         */
        post: operations["announceServiceDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-days/{service_day_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a service day
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getServiceDay"];
        /**
         * Replace words, place and time of a service day
         * @description Where place or time become others, everybody who was to come is told, and asked anew. The dates stay: another service day has others.
         */
        put: operations["reviseServiceDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-days/{service_day_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a service day
         * @description Its dates ahead are cancelled, and everybody who was to come is told.
         */
        post: operations["endServiceDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-days/{service_day_id}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leaders of a service day
         * @description They show the code of its dates, see who comes, and check people in.
         */
        get: operations["listServiceDayLeaders"];
        put?: never;
        /**
         * Name a leader of a service day
         * @description A leader is an active participant, known to be an adult, and gets a message.
         */
        post: operations["nameServiceDayLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-days/{service_day_id}/leaders/{participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a leader from a service day
         * @description The person gets a message.
         */
        delete: operations["removeServiceDayLeader"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service entries of the community
         * @description Newest first, with those that reverse others.
         */
        get: operations["listServiceEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a service entry, with the objections to it */
        get: operations["getServiceEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a service entry by a further one
         * @description It stands in the place of one that was returned or reversed, for a part of the presence; never for more. Another person reviews it.
         */
        post: operations["correctServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/drop-reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop the request to reverse a service entry
         * @description Take it back, or refuse it.
         */
        post: operations["dropServiceEntryReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to a service entry for a participant who says so at the desk */
        post: operations["objectToServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a reviewed service entry to the community for 3 working days
         * @description Objections to it are answered by this.
         */
        post: operations["postServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/request-reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a second person to reverse a confirmed service entry
         * @description With a reason that its person reads.
         */
        post: operations["requestServiceEntryReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the return of a service entry at the desk
         * @description A leader has said so. Another person reviews it.
         */
        post: operations["resubmitServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a service entry to the leaders
         * @description With a reason that they and its person read.
         */
        post: operations["returnServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a confirmed service entry
         * @description As the second person: a reversing entry is added, and its person is told.
         */
        post: operations["reverseServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/service-entries/{entry_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review a service entry
         * @description Nobody reviews their own minutes, or a presence that they have entered or confirmed.
         */
        post: operations["reviewServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/shifts/{shift_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a shift
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getShift"];
        /**
         * Replace the times, roles and places of a shift
         * @description This is possible until its start. Added places go to the waitlist at once; everybody who has signed up gets a message about a new time.
         */
        put: operations["reviseShift"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/shifts/{shift_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a shift
         * @description Everybody who has signed up for it gets a message with the reason.
         */
        post: operations["cancelShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/shifts/{shift_id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal the roster of a shift
         * @description Name, phone number, role and household of everybody who has a confirmed sign-up, in the order of the print. It is audited and told to each of them, and counts once; the answer is not stored for an Idempotency-Key.
         */
        post: operations["revealRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/shifts/{shift_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sign-ups for a shift, oldest first
         * @description All states are listed unless `status` names one.
         */
        get: operations["listSignups"];
        put?: never;
        /**
         * Sign a resident up for a shift at the desk
         * @description The rules are those of a resident's own sign-up.
         */
        post: operations["signUpForShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a sign-up */
        get: operations["getSignup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/accept-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an offered place for a resident who says so at the desk
         * @description The resident gets a message.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to what has changed
         * @description For a resident who says so at the desk.
         */
        post: operations["agreeToChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a sign-up under review
         * @description It gets a place if one is left, else the last position on the waitlist; the person gets a message.
         */
        post: operations["approveSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/decline-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an offered place at the desk
         * @description It goes to the next in line. The resident gets a message.
         */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/find-cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find cover for a resident who says at the desk that they cannot come
         * @description People who have helped before are asked to sign up.
         */
        post: operations["findCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the rating of a helper who gives it at the desk */
        post: operations["rateShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a sign-up under review
         * @description The person gets a message with the reason.
         */
        post: operations["rejectSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/signups/{signup_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a sign-up for a resident who has asked for it at the desk
         * @description The resident gets a message.
         */
        post: operations["withdrawSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/star-scheme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the hours of each star
         * @description The national ones, unless the community has set its own.
         */
        get: operations["getStarScheme"];
        /**
         * Replace the hours of each star
         * @description They hold at once, for everybody's own record.
         */
        put: operations["reviseStarScheme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the queue of tickets, due soonest first
         * @description Without `status` it has the open ones. Handlers see the tickets of the departments for which they act, without the author.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Submit a ticket for a resident at the desk
         * @description The rules are those of residents.
         */
        post: operations["submitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a ticket with its whole history */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a ticket
         * @description The caller stays answerable for it; a public ticket is shown to others from now on. It is no first contact: that is a word to the author.
         */
        post: operations["acceptTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an accepted ticket directly, without a department
         * @description The answer resolves it.
         */
        post: operations["answerTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the author of a ticket a question
         * @description The clock of the solution stands still until they answer, for seven days at most.
         */
        post: operations["askAuthor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a ticket to a department
         * @description Also again: after it was given back or disputed, or while another department has it.
         */
        post: operations["assignTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal how to reach the author of an open ticket
         * @description For its department and for community workers: name, phone number, address, all for one reason. It is audited and counts once; the author is told who has seen it, for which ticket. Of a confidential ticket nothing is shown.
         */
        post: operations["revealTicketContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a ticket
         * @description Its author alone is told the reason, and what they can do instead.
         */
        post: operations["declineTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/defer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Defer a ticket that cannot be solved now
         * @description It is looked at again on a day that is named. Its author is told the reason and the day. The clocks go on.
         */
        post: operations["deferTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute a solution at the desk, at the request of the author
         * @description The ticket is taken up again, twice at most.
         */
        post: operations["disputeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the level above for a review of a solution
         * @description Its author asks for it at the desk, and has disputed it twice.
         */
        post: operations["escalateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a ticket for a resident at the desk
         * @description It must be one that they may see themselves.
         */
        post: operations["followTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an assigned ticket back to the community
         * @description Before the work on it has begun. The reason is told to its staff, and not to others.
         */
        post: operations["giveTicketBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/log-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a call or a visit by which staff have spoken with the author
         * @description It counts as the first contact; the author gets a message, and reads in the history what was said.
         */
        post: operations["logTicketContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a ticket into another open one about the same matter
         * @description Its author follows that one from now on, and must be allowed to see it.
         */
        post: operations["mergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate the last solution for the author, at the desk
         * @description 403 for staff who have handled the ticket.
         */
        post: operations["rateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to a ticket
         * @description The reply is shown to the author alone or, if public, to all who see the ticket. It counts as the first contact.
         */
        post: operations["replyToTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a ticket
         * @description All who see it can read how it was solved; its author is asked for a rating.
         */
        post: operations["resolveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume the work on a deferred ticket before its day */
        post: operations["resumeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the work on a ticket, also again after a dispute */
        post: operations["startTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Supplement a ticket at the desk with what its author answers or adds */
        post: operations["supplementTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unfollow a ticket for a resident at the desk */
        post: operations["unfollowTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/{ticket_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a ticket at the desk, at the request of its author
         * @description They get a message.
         */
        post: operations["withdrawTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/tickets/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a ticket in the community's own name
         * @description For what staff have seen themselves. It has no author: nobody rates or disputes it.
         */
        post: operations["openCommunityTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what waits for me in this community
         * @description With counts and due times.
         */
        get: operations["getTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all topics
         * @description Oldest first; grid workers see those that concern their grid. `is_overdue` finds those that have waited for an answer for more than 7 days.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Raise a topic for the community itself
         * @description At the desk it may be for a resident, too. What is raised for a resident names a witness.
         */
        post: operations["raiseTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a topic with its history
         * @description Its ballot and its published result, and what I may do.
         */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a topic by the consensus of its deliberation
         * @description With the minutes. A topic on which a ballot is held is decided by its result.
         */
        post: operations["decideTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a topic
         * @description The resident who raised it is notified of the reason.
         */
        post: operations["declineTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/deliberate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the deliberation of a topic
         * @description Even without enough seconds.
         */
        post: operations["deliberateTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a topic for a participant at the desk
         * @description They are notified of each of its moves.
         */
        post: operations["followTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a topic to everybody
         * @description Residents may second it and submit opinions; the number of seconds that it needs is fixed now.
         */
        post: operations["openTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all opinions on a topic, oldest first
         * @description Those that wait, are hidden or withdrawn are listed, too.
         */
        get: operations["listOpinions"];
        put?: never;
        /**
         * Submit an opinion for a resident at the desk
         * @description The resident is notified.
         */
        post: operations["submitOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a topic up for screening
         * @description The resident who raised it is notified.
         */
        post: operations["screenTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Second a topic for a resident at the desk
         * @description The rules are those of residents. It counts when another person has confirmed it: a colleague, or the resident by seconding.
         */
        post: operations["secondTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/seconds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the seconds that the desk has entered, oldest first
         * @description Nobody has confirmed them yet.
         */
        get: operations["listUnconfirmedSeconds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/seconds/{second_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a second that a colleague has entered at the desk
         * @description It counts from now on.
         */
        post: operations["confirmTopicSecond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unfollow a topic for a participant at the desk */
        post: operations["unfollowTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/topics/{topic_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a topic at the desk
         * @description At the request of who raised it. They are notified.
         */
        post: operations["withdrawTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the units that are assigned to the community
         * @description Newest first, former ones included.
         */
        get: operations["listUnitAssignments"];
        put?: never;
        /**
         * Assign a unit to the community (指派报到)
         * @description It does not sit there. District and subdistrict do; the liaisons of the unit are told with the reason, and then register it.
         */
        post: operations["assignUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-assignments/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the assignment of a unit */
        get: operations["getUnitAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-assignments/{assignment_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the assignment of a unit
         * @description A registration that came of it goes on.
         */
        post: operations["endUnitAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List unit registrations, oldest first
         * @description Name and phone of the unit's contact are masked.
         */
        get: operations["listUnitRegistrations"];
        put?: never;
        /**
         * Register a unit for an organization that has submitted on paper
         * @description The rules are those of a liaison's own registration.
         */
        post: operations["registerUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a unit registration
         * @description Name and phone of the unit's contact are masked.
         */
        get: operations["getUnitRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a unit registration
         * @description It gets a number that anybody may check.
         */
        post: operations["approveUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a unit registration
         * @description The organization may register again.
         */
        post: operations["declineUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an approved unit registration
         * @description Its number is no longer valid.
         */
        post: operations["endUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a unit registration for correction
         * @description The reason says what is to be corrected.
         */
        post: operations["returnUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal name and phone of the unit's contact
         * @description Each reveal is audited; the answer is not stored for an Idempotency-Key.
         */
        post: operations["revealUnitContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a returned unit registration again for its organization
         * @description The body replaces all fields.
         */
        post: operations["submitUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/communities/{community_id}/unit-registrations/{registration_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a unit registration at the desk
         * @description Its organization has asked for it.
         */
        post: operations["withdrawUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/grant-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the proposals in the scopes that you cover
         * @description Oldest first, decided ones included.
         */
        get: operations["listGrantProposals"];
        put?: never;
        /**
         * Propose a grant that takes two persons
         * @description A role that sees members of the Party, by somebody who does not. Another person confirms it.
         */
        post: operations["proposeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/grant-proposals/{user_id}/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a proposal */
        get: operations["getGrantProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/grant-proposals/{user_id}/{proposal_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a proposal as the second of two persons
         * @description It makes the grant.
         */
        post: operations["confirmGrantProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/grant-proposals/{user_id}/{proposal_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a proposal, or take back your own */
        post: operations["declineGrantProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/liaison-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose many liaisons at once
         * @description Each by the number of its unit's letter. All are proposed, or none; a refusal names its `line`. Another person confirms each of them.
         */
        post: operations["proposeLiaisons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my account
         * @description My grants with the names of their roles and scopes, and my communities, departments and organizations with what I may do there.
         */
        get: operations["getStaffMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages about my duties, newest first
         * @description A message is closed by whoever does what it is about, not by reading it.
         */
        get: operations["listMyStaffMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/inbox/{message_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a message as read
         * @description The instant of the first reading stays.
         */
        post: operations["markStaffMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description It takes at least 12 characters. All my other logins end; this one continues with its refresh token.
         */
        put: operations["changeMyPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol a new second factor
         * @description Its secret is shown this once; it replaces the former one when a code of it is confirmed.
         */
        post: operations["enrolMySecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm my new second factor by a code
         * @description All my other logins end.
         */
        post: operations["confirmMySecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what waits for me in all my communities
         * @description With counts and due times. A kind appears if I may do it somewhere.
         */
        get: operations["getMyTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/me/todo/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what waits for me of one kind, due soonest first */
        get: operations["listMyTodoItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/member-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get counts of members by community and by unit
         * @description How many have registered, and how many the units have named. Nobody is named, and counts below 10 are not shown.
         */
        get: operations["getMemberCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Party organizations
         * @description `q` searches by words; the other filters name the organization above, the unit or the community.
         */
        get: operations["listPartyOrganizations"];
        put?: never;
        /**
         * Add a Party organization of a unit or a community that you cover
         * @description It cannot move in the tree later: add it anew instead.
         */
        post: operations["addPartyOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a Party organization
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getPartyOrganization"];
        /**
         * Revise a Party organization
         * @description Its kind, its name, and its unit or community. Its place in the tree stays.
         */
        put: operations["revisePartyOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaison-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the proposals of an organization's liaisons
         * @description Oldest first, decided ones included.
         */
        get: operations["listLiaisonProposals"];
        put?: never;
        /**
         * Propose an administrator as liaison (联络员) of an organization
         * @description By the number of the unit's letter. Another person confirms it; nobody proposes themselves.
         */
        post: operations["proposeLiaison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaison-proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a proposal of a liaison */
        get: operations["getLiaisonProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaison-proposals/{proposal_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a proposal as the second of two persons
         * @description From now on the liaison acts for the organization and for those below it.
         */
        post: operations["confirmLiaisonProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaison-proposals/{proposal_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a proposal, or take back your own */
        post: operations["declineLiaisonProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the present liaisons of an organization, oldest first
         * @description Those of organizations above or below it are not listed.
         */
        get: operations["listLiaisons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaisons/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a present liaison of an organization */
        get: operations["getLiaison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/liaisons/{user_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a liaison
         * @description It ends with their next request.
         */
        post: operations["revokeLiaison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/member-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how many members my unit's list has
         * @description Nobody is named.
         */
        get: operations["getUnitMemberList"];
        /**
         * Replace my unit's list of members (单位党员名单)
         * @description It is stored encrypted; a member whose name and verified phone stand on it is confirmed when they register. An empty list deletes it.
         */
        put: operations["replaceUnitMemberList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the unit's members who have registered
         * @description It is for all communities or for one; names are masked. They belong to the organization or to one below it; the list is oldest first.
         */
        get: operations["listUnitMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/members/{community_id}/{registration_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a member of the unit
         * @description The registration becomes active and gets a receipt. Nobody confirms their own membership.
         */
        post: operations["confirmUnitMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/members/{community_id}/{registration_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the registration of a member who has left the unit
         * @description Its receipt ends with it, and the member gets a message with the reason.
         */
        post: operations["endUnitMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/members/{community_id}/{registration_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal the sheet of a member of the unit
         * @description It may be parts of it; never the phone of the account, nor the household. The reveal is audited in the community and the member gets a message; the answer is not stored for an Idempotency-Key.
         */
        post: operations["revealUnitMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the communities to which my organization is assigned
         * @description Newest first.
         */
        get: operations["listOwnUnitAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-assignments/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an assignment of my organization */
        get: operations["getOwnUnitAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my organization's unit registrations
         * @description Newest first, former ones included.
         */
        get: operations["listOwnUnitRegistrations"];
        put?: never;
        /**
         * Register my unit with the community where it sits (单位报到)
         * @description The community's Party administrators review the registration.
         */
        post: operations["registerOwnUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of my organization's unit registrations
         * @description With the community's answer.
         */
        get: operations["getOwnUnitRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-registrations/{registration_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End my organization's approved unit registration
         * @description Its number is no longer valid.
         */
        post: operations["endOwnUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-registrations/{registration_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit my organization's returned unit registration again
         * @description The body replaces all fields.
         */
        post: operations["submitOwnUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/{organization_id}/unit-registrations/{registration_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw my organization's unit registration
         * @description This is possible until it is decided.
         */
        post: operations["withdrawOwnUnitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of Party organizations, newest first
         * @description Sheets that wait or run have their progress.
         */
        get: operations["listPartyOrganizationImports"];
        put?: never;
        /**
         * Import Party organizations from a sheet (CSV, XLSX)
         * @description Columns: 组织名称 name, 组织类型 kind, optionally 上级组织 parent (its name), and one of 统一社会信用代码 credit_code of its unit and 社区编号 community. Lines may stand in any order. All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importPartyOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of Party organizations
         * @description With its progress while it waits or runs.
         */
        get: operations["getPartyOrganizationImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/party-organizations/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of Party organizations
         * @description Within 30 days and as long as nothing rests on it.
         */
        post: operations["undoPartyOrganizationImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the regions below a region on a day
         * @description Without `parent_id` these are the provinces; `code` finds the region of one code.
         */
        get: operations["listRegions"];
        put?: never;
        /**
         * Add a region below one that you cover
         * @description Its code determines its kind and its parent.
         */
        post: operations["addRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/{region_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a region */
        get: operations["getRegion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/{region_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a region into another one of its kind
         * @description Regions below it, communities in it and grants for it follow; it ends today. With `preview=true` it counts what would follow.
         */
        post: operations["mergeRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/{region_id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename a region */
        post: operations["renameRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/{region_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a region on a day, with all below it
         * @description A region with communities in it is merged instead.
         */
        post: operations["retireRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of regions, newest first
         * @description Sheets that wait or run have their progress.
         */
        get: operations["listRegionImports"];
        put?: never;
        /**
         * Import regions from a sheet (CSV, XLSX)
         * @description A table of codes that is valid from a day on. Columns: 区划代码 code, 名称 name, optionally 失效日期 valid_to. All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importRegions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of regions
         * @description With its progress while it waits or runs.
         */
        get: operations["getRegionImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/regions/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of regions
         * @description Within 30 days and as long as nothing rests on it.
         */
        post: operations["undoRegionImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the grants in the scopes that you cover
         * @description Oldest first, former ones included.
         */
        get: operations["listGrants"];
        put?: never;
        /**
         * Grant an administrator a role in a region or a place that you cover
         * @description It cannot have more permissions than you have there, and you cannot grant one to yourself. A role that sees members of the Party is for one community, and takes two persons unless you see them yourself.
         */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/role-grants/{user_id}/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a grant */
        get: operations["getGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/role-grants/{user_id}/{grant_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a grant
         * @description It ends with the administrator's next request.
         */
        post: operations["revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/work-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List work units
         * @description `q` searches by words of the name; the other filters name the code or the community.
         */
        get: operations["listWorkUnits"];
        put?: never;
        /**
         * Add a work unit in a community that you cover
         * @description The check character of its code is verified.
         */
        post: operations["addWorkUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/work-units/{work_unit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a work unit
         * @description Its ETag is the If-Match of the next PUT.
         */
        get: operations["getWorkUnit"];
        /**
         * Replace the fields of a work unit
         * @description It may move into another community that you cover.
         */
        put: operations["reviseWorkUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/work-units/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of work units, newest first
         * @description Sheets that wait or run have their progress.
         */
        get: operations["listWorkUnitImports"];
        put?: never;
        /**
         * Import work units from a sheet (CSV, XLSX)
         * @description Columns: 单位名称 name, 统一社会信用代码 credit_code, which identifies a unit, optionally 地址 address, 社区编号 community (its short number). All lines are taken or none; the same sheet again changes nothing. With `preview=true` it tells what would change; a large sheet (202) waits for a worker.
         */
        post: operations["importWorkUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/work-units/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import of work units
         * @description With its progress while it waits or runs.
         */
        get: operations["getWorkUnitImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/v1/work-units/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import of work units
         * @description Within 30 days and as long as nothing rests on it.
         */
        post: operations["undoWorkUnitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountLinkIn: {
            /** @description Token of the link. */
            token: string;
        };
        /** @description A one-time link, shown this once. */
        AccountLinkOut: {
            /**
             * Format: date-time
             * @description Instant from which on it no longer holds.
             */
            expires_at: string;
            /** @description Token for `openAccountLink` and `useAccountLink`. Hand it over to the person. */
            token: string;
        };
        /** @description All fields of an activity that administrators write. Shifts are added one by one. */
        ActivityIn: {
            address: string;
            /**
             * @description Ages for which it is; a high risk is for adults only, also where this is left out.
             * @default all
             */
            age?: components["schemas"]["AgeLimit"];
            /** @default everyone */
            audience?: components["schemas"]["Audience"];
            category: components["schemas"]["Category"];
            /** @description Contact for questions. Everybody sees it: give an office, never a person's own number. */
            contact: string;
            /** @default  */
            description?: string;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude?: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude?: number | null;
            /**
             * @description True if the volunteers are insured, which a high risk requires (art. 17).
             * @default false
             */
            is_insured?: boolean;
            /** @default false */
            needs_review?: boolean;
            /**
             * @description Hours of the day in which the next in line answers when a place is offered to them.
             * @default 2
             */
            offer_hours?: number;
            organiser: string;
            /** @description Id of the grid, building or entrance whose people it addresses; everybody sees it. */
            place_id?: string | null;
            /** @default low */
            risk_level?: components["schemas"]["RiskLevel"];
            /**
             * @description Statement of the risks; publication requires it (Volunteer Service Regulations, art. 12).
             * @default
             */
            risk_statement?: string;
            summary: string;
            title: string;
        };
        ActivityOut: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            address: string;
            age: components["schemas"]["AgeLimit"];
            audience: components["schemas"]["Audience"];
            /** @description Why it was cancelled; null where it was not. */
            cancel_reason: string | null;
            /** @description Instant at which it was cancelled; null where it was not. */
            cancelled_at: string | null;
            category: components["schemas"]["Category"];
            /** @description Instant at which it was completed; null while it is not. */
            completed_at: string | null;
            /** @description How the person or office wants to be reached. */
            contact: string;
            description: string;
            /** @description Instant of its end; null while none is set. */
            ends_at: string | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number | null;
            /** Format: uuid */
            id: string;
            is_insured: boolean;
            needs_review: boolean;
            /** @description Hours for which an offered place is kept. */
            offer_hours: number;
            organiser: string;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description The place in words; null for the whole community. */
            place_path: string | null;
            /** @description Instant from which on everybody sees it; null before. */
            published_at: string | null;
            /** @description Rule of the series in English words; null for an activity without a series. */
            recurrence_en: string | null;
            /** @description The rule by which it recurs, in words; null for one that does not. */
            recurrence_zh: string | null;
            risk_level: components["schemas"]["RiskLevel"];
            risk_statement: string;
            /** @description Instant of its beginning; null while none is set. */
            starts_at: string | null;
            status: components["schemas"]["ActivityStatus"];
            summary: string;
            title: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        /**
         * @description Orders of the administrators' list of activities.
         * @enum {string}
         */
        ActivitySort: "newest" | "starting";
        /** @enum {string} */
        ActivityStatus: "draft" | "published" | "cancelled" | "completed" | "archived";
        AdministratorOut: {
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            has_second_factor: boolean;
            /** Format: uuid */
            id: string;
            /** @description Name with which an administrator logs in. */
            login_name: string;
            name: string;
        };
        AdministratorPage: {
            items: components["schemas"]["AdministratorOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        AdminLogin: {
            /** @description Any text by which the client tells its installations apart; a lost answer to a refresh can be asked for again with it. */
            device?: string | null;
            /** Format: password */
            password: string;
            /** @description Code of the authenticator app; needed if a second factor is enrolled. */
            totp?: string | null;
            username: string;
        };
        AdminSession: {
            /** @description Sent as `Authorization: Bearer …`; it lasts minutes. */
            access_token: string;
            /**
             * @description Seconds for which the access token is valid from now.
             * @default 900
             */
            expires_in: number;
            /** @description Good once, for the next pair of tokens. Store it; show it to nobody. */
            refresh_token: string;
            /**
             * @description Always `Bearer`.
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            user: components["schemas"]["AdministratorOut"];
        };
        /**
         * @description Age of a person, as coarsely as rules ask for it; no date of birth is stored.
         * @enum {string}
         */
        AgeBand: "under_14" | "14_17" | "adult";
        AgeBandIn: {
            /** @description The age that the desk has seen on a document; None where nobody knows it. */
            age_band: components["schemas"]["AgeBand"] | null;
        };
        /**
         * @description The ages for which an activity is: minors need a guardian's consent, and nobody under 18
         *     takes part in what is of high risk.
         * @enum {string}
         */
        AgeLimit: "all" | "from_14" | "adults";
        Announcement: {
            /** @description Public note in the history of the topic. */
            note: string;
        };
        /**
         * @description Kinds of what does not look as usual: facts to look at, and no accusation.
         * @enum {string}
         */
        AnomalyKind: "back_dated" | "same_second" | "outside_occasion" | "two_places" | "long_day" | "same_few" | "clock_doubt" | "closed_by_sweep" | "changed_later";
        /** @description A fact to look at. It accuses nobody, and refuses nothing. */
        AnomalyOut: {
            /** @description Name that the person shows to others; null where nobody is shown. */
            display_name: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["AnomalyKind"];
            /** Format: date-time */
            noted_at: string;
            /** @description What was counted; its unit is that of the kind. */
            number: number;
            /** Format: uuid */
            occasion_id: string;
            /** Format: date-time */
            occasion_starts_at: string;
            occasion_title: string;
            /** @description Person in this community; null where the person is not known or not shown. */
            participant_id: string | null;
            /**
             * Format: uuid
             * @description Id of the thing that it is about.
             */
            subject_id: string;
            /** @description The fact in words. */
            what: string;
        };
        AnomalyPage: {
            items: components["schemas"]["AnomalyOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        AttendanceStatus: "expected" | "present" | "left" | "absent" | "disputed" | "released";
        /** @enum {string} */
        Audience: "everyone" | "residents";
        AuditEntryOut: {
            action: string;
            /** @description Null where the content was erased. */
            actor_id: string | null;
            /** @description Name of who did it; null for the service itself and where it is not known any more. */
            actor_name: string | null;
            /** @description Network address of the caller; null for the service itself. */
            address: string | null;
            /** Format: date-time */
            at: string;
            facts: {
                [key: string]: string;
            };
            /** Format: uuid */
            id: string;
            /** @description Login in which it was done; null for acts without one. */
            session_id: string | null;
            /** @description Id of the thing that it is about; null where there is none. */
            subject_id: string | null;
            /** @description Kind of the thing that it is about; null where there is none. */
            subject_kind: string | null;
        };
        /**
         * @description A page may hold fewer entries than asked for while `next_cursor` leads on: filters look into
         *     sealed entries, some thousands for one page.
         */
        AuditEntryPage: {
            items: components["schemas"]["AuditEntryOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. Null where too many sealed entries would have to be opened to count them. */
            total: number | null;
        };
        AuthorQuestion: {
            /** @description As it was written. */
            text: string;
        };
        /** @description Draft of a ballot; a PUT replaces the whole of it. */
        BallotIn: {
            /**
             * Format: date-time
             * @description Instant until which it is possible.
             */
            closes_at: string;
            electorate: components["schemas"]["Electorate"];
            /** @default advisory */
            legal_effect?: components["schemas"]["LegalEffect"];
            /** @default recorded */
            mode?: components["schemas"]["Mode"];
            /**
             * @description Calendar days of notice before the opening. The day of the announcement does not count; the last day ends at 24:00.
             * @default 7
             */
            notice_days?: number;
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            /** @description Grid, building or entrance whose residents vote; null for the place of the topic. */
            place_id?: string | null;
            questions: components["schemas"]["Question"][];
            /** @description Unless given: `{"quorum": {"denominator": 2, "is_inclusive": false, "numerator": 1}, "passing": {"denominator": 2, "is_inclusive": false, "numerator": 1}, "passing_of": "present", "nonvoters": "exclude", "plurality": false}`. */
            rule?: components["schemas"]["RuleIn"];
            title: string;
        };
        /** @description Ballot in a list of topics. */
        BallotInList: {
            /**
             * Format: date-time
             * @description Instant until which it is possible.
             */
            closes_at: string;
            electorate: components["schemas"]["Electorate"];
            /** Format: uuid */
            id: string;
            legal_effect: components["schemas"]["LegalEffect"];
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            status: components["schemas"]["BallotStatus"];
        };
        /** @description Ballot as staff see it. */
        BallotOut: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** @description Instant at which it was announced; null before. */
            announced_at: string | null;
            /** @description Why the ballot was annulled, or should be; null where nobody asks for it. */
            annul_reason: string | null;
            /** @description Instant at which the ballot was annulled; null where it was not. */
            annulled_at: string | null;
            /** @description What a first person has asked for; null while a second one need not confirm anything. */
            asked_act: components["schemas"]["TwoPersonAct"] | null;
            /** @description Instant at which two persons had certified the result; null before. */
            certified_at: string | null;
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description Instant until which it is possible.
             */
            closes_at: string;
            electorate: components["schemas"]["Electorate"];
            /** Format: uuid */
            id: string;
            legal_effect: components["schemas"]["LegalEffect"];
            /** @description Canonical JSON (RFC 8785), as announced. */
            manifest: string | null;
            /** @description SHA-256 of what was announced, in hexadecimal; null before. */
            manifest_sha256: string | null;
            mode: components["schemas"]["Mode"];
            /** @description Length of the notice, in days. */
            notice_days: number;
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Instant from which on everybody sees it; null before. */
            published_at: string | null;
            questions: components["schemas"]["QuestionOut"][];
            /** @description Digest of the electoral roll; null before it is drawn up. */
            roll_digest: string | null;
            /** @description Number of votes on the electoral roll; null before it is drawn up. */
            roll_size: number | null;
            rule: components["schemas"]["RuleOut"];
            status: components["schemas"]["BallotStatus"];
            title: string;
            /** Format: uuid */
            topic_id: string;
            topic_title: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        BallotPage: {
            items: components["schemas"]["BallotOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        BallotStatus: "draft" | "announced" | "open" | "closed" | "certified" | "published" | "annulled";
        /** @description The entries of an occasion; without ids all to which it can be done. */
        BatchIn: {
            /** @description The entries to act on; null for all that wait. */
            entry_ids?: string[] | null;
        };
        BatchItem: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            entry_id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Code of what refused it; null where it was done. */
            refusal: string | null;
            /** @description Why this one was refused, for people; null where it was done. */
            refusal_title: string | null;
            status: components["schemas"]["EntryStatus"];
        };
        BatchOut: {
            /** @description What is uncertain about the working days of the notice; null where nothing is. */
            calendar_warning: string | null;
            /** @description Number of those for which it was done. */
            done: number;
            items: components["schemas"]["BatchItem"][];
        };
        /**
         * @description Ground on which a year of the calendar rests.
         * @enum {string}
         */
        CalendarBasis: "imported" | "official" | "by_law" | "week";
        CalendarDayOut: {
            /** Format: date */
            day: string;
            /** @description Entered by the community itself. */
            is_imported: boolean;
            is_working_day: boolean;
            /** @description The holiday, also of a day that is worked in exchange. */
            name: string | null;
        };
        /** @description Days that are not as the week has them: all others are working days from Monday to Friday. */
        CalendarOut: {
            basis: components["schemas"]["CalendarBasis"];
            days: components["schemas"]["CalendarDayOut"][];
            is_provisional: boolean;
            /** @description What a provisional year leaves open. */
            warning: string | null;
            /** @description Calendar year in the time zone of the service. */
            year: number;
        };
        /** @description A redemption that the desk cancels. */
        CancelIn: {
            /** @description Why, in words for the people concerned; null where none was given. */
            reason?: string | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @enum {string} */
        CardKind: "activity" | "topic" | "ticket";
        /** @enum {string} */
        Category: "environment" | "safety" | "elderly_care" | "child_care" | "culture_and_sport" | "convenience" | "mediation" | "emergency" | "other";
        /** @description A certificate as staff see it. A stated name stands open for who checks it. */
        CertificateForStaff: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            channel: components["schemas"]["Channel"];
            /** @description Path of the public page that checks it, which its QR code opens. */
            check_path: string | null;
            /** @description Instant since which hours on it count no more; null for most. */
            corrected_at: string | null;
            /** @description Why it was not issued; null where it was not declined. */
            decline_reason: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description First calendar day, included; null for no limit. */
            first_day: string | null;
            /** @description Confirmed hours with one decimal, such as "12.5". */
            hours: string | null;
            /** Format: uuid */
            id: string;
            /** @description Day of issue; null before. */
            issued_on: string | null;
            /** @description Last calendar day, included; null for no limit. */
            last_day: string | null;
            /** @description The verified name, masked: 王**. */
            name: string | null;
            /** @description Printed on the certificate; null before the issue. */
            number: string | null;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** Format: date-time */
            requested_at: string;
            /** @description Why it was revoked, or should be; null where nobody asks for it. */
            revocation_reason: string | null;
            /** @description Instant at which a first person asked to revoke it; null where nobody has. */
            revocation_requested_at: string | null;
            /** @description Instant of the revocation; null while it is valid. */
            revoked_at: string | null;
            /** @description Name that is printed; null before the issue. */
            stated_name: string | null;
            status: components["schemas"]["CertificateStatus"];
            /** @description Characters of the name that the printed font lacks, as code points. They are printed as 〓 and named at the foot of the page. */
            unprintable: string[];
        };
        /** @enum {string} */
        CertificateStatus: "requested" | "issued" | "declined" | "withdrawn" | "revoked";
        ChangedDate: {
            /** @description Code of the problem because of which this date stays as it was. */
            code: string | null;
            /** Format: date */
            day: string;
            /** @description What became of this date; more outcomes may be added. */
            outcome: components["schemas"]["Outcome"];
            /** Format: uuid */
            shift_id: string;
        };
        /** @description The series after a change, with what has become of each date from then on. */
        ChangedSeries: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            /** Format: date */
            applies_from: string;
            changes: components["schemas"]["ChangedDate"][];
            /** @description Minutes before the start at which sign-up closes. */
            closes_minutes_before: number;
            /** @description The dates from today on, the next one first. */
            dates: components["schemas"]["PlannedDate"][];
            /**
             * Format: date
             * @description First calendar day, included.
             */
            first_day: string;
            /** Format: uuid */
            id: string;
            /** @description Length of each shift, in minutes. */
            length_minutes: number;
            /** @description Hours before the start at which sign-up opens; null for at once. */
            opens_hours_before: number | null;
            roles: components["schemas"]["SeriesRole"][];
            rule: string;
            skips_holidays: boolean;
            start_time: string;
            status: components["schemas"]["SeriesStatus"];
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
            /** @description Number of weeks for which shifts are made in advance. */
            weeks_ahead: number;
            /** @description Hours before the start until which a withdrawal is in time. */
            withdraw_hours_before: number;
            words_en: string;
            words_zh: string;
        };
        /**
         * @description Channel through which a resident's act reached the service.
         * @enum {string}
         */
        Channel: "self" | "desk" | "paper";
        /**
         * @description How a check-in or a check-out reached the service.
         * @enum {string}
         */
        CheckMeans: "code" | "self" | "leader" | "roster" | "packet" | "desk" | "end";
        /** @description All fields of a community that administrators write. */
        CommunityIn: {
            /** @description For people to read, as one line; null while none is set. */
            address?: string | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude?: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude?: number | null;
            name: string;
            /**
             * Format: uuid
             * @description Region of the administrative tree.
             */
            region_id: string;
        };
        CommunityMemberCount: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Members of the units that have registered there. */
            expected: number;
            /** @description Active registrations; null below 10, or where others could be computed. */
            registered: number | null;
        };
        /** @description Ticket that the community opens in its own name, before anybody has to ask for it. */
        CommunityTicketIn: {
            /** Format: uuid */
            category_id: string;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude?: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude?: number | null;
            /** @default help */
            kind?: components["schemas"]["TicketKind"];
            /** @description Place of the matter; a public ticket names no more than the building. */
            place_id?: string | null;
            /** @description As it was written. */
            text: string;
            /** @default public */
            visibility?: components["schemas"]["CommunityTicketVisibility"];
        };
        /** @enum {string} */
        CommunityTicketVisibility: "public" | "private";
        /**
         * @description Field by which a person is reached. The phone number lies with the user.
         * @enum {string}
         */
        ContactField: "real_name" | "phone" | "household";
        /** @enum {string} */
        ContactKind: "call" | "visit";
        /** @description Call or visit by which staff have spoken with the author. */
        ContactLog: {
            kind: components["schemas"]["ContactKind"];
            /** @description Sentence or two on what was said; its author reads them in the history. */
            text: string;
        };
        /**
         * @description A disputed absence was none. Without times the person was there from the start to the
         *     end.
         */
        CorrectionIn: {
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at?: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at?: string | null;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        /** @description Suitable people have been asked to sign up. Who they are is not shown. */
        CoverOut: {
            /** Format: uuid */
            signup_id: string;
            /** Format: date-time */
            sought_at: string;
        };
        CreatedAdministrator: {
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            has_second_factor: boolean;
            /** Format: uuid */
            id: string;
            link: components["schemas"]["AccountLinkOut"];
            /** @description Name with which an administrator logs in. */
            login_name: string;
            name: string;
        };
        /** @description The answer for one date: a sign-up, or a problem. */
        DateAnswer: {
            /** @description Why it was refused; null where it was not. */
            problem: components["schemas"]["DateProblem"] | null;
            /** Format: uuid */
            shift_id: string;
            /** @description The sign-up; null where it was refused. */
            signup: components["schemas"]["SignupOut"] | null;
            /** @description Null for a shift that is not there. */
            starts_at: string | null;
        };
        DateAnswers: {
            /** @description One for each shift, the soonest first. */
            items: components["schemas"]["DateAnswer"][];
        };
        /** @description The problem with which one date is refused, as a request for it alone would answer. */
        DateProblem: {
            code: string;
            detail: string;
            /** @description HTTP status that the refusal would have by itself. */
            status: number;
            title: string;
        };
        /** @description All fields of a department that administrators write. */
        DepartmentIn: {
            /** @description Contact that residents see: give an office, never a person's own number. */
            contact: string;
            /**
             * @description False for a department to which no more tickets can be assigned.
             * @default true
             */
            is_active?: boolean;
            name: string;
        };
        DepartmentMemberIn: {
            /**
             * Format: uuid
             * @description Id of an administrator's user; a grant of the role `handler` gives them permissions.
             */
            user_id: string;
        };
        DepartmentMemberOut: {
            /**
             * Format: uuid
             * @description Department that handles it.
             */
            department_id: string;
            /** @description Name of the department that handles it. */
            department_name: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Account of a person; not the id of a participant.
             */
            user_id: string;
            /** @description Display name of the account; null where it is not known any more. */
            user_name: string | null;
        };
        DepartmentMemberPage: {
            items: components["schemas"]["DepartmentMemberOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        DepartmentOut: {
            /** @description How the person or office wants to be reached. */
            contact: string;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        DepartmentPage: {
            items: components["schemas"]["DepartmentOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description An absence that staff note, before a witness. */
        DeskAbsence: {
            /** @description Why, in words for the people concerned; null where none was given. */
            reason?: string | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description The answer of a person who gives it at the desk. */
        DeskAgreement: {
            /** @constant */
            is_risk_acknowledged: true;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A leader's answer that staff enter. */
        DeskAnswerToReturn: {
            note: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A request that staff enter for a participant, with the name of a witness. */
        DeskCertificate: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Give it where a receiver asks for it: without it the volunteer number stands there. */
            document?: components["schemas"]["DocumentIn"] | null;
            /** @description First calendar day, included; null for no limit. */
            first_day?: string | null;
            /** @description Last calendar day, included; null for no limit. */
            last_day?: string | null;
            /**
             * @description The name for the certificate, where none of mine is verified; else the verified one stands
             *     there.
             */
            name?: string | null;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @enum {string} */
        DeskChannel: "desk" | "paper";
        /** @description A check-out that staff enter. */
        DeskCheckOut: {
            /**
             * Format: date-time
             * @description The instant lies within the occasion as it stands now, and has come.
             */
            at: string;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * @description True to say that the check-out before, whoever made it, was at another time.
             * @default false
             */
            is_correction?: boolean;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A withdrawal that a guardian states at the desk. */
        DeskConsentWithdrawal: {
            kind: components["schemas"]["GuardianConsentKind"];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A person's objection to an absence, which staff enter before a witness. */
        DeskDispute: {
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Such a request, which staff enter before a witness. */
        DeskDutyOffer: {
            /** @description Id of the one participant who is asked; all who serve on the post where it is left out. */
            to?: string | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A consent that a guardian gives at the desk. */
        DeskGuardianConsent: {
            /** Format: date */
            ends_on: string;
            kind: components["schemas"]["GuardianConsentKind"];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A guardian's consent on paper: `on_behalf_of` is the minor. */
        DeskGuardianship: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: date
             * @description The last day of the consent, within a year.
             */
            ends_on: string;
            /** @description Id of the guardian's participant, where they have one. */
            guardian_id?: string | null;
            /** @description The name on the paper, where they have none. */
            guardian_name?: string | null;
            /**
             * @description `activities` for what is of low or medium risk; `personal_data`, which a child under 14
             *     needs beside it.
             */
            kinds: components["schemas"]["GuardianConsentKind"][];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A person without a phone whom staff enter, with the name of a witness. */
        DeskJoin: {
            /** @description The age as the desk sees it on a document; no date of birth is taken. */
            age_band?: components["schemas"]["AgeBand"] | null;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description The name that others in the community see; it need not be the real one. */
            display_name: string;
            /**
             * @description True if the person has signed the consent, without which no real name is taken.
             * @default false
             */
            has_paper_consent?: boolean;
            /** @description Verified name; null where it is not known, or was not asked for. */
            real_name?: string | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description The wish of a resident to leave their service, which staff enter before a witness. */
        DeskLeave: {
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A form that staff enter again for a member after a return, with the name of a witness. */
        DeskMemberResubmission: {
            /**
             * @description The way in which the member wants to be reached, where it is not the verified phone.
             * @default
             */
            contact?: string;
            /**
             * Format: uuid
             * @description Id of the Party organization to which the membership belongs, and where it stays.
             */
            organization_id: string;
            /** @description The name under which the unit knows the member, by which the unit confirms it. */
            real_name: string;
            /**
             * @description The reason for having no approved residence in the community: its review is pending. The
             *     registration then ends after 60 days, unless the residence is approved by then.
             */
            reason?: components["schemas"]["WhyNoResidence"] | null;
            /**
             * @description Remarks for what has no code.
             * @default
             */
            remarks?: string;
            /**
             * @description Kinds of service, which are the categories of posts.
             * @default []
             */
            service_kinds?: components["schemas"]["PostCategory"][];
            /**
             * @description Codes of skills, whose words `listServiceChoices` gives.
             * @default []
             */
            skills?: components["schemas"]["Skill"][];
            /**
             * @description Codes of times, whose words `listServiceChoices` gives.
             * @default []
             */
            times?: components["schemas"]["ServiceTime"][];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /**
         * @description A form that staff enter for a member who has signed the consent on paper, with the name of
         *     a witness.
         */
        DeskMemberSheet: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * @description The way in which the member wants to be reached, where it is not the verified phone.
             * @default
             */
            contact?: string;
            /** @constant */
            has_paper_consent: true;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /**
             * Format: uuid
             * @description Id of the Party organization to which the membership belongs, and where it stays.
             */
            organization_id: string;
            /** @description The name under which the unit knows the member, by which the unit confirms it. */
            real_name: string;
            /**
             * @description The reason for having no approved residence in the community: its review is pending. The
             *     registration then ends after 60 days, unless the residence is approved by then.
             */
            reason?: components["schemas"]["WhyNoResidence"] | null;
            /**
             * @description Remarks for what has no code.
             * @default
             */
            remarks?: string;
            /**
             * @description Kinds of service, which are the categories of posts.
             * @default []
             */
            service_kinds?: components["schemas"]["PostCategory"][];
            /**
             * @description Codes of skills, whose words `listServiceChoices` gives.
             * @default []
             */
            skills?: components["schemas"]["Skill"][];
            /**
             * @description Codes of times, whose words `listServiceChoices` gives.
             * @default []
             */
            times?: components["schemas"]["ServiceTime"][];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description An objection that staff enter for a participant. */
        DeskObjection: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Opinion that staff enter for a resident. */
        DeskOpinion: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Opinion on the same topic that is no reply itself. */
            reply_to?: string | null;
            stance: components["schemas"]["Stance"];
            /** @description As it was written. */
            text: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description An application that staff enter for a resident, with the name of a witness. */
        DeskPostApplication: {
            /** @constant */
            accepts_schedule: true;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * @description True where a guardian has agreed, which the application of a minor needs.
             * @default false
             */
            has_guardian_consent?: boolean;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /**
             * @description The `version` of the post that the applicant has read: if it has changed since, the
             *     application is refused.
             */
            version?: number | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A check-in or check-out that staff enter, with the time at which it was. */
        DeskPresence: {
            /**
             * Format: date-time
             * @description The instant lies within the occasion as it stands now, and has come.
             */
            at: string;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A rating that staff enter for a helper who gives it at the desk. */
        DeskRating: {
            /** @description Words of the person; null where there are none. */
            comment?: string | null;
            /** @description From 1 to 5, the more the better. */
            stars: number;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A redemption that a resident asks for at the desk. */
        DeskRedemption: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /**
         * @description A new display name for a participant who has asked at the desk, with the name of a
         *     witness.
         */
        DeskRename: {
            /** @description The name that others in the community see; it need not be the real one. */
            display_name: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A report that staff enter for a resident. */
        DeskReport: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /**
         * @description A residence claim that staff enter for a participant who has signed on paper, with the name
         *     of a witness.
         */
        DeskResidenceClaim: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @constant */
            has_paper_consent: true;
            /**
             * Format: uuid
             * @description Household in the tree of places.
             */
            household_id: string;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description The name as the community's register has it. */
            real_name: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A sign-up that staff enter for a resident, with the name of a witness. */
        DeskSignUp: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * @description True where a guardian has agreed, which the sign-up of a minor needs.
             * @default false
             */
            has_guardian_consent?: boolean;
            /** @constant */
            is_risk_acknowledged: true;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Id of a role of the shift; not needed where its single role has no name. */
            role_id?: string | null;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description A sign-up for several dates that staff enter for a resident, with the name of a witness. */
        DeskSignUpForDates: {
            /**
             * @description True for all shifts that have not begun, the next 60 at most, in place of `shift_ids`.
             * @default false
             */
            all?: boolean;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * @description True where a guardian has agreed, which the sign-up of a minor needs.
             * @default false
             */
            has_guardian_consent?: boolean;
            /** @constant */
            is_risk_acknowledged: true;
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /**
             * @description Name of the role on each shift; not needed where a shift has a single role without one.
             * @default
             */
            role_name?: string;
            /** @default [] */
            shift_ids?: string[];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description The consent of a resident to take over a duty, which staff enter before a witness. */
        DeskTakeOver: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Ticket that staff submit for a resident, with a witness. */
        DeskTicket: {
            /** Format: uuid */
            category_id: string;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude?: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude?: number | null;
            /** @default help */
            kind?: components["schemas"]["TicketKind"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Place of the matter; a public ticket names no more than the building. */
            place_id?: string | null;
            /** @description As it was written. */
            text: string;
            /**
             * @description Visibility of the ticket. A public one is shown to others, without its author, once it is
             *     accepted. Of a confidential one nobody is told who wrote it, nor at which door it is.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Dispute that staff enter for the author, with a witness. */
        DeskTicketDispute: {
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Request of the author for a review by the level above, with a witness. */
        DeskTicketEscalation: {
            /** @description Why, in words for the people concerned. */
            reason: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Request to follow or unfollow a ticket that staff enter for a resident, with a witness. */
        DeskTicketFollow: {
            /**
             * Format: uuid
             * @description Participant for whom staff act.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Rating that staff enter for the author, with a witness. */
        DeskTicketRating: {
            /**
             * @description Words of the person.
             * @default
             */
            comment?: string;
            /**
             * @description A matter that is not solved is taken up again, as after a dispute; False leaves it as it
             *     is.
             * @default true
             */
            reopen?: boolean;
            /** @description 1 (not at all) to 5. */
            satisfied: number;
            solved: components["schemas"]["Solved"];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Answer or addition that staff enter for the author, with a witness. */
        DeskTicketSupplement: {
            /** @description As it was written. */
            text: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description Topic that staff raise: for a resident, with a witness, or for the community itself. */
        DeskTopic: {
            category: components["schemas"]["TopicCategory"];
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Participant for whom staff act. */
            on_behalf_of?: string | null;
            /** @description Grid, building or entrance whose residents it concerns; null for the whole community. */
            place_id?: string | null;
            /** @description Plain text that says what the matter is and what should be done. */
            text: string;
            title: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness?: string | null;
        };
        /**
         * @description A registration that staff enter for an organization that has submitted on paper, with the
         *     name of a witness.
         */
        DeskUnitRegistration: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Number of Party members of the organization. */
            headcount_of_members: number;
            /** @description Name of the unit's contact; stored encrypted, and shown masked. */
            liaison_name: string;
            /** @description Phone number of the unit's liaison. */
            liaison_phone: string;
            /**
             * Format: uuid
             * @description Id of the Party organization.
             */
            on_behalf_of: string;
            services_offered: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /**
         * @description A returned registration that staff submit again for an organization, with the name of a
         *     witness.
         */
        DeskUnitResubmission: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /** @description Number of Party members of the organization. */
            headcount_of_members: number;
            /** @description Name of the unit's contact; stored encrypted, and shown masked. */
            liaison_name: string;
            /** @description Phone number of the unit's liaison. */
            liaison_phone: string;
            services_offered: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @enum {string} */
        DeskVerifyMethod: "community" | "paper_slip";
        /** @description A withdrawal from several dates that staff enter for a resident. */
        DeskWithdrawFromDates: {
            /**
             * @description True for all shifts that have not begun, in place of `shift_ids`.
             * @default false
             */
            all?: boolean;
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @default [] */
            shift_ids?: string[];
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description An identity document. Only its end is taken and stored, never its whole number. */
        DocumentIn: {
            last_four: string;
            type: components["schemas"]["IdentityDocument"];
        };
        /** @description A date with the numbers of its people, for staff who manage posts. */
        DutyDayOut: {
            /** @description What the reader may do now: `cancel`. */
            actions: string[];
            /** @description Why it was cancelled; null where it was not. */
            cancel_reason: string | null;
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** @description Number of people who are invited and have not answered. */
            invited: number;
            /** @description Number of people who are expected. */
            planned: number;
            /** @description Post of the duty; null for one of a service day. */
            post_id: string | null;
            /** @description Those who have checked in, also where they have left since. */
            present: number;
            /** @description Service day of the duty; null for one of a post. */
            service_day_id: string | null;
            /** @description Number of people who do not come. */
            skipped: number;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["DutyDayStatus"];
            title: string;
        };
        DutyDayPage: {
            items: components["schemas"]["DutyDayOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        DutyDayStatus: "planned" | "cancelled" | "ended";
        /** @description A duty of mine. Serving is voluntary: a duty can be skipped, and an invitation ignored. */
        DutyOut: {
            /** @description What I may do now: `accept`, `skip`, `offer`, `withdraw_offer`. */
            actions: string[];
            /** @description Whether I came; null for what was never expected. */
            attendance_status: components["schemas"]["AttendanceStatus"] | null;
            /** @description Why it was cancelled; null where it was not. */
            cancel_reason: string | null;
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            day_status: components["schemas"]["DutyDayStatus"];
            /**
             * Format: uuid
             * @description Also the id of the occasion at which to check in.
             */
            duty_day_id: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            is_late_skip: boolean;
            /** @description True while I ask others to take over. */
            is_offered: boolean;
            /** @description The one person who is asked to take over; null for all on the post. */
            offered_to: string | null;
            /** @description Titles of my other shifts and duties at the same time. */
            overlaps: string[];
            /** @description Where to meet, in words. */
            place: string | null;
            /** @description Post of the duty; null for one of a service day. */
            post_id: string | null;
            /** @description Service day of the duty; null for one of a post. */
            service_day_id: string | null;
            /** Format: date-time */
            skip_in_time_until: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["DutyStatus"];
            /** @description Title of the post, or of the service day. */
            title: string;
        };
        /** @enum {string} */
        DutyStatus: "invited" | "planned" | "skipped" | "swapped" | "released";
        /** @enum {string} */
        DutyWhen: "ahead" | "past";
        /**
         * @description The effect of a line on its row.
         * @enum {string}
         */
        Effect: "created" | "changed" | "unchanged" | "removed";
        /**
         * @description Electorate: all verified residents, or one vote for each household that has one.
         * @enum {string}
         */
        Electorate: "residents" | "households";
        EndIn: {
            /** @description Shifts after this day are cancelled; left out, all that are made take place. */
            last_day?: string | null;
            /** @description Told to those whose shifts are cancelled. */
            reason: string;
        };
        /** @description The part of the presence that was served, and why the rest was not. */
        EntryCorrection: {
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
        };
        /** @enum {string} */
        EntryKind: "accepted" | "declined" | "assigned" | "given_back" | "started" | "called" | "visited" | "asked" | "answered" | "supplemented" | "replied" | "deferred" | "resumed" | "taken_up" | "resolved" | "closed" | "disputed" | "escalated" | "merged" | "withdrawn" | "response_overdue" | "resolution_overdue";
        EntryOut: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            is_public: boolean;
            kind: components["schemas"]["EntryKind"];
            side: components["schemas"]["Side"];
            /** @description As it was written; null where it is not shown to the caller. */
            text: string | null;
            words: components["schemas"]["EntryWords"];
        };
        /** @enum {string} */
        EntryStatus: "recorded" | "reviewed" | "returned" | "in_notice" | "confirmed" | "reversed";
        /** @description One sentence, Chinese first. */
        EntryWords: {
            en: string;
            zh: string;
        };
        FieldChangeOut: {
            /** @description Value after the change; null where there will be none. */
            after: string | null;
            /** @description Value before the change; null where there was none. */
            before: string | null;
            /** @description The header, in the sheet's own words. */
            header: string;
        };
        /** @description Figures by week. Each list has one place for each of the weeks; null is a hidden count. */
        FiguresOut: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            has_hidden: boolean;
            /**
             * @description Counts from 1 up to this one are hidden.
             * @default 10
             */
            hidden_below: number;
            hours: components["schemas"]["HourFigures"];
            participants: components["schemas"]["ParticipantFigures"];
            signups: components["schemas"]["SignupFigures"];
            tickets: components["schemas"]["TicketFigures"];
            topics: components["schemas"]["TopicFigures"];
            turnout: components["schemas"]["TurnoutFigures"];
            weeks: string[];
        };
        /** @description A role for an administrator, who is named by one of `user_id` and `login_name`. */
        GrantIn: {
            /** @description Id of the community of the place, where the scope is a place. */
            community_id?: string | null;
            /** @description Name with which an administrator logs in. */
            login_name?: string | null;
            role: components["schemas"]["Role"];
            /**
             * Format: uuid
             * @description Id of a region or a place; not needed for the platform.
             * @default 00000000-0000-0000-0000-000000000000
             */
            scope_id?: string;
            scope_kind: components["schemas"]["ScopeKind"];
            /** @description Account of a person; not the id of a participant. */
            user_id?: string | null;
            /** @description Begin of the grant; the default is the present instant. */
            valid_from?: string | null;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to?: string | null;
        };
        GrantOut: {
            /** @description Community to which it belongs; null for what belongs to none. */
            community_id: string | null;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /** @description Account of the second person; null where one person is enough. */
            confirmed_by: string | null;
            /** @description Name of the second person; null where one person is enough. */
            confirmed_by_name: string | null;
            /** Format: uuid */
            granted_by: string;
            /** @description Name of who has granted it; null for grants of the command line. */
            granted_by_name: string | null;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            /**
             * Format: uuid
             * @description Id of the region, place or organization; that of the platform is zeros.
             */
            scope_id: string;
            scope_kind: components["schemas"]["ScopeKind"];
            /** @description Name of the scope; null for the whole platform. */
            scope_name: string | null;
            /**
             * Format: uuid
             * @description Account of a person; not the id of a participant.
             */
            user_id: string;
            /** @description Display name of the account; null where it is not known any more. */
            user_name: string | null;
            /**
             * Format: date-time
             * @description Instant from which on it holds.
             */
            valid_from: string;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to: string | null;
        };
        GrantPage: {
            items: components["schemas"]["GrantOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        GrantProposalOut: {
            /** @description Community to which it belongs; null for what belongs to none. */
            community_id: string | null;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Account of who has decided; null while nobody has. */
            decided_by: string | null;
            /** @description Name of who has decided; null while nobody has. */
            decided_by_name: string | null;
            /** Format: uuid */
            id: string;
            /** @description Number of the unit's letter that names the person; null where none is needed. */
            letter_number: string | null;
            /** Format: date-time */
            proposed_at: string;
            /** Format: uuid */
            proposed_by: string;
            /** @description Name of who proposes it; null where it is not known any more. */
            proposed_by_name: string | null;
            role: components["schemas"]["Role"];
            /**
             * Format: uuid
             * @description Id of the region, place or organization; that of the platform is zeros.
             */
            scope_id: string;
            scope_kind: components["schemas"]["ScopeKind"];
            /** @description Name of the scope; null for the whole platform. */
            scope_name: string | null;
            status: components["schemas"]["GrantProposalStatus"];
            /**
             * Format: uuid
             * @description Account of a person; not the id of a participant.
             */
            user_id: string;
            /** @description Display name of the account; null where it is not known any more. */
            user_name: string | null;
            /** @description Instant from which on it holds; null while it waits for a second person. */
            valid_from: string | null;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to: string | null;
        };
        GrantProposalPage: {
            items: components["schemas"]["GrantProposalOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        GrantProposalStatus: "proposed" | "confirmed" | "declined";
        /**
         * @description The matters to which a guardian consents.
         * @enum {string}
         */
        GuardianConsentKind: "activities" | "personal_data";
        GuardianConsentOut: {
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: date-time */
            given_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["GuardianConsentKind"];
            status: components["schemas"]["GuardianConsentStatus"];
            /**
             * Format: date-time
             * @description The end of its last day.
             */
            until: string;
        };
        /** @enum {string} */
        GuardianConsentStatus: "given" | "withdrawn" | "expired" | "void";
        /** @enum {string} */
        GuardianshipStatus: "in_review" | "active" | "rejected" | "ended";
        /** @description A message to everybody who is to come, or has come. */
        HelperMessageIn: {
            /** @description As it was written. */
            text: string;
        };
        HelperMessageOut: {
            /** @description The number of people who have got the message. */
            recipients: number;
            /** Format: date-time */
            sent_at: string;
        };
        HourFigures: {
            minutes: (number | null)[];
            people: (number | null)[];
        };
        /**
         * @description Kinds of documents that a person may have named on a certificate.
         * @enum {string}
         */
        IdentityDocument: "resident_identity_card" | "passport" | "hong_kong_macao_permit" | "taiwan_permit" | "permanent_resident_card";
        ImportChangeOut: {
            effect: components["schemas"]["Effect"];
            fields: components["schemas"]["FieldChangeOut"][];
            /** @description Line of the sheet; the first one is 1. */
            line: number;
            /** @description What the line is about; never a person. */
            what: string;
        };
        ImportErrorOut: {
            code: string;
            column: string;
            /** @description The header, in the sheet's own words; empty for the line. */
            header: string;
            /** @description Line of the sheet; the first one is 1. */
            line: number;
            /** @description The line that this one contradicts. */
            other_line: number | null;
            /** @description Number of the column, where it is not ours. */
            position: number | null;
        };
        /** @description An import of a sheet: done at once, or under way, or a preview of one. */
        ImportOut: {
            /** @description Verbs that are possible now. */
            actions: string[];
            /** @description Number of rows that changed; null while the import waits. */
            changed: number | null;
            /** @description The first 1,000 changes of a preview; null for what is no preview. */
            changes: components["schemas"]["ImportChangeOut"][] | null;
            /** @description Number of rows that are new; null while the import waits. */
            created: number | null;
            /** @description Faults of a sheet that was refused after it had waited. */
            errors: components["schemas"]["ImportErrorOut"][] | null;
            /** @description Instant at which the work was done; null while it goes on. */
            finished_at: string | null;
            /** @description Null for a preview. */
            id: string | null;
            kind: string;
            /** @description Number of lines read; null while the import waits. */
            lines: number | null;
            /** @description Ask again every second while it is not 100. */
            progress_percent: number;
            /** @description Code of the problem by which it was refused. */
            refusal: string | null;
            /** @description Number of rows that go; null while the import waits. */
            removed: number | null;
            status: components["schemas"]["ShownImportStatus"];
            /** @description Instant at which it was submitted; null for what was never submitted. */
            submitted_at: string | null;
            /** @description Number of rows that stay as they are; null while the import waits. */
            unchanged: number | null;
            /** @description Instant until which it can be undone; null where it cannot. */
            undo_until: string | null;
            /** @description Instant at which it was undone; null where it was not. */
            undone_at: string | null;
        };
        ImportPage: {
            items: components["schemas"]["ImportOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description A code to print, shown this once. */
        IssuedClaimCode: {
            code: string;
            /**
             * Format: date-time
             * @description Instant from which on it no longer holds.
             */
            expires_at: string;
        };
        /** @description The people who answer for the certificate. */
        IssueIn: {
            /** @description How to reach the issuer: printed on the certificate. */
            contact: string;
            handler: string;
            /** @description Whatever has no field of its own; null where it was not asked for. */
            remarks?: string | null;
            responsible_person: string;
        };
        /** @description An adult participant who is to lead all occasions of an activity or a post. */
        LeaderIn: {
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
        };
        LeaderOut: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: date-time */
            named_at: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
        };
        /** @description The leaders of an activity or a post, in the order in which they were named. */
        Leaders: {
            items: components["schemas"]["LeaderOut"][];
        };
        /**
         * @description Legal effect of a ballot. Only an advisory one is offered yet (`ballots.rules.OFFERED`).
         * @enum {string}
         */
        LegalEffect: "advisory" | "residents_resolution" | "owners_resolution";
        /**
         * @description Level of urgency, named after the time in which a ticket should be solved.
         * @enum {string}
         */
        Level: "two_hours" | "one_day" | "seven_days" | "fifteen_days";
        /** @description The grant that makes an administrator a liaison. */
        LiaisonOut: {
            /** @description Account of the second person; null where one person is enough. */
            confirmed_by: string | null;
            /** @description Name of the second person; null where one person is enough. */
            confirmed_by_name: string | null;
            /** Format: uuid */
            granted_by: string;
            /** @description Name of who has granted it; null for grants of the command line. */
            granted_by_name: string | null;
            /** Format: uuid */
            id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /**
             * Format: uuid
             * @description Id of the region, place or organization; that of the platform is zeros.
             */
            scope_id: string;
            /**
             * Format: uuid
             * @description Account of a person; not the id of a participant.
             */
            user_id: string;
            /** @description Display name of the account; null where it is not known any more. */
            user_name: string | null;
            /**
             * Format: date-time
             * @description Instant from which on it holds.
             */
            valid_from: string;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to: string | null;
        };
        LiaisonPage: {
            items: components["schemas"]["LiaisonOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description The administrator to appoint, named by one of `user_id` and `login_name`. */
        LiaisonProposalIn: {
            /** @description Number of the letter by which the unit proposes its liaison. */
            letter_number: string;
            /** @description Name with which an administrator logs in. */
            login_name?: string | null;
            /** @description Account of a person; not the id of a participant. */
            user_id?: string | null;
        };
        LiaisonProposalLine: {
            /** @description Number of the letter by which the unit proposes its liaison. */
            letter_number: string;
            /** @description Name with which an administrator logs in. */
            login_name?: string | null;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Account of a person; not the id of a participant. */
            user_id?: string | null;
        };
        LiaisonProposalOut: {
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Account of who has decided; null while nobody has. */
            decided_by: string | null;
            /** @description Name of who has decided; null while nobody has. */
            decided_by_name: string | null;
            /** Format: uuid */
            id: string;
            /** @description Number of the unit's letter that names the person; null where none is needed. */
            letter_number: string | null;
            /** @description Name of the organization. */
            organization_name: string;
            /** Format: date-time */
            proposed_at: string;
            /** Format: uuid */
            proposed_by: string;
            /** @description Name of who proposes it; null where it is not known any more. */
            proposed_by_name: string | null;
            /**
             * Format: uuid
             * @description Id of the region, place or organization; that of the platform is zeros.
             */
            scope_id: string;
            status: components["schemas"]["GrantProposalStatus"];
            /**
             * Format: uuid
             * @description Account of a person; not the id of a participant.
             */
            user_id: string;
            /** @description Display name of the account; null where it is not known any more. */
            user_name: string | null;
        };
        LiaisonProposalPage: {
            items: components["schemas"]["LiaisonProposalOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description Proposals of many liaisons at once; all are made, or none. */
        LiaisonProposalsIn: {
            proposals: components["schemas"]["LiaisonProposalLine"][];
        };
        LiaisonProposalsOut: {
            items: components["schemas"]["LiaisonProposalOut"][];
        };
        LiaisonUnitRegistration: {
            /**
             * Format: uuid
             * @description Id of the community where the unit sits, or to which it is assigned.
             */
            community_id: string;
            /** @description Number of Party members of the organization. */
            headcount_of_members: number;
            /** @description Name of the unit's contact; stored encrypted, and shown masked. */
            liaison_name: string;
            /** @description Phone number of the unit's liaison. */
            liaison_phone: string;
            services_offered: string;
        };
        /**
         * @description Direction of a link, seen from the card of the path.
         * @enum {string}
         */
        LinkDirection: "from" | "to";
        /** @description Card at the other end of a link. */
        LinkedCard: {
            /** Format: uuid */
            card_id: string;
            card_kind: components["schemas"]["CardKind"];
            direction: components["schemas"]["LinkDirection"];
            kind: components["schemas"]["LinkKind"];
            /** Format: uuid */
            link_id: string;
            status: string;
            title: string;
        };
        LinkIn: {
            /** Format: uuid */
            from_id: string;
            /** @default led_to */
            kind?: components["schemas"]["LinkKind"];
            /** Format: uuid */
            to_id: string;
        };
        /** @enum {string} */
        LinkKind: "led_to" | "related";
        LinkOut: {
            /** Format: uuid */
            from_id: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["LinkKind"];
            /** Format: uuid */
            to_id: string;
        };
        ListedMember: {
            /** @description A member is verified by name and phone together; one without a phone is found by nobody. */
            phone?: string | null;
            /** @description Verified name. */
            real_name: string;
        };
        /** @enum {string} */
        Locale: "zh" | "en";
        MemberApproval: {
            /** @default community */
            verify_method?: components["schemas"]["DeskVerifyMethod"];
        };
        MemberCounts: {
            by_community: components["schemas"]["CommunityMemberCount"][];
            by_unit: components["schemas"]["UnitMemberCount"][];
        };
        /**
         * @description Part of a sheet that staff may open, under audit.
         * @enum {string}
         */
        MemberField: "real_name" | "phone" | "contact" | "household" | "organization" | "offer";
        /** @enum {string} */
        MemberRegistrationStatus: "submitted" | "returned" | "active" | "declined" | "withdrawn" | "ended";
        /** @description The parts of the sheet to open, with one reason for all of them. */
        MemberReveal: {
            /** @description All parts, where none are named. */
            fields?: components["schemas"]["MemberField"][];
            /** @description Reason for the reveal; it is audited, and shown to the member. */
            reason: string;
        };
        MissingField: {
            /** @description `not_given`: never verified. `no_account`: only the desk knows the person. `no_consent`: the person does not agree to the use of their number, or no longer does. `has_left`: the person has left the community. `unreadable`: the stored value is damaged. */
            because: components["schemas"]["WhyMissing"];
            field: components["schemas"]["ContactField"];
        };
        /**
         * @description Mode in which votes are stored. Recorded: the committee can see each vote, residents see
         *     totals.
         * @enum {string}
         */
        Mode: "recorded";
        MyDepartment: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            name: string;
        };
        /** @description A grant that holds now, in words. */
        MyGrant: {
            /** @description Community to which it belongs; null for what belongs to none. */
            community_id: string | null;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            role_name: string;
            /**
             * Format: uuid
             * @description Id of the region, place or organization; that of the platform is zeros.
             */
            scope_id: string;
            scope_kind: components["schemas"]["ScopeKind"];
            /** @description Name of the scope; null for the whole platform. */
            scope_name: string | null;
            /**
             * Format: date-time
             * @description Instant from which on it holds.
             */
            valid_from: string;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to: string | null;
        };
        /** @description A Party organization whose liaison I am; what I may do for it holds for those below it. */
        MyOrganization: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["OrganizationKind"];
            name: string;
        };
        NewAdministrator: {
            /** @description Name with which an administrator logs in. */
            login_name: string;
            /** @description Name that colleagues see, also on decisions. */
            name: string;
        };
        NewBallot: {
            /**
             * Format: date-time
             * @description Instant until which it is possible.
             */
            closes_at: string;
            electorate: components["schemas"]["Electorate"];
            /** @default advisory */
            legal_effect?: components["schemas"]["LegalEffect"];
            /** @default recorded */
            mode?: components["schemas"]["Mode"];
            /**
             * @description Calendar days of notice before the opening. The day of the announcement does not count; the last day ends at 24:00.
             * @default 7
             */
            notice_days?: number;
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            /** @description Grid, building or entrance whose residents vote; null for the place of the topic. */
            place_id?: string | null;
            questions: components["schemas"]["Question"][];
            /** @description Unless given: `{"quorum": {"denominator": 2, "is_inclusive": false, "numerator": 1}, "passing": {"denominator": 2, "is_inclusive": false, "numerator": 1}, "passing_of": "present", "nonvoters": "exclude", "plurality": false}`. */
            rule?: components["schemas"]["RuleIn"];
            title: string;
            /** Format: uuid */
            topic_id: string;
        };
        NewPassword: {
            /** Format: password */
            new_password: string;
            /**
             * Format: password
             * @description The present password.
             */
            password: string;
        };
        /**
         * @description Meaning of a vote that is not returned: it counts for nothing.
         * @enum {string}
         */
        NonvoterRule: "exclude";
        NoteIn: {
            note: string;
        };
        NoteOut: {
            /** Format: date-time */
            at: string;
            /** @description Null where a rule has moved the topic. */
            note: string | null;
            state: components["schemas"]["TopicStatus"];
        };
        ObjectionOut: {
            /** @description Instant of the answer; null while there is none. */
            answered_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            /** @description True where the objection was right; null while it waits. */
            is_upheld: boolean | null;
            /** Format: date-time */
            objected_at: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        /** @enum {string} */
        OccasionKind: "shift" | "duty";
        /**
         * @description An act that staff enter for a participant who asks for it at the desk or on paper, with the
         *     name of a witness.
         */
        OnBehalf: {
            /** @default desk */
            channel?: components["schemas"]["DeskChannel"];
            /**
             * Format: uuid
             * @description Id of the participant.
             */
            on_behalf_of: string;
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description The account of a link, with a second factor to add to an authenticator app. */
        OpenedAccountLink: {
            /**
             * Format: date-time
             * @description Instant from which on it no longer holds.
             */
            expires_at: string;
            /** @description Name with which an administrator logs in. */
            login_name: string;
            name: string;
            otpauth_uri: string;
        };
        /** @enum {string} */
        OpinionStatus: "in_review" | "passed" | "refused" | "hidden" | "withdrawn";
        Option: {
            key: string;
            title: string;
        };
        OptionCount: {
            key: string;
            title: string;
            /** @description Null where only the outcome is told. */
            votes: number | null;
        };
        OptionOut: {
            key: string;
            title: string;
        };
        OrganizationIn: {
            /** @description Id of the community, for an organization of the community itself. */
            community_id?: string | null;
            kind: components["schemas"]["OrganizationKind"];
            name: string;
            /** @description Id of the organization above; None where that one is not in this service. */
            parent_id?: string | null;
            /** @description Id of the work unit, unless it is an organization of the community itself. */
            work_unit_id?: string | null;
        };
        /** @enum {string} */
        OrganizationKind: "work_committee" | "committee" | "general_branch" | "branch" | "group";
        /** @description All fields of a Party organization that can be replaced. Its place in the tree stays. */
        OrganizationRevision: {
            /** @description Id of the community, for an organization of the community itself. */
            community_id?: string | null;
            kind: components["schemas"]["OrganizationKind"];
            name: string;
            /** @description Id of the work unit, unless it is an organization of the community itself. */
            work_unit_id?: string | null;
        };
        /**
         * @description The name in which a ticket stands. One of the community itself has no author, so nobody
         *     rates or disputes it.
         * @enum {string}
         */
        Origin: "resident" | "community";
        /**
         * @description The effect of a change on one date.
         * @enum {string}
         */
        Outcome: "added" | "moved" | "revised" | "cancelled" | "refused" | "left_alone";
        /** @description A registration as the liaisons of its organization read it. */
        OwnUnitRegistrationOut: {
            /** @description What a liaison may do now: `submit`, `withdraw`, `end`. */
            actions: string[];
            /** @description Whether the unit sits there, or is assigned. */
            basis: components["schemas"]["UnitBasis"];
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description Number of Party members that the unit states. */
            headcount_of_members: number;
            /** Format: uuid */
            id: string;
            /** @description Number of the document that the approval issued. */
            number: string | null;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /** @description Reason of the return or the refusal. */
            reason: string | null;
            services_offered: string;
            status: components["schemas"]["UnitRegistrationStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        /**
         * @description The contact of a person. A field that nobody asked for is null; one that is not there is null
         *     and stands in `missing`.
         */
        ParticipantContact: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description The address: the names of the places on its path. */
            household: string | null;
            missing: components["schemas"]["MissingField"][];
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Mobile number, masked where it is not a reveal; null while none is verified. */
            phone: string | null;
            /** @description Verified name; null where it is not known, or was not asked for. */
            real_name: string | null;
        };
        ParticipantFigures: {
            joined: (number | null)[];
            total: (number | null)[];
        };
        /** @enum {string} */
        ParticipantKind: "resident" | "visitor";
        ParticipantName: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
        };
        /** @description A participant as staff read them, told apart from others of the same name. */
        ParticipantRow: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description The name of the building where they live. */
            building: string | null;
            channel: components["schemas"]["Channel"];
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description False for a person whom only the desk knows. */
            has_user: boolean;
            /** @description Household in the tree of places; null while no residence is approved. */
            household_id: string | null;
            /** Format: uuid */
            id: string;
            /** @description True for known adults; an unknown age is not one. */
            is_adult: boolean;
            /** Format: date-time */
            joined_at: string;
            kind: components["schemas"]["ParticipantKind"];
            /** @description The last four digits of the phone number, for those who may reveal it. */
            phone_tail: string | null;
            /** @description The path of the household, for those who review residence there; `household_id` is null without it. */
            place_path: string | null;
            /** @description Masked: 王** */
            real_name: string | null;
            status: components["schemas"]["ParticipantStatus"];
        };
        /** @enum {string} */
        ParticipantStatus: "active" | "left" | "blocked";
        /** @enum {string} */
        Permission: "activity:read" | "activity:manage" | "signup:read" | "signup:manage" | "attendance:read" | "attendance:manage" | "participant:read" | "participant:manage" | "residence:review" | "place:manage" | "register:import" | "region:manage" | "community:manage" | "calendar:manage" | "grant:manage" | "administrator:manage" | "link:manage" | "topic:read" | "topic:manage" | "ballot:manage" | "ballot:certify" | "department:read" | "department:manage" | "service_category:manage" | "ticket:handle" | "ticket:manage" | "organization:read" | "organization:manage" | "unit_registration:read" | "unit_registration:review" | "unit:assign" | "post:manage" | "member:review" | "member:count" | "audit:read" | "points:manage" | "reward:manage" | "certificate:issue" | "record:manage" | "figures:read";
        PlaceIn: {
            kind: components["schemas"]["PlaceKind"];
            name: string;
            /** @description The one right above it in its tree; null at the top. */
            parent_id?: string | null;
        };
        /** @enum {string} */
        PlaceKind: "grid" | "building" | "entrance" | "household";
        PlaceMerge: {
            /**
             * Format: uuid
             * @description Id of the place that stays.
             */
            into_id: string;
        };
        /** @description Counts of what follows a place into another one. */
        PlaceMergeOut: {
            /** @description Number of grants that move. */
            grants: number;
            /** @description Places that are retired, the place itself included. */
            merged: number;
            /** @description Places below it that move as they are. */
            moved: number;
            /** @description Number of entries of the register that move. */
            register_entries: number;
            /** @description Number of residence claims that move. */
            residence_claims: number;
            /** @description Number of residents that move. */
            residents: number;
        };
        PlaceName: {
            name: string;
        };
        PlainWords: {
            en: string;
            zh: string;
        };
        PlannedDate: {
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description True where staff have changed this date by itself. */
            is_changed: boolean;
            /** @description Null for a date whose shift is not made yet. */
            shift_id: string | null;
            /** @description Set for a date that is skipped. */
            skip_reason: string | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
        };
        /** @description The points of one person. They are no money, and nobody is ranked by them. */
        PointBalance: {
            /** @description Points that can be spent now. */
            balance: number;
            /** @description False where the community does not use points. */
            is_enabled: boolean;
            /** @description When the next granted points may expire; null where none do. */
            next_expires_at: string | null;
            /** @description Points for an hour of confirmed service. */
            points_per_hour: number | null;
        };
        /** @description Points of a reversed entry that were spent already. */
        PointDebtOut: {
            /** @description What the caller may do now: `settle`. */
            actions: string[];
            /** @description Number of points. */
            amount: number;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            noted_at: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Instant at which it was settled; null while it waits. */
            settled_at: string | null;
        };
        PointDebtPage: {
            items: components["schemas"]["PointDebtOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description The settings of a community. They hold for what is confirmed from now on. */
        PointSettingsIn: {
            /** @description Days after which granted points expire; null where they do not. */
            expires_after_days?: number | null;
            is_enabled: boolean;
            /** @description Points for each confirmed hour. */
            points_per_hour: number;
        };
        PointSettingsOut: {
            /** @description Days after which points expire; null where they do not. */
            expires_after_days: number | null;
            is_enabled: boolean;
            /** @description Points for each confirmed hour. */
            points_per_hour: number;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        /**
         * @description Category of a post.
         * @enum {string}
         */
        PostCategory: "policy_publicity" | "environment" | "mediation" | "safety_patrol" | "care" | "culture_and_sport" | "convenience" | "emergency";
        /** @enum {string} */
        PostClaimStatus: "applied" | "approved" | "serving" | "leaving" | "completed" | "rejected" | "withdrawn";
        /** @description All fields of a post that administrators write. */
        PostIn: {
            /** @description Number of places. */
            capacity: number;
            category: components["schemas"]["PostCategory"];
            description: string;
            /** @description Length of each duty, in minutes; null for posts without fixed times. */
            duty_minutes?: number | null;
            /**
             * @description The dates of service by RFC 5545, weekly or monthly: FREQ=WEEKLY;BYDAY=FR. Whoever serves has
             *     a duty on each; without a rule the schedule is in words alone. It goes with `duty_time` and
             *     `duty_minutes`.
             */
            duty_rule?: string | null;
            /** @description Time of day at which each duty begins; null for posts without fixed times. */
            duty_time?: string | null;
            /** @description First day of service. */
            from_on?: string | null;
            /**
             * @description True if those who serve are insured, which a high risk requires (art. 17).
             * @default false
             */
            is_insured?: boolean;
            /** @description Id of the place of service; without one it is the whole community. */
            place_id?: string | null;
            /** @default low */
            risk_level?: components["schemas"]["PostRisk"];
            /**
             * @description Statement of the risks; publication requires it (Volunteer Service Regulations, art. 12).
             * @default
             */
            risk_statement?: string;
            /** @description The times of service, in words. */
            schedule: string;
            title: string;
            /** @description Last day of service, after which the service closes the post; without one staff do. */
            until_on?: string | null;
        };
        /**
         * @description Risk of a service; a high one is for insured adults.
         * @enum {string}
         */
        PostRisk: "low" | "medium" | "high";
        /** @enum {string} */
        PostStatus: "draft" | "published" | "closed";
        /** @description RFC 9457. Some codes have further members, which `openapi/problems.json` and the page of the code name; more members and more codes may be added. */
        Problem: {
            /** @description The machine's key; it does not change, and more may be added. */
            code: string;
            /** @description What to do next. */
            detail: string;
            /** @description Where something is malformed, and what; never what was sent. */
            errors?: {
                code: string;
                pointer: string;
            }[];
            /** @description Entry of the list that was sent to which it applies, from 1 on. */
            line?: number;
            /** @description Faults of a sheet, by line and column. */
            lines?: ({
                code: string;
                column: string;
                header: string;
                line: number;
            } & {
                [key: string]: number;
            })[];
            request_id: string;
            /** @description The HTTP status. */
            status: number;
            /** @description For people, in their language. */
            title: string;
            /**
             * Format: uri-reference
             * @description A page about it.
             */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Question of a ballot. `yes_no_abstain` has fixed options, `single` has those in `options`.
         *     Both offer `abstain`, which counts as taking part.
         */
        Question: {
            key: string;
            kind: components["schemas"]["QuestionKind"];
            /** @default [] */
            options?: components["schemas"]["Option"][];
            title: string;
        };
        /** @enum {string} */
        QuestionKind: "single" | "yes_no_abstain";
        QuestionOut: {
            key: string;
            kind: components["schemas"]["QuestionKind"];
            options: components["schemas"]["OptionOut"][];
            title: string;
        };
        /**
         * @description Outcome of one question. Where fewer than 10 have voted, or all chose alike, it has no
         *     counts.
         */
        QuestionResult: {
            is_passed: boolean;
            is_quorum_met: boolean;
            key: string;
            kind: components["schemas"]["QuestionKind"];
            options: components["schemas"]["OptionCount"][];
            /** @description Number of votes cast, abstentions included; null where they are not told. */
            present: number | null;
            reason: components["schemas"]["Reason"];
            title: string;
            /** @description Number of votes that are no abstention; null where they are not told. */
            valid: number | null;
            /** @description Key of the option that has won; null where none has. */
            winner: string | null;
        };
        /** @description A rating as the organisers read it: without the name of its author. */
        RatingForStaff: {
            /** @description Words of the person; null where there are none. */
            comment: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            rated_at: string;
            /** Format: uuid */
            shift_id: string;
            /** @description From 1 to 5, the more the better. */
            stars: number;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
        };
        RatingOut: {
            /** @description Words of the person; null where there are none. */
            comment: string | null;
            /** Format: date-time */
            editable_until: string;
            /** Format: date-time */
            rated_at: string;
            /** Format: uuid */
            signup_id: string;
            /** @description From 1 to 5, the more the better. */
            stars: number;
        };
        RatingPage: {
            items: components["schemas"]["RatingForStaff"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        Reason: "passed" | "quorum_not_met" | "no_votes" | "tie" | "below_threshold";
        /** @description Why something is done: told to those whom it concerns, or kept in the audit entry. */
        ReasonIn: {
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        RecordedVote: {
            /** @description Instant of the vote; null where there is none. */
            cast_at: string | null;
            /** @description Participant who cast it; null when the time for disputes is over. */
            cast_by: string | null;
            /** @description Null where the stored vote is damaged. */
            choices: {
                [key: string]: string;
            } | null;
            /** @description Household whose vote it is. */
            household_id: string | null;
        };
        RecordedVotePage: {
            items: components["schemas"]["RecordedVote"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        RedemptionStatus: "requested" | "fulfilled" | "cancelled";
        Refresh: {
            /** @description Any text by which the client tells its installations apart; a lost answer to a refresh can be asked for again with it. */
            device?: string | null;
            /** @description Good once, for the next pair of tokens. Store it; show it to nobody. */
            refresh_token: string;
        };
        RegionEnd: {
            /**
             * Format: date
             * @description The first day on which it is no longer valid.
             */
            valid_to: string;
        };
        /** @description A new region. Its code determines its kind and its parent. */
        RegionIn: {
            code: string;
            name: string;
            /**
             * Format: date
             * @description Instant from which on it holds.
             */
            valid_from: string;
            /** @description The first day on which it is no longer valid. */
            valid_to?: string | null;
        };
        /** @enum {string} */
        RegionKind: "province" | "city" | "district" | "subdistrict" | "community";
        RegionMerge: {
            /**
             * Format: uuid
             * @description Id of the region that stays.
             */
            into_id: string;
        };
        /** @description Counts of what follows a region into another one. */
        RegionMergeOut: {
            /** @description Number of communities that move. */
            communities: number;
            /** @description Number of grants that move. */
            grants: number;
            /** @description Number of regions that move. */
            regions: number;
        };
        RegionName: {
            name: string;
        };
        RegionOut: {
            code: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RegionKind"];
            name: string;
            /** @description The one right above it in its tree; null at the top. */
            parent_id: string | null;
            /** @description Name of the one right above it; null at the top. */
            parent_name: string | null;
            /**
             * Format: date
             * @description Instant from which on it holds.
             */
            valid_from: string;
            /** @description Instant at which it ends to hold; null where it has no end. */
            valid_to: string | null;
        };
        RegionPage: {
            items: components["schemas"]["RegionOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description The finding of the residents' register about a claim: never whose entries it has. */
        RegisterFinding: {
            /** @description True if the register has people there. */
            is_household_known: boolean;
            /** @description True if one of them has the claimed name. */
            is_name_equal: boolean;
            /** @description True if one of them has the verified phone number of the person; null for a person without one. */
            is_phone_equal: boolean | null;
        };
        RegisterSize: {
            /** @description Number of entries in the residents' register. */
            entries: number;
            /** @description Number of households in the residents' register. */
            households: number;
            /** @description Instant of the last import; null before the first one. */
            imported_at: string | null;
        };
        ResidenceApproval: {
            /** @description True for an adult whose document the reviewer has seen; without it what is known stays. */
            is_adult?: boolean | null;
            /**
             * @description True where the reviewer has made sure that none of the participants who may be the same
             *     person is.
             * @default false
             */
            is_another_person?: boolean;
        };
        /** @description A claim with what its reviewer has to know. */
        ResidenceClaimReview: {
            /** @description What the caller may do now. */
            actions: string[];
            channel: components["schemas"]["Channel"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description Instant at which an approved claim expires unless it is renewed. */
            expires_at: string | null;
            /** @description The names of the places on its path: 3号楼 2单元 502 */
            household: string;
            /**
             * Format: uuid
             * @description Household in the tree of places.
             */
            household_id: string;
            /** Format: uuid */
            id: string;
            /** @description True where the caller, or an account that counts as the same person, has entered the claim or its person: they do not decide it. */
            is_entered_by_me: boolean;
            /** @description Others of the same name and household, or with the register's phone number. */
            maybe_same_person: components["schemas"]["ParticipantName"][];
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            register_says: components["schemas"]["RegisterFinding"];
            status: components["schemas"]["ResidenceClaimStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        /** @enum {string} */
        ResidenceClaimStatus: "submitted" | "approved" | "rejected" | "withdrawn" | "expired" | "ended";
        RestoreIn: {
            /** Format: date */
            day: string;
        };
        ResultOut: {
            /** Format: uuid */
            ballot_id: string;
            /** @description Instant at which two persons had certified the result; null before. */
            certified_at: string | null;
            /**
             * Format: date-time
             * @description Instant from which on nothing more is to be done.
             */
            closed_at: string;
            electorate: components["schemas"]["Electorate"];
            in_words: components["schemas"]["PlainWords"];
            is_passed: boolean;
            legal_effect: components["schemas"]["LegalEffect"];
            /** @description SHA-256 of what was announced, in hexadecimal. */
            manifest_sha256: string;
            outcome: components["schemas"]["TopicOutcome"];
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Instant from which on everybody sees it; null before. */
            published_at: string | null;
            questions: components["schemas"]["QuestionResult"][];
            reason: components["schemas"]["Reason"];
            /** @description Number of votes on the electoral roll. */
            roll_size: number;
            rule: components["schemas"]["RuleOut"];
            status: components["schemas"]["BallotStatus"];
            title: string;
            /** Format: uuid */
            topic_id: string;
            /** @description How many have voted; null where so few have that it is not told. */
            turnout: number | null;
        };
        RevealAllowanceIn: {
            /**
             * Format: uuid
             * @description Id of the user who may reveal more.
             */
            administrator_id: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        RevealAllowanceOut: {
            /** Format: uuid */
            administrator_id: string;
            /** @description Name of that administrator; null where it is not known any more. */
            administrator_name: string | null;
            /** Format: date-time */
            allowed_at: string;
            /** Format: uuid */
            allowed_by: string;
            /** @description Name of the second person; null where it is not known any more. */
            allowed_by_name: string | null;
            /** Format: uuid */
            id: string;
        };
        /** @description The fields to show, all for one reason. */
        RevealContact: {
            fields: components["schemas"]["ContactField"][];
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        RevealedContact: {
            /** @description Name of the unit's liaison; null where it is damaged. */
            liaison_name: string | null;
            /** @description Phone number of the unit's liaison. */
            liaison_phone: string | null;
        };
        /**
         * @description The parts of the sheet that were asked for; null are the others, and those that there are
         *     not.
         */
        RevealedSheet: {
            /** @description How the person or office wants to be reached; null where it was not asked for. */
            contact: string | null;
            /** @description Path of the household; not for the unit's liaison. */
            household: string | null;
            /** @description Party organization; null where it was not asked for. */
            organization_id: string | null;
            /** @description Name of the organization; null where it was not asked for. */
            organization_name: string | null;
            /** @description Verified phone of the account; not for the unit's liaison. */
            phone: string | null;
            /** @description Verified name; null where it is not known, or was not asked for. */
            real_name: string | null;
            /** @description Whatever has no field of its own; null where it was not asked for. */
            remarks: string | null;
            /** @description Codes of kinds of service, which are the categories of posts; null where they were not asked for. */
            service_kinds: components["schemas"]["PostCategory"][] | null;
            /** @description Codes of skills, whose words `listServiceChoices` gives; null where they were not asked for. */
            skills: components["schemas"]["Skill"][] | null;
            /** @description Codes of times, whose words `listServiceChoices` gives; null where they were not asked for. */
            times: components["schemas"]["ServiceTime"][] | null;
        };
        /** @description The reason for which votes are revealed, and the page of them. */
        RevealVotes: {
            /** @description The `next_cursor` of the page before; null for the first page. */
            cursor?: string | null;
            /**
             * @description Votes in one reveal, which counts among the twenty reveals of an hour.
             * @default 20
             */
            limit?: number;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        /** @description A reward. Its cost is in points, never in money. */
        RewardIn: {
            /** @description The stock, those that are redeemed already included. */
            capacity: number;
            /** @description Instant until which it is possible; null where it has no end. */
            closes_at?: string | null;
            /** @description Points that one piece costs. */
            cost: number;
            /** @default  */
            description?: string;
            /** @description Pieces that one person may redeem; null for no limit. */
            limit_per_person?: number | null;
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            title: string;
        };
        /** @enum {string} */
        RewardStatus: "open" | "closed";
        /** @enum {string} */
        RiskLevel: "low" | "medium" | "high";
        /** @enum {string} */
        Role: "party_admin" | "handler" | "grid_worker" | "community_worker" | "community_admin" | "subdistrict_admin" | "district_admin" | "unit_liaison" | "auditor" | "platform_admin";
        RoleIn: {
            /** @description Number of places. */
            capacity: number;
            /**
             * @description Id of a role that is there, which keeps its sign-ups under a new name; without it the role of
             *     this name is meant.
             */
            id?: string | null;
            /**
             * @description True for a role that takes no more sign-ups: who has a place keeps it, waits end.
             * @default false
             */
            is_closed?: boolean;
            /**
             * @description Name of the role; empty where the shift has a single role.
             * @default
             */
            name?: string;
            /** @default  */
            requirement?: string;
        };
        RoleOut: {
            /** @description Number of places. */
            capacity: number;
            /** Format: uuid */
            id: string;
            is_closed: boolean;
            name: string;
            /** @description Number of places that are free. */
            remaining: number;
            requirement: string;
        };
        RollCounts: {
            /** @description Digest of the electoral roll; null before it is drawn up. */
            digest: string | null;
            electorate: components["schemas"]["Electorate"];
            /** @description Number of votes on the electoral roll; null before it is drawn up. */
            size: number | null;
            /** @description How many have voted; null before the close. */
            voted: number | null;
            /** @description Number of people on the roll. */
            voters: number;
        };
        /** @description The people of a shift, by role and name, as a leader prints them. */
        Roster: {
            /** Format: uuid */
            activity_id: string;
            activity_title: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            items: components["schemas"]["RosterRow"][];
            /** Format: uuid */
            shift_id: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
        };
        /**
         * @description A person who comes to the shift. A field that is not there is null and stands in
         *     `missing`.
         */
        RosterRow: {
            /** @description Name that the person shows to others. */
            display_name: string;
            missing: components["schemas"]["MissingField"][];
            /** @description The number in the printed order, from 1. */
            number: number;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Mobile number, masked where it is not a reveal; null while none is verified. */
            phone: string | null;
            /** @description The household, by which equal names differ. */
            place_path: string | null;
            /** @description Verified name; null where it is not known, or was not asked for. */
            real_name: string | null;
            /** Format: uuid */
            role_id: string;
            /** @description Empty where the shift has no named roles. */
            role_name: string;
            /** Format: uuid */
            signup_id: string;
            status: components["schemas"]["SignupStatus"];
        };
        /**
         * @description Rule of a ballot. `quorum` is a share of the roll. `passing` is a share of the roll, of the
         *     votes returned (`present`) or of those that do not abstain (`valid`). With `plurality` the
         *     option of a `single` question that most have chosen passes, whatever its share. Ties fail;
         *     abstaining is taking part.
         */
        RuleIn: {
            /** @default exclude */
            nonvoters?: components["schemas"]["NonvoterRule"];
            /** @description Unless given: `{"numerator": 1, "denominator": 2, "is_inclusive": false}`. */
            passing?: components["schemas"]["ShareIn"];
            /** @default present */
            passing_of?: components["schemas"]["ShareBase"];
            /** @default false */
            plurality?: boolean;
            /** @description Unless given: `{"numerator": 1, "denominator": 2, "is_inclusive": false}`. */
            quorum?: components["schemas"]["ShareIn"];
        };
        RuleInWords: {
            en: string;
            zh: string;
        };
        RuleOut: {
            nonvoters: components["schemas"]["NonvoterRule"];
            passing: components["schemas"]["ShareOut"];
            passing_of: components["schemas"]["ShareBase"];
            /** @default false */
            plurality: boolean;
            quorum: components["schemas"]["ShareOut"];
        };
        /**
         * @description Kind of the scope of a grant. The platform covers everything, the others their subtree.
         * @enum {string}
         */
        ScopeKind: "platform" | "region" | "place" | "organization";
        SecondFactorCode: {
            code: string;
        };
        /** @description A new second factor, shown this once. */
        SecondFactorOut: {
            otpauth_uri: string;
        };
        SecondFactorWish: {
            /** Format: password */
            password: string;
            /** @description Code of the present second factor, which is to be replaced; needed if there is one. */
            totp?: string | null;
        };
        /**
         * @description The series as it is from a day on. Shifts that have begun are never touched, nor those that
         *     staff have changed one by one unless `takes_changed` asks for it.
         */
        SeriesChange: {
            /**
             * @description Minutes before the start at which sign-up closes.
             * @default 0
             */
            closes_minutes_before?: number;
            /**
             * Format: date
             * @description Day from which the rule counts; it is a date where it fits the rule.
             */
            first_day: string;
            /**
             * Format: date
             * @description The first day for which the change holds; a past one means today.
             */
            from_day: string;
            /** @description Length of each shift, in minutes. */
            length_minutes: number;
            /** @description Hours before the start at which sign-up opens; at once where this is left out. */
            opens_hours_before?: number | null;
            /** @description Told to those whose shift is cancelled, because its date is not in the rule any more. */
            reason: string;
            roles: components["schemas"]["SeriesRoleIn"][];
            /**
             * @description Weekly or monthly rule of RFC 5545: FREQ, INTERVAL, BYDAY, BYMONTHDAY, and COUNT or UNTIL. A
             *     month without the day is skipped.
             */
            rule: string;
            /**
             * @description True to skip the public holidays of the community's calendar.
             * @default false
             */
            skips_holidays?: boolean;
            /** @description Time of day at which each shift starts, as 09:00. */
            start_time: string;
            /** @default false */
            takes_changed?: boolean;
            /**
             * @description Weeks for which shifts are made ahead; the next date always has one.
             * @default 8
             */
            weeks_ahead?: number;
            /**
             * @description Hours before the start after which a withdrawal is flagged as late.
             * @default 24
             */
            withdraw_hours_before?: number;
        };
        /** @description All fields of a series: its rule, its first day, and what each shift is like. */
        SeriesIn: {
            /**
             * @description Minutes before the start at which sign-up closes.
             * @default 0
             */
            closes_minutes_before?: number;
            /**
             * Format: date
             * @description Day from which the rule counts; it is a date where it fits the rule.
             */
            first_day: string;
            /** @description Length of each shift, in minutes. */
            length_minutes: number;
            /** @description Hours before the start at which sign-up opens; at once where this is left out. */
            opens_hours_before?: number | null;
            roles: components["schemas"]["SeriesRoleIn"][];
            /**
             * @description Weekly or monthly rule of RFC 5545: FREQ, INTERVAL, BYDAY, BYMONTHDAY, and COUNT or UNTIL. A
             *     month without the day is skipped.
             */
            rule: string;
            /**
             * @description True to skip the public holidays of the community's calendar.
             * @default false
             */
            skips_holidays?: boolean;
            /** @description Time of day at which each shift starts, as 09:00. */
            start_time: string;
            /**
             * @description Weeks for which shifts are made ahead; the next date always has one.
             * @default 8
             */
            weeks_ahead?: number;
            /**
             * @description Hours before the start after which a withdrawal is flagged as late.
             * @default 24
             */
            withdraw_hours_before?: number;
        };
        SeriesOut: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            /** Format: date */
            applies_from: string;
            /** @description Minutes before the start at which sign-up closes. */
            closes_minutes_before: number;
            /** @description The dates from today on, the next one first. */
            dates: components["schemas"]["PlannedDate"][];
            /**
             * Format: date
             * @description First calendar day, included.
             */
            first_day: string;
            /** Format: uuid */
            id: string;
            /** @description Length of each shift, in minutes. */
            length_minutes: number;
            /** @description Hours before the start at which sign-up opens; null for at once. */
            opens_hours_before: number | null;
            roles: components["schemas"]["SeriesRole"][];
            rule: string;
            skips_holidays: boolean;
            start_time: string;
            status: components["schemas"]["SeriesStatus"];
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
            /** @description Number of weeks for which shifts are made in advance. */
            weeks_ahead: number;
            /** @description Hours before the start until which a withdrawal is in time. */
            withdraw_hours_before: number;
            words_en: string;
            words_zh: string;
        };
        /** @description The dates that a rule would have, before anything is saved. */
        SeriesPreview: {
            /** @description The next dates, at most 60. */
            dates: components["schemas"]["PlannedDate"][];
            rule: string;
            /** @description True where some months have no such day: they are skipped. */
            skips_short_months: boolean;
            words_en: string;
            words_zh: string;
        };
        SeriesRole: {
            /** @description Number of places. */
            capacity: number;
            is_closed: boolean;
            name: string;
            requirement: string;
        };
        /** @description A role of each shift, with its places. */
        SeriesRoleIn: {
            /** @description Number of places. */
            capacity: number;
            /** @description The name that the role bears on the shifts that are there, where a change renames it. */
            former_name?: string | null;
            /** @default false */
            is_closed?: boolean;
            /**
             * @description Name of the role; empty where a shift has a single role.
             * @default
             */
            name?: string;
            /** @default  */
            requirement?: string;
        };
        /** @enum {string} */
        SeriesStatus: "active" | "paused" | "ended";
        /** @description A community that my grants reach. */
        ServedCommunity: {
            departments: components["schemas"]["MyDepartment"][];
            /** Format: uuid */
            id: string;
            name: string;
            permissions: components["schemas"]["Permission"][];
            permissions_in_places: components["schemas"]["Permission"][];
            /** @description Number of the community in numbers of tickets and certificates. */
            short_number: number;
        };
        /** @description Service category as administrators write it; a PUT replaces the whole of it. */
        ServiceCategoryIn: {
            /** @default  */
            description?: string;
            /** @description Number to ring at once; it needs a text that says when. */
            emergency_number?: string | null;
            /** @description Advice for danger, shown before anything is typed: what to do at once. */
            emergency_text?: string | null;
            /** @default true */
            is_active?: boolean;
            level: components["schemas"]["Level"];
            name: string;
            /** @description Minutes to the solution; None takes those of the level. */
            resolution_minutes?: number | null;
            /** @description Minutes to the first contact; None takes those of the level. */
            response_minutes?: number | null;
        };
        /** @description A service day of the community, to which everybody who serves is invited. */
        ServiceDayIn: {
            /** @default  */
            description?: string;
            /**
             * Format: date
             * @description The day from which on the rule counts; itself a date only where it fits the rule.
             */
            first_on: string;
            /** @description Length in minutes. */
            minutes: number;
            /** @description The place to meet, in words. */
            place: string;
            /** @description Dates by RFC 5545, weekly or monthly: FREQ=MONTHLY;BYDAY=1SA is the first Saturday of each month. */
            rule: string;
            /** @description Time of day: 19:00. */
            time: string;
            title: string;
            /** @description Last calendar day, included; null for no limit. */
            until_on?: string | null;
        };
        /** @enum {string} */
        ServiceDayStatus: "open" | "ended";
        /** @description All fields of a service day that may be changed: its dates may not. */
        ServiceDayWords: {
            /** @default  */
            description?: string;
            /** @description Length in minutes. */
            minutes: number;
            /** @description The place to meet, in words. */
            place: string;
            /** @description Time of day: 19:00. */
            time: string;
            title: string;
        };
        /**
         * @description Time at which a member can serve.
         * @enum {string}
         */
        ServiceTime: "weekday_daytime" | "weekday_evening" | "weekend_daytime" | "weekend_evening" | "public_holidays" | "emergencies";
        /**
         * @description Base of a share: all on the roll, all who voted, or those who did not abstain.
         * @enum {string}
         */
        ShareBase: "roll" | "present" | "valid";
        /**
         * @description Exact fraction such as 1/2 or 2/3. Inclusive means at least (以上), otherwise more than
         *     (过半).
         */
        ShareIn: {
            /** @description Lower number of the share. */
            denominator: number;
            is_inclusive: boolean;
            /** @description Upper number of the share. */
            numerator: number;
        };
        ShareOut: {
            /** @description Lower number of the share. */
            denominator: number;
            is_inclusive: boolean;
            /** @description Upper number of the share. */
            numerator: number;
        };
        /**
         * @description All fields of a shift. It starts in the future and lasts a day at most. A role keeps its
         *     sign-ups while its id or its name stays the same.
         */
        ShiftIn: {
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            roles: components["schemas"]["RoleIn"][];
            /** @description Close of sign-up; the default is the start. */
            signup_closes_at?: string | null;
            /** @description Opening of sign-up; the default is the present instant. */
            signup_opens_at?: string | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            /**
             * @description Instant after which a withdrawal is flagged as late; the default is 24 hours before the
             *     start.
             */
            withdraw_until?: string | null;
        };
        ShiftList: {
            items: components["schemas"]["ShiftOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Number of entries in the whole list; 1001 stands for more than 1,000. */
            total: number;
        };
        ShiftOut: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            /** @description Number of people who have a place. */
            confirmed: number;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            needs_review: boolean;
            /** @description Number of places that are offered and not yet accepted. */
            offered: number;
            roles: components["schemas"]["RoleOut"][];
            /** Format: date-time */
            signup_closes_at: string;
            /** Format: date-time */
            signup_opens_at: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["ShiftStatus"];
            /** @description Grows with each change; the `ETag` is made of it. */
            version: number;
            /** @description Number of people on the waitlist. */
            waiting: number;
            /** Format: date-time */
            withdraw_until: string;
        };
        /** @enum {string} */
        ShiftStatus: "open" | "cancelled" | "ended";
        /**
         * @description Status of an import, and of what is only a preview of one.
         * @enum {string}
         */
        ShownImportStatus: "preview" | "queued" | "running" | "done" | "refused" | "undone";
        /** @enum {string} */
        Side: "author" | "community" | "clock";
        SignupFigures: {
            confirmed: (number | null)[];
            withdrawn: (number | null)[];
        };
        SignupOut: {
            /** @description Instant until which the person agrees to what has changed, or loses the place; null where nothing waits for an answer. */
            agree_by: string | null;
            /** Format: uuid */
            id: string;
            /** @description True where the place was given up after the time for it; nothing follows by itself. */
            is_late_withdrawal: boolean;
            /** @description Instant until which an offered place can be accepted; null where none is offered. */
            offer_expires_at: string | null;
            /** @description Position on the waitlist of the shift; no position is given twice. */
            position: number | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** Format: uuid */
            role_id: string;
            /** Format: uuid */
            shift_id: string;
            status: components["schemas"]["SignupStatus"];
            /** @description Instant at which the person took it back; null where they did not. */
            withdrawn_at: string | null;
        };
        /** @enum {string} */
        SignupStatus: "pending_review" | "waitlisted" | "offered" | "confirmed" | "declined" | "rejected" | "lapsed" | "withdrawn" | "cancelled";
        /**
         * @description Skill that a member offers.
         * @enum {string}
         */
        Skill: "first_aid" | "medical_care" | "law" | "counselling" | "mediation" | "teaching" | "digital" | "electrics_and_water" | "repairs" | "hairdressing" | "cooking" | "driving" | "arts" | "sport" | "writing" | "photography" | "foreign_language" | "sign_language" | "organising" | "other";
        SkipIn: {
            /** Format: date */
            day: string;
            /** @description Told to those who have signed up for this date. */
            reason: string;
        };
        /** @enum {string} */
        Solved: "yes" | "partly" | "no";
        StaffActivityPage: {
            items: components["schemas"]["ActivityOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description An attendance with its participant. */
        StaffAttendance: {
            /** @description Why the person is marked as absent; null where they are not. */
            absence_reason: string | null;
            /** @description What the reader may do now: `check_in`, `check_out`, `mark_absent`, `dispute`, `uphold`, `correct`. */
            actions: string[];
            /** @description How the check-in reached the service; null where there is none. */
            check_in_means: components["schemas"]["CheckMeans"] | null;
            /** @description How the check-out reached the service; null where there is none. */
            check_out_means: components["schemas"]["CheckMeans"] | null;
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Why the dispute was decided so; null while it is not. */
            decision_reason: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description What the person says against the absence; null where they say nothing. */
            dispute_reason: string | null;
            /** @description Instant at which the person disputed the absence; null where they did not. */
            disputed_at: string | null;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description True where the clock of the leader's device was far off. */
            has_clock_doubt: boolean;
            /**
             * Format: uuid
             * @description The id of the sign-up or of the duty.
             */
            id: string;
            /** @description True where nobody has checked the person out, and the end has. */
            is_closed_by_sweep: boolean;
            kind: components["schemas"]["OccasionKind"];
            /** @description The instant at which an absence was noted. */
            marked_at: string | null;
            /**
             * Format: uuid
             * @description The id of the shift or of the day of duty.
             */
            occasion_id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["AttendanceStatus"];
            title: string;
        };
        StaffAttendancePage: {
            items: components["schemas"]["StaffAttendance"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffCertificatePage: {
            items: components["schemas"]["CertificateForStaff"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffCommunityOut: {
            /** @description For people to read, as one line; null while none is set. */
            address: string | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: uuid
             * @description Region of the administrative tree.
             */
            region_id: string;
            region_name: string;
            /** @description First part of the public numbers of certificates and tickets. */
            short_number: number;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        StaffCommunityPage: {
            items: components["schemas"]["StaffCommunityOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description A duty with its person, for staff who manage posts. */
        StaffDuty: {
            /** @description What the desk may note now: `accept`, `skip`, `offer`, `withdraw_offer`. */
            actions: string[];
            /** @description How the attendance stands; null where there is none. */
            attendance_status: components["schemas"]["AttendanceStatus"] | null;
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            is_late_skip: boolean;
            is_offered: boolean;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            status: components["schemas"]["DutyStatus"];
        };
        StaffDutyPage: {
            items: components["schemas"]["StaffDuty"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffEntryDetail: {
            /** @description Verbs that are possible now. */
            actions: string[];
            /**
             * Format: uuid
             * @description The presence that it is about.
             */
            attendance_id: string;
            /** @description What is open about the working days of the notice period. */
            calendar_warning: string | null;
            /** @description Instant from which on it counts; null before. */
            confirmed_at: string | null;
            /** @description The entry in whose place this one stands; null for a first one. */
            corrects_id: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            is_closed_by_sweep: boolean;
            /** @description Name with all but one character hidden; null where nobody is known. */
            masked_name: string | null;
            /** @description Whole minutes; negative in a reversing entry. */
            minutes: number;
            /** @description End of the notice period: objections are taken until the entry is confirmed. */
            notice_ends_at: string | null;
            objections: components["schemas"]["ObjectionOut"][];
            /** Format: uuid */
            occasion_id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** Format: date-time */
            recorded_at: string;
            /** @description What the leaders answered to the return; null where they did not. */
            resubmit_note: string | null;
            /** @description Why it was returned to the leaders; null where it was not. */
            return_reason: string | null;
            /** @description Why it should be reversed; null while nobody asks for it. */
            reversal_reason: string | null;
            /** @description Account of who asks to reverse it; null while nobody does. */
            reversal_requested_by: string | null;
            /** @description Name of who asks to reverse it; null while nobody does. */
            reversal_requested_by_name: string | null;
            /** @description The entry that this one takes back; null for an ordinary one. */
            reverses_id: string | null;
            /** @description Account of who has reviewed it; null before the review. */
            reviewed_by: string | null;
            /** @description Name of who has reviewed it; null before the review. */
            reviewed_by_name: string | null;
            /** Format: date */
            served_on: string;
            source: components["schemas"]["OccasionKind"];
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["EntryStatus"];
            title: string;
        };
        /** @description An entry as staff see it in lists. */
        StaffEntryOut: {
            /** @description Verbs that are possible now. */
            actions: string[];
            /**
             * Format: uuid
             * @description The presence that it is about.
             */
            attendance_id: string;
            /** @description Instant from which on it counts; null before. */
            confirmed_at: string | null;
            /** @description The entry in whose place this one stands; null for a first one. */
            corrects_id: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            is_closed_by_sweep: boolean;
            /** @description Name with all but one character hidden; null where nobody is known. */
            masked_name: string | null;
            /** @description Whole minutes; negative in a reversing entry. */
            minutes: number;
            /** @description End of the notice period: objections are taken until the entry is confirmed. */
            notice_ends_at: string | null;
            /** Format: uuid */
            occasion_id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** Format: date-time */
            recorded_at: string;
            /** @description What the leaders answered to the return; null where they did not. */
            resubmit_note: string | null;
            /** @description Why it was returned to the leaders; null where it was not. */
            return_reason: string | null;
            /** @description Why it should be reversed; null while nobody asks for it. */
            reversal_reason: string | null;
            /** @description Account of who asks to reverse it; null while nobody does. */
            reversal_requested_by: string | null;
            /** @description Name of who asks to reverse it; null while nobody does. */
            reversal_requested_by_name: string | null;
            /** @description The entry that this one takes back; null for an ordinary one. */
            reverses_id: string | null;
            /** @description Account of who has reviewed it; null before the review. */
            reviewed_by: string | null;
            /** @description Name of who has reviewed it; null before the review. */
            reviewed_by_name: string | null;
            /** Format: date */
            served_on: string;
            source: components["schemas"]["OccasionKind"];
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["EntryStatus"];
            title: string;
        };
        StaffEntryPage: {
            items: components["schemas"]["StaffEntryOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description A guardianship as staff see it. */
        StaffGuardianship: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description All of them, the newest first. */
            consents: components["schemas"]["GuardianConsentOut"][];
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description Null for a guardian whom only a paper names. */
            guardian_id: string | null;
            /** @description The guardian's display name, or that of the paper. */
            guardian_name: string;
            /** Format: uuid */
            id: string;
            /** @description True where both live in one household. */
            is_same_household: boolean;
            /** @description The minor's display name. */
            minor_name: string;
            /**
             * Format: uuid
             * @description The minor.
             */
            participant_id: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** Format: date-time */
            since: string;
            status: components["schemas"]["GuardianshipStatus"];
        };
        StaffGuardianshipPage: {
            items: components["schemas"]["StaffGuardianship"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffInboxPage: {
            items: components["schemas"]["StaffMessageOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffLinkedCards: {
            items: components["schemas"]["LinkedCard"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Number of entries in the whole list; 1001 stands for more than 1,000. */
            total: number;
        };
        /** @description Account of an administrator, with what they may do and where. */
        StaffMe: {
            communities: components["schemas"]["ServedCommunity"][];
            departments: components["schemas"]["MyDepartment"][];
            grants: components["schemas"]["MyGrant"][];
            has_more_communities: boolean;
            has_second_factor: boolean;
            /** Format: uuid */
            id: string;
            locale: components["schemas"]["Locale"];
            /** @description Name with which an administrator logs in. */
            login_name: string | null;
            /** @description Name that others see; null while none is set. */
            name: string | null;
            organizations: components["schemas"]["MyOrganization"][];
        };
        /** @description A registration with the name masked. The sheet is opened by one audited reveal. */
        StaffMemberRegistration: {
            /** @description What the reader may do now: `return`, `approve`, `decline`, `end`. */
            actions: string[];
            channel: components["schemas"]["Channel"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** @description Number of the receipt. Anybody may check it; the check names nobody. */
            receipt_number: string | null;
            /** @description Instant until which a residence in the community is to be approved, else the registration ends; null where nothing is missing. */
            residence_due_at: string | null;
            status: components["schemas"]["MemberRegistrationStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description How the membership was confirmed; null before. */
            verify_method: components["schemas"]["VerifyMethod"] | null;
        };
        StaffMemberRegistrationPage: {
            items: components["schemas"]["StaffMemberRegistration"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffMessageOut: {
            body: string;
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** @description Instant at which it was read; null while it was not. */
            read_at: string | null;
            /** @description What it is about, with the page to open; null where there is none. */
            subject: components["schemas"]["StaffSubjectOut"] | null;
            title: string;
            /** Format: date-time */
            told_at: string;
        };
        StaffOpinion: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            author: string;
            channel: components["schemas"]["Channel"];
            /** @description Number of people who endorse it. */
            endorsements: number;
            /** @description Reason why it is hidden or was refused, shown to its author and to staff. */
            hidden_reason: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** Format: date-time */
            posted_at: string;
            /** @description Opinion to which it replies; null for one of its own. */
            reply_to: string | null;
            report_reasons: string[];
            /** @description Number of people who have reported it. */
            reports: number;
            stance: components["schemas"]["Stance"];
            status: components["schemas"]["OpinionStatus"];
            /** @description As it was written. */
            text: string;
            /** Format: uuid */
            topic_id: string;
            topic_title: string;
        };
        StaffOpinionPage: {
            items: components["schemas"]["StaffOpinion"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffOrganizationOut: {
            /** @description Community to which it belongs; null for what belongs to none. */
            community_id: string | null;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["OrganizationKind"];
            name: string;
            /** @description The one right above it in its tree; null at the top. */
            parent_id: string | null;
            /** @description Name of the one right above it; null at the top. */
            parent_name: string | null;
            path: string[];
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
            /** @description Work unit to which the Party organization belongs; null for one of a community. */
            work_unit_id: string | null;
            /** @description Name of that work unit; null for one of a community. */
            work_unit_name: string | null;
        };
        StaffOrganizationPage: {
            items: components["schemas"]["StaffOrganizationOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffParticipantPage: {
            items: components["schemas"]["ParticipantRow"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffPlaceOut: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PlaceKind"];
            /** @description Id of the place that has taken its place. */
            merged_into: string | null;
            name: string;
            /** @description The one right above it in its tree; null at the top. */
            parent_id: string | null;
            /** @description Name of the one right above it; null at the top. */
            parent_name: string | null;
            /** @description Instant from which on it is not offered any more; null while it is. */
            retired_at: string | null;
        };
        StaffPlacePage: {
            items: components["schemas"]["StaffPlaceOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffPost: {
            /** @description What the reader may do now: `revise`, `publish`, `close`. */
            actions: string[];
            /** @description Number of places. */
            capacity: number;
            category: components["schemas"]["PostCategory"];
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            description: string;
            /** @description Length of each duty, in minutes; null for posts without fixed times. */
            duty_minutes: number | null;
            /** @description Dates of service by RFC 5545; null where only words say when. */
            duty_rule: string | null;
            /** @description Time of day at which each duty begins; null for posts without fixed times. */
            duty_time: string | null;
            /** @description Instant at which the post closes. */
            ends_at: string | null;
            /** @description First calendar day, included; null for no limit. */
            from_on: string | null;
            /** Format: uuid */
            id: string;
            is_insured: boolean;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description The place in words; null for the whole community. */
            place_path: string | null;
            /** @description Instant from which on everybody sees it; null before. */
            published_at: string | null;
            /** @description Number of places that are free. */
            remaining: number;
            /** @description A high risk is for insured adults only. */
            risk_level: components["schemas"]["PostRisk"];
            risk_statement: string;
            schedule: string;
            status: components["schemas"]["PostStatus"];
            title: string;
            /** @description Last calendar day, included; null for no limit. */
            until_on: string | null;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        /** @description A post claim with the participant whose it is. */
        StaffPostClaim: {
            /** @description What the reader may do now: `approve`, `reject`, `complete`, `release`. */
            actions: string[];
            channel: components["schemas"]["Channel"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description The address: the names of the places on its path. */
            household: string | null;
            /** Format: uuid */
            id: string;
            /** @description The instant at which the person asked to leave the service. */
            leave_asked_at: string | null;
            /** @description Why; the person and staff who manage posts read it. */
            leave_reason: string | null;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /**
             * Format: uuid
             * @description Post of the duty.
             */
            post_id: string;
            post_title: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** @description The end of the notice period: midnight after 3 calendar days, the day of the approval not counted; or the first day of the post, if that is later. */
            serves_from: string | null;
            status: components["schemas"]["PostClaimStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        StaffPostClaimPage: {
            items: components["schemas"]["StaffPostClaim"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffPostPage: {
            items: components["schemas"]["StaffPost"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description A redemption with the participant whose it is. */
        StaffRedemption: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description Instant at which it was cancelled; null where it was not. */
            cancelled_at: string | null;
            channel: components["schemas"]["Channel"];
            /** @description Points that one piece costs. */
            cost: number;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Instant at which it was handed over; null before. */
            fulfilled_at: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** Format: date-time */
            requested_at: string;
            /** Format: uuid */
            reward_id: string;
            reward_title: string;
            status: components["schemas"]["RedemptionStatus"];
        };
        StaffRedemptionPage: {
            items: components["schemas"]["StaffRedemption"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffResidenceClaim: {
            channel: components["schemas"]["Channel"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description Instant at which an approved claim expires unless it is renewed. */
            expires_at: string | null;
            /** @description The names of the places on its path: 3号楼 2单元 502 */
            household: string;
            /**
             * Format: uuid
             * @description Household in the tree of places.
             */
            household_id: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            status: components["schemas"]["ResidenceClaimStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        StaffResidenceClaimPage: {
            items: components["schemas"]["StaffResidenceClaim"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffReward: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description Number of places. */
            capacity: number;
            /** @description Instant until which it is possible; null where it has no end. */
            closes_at: string | null;
            /** @description Points that one piece costs. */
            cost: number;
            description: string;
            /** Format: uuid */
            id: string;
            /** @description Pieces that one person may redeem; null for no limit. */
            limit_per_person: number | null;
            /**
             * Format: date-time
             * @description Instant from which on it is possible.
             */
            opens_at: string;
            /** @description Number of pieces that are left. */
            remaining: number;
            status: components["schemas"]["RewardStatus"];
            /** @description Number of pieces that were redeemed. */
            taken: number;
            title: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        StaffRewardPage: {
            items: components["schemas"]["StaffReward"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffServiceCategory: {
            description: string;
            /** @description Number to ring at once; null where there is no need. */
            emergency_number: string | null;
            /** @description What to do at once, for people; null where there is no need. */
            emergency_text: string | null;
            /** Format: uuid */
            id: string;
            is_active: boolean;
            level: components["schemas"]["Level"];
            name: string;
            /** @description Time within which it should be solved, in minutes. */
            resolution_minutes: number;
            /** @description Time within which a first answer should come, in minutes. */
            response_minutes: number;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        StaffServiceCategoryPage: {
            items: components["schemas"]["StaffServiceCategory"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffServiceDay: {
            /** @description What the reader may do now: `revise`, `end`. */
            actions: string[];
            description: string;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: date */
            first_on: string;
            /** Format: uuid */
            id: string;
            /** @description Length in minutes. */
            minutes: number;
            /** @description Where it was, for people to read. */
            place: string;
            rule: string;
            rule_in_words: components["schemas"]["RuleInWords"];
            status: components["schemas"]["ServiceDayStatus"];
            time: string;
            title: string;
            /** @description Last calendar day, included; null for no limit. */
            until_on: string | null;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        StaffServiceDayPage: {
            items: components["schemas"]["StaffServiceDay"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description A sign-up as staff see it, with whose it is and what it is for. */
        StaffSignup: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            activity_title: string;
            /** @description Instant until which the person agrees to what has changed, or loses the place; null where nothing waits for an answer. */
            agree_by: string | null;
            /** @description The building where they live, by which equal names differ; for those who may read participants. */
            building: string | null;
            channel: components["schemas"]["Channel"];
            /** @description Name that the person shows to others. */
            display_name: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** @description True where the place was given up after the time for it; nothing follows by itself. */
            is_late_withdrawal: boolean;
            /** @description Instant until which an offered place can be accepted; null where none is offered. */
            offer_expires_at: string | null;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Position on the waitlist of the shift; no position is given twice. */
            position: number | null;
            /** @description Masked: 王**. For those who may read participants. */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** Format: uuid */
            role_id: string;
            role_name: string;
            /** Format: uuid */
            shift_id: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["SignupStatus"];
            /** @description Instant at which the person took it back; null where they did not. */
            withdrawn_at: string | null;
        };
        StaffSignupPage: {
            items: components["schemas"]["StaffSignup"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /**
         * @description Kinds of things that staff are told about, each with the page that shows it to them.
         * @enum {string}
         */
        StaffSubjectKind: "residence_claim" | "guardianship" | "grant_proposal" | "liaison_proposal" | "signup" | "attendance" | "activity" | "topic" | "opinion" | "ballot" | "ticket" | "unit_registration" | "own_unit_registration" | "unit_assignment" | "member_registration" | "post_claim" | "redemption" | "point_debt" | "service_entry" | "service_occasion" | "certificate";
        StaffSubjectOut: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["StaffSubjectKind"];
            /** @description The one right above it in its tree; null at the top. */
            parent_id: string | null;
        };
        StaffTicket: {
            /** @description Account of who has accepted it; null before. */
            accepted_by: string | null;
            /** @description Name of who has accepted it; null before. */
            accepted_by_name: string | null;
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            category_id: string;
            category_name: string;
            channel: components["schemas"]["Channel"];
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /** @description Department that handles it; null while none does. */
            department_id: string | null;
            /** @description Name of the department that handles it; null while none does. */
            department_name: string | null;
            /** @description Name that the person shows to others; null where nobody is shown. */
            display_name: string | null;
            /** @description How many times its author has disputed a solution. */
            disputes: number;
            /** @description Instant at which the level above was asked for a review; null where it was not. */
            escalated_at: string | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number | null;
            /** Format: uuid */
            id: string;
            is_overdue: boolean;
            is_warned: boolean;
            kind: components["schemas"]["TicketKind"];
            /** @description Number of the ticket in which it goes on; null where it was not merged. */
            merged_into: string | null;
            number: string;
            origin: components["schemas"]["Origin"];
            /** @description Person in this community; null where the person is not known or not shown. */
            participant_id: string | null;
            /** @description Minutes for which it has waited for the resident. */
            paused_minutes: number;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /**
             * Format: date-time
             * @description Moves by the time for which the ticket waits for the resident.
             */
            resolution_due_at: string;
            /** @description How many solutions there have been. */
            resolutions: number;
            /** @description The first contact. */
            responded_at: string | null;
            /** Format: date-time */
            response_due_at: string;
            /** @description Day on which a deferred ticket is looked at again; null where it is not deferred. */
            review_on: string | null;
            status: components["schemas"]["TicketStatus"];
            /** @description Instant since which its clock stands still: it waits, or is over. */
            stopped_at: string | null;
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description As it was written. */
            text: string;
            visibility: components["schemas"]["Visibility"];
        };
        StaffTicketDetail: {
            /** @description Account of who has accepted it; null before. */
            accepted_by: string | null;
            /** @description Name of who has accepted it; null before. */
            accepted_by_name: string | null;
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            category_id: string;
            category_name: string;
            channel: components["schemas"]["Channel"];
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /** @description Department that handles it; null while none does. */
            department_id: string | null;
            /** @description Name of the department that handles it; null while none does. */
            department_name: string | null;
            /** @description Name that the person shows to others; null where nobody is shown. */
            display_name: string | null;
            /** @description How many times its author has disputed a solution. */
            disputes: number;
            /** @description Instant at which the level above was asked for a review; null where it was not. */
            escalated_at: string | null;
            /** @description Number of people who follow it. */
            followers: number;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number | null;
            history: components["schemas"]["EntryOut"][];
            /** Format: uuid */
            id: string;
            is_overdue: boolean;
            is_warned: boolean;
            kind: components["schemas"]["TicketKind"];
            /** @description Number of the ticket in which it goes on; null where it was not merged. */
            merged_into: string | null;
            number: string;
            origin: components["schemas"]["Origin"];
            /** @description Person in this community; null where the person is not known or not shown. */
            participant_id: string | null;
            /** @description Minutes for which it has waited for the resident. */
            paused_minutes: number;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Rating of the present solution by its author; null while there is none. */
            rating: components["schemas"]["TicketRatingOut"] | null;
            ratings: components["schemas"]["TicketRatingOut"][];
            /**
             * Format: date-time
             * @description Moves by the time for which the ticket waits for the resident.
             */
            resolution_due_at: string;
            /** @description How many solutions there have been. */
            resolutions: number;
            /** @description The first contact. */
            responded_at: string | null;
            /** Format: date-time */
            response_due_at: string;
            /** @description Day on which a deferred ticket is looked at again; null where it is not deferred. */
            review_on: string | null;
            status: components["schemas"]["TicketStatus"];
            /** @description Instant since which its clock stands still: it waits, or is over. */
            stopped_at: string | null;
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description As it was written. */
            text: string;
            visibility: components["schemas"]["Visibility"];
        };
        StaffTicketPage: {
            items: components["schemas"]["StaffTicket"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffTopicDetail: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /**
             * Format: date-time
             * @description Instant by which it is opened or declined.
             */
            answer_due_at: string;
            /** @description Ballot on the topic; null while there is none. */
            ballot: components["schemas"]["BallotOut"] | null;
            category: components["schemas"]["TopicCategory"];
            channel: components["schemas"]["Channel"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            history: components["schemas"]["NoteOut"][];
            /** Format: uuid */
            id: string;
            is_overdue: boolean;
            /** @description Record of the deliberation, in words; null while there is none. */
            minutes: string | null;
            /** @description Instant since which everybody may read it. */
            opened_at: string | null;
            /** @description Number of opinions against it. */
            opinions_against: number;
            /** @description Number of opinions for it. */
            opinions_for: number;
            /** @description Number of opinions that are neither. */
            opinions_neutral: number;
            /** @description What was decided; null while nothing is. */
            outcome: components["schemas"]["TopicOutcome"] | null;
            /** @description Person in this community; null where the person is not known or not shown. */
            participant_id: string | null;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Display name of the resident who raised it; null for one of the community itself. */
            raised_by: string | null;
            /** @description Published result; null before. */
            result: components["schemas"]["ResultOut"] | null;
            /** @description Number of residents who second it. */
            seconds: number;
            /** @description Seconds with which it is deliberated. */
            seconds_needed: number | null;
            status: components["schemas"]["TopicStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description As it was written. */
            text: string;
            title: string;
            /** @description Grows with each change; the `ETag` is made of it. */
            version: number;
        };
        StaffTopicInList: {
            /** Format: date-time */
            answer_due_at: string;
            /** @description Ballot on the topic; null while there is none. */
            ballot: components["schemas"]["BallotInList"] | null;
            category: components["schemas"]["TopicCategory"];
            channel: components["schemas"]["Channel"];
            /** Format: uuid */
            id: string;
            is_mine: boolean;
            /** @description True where screening has not answered within 7 days. */
            is_overdue: boolean;
            /** @description Instant at which it was opened to residents; null before. */
            opened_at: string | null;
            /** @description What was decided; null while nothing is. */
            outcome: components["schemas"]["TopicOutcome"] | null;
            /** @description Person in this community; null where the person is not known or not shown. */
            participant_id: string | null;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Display name of the resident who raised it; null for one of the community itself. */
            raised_by: string | null;
            /** @description Number of residents who second it. */
            seconds: number;
            /** @description Number of seconds from which on it is deliberated; null before it is open. */
            seconds_needed: number | null;
            status: components["schemas"]["TopicStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            title: string;
        };
        StaffTopicPage: {
            items: components["schemas"]["StaffTopicInList"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        StaffUnitRegistration: {
            /** @description What the reader may do now: `return`, `approve`, `decline`, `end`. */
            actions: string[];
            /** @description Whether the unit sits there, or is assigned. */
            basis: components["schemas"]["UnitBasis"];
            channel: components["schemas"]["Channel"];
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description Number of Party members that the unit states. */
            headcount_of_members: number;
            /** Format: uuid */
            id: string;
            /** @description Masked: 王** */
            liaison_name: string | null;
            /** @description Masked: +** */
            liaison_phone: string | null;
            /** @description Number of the document that the approval issued. */
            number: string | null;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /** @description Reason of the return or the refusal. */
            reason: string | null;
            services_offered: string;
            status: components["schemas"]["UnitRegistrationStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        StaffUnitRegistrationPage: {
            items: components["schemas"]["StaffUnitRegistration"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        Stance: "for" | "against" | "neutral";
        /** @description Hours of each star, in rising order. */
        StarSchemeIn: {
            hours: number[];
        };
        StarSchemeOut: {
            hours: number[];
        };
        SteppedUp: {
            /** Format: date-time */
            proven_until: string;
        };
        StepUp: {
            /**
             * Format: password
             * @description The present password.
             */
            password: string;
            /** @description Code of the second factor; needed if there is one. */
            totp?: string | null;
        };
        TicketAssignment: {
            /**
             * Format: uuid
             * @description Department that handles it.
             */
            department_id: string;
        };
        TicketDecline: {
            /** @description Advice on what the author can do instead: where to go, whom to ring. */
            instead: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        TicketDeferral: {
            /** @description Why, in words for the people concerned. */
            reason: string;
            /**
             * Format: date
             * @description The day on which it is looked at again, at most a year ahead; its author is told of it.
             */
            review_on: string;
        };
        /**
         * @description Fate of the time within which a ticket is to be solved.
         * @enum {string}
         */
        TicketDue: "open" | "overdue" | "answered_in_time" | "answered_late";
        TicketDueFigures: {
            counts: (number | null)[];
            due: components["schemas"]["TicketDue"];
        };
        /** @description Tickets that were submitted in the week, by what they are now. */
        TicketFigures: {
            by_due: components["schemas"]["TicketDueFigures"][];
            by_state: components["schemas"]["TicketStateFigures"][];
        };
        /** @enum {string} */
        TicketKind: "inquiry" | "help" | "complaint" | "report" | "suggestion";
        TicketMerge: {
            /**
             * Format: uuid
             * @description Id of the open ticket that goes on; the author of this one must be allowed to see it.
             */
            into: string;
        };
        TicketRatingOut: {
            /** @description Words of the person. */
            comment: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            rated_at: string;
            /** @description Number of the solution that is rated, from 1 on. */
            resolution: number;
            /** @description Satisfaction from 1 to 5. */
            satisfied: number;
            solved: components["schemas"]["Solved"];
        };
        TicketReply: {
            /**
             * @description True shows the reply to all who see the ticket, otherwise only the author sees it.
             * @default false
             */
            is_public?: boolean;
            /** @description As it was written. */
            text: string;
        };
        TicketResolution: {
            /** @description Text that says how it was solved, shown to all who see the ticket. */
            text: string;
        };
        /**
         * @description Orders of the queue of tickets.
         * @enum {string}
         */
        TicketSort: "due" | "newest" | "oldest";
        TicketStateFigures: {
            counts: (number | null)[];
            status: components["schemas"]["TicketStatus"];
        };
        /** @enum {string} */
        TicketStatus: "submitted" | "accepted" | "declined" | "assigned" | "in_progress" | "waiting_for_resident" | "deferred" | "resolved" | "closed" | "reopened" | "merged" | "withdrawn";
        /** @description One thing that waits. */
        TodoItem: {
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            /**
             * Format: date-time
             * @description Instant until which it should be done.
             */
            due_at: string;
            is_overdue: boolean;
            kind: string;
            /** @description Title or masked name of what waits; null where it has none. */
            name: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** Format: date-time */
            since: string;
            subject: components["schemas"]["StaffSubjectOut"];
        };
        TodoItemPage: {
            items: components["schemas"]["TodoItem"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description Count of what waits of one kind, and the first of it. */
        TodoKind: {
            /** @description How many there are. */
            count: number;
            first: components["schemas"]["TodoItem"][];
            kind: string;
            /** @description The earliest due time among them; null where nothing waits. */
            next_due_at: string | null;
            /** @description How many of them are past their due time. */
            overdue: number;
            title: string;
        };
        /** @description Everything that waits for an administrator, by kind: the kinds alone that they may do. */
        TodoOut: {
            /** @description How many there are. */
            count: number;
            items: components["schemas"]["TodoKind"][];
            /** @description The earliest due time among them; null where nothing waits. */
            next_due_at: string | null;
            /** @description How many of them are past their due time. */
            overdue: number;
        };
        TokensOut: {
            /** @description Sent as `Authorization: Bearer …`; it lasts minutes. */
            access_token: string;
            /**
             * @description Seconds for which the access token is valid from now.
             * @default 900
             */
            expires_in: number;
            /** @description Good once, for the next pair of tokens. Store it; show it to nobody. */
            refresh_token: string;
            /**
             * @description Always `Bearer`.
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
        };
        /** @enum {string} */
        TopicCategory: "environment" | "safety" | "parking" | "facilities" | "property" | "elderly_and_children" | "culture_and_sport" | "covenant" | "other";
        /** @description Decision by consensus, without a ballot. */
        TopicDecision: {
            /** @description Minutes of the deliberation. Everybody may read them, so they name nobody. */
            minutes: string;
            note: string;
            /**
             * @description The consensus of those who met: to do it, or to leave it.
             * @default adopted
             */
            outcome?: components["schemas"]["TopicOutcome"];
        };
        /** @description Topics that were raised in the week, by what they are now. */
        TopicFigures: {
            by_stage: components["schemas"]["TopicStageFigures"][];
        };
        /**
         * @description The decision about a topic, by its ballot or by the consensus of those who met.
         * @enum {string}
         */
        TopicOutcome: "adopted" | "rejected";
        TopicStageFigures: {
            counts: (number | null)[];
            stage: components["schemas"]["TopicStatus"];
        };
        /** @enum {string} */
        TopicStatus: "submitted" | "screening" | "declined" | "open" | "deliberating" | "balloting" | "decided" | "withdrawn";
        /**
         * @description Sums over the ballots that were closed in the week and whose counts may be told: ten votes or
         *     more, of which not all chose alike. Null where there are only others.
         */
        TurnoutFigures: {
            electors: (number | null)[];
            votes: (number | null)[];
        };
        /**
         * @description Act that one person requests and another confirms.
         * @enum {string}
         */
        TwoPersonAct: "annul" | "certify";
        /**
         * @description Second that the desk has entered for a resident. It counts when another person confirms
         *     it.
         */
        UnconfirmedSecond: {
            /** Format: date-time */
            at: string;
            channel: components["schemas"]["Channel"];
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            entered_by: string;
            /** @description Name of who has entered it; null where it is not known any more. */
            entered_by_name: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
        };
        UnconfirmedSecondPage: {
            items: components["schemas"]["UnconfirmedSecond"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description The organization to assign; the reason is told to its liaisons. */
        UnitAssignmentIn: {
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        UnitAssignmentOut: {
            /** Format: date-time */
            assigned_at: string;
            /** Format: uuid */
            assigned_by: string;
            /** @description Name of who has assigned it; null where it is not known any more. */
            assigned_by_name: string | null;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        UnitAssignmentPage: {
            items: components["schemas"]["UnitAssignmentOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /**
         * @description Ground on which a unit registers with a community.
         * @enum {string}
         */
        UnitBasis: "sits_here" | "assigned";
        /** @description A registration of a member of the unit, for its liaison. */
        UnitMember: {
            /** @description What the liaison may do now: `confirm`, `end`. */
            actions: string[];
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** @description Number of the receipt. Anybody may check it; the check names nobody. */
            receipt_number: string | null;
            /** @description Instant until which a residence in the community is to be approved, else the registration ends; null where nothing is missing. */
            residence_due_at: string | null;
            status: components["schemas"]["MemberRegistrationStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description How the membership was confirmed; null before. */
            verify_method: components["schemas"]["VerifyMethod"] | null;
        };
        UnitMemberCount: {
            /** @description Number of its members as it has given it; null for one without a registration. */
            expected: number | null;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /** @description Active registrations of its members in all these communities; null below 10, or where others could be computed. */
            registered: number | null;
        };
        /** @description The whole list, which replaces the one before; it is stored encrypted. */
        UnitMemberListIn: {
            members: components["schemas"]["ListedMember"][];
        };
        UnitMemberListOut: {
            /** @description How many there are. */
            count: number;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Null while there is no list. */
            replaced_at: string | null;
            /** @description Members who cannot be verified by the list. */
            without_phone: number;
        };
        UnitMemberPage: {
            items: components["schemas"]["UnitMember"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @description All fields of a unit registration that are submitted, also after a return. */
        UnitRegistrationIn: {
            /** @description Number of Party members of the organization. */
            headcount_of_members: number;
            /** @description Name of the unit's contact; stored encrypted, and shown masked. */
            liaison_name: string;
            /** @description Phone number of the unit's liaison. */
            liaison_phone: string;
            services_offered: string;
        };
        UnitRegistrationPage: {
            items: components["schemas"]["OwnUnitRegistrationOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
        /** @enum {string} */
        UnitRegistrationStatus: "submitted" | "returned" | "approved" | "declined" | "withdrawn" | "ended";
        UsedAccountLink: {
            /**
             * Format: password
             * @description The new password: at least 12 characters.
             */
            password: string;
            /** @description Token of the link. */
            token: string;
            /** @description Code of the second factor that opening the link has shown; needed where one is required. */
            totp?: string | null;
        };
        /**
         * @description Means by which the membership was confirmed, once and with the approval.
         * @enum {string}
         */
        VerifyMethod: "unit_list" | "unit_liaison" | "community" | "paper_slip";
        /** @enum {string} */
        Visibility: "public" | "private" | "confidential";
        /**
         * @description Reason for which a field that was asked for is empty.
         * @enum {string}
         */
        WhyMissing: "not_given" | "no_account" | "no_consent" | "has_left" | "unreadable";
        /**
         * @description Reason for which a member registers without an approved residence.
         * @enum {string}
         */
        WhyNoResidence: "residence_pending";
        /** @description An act at the desk before a witness; the path says for whom it is. */
        Witnessed: {
            /** @description Name of the person who saw the resident ask for it; it cannot be the caller. */
            witness: string;
        };
        /** @description All fields of a work unit that administrators write. */
        WorkUnitIn: {
            /** @description For people to read, as one line; null while none is set. */
            address?: string | null;
            /**
             * @description Id of the community where it sits. Only the platform writes a unit without one, because its
             *     community is not in this service.
             */
            community_id?: string | null;
            /** @description Unified social credit code (GB 32100); its last character checks the others. */
            credit_code: string;
            name: string;
        };
        WorkUnitOut: {
            /** @description For people to read, as one line; null while none is set. */
            address: string | null;
            /** @description Community to which it belongs; null for what belongs to none. */
            community_id: string | null;
            /** @description Name of that community; null for what belongs to none. */
            community_name: string | null;
            credit_code: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        WorkUnitPage: {
            items: components["schemas"]["WorkUnitOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            /** @description Items of the whole list; 1,001 means more than 1,000. */
            total: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAdministrators: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministratorPage"];
                };
            };
        };
    };
    createAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdministrator"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAdministrator"];
                };
            };
        };
    };
    getAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the administrator. */
                administrator_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministratorOut"];
                };
            };
        };
    };
    issueAccountLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the administrator. */
                administrator_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLinkOut"];
                };
            };
        };
    };
    listPlatformAuditEntries: {
        parameters: {
            query?: {
                /** @description Only entries of this act (`ticket.accepted`). */
                action?: string | null;
                /** @description Only what this account has done. */
                actor_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only what happened at this instant or later. */
                since?: string | null;
                /** @description Only what was done with this thing. */
                subject_id?: string | null;
                /** @description Only what happened before this instant. */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
        };
    };
    openAccountLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountLinkIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccountLink"];
                };
            };
        };
    };
    useAccountLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsedAccountLink"];
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminLogin"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminSession"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteppedUp"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
        };
    };
    listCommunities: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Words of the name or the address, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCommunityPage"];
                };
            };
        };
    };
    createCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCommunityOut"];
                };
            };
        };
    };
    getCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCommunityOut"];
                };
            };
        };
    };
    reviseCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCommunityOut"];
                };
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Lists activities that end after this instant. */
                from?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Words of title, summary, address or organiser, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
                /**
                 * @description Order of the list: newest first, or by the start of the first shift. The second one leaves
                 *     out activities without shifts.
                 */
                sort?: components["schemas"]["ActivitySort"];
                /** @description Only those in this state. */
                status?: components["schemas"]["ActivityStatus"] | null;
                /** @description Lists activities that start before this instant. */
                to?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffActivityPage"];
                };
            };
        };
    };
    draftActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    reviseActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    cancelActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    completeActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    listActivityLeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaders"];
                };
            };
        };
    };
    nameActivityLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderOut"];
                };
            };
        };
    };
    removeActivityLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    publishActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
        };
    };
    listRatings: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingPage"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    reviseSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesChange"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSeries"];
                };
            };
        };
    };
    startSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    endSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    pauseSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    previewSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
        };
    };
    restoreDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    resumeSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    skipDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
        };
    };
    listShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftList"];
                };
            };
        };
    };
    addShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftOut"];
                };
            };
        };
    };
    signUpForDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSignUpForDates"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateAnswers"];
                };
            };
        };
    };
    withdrawFromDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity. */
                activity_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskWithdrawFromDates"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateAnswers"];
                };
            };
        };
    };
    getAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    checkInParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskPresence"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    checkOutParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskCheckOut"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    correctAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    disputeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskDispute"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    markAbsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskAbsence"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    upholdAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the attendance. */
                attendance_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendance"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description Only entries of this act (`ticket.accepted`). */
                action?: string | null;
                /** @description Only what this account has done. */
                actor_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only what happened at this instant or later. */
                since?: string | null;
                /** @description Only what was done with this thing. */
                subject_id?: string | null;
                /** @description Only what happened before this instant. */
                until?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
        };
    };
    listBallots: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["BallotStatus"] | null;
                /** @description Only those on this topic. */
                topic_id?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotPage"];
                };
            };
        };
    };
    draftBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBallot"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    getBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    reviseBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    announceBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Announcement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    requestBallotAnnulment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    confirmBallotAnnulment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    requestBallotCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    confirmBallotCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    publishBallotResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Announcement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotOut"];
                };
            };
        };
    };
    getBallotResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultOut"];
                };
            };
        };
    };
    getBallotRollCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollCounts"];
                };
            };
        };
    };
    revealRecordedVotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the ballot. */
                ballot_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealVotes"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedVotePage"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description Without it, the year of today. */
                year?: number | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
        };
    };
    listCalendarImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importCalendar: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getCalendarImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoCalendarImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    listLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the activity, topic or ticket. */
                card_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffLinkedCards"];
                };
            };
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["CertificateStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCertificatePage"];
                };
            };
        };
    };
    requestCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskCertificate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    declineCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    dropCertificateRevocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    printCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": Blob;
                };
            };
        };
    };
    requestCertificateRevocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    confirmCertificateRevocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    withdrawCertificateRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the certificate. */
                certificate_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateForStaff"];
                };
            };
        };
    };
    getPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    approvePostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    askToLeavePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskLeave"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    completePostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    rejectPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    releasePostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    revealPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealContact"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantContact"];
                };
            };
        };
    };
    stayOnPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    withdrawPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    getDepartmentMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the member. */
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentMemberOut"];
                };
            };
        };
    };
    removeDepartmentMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the member. */
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDepartments: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for those that are offered now, false for former ones. */
                is_active?: boolean | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentPage"];
                };
            };
        };
    };
    addDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentOut"];
                };
            };
        };
    };
    getDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the department. */
                department_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentOut"];
                };
            };
        };
    };
    reviseDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the department. */
                department_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentOut"];
                };
            };
        };
    };
    listDepartmentMembers: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the department. */
                department_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentMemberPage"];
                };
            };
        };
    };
    addDepartmentMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the department. */
                department_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentMemberIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentMemberOut"];
                };
            };
        };
    };
    getDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    acceptDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    offerDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskDutyOffer"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    skipDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    takeOverDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTakeOver"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    withdrawDutyOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty. */
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOut"];
                };
            };
        };
    };
    listDutyDays: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only dates of this post. */
                post_id?: string | null;
                /** @description Only dates of this service day. */
                service_day_id?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["DutyDayStatus"] | null;
                /** @description Those that lie ahead, or those that are over. */
                when?: components["schemas"]["DutyWhen"];
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyDayPage"];
                };
            };
        };
    };
    getDutyDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty day. */
                duty_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyDayOut"];
                };
            };
        };
    };
    cancelDutyDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty day. */
                duty_day_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyDayOut"];
                };
            };
        };
    };
    listDutiesOfDay: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["DutyStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the duty day. */
                duty_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDutyPage"];
                };
            };
        };
    };
    getFigures: {
        parameters: {
            query?: {
                /** @description A day of the first week; by default the week eleven weeks before the last one. */
                from?: string | null;
                /** @description A day of the last week; by default the present one. A span has 53 weeks at most. */
                to?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
        };
    };
    listGuardianships: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["GuardianshipStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianshipPage"];
                };
            };
        };
    };
    recordGuardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskGuardianship"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    getGuardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    approveGuardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    giveGuardianConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskGuardianConsent"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    endGuardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    rejectGuardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    withdrawGuardianConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskConsentWithdrawal"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffGuardianship"];
                };
            };
        };
    };
    linkCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
        };
    };
    removeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the link. */
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMemberRegistrations: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["MemberRegistrationStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistrationPage"];
                };
            };
        };
    };
    registerMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskMemberSheet"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    getMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    approveMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberApproval"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    declineMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    endMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    returnMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    revealMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberReveal"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedSheet"];
                };
            };
        };
    };
    resubmitMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskMemberResubmission"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    withdrawMemberRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberRegistration"];
                };
            };
        };
    };
    listAttendances: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["AttendanceStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the occasion. */
                occasion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAttendancePage"];
                };
            };
        };
    };
    sendMessageToHelpers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the occasion. */
                occasion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelperMessageIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelperMessageOut"];
                };
            };
        };
    };
    listOccasionServiceEntries: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["EntryStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the occasion. */
                occasion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryPage"];
                };
            };
        };
    };
    postOccasionServiceEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the occasion. */
                occasion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    reviewOccasionServiceEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the occasion. */
                occasion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    listOpinionsToModerate: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Lists only those that wait to be read (true): new ones, and those that were reported. */
                is_to_read?: boolean | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["OpinionStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinionPage"];
                };
            };
        };
    };
    getOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    endorseOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnBehalf"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    hideOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    passOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    refuseOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    reportOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskReport"];
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restoreOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    withdrawOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the opinion. */
                opinion_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    listParticipants: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description A part of the display name. */
                display_name?: string | null;
                /** @description Only those of this sort. */
                kind?: components["schemas"]["ParticipantKind"] | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description The whole phone number, for those who may read it. */
                phone?: string | null;
                /** @description A household, entrance, building or grid: those who live in it. */
                place_id?: string | null;
                /** @description The whole real name, for those who may read it. */
                q?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["ParticipantStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParticipantPage"];
                };
            };
        };
    };
    joinCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskJoin"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    getParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    blockParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    issueClaimCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedClaimCode"];
                };
            };
        };
    };
    leaveCommunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    noteParticipantAgeBand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgeBandIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    renameParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskRename"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    revealParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealContact"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantContact"];
                };
            };
        };
    };
    unblockParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantRow"];
                };
            };
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those of this sort. */
                kind?: components["schemas"]["PlaceKind"] | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description The place whose places right below are listed; left out for those at the top. */
                parent?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlacePage"];
                };
            };
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlaceOut"];
                };
            };
        };
    };
    getPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the place. */
                place_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlaceOut"];
                };
            };
        };
    };
    mergePlace: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the place. */
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceMerge"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceMergeOut"];
                };
            };
        };
    };
    renamePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the place. */
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceName"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlaceOut"];
                };
            };
        };
    };
    reopenPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the place. */
                place_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlaceOut"];
                };
            };
        };
    };
    retirePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the place. */
                place_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPlaceOut"];
                };
            };
        };
    };
    listPlaceImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importPlaces: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getPlaceImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoPlaceImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    listPointDebts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for those that are settled, false for those that wait. */
                is_settled?: boolean;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointDebtPage"];
                };
            };
        };
    };
    getPointDebt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the debt. */
                debt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointDebtOut"];
                };
            };
        };
    };
    settlePointDebt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the debt. */
                debt_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointDebtOut"];
                };
            };
        };
    };
    getParticipantPoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointBalance"];
                };
            };
        };
    };
    getPointSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointSettingsOut"];
                };
            };
        };
    };
    revisePointSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointSettingsIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointSettingsOut"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["PostStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostPage"];
                };
            };
        };
    };
    draftPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPost"];
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPost"];
                };
            };
        };
    };
    revisePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPost"];
                };
            };
        };
    };
    listPostClaims: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["PostClaimStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaimPage"];
                };
            };
        };
    };
    applyForPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskPostApplication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPostClaim"];
                };
            };
        };
    };
    closePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPost"];
                };
            };
        };
    };
    listPostLeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaders"];
                };
            };
        };
    };
    namePostLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderOut"];
                };
            };
        };
    };
    removePostLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    publishPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the post. */
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPost"];
                };
            };
        };
    };
    listRedemptions: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["RedemptionStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRedemptionPage"];
                };
            };
        };
    };
    getRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the redemption. */
                redemption_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRedemption"];
                };
            };
        };
    };
    cancelRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the redemption. */
                redemption_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRedemption"];
                };
            };
        };
    };
    fulfilRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the redemption. */
                redemption_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRedemption"];
                };
            };
        };
    };
    getRegisterSize: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterSize"];
                };
            };
        };
    };
    listRegisterImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importRegister: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getRegisterImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoRegisterImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    listResidenceClaims: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["ResidenceClaimStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResidenceClaimPage"];
                };
            };
        };
    };
    submitResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskResidenceClaim"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    getResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    approveResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResidenceApproval"] | null;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    endResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    rejectResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    renewResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    revealResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealContact"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantContact"];
                };
            };
        };
    };
    withdrawResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the claim. */
                claim_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimReview"];
                };
            };
        };
    };
    allowMoreReveals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealAllowanceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealAllowanceOut"];
                };
            };
        };
    };
    listRewards: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["RewardStatus"];
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRewardPage"];
                };
            };
        };
    };
    addReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReward"];
                };
            };
        };
    };
    getReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the reward. */
                reward_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReward"];
                };
            };
        };
    };
    reviseReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the reward. */
                reward_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReward"];
                };
            };
        };
    };
    closeReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the reward. */
                reward_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffReward"];
                };
            };
        };
    };
    redeemReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the reward. */
                reward_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskRedemption"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRedemption"];
                };
            };
        };
    };
    listServiceAnomalies: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those of this sort. */
                kind?: components["schemas"]["AnomalyKind"] | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomalyPage"];
                };
            };
        };
    };
    listServiceCategories: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for those that are offered now, false for former ones. */
                is_active?: boolean | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceCategoryPage"];
                };
            };
        };
    };
    addServiceCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceCategoryIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceCategory"];
                };
            };
        };
    };
    getServiceCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category. */
                category_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceCategory"];
                };
            };
        };
    };
    reviseServiceCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category. */
                category_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceCategoryIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceCategory"];
                };
            };
        };
    };
    listServiceDays: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["ServiceDayStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceDayPage"];
                };
            };
        };
    };
    announceServiceDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceDayIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceDay"];
                };
            };
        };
    };
    getServiceDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceDay"];
                };
            };
        };
    };
    reviseServiceDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceDayWords"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceDay"];
                };
            };
        };
    };
    endServiceDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceDay"];
                };
            };
        };
    };
    listServiceDayLeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaders"];
                };
            };
        };
    };
    nameServiceDayLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaderIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderOut"];
                };
            };
        };
    };
    removeServiceDayLeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the participant. */
                participant_id: string;
                /** @description Id of the service day. */
                service_day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listServiceEntries: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those of this person. */
                participant_id?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["EntryStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryPage"];
                };
            };
        };
    };
    getServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    correctServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryCorrection"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    dropServiceEntryReversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    objectToServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskObjection"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    postServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    requestServiceEntryReversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    resubmitServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskAnswerToReturn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    returnServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    reverseServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    reviewServiceEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the service entry. */
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffEntryDetail"];
                };
            };
        };
    };
    getShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftOut"];
                };
            };
        };
    };
    reviseShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftOut"];
                };
            };
        };
    };
    cancelShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftOut"];
                };
            };
        };
    };
    revealRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
        };
    };
    listSignups: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["SignupStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignupPage"];
                };
            };
        };
    };
    signUpForShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the shift. */
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSignUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    getSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    agreeToChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskAgreement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    approveSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    findCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverOut"];
                };
            };
        };
    };
    rateShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskRating"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingOut"];
                };
            };
        };
    };
    rejectSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    withdrawSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the signup. */
                signup_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSignup"];
                };
            };
        };
    };
    getStarScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarSchemeOut"];
                };
            };
        };
    };
    reviseStarScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StarSchemeIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarSchemeOut"];
                };
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description Only those of this category. */
                category_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those that this department handles. */
                department_id?: string | null;
                /**
                 * @description True lists only tickets whose author has asked the level above for a review, also those
                 *     that are over.
                 */
                is_escalated?: boolean | null;
                /** @description True for those past their due time. */
                is_overdue?: boolean | null;
                /** @description Only those of this sort. */
                kind?: components["schemas"]["TicketKind"] | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description True lists only tickets that the caller has accepted. */
                mine?: boolean;
                /** @description A number of a ticket, or words of the text of tickets that are shown to everybody. With it tickets of all states are listed, unless `status` names one. */
                q?: string | null;
                /** @description Order of the list: due soonest first, newest first or oldest first. */
                sort?: components["schemas"]["TicketSort"];
                /** @description State of the tickets; None lists all that are open. */
                status?: components["schemas"]["TicketStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketPage"];
                };
            };
        };
    };
    submitTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicket"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    acceptTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    answerTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketResolution"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    askAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorQuestion"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    assignTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketAssignment"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    revealTicketContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealContact"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantContact"];
                };
            };
        };
    };
    declineTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketDecline"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    deferTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketDeferral"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    disputeTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketDispute"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    escalateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketEscalation"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    followTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketFollow"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    giveTicketBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    logTicketContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactLog"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    mergeTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketMerge"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    rateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketRating"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    replyToTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketReply"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    resolveTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketResolution"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    resumeTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    startTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    supplementTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketSupplement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    unfollowTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTicketFollow"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    withdrawTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the ticket. */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    openCommunityTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityTicketIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTicketDetail"];
                };
            };
        };
    };
    getTodo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoOut"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for those past their due time. */
                is_overdue?: boolean | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Words of the title or the text, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["TopicStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicPage"];
                };
            };
        };
    };
    raiseTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTopic"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    getTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    decideTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicDecision"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    declineTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    deliberateTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    followTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnBehalf"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    openTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    listOpinions: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Lists only the replies to this opinion. */
                reply_to?: string | null;
                /** @description Only opinions of this stance. */
                stance?: components["schemas"]["Stance"] | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["OpinionStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinionPage"];
                };
            };
        };
    };
    submitOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskOpinion"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOpinion"];
                };
            };
        };
    };
    screenTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    secondTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnBehalf"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    listUnconfirmedSeconds: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnconfirmedSecondPage"];
                };
            };
        };
    };
    confirmTopicSecond: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the second (附议) of a topic. */
                second_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    unfollowTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnBehalf"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    withdrawTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the topic. */
                topic_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTopicDetail"];
                };
            };
        };
    };
    listUnitAssignments: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentPage"];
                };
            };
        };
    };
    assignUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitAssignmentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentOut"];
                };
            };
        };
    };
    getUnitAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the assignment. */
                assignment_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentOut"];
                };
            };
        };
    };
    endUnitAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the assignment. */
                assignment_id: string;
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentOut"];
                };
            };
        };
    };
    listUnitRegistrations: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["UnitRegistrationStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistrationPage"];
                };
            };
        };
    };
    registerUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskUnitRegistration"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    getUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    approveUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    declineUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    endUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    returnUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    revealUnitContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedContact"];
                };
            };
        };
    };
    submitUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskUnitResubmission"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    withdrawUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Witnessed"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffUnitRegistration"];
                };
            };
        };
    };
    listGrantProposals: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those of this role. */
                role?: components["schemas"]["Role"] | null;
                /** @description Id of a region or a place, without those below it. */
                scope_id?: string | null;
                /** @description Only those of this account. */
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProposalPage"];
                };
            };
        };
    };
    proposeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProposalOut"];
                };
            };
        };
    };
    getGrantProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the proposal. */
                proposal_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProposalOut"];
                };
            };
        };
    };
    confirmGrantProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the proposal. */
                proposal_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOut"];
                };
            };
        };
    };
    declineGrantProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the proposal. */
                proposal_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProposalOut"];
                };
            };
        };
    };
    proposeLiaisons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonProposalsIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonProposalsOut"];
                };
            };
        };
    };
    getStaffMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMe"];
                };
            };
        };
    };
    listMyStaffMessages: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for messages about what is still to be done. */
                is_open?: boolean | null;
                /** @description True for messages that were not read yet. */
                is_unread?: boolean | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInboxPage"];
                };
            };
        };
    };
    markStaffMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the message. */
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMessageOut"];
                };
            };
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    enrolMySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorWish"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorOut"];
                };
            };
        };
    };
    confirmMySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministratorOut"];
                };
            };
        };
    };
    getMyTodo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoOut"];
                };
            };
        };
    };
    listMyTodoItems: {
        parameters: {
            query?: {
                /** @description Only those of this community. */
                community_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description What sort of thing the number names. */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoItemPage"];
                };
            };
        };
    };
    getMemberCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCounts"];
                };
            };
        };
    };
    listPartyOrganizations: {
        parameters: {
            query?: {
                /** @description Only those of this community. */
                community_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Id of the organization right above those listed. */
                parent_id?: string | null;
                /** @description Words of its name or its unit's, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
                /** @description Only organizations of this work unit. */
                work_unit_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrganizationPage"];
                };
            };
        };
    };
    addPartyOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrganizationOut"];
                };
            };
        };
    };
    getPartyOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrganizationOut"];
                };
            };
        };
    };
    revisePartyOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationRevision"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOrganizationOut"];
                };
            };
        };
    };
    listLiaisonProposals: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonProposalPage"];
                };
            };
        };
    };
    proposeLiaison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonProposalIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonProposalOut"];
                };
            };
        };
    };
    getLiaisonProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the proposal. */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonProposalOut"];
                };
            };
        };
    };
    confirmLiaisonProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the proposal. */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonOut"];
                };
            };
        };
    };
    declineLiaisonProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the proposal. */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonProposalOut"];
                };
            };
        };
    };
    listLiaisons: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonPage"];
                };
            };
        };
    };
    getLiaison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonOut"];
                };
            };
        };
    };
    revokeLiaison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiaisonOut"];
                };
            };
        };
    };
    getUnitMemberList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMemberListOut"];
                };
            };
        };
    };
    replaceUnitMemberList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitMemberListIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMemberListOut"];
                };
            };
        };
    };
    listUnitMembers: {
        parameters: {
            query?: {
                /** @description Id of the community of the list; without it the list is of all communities. */
                community_id?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["MemberRegistrationStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMemberPage"];
                };
            };
        };
    };
    confirmUnitMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMember"];
                };
            };
        };
    };
    endUnitMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMember"];
                };
            };
        };
    };
    revealUnitMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberReveal"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedSheet"];
                };
            };
        };
    };
    listOwnUnitAssignments: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentPage"];
                };
            };
        };
    };
    getOwnUnitAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the assignment. */
                assignment_id: string;
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAssignmentOut"];
                };
            };
        };
    };
    listOwnUnitRegistrations: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those in this state. */
                status?: components["schemas"]["UnitRegistrationStatus"] | null;
            };
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRegistrationPage"];
                };
            };
        };
    };
    registerOwnUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiaisonUnitRegistration"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUnitRegistrationOut"];
                };
            };
        };
    };
    getOwnUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUnitRegistrationOut"];
                };
            };
        };
    };
    endOwnUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUnitRegistrationOut"];
                };
            };
        };
    };
    submitOwnUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitRegistrationIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUnitRegistrationOut"];
                };
            };
        };
    };
    withdrawOwnUnitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization. */
                organization_id: string;
                /** @description Id of the registration. */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUnitRegistrationOut"];
                };
            };
        };
    };
    listPartyOrganizationImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importPartyOrganizations: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getPartyOrganizationImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoPartyOrganizationImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: {
                /** @description A region's own code, at any level. */
                code?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description The day on which the regions are valid; the default is today. */
                on?: string | null;
                /** @description Id of the region above; without it the provinces are listed. */
                parent_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionPage"];
                };
            };
        };
    };
    addRegion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
        };
    };
    getRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the region. */
                region_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
        };
    };
    mergeRegion: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the region. */
                region_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionMerge"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionMergeOut"];
                };
            };
        };
    };
    renameRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the region. */
                region_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionName"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
        };
    };
    retireRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the region. */
                region_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionEnd"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionOut"];
                };
            };
        };
    };
    listRegionImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importRegions: {
        parameters: {
            query: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
                /** @description The first day of the table's validity, on which new codes begin. */
                valid_from: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getRegionImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoRegionImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Only those of this role. */
                role?: components["schemas"]["Role"] | null;
                /** @description Id of a region or a place, without those below it. */
                scope_id?: string | null;
                /** @description Only those of this account. */
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantPage"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOut"];
                };
            };
        };
    };
    getGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the grant. */
                grant_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOut"];
                };
            };
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the grant. */
                grant_id: string;
                /** @description Id of an account. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOut"];
                };
            };
        };
    };
    listWorkUnits: {
        parameters: {
            query?: {
                /** @description Id of the community where the units sit. */
                community_id?: string | null;
                /** @description Only the unit with this unified social credit code (统一社会信用代码). */
                credit_code?: string | null;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
                /** @description Words of the name, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkUnitPage"];
                };
            };
        };
    };
    addWorkUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkUnitIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkUnitOut"];
                };
            };
        };
    };
    getWorkUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the work unit. */
                work_unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkUnitOut"];
                };
            };
        };
    };
    reviseWorkUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the work unit. */
                work_unit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkUnitIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkUnitOut"];
                };
            };
        };
    };
    listWorkUnitImports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Entries on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    importWorkUnits: {
        parameters: {
            query?: {
                /** @description True to see what would change, line by line; nothing is written. */
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                "text/csv": string | Blob;
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    getWorkUnitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
    undoWorkUnitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
        };
    };
}
