// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
export const bounds = {
 AccountLinkIn: {
  token: {
   required: true,
   maxLength: 128,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ActivityIn: {
  address: {
   required: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  age: {
   required: false,
   default: "all",
   enum: [
    "all",
    "from_14",
    "adults"
   ],
   of: "AgeLimit"
  },
  audience: {
   required: false,
   default: "everyone",
   enum: [
    "everyone",
    "residents"
   ],
   of: "Audience"
  },
  category: {
   required: true,
   enum: [
    "environment",
    "safety",
    "elderly_care",
    "child_care",
    "culture_and_sport",
    "convenience",
    "mediation",
    "emergency",
    "other"
   ],
   of: "Category"
  },
  contact: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  description: {
   required: false,
   maxLength: 5000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  gcj02_latitude: {
   required: false,
   nullable: true,
   minimum: -90,
   maximum: 90
  },
  gcj02_longitude: {
   required: false,
   nullable: true,
   minimum: -180,
   maximum: 180
  },
  is_insured: {
   required: false,
   default: false
  },
  needs_review: {
   required: false,
   default: false
  },
  offer_hours: {
   required: false,
   minimum: 1,
   maximum: 72,
   default: 2
  },
  organiser: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  risk_level: {
   required: false,
   default: "low",
   enum: [
    "low",
    "medium",
    "high"
   ],
   of: "RiskLevel"
  },
  risk_statement: {
   required: false,
   maxLength: 1000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  summary: {
   required: true,
   maxLength: 200,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 AdminLogin: {
  device: {
   required: false,
   nullable: true,
   maxLength: 128,
   minLength: 8,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  },
  totp: {
   required: false,
   nullable: true,
   pattern: "^[0-9]{6}$"
  },
  username: {
   required: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 AgeBandIn: {
  age_band: {
   required: true,
   nullable: true,
   enum: [
    "under_14",
    "14_17",
    "adult"
   ],
   of: "AgeBand"
  }
 },
 Announcement: {
  note: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 AuthorQuestion: {
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 BallotIn: {
  closes_at: {
   required: true,
   format: "date-time"
  },
  electorate: {
   required: true,
   enum: [
    "residents",
    "households"
   ],
   of: "Electorate"
  },
  legal_effect: {
   required: false,
   default: "advisory",
   enum: [
    "advisory",
    "residents_resolution",
    "owners_resolution"
   ],
   of: "LegalEffect"
  },
  mode: {
   required: false,
   default: "recorded",
   enum: [
    "recorded"
   ],
   of: "Mode"
  },
  notice_days: {
   required: false,
   minimum: 1,
   maximum: 60,
   default: 7
  },
  opens_at: {
   required: true,
   format: "date-time"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  questions: {
   required: true,
   minItems: 1,
   maxItems: 10,
   items: {
    of: "Question"
   }
  },
  rule: {
   required: false,
   of: "RuleIn"
  },
  title: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 BatchIn: {
  entry_ids: {
   required: false,
   nullable: true,
   minItems: 1,
   maxItems: 1000,
   items: {
    format: "uuid"
   }
  }
 },
 CancelIn: {
  reason: {
   required: false,
   nullable: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 CommunityIn: {
  address: {
   required: false,
   nullable: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  gcj02_latitude: {
   required: false,
   nullable: true,
   minimum: -90,
   maximum: 90
  },
  gcj02_longitude: {
   required: false,
   nullable: true,
   minimum: -180,
   maximum: 180
  },
  name: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  region_id: {
   required: true,
   format: "uuid"
  }
 },
 CommunityTicketIn: {
  category_id: {
   required: true,
   format: "uuid"
  },
  gcj02_latitude: {
   required: false,
   nullable: true,
   minimum: -90,
   maximum: 90
  },
  gcj02_longitude: {
   required: false,
   nullable: true,
   minimum: -180,
   maximum: 180
  },
  kind: {
   required: false,
   default: "help",
   enum: [
    "inquiry",
    "help",
    "complaint",
    "report",
    "suggestion"
   ],
   of: "TicketKind"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  text: {
   required: true,
   maxLength: 2000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  visibility: {
   required: false,
   default: "public",
   enum: [
    "public",
    "private"
   ],
   of: "CommunityTicketVisibility"
  }
 },
 ContactLog: {
  kind: {
   required: true,
   enum: [
    "call",
    "visit"
   ],
   of: "ContactKind"
  },
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 CorrectionIn: {
  checked_in_at: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  checked_out_at: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DepartmentIn: {
  contact: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  is_active: {
   required: false,
   default: true
  },
  name: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DepartmentMemberIn: {
  user_id: {
   required: true,
   format: "uuid"
  }
 },
 DeskAbsence: {
  reason: {
   required: false,
   nullable: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskAgreement: {
  is_risk_acknowledged: {
   required: true
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskAnswerToReturn: {
  note: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskCertificate: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  document: {
   required: false,
   nullable: true,
   of: "DocumentIn"
  },
  first_day: {
   required: false,
   nullable: true,
   format: "date"
  },
  last_day: {
   required: false,
   nullable: true,
   format: "date"
  },
  name: {
   required: false,
   nullable: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskCheckOut: {
  at: {
   required: true,
   format: "date-time"
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  is_correction: {
   required: false,
   default: false
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskConsentWithdrawal: {
  kind: {
   required: true,
   enum: [
    "activities",
    "personal_data"
   ],
   of: "GuardianConsentKind"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskDispute: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskDutyOffer: {
  to: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskGuardianConsent: {
  ends_on: {
   required: true,
   format: "date"
  },
  kind: {
   required: true,
   enum: [
    "activities",
    "personal_data"
   ],
   of: "GuardianConsentKind"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskGuardianship: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  ends_on: {
   required: true,
   format: "date"
  },
  guardian_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  guardian_name: {
   required: false,
   nullable: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  kinds: {
   required: true,
   minItems: 1,
   maxItems: 2,
   items: {
    enum: [
     "activities",
     "personal_data"
    ],
    of: "GuardianConsentKind"
   }
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskJoin: {
  age_band: {
   required: false,
   nullable: true,
   enum: [
    "under_14",
    "14_17",
    "adult"
   ],
   of: "AgeBand"
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  display_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  has_paper_consent: {
   required: false,
   default: false
  },
  real_name: {
   required: false,
   nullable: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskLeave: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskMemberResubmission: {
  contact: {
   required: false,
   maxLength: 100,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  organization_id: {
   required: true,
   format: "uuid"
  },
  real_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  reason: {
   required: false,
   nullable: true,
   enum: [
    "residence_pending"
   ],
   of: "WhyNoResidence"
  },
  remarks: {
   required: false,
   maxLength: 500,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  service_kinds: {
   required: false,
   maxItems: 8,
   default: [],
   items: {
    enum: [
     "policy_publicity",
     "environment",
     "mediation",
     "safety_patrol",
     "care",
     "culture_and_sport",
     "convenience",
     "emergency"
    ],
    of: "PostCategory"
   }
  },
  skills: {
   required: false,
   maxItems: 20,
   default: [],
   items: {
    enum: [
     "first_aid",
     "medical_care",
     "law",
     "counselling",
     "mediation",
     "teaching",
     "digital",
     "electrics_and_water",
     "repairs",
     "hairdressing",
     "cooking",
     "driving",
     "arts",
     "sport",
     "writing",
     "photography",
     "foreign_language",
     "sign_language",
     "organising",
     "other"
    ],
    of: "Skill"
   }
  },
  times: {
   required: false,
   maxItems: 6,
   default: [],
   items: {
    enum: [
     "weekday_daytime",
     "weekday_evening",
     "weekend_daytime",
     "weekend_evening",
     "public_holidays",
     "emergencies"
    ],
    of: "ServiceTime"
   }
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskMemberSheet: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  contact: {
   required: false,
   maxLength: 100,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  has_paper_consent: {
   required: true
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  organization_id: {
   required: true,
   format: "uuid"
  },
  real_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  reason: {
   required: false,
   nullable: true,
   enum: [
    "residence_pending"
   ],
   of: "WhyNoResidence"
  },
  remarks: {
   required: false,
   maxLength: 500,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  service_kinds: {
   required: false,
   maxItems: 8,
   default: [],
   items: {
    enum: [
     "policy_publicity",
     "environment",
     "mediation",
     "safety_patrol",
     "care",
     "culture_and_sport",
     "convenience",
     "emergency"
    ],
    of: "PostCategory"
   }
  },
  skills: {
   required: false,
   maxItems: 20,
   default: [],
   items: {
    enum: [
     "first_aid",
     "medical_care",
     "law",
     "counselling",
     "mediation",
     "teaching",
     "digital",
     "electrics_and_water",
     "repairs",
     "hairdressing",
     "cooking",
     "driving",
     "arts",
     "sport",
     "writing",
     "photography",
     "foreign_language",
     "sign_language",
     "organising",
     "other"
    ],
    of: "Skill"
   }
  },
  times: {
   required: false,
   maxItems: 6,
   default: [],
   items: {
    enum: [
     "weekday_daytime",
     "weekday_evening",
     "weekend_daytime",
     "weekend_evening",
     "public_holidays",
     "emergencies"
    ],
    of: "ServiceTime"
   }
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskObjection: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskOpinion: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  reply_to: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  stance: {
   required: true,
   enum: [
    "for",
    "against",
    "neutral"
   ],
   of: "Stance"
  },
  text: {
   required: true,
   maxLength: 1000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskPostApplication: {
  accepts_schedule: {
   required: true
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  has_guardian_consent: {
   required: false,
   default: false
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  version: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 2147483647
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskPresence: {
  at: {
   required: true,
   format: "date-time"
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskRating: {
  comment: {
   required: false,
   nullable: true,
   maxLength: 1000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  stars: {
   required: true,
   minimum: 1,
   maximum: 5
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskRedemption: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskRename: {
  display_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskReport: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskResidenceClaim: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  has_paper_consent: {
   required: true
  },
  household_id: {
   required: true,
   format: "uuid"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  real_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskSignUp: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  has_guardian_consent: {
   required: false,
   default: false
  },
  is_risk_acknowledged: {
   required: true
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  role_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskSignUpForDates: {
  all: {
   required: false,
   default: false
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  has_guardian_consent: {
   required: false,
   default: false
  },
  is_risk_acknowledged: {
   required: true
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  role_name: {
   required: false,
   maxLength: 30,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  shift_ids: {
   required: false,
   maxItems: 60,
   default: [],
   items: {
    format: "uuid"
   }
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTakeOver: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicket: {
  category_id: {
   required: true,
   format: "uuid"
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  gcj02_latitude: {
   required: false,
   nullable: true,
   minimum: -90,
   maximum: 90
  },
  gcj02_longitude: {
   required: false,
   nullable: true,
   minimum: -180,
   maximum: 180
  },
  kind: {
   required: false,
   default: "help",
   enum: [
    "inquiry",
    "help",
    "complaint",
    "report",
    "suggestion"
   ],
   of: "TicketKind"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  text: {
   required: true,
   maxLength: 2000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  visibility: {
   required: false,
   default: "private",
   enum: [
    "public",
    "private",
    "confidential"
   ],
   of: "Visibility"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicketDispute: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicketEscalation: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicketFollow: {
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicketRating: {
  comment: {
   required: false,
   maxLength: 500,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  reopen: {
   required: false,
   default: true
  },
  satisfied: {
   required: true,
   minimum: 1,
   maximum: 5
  },
  solved: {
   required: true,
   enum: [
    "yes",
    "partly",
    "no"
   ],
   of: "Solved"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTicketSupplement: {
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskTopic: {
  category: {
   required: true,
   enum: [
    "environment",
    "safety",
    "parking",
    "facilities",
    "property",
    "elderly_and_children",
    "culture_and_sport",
    "covenant",
    "other"
   ],
   of: "TopicCategory"
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  text: {
   required: true,
   maxLength: 2000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: false,
   nullable: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskUnitRegistration: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  headcount_of_members: {
   required: true,
   minimum: 1,
   maximum: 1000000
  },
  liaison_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  liaison_phone: {
   required: true,
   pattern: "^[0-9+() -]{5,30}$"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  services_offered: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskUnitResubmission: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  headcount_of_members: {
   required: true,
   minimum: 1,
   maximum: 1000000
  },
  liaison_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  liaison_phone: {
   required: true,
   pattern: "^[0-9+() -]{5,30}$"
  },
  services_offered: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DeskWithdrawFromDates: {
  all: {
   required: false,
   default: false
  },
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  shift_ids: {
   required: false,
   maxItems: 60,
   default: [],
   items: {
    format: "uuid"
   }
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 DocumentIn: {
  last_four: {
   required: true,
   pattern: "^[0-9A-Za-z]{4}$"
  },
  type: {
   required: true,
   enum: [
    "resident_identity_card",
    "passport",
    "hong_kong_macao_permit",
    "taiwan_permit",
    "permanent_resident_card"
   ],
   of: "IdentityDocument"
  }
 },
 EndIn: {
  last_day: {
   required: false,
   nullable: true,
   format: "date"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 EntryCorrection: {
  ends_at: {
   required: true,
   format: "date-time"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  starts_at: {
   required: true,
   format: "date-time"
  }
 },
 GrantIn: {
  community_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  login_name: {
   required: false,
   nullable: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  role: {
   required: true,
   enum: [
    "party_admin",
    "handler",
    "grid_worker",
    "community_worker",
    "community_admin",
    "subdistrict_admin",
    "district_admin",
    "unit_liaison",
    "auditor",
    "platform_admin"
   ],
   of: "Role"
  },
  scope_id: {
   required: false,
   format: "uuid",
   default: "00000000-0000-0000-0000-000000000000"
  },
  scope_kind: {
   required: true,
   enum: [
    "platform",
    "region",
    "place",
    "organization"
   ],
   of: "ScopeKind"
  },
  user_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  valid_from: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  valid_to: {
   required: false,
   nullable: true,
   format: "date-time"
  }
 },
 HelperMessageIn: {
  text: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 IssueIn: {
  contact: {
   required: true,
   maxLength: 100,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  handler: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  remarks: {
   required: false,
   nullable: true,
   maxLength: 200,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  responsible_person: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 LeaderIn: {
  participant_id: {
   required: true,
   format: "uuid"
  }
 },
 LiaisonProposalIn: {
  letter_number: {
   required: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  login_name: {
   required: false,
   nullable: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  user_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 LiaisonProposalLine: {
  letter_number: {
   required: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  login_name: {
   required: false,
   nullable: true,
   maxLength: 64,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  organization_id: {
   required: true,
   format: "uuid"
  },
  user_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 LiaisonProposalsIn: {
  proposals: {
   required: true,
   minItems: 1,
   maxItems: 200,
   items: {
    of: "LiaisonProposalLine"
   }
  }
 },
 LiaisonUnitRegistration: {
  community_id: {
   required: true,
   format: "uuid"
  },
  headcount_of_members: {
   required: true,
   minimum: 1,
   maximum: 1000000
  },
  liaison_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  liaison_phone: {
   required: true,
   pattern: "^[0-9+() -]{5,30}$"
  },
  services_offered: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 LinkIn: {
  from_id: {
   required: true,
   format: "uuid"
  },
  kind: {
   required: false,
   default: "led_to",
   enum: [
    "led_to",
    "related"
   ],
   of: "LinkKind"
  },
  to_id: {
   required: true,
   format: "uuid"
  }
 },
 ListedMember: {
  phone: {
   required: false,
   nullable: true,
   pattern: "^[0-9+() -]{5,30}$"
  },
  real_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 MemberApproval: {
  verify_method: {
   required: false,
   default: "community",
   enum: [
    "community",
    "paper_slip"
   ],
   of: "DeskVerifyMethod"
  }
 },
 MemberReveal: {
  fields: {
   required: false,
   minItems: 1,
   maxItems: 6,
   items: {
    enum: [
     "real_name",
     "phone",
     "contact",
     "household",
     "organization",
     "offer"
    ],
    of: "MemberField"
   }
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 NewAdministrator: {
  login_name: {
   required: true,
   pattern: "^[A-Za-z][A-Za-z0-9._-]{2,39}$"
  },
  name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 NewBallot: {
  closes_at: {
   required: true,
   format: "date-time"
  },
  electorate: {
   required: true,
   enum: [
    "residents",
    "households"
   ],
   of: "Electorate"
  },
  legal_effect: {
   required: false,
   default: "advisory",
   enum: [
    "advisory",
    "residents_resolution",
    "owners_resolution"
   ],
   of: "LegalEffect"
  },
  mode: {
   required: false,
   default: "recorded",
   enum: [
    "recorded"
   ],
   of: "Mode"
  },
  notice_days: {
   required: false,
   minimum: 1,
   maximum: 60,
   default: 7
  },
  opens_at: {
   required: true,
   format: "date-time"
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  questions: {
   required: true,
   minItems: 1,
   maxItems: 10,
   items: {
    of: "Question"
   }
  },
  rule: {
   required: false,
   of: "RuleIn"
  },
  title: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  topic_id: {
   required: true,
   format: "uuid"
  }
 },
 NewPassword: {
  new_password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  },
  password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  }
 },
 NoteIn: {
  note: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 OnBehalf: {
  channel: {
   required: false,
   default: "desk",
   enum: [
    "desk",
    "paper"
   ],
   of: "DeskChannel"
  },
  on_behalf_of: {
   required: true,
   format: "uuid"
  },
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 Option: {
  key: {
   required: true,
   pattern: "^[a-z][a-z0-9_]{0,31}$"
  },
  title: {
   required: true,
   maxLength: 100,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 OrganizationIn: {
  community_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  kind: {
   required: true,
   enum: [
    "work_committee",
    "committee",
    "general_branch",
    "branch",
    "group"
   ],
   of: "OrganizationKind"
  },
  name: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  parent_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  work_unit_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 OrganizationRevision: {
  community_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  kind: {
   required: true,
   enum: [
    "work_committee",
    "committee",
    "general_branch",
    "branch",
    "group"
   ],
   of: "OrganizationKind"
  },
  name: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  work_unit_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 PlaceIn: {
  kind: {
   required: true,
   enum: [
    "grid",
    "building",
    "entrance",
    "household"
   ],
   of: "PlaceKind"
  },
  name: {
   required: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  parent_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 PlaceMerge: {
  into_id: {
   required: true,
   format: "uuid"
  }
 },
 PlaceName: {
  name: {
   required: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 PointSettingsIn: {
  expires_after_days: {
   required: false,
   nullable: true,
   minimum: 30,
   maximum: 3660
  },
  is_enabled: {
   required: true
  },
  points_per_hour: {
   required: true,
   minimum: 1,
   maximum: 1000
  }
 },
 PostIn: {
  capacity: {
   required: true,
   minimum: 1,
   maximum: 1000
  },
  category: {
   required: true,
   enum: [
    "policy_publicity",
    "environment",
    "mediation",
    "safety_patrol",
    "care",
    "culture_and_sport",
    "convenience",
    "emergency"
   ],
   of: "PostCategory"
  },
  description: {
   required: true,
   maxLength: 2000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  duty_minutes: {
   required: false,
   nullable: true,
   minimum: 10,
   maximum: 1440
  },
  duty_rule: {
   required: false,
   nullable: true,
   maxLength: 200,
   minLength: 1
  },
  duty_time: {
   required: false,
   nullable: true,
   pattern: "^([01]\\d|2[0-3]):[0-5]\\d$"
  },
  from_on: {
   required: false,
   nullable: true,
   format: "date"
  },
  is_insured: {
   required: false,
   default: false
  },
  place_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  risk_level: {
   required: false,
   default: "low",
   enum: [
    "low",
    "medium",
    "high"
   ],
   of: "PostRisk"
  },
  risk_statement: {
   required: false,
   maxLength: 1000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  schedule: {
   required: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  until_on: {
   required: false,
   nullable: true,
   format: "date"
  }
 },
 Question: {
  key: {
   required: true,
   pattern: "^[a-z][a-z0-9_]{0,31}$"
  },
  kind: {
   required: true,
   enum: [
    "single",
    "yes_no_abstain"
   ],
   of: "QuestionKind"
  },
  options: {
   required: false,
   maxItems: 20,
   default: [],
   items: {
    of: "Option"
   }
  },
  title: {
   required: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ReasonIn: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 Refresh: {
  device: {
   required: false,
   nullable: true,
   maxLength: 128,
   minLength: 8,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  refresh_token: {
   required: true,
   maxLength: 512,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RegionEnd: {
  valid_to: {
   required: true,
   format: "date"
  }
 },
 RegionIn: {
  code: {
   required: true,
   pattern: "^[0-9]{12}$"
  },
  name: {
   required: true,
   maxLength: 60,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  valid_from: {
   required: true,
   format: "date"
  },
  valid_to: {
   required: false,
   nullable: true,
   format: "date"
  }
 },
 RegionMerge: {
  into_id: {
   required: true,
   format: "uuid"
  }
 },
 RegionName: {
  name: {
   required: true,
   maxLength: 60,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ResidenceApproval: {
  is_adult: {
   required: false,
   nullable: true
  },
  is_another_person: {
   required: false,
   default: false
  }
 },
 RestoreIn: {
  day: {
   required: true,
   format: "date"
  }
 },
 RevealAllowanceIn: {
  administrator_id: {
   required: true,
   format: "uuid"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RevealContact: {
  fields: {
   required: true,
   minItems: 1,
   maxItems: 3,
   items: {
    enum: [
     "real_name",
     "phone",
     "household"
    ],
    of: "ContactField"
   }
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RevealVotes: {
  cursor: {
   required: false,
   nullable: true,
   maxLength: 200
  },
  limit: {
   required: false,
   minimum: 1,
   maximum: 20,
   default: 20
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RewardIn: {
  capacity: {
   required: true,
   minimum: 0,
   maximum: 1000000
  },
  closes_at: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  cost: {
   required: true,
   minimum: 1,
   maximum: 1000000
  },
  description: {
   required: false,
   maxLength: 1000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  limit_per_person: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 1000
  },
  opens_at: {
   required: true,
   format: "date-time"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RoleIn: {
  capacity: {
   required: true,
   minimum: 1,
   maximum: 100000
  },
  id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  is_closed: {
   required: false,
   default: false
  },
  name: {
   required: false,
   maxLength: 30,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  requirement: {
   required: false,
   maxLength: 200,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  }
 },
 RuleIn: {
  nonvoters: {
   required: false,
   default: "exclude",
   enum: [
    "exclude"
   ],
   of: "NonvoterRule"
  },
  passing: {
   required: false,
   of: "ShareIn"
  },
  passing_of: {
   required: false,
   default: "present",
   enum: [
    "roll",
    "present",
    "valid"
   ],
   of: "ShareBase"
  },
  plurality: {
   required: false,
   default: false
  },
  quorum: {
   required: false,
   of: "ShareIn"
  }
 },
 SecondFactorCode: {
  code: {
   required: true,
   pattern: "^[0-9]{6}$"
  }
 },
 SecondFactorWish: {
  password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  },
  totp: {
   required: false,
   nullable: true,
   pattern: "^[0-9]{6}$"
  }
 },
 SeriesChange: {
  closes_minutes_before: {
   required: false,
   minimum: 0,
   maximum: 129600,
   default: 0
  },
  first_day: {
   required: true,
   format: "date"
  },
  from_day: {
   required: true,
   format: "date"
  },
  length_minutes: {
   required: true,
   minimum: 1,
   maximum: 1440
  },
  opens_hours_before: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 2160
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  roles: {
   required: true,
   minItems: 1,
   maxItems: 20,
   items: {
    of: "SeriesRoleIn"
   }
  },
  rule: {
   required: true,
   maxLength: 200,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  skips_holidays: {
   required: false,
   default: false
  },
  start_time: {
   required: true,
   pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"
  },
  takes_changed: {
   required: false,
   default: false
  },
  weeks_ahead: {
   required: false,
   minimum: 1,
   maximum: 26,
   default: 8
  },
  withdraw_hours_before: {
   required: false,
   minimum: 0,
   maximum: 2160,
   default: 24
  }
 },
 SeriesIn: {
  closes_minutes_before: {
   required: false,
   minimum: 0,
   maximum: 129600,
   default: 0
  },
  first_day: {
   required: true,
   format: "date"
  },
  length_minutes: {
   required: true,
   minimum: 1,
   maximum: 1440
  },
  opens_hours_before: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 2160
  },
  roles: {
   required: true,
   minItems: 1,
   maxItems: 20,
   items: {
    of: "SeriesRoleIn"
   }
  },
  rule: {
   required: true,
   maxLength: 200,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  skips_holidays: {
   required: false,
   default: false
  },
  start_time: {
   required: true,
   pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"
  },
  weeks_ahead: {
   required: false,
   minimum: 1,
   maximum: 26,
   default: 8
  },
  withdraw_hours_before: {
   required: false,
   minimum: 0,
   maximum: 2160,
   default: 24
  }
 },
 SeriesRoleIn: {
  capacity: {
   required: true,
   minimum: 1,
   maximum: 100000
  },
  former_name: {
   required: false,
   nullable: true,
   maxLength: 30,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  is_closed: {
   required: false,
   default: false
  },
  name: {
   required: false,
   maxLength: 30,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  requirement: {
   required: false,
   maxLength: 200,
   minLength: 0,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  }
 },
 ServiceCategoryIn: {
  description: {
   required: false,
   maxLength: 500,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  emergency_number: {
   required: false,
   nullable: true,
   maxLength: 20,
   minLength: 3,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  emergency_text: {
   required: false,
   nullable: true,
   maxLength: 300,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  is_active: {
   required: false,
   default: true
  },
  level: {
   required: true,
   enum: [
    "two_hours",
    "one_day",
    "seven_days",
    "fifteen_days"
   ],
   of: "Level"
  },
  name: {
   required: true,
   maxLength: 40,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  resolution_minutes: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 527040
  },
  response_minutes: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 527040
  }
 },
 ServiceDayIn: {
  description: {
   required: false,
   maxLength: 2000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  first_on: {
   required: true,
   format: "date"
  },
  minutes: {
   required: true,
   minimum: 10,
   maximum: 1440
  },
  place: {
   required: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  rule: {
   required: true,
   maxLength: 200,
   minLength: 1
  },
  time: {
   required: true,
   pattern: "^([01]\\d|2[0-3]):[0-5]\\d$"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  until_on: {
   required: false,
   nullable: true,
   format: "date"
  }
 },
 ServiceDayWords: {
  description: {
   required: false,
   maxLength: 2000,
   minLength: 0,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$",
   default: ""
  },
  minutes: {
   required: true,
   minimum: 10,
   maximum: 1440
  },
  place: {
   required: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  time: {
   required: true,
   pattern: "^([01]\\d|2[0-3]):[0-5]\\d$"
  },
  title: {
   required: true,
   maxLength: 60,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ShareIn: {
  denominator: {
   required: true,
   minimum: 1,
   maximum: 1000
  },
  is_inclusive: {
   required: true
  },
  numerator: {
   required: true,
   minimum: 0,
   maximum: 1000
  }
 },
 ShiftIn: {
  ends_at: {
   required: true,
   format: "date-time"
  },
  roles: {
   required: true,
   minItems: 1,
   maxItems: 20,
   items: {
    of: "RoleIn"
   }
  },
  signup_closes_at: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  signup_opens_at: {
   required: false,
   nullable: true,
   format: "date-time"
  },
  starts_at: {
   required: true,
   format: "date-time"
  },
  withdraw_until: {
   required: false,
   nullable: true,
   format: "date-time"
  }
 },
 SkipIn: {
  day: {
   required: true,
   format: "date"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 StarSchemeIn: {
  hours: {
   required: true,
   minItems: 1,
   maxItems: 10,
   items: {
    minimum: 1,
    maximum: 100000
   }
  }
 },
 StepUp: {
  password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  },
  totp: {
   required: false,
   nullable: true,
   pattern: "^[0-9]{6}$"
  }
 },
 TicketAssignment: {
  department_id: {
   required: true,
   format: "uuid"
  }
 },
 TicketDecline: {
  instead: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 TicketDeferral: {
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  review_on: {
   required: true,
   format: "date"
  }
 },
 TicketMerge: {
  into: {
   required: true,
   format: "uuid"
  }
 },
 TicketReply: {
  is_public: {
   required: false,
   default: false
  },
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 TicketResolution: {
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 TopicDecision: {
  minutes: {
   required: true,
   maxLength: 5000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  note: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  outcome: {
   required: false,
   default: "adopted",
   enum: [
    "adopted",
    "rejected"
   ],
   of: "TopicOutcome"
  }
 },
 UnitAssignmentIn: {
  organization_id: {
   required: true,
   format: "uuid"
  },
  reason: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 UnitMemberListIn: {
  members: {
   required: true,
   maxItems: 1000,
   items: {
    of: "ListedMember"
   }
  }
 },
 UnitRegistrationIn: {
  headcount_of_members: {
   required: true,
   minimum: 1,
   maximum: 1000000
  },
  liaison_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  liaison_phone: {
   required: true,
   pattern: "^[0-9+() -]{5,30}$"
  },
  services_offered: {
   required: true,
   maxLength: 1000,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 UsedAccountLink: {
  password: {
   required: true,
   maxLength: 128,
   minLength: 1,
   format: "password"
  },
  token: {
   required: true,
   maxLength: 128,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  totp: {
   required: false,
   nullable: true,
   pattern: "^[0-9]{6}$"
  }
 },
 Witnessed: {
  witness: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 WorkUnitIn: {
  address: {
   required: false,
   nullable: true,
   maxLength: 200,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  community_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  credit_code: {
   required: true,
   pattern: "^[0123456789ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0123456789ABCDEFGHJKLMNPQRTUWXY]{10}$"
  },
  name: {
   required: true,
   maxLength: 100,
   minLength: 2,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 }
} as const;

export const requests = {
 acceptDuty: "Witnessed",
 acceptOffer: "Witnessed",
 addDepartment: "DepartmentIn",
 addDepartmentMember: "DepartmentMemberIn",
 addPartyOrganization: "OrganizationIn",
 addPlace: "PlaceIn",
 addRegion: "RegionIn",
 addReward: "RewardIn",
 addServiceCategory: "ServiceCategoryIn",
 addShift: "ShiftIn",
 addWorkUnit: "WorkUnitIn",
 agreeToChange: "DeskAgreement",
 allowMoreReveals: "RevealAllowanceIn",
 announceBallot: "Announcement",
 announceServiceDay: "ServiceDayIn",
 answerTicket: "TicketResolution",
 applyForPost: "DeskPostApplication",
 approveMemberRegistration: "MemberApproval",
 approveResidenceClaim: "ResidenceApproval",
 askAuthor: "AuthorQuestion",
 askToLeavePost: "DeskLeave",
 assignTicket: "TicketAssignment",
 assignUnit: "UnitAssignmentIn",
 blockParticipant: "ReasonIn",
 cancelActivity: "ReasonIn",
 cancelDutyDay: "ReasonIn",
 cancelRedemption: "CancelIn",
 cancelShift: "ReasonIn",
 changeMyPassword: "NewPassword",
 checkInParticipant: "DeskPresence",
 checkOutParticipant: "DeskCheckOut",
 confirmMySecondFactor: "SecondFactorCode",
 correctAbsence: "CorrectionIn",
 correctServiceEntry: "EntryCorrection",
 createAdministrator: "NewAdministrator",
 createCommunity: "CommunityIn",
 decideTopic: "TopicDecision",
 declineCertificate: "ReasonIn",
 declineMemberRegistration: "ReasonIn",
 declineOffer: "Witnessed",
 declineTicket: "TicketDecline",
 declineTopic: "ReasonIn",
 declineUnitRegistration: "ReasonIn",
 deferTicket: "TicketDeferral",
 deliberateTopic: "NoteIn",
 disputeAbsence: "DeskDispute",
 disputeTicket: "DeskTicketDispute",
 draftActivity: "ActivityIn",
 draftBallot: "NewBallot",
 draftPost: "PostIn",
 endGuardianship: "Witnessed",
 endMemberRegistration: "ReasonIn",
 endOwnUnitRegistration: "ReasonIn",
 endResidenceClaim: "ReasonIn",
 endSeries: "EndIn",
 endUnitMember: "ReasonIn",
 endUnitRegistration: "ReasonIn",
 endorseOpinion: "OnBehalf",
 enrolMySecondFactor: "SecondFactorWish",
 escalateTicket: "DeskTicketEscalation",
 findCover: "Witnessed",
 followTicket: "DeskTicketFollow",
 followTopic: "OnBehalf",
 giveGuardianConsent: "DeskGuardianConsent",
 giveTicketBack: "ReasonIn",
 grantRole: "GrantIn",
 hideOpinion: "ReasonIn",
 issueCertificate: "IssueIn",
 issueClaimCode: "Witnessed",
 joinCommunity: "DeskJoin",
 leaveCommunity: "Witnessed",
 linkCards: "LinkIn",
 logIn: "AdminLogin",
 logTicketContact: "ContactLog",
 markAbsent: "DeskAbsence",
 mergePlace: "PlaceMerge",
 mergeRegion: "RegionMerge",
 mergeTicket: "TicketMerge",
 nameActivityLeader: "LeaderIn",
 namePostLeader: "LeaderIn",
 nameServiceDayLeader: "LeaderIn",
 noteParticipantAgeBand: "AgeBandIn",
 objectToServiceEntry: "DeskObjection",
 offerDuty: "DeskDutyOffer",
 openAccountLink: "AccountLinkIn",
 openCommunityTicket: "CommunityTicketIn",
 openTopic: "NoteIn",
 postOccasionServiceEntries: "BatchIn",
 previewSeries: "SeriesIn",
 proposeGrant: "GrantIn",
 proposeLiaison: "LiaisonProposalIn",
 proposeLiaisons: "LiaisonProposalsIn",
 publishBallotResult: "Announcement",
 raiseTopic: "DeskTopic",
 rateShift: "DeskRating",
 rateTicket: "DeskTicketRating",
 recordGuardianship: "DeskGuardianship",
 redeemReward: "DeskRedemption",
 refreshSession: "Refresh",
 refuseOpinion: "ReasonIn",
 registerMember: "DeskMemberSheet",
 registerOwnUnit: "LiaisonUnitRegistration",
 registerUnit: "DeskUnitRegistration",
 rejectGuardianship: "ReasonIn",
 rejectPostClaim: "ReasonIn",
 rejectResidenceClaim: "ReasonIn",
 rejectSignup: "ReasonIn",
 renameParticipant: "DeskRename",
 renamePlace: "PlaceName",
 renameRegion: "RegionName",
 renewResidenceClaim: "Witnessed",
 replaceUnitMemberList: "UnitMemberListIn",
 replyToTicket: "TicketReply",
 reportOpinion: "DeskReport",
 requestBallotAnnulment: "ReasonIn",
 requestCertificate: "DeskCertificate",
 requestCertificateRevocation: "ReasonIn",
 requestServiceEntryReversal: "ReasonIn",
 resolveTicket: "TicketResolution",
 restoreDate: "RestoreIn",
 restoreOpinion: "ReasonIn",
 resubmitMemberRegistration: "DeskMemberResubmission",
 resubmitServiceEntry: "DeskAnswerToReturn",
 retireRegion: "RegionEnd",
 returnMemberRegistration: "ReasonIn",
 returnServiceEntry: "ReasonIn",
 returnUnitRegistration: "ReasonIn",
 revealMemberRegistration: "MemberReveal",
 revealParticipant: "RevealContact",
 revealPostClaim: "RevealContact",
 revealRecordedVotes: "RevealVotes",
 revealResidenceClaim: "RevealContact",
 revealRoster: "ReasonIn",
 revealTicketContact: "RevealContact",
 revealUnitContact: "ReasonIn",
 revealUnitMember: "MemberReveal",
 reviewOccasionServiceEntries: "BatchIn",
 reviseActivity: "ActivityIn",
 reviseBallot: "BallotIn",
 reviseCommunity: "CommunityIn",
 reviseDepartment: "DepartmentIn",
 revisePartyOrganization: "OrganizationRevision",
 revisePointSettings: "PointSettingsIn",
 revisePost: "PostIn",
 reviseReward: "RewardIn",
 reviseSeries: "SeriesChange",
 reviseServiceCategory: "ServiceCategoryIn",
 reviseServiceDay: "ServiceDayWords",
 reviseShift: "ShiftIn",
 reviseStarScheme: "StarSchemeIn",
 reviseWorkUnit: "WorkUnitIn",
 screenTopic: "NoteIn",
 secondTopic: "OnBehalf",
 sendMessageToHelpers: "HelperMessageIn",
 settlePointDebt: "ReasonIn",
 signUpForDates: "DeskSignUpForDates",
 signUpForShift: "DeskSignUp",
 skipDate: "SkipIn",
 skipDuty: "Witnessed",
 startSeries: "SeriesIn",
 stayOnPost: "Witnessed",
 stepUp: "StepUp",
 submitOpinion: "DeskOpinion",
 submitOwnUnitRegistration: "UnitRegistrationIn",
 submitResidenceClaim: "DeskResidenceClaim",
 submitTicket: "DeskTicket",
 submitUnitRegistration: "DeskUnitResubmission",
 supplementTicket: "DeskTicketSupplement",
 takeOverDuty: "DeskTakeOver",
 unblockParticipant: "ReasonIn",
 unfollowTicket: "DeskTicketFollow",
 unfollowTopic: "OnBehalf",
 upholdAbsence: "ReasonIn",
 useAccountLink: "UsedAccountLink",
 withdrawCertificateRequest: "Witnessed",
 withdrawDutyOffer: "Witnessed",
 withdrawFromDates: "DeskWithdrawFromDates",
 withdrawGuardianConsent: "DeskConsentWithdrawal",
 withdrawMemberRegistration: "Witnessed",
 withdrawOpinion: "Witnessed",
 withdrawPostClaim: "Witnessed",
 withdrawResidenceClaim: "Witnessed",
 withdrawSignup: "Witnessed",
 withdrawTicket: "Witnessed",
 withdrawTopic: "Witnessed",
 withdrawUnitRegistration: "Witnessed"
} as const;
