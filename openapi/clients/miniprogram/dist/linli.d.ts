export type Language = "zh" | "en";

/** A value that this version does not know yet. */
export type Unknown = string & {};
export interface paths {
    "/v1/auth/sessions/current": {
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
         * @description Its access token is invalid within a minute.
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/refresh": {
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
         * @description Each refresh token is accepted once and gives new tokens. The same device may repeat the request within a minute and gets the same answer, in case it was lost. Any other second use counts as theft: the login ends, and the person gets a message.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/wechat/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a code from wx.login
         * @description The first login of a WeChat account creates its user.
         */
        post: operations["logInWithWechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-feeds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a calendar feed (RFC 5545)
         * @description By its address and without a login: the shifts and duties at which its person is expected, from 30 days ago to 400 days ahead.
         */
        get: operations["readCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a certificate by its number
         * @description No login is needed. The name is masked; an unknown number is a 404.
         */
        get: operations["checkCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificates/{number}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the check of a certificate as a page
         * @description Its QR code opens it.
         */
        get: operations["showCertificatePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List communities
         * @description `q` searches by words of name or address; `near` finds the nearest to a point.
         */
        get: operations["listCommunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a community
         * @description Anybody who has logged in may read it.
         */
        get: operations["getCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List activities, soonest first, with the places left
         * @description Without a query these are published activities that are not over yet; `status` lists completed or cancelled ones, `q` searches by words. Anybody who has logged in may read them.
         */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/activities/{activity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an activity with its shifts
         * @description Soonest first, and my part in each: my sign-up, how many are before me in line, whether I may sign up, and what I have at the same time. Drafts are not found; anybody who has logged in may read the others.
         */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/activities/{activity_id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the shifts of an activity, soonest first
         * @description Each has its roles, the places left in them, and my part in it.
         */
        get: operations["listShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/activities/{activity_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up for dates of an activity: one, several, or all
         * @description Each date is answered by itself: with the sign-up, which has a place, waits or is reviewed, or with the problem for which it is refused. Of two dates that overlap the earlier one is taken.
         */
        post: operations["signUpForDates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/activities/{activity_id}/signups/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw from dates of an activity
         * @description One, several, or all that have not begun. Each date is answered by itself; a place that comes free goes to the next on its waitlist.
         */
        post: operations["withdrawFromDates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my attendances in this community, newest first */
        get: operations["listMyAttendances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/{attendance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my attendances */
        get: operations["getAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/{attendance_id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check somebody in whose occasion I lead
         * @description By their code that I have scanned, or by a tick in the roster. Nobody confirms themselves.
         */
        post: operations["checkInParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/{attendance_id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check somebody out whose occasion I lead
         * @description With `is_correction`, until the end, a mistaken check-out by a leader is replaced by the one of now.
         */
        post: operations["checkOutParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/{attendance_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute my absence
         * @description Staff who have not marked it decide, and I get a message.
         */
        post: operations["disputeAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/attendances/{attendance_id}/mark-absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark somebody as absent from an occasion that I lead
         * @description This is possible after its end, while the roster is open; the person gets a message, and may dispute it.
         */
        post: operations["markAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/cards/{card_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a public card came from and led to
         * @description Cards are activities, topics and tickets. Oldest links come first; private cards are left out.
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
    "/v1/communities/{community_id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a certificate of my confirmed service
         * @description It is free; staff issue it, and I get a message.
         */
        post: operations["requestCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/certificates/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my certificates in this community, newest first */
        get: operations["listMyCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my certificates */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/certificates/{certificate_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download my certificate as a PDF
         * @description 404 until it is issued.
         */
        get: operations["downloadCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/certificates/{certificate_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my request while it is not decided */
        post: operations["withdrawCertificateRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/check-in-packets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload what a leader's device has scanned without network
         * @description It may be sent again, in any order and from several devices: of each person the earliest scans count. Each scan is answered.
         */
        post: operations["uploadCheckInPacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check in by the code that the leader's device shows
         * @description The code names the occasion. The `nonce` takes the place of an Idempotency-Key: the same one gives the same answer. A location is never needed; without a consent to `location_at_check_in` it is not looked at.
         */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/check-ins/{attendance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my attendance at an occasion
         * @description Its id is that of the sign-up or of the duty.
         */
        get: operations["getCheckIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/check-ins/{attendance_id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check out, with the code of the occasion or without
         * @description Who forgets it is checked out at the end of the occasion, and a person looks at it.
         */
        post: operations["checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/check-ins/{attendance_id}/personal-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my own code for a leader to scan
         * @description With its `key` the phone makes the next codes itself where there is no network.
         */
        get: operations["getPersonalCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/claims/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my post claims in this community, newest first
         * @description Each has its post.
         */
        get: operations["listMyPostClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my post claims, with its post */
        get: operations["getPostClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/claims/{claim_id}/ask-to-leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to leave a post on which I serve, with a reason
         * @description Staff decide; until then my place is kept, and I may stay.
         */
        post: operations["askToLeavePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/claims/{claim_id}/stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stay on a post that I have asked to leave
         * @description It is possible until that is decided.
         */
        post: operations["stayOnPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/claims/{claim_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw my post claim
         * @description This is possible until service begins; the place is free again.
         */
        post: operations["withdrawPostClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my duties
         * @description The next one first, or with `when=past` those that are over. Each has the occasion at which to check in (`duty_day_id`).
         */
        get: operations["listMyDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/offered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the duties that others of my posts ask me to take over
         * @description The next one first.
         */
        get: operations["listOfferedDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my duties */
        get: operations["getDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the invitation to a service day
         * @description Nobody has to.
         */
        post: operations["acceptDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who serves on the same post and is not on duty that day
         * @description By display name.
         */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask others on the same post to take over a duty
         * @description One of them, or all. The duty stays mine until somebody has accepted.
         */
        post: operations["offerDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say before the start that I do not come
         * @description No reason is asked; later than 24 hours before the start, a duty of a post is flagged.
         */
        post: operations["skipDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over a duty of somebody on the same post
         * @description They have asked for it. I am expected from then on, and they are released; the answer is my new duty.
         */
        post: operations["takeOverDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/duties/{duty_id}/withdraw-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask nobody to take over any more */
        post: operations["withdrawDutyOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my guardianships
         * @description Newest first, as the minor or as the guardian.
         */
        get: operations["listMyGuardianships"];
        put?: never;
        /**
         * Confirm a guardianship by the minor's code
         * @description Say to what I consent. It holds at once where we live in one household; else the desk checks it first. A guardian is a known adult of this community.
         */
        post: operations["confirmGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a guardianship of mine */
        get: operations["getMyGuardianship"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a consent as the guardian, for a year at most */
        post: operations["giveGuardianConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a guardianship, as its guardian
         * @description All its consents end with it, and what the minor has signed up for is given up unless another guardian has consented.
         */
        post: operations["endGuardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the minor's sign-ups
         * @description As the guardian: the next shift first, then those that are over. A guardian sees nothing else of the minor.
         */
        get: operations["listSignupsOfMinor"];
        put?: never;
        /**
         * Sign a minor up for a shift
         * @description As the guardian: this is my consent to it. The rules are those of the minor's own sign-up, and the minor gets a message.
         */
        post: operations["signUpMinor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/signups/{signup_id}/accept-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the place that is offered to the minor, as the guardian
         * @description The minor gets a message.
         */
        post: operations["acceptOfferToMinor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/signups/{signup_id}/decline-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the place that is offered to the minor
         * @description As the guardian. The minor gets a message.
         */
        post: operations["declineOfferToMinor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/signups/{signup_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a sign-up of the minor, as the guardian
         * @description The minor gets a message.
         */
        post: operations["withdrawSignupOfMinor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/guardianships/{guardianship_id}/withdraw-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a consent as the guardian, at once
         * @description What the minor has signed up for is given up unless another guardian has consented; of a child under 14 household and name are erased where no consent to the use of personal data is left.
         */
        post: operations["withdrawGuardianConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/inbox/{message_id}/read": {
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
        post: operations["markMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/led-occasions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the occasions that I lead
         * @description Those that are over since more than a day are left out; the earliest comes first.
         */
        get: operations["listLedOccasions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/member-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register as a Party member with the community where I live (党员报到)
         * @description This needs my separate consent (`party_membership`) and an approved residence there; with `reason: residence_pending` it ends after 60 days, unless the residence is approved by then. The form is stored encrypted; my unit's liaison or the community confirms it. My organizational membership does not move.
         */
        post: operations["registerMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/member-registrations/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my double reporting in this community
         * @description It has my newest registration with its form and receipt number, and my newest post claims.
         */
        get: operations["getMyDoubleReporting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/member-registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my member registrations */
        get: operations["getMemberRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/member-registrations/{registration_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit my returned member registration again
         * @description The body replaces the whole form.
         */
        post: operations["resubmitMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/member-registrations/{registration_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw my member registration
         * @description An active one ends, and its receipt is no longer valid; my post claims go on.
         */
        post: operations["withdrawMemberRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/occasions/{occasion_id}/attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who comes to an occasion that I lead
         * @description The roster is open from 2 hours before the start to 24 hours after the end; names are masked, and phone numbers are not shown.
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
    "/v1/communities/{community_id}/occasions/{occasion_id}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the present code of an occasion that I lead
         * @description To show it as a QR code or to read it out. It changes every thirty seconds.
         */
        get: operations["getCheckInCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/occasions/{occasion_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to all helpers of an occasion that I lead
         * @description Everybody who is to come or has come gets it; three in an hour are possible, and each is audited with its words.
         */
        post: operations["sendMessageToHelpers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/occasions/{occasion_id}/packet-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the key with which my device signs what it scans without network */
        get: operations["getPacketKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/opinions/{opinion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an opinion
         * @description One that waits, is hidden or was refused is shown to its author alone, with the reason.
         */
        get: operations["getOpinion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/opinions/{opinion_id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Endorse an opinion, at most once */
        post: operations["endorseOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/opinions/{opinion_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an opinion, at most once
         * @description A worker reads it; reports of three people take it from sight until then. Nobody is shown who has reported it.
         */
        post: operations["reportOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/opinions/{opinion_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my opinion */
        post: operations["withdrawOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a community as a visitor, or come back after leaving it
         * @description Earlier sign-ups, tickets and messages are then mine again.
         */
        post: operations["joinCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over what the desk has entered for me
         * @description By the code that it has printed. My household, sign-ups and tickets there are mine from now on. Who has joined meanwhile and done nothing yet gives that up; who has done something asks the desk.
         */
        post: operations["takeOverParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my participation in a community
         * @description With my household and my verified name.
         */
        get: operations["getMyParticipation"];
        /** Change my display name, which others in the community see */
        put: operations["updateMyParticipation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants/me/age-band": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Declare my age band
         * @description It needs the consent `age_band`. Who is below 18 needs a guardian's consent to take part; what asks for known adults opens by the register, the desk or a reviewer alone. I may declare a lower age later, not a higher one.
         */
        put: operations["declareMyAgeBand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants/me/guardian-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a code by which my guardian confirms in their own account
         * @description It is shown this once, lasts 7 days, and replaces a former one.
         */
        post: operations["issueGuardianCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/participants/me/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a community
         * @description My open claims are withdrawn, my places are given up, and my residence in the community ends.
         */
        post: operations["leaveCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the places right below the community or below one of its places
         * @description They are grids, buildings, entrances and households; a residence claim names a household.
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/points/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my points in this community
         * @description They come from confirmed service alone; they are no money, and nobody is ranked by them.
         */
        get: operations["getMyPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/points/me/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what has moved in my account, newest first
         * @description The balance is the sum of all.
         */
        get: operations["listMyPointTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List published posts, newest first
         * @description Each has the places left and the numbers of claims in notice and in service, without names; numbers below 10 are not shown. Anybody who has logged in may read them.
         */
        get: operations["listPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/posts/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a post
         * @description Drafts are not found; anybody who has logged in may read the others.
         */
        get: operations["getPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/posts/{post_id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply for a post
         * @description Verified residents of the community may, whether they are Party members or not. A place is reserved for me from then on, and a rejection frees it; an approved claim is shown for 3 days, without my name, before service begins.
         */
        post: operations["applyForPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/redemptions/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my redemptions, newest first */
        get: operations["listMyRedemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/redemptions/{redemption_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my redemptions */
        get: operations["getRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/redemptions/{redemption_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel my redemption before I have collected it
         * @description My points come back.
         */
        post: operations["cancelRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a residence claim
         * @description It is approved at once if the community's register has my verified phone and my name for that household; else staff review it.
         */
        post: operations["submitResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my residence claims in this community, newest first */
        get: operations["listMyResidenceClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my residence claims */
        get: operations["getResidenceClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims/{claim_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End my approved residence claim, because I have moved away
         * @description I become a visitor again.
         */
        post: operations["endResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims/{claim_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew my approved residence claim
         * @description It then lasts another 24 months.
         */
        post: operations["renewResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/residence-claims/{claim_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw my residence claim
         * @description This is possible until it is decided.
         */
        post: operations["withdrawResidenceClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/rewards": {
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/rewards/{reward_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a reward */
        get: operations["getReward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/rewards/{reward_id}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem a reward
         * @description Its points are paid and one of its stock is mine at once; I collect it at the desk, and may cancel until then.
         */
        post: operations["redeemReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the categories in which tickets are taken
         * @description Each says how long an answer and a solution may take, and what to do at once where there is danger.
         */
        get: operations["listServiceCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service days of the community, the newest first
         * @description Anybody who has logged in may read them; who serves on a post is invited to each date.
         */
        get: operations["listServiceDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-entries/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my service entries in this community
         * @description The latest service first, with the minutes that are confirmed.
         */
        get: operations["listMyServiceEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-entries/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service entries in their notice period (公示)
         * @description Newest first; names are masked. Everybody who takes part in the community may object to one, with a reason.
         */
        get: operations["listServiceNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a service entry
         * @description My own, one of what I lead, or one in its notice period.
         */
        get: operations["getServiceEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-entries/{entry_id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to a service entry in its notice period
         * @description It goes back to those who review it; only they read the reason, and tell me what comes of it.
         */
        post: operations["objectToServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-entries/{entry_id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the return of a service entry of what I lead
         * @description It is reviewed again, as it is.
         */
        post: operations["resubmitServiceEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/service-record/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my confirmed service in this community, by year */
        get: operations["getMyServiceRecordInCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/shifts/{shift_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up for a shift
         * @description The sign-up gets a place if one is left, else the last position on the waitlist. Where the organiser reviews sign-ups it is pending until then, and has no place.
         */
        post: operations["signUpForShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my sign-ups in this community
         * @description The next shift first, then those that are over.
         */
        get: operations["listMySignupsInCommunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of my sign-ups */
        get: operations["getSignup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/accept-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the place that is offered to me
         * @description `offer_expires_at` of the sign-up says until when; after that the place goes to the next in line.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to what has changed since I signed up
         * @description `agree_by` of the sign-up says until when; after that the place goes to the next on the waitlist.
         */
        post: operations["agreeToChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/decline-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the place that is offered to me
         * @description It goes to the next in line. It never counts as a late withdrawal, and I may sign up again.
         */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/find-cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find cover for somebody who cannot come
         * @description Myself, or somebody on an activity that I lead. People who have helped before, are free then and take messages are asked to sign up, 30 at most. The place stays until it is withdrawn, and then goes to the next in line.
         */
        post: operations["findCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate an activity after the end of a shift at which I was
         * @description 1 to 5, with words for its organisers. For 30 days after the end; the rating can be changed for 7 days. Hours do not depend on it.
         */
        post: operations["rateShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my rating after a shift
         * @description It says whether I may give or change it now.
         */
        get: operations["getMyRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/signups/{signup_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw my sign-up
         * @description This is possible until the shift starts; a place that comes free goes to the next on the waitlist.
         */
        post: operations["withdrawSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public tickets
         * @description Newest first, or with `mine` all of my own. Public tickets are shown without their authors.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Submit a ticket
         * @description The answer has its number, and the instants at which the first contact and the solution are due. A public ticket is shown to others, without its author, once it is accepted.
         */
        post: operations["submitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a ticket of my own, or a public one, with its history
         * @description Public tickets are shown without their authors and with public entries only.
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute the solution of my ticket
         * @description The ticket is taken up again, twice at most.
         */
        post: operations["disputeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/escalate": {
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
         * @description I have disputed it twice.
         */
        post: operations["escalateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a ticket
         * @description I get a message at each of its public moves.
         */
        post: operations["followTicket"];
        /** Unfollow a ticket */
        delete: operations["unfollowTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate the last solution of my ticket, once
         * @description It closes what is solved, or partly. What is not solved is taken up again, unless `reopen` is false.
         */
        post: operations["rateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to my ticket while it is open
         * @description This answers a question about it, too. After an answer the work goes on.
         */
        post: operations["supplementTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/tickets/{ticket_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my ticket, before it is resolved */
        post: operations["withdrawTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List opened topics and my own, newest first
         * @description My own are listed in every state. Anybody who has logged in may read what has been opened.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Raise a topic
         * @description The community answers within 7 days: the topic is opened to everybody, or declined with a reason. Until then only I see it.
         */
        post: operations["raiseTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a topic as one screen
         * @description Its public history, each entry with the new state and its reason; its ballot, as announced, and the published result, each null while there is none; and my own part.
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
    "/v1/communities/{community_id}/topics/{topic_id}/ballot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the ballot on a topic; null while there is none
         * @description It is shown as announced, with its rule, its legal effect and the hash of its manifest, and tells whether I may vote and whether my vote is cast. It says in plain words who can see what of my vote, and when. Counts stand in the published result.
         */
        get: operations["getTopicBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a topic
         * @description I am notified of each of its moves.
         */
        post: operations["followTopic"];
        /** Unfollow a topic */
        delete: operations["unfollowTopic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the opinions on a topic, oldest first
         * @description Replies are listed, too, and my own opinions that wait to be read; hidden, refused and withdrawn ones are not.
         */
        get: operations["listOpinions"];
        put?: never;
        /**
         * Submit an opinion on a topic, or a reply to an opinion
         * @description A worker reads it first: until then I alone see it, and its status is `in_review`. Others then see my display name.
         */
        post: operations["submitOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the published result of a topic's ballot
         * @description Null before it is published. It has turnout, totals, the rule and the outcome by it, the legal effect, and the hash of what was announced. Where fewer than 10 have voted, or all chose alike, only the outcome is told.
         */
        get: operations["getTopicBallotResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Second a topic, at most once
         * @description With enough seconds it is deliberated. I follow it from then on.
         */
        post: operations["secondTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/vote-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the vote board of one question of a published ballot
         * @description It lists every answer beside a digest of its receipt code and the question: anybody can count again, and each voter finds their own. It shows totals only where the roll is smaller than 30, and nothing where fewer than 10 have voted or all chose alike.
         */
        get: operations["getVoteBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cast my vote, or that of my household
         * @description Each question is answered by one of its options. The receipt code is shown this once. The ballot says before in plain words who can see what of my vote, and when.
         */
        post: operations["castVote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/votes/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my vote
         * @description Null while there is none, or how far my household has voted. How a household has voted is shown to the one who cast its vote alone.
         */
        get: operations["getMyVote"];
        /**
         * Change the vote that I have cast, while the ballot is open
         * @description The new receipt code replaces the earlier one.
         */
        put: operations["changeVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communities/{community_id}/topics/{topic_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a topic that I have raised
         * @description Before it is deliberated.
         */
        post: operations["withdrawTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-exports/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an export
         * @description By a link that lasts five minutes and needs no login.
         */
        get: operations["downloadDataExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a numbered document
         * @description The answer has the issuing community and whether the document is still valid, but nothing about the person concerned. No login is needed.
         */
        get: operations["checkDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my account
         * @description With my phone number masked, and with counts over all my communities.
         */
        get: operations["getMe"];
        /** Update my nickname and the language in which I am written to */
        put: operations["updateMe"];
        post?: never;
        /**
         * Have my account erased, within 15 days
         * @description Logging in within the first 14 days takes this back. What others rely on stays, without my name: the votes I have cast, and topics that were decided.
         */
        delete: operations["eraseMe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has seen my data
         * @description When and why, in all my communities. Newest first. What the staff did for me or about me stands there, too.
         */
        get: operations["listMyAccessLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/calendar-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my calendar feeds, without their addresses */
        get: operations["listMyCalendarFeeds"];
        put?: never;
        /**
         * Make a calendar feed
         * @description My calendar program reads at its address when and where I am expected. It is shown this once, and the answer is not stored for an Idempotency-Key: after a lost answer, revoke the feed and make another one.
         */
        post: operations["makeCalendarFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/calendar-feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a calendar feed: its address is unknown from now on */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my consents, one for each purpose
         * @description Each has its full text, and whether it is granted.
         */
        get: operations["listMyConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant or withdraw a consent
         * @description `text_version` names the text that was shown. What a withdrawn consent allowed ends within a minute: `phone` deletes the number, `profile` the nickname, `residence` the household and the real name, `party_membership` the registration.
         */
        put: operations["decideConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/data-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my exports
         * @description One at most, with new links where it is ready.
         */
        get: operations["listMyDataExports"];
        put?: never;
        /**
         * Request an export of everything that is stored of me
         * @description It is made within minutes, and deleted after 24 hours.
         */
        post: operations["requestDataExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/data-exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my export, with new links where it is ready */
        get: operations["getDataExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the home screen of one of my communities in one call
         * @description What waits for me, my next shifts, tickets, posts and residence, and what there is to take part in.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my messages in all my communities, newest first */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep my account: take back the request for its erasure */
        post: operations["keepMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/participations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my participations
         * @description Oldest first, those that I have left included.
         */
        get: operations["listMyParticipations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify my phone number through WeChat
         * @description This needs the consent `phone`; a changed number ends all my other logins. A number belongs to who has verified it last: a former holder loses it, and gets a message.
         */
        post: operations["verifyPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/service-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my confirmed service
         * @description By community and year, with the star level of each. Nobody else sees it.
         */
        get: operations["getMyServiceRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/service-record/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download my confirmed services as a sheet (CSV)
         * @description In the data items of MZ/T 061.
         */
        get: operations["downloadMyServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/service-record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export my confirmed services in the data items of MZ/T 061
         * @description Without my name.
         */
        get: operations["exportMyServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/service-record/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download my service record as a PDF, for myself
         * @description It is no certificate and names nobody.
         */
        get: operations["downloadMyServiceRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my sign-ups in all my communities
         * @description The next shift first, then those that are over.
         */
        get: operations["listMySignups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/party-organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Party organizations
         * @description `q` searches by words of their names and of their units' names; these are published facts.
         */
        get: operations["listPartyOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the codes of registration forms
         * @description Skills, kinds of service and times, each with its Chinese and English words, in the order of the form.
         */
        get: operations["listServiceChoices"];
        put?: never;
        post?: never;
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
        /**
         * AbsenceIn
         * @description Somebody did not come. A reason is shown to them.
         */
        AbsenceIn: {
            /** @description Why, in words for the people concerned; null where none was given. */
            reason?: string | null;
        };
        /**
         * AccessOut
         * @description A member of staff saw my data, or did something for me or about me.
         */
        AccessOut: {
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** Format: uuid */
            id: string;
            /** @description True where data of mine was shown. */
            is_reading: boolean;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** @description In plain words. */
            what: string;
            /** @description Role and name. */
            who: string;
        };
        /** AccessPage */
        AccessPage: {
            items: components["schemas"]["AccessOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * Accuracy
         * @description Coarse accuracy of a location, as the device states it.
         * @enum {string}
         */
        Accuracy: "within_50_m" | "within_200_m" | "beyond_200_m" | "unknown" | Unknown;
        /** ActivityInList */
        ActivityInList: {
            address: string;
            audience: components["schemas"]["Audience"];
            /** @description Number of places. */
            capacity: number;
            category: components["schemas"]["Category"];
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** @description Instant at which the next one begins; null where none lies ahead. */
            next_starts_at: string | null;
            /** @description Rule of the series in English words; null for an activity without a series. */
            recurrence_en: string | null;
            /** @description Rule of the series in Chinese words; null for an activity without a series. */
            recurrence_zh: string | null;
            /** @description Number of places that are free. */
            remaining: number;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            summary: string;
            title: string;
        };
        /** ActivityPage */
        ActivityPage: {
            items: components["schemas"]["ActivityInList"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * ActivityStatus
         * @enum {string}
         */
        ActivityStatus: "draft" | "published" | "cancelled" | "completed" | "archived" | Unknown;
        /**
         * ActivityWithShifts
         * @description An activity as a resident opens it: with its shifts, soonest first, and what the resident may
         *     do on each.
         */
        ActivityWithShifts: {
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
            /** @description True where the caller lives in its place, and where it names none. */
            is_addressed_to_me: boolean;
            is_insured: boolean;
            needs_review: boolean;
            /** @description Start of the first open shift that is not over; null without one. */
            next_starts_at: string | null;
            /** @description Hours for which an offered place is kept. */
            offer_hours: number;
            organiser: string;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description The place in words; null for the whole community. */
            place_path: string | null;
            /** @description Instant from which on everybody sees it; null before. */
            published_at: string | null;
            /** @description Stars that helpers have given after shifts; null below 10 of them. */
            rating: components["schemas"]["RatingSummary"] | null;
            /** @description Rule of the series in English words; null for an activity without a series. */
            recurrence_en: string | null;
            /** @description The rule by which it recurs, in words; null for one that does not. */
            recurrence_zh: string | null;
            risk_level: components["schemas"]["RiskLevel"];
            risk_statement: string;
            shifts: components["schemas"]["ShownShift"][];
            /** @description Instant of its beginning; null while none is set. */
            starts_at: string | null;
            status: components["schemas"]["ActivityStatus"];
            summary: string;
            title: string;
            /** @description Its ETag, in quotes, is the If-Match of the next PUT. */
            version: number;
        };
        /**
         * AgeBand
         * @description Age of a person, as coarsely as rules ask for it; no date of birth is stored.
         * @enum {string}
         */
        AgeBand: "under_14" | "14_17" | "adult" | Unknown;
        /**
         * AgeLimit
         * @description The ages for which an activity is: minors need a guardian's consent, and nobody under 18
         *     takes part in what is of high risk.
         * @enum {string}
         */
        AgeLimit: "all" | "from_14" | "adults" | Unknown;
        /**
         * Agreement
         * @description The person's answer to a change: they know the risks as they are now stated.
         */
        Agreement: {
            /** @constant */
            is_risk_acknowledged: true;
        };
        /**
         * AnswerToReturn
         * @description Why a returned entry is right as it is.
         */
        AnswerToReturn: {
            note: string;
        };
        /**
         * AttendanceRow
         * @description Somebody who is to come, as a leader sees them: no phone number, and no household.
         */
        AttendanceRow: {
            /** @description What I may do now: `check_in`, `check_out`, `mark_absent`. */
            actions: string[];
            /**
             * Format: uuid
             * @description The presence that it is about.
             */
            attendance_id: string;
            /** @description How the check-in reached the service; null where there is none. */
            check_in_means: components["schemas"]["CheckMeans"] | null;
            /** @description How the check-out reached the service; null where there is none. */
            check_out_means: components["schemas"]["CheckMeans"] | null;
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            has_clock_doubt: boolean;
            is_closed_by_sweep: boolean;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
            /** @description Masked: 王** */
            real_name: string | null;
            status: components["schemas"]["AttendanceStatus"];
        };
        /**
         * AttendanceStatus
         * @enum {string}
         */
        AttendanceStatus: "expected" | "present" | "left" | "absent" | "disputed" | "released" | Unknown;
        /**
         * Audience
         * @enum {string}
         */
        Audience: "everyone" | "residents" | Unknown;
        /**
         * BallotInList
         * @description Ballot in a list of topics.
         */
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
        /**
         * BallotStatus
         * @enum {string}
         */
        BallotStatus: "draft" | "announced" | "open" | "closed" | "certified" | "published" | "annulled" | Unknown;
        /** BoardVote */
        BoardVote: {
            choice: string;
            receipt_sha256: string;
        };
        /** CalendarFeedOut */
        CalendarFeedOut: {
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            /** Format: uuid */
            id: string;
        };
        /**
         * CalendarFeedPage
         * @description The feeds of a person, the newest first; there are few, so that one page has them all.
         */
        CalendarFeedPage: {
            items: components["schemas"]["CalendarFeedOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * CardKind
         * @enum {string}
         */
        CardKind: "activity" | "topic" | "ticket" | Unknown;
        /** CastVote */
        CastVote: {
            /** @description Key of each question with the key of the option chosen. */
            choices: {
                [key: string]: string;
            };
        };
        /**
         * Category
         * @enum {string}
         */
        Category: "environment" | "safety" | "elderly_care" | "child_care" | "culture_and_sport" | "convenience" | "mediation" | "emergency" | "other" | Unknown;
        /**
         * CertificateCheckOut
         * @description A certificate as everybody sees it who has its number.
         */
        CertificateCheckOut: {
            /** @description SHA-256 of the content, as printed on the certificate, in hexadecimal. */
            content_hash: string;
            /** @description Day on which hours on it were corrected; null where none were. */
            corrected_on: string | null;
            /** @description Hours of service, as they are printed. */
            hours: string;
            /**
             * Format: date
             * @description Day of issue.
             */
            issued_on: string;
            issuer: string;
            /** @description Masked: 王**; null where its person is erased. */
            name: string | null;
            number: string;
            /** @description Day of the revocation; null while it is valid. */
            revoked_on: string | null;
            status: components["schemas"]["CheckStatus"];
        };
        /**
         * CertificateIn
         * @description A request for a certificate of service, of some days or of all.
         */
        CertificateIn: {
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
        };
        /** CertificateOut */
        CertificateOut: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            channel: components["schemas"]["Channel"];
            /** @description Path of the public page that checks it, which its QR code opens. */
            check_path: string | null;
            /** @description Instant since which hours on it count no more; null for most. */
            corrected_at: string | null;
            /** @description Why it was not issued; null where it was not declined. */
            decline_reason: string | null;
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
            /** @description Printed on the certificate; null before the issue. */
            number: string | null;
            /** Format: date-time */
            requested_at: string;
            /** @description Why it was revoked, or should be; null where nobody asks for it. */
            revocation_reason: string | null;
            /** @description Instant of the revocation; null while it is valid. */
            revoked_at: string | null;
            status: components["schemas"]["CertificateStatus"];
            /** @description Characters of the name that the printed font lacks, as code points. They are printed as 〓 and named at the foot of the page. */
            unprintable: string[];
        };
        /** CertificatePage */
        CertificatePage: {
            items: components["schemas"]["CertificateOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * CertificateStatus
         * @enum {string}
         */
        CertificateStatus: "requested" | "issued" | "declined" | "withdrawn" | "revoked" | Unknown;
        /**
         * Channel
         * @description Channel through which a resident's act reached the service.
         * @enum {string}
         */
        Channel: "self" | "desk" | "paper" | Unknown;
        /**
         * CheckIn
         * @description A check-in by the code that the leader's device shows.
         */
        CheckIn: {
            code: string;
            /** @description A location is never needed, and never a reason to refuse. */
            location?: components["schemas"]["LocationIn"] | null;
            /** @description The same nonce gives the same answer; it takes the place of an Idempotency-Key. */
            nonce: string;
        };
        /**
         * CheckMeans
         * @description How a check-in or a check-out reached the service.
         * @enum {string}
         */
        CheckMeans: "code" | "self" | "leader" | "roster" | "packet" | "desk" | "end" | Unknown;
        /**
         * CheckOut
         * @description A check-out, with or without the code.
         */
        CheckOut: {
            /** @description Code that the leader's device shows; null to leave without one. */
            code?: string | null;
            /** @description Where the device is. It is never needed, and looked at only with the person's consent. */
            location?: components["schemas"]["LocationIn"] | null;
            nonce: string;
        };
        /**
         * CheckOutConfirmation
         * @description A leader's confirmation that somebody leaves.
         */
        CheckOutConfirmation: {
            /**
             * @description True to say that a leader's tick or scan before was a mistake, and the person has been there
             *     until now.
             * @default false
             */
            is_correction?: boolean;
            /** @description The code that the participant's own phone shows; null for a tick in the roster. */
            personal_code?: string | null;
        };
        /**
         * CheckStatus
         * @description Answer to the check of a number.
         * @enum {string}
         */
        CheckStatus: "valid" | "corrected" | "revoked" | Unknown;
        /** Choice */
        Choice: {
            code: string;
            /** @description English words. */
            en: string;
            /** @description Chinese words. */
            zh: string;
        };
        /** ClaimCodeIn */
        ClaimCodeIn: {
            /** @description The twelve digits; blanks and hyphens between them do not matter. */
            code: string;
        };
        /**
         * CodeOut
         * @description A code as it is shown, and when the next one comes.
         */
        CodeOut: {
            code: string;
            /** Format: date-time */
            next_at: string;
            /** Format: date-time */
            valid_until: string;
        };
        /**
         * Colleague
         * @description Somebody who serves on the same post and is not on duty that day.
         */
        Colleague: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /**
             * Format: uuid
             * @description Person in this community.
             */
            participant_id: string;
        };
        /** ColleaguePage */
        ColleaguePage: {
            items: components["schemas"]["Colleague"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** CommunityOut */
        CommunityOut: {
            /** @description For people to read, as one line; null while none is set. */
            address: string | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number | null;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number | null;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** CommunityPage */
        CommunityPage: {
            items: components["schemas"]["CommunityOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** CommunityRecord */
        CommunityRecord: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Hours of service, as they are printed. */
            hours: string;
            /** @description Whole minutes of service. */
            minutes: number;
            /** @description Number of services. */
            services: number;
            stars: components["schemas"]["StarsOut"];
            years: components["schemas"]["YearOut"][];
        };
        /**
         * Confirmation
         * @description A leader's confirmation: with the code that they have scanned, or by the roster without.
         */
        Confirmation: {
            /** @description The code that the participant's own phone shows; null for a tick in the roster. */
            personal_code?: string | null;
        };
        /** ConsentDecision */
        ConsentDecision: {
            is_granted: boolean;
            /** @description Version of the text that was shown. */
            text_version: string;
        };
        /** ConsentOut */
        ConsentOut: {
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            is_granted: boolean;
            purpose: components["schemas"]["Purpose"];
            /** @description The wording that is decided on, in both languages. */
            text: components["schemas"]["ConsentWording"];
            text_version: string;
        };
        /** ConsentPage */
        ConsentPage: {
            items: components["schemas"]["ConsentOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** ConsentWithdrawal */
        ConsentWithdrawal: {
            kind: components["schemas"]["GuardianConsentKind"];
        };
        /** ConsentWording */
        ConsentWording: {
            en: string;
            zh: string;
        };
        /**
         * CoverOut
         * @description Suitable people have been asked to sign up. Who they are is not shown.
         */
        CoverOut: {
            /** Format: uuid */
            signup_id: string;
            /** Format: date-time */
            sought_at: string;
        };
        /** DataExportOut */
        DataExportOut: {
            /** @description Links that need no login and last five minutes; null until it is ready. */
            download: components["schemas"]["DownloadLinks"] | null;
            /**
             * Format: date-time
             * @description Instant from which on it no longer holds.
             */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** @description Instant at which it can be downloaded; null before. */
            ready_at: string | null;
            /** Format: date-time */
            requested_at: string;
        };
        /** DataExportPage */
        DataExportPage: {
            items: components["schemas"]["DataExportOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * DateAnswer
         * @description The answer for one date: a sign-up, or a problem.
         */
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
        /** DateAnswers */
        DateAnswers: {
            /** @description One for each shift, the soonest first. */
            items: components["schemas"]["DateAnswer"][];
        };
        /**
         * DateProblem
         * @description The problem with which one date is refused, as a request for it alone would answer.
         */
        DateProblem: {
            code: string;
            detail: string;
            /** @description HTTP status that the refusal would have by itself. */
            status: number;
            title: string;
        };
        /**
         * DeclaredAge
         * @description The age that a person declares. `age_band` needs the consent of the same name.
         */
        DeclaredAge: {
            age_band: components["schemas"]["AgeBand"];
        };
        /**
         * DocumentIn
         * @description An identity document. Only its end is taken and stored, never its whole number.
         */
        DocumentIn: {
            last_four: string;
            type: components["schemas"]["IdentityDocument"];
        };
        /**
         * DocumentKind
         * @enum {string}
         */
        DocumentKind: "registration" | "ticket" | "certificate" | Unknown;
        /**
         * DocumentOut
         * @description A document with the community that issued it, and whether it is valid. It names no person.
         */
        DocumentOut: {
            /** @description Name of that community. */
            community_name: string;
            is_valid: boolean;
            /** Format: date-time */
            issued_at: string;
            kind: components["schemas"]["DocumentKind"];
            number: string;
        };
        /**
         * DownloadLinks
         * @description Links that need no login and work until `valid_until`, five minutes at most.
         */
        DownloadLinks: {
            html_path: string;
            json_path: string;
            /** Format: date-time */
            valid_until: string;
        };
        /**
         * DutyDayStatus
         * @enum {string}
         */
        DutyDayStatus: "planned" | "cancelled" | "ended" | Unknown;
        /**
         * DutyOffer
         * @description The request that somebody else of the post takes over.
         */
        DutyOffer: {
            /** @description Id of the one participant who is asked; all who serve on the post where it is left out. */
            to?: string | null;
        };
        /**
         * DutyOut
         * @description A duty of mine. Serving is voluntary: a duty can be skipped, and an invitation ignored.
         */
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
        /** DutyPage */
        DutyPage: {
            items: components["schemas"]["DutyOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * DutyStatus
         * @enum {string}
         */
        DutyStatus: "invited" | "planned" | "skipped" | "swapped" | "released" | Unknown;
        /**
         * DutyWhen
         * @enum {string}
         */
        DutyWhen: "ahead" | "past" | Unknown;
        /**
         * Electorate
         * @description Electorate: all verified residents, or one vote for each household that has one.
         * @enum {string}
         */
        Electorate: "residents" | "households" | Unknown;
        /** Eligibility */
        Eligibility: {
            /** @description Why not; null where it is possible. */
            because: string | null;
            may: boolean;
        };
        /**
         * EntryKind
         * @enum {string}
         */
        EntryKind: "accepted" | "declined" | "assigned" | "given_back" | "started" | "called" | "visited" | "asked" | "answered" | "supplemented" | "replied" | "deferred" | "resumed" | "taken_up" | "resolved" | "closed" | "disputed" | "escalated" | "merged" | "withdrawn" | "response_overdue" | "resolution_overdue" | Unknown;
        /** EntryOut */
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
        /**
         * EntryStatus
         * @enum {string}
         */
        EntryStatus: "recorded" | "reviewed" | "returned" | "in_notice" | "confirmed" | "reversed" | Unknown;
        /**
         * EntryWords
         * @description One sentence, Chinese first.
         */
        EntryWords: {
            en: string;
            zh: string;
        };
        /** ErasureOut */
        ErasureOut: {
            /** Format: date-time */
            erase_by: string;
            /** Format: date-time */
            requested_at: string;
            status: components["schemas"]["ErasureStatus"];
        };
        /**
         * ErasureStatus
         * @enum {string}
         */
        ErasureStatus: "requested" | "taken_back" | "begun" | "done" | Unknown;
        /**
         * ExportForm
         * @description Form in which an export is downloaded.
         * @enum {string}
         */
        ExportForm: "json" | "html" | Unknown;
        /** GuardianConsentIn */
        GuardianConsentIn: {
            /** Format: date */
            ends_on: string;
            kind: components["schemas"]["GuardianConsentKind"];
        };
        /**
         * GuardianConsentKind
         * @description The matters to which a guardian consents.
         * @enum {string}
         */
        GuardianConsentKind: "activities" | "personal_data" | Unknown;
        /** GuardianConsentOut */
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
        /**
         * GuardianConsentStatus
         * @enum {string}
         */
        GuardianConsentStatus: "given" | "withdrawn" | "expired" | "void" | Unknown;
        /**
         * GuardianRole
         * @description The caller's side of a guardianship.
         * @enum {string}
         */
        GuardianRole: "minor" | "guardian" | Unknown;
        /**
         * GuardianshipIn
         * @description A guardian's own account confirms whom it is responsible for.
         */
        GuardianshipIn: {
            /** @description The twelve digits that the minor shows. */
            code: string;
            /**
             * Format: date
             * @description The last day of the consent, within a year.
             */
            ends_on: string;
            /**
             * @description `activities` for what is of low or medium risk; `personal_data`, which a child under 14
             *     needs beside it.
             */
            kinds: components["schemas"]["GuardianConsentKind"][];
        };
        /**
         * GuardianshipOut
         * @description A guardianship as one of its two people sees it.
         */
        GuardianshipOut: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description All of them, the newest first. */
            consents: components["schemas"]["GuardianConsentOut"][];
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** @description The guardian's display name, or that of the paper. */
            guardian_name: string;
            /** Format: uuid */
            id: string;
            /** @description The minor's display name. */
            minor_name: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            role: components["schemas"]["GuardianRole"];
            /** Format: date-time */
            since: string;
            status: components["schemas"]["GuardianshipStatus"];
        };
        /** GuardianshipPage */
        GuardianshipPage: {
            items: components["schemas"]["GuardianshipOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * GuardianshipStatus
         * @enum {string}
         */
        GuardianshipStatus: "in_review" | "active" | "rejected" | "ended" | Unknown;
        /**
         * HelperMessageIn
         * @description A message to everybody who is to come, or has come.
         */
        HelperMessageIn: {
            /** @description As it was written. */
            text: string;
        };
        /** HelperMessageOut */
        HelperMessageOut: {
            /** @description The number of people who have got the message. */
            recipients: number;
            /** Format: date-time */
            sent_at: string;
        };
        /** HomeCommunity */
        HomeCommunity: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** HomeDuty */
        HomeDuty: {
            /** Format: uuid */
            duty_day_id: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["DutyStatus"];
            title: string;
        };
        /**
         * HomeOut
         * @description One screen: everything is of the community shown, except the list of communities.
         */
        HomeOut: {
            activities: components["schemas"]["ActivityPage"];
            communities: components["schemas"]["HomeCommunity"][];
            /** @description The community of the page; null where the person is in none. */
            community: components["schemas"]["HomeCommunity"] | null;
            /** @description The caller in this community; null before joining. */
            me: components["schemas"]["HomeParticipant"] | null;
            /** @description The duty that comes next; null where none lies ahead. */
            next_duty: components["schemas"]["HomeDuty"] | null;
            next_signups: components["schemas"]["HomeSignup"][];
            post_claims: components["schemas"]["HomePostClaim"][];
            /** @description The caller's registration as a Party member; null where there is none. */
            registration: components["schemas"]["HomeRegistration"] | null;
            /** @description The caller's residence in the community; null where none is approved or in review. */
            residence: components["schemas"]["HomeResidence"] | null;
            tickets: components["schemas"]["HomeTicket"][];
            topics: components["schemas"]["HomeTopic"][];
            /** @description Number of messages that were not read yet. */
            unread_messages: number;
            waiting: components["schemas"]["HomeWaiting"][];
        };
        /** HomeParticipant */
        HomeParticipant: {
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ParticipantKind"];
            status: components["schemas"]["ParticipantStatus"];
        };
        /** HomePostClaim */
        HomePostClaim: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Post of the duty.
             */
            post_id: string;
            /** @description Instant from which on the person serves; null before the approval. */
            serves_from: string | null;
            status: components["schemas"]["PostClaimStatus"];
            title: string;
        };
        /** HomeRegistration */
        HomeRegistration: {
            /** Format: uuid */
            id: string;
            status: components["schemas"]["MemberRegistrationStatus"];
        };
        /** HomeResidence */
        HomeResidence: {
            /** @description Instant from which on it no longer holds; null where it has no end. */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string;
            status: components["schemas"]["ResidenceClaimStatus"];
        };
        /** HomeSignup */
        HomeSignup: {
            /** Format: uuid */
            activity_id: string;
            address: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** @description Place in the waitlist, from 1 on; null where the person does not wait. */
            position: number | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["SignupStatus"];
            title: string;
        };
        /** HomeTicket */
        HomeTicket: {
            category_name: string;
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: date-time */
            resolution_due_at: string;
            status: components["schemas"]["TicketStatus"];
        };
        /** HomeTopic */
        HomeTopic: {
            /** Format: uuid */
            id: string;
            status: components["schemas"]["TopicStatus"];
            title: string;
        };
        /** HomeWaiting */
        HomeWaiting: {
            /** @description Instant until which it should be done; null where there is none. */
            due_at: string | null;
            kind: components["schemas"]["WaitingKind"];
            subject: components["schemas"]["SubjectOut"];
            /** @description Title of the thing that waits; null where it has none. */
            title: string | null;
        };
        /**
         * IdentityDocument
         * @description Kinds of documents that a person may have named on a certificate.
         * @enum {string}
         */
        IdentityDocument: "resident_identity_card" | "passport" | "hong_kong_macao_permit" | "taiwan_permit" | "permanent_resident_card" | Unknown;
        /** InboxMessageOut */
        InboxMessageOut: {
            body: string;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** @description Instant at which it was read; null while it was not. */
            read_at: string | null;
            /** @description What it is about, with the page to open; null where there is none. */
            subject: components["schemas"]["SubjectOut"] | null;
            title: string;
        };
        /** InboxPage */
        InboxPage: {
            items: components["schemas"]["InboxMessageOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * IssuedGuardianCode
         * @description A code to show to one's guardian, shown this once.
         */
        IssuedGuardianCode: {
            code: string;
            /**
             * Format: date-time
             * @description Instant from which on it no longer holds.
             */
            expires_at: string;
        };
        /** Join */
        Join: {
            /** @description The name that others in the community see; it need not be the real one. */
            display_name: string;
        };
        /**
         * LedOccasion
         * @description An occasion that I lead, with how many are expected and how many have come.
         */
        LedOccasion: {
            /** @description What I may do now: `roster`, to open the list of those who come; `check_in`, to show the code and check people in. */
            actions: string[];
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description Those who are to come or have come; nobody is counted twice. */
            expected: number;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["OccasionKind"];
            /** @description Those who have checked in, also those who have left again. */
            present: number;
            /** Format: date-time */
            roster_closes_at: string;
            /** Format: date-time */
            roster_opens_at: string;
            /**
             * Format: uuid
             * @description The activity or the post.
             */
            source_id: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["OccasionStatus"];
            title: string;
        };
        /** LedOccasionPage */
        LedOccasionPage: {
            items: components["schemas"]["LedOccasion"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * LegalEffect
         * @description Legal effect of a ballot. Only an advisory one is offered yet (`ballots.rules.OFFERED`).
         * @enum {string}
         */
        LegalEffect: "advisory" | "residents_resolution" | "owners_resolution" | Unknown;
        /**
         * Level
         * @description Level of urgency, named after the time in which a ticket should be solved.
         * @enum {string}
         */
        Level: "two_hours" | "one_day" | "seven_days" | "fifteen_days" | Unknown;
        /**
         * LinkDirection
         * @description Direction of a link, seen from the card of the path.
         * @enum {string}
         */
        LinkDirection: "from" | "to" | Unknown;
        /**
         * LinkKind
         * @enum {string}
         */
        LinkKind: "led_to" | "related" | Unknown;
        /**
         * LinkedCard
         * @description Card at the other end of a link.
         */
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
        /** LinkedCards */
        LinkedCards: {
            items: components["schemas"]["LinkedCard"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * Locale
         * @enum {string}
         */
        Locale: "zh" | "en" | Unknown;
        /**
         * LocationIn
         * @description The place of the phone. The coordinates are compared with the place and dropped; without a
         *     consent to `location_at_check_in` they are not even compared.
         */
        LocationIn: {
            /** @description Accuracy that the device states, in metres; only a coarse class of it is stored. */
            accuracy_meters?: number | null;
            /** @description Degrees north in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_latitude: number;
            /** @description Degrees east in GCJ-02 (not WGS-84), as `wx.getLocation` gives it for `gcj02`. */
            gcj02_longitude: number;
        };
        /** LoggedInUser */
        LoggedInUser: {
            /** Format: uuid */
            id: string;
            locale: components["schemas"]["Locale"];
            /** @description Name that the account shows; null while none is set. */
            nickname: string | null;
        };
        /**
         * Me
         * @description A participant with the fields that only the person sees.
         */
        Me: {
            /** @description What I may do now: leave, rename, rejoin. */
            actions: string[];
            /** @description As the register, the desk or a reviewer has it. */
            age_band: components["schemas"]["AgeBand"] | null;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description As I have declared it: it asks for a guardian, and opens nothing. */
            declared_age_band: components["schemas"]["AgeBand"] | null;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** @description Until when a guardian's consent lets me take part; null without one. */
            guardian_until: string | null;
            /** @description The address: the names of the places on its path. */
            household: string | null;
            /** @description Household in the tree of places; null while no residence is approved. */
            household_id: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joined_at: string;
            kind: components["schemas"]["ParticipantKind"];
            /** @description The verified name. Staff see it only by a reveal with a reason. */
            real_name: string | null;
            status: components["schemas"]["ParticipantStatus"];
        };
        /** MeOut */
        MeOut: {
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            /** @description Request to erase the account; null where there is none. */
            erasure: components["schemas"]["PendingErasure"] | null;
            /** Format: uuid */
            id: string;
            locale: components["schemas"]["Locale"];
            /** @description Name that the account shows; null while none is set. */
            nickname: string | null;
            /** @description Mobile number, masked where it is not a reveal; null while none is verified. */
            phone: string | null;
        };
        /** MeWithCounts */
        MeWithCounts: {
            counts: components["schemas"]["MyCounts"];
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            /** @description Request to erase the account; null where there is none. */
            erasure: components["schemas"]["PendingErasure"] | null;
            /** Format: uuid */
            id: string;
            locale: components["schemas"]["Locale"];
            /** @description Name that the account shows; null while none is set. */
            nickname: string | null;
            /** @description Mobile number, masked where it is not a reveal; null while none is verified. */
            phone: string | null;
        };
        /** MemberRegistrationOut */
        MemberRegistrationOut: {
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
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
        /**
         * MemberRegistrationStatus
         * @enum {string}
         */
        MemberRegistrationStatus: "submitted" | "returned" | "active" | "declined" | "withdrawn" | "ended" | Unknown;
        /**
         * MemberSheet
         * @description The registration form that the member fills in; all of it is stored encrypted.
         */
        MemberSheet: {
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
        };
        /**
         * MinorSignUp
         * @description A sign-up that a guardian makes for a minor; it is the guardian's consent to this shift.
         */
        MinorSignUp: {
            /** @constant */
            is_risk_acknowledged: true;
            /** @description Id of a role of the shift; not needed where its single role has no name. */
            role_id?: string | null;
            /** Format: uuid */
            shift_id: string;
        };
        /**
         * Mode
         * @description Mode in which votes are stored. Recorded: the committee can see each vote, residents see
         *     totals.
         * @enum {string}
         */
        Mode: "recorded" | Unknown;
        /** MyAttendance */
        MyAttendance: {
            /** @description Why the person is marked as absent; null where they are not. */
            absence_reason: string | null;
            /** @description What I may do now: `dispute`. */
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
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["AttendanceStatus"];
            title: string;
        };
        /** MyAttendancePage */
        MyAttendancePage: {
            items: components["schemas"]["MyAttendance"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * MyBallot
         * @description Ballot with what concerns the reader: whether they may vote, and whether they have.
         */
        MyBallot: {
            /** @description Instant at which it was announced; null before. */
            announced_at: string | null;
            /** @description Why the ballot was annulled, or should be; null where nobody asks for it. */
            annul_reason: string | null;
            /**
             * Format: date-time
             * @description Instant until which it is possible.
             */
            closes_at: string;
            effect_in_words: components["schemas"]["PlainWords"];
            electorate: components["schemas"]["Electorate"];
            has_voted: boolean;
            /** Format: uuid */
            id: string;
            is_on_roll: boolean;
            legal_effect: components["schemas"]["LegalEffect"];
            /** @description Canonical JSON (RFC 8785); its SHA-256 stands beside it. */
            manifest: string;
            /** @description SHA-256 of what was announced, in hexadecimal; null before. */
            manifest_sha256: string | null;
            mode: components["schemas"]["Mode"];
            my_eligibility: components["schemas"]["MyEligibility"];
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
            who_sees_votes: components["schemas"]["PlainWords"];
        };
        /**
         * MyCounts
         * @description Counts over all communities of a person, for the figures on a menu.
         */
        MyCounts: {
            /** @description Number of open ballots in which the person may vote and has not. */
            ballots_to_vote: number;
            /** @description Number of tickets that are not closed. */
            open_tickets: number;
            /** @description Number of messages that were not read yet. */
            unread_messages: number;
            /** @description Number of sign-ups for shifts that lie ahead. */
            upcoming_signups: number;
        };
        /** MyDoubleReporting */
        MyDoubleReporting: {
            /** @description My newest 20 claims, with their posts. */
            claims: components["schemas"]["MyPostClaim"][];
            /** @description My newest registration. */
            registration: components["schemas"]["MyMemberRegistration"] | null;
        };
        /** MyEligibility */
        MyEligibility: {
            /** @description Why not; null where it is possible. */
            because: components["schemas"]["WhyNot"] | null;
            may: boolean;
        };
        /** MyEntriesPage */
        MyEntriesPage: {
            /** @description Minutes that count, of the year that was asked for or of all years. */
            confirmed_minutes: number;
            items: components["schemas"]["ServiceEntryOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** MyMemberRegistration */
        MyMemberRegistration: {
            /** @description What I may do now: `submit`, `withdraw`. */
            actions: string[];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Why it has ended; null while it holds. */
            end_reason: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** @description Number of the receipt. Anybody may check it; the check names nobody. */
            receipt_number: string | null;
            /** @description Instant until which a residence in the community is to be approved, else the registration ends; null where nothing is missing. */
            residence_due_at: string | null;
            /** @description The form in clear. */
            sheet: components["schemas"]["MyMemberSheet"];
            status: components["schemas"]["MemberRegistrationStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            /** @description How the membership was confirmed; null before. */
            verify_method: components["schemas"]["VerifyMethod"] | null;
        };
        /** MyMemberSheet */
        MyMemberSheet: {
            /** @description How the person or office wants to be reached. */
            contact: string;
            /**
             * Format: uuid
             * @description Party organization.
             */
            organization_id: string;
            /** @description Name of the organization. */
            organization_name: string;
            /** @description Verified name. */
            real_name: string;
            /** @description Whatever has no field of its own. */
            remarks: string;
            service_kinds: components["schemas"]["PostCategory"][];
            /** @description Codes of skills, whose words `listServiceChoices` gives. */
            skills: components["schemas"]["Skill"][];
            /** @description Codes of times, whose words `listServiceChoices` gives. */
            times: components["schemas"]["ServiceTime"][];
        };
        /**
         * MyOverlap
         * @description Another shift for which the caller has signed up, at the same time or shortly before or
         *     after.
         */
        MyOverlap: {
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            kind: components["schemas"]["OverlapKind"];
            /** Format: uuid */
            shift_id: string;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            title: string;
        };
        /**
         * MyPostClaim
         * @description A post claim with its post.
         */
        MyPostClaim: {
            /** @description What I may do now: `withdraw`, `ask_to_leave`, `stay`. */
            actions: string[];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description The instant at which the person asked to leave the service. */
            leave_asked_at: string | null;
            /** @description Why; the person and staff who manage posts read it. */
            leave_reason: string | null;
            /**
             * Format: uuid
             * @description Post of the duty.
             */
            post_id: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            schedule: string;
            /** @description The end of the notice period: midnight after 3 calendar days, the day of the approval not counted; or the first day of the post, if that is later. */
            serves_from: string | null;
            status: components["schemas"]["PostClaimStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
            title: string;
        };
        /** MyPostClaimPage */
        MyPostClaimPage: {
            items: components["schemas"]["MyPostClaim"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** MyRating */
        MyRating: {
            /** @description True where I may give or change it now. */
            may_rate: boolean;
            /** @description My rating; null where I have given none. */
            rating: components["schemas"]["RatingOut"] | null;
        };
        /** MyResidenceClaimPage */
        MyResidenceClaimPage: {
            items: components["schemas"]["ResidenceClaimOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * MySignup
         * @description A sign-up with the activity, shift and role for which it is.
         */
        MySignup: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            address: string;
            /** @description Instant until which the person agrees to what has changed, or loses the place; null where nothing waits for an answer. */
            agree_by: string | null;
            /** @description Number of people before this person in the line for the role; null for one who does not wait. */
            ahead: number | null;
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
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
            /** @description Position on the waitlist of the shift; no position is given twice. */
            position: number | null;
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
            title: string;
            /** @description Instant at which the person took it back; null where they did not. */
            withdrawn_at: string | null;
        };
        /** MySignupPage */
        MySignupPage: {
            items: components["schemas"]["MySignup"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** MyVote */
        MyVote: {
            /** Format: uuid */
            ballot_id: string;
            /** @description Instant of the vote; null where there is none. */
            cast_at: string | null;
            /** @description Key of the chosen option by the key of the question; null where it is not shown to the caller. */
            choices: {
                [key: string]: string;
            } | null;
            is_cast_by_me: boolean;
        };
        /** NewCalendarFeed */
        NewCalendarFeed: {
            /**
             * Format: date-time
             * @description Instant at which it was made.
             */
            created_at: string;
            /** Format: uuid */
            id: string;
            path: string;
        };
        /**
         * NonvoterRule
         * @description Meaning of a vote that is not returned: it counts for nothing.
         * @enum {string}
         */
        NonvoterRule: "exclude" | Unknown;
        /** NoteOut */
        NoteOut: {
            /** Format: date-time */
            at: string;
            /** @description Null where a rule has moved the topic. */
            note: string | null;
            state: components["schemas"]["TopicStatus"];
        };
        /**
         * NoticeOut
         * @description An entry as the community sees it in its notice period.
         */
        NoticeOut: {
            /** @description Verbs that are possible now. */
            actions: string[];
            /** Format: uuid */
            id: string;
            is_mine: boolean;
            /** @description The first character of the name. */
            masked_name: string | null;
            /** @description Whole minutes; negative in a reversing entry. */
            minutes: number;
            /** @description End of the notice period: objections are taken until the entry is confirmed. */
            notice_ends_at: string | null;
            /** Format: date */
            served_on: string;
            source: components["schemas"]["OccasionKind"];
            status: components["schemas"]["EntryStatus"];
            title: string;
        };
        /** NoticePage */
        NoticePage: {
            items: components["schemas"]["NoticeOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * OccasionKind
         * @enum {string}
         */
        OccasionKind: "shift" | "duty" | Unknown;
        /**
         * OccasionRoster
         * @description Roster of an occasion: who is to come, in the order in which they were expected.
         */
        OccasionRoster: {
            items: components["schemas"]["AttendanceRow"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            occasion: components["schemas"]["LedOccasion"];
        };
        /**
         * OccasionStatus
         * @enum {string}
         */
        OccasionStatus: "open" | "cancelled" | "ended" | Unknown;
        /**
         * OfferedDuty
         * @description A duty that somebody of my post asks me to take over.
         */
        OfferedDuty: {
            /** @description What I may do now: `take_over`. */
            actions: string[];
            /** @description Why it was cancelled; null where it was not. */
            cancel_reason: string | null;
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
            /** @description Display name of who asks. */
            offered_by: string;
            overlaps: string[];
            /** @description Where to meet, in words. */
            place: string | null;
            /** @description Post of the duty; null for one of a service day. */
            post_id: string | null;
            /** @description Service day of the duty; null for one of a post. */
            service_day_id: string | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["DutyStatus"];
            /** @description Title of the post, or of the service day. */
            title: string;
        };
        /** OfferedDutyPage */
        OfferedDutyPage: {
            items: components["schemas"]["OfferedDuty"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        OpenActivityStatus: "published" | "completed" | "cancelled" | Unknown;
        /** OpinionIn */
        OpinionIn: {
            /** @description Opinion on the same topic that is no reply itself. */
            reply_to?: string | null;
            stance: components["schemas"]["Stance"];
            /** @description As it was written. */
            text: string;
        };
        /** OpinionPage */
        OpinionPage: {
            items: components["schemas"]["ShownOpinion"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * OpinionStatus
         * @enum {string}
         */
        OpinionStatus: "in_review" | "passed" | "refused" | "hidden" | "withdrawn" | Unknown;
        /** OptionCount */
        OptionCount: {
            key: string;
            title: string;
            /** @description Null where only the outcome is told. */
            votes: number | null;
        };
        /** OptionOut */
        OptionOut: {
            key: string;
            title: string;
        };
        /**
         * OrganizationKind
         * @enum {string}
         */
        OrganizationKind: "work_committee" | "committee" | "general_branch" | "branch" | "group" | Unknown;
        /** OrganizationOut */
        OrganizationOut: {
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
            /** @description Work unit to which the Party organization belongs; null for one of a community. */
            work_unit_id: string | null;
            /** @description Name of that work unit; null for one of a community. */
            work_unit_name: string | null;
        };
        /** OrganizationPage */
        OrganizationPage: {
            items: components["schemas"]["OrganizationOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * Origin
         * @description The name in which a ticket stands. One of the community itself has no author, so nobody
         *     rates or disputes it.
         * @enum {string}
         */
        Origin: "resident" | "community" | Unknown;
        /**
         * OverlapKind
         * @enum {string}
         */
        OverlapKind: "same_time" | "short_gap" | Unknown;
        /**
         * Packet
         * @description Scans of a leader's device that had no network. It may be sent again, whole or in
         *     parts, in any order and from several devices.
         */
        Packet: {
            /** Format: date-time */
            key_expires_at: string;
            /**
             * Format: uuid
             * @description The leader who has fetched the key and scanned.
             */
            leader_id: string;
            /** Format: uuid */
            occasion_id: string;
            scans: components["schemas"]["ScanIn"][];
            signature: string;
            /**
             * Format: date-time
             * @description The time at which the packet is sent, by the same clock as the scans.
             */
            uploaded_at: string;
        };
        /**
         * PacketKeyOut
         * @description The key with which a leader's device signs what it has scanned without network.
         */
        PacketKeyOut: {
            key: string;
            /** Format: date-time */
            key_expires_at: string;
            /** Format: uuid */
            leader_id: string;
            /** Format: uuid */
            occasion_id: string;
        };
        /**
         * PacketOut
         * @description One result for each scan, in their order.
         */
        PacketOut: {
            results: components["schemas"]["ScanResult"][];
        };
        /**
         * ParticipantKind
         * @enum {string}
         */
        ParticipantKind: "resident" | "visitor" | Unknown;
        /** ParticipantOut */
        ParticipantOut: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joined_at: string;
            kind: components["schemas"]["ParticipantKind"];
            status: components["schemas"]["ParticipantStatus"];
        };
        /**
         * ParticipantStatus
         * @enum {string}
         */
        ParticipantStatus: "active" | "left" | "blocked" | Unknown;
        /** Participation */
        Participation: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** @description Name of that community. */
            community_name: string;
            /** @description Name that the person shows to others. */
            display_name: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joined_at: string;
            kind: components["schemas"]["ParticipantKind"];
            status: components["schemas"]["ParticipantStatus"];
        };
        /** ParticipationPage */
        ParticipationPage: {
            items: components["schemas"]["Participation"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * PendingErasure
         * @description A request to have the account erased, which a login or `POST /v1/me/keep` takes back until
         *     `begins_at`.
         */
        PendingErasure: {
            /** Format: date-time */
            begins_at: string;
            /** Format: date-time */
            erase_by: string;
            /** Format: date-time */
            requested_at: string;
        };
        /** PersonalCodeOut */
        PersonalCodeOut: {
            /**
             * Format: uuid
             * @description The presence that it is about.
             */
            attendance_id: string;
            code: string;
            key: string;
            /** Format: date-time */
            next_at: string;
            /** Format: date-time */
            valid_until: string;
        };
        /** PhoneCode */
        PhoneCode: {
            /**
             * @description Code of the button open-type="getPhoneNumber"; WeChat accepts it once, within five
             *     minutes.
             */
            code: string;
        };
        /**
         * PlaceKind
         * @enum {string}
         */
        PlaceKind: "grid" | "building" | "entrance" | "household" | Unknown;
        /** PlaceOut */
        PlaceOut: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PlaceKind"];
            name: string;
            /** @description The one right above it in its tree; null at the top. */
            parent_id: string | null;
            /** @description Name of the one right above it; null at the top. */
            parent_name: string | null;
        };
        /** PlacePage */
        PlacePage: {
            items: components["schemas"]["PlaceOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** PlainWords */
        PlainWords: {
            en: string;
            zh: string;
        };
        /**
         * PointBalance
         * @description The points of one person. They are no money, and nobody is ranked by them.
         */
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
        /** PointTransferOut */
        PointTransferOut: {
            /** @description Signed: negative where points leave the account. */
            amount: number;
            /** @description Instant from which on it no longer holds; null where it has no end. */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["TransferKind"];
            /** Format: date-time */
            made_at: string;
            /** @description The activity, the post or the reward. */
            title: string;
        };
        /** PointTransferPage */
        PointTransferPage: {
            items: components["schemas"]["PointTransferOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * Position
         * @description All that is stored of a location.
         * @enum {string}
         */
        Position: "inside" | "outside" | Unknown;
        /**
         * PostApplication
         * @description An application for a post. Nobody is assigned one: applicants accept its schedule.
         */
        PostApplication: {
            /** @constant */
            accepts_schedule: true;
            /**
             * @description The `version` of the post that the applicant has read: if it has changed since, the
             *     application is refused.
             */
            version?: number | null;
        };
        /**
         * PostCategory
         * @description Category of a post.
         * @enum {string}
         */
        PostCategory: "policy_publicity" | "environment" | "mediation" | "safety_patrol" | "care" | "culture_and_sport" | "convenience" | "emergency" | Unknown;
        /** PostClaimOut */
        PostClaimOut: {
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            /** @description Instant from which on it no longer holds; null while it holds. */
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description The instant at which the person asked to leave the service. */
            leave_asked_at: string | null;
            /** @description Why; the person and staff who manage posts read it. */
            leave_reason: string | null;
            /**
             * Format: uuid
             * @description Post of the duty.
             */
            post_id: string;
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
        /**
         * PostClaimStatus
         * @enum {string}
         */
        PostClaimStatus: "applied" | "approved" | "serving" | "leaving" | "completed" | "rejected" | "withdrawn" | Unknown;
        /**
         * PostOut
         * @description A post with the numbers of its claims, from 10 on, and without their names.
         */
        PostOut: {
            /** @description Number of places. */
            capacity: number;
            category: components["schemas"]["PostCategory"];
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
            /** @description Approved claims in the notice period of 3 days before service; null below 10. */
            in_notice: number | null;
            is_insured: boolean;
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description The place in words; null for the whole community. */
            place_path: string | null;
            /** @description Places left; null while fewer than 10 are taken. */
            remaining: number | null;
            /** @description A high risk is for insured adults only. */
            risk_level: components["schemas"]["PostRisk"];
            risk_statement: string;
            schedule: string;
            /** @description Claims in service; null below 10. */
            serving: number | null;
            status: components["schemas"]["PostStatus"];
            title: string;
            /** @description Last calendar day, included; null for no limit. */
            until_on: string | null;
            /** @description Goes with an application, so that it is for what was read. */
            version: number;
        };
        /** PostPage */
        PostPage: {
            items: components["schemas"]["PostOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * PostRisk
         * @description Risk of a service; a high one is for insured adults.
         * @enum {string}
         */
        PostRisk: "low" | "medium" | "high" | Unknown;
        /**
         * PostStatus
         * @enum {string}
         */
        PostStatus: "draft" | "published" | "closed" | Unknown;
        /**
         * PresenceOut
         * @description An attendance as its person sees it, and as they see it after each act.
         */
        PresenceOut: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** @description How the check-in reached the service; null where there is none. */
            check_in_means: components["schemas"]["CheckMeans"] | null;
            /** @description How the check-out reached the service; null where there is none. */
            check_out_means: components["schemas"]["CheckMeans"] | null;
            /** @description Instant of the check-in; presence counts from the start of the occasion only. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description True where a leader's device with a wrong clock has scanned the person, and nothing else has shown the presence yet. */
            has_clock_doubt: boolean;
            /** Format: uuid */
            id: string;
            /** @description Accuracy of the location at check-in; null where none was given. */
            in_accuracy: components["schemas"]["Accuracy"] | null;
            /** @description Near the place or not; null where no location was used. Coordinates are not stored. */
            in_position: components["schemas"]["Position"] | null;
            /** @description True where nobody has checked the person out before the end. */
            is_closed_by_sweep: boolean;
            kind: components["schemas"]["OccasionKind"];
            /** Format: uuid */
            occasion_id: string;
            occasion_title: string;
            /** @description Accuracy of the location at check-out; null where none was given. */
            out_accuracy: components["schemas"]["Accuracy"] | null;
            /** @description Whether the check-out was inside the area; null where no location was given. */
            out_position: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            status: components["schemas"]["AttendanceStatus"];
        };
        /**
         * Problem
         * @description RFC 9457. Some codes have further members, which `openapi/problems.json` and the page of the code name; more members and more codes may be added.
         */
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
        /** Profile */
        Profile: {
            locale: components["schemas"]["Locale"];
            /** @description Name that the account shows; null while none is set. */
            nickname: string | null;
        };
        /**
         * Purpose
         * @description Purpose of a consent. `party_membership` is a separate consent (PIPL, art. 28 and 29).
         * @enum {string}
         */
        Purpose: "profile" | "phone" | "residence" | "party_membership" | "location_at_check_in" | "notifications" | "age_band" | Unknown;
        /**
         * QuestionKind
         * @enum {string}
         */
        QuestionKind: "single" | "yes_no_abstain" | Unknown;
        /** QuestionOut */
        QuestionOut: {
            key: string;
            kind: components["schemas"]["QuestionKind"];
            options: components["schemas"]["OptionOut"][];
            title: string;
        };
        /**
         * QuestionResult
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
        /**
         * RatingIn
         * @description The rating of an activity after a shift. Only its organisers read the comment; hours do not
         *     depend on it.
         */
        RatingIn: {
            /** @description Words of the person; null where there are none. */
            comment?: string | null;
            /** @description From 1 to 5, the more the better. */
            stars: number;
        };
        /** RatingOut */
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
        /**
         * RatingSummary
         * @description Summary of the ratings that helpers have given after shifts.
         */
        RatingSummary: {
            /** @description Mean of the stars, with one decimal. */
            average: number;
            /** @description How many there are. */
            count: number;
        };
        /**
         * Reason
         * @enum {string}
         */
        Reason: "passed" | "quorum_not_met" | "no_votes" | "tie" | "below_threshold" | Unknown;
        /**
         * ReasonIn
         * @description Why something is done: told to those whom it concerns, or kept in the audit entry.
         */
        ReasonIn: {
            /** @description Why, in words for the people concerned. */
            reason: string;
        };
        /** Receipt */
        Receipt: {
            /** Format: uuid */
            ballot_id: string;
            /**
             * Format: date-time
             * @description Instant of the vote.
             */
            cast_at: string;
            receipt: string;
        };
        /** RedemptionOut */
        RedemptionOut: {
            /** @description What the caller may do now. */
            actions: string[];
            /** @description Instant at which it was cancelled; null where it was not. */
            cancelled_at: string | null;
            /** @description Points that one piece costs. */
            cost: number;
            /** @description Instant at which it was handed over; null before. */
            fulfilled_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            /** Format: date-time */
            requested_at: string;
            /** Format: uuid */
            reward_id: string;
            reward_title: string;
            status: components["schemas"]["RedemptionStatus"];
        };
        /** RedemptionPage */
        RedemptionPage: {
            items: components["schemas"]["RedemptionOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * RedemptionStatus
         * @enum {string}
         */
        RedemptionStatus: "requested" | "fulfilled" | "cancelled" | Unknown;
        /** Refresh */
        Refresh: {
            /** @description Any text by which the client tells its installations apart; a lost answer to a refresh can be asked for again with it. */
            device?: string | null;
            /** @description Good once, for the next pair of tokens. Store it; show it to nobody. */
            refresh_token: string;
        };
        /** ResidenceClaimIn */
        ResidenceClaimIn: {
            /**
             * Format: uuid
             * @description Household in the tree of places.
             */
            household_id: string;
            /** @description The name as the community's register has it. */
            real_name: string;
        };
        /** ResidenceClaimOut */
        ResidenceClaimOut: {
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
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
            /** @description Why, in words for the people concerned; null where none was given. */
            reason: string | null;
            status: components["schemas"]["ResidenceClaimStatus"];
            /**
             * Format: date-time
             * @description Instant at which it was submitted.
             */
            submitted_at: string;
        };
        /**
         * ResidenceClaimStatus
         * @enum {string}
         */
        ResidenceClaimStatus: "submitted" | "approved" | "rejected" | "withdrawn" | "expired" | "ended" | Unknown;
        /** ResultOut */
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
        /** RewardOut */
        RewardOut: {
            /** @description What the caller may do now. */
            actions: string[];
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
            title: string;
        };
        /** RewardPage */
        RewardPage: {
            items: components["schemas"]["RewardOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * RewardStatus
         * @enum {string}
         */
        RewardStatus: "open" | "closed" | Unknown;
        /**
         * RiskLevel
         * @enum {string}
         */
        RiskLevel: "low" | "medium" | "high" | Unknown;
        /** RoleOut */
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
        /** RuleInWords */
        RuleInWords: {
            en: string;
            zh: string;
        };
        /** RuleOut */
        RuleOut: {
            nonvoters: components["schemas"]["NonvoterRule"];
            passing: components["schemas"]["ShareOut"];
            passing_of: components["schemas"]["ShareBase"];
            /** @default false */
            plurality: boolean;
            quorum: components["schemas"]["ShareOut"];
        };
        /**
         * ScanAct
         * @enum {string}
         */
        ScanAct: "check_in" | "check_out" | Unknown;
        /** ScanIn */
        ScanIn: {
            act: components["schemas"]["ScanAct"];
            /**
             * Format: date-time
             * @description The time of the scan, by the clock of the phone.
             */
            at: string;
            /** @description The personal code that was scanned, or the id of an attendance that was ticked. */
            scanned: string;
        };
        /**
         * ScanOutcome
         * @description The outcome of a scan.
         * @enum {string}
         */
        ScanOutcome: "counted" | "known" | "clock_doubt" | "too_early" | "too_late" | "not_expected" | "marked_absent" | "own" | "code_wrong" | "cancelled" | Unknown;
        /** ScanResult */
        ScanResult: {
            act: components["schemas"]["ScanAct"];
            /** @description The presence that it is about; null where there is none. */
            attendance_id: string | null;
            /** @description Instant of the check-in; null where there is none. */
            checked_in_at: string | null;
            /** @description Instant of the check-out; null where there is none. */
            checked_out_at: string | null;
            /** @description What became of the scan; more outcomes may be added. */
            outcome: components["schemas"]["ScanOutcome"];
            scanned: string;
        };
        /** ServiceCategoryOut */
        ServiceCategoryOut: {
            description: string;
            /** @description Number to ring at once; null where there is no need. */
            emergency_number: string | null;
            /** @description What to do at once, for people; null where there is no need. */
            emergency_text: string | null;
            /** Format: uuid */
            id: string;
            level: components["schemas"]["Level"];
            name: string;
            /** @description Time within which it should be solved, in minutes. */
            resolution_minutes: number;
            /** @description Time within which a first answer should come, in minutes. */
            response_minutes: number;
        };
        /** ServiceCategoryPage */
        ServiceCategoryPage: {
            items: components["schemas"]["ServiceCategoryOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * ServiceChoices
         * @description The codes that a form may carry, with their words.
         */
        ServiceChoices: {
            service_kinds: components["schemas"]["Choice"][];
            /** @description Codes of skills, whose words `listServiceChoices` gives. */
            skills: components["schemas"]["Choice"][];
            /** @description Codes of times, whose words `listServiceChoices` gives. */
            times: components["schemas"]["Choice"][];
        };
        /** ServiceDayOut */
        ServiceDayOut: {
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
        };
        /** ServiceDayPage */
        ServiceDayPage: {
            items: components["schemas"]["ServiceDayOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * ServiceDayStatus
         * @enum {string}
         */
        ServiceDayStatus: "open" | "ended" | Unknown;
        /**
         * ServiceEntryOut
         * @description An entry as its person and its leaders see it.
         */
        ServiceEntryOut: {
            /** @description Verbs that are possible now. */
            actions: string[];
            /**
             * Format: uuid
             * @description The presence that it is about.
             */
            attendance_id: string;
            /** @description Instant from which on it counts; null before. */
            confirmed_at: string | null;
            /** @description The entry in whose place it stands. */
            corrects_id: string | null;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** @description Nobody checked the person out: the end is that of the occasion. */
            is_closed_by_sweep: boolean;
            is_mine: boolean;
            /** @description Name with all but one character hidden; null where nobody is known. */
            masked_name: string | null;
            /** @description Whole minutes; negative in a reversing entry. */
            minutes: number;
            /** @description End of the notice period: objections are taken until the entry is confirmed. */
            notice_ends_at: string | null;
            /** Format: uuid */
            occasion_id: string;
            /** Format: date-time */
            recorded_at: string;
            /** @description Why it was returned to the leaders; null where it was not. */
            return_reason: string | null;
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
        /**
         * ServiceExportOut
         * @description My confirmed services, to be handed to another system by myself.
         */
        ServiceExportOut: {
            services: components["schemas"]["ServiceItem"][];
            /** @description MZ/T 061-2015, as far as its data items are known. */
            standard: string;
        };
        /**
         * ServiceItem
         * @description One confirmed service, in the data items of MZ/T 061.
         */
        ServiceItem: {
            activity: string;
            /**
             * Format: date-time
             * @description Instant from which on it counts.
             */
            confirmed_at: string;
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** @description Hours of service, as they are printed. */
            hours: string;
            /** @description Whole minutes of service. */
            minutes: number;
            /** @description The community that has recorded it. */
            organization: string;
            /** @description Where it was, for people to read; null where none is stored. */
            place: string | null;
            /**
             * Format: date-time
             * @description Instant of its beginning.
             */
            starts_at: string;
            volunteer_number: string;
        };
        /**
         * ServiceRecordOut
         * @description Confirmed service in all communities that I have joined.
         */
        ServiceRecordOut: {
            /** @description Hours of service, as they are printed. */
            hours: string;
            items: components["schemas"]["CommunityRecord"][];
            /** @description Whole minutes of service. */
            minutes: number;
            /** @description Number of services. */
            services: number;
        };
        /**
         * ServiceTime
         * @description Time at which a member can serve.
         * @enum {string}
         */
        ServiceTime: "weekday_daytime" | "weekday_evening" | "weekend_daytime" | "weekend_evening" | "public_holidays" | "emergencies" | Unknown;
        /**
         * ShareBase
         * @description Base of a share: all on the roll, all who voted, or those who did not abstain.
         * @enum {string}
         */
        ShareBase: "roll" | "present" | "valid" | Unknown;
        /** ShareOut */
        ShareOut: {
            /** @description Lower number of the share. */
            denominator: number;
            is_inclusive: boolean;
            /** @description Upper number of the share. */
            numerator: number;
        };
        /**
         * ShiftStatus
         * @enum {string}
         */
        ShiftStatus: "open" | "cancelled" | "ended" | Unknown;
        /** ShownOpinion */
        ShownOpinion: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** @description Display name. */
            author: string;
            /** @description Number of people who endorse it. */
            endorsements: number;
            has_endorsed: boolean;
            /** @description Reason why it is hidden or was refused, shown to its author and to staff. */
            hidden_reason: string | null;
            /** Format: uuid */
            id: string;
            is_mine: boolean;
            /** Format: date-time */
            posted_at: string;
            /** @description Opinion to which it replies; null for one of its own. */
            reply_to: string | null;
            stance: components["schemas"]["Stance"];
            status: components["schemas"]["OpinionStatus"];
            /** @description As it was written. */
            text: string;
            /** Format: uuid */
            topic_id: string;
            topic_title: string;
        };
        /**
         * ShownShift
         * @description A shift as a resident sees it, with their own part in it.
         */
        ShownShift: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            activity_id: string;
            /** @description How many are before the caller on the waitlist; null where the caller does not wait. */
            ahead: number | null;
            /** @description Number of people who have a place. */
            confirmed: number;
            /**
             * Format: date-time
             * @description Instant of its end.
             */
            ends_at: string;
            /** Format: uuid */
            id: string;
            my_eligibility: components["schemas"]["Eligibility"];
            /** @description What the caller has at the same time; null where there is nothing. */
            my_overlap: components["schemas"]["MyOverlap"] | null;
            /** @description The caller's live sign-up; null where there is none. */
            my_signup: components["schemas"]["ShownSignup"] | null;
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
        /** ShownShiftList */
        ShownShiftList: {
            items: components["schemas"]["ShownShift"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * ShownSignup
         * @description A sign-up as its person sees it.
         */
        ShownSignup: {
            /** @description Verbs that the caller may use on it now. */
            actions: string[];
            /** @description Instant until which the person agrees to what has changed, or loses the place; null where nothing waits for an answer. */
            agree_by: string | null;
            /** @description Number of people before this person in the line for the role; null for one who does not wait. */
            ahead: number | null;
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
        /**
         * Side
         * @enum {string}
         */
        Side: "author" | "community" | "clock" | Unknown;
        /**
         * SignUp
         * @description A resident's own sign-up. The risks must be acknowledged (Volunteer Service Regulations,
         *     art. 12).
         */
        SignUp: {
            /** @constant */
            is_risk_acknowledged: true;
            /** @description Id of a role of the shift; not needed where its single role has no name. */
            role_id?: string | null;
        };
        /**
         * SignUpForDates
         * @description A sign-up for several shifts of an activity, or for all that are to come. The risks must be
         *     acknowledged (Volunteer Service Regulations, art. 12).
         */
        SignUpForDates: {
            /**
             * @description True for all shifts that have not begun, the next 60 at most, in place of `shift_ids`.
             * @default false
             */
            all?: boolean;
            /** @constant */
            is_risk_acknowledged: true;
            /**
             * @description Name of the role on each shift; not needed where a shift has a single role without one.
             * @default
             */
            role_name?: string;
            /** @default [] */
            shift_ids?: string[];
        };
        /** SignupOut */
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
        /**
         * SignupStatus
         * @enum {string}
         */
        SignupStatus: "pending_review" | "waitlisted" | "offered" | "confirmed" | "declined" | "rejected" | "lapsed" | "withdrawn" | "cancelled" | Unknown;
        /**
         * Skill
         * @description Skill that a member offers.
         * @enum {string}
         */
        Skill: "first_aid" | "medical_care" | "law" | "counselling" | "mediation" | "teaching" | "digital" | "electrics_and_water" | "repairs" | "hairdressing" | "cooking" | "driving" | "arts" | "sport" | "writing" | "photography" | "foreign_language" | "sign_language" | "organising" | "other" | Unknown;
        /**
         * Solved
         * @enum {string}
         */
        Solved: "yes" | "partly" | "no" | Unknown;
        /**
         * Stance
         * @enum {string}
         */
        Stance: "for" | "against" | "neutral" | Unknown;
        /**
         * StarsOut
         * @description The star level as a fact of one's own record. It is shown to nobody else and ranks nobody.
         */
        StarsOut: {
            /** @description Stars reached, from 0 on. */
            level: number;
            /** @description Hours of the next star; null at the highest. */
            next_at: number | null;
            /** @description Hours of each star in this community. */
            thresholds: number[];
        };
        /**
         * SubjectKind
         * @description Kinds of things that messages are about, each with the page that shows it.
         * @enum {string}
         */
        SubjectKind: "community" | "residence_claim" | "guardianship" | "activity" | "signup" | "attendance" | "topic" | "opinion" | "ticket" | "points" | "redemption" | "post" | "post_claim" | "duty" | "service_entry" | "registration" | "certificate" | "account" | "access_log" | Unknown;
        /** SubjectOut */
        SubjectOut: {
            /**
             * Format: uuid
             * @description Community to which it belongs.
             */
            community_id: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SubjectKind"];
        };
        /**
         * TicketDetail
         * @description Ticket with its history, for its author or for others who may see it.
         */
        TicketDetail: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            category_id: string;
            category_name: string;
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /** @description Department that handles it; null while none does. */
            department_id: string | null;
            /** @description Name of the department that handles it; null while none does. */
            department_name: string | null;
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
            is_following: boolean;
            is_mine: boolean;
            kind: components["schemas"]["TicketKind"];
            /** @description Number of the ticket in which it goes on; null where it was not merged. */
            merged_into: string | null;
            number: string;
            origin: components["schemas"]["Origin"];
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
        /** TicketIn */
        TicketIn: {
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
            /**
             * @description Visibility of the ticket. A public one is shown to others, without its author, once it is
             *     accepted. Of a confidential one nobody is told who wrote it, nor at which door it is.
             * @default private
             */
            visibility?: components["schemas"]["Visibility"];
        };
        /**
         * TicketKind
         * @enum {string}
         */
        TicketKind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | Unknown;
        /** TicketOut */
        TicketOut: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /** Format: uuid */
            category_id: string;
            category_name: string;
            /** @description Instant from which on nothing more is to be done; null while it is open. */
            closed_at: string | null;
            /** @description Department that handles it; null while none does. */
            department_id: string | null;
            /** @description Name of the department that handles it; null while none does. */
            department_name: string | null;
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
            kind: components["schemas"]["TicketKind"];
            /** @description Number of the ticket in which it goes on; null where it was not merged. */
            merged_into: string | null;
            number: string;
            origin: components["schemas"]["Origin"];
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
        /** TicketPage */
        TicketPage: {
            items: components["schemas"]["TicketOut"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /** TicketRatingIn */
        TicketRatingIn: {
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
        };
        /** TicketRatingOut */
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
        /**
         * TicketStatus
         * @enum {string}
         */
        TicketStatus: "submitted" | "accepted" | "declined" | "assigned" | "in_progress" | "waiting_for_resident" | "deferred" | "resolved" | "closed" | "reopened" | "merged" | "withdrawn" | Unknown;
        /** TicketSupplement */
        TicketSupplement: {
            /** @description As it was written. */
            text: string;
        };
        /** TokensOut */
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
        /**
         * TopicCategory
         * @enum {string}
         */
        TopicCategory: "environment" | "safety" | "parking" | "facilities" | "property" | "elderly_and_children" | "culture_and_sport" | "covenant" | "other" | Unknown;
        /**
         * TopicDetail
         * @description Topic as one screen: its history, its ballot and result, and the reader's own part.
         */
        TopicDetail: {
            /** @description Acts that the caller may do with it now, named as the last part of their paths. */
            actions: string[];
            /**
             * Format: date-time
             * @description Instant by which it is opened or declined.
             */
            answer_due_at: string;
            /** @description Ballot on the topic; null while there is none. */
            ballot: components["schemas"]["MyBallot"] | null;
            category: components["schemas"]["TopicCategory"];
            /** @description Instant of the decision; null while there is none. */
            decided_at: string | null;
            has_seconded: boolean;
            history: components["schemas"]["NoteOut"][];
            /** Format: uuid */
            id: string;
            is_following: boolean;
            is_mine: boolean;
            /** @description Record of the deliberation, in words; null while there is none. */
            minutes: string | null;
            /** @description Whether the caller may vote now, and why not; null without a ballot. */
            my_eligibility: components["schemas"]["MyEligibility"] | null;
            /** @description The caller's vote; null while there is none. */
            my_vote: components["schemas"]["MyVote"] | null;
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
            /** @description Grid, building, entrance or household in the community; null for the whole community. */
            place_id: string | null;
            /** @description Names on the path of the place, from the building on (“3号楼 2单元 502”). */
            place_path: string | null;
            /** @description Display name; the community itself has none. */
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
        /** TopicIn */
        TopicIn: {
            category: components["schemas"]["TopicCategory"];
            /** @description Grid, building or entrance whose residents it concerns; null for the whole community. */
            place_id?: string | null;
            /** @description Plain text that says what the matter is and what should be done. */
            text: string;
            title: string;
        };
        /** TopicInList */
        TopicInList: {
            /** @description Ballot on the topic; null while there is none. */
            ballot: components["schemas"]["BallotInList"] | null;
            category: components["schemas"]["TopicCategory"];
            /** Format: uuid */
            id: string;
            is_mine: boolean;
            /** @description Instant at which it was opened to residents; null before. */
            opened_at: string | null;
            /** @description What was decided; null while nothing is. */
            outcome: components["schemas"]["TopicOutcome"] | null;
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
        /**
         * TopicOutcome
         * @description The decision about a topic, by its ballot or by the consensus of those who met.
         * @enum {string}
         */
        TopicOutcome: "adopted" | "rejected" | Unknown;
        /** TopicPage */
        TopicPage: {
            items: components["schemas"]["TopicInList"][];
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
        };
        /**
         * TopicStatus
         * @enum {string}
         */
        TopicStatus: "submitted" | "screening" | "declined" | "open" | "deliberating" | "balloting" | "decided" | "withdrawn" | Unknown;
        /**
         * TransferKind
         * @enum {string}
         */
        TransferKind: "grant" | "take_back" | "expire" | "redeem" | "give_back" | Unknown;
        /** UserSession */
        UserSession: {
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
            user: components["schemas"]["LoggedInUser"];
        };
        /**
         * VerifyMethod
         * @description Means by which the membership was confirmed, once and with the approval.
         * @enum {string}
         */
        VerifyMethod: "unit_list" | "unit_liaison" | "community" | "paper_slip" | Unknown;
        /**
         * Visibility
         * @enum {string}
         */
        Visibility: "public" | "private" | "confidential" | Unknown;
        /**
         * VoteBoard
         * @description Votes of a published ballot on one question, for anybody to count again and for voters to
         *     find their own. Each question has a board of its own, so that nobody sees whole votes. Where
         *     the roll is smaller than 30, single votes could be guessed at: then it has totals only. Where
         *     fewer than 10 have voted, or all chose alike, it has neither.
         */
        VoteBoard: {
            /** Format: uuid */
            ballot_id: string;
            /** @description SHA-256 of the whole list of votes, in hexadecimal; null where there is none. */
            board_sha256: string | null;
            is_totals_only: boolean;
            items: components["schemas"]["BoardVote"][];
            /** @description SHA-256 of what was announced, in hexadecimal. */
            manifest_sha256: string;
            /** @description Send it as `cursor` to get the next page; null on the last page. */
            next_cursor: string | null;
            question: string;
            /** @description Number of votes of each option; null where they are not told. */
            totals: {
                [key: string]: number;
            } | null;
            /** @description How many have voted; null where so few have that it is not told. */
            turnout: number | null;
        };
        /**
         * WaitingKind
         * @description Things that wait for the person who calls.
         * @enum {string}
         */
        WaitingKind: "vote" | "accept_offer" | "answer_ticket" | "rate_ticket" | "complete_registration" | Unknown;
        /** WechatCode */
        WechatCode: {
            /** @description Code of wx.login; WeChat accepts it once, within five minutes. */
            code: string;
            /** @description Any text by which the client tells its installations apart; a lost answer to a refresh can be asked for again with it. */
            device?: string | null;
        };
        /**
         * WhyNoResidence
         * @description Reason for which a member registers without an approved residence.
         * @enum {string}
         */
        WhyNoResidence: "residence_pending" | Unknown;
        /**
         * WhyNot
         * @description The reason for which somebody may not vote now.
         * @enum {string}
         */
        WhyNot: "not_a_participant" | "inactive" | "residence_not_verified" | "lives_elsewhere" | "not_known_adult" | "not_on_roll" | "not_open_yet" | "closed" | "voted" | "household_voted" | "voted_on_paper" | Unknown;
        /**
         * WithdrawFromDates
         * @description A withdrawal from several shifts of an activity, or from all that are to come.
         */
        WithdrawFromDates: {
            /**
             * @description True for all shifts that have not begun, in place of `shift_ids`.
             * @default false
             */
            all?: boolean;
            /** @default [] */
            shift_ids?: string[];
        };
        /** YearOut */
        YearOut: {
            /** @description With one decimal, such as "12.5". */
            hours: string;
            /** @description Whole minutes of service. */
            minutes: number;
            /** @description Number of services. */
            services: number;
            /** @description Calendar year in the time zone of the service. */
            year: number;
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
    logInWithWechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WechatCode"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSession"];
                };
            };
        };
    };
    readCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the figure or document. */
                name: string;
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
                    "text/calendar": string;
                };
            };
        };
    };
    checkCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number that is printed on it. */
                number: string;
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
                    "application/json": components["schemas"]["CertificateCheckOut"];
                };
            };
        };
    };
    showCertificatePage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number that is printed on it. */
                number: string;
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
                    "text/html": string;
                };
            };
        };
    };
    listCommunities: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Words of the name or the address, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
                /** @description longitude,latitude (GCJ-02). Lists communities within 50 km, nearest first, on one page. */
                near?: string | null;
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
                    "application/json": components["schemas"]["CommunityPage"];
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
                    "application/json": components["schemas"]["CommunityOut"];
                };
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["OpenActivityStatus"];
                /** @description Lists activities that end after this instant; for published ones the default is now. */
                from?: string | null;
                /** @description Lists activities that start before this instant. */
                to?: string | null;
                /** @description Words of title, summary, address or organiser, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
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
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the activity. */
                activity_id: string;
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
                    "application/json": components["schemas"]["ActivityWithShifts"];
                };
            };
        };
    };
    listShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the activity. */
                activity_id: string;
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
                    "application/json": components["schemas"]["ShownShiftList"];
                };
            };
        };
    };
    signUpForDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the activity. */
                activity_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpForDates"];
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
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the activity. */
                activity_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawFromDates"];
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
    listMyAttendances: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["AttendanceStatus"] | null;
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
                    "application/json": components["schemas"]["MyAttendancePage"];
                };
            };
        };
    };
    getAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
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
                    "application/json": components["schemas"]["MyAttendance"];
                };
            };
        };
    };
    checkInParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
        };
    };
    checkOutParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutConfirmation"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
        };
    };
    disputeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
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
                    "application/json": components["schemas"]["MyAttendance"];
                };
            };
        };
    };
    markAbsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceRow"];
                };
            };
        };
    };
    listLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the activity, topic or ticket. */
                card_id: string;
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
                    "application/json": components["schemas"]["LinkedCards"];
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
                "application/json": components["schemas"]["CertificateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateOut"];
                };
            };
        };
    };
    listMyCertificates: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["CertificatePage"];
                };
            };
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the certificate. */
                certificate_id: string;
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
                    "application/json": components["schemas"]["CertificateOut"];
                };
            };
        };
    };
    downloadCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the certificate. */
                certificate_id: string;
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
                    "application/pdf": string;
                };
            };
        };
    };
    withdrawCertificateRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the certificate. */
                certificate_id: string;
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
                    "application/json": components["schemas"]["CertificateOut"];
                };
            };
        };
    };
    uploadCheckInPacket: {
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
                "application/json": components["schemas"]["Packet"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketOut"];
                };
            };
        };
    };
    checkIn: {
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
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
        };
    };
    getCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
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
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
        };
    };
    checkOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOut"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
        };
    };
    getPersonalCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the attendance. */
                attendance_id: string;
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
                    "application/json": components["schemas"]["PersonalCodeOut"];
                };
            };
        };
    };
    listMyPostClaims: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["PostClaimStatus"] | null;
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
                    "application/json": components["schemas"]["MyPostClaimPage"];
                };
            };
        };
    };
    getPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["MyPostClaim"];
                };
            };
        };
    };
    askToLeavePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["MyPostClaim"];
                };
            };
        };
    };
    stayOnPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["MyPostClaim"];
                };
            };
        };
    };
    withdrawPostClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["MyPostClaim"];
                };
            };
        };
    };
    listMyDuties: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Those that lie ahead, or those that are over. */
                when?: components["schemas"]["DutyWhen"];
                /** @description Only those in this state. */
                status?: components["schemas"]["DutyStatus"] | null;
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
                    "application/json": components["schemas"]["DutyPage"];
                };
            };
        };
    };
    listOfferedDuties: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["OfferedDutyPage"];
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
    listColleagues: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
            };
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
                    "application/json": components["schemas"]["ColleaguePage"];
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
                "application/json": components["schemas"]["DutyOffer"];
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
    listMyGuardianships: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["GuardianshipPage"];
                };
            };
        };
    };
    confirmGuardianship: {
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
                "application/json": components["schemas"]["GuardianshipIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianshipOut"];
                };
            };
        };
    };
    getMyGuardianship: {
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
                    "application/json": components["schemas"]["GuardianshipOut"];
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
                "application/json": components["schemas"]["GuardianConsentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianshipOut"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianshipOut"];
                };
            };
        };
    };
    listSignupsOfMinor: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["SignupStatus"] | null;
            };
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
                    "application/json": components["schemas"]["MySignupPage"];
                };
            };
        };
    };
    signUpMinor: {
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
                "application/json": components["schemas"]["MinorSignUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSignup"];
                };
            };
        };
    };
    acceptOfferToMinor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
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
                    "application/json": components["schemas"]["ShownSignup"];
                };
            };
        };
    };
    declineOfferToMinor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
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
                    "application/json": components["schemas"]["ShownSignup"];
                };
            };
        };
    };
    withdrawSignupOfMinor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the guardianship. */
                guardianship_id: string;
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
                    "application/json": components["schemas"]["ShownSignup"];
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
                "application/json": components["schemas"]["ConsentWithdrawal"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianshipOut"];
                };
            };
        };
    };
    markMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
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
                    "application/json": components["schemas"]["InboxMessageOut"];
                };
            };
        };
    };
    listLedOccasions: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["LedOccasionPage"];
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
                "application/json": components["schemas"]["MemberSheet"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRegistrationOut"];
                };
            };
        };
    };
    getMyDoubleReporting: {
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
                    "application/json": components["schemas"]["MyDoubleReporting"];
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
                    "application/json": components["schemas"]["MemberRegistrationOut"];
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
                "application/json": components["schemas"]["MemberSheet"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRegistrationOut"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRegistrationOut"];
                };
            };
        };
    };
    listAttendances: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["OccasionRoster"];
                };
            };
        };
    };
    getCheckInCode: {
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
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
    getPacketKey: {
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketKeyOut"];
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
                    "application/json": components["schemas"]["ShownOpinion"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownOpinion"];
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
                "application/json": components["schemas"]["ReasonIn"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownOpinion"];
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
                "application/json": components["schemas"]["Join"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantOut"];
                };
            };
        };
    };
    takeOverParticipant: {
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
                "application/json": components["schemas"]["ClaimCodeIn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantOut"];
                };
            };
        };
    };
    getMyParticipation: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    updateMyParticipation: {
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
                "application/json": components["schemas"]["Join"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantOut"];
                };
            };
        };
    };
    declareMyAgeBand: {
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
                "application/json": components["schemas"]["DeclaredAge"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    issueGuardianCode: {
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
                    "application/json": components["schemas"]["IssuedGuardianCode"];
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
                    "application/json": components["schemas"]["ParticipantOut"];
                };
            };
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Id of the place above; without it the top places are listed. */
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
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
        };
    };
    getMyPoints: {
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
                    "application/json": components["schemas"]["PointBalance"];
                };
            };
        };
    };
    listMyPointTransfers: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["PointTransferPage"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those of this category. */
                category?: components["schemas"]["PostCategory"] | null;
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
                    "application/json": components["schemas"]["PostPage"];
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
                    "application/json": components["schemas"]["PostOut"];
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
                "application/json": components["schemas"]["PostApplication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostClaimOut"];
                };
            };
        };
    };
    listMyRedemptions: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["RedemptionPage"];
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
                    "application/json": components["schemas"]["RedemptionOut"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionOut"];
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
                "application/json": components["schemas"]["ResidenceClaimIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidenceClaimOut"];
                };
            };
        };
    };
    listMyResidenceClaims: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["MyResidenceClaimPage"];
                };
            };
        };
    };
    getResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["ResidenceClaimOut"];
                };
            };
        };
    };
    endResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["ResidenceClaimOut"];
                };
            };
        };
    };
    renewResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["ResidenceClaimOut"];
                };
            };
        };
    };
    withdrawResidenceClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the community. */
                community_id: string;
                /** @description Id of the claim. */
                claim_id: string;
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
                    "application/json": components["schemas"]["ResidenceClaimOut"];
                };
            };
        };
    };
    listRewards: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["RewardPage"];
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
                    "application/json": components["schemas"]["RewardOut"];
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
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionOut"];
                };
            };
        };
    };
    listServiceCategories: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["ServiceCategoryPage"];
                };
            };
        };
    };
    listServiceDays: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["ServiceDayPage"];
                };
            };
        };
    };
    listMyServiceEntries: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["EntryStatus"] | null;
                /** @description Year in which the service began. */
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
                    "application/json": components["schemas"]["MyEntriesPage"];
                };
            };
        };
    };
    listServiceNotices: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["NoticePage"];
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
                    "application/json": components["schemas"]["ServiceEntryOut"];
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
                    "application/json": components["schemas"]["NoticeOut"];
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
                "application/json": components["schemas"]["AnswerToReturn"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntryOut"];
                };
            };
        };
    };
    getMyServiceRecordInCommunity: {
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
                    "application/json": components["schemas"]["CommunityRecord"];
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
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignupOut"];
                };
            };
        };
    };
    listMySignupsInCommunity: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["SignupStatus"] | null;
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
                    "application/json": components["schemas"]["MySignupPage"];
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
                    "application/json": components["schemas"]["ShownSignup"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSignup"];
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
                "application/json": components["schemas"]["Agreement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSignup"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSignup"];
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
        requestBody?: never;
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
                "application/json": components["schemas"]["RatingIn"];
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
    getMyRating: {
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
                    "application/json": components["schemas"]["MyRating"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSignup"];
                };
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True lists the reader's own tickets, otherwise those that are shown to everybody. */
                mine?: boolean;
                /** @description True lists only public ones of the reader's own tickets. */
                public?: boolean;
                /** @description Words of the text, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
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
                    "application/json": components["schemas"]["TicketPage"];
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
                "application/json": components["schemas"]["TicketIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketOut"];
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
                    "application/json": components["schemas"]["TicketDetail"];
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
                    "application/json": components["schemas"]["TicketDetail"];
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
                    "application/json": components["schemas"]["TicketDetail"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
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
                "application/json": components["schemas"]["TicketRatingIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
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
                "application/json": components["schemas"]["TicketSupplement"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["TopicStatus"] | null;
                /** @description True lists the reader's own topics only. */
                mine?: boolean;
                /** @description Words of the title or the text, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
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
                    "application/json": components["schemas"]["TopicPage"];
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
                "application/json": components["schemas"]["TopicIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
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
                    "application/json": components["schemas"]["TopicDetail"];
                };
            };
        };
    };
    getTopicBallot: {
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
                    "application/json": components["schemas"]["MyBallot"] | null;
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
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
    listOpinions: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only opinions of this stance. */
                stance?: components["schemas"]["Stance"] | null;
                /** @description Lists only the replies to this opinion. */
                reply_to?: string | null;
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
                    "application/json": components["schemas"]["OpinionPage"];
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
                "application/json": components["schemas"]["OpinionIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownOpinion"];
                };
            };
        };
    };
    getTopicBallotResult: {
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
                    "application/json": components["schemas"]["ResultOut"] | null;
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
                };
            };
        };
    };
    getVoteBoard: {
        parameters: {
            query: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Key of the question. */
                question: string;
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
                    "application/json": components["schemas"]["VoteBoard"];
                };
            };
        };
    };
    castVote: {
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
                "application/json": components["schemas"]["CastVote"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    getMyVote: {
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
                    "application/json": components["schemas"]["MyVote"] | null;
                };
            };
        };
    };
    changeVote: {
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
                "application/json": components["schemas"]["CastVote"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
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
        requestBody?: never;
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
                };
            };
        };
    };
    downloadDataExport: {
        parameters: {
            query?: {
                /** @description As a file for programs, or as a page to read. */
                form?: components["schemas"]["ExportForm"];
            };
            header?: never;
            path: {
                /** @description The secret part of the address; it takes the place of a login. */
                token: string;
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
                    "application/octet-stream": string;
                };
            };
        };
    };
    checkDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number that is printed on it. */
                number: string;
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
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
        };
    };
    getMe: {
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
                    "application/json": components["schemas"]["MeWithCounts"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it is done later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
        };
    };
    listMyAccessLog: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
        };
    };
    listMyCalendarFeeds: {
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
                    "application/json": components["schemas"]["CalendarFeedPage"];
                };
            };
        };
    };
    makeCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeed"];
                };
            };
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the feed. */
                feed_id: string;
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
    listMyConsents: {
        parameters: {
            query?: {
                /** @description Only the consent for this purpose. */
                purpose?: components["schemas"]["Purpose"] | null;
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
                    "application/json": components["schemas"]["ConsentPage"];
                };
            };
        };
    };
    decideConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the consent is for. */
                purpose: components["schemas"]["Purpose"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    listMyDataExports: {
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
                    "application/json": components["schemas"]["DataExportPage"];
                };
            };
        };
    };
    requestDataExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataExportOut"];
                };
            };
        };
    };
    getDataExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the export. */
                export_id: string;
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
                    "application/json": components["schemas"]["DataExportOut"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: {
                /** @description A community of the caller; the one joined last where none is named. */
                community_id?: string | null;
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
                    "application/json": components["schemas"]["HomeOut"];
                };
            };
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description True for messages that were not read yet. */
                is_unread?: boolean | null;
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
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
        };
    };
    keepMe: {
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
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
        };
    };
    listMyParticipations: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
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
                    "application/json": components["schemas"]["ParticipationPage"];
                };
            };
        };
    };
    verifyPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCode"];
            };
        };
        responses: {
            /** @description Done, or here it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    getMyServiceRecord: {
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
                    "application/json": components["schemas"]["ServiceRecordOut"];
                };
            };
        };
    };
    downloadMyServices: {
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
                    "text/csv": string;
                };
            };
        };
    };
    exportMyServices: {
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
                    "application/json": components["schemas"]["ServiceExportOut"];
                };
            };
        };
    };
    downloadMyServiceRecord: {
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
                    "application/pdf": string;
                };
            };
        };
    };
    listMySignups: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Only those in this state. */
                status?: components["schemas"]["SignupStatus"] | null;
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
                    "application/json": components["schemas"]["MySignupPage"];
                };
            };
        };
    };
    listPartyOrganizations: {
        parameters: {
            query?: {
                /** @description Entries on a page. */
                limit?: number;
                /** @description The `next_cursor` of the page before; left out for the first page. */
                cursor?: string | null;
                /** @description Words of its name or its unit's, each of one character or more, in any order. Width and case make no difference. */
                q?: string | null;
                /** @description Id of the organization right above those listed. */
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
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
        };
    };
    listServiceChoices: {
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
                    "application/json": components["schemas"]["ServiceChoices"];
                };
            };
        };
    };
}

/** The schemas of the document, by name: `Schemas["TicketOut"]`. */
export type Schemas = components["schemas"];
/** The operations of the document, by the name under which they are called. */
export type OperationId = keyof operations;
type Given<I extends OperationId> = operations[I]["parameters"];
type Media<C> = C extends {
    "application/json": infer J;
} ? J : C extends {
    "application/pdf": unknown;
} | {
    "application/octet-stream": unknown;
} ? ArrayBuffer : string;
type Content<R> = R extends {
    content: infer C;
} ? Media<C> : undefined;
type Part<K extends string, V> = [V] extends [never] ? unknown : Record<string, never> extends V ? {
    [P in K]?: V;
} : {
    [P in K]: V;
};
type Sent<B> = B extends {
    content: {
        "application/json": infer J;
    };
} ? J : never;
/** What is sent must be known to this version; what comes in may have grown: the enums of `Schemas`
 * have room for values that nobody knows yet. */
export type Known<T> = KnownText<Extract<T, string>> | KnownParts<Exclude<T, string>>;
type KnownText<T extends string> = [Listed<T>] extends [never] ? T : Listed<T>;
type Listed<T extends string> = T extends string ? (string extends T ? never : T) : never;
type KnownParts<T> = T extends object ? {
    [K in keyof T]: Known<T[K]>;
} : T;
/** The nonce of a check-in is made and kept by the client, like an Idempotency-Key. */
type WithoutNonce<B> = B extends {
    nonce: string;
} ? Omit<B, "nonce"> & {
    nonce?: string;
} : B;
export type Path<I extends OperationId> = Given<I> extends {
    path: infer P;
} ? P : never;
export type Query<I extends OperationId> = Known<NonNullable<Given<I>["query"]>>;
export type Body<I extends OperationId> = operations[I] extends {
    requestBody?: infer B;
} ? Known<WithoutNonce<Sent<NonNullable<B>>>> : never;
/** What an operation is called with: `path`, `query` and `body`, those that it has. */
export type Input<I extends OperationId> = Part<"path", Path<I>> & Part<"query", Query<I>> & Part<"body", Body<I>>;
/** What an operation answers; `undefined` where the answer has no content. */
export type Answer<I extends OperationId> = Content<operations[I]["responses"][keyof operations[I]["responses"] & (200 | 201 | 202 | 204)]>;
/** Operations whose answers are pages of a list. */
export type PagedId = {
    [I in OperationId]: Answer<I> extends {
        items: unknown[];
        next_cursor: string | null;
    } ? I : never;
}[OperationId];
export interface CallOptions {
    /** Milliseconds for one attempt; 15,000 unless the client was made with another value. */
    timeout?: number;
}
export type Arguments<I extends OperationId> = Record<string, never> extends Input<I> ? [input?: Input<I>, options?: CallOptions] : [input: Input<I>, options?: CallOptions];
export interface Options {
    /** Scheme and host of the service, without a path: `https://linli.example.cn`. */
    baseUrl: string;
    /** Language of problems and messages; Chinese unless given. */
    language?: Language;
    /** The global `wx` unless given. */
    wx?: Wx;
    /** Under what names the login and the keys are stored; "linli" unless given. */
    storageName?: string;
    timeout?: number;
    /** Repeats after the first attempt, of reads and of writes that have a key; 3 unless given. */
    retries?: number;
    /** Milliseconds before the first repeat, doubled for each further one; 500 unless given. */
    backoff?: number;
}
/** One page after the other. `next()` after a failure asks for the same page again. */
export interface Pages<T> extends AsyncIterableIterator<T> {
    readonly isDone: boolean;
    next(): Promise<IteratorResult<T, undefined>>;
}
export interface Upload {
    path: string;
    filePath: string;
    /** Name of the field of the file; "file" unless given. */
    name?: string;
    /** Other fields of the form: texts. */
    formData?: Record<string, string>;
}
/** One thing that the person wants done. It has one key, however often it is sent: a second call
 * while the first is under way joins it, and a call after a failure that leaves open whether it was
 * done sends the same key again. After an answer the next call is a new thing. */
export interface Submission {
    call<I extends OperationId>(id: I, ...given: Arguments<I>): Promise<Answer<I>>;
    upload(upload: Upload, options?: CallOptions): Promise<unknown>;
    /** Whether a sending has been left open: under way, or without an answer. */
    readonly isOpen: boolean;
    /** Forget the key: what is sent next is a new thing. */
    forget(): void;
}
export interface Linli {
    language: Language;
    call<I extends OperationId>(id: I, ...given: Arguments<I>): Promise<Answer<I>>;
    pages<I extends PagedId>(id: I, ...given: Arguments<I>): Pages<Answer<I>>;
    /** With a name, its key is stored, so that an app that was closed repeats it. */
    submission(name?: string): Submission;
    /** POST of one file as multipart/form-data; the answer is parsed. */
    upload(upload: Upload, options?: CallOptions): Promise<unknown>;
    /** Log in now, and not with the first call. */
    logIn(): Promise<void>;
    /** End the login here and, if it can be reached, at the service. */
    logOut(): Promise<void>;
}

/** What the client uses of `wx`. The real one has all of it; tests and a browser bring their own. */
export interface Wx {
    request(options: WxRequest): unknown;
    uploadFile(options: WxUpload): unknown;
    login(options: {
        timeout?: number;
        success(result: {
            code: string;
        }): void;
        fail(error: WxFailure): void;
    }): unknown;
    getStorageSync(key: string): unknown;
    setStorageSync(key: string, value: unknown): void;
    removeStorageSync(key: string): void;
    /** From base library 2.15.0 on. Without it keys are made of Math.random. */
    getRandomValues?(options: {
        length: number;
        success(result: {
            randomValues: ArrayBuffer;
        }): void;
        fail(): void;
    }): unknown;
    onAppShow?(listener: () => void): void;
    onAppHide?(listener: () => void): void;
}
export interface WxFailure {
    errMsg: string;
    errno?: number;
}
export interface WxRequest {
    url: string;
    method: "GET" | "POST" | "PUT" | "DELETE";
    header: Record<string, string>;
    data?: string;
    dataType: string;
    responseType: "text" | "arraybuffer";
    timeout: number;
    success(reply: {
        statusCode: number;
        header: object;
        data: unknown;
    }): void;
    fail(error: WxFailure): void;
}
export interface WxUpload {
    url: string;
    filePath: string;
    name: string;
    formData: Record<string, string>;
    header: Record<string, string>;
    timeout: number;
    success(reply: {
        statusCode: number;
        data: string;
        header?: object;
    }): void;
    fail(error: WxFailure): void;
}

/** Everything that is not a success: a problem of the service (`status` ≥ 400), or `status` 0 with
 * the code "network", "timeout", "interrupted" or "wechat_login". */
export declare class LinliError extends Error {
    readonly status: number;
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    /** Pointers and codes of the fields of a 422. */
    readonly errors: {
        pointer: string;
        code: string;
    }[];
    /** Members that only this code has: `state`, `opens_at`, `checked_in_at`… */
    readonly members: Record<string, unknown>;
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number | undefined;
    /** What support asks for. */
    readonly requestId?: string | undefined;
    readonly isLinliError = true;
    constructor(status: number, code: string, title: string, detail: string, 
    /** Pointers and codes of the fields of a 422. */
    errors?: {
        pointer: string;
        code: string;
    }[], 
    /** Members that only this code has: `state`, `opens_at`, `checked_in_at`… */
    members?: Record<string, unknown>, 
    /** Seconds after which it may be tried again. */
    retryAfter?: number | undefined, 
    /** What support asks for. */
    requestId?: string | undefined);
}
/** Whether this is an error of the client, and one of these codes where some are given. */
export declare function isProblem(error: unknown, ...codes: string[]): error is LinliError;
export declare function localError(code: string, language: string, status?: number, after?: number): LinliError;
/** The error of a reply whose body is a problem, or anything, as a proxy may send it. */
export declare function errorOf(status: number, body: unknown, language: string, after?: number): LinliError;

/** Makes a client. One for the whole app is enough: App({ linli: createLinli({ baseUrl }) }). */
export declare function createLinli(options: Options): Linli;
