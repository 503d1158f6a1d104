// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
export const bounds = {
 AbsenceIn: {
  reason: {
   required: false,
   nullable: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 Agreement: {
  is_risk_acknowledged: {
   required: true
  }
 },
 AnswerToReturn: {
  note: {
   required: true,
   maxLength: 500,
   minLength: 2,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 CastVote: {
  choices: {
   required: true
  }
 },
 CertificateIn: {
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
  }
 },
 CheckIn: {
  code: {
   required: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  location: {
   required: false,
   nullable: true,
   of: "LocationIn"
  },
  nonce: {
   required: true,
   maxLength: 128,
   minLength: 8,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 CheckOut: {
  code: {
   required: false,
   nullable: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  location: {
   required: false,
   nullable: true,
   of: "LocationIn"
  },
  nonce: {
   required: true,
   maxLength: 128,
   minLength: 8,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 CheckOutConfirmation: {
  is_correction: {
   required: false,
   default: false
  },
  personal_code: {
   required: false,
   nullable: true,
   maxLength: 80,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ClaimCodeIn: {
  code: {
   required: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 Confirmation: {
  personal_code: {
   required: false,
   nullable: true,
   maxLength: 80,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ConsentDecision: {
  is_granted: {
   required: true
  },
  text_version: {
   required: true,
   pattern: "^[0-9a-f]{32}$"
  }
 },
 ConsentWithdrawal: {
  kind: {
   required: true,
   enum: [
    "activities",
    "personal_data"
   ],
   of: "GuardianConsentKind"
  }
 },
 DeclaredAge: {
  age_band: {
   required: true,
   enum: [
    "under_14",
    "14_17",
    "adult"
   ],
   of: "AgeBand"
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
 DutyOffer: {
  to: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 GuardianConsentIn: {
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
  }
 },
 GuardianshipIn: {
  code: {
   required: true,
   maxLength: 40,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  ends_on: {
   required: true,
   format: "date"
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
 Join: {
  display_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 LocationIn: {
  accuracy_meters: {
   required: false,
   nullable: true,
   minimum: 0,
   maximum: 1000000
  },
  gcj02_latitude: {
   required: true,
   minimum: -90,
   maximum: 90
  },
  gcj02_longitude: {
   required: true,
   minimum: -180,
   maximum: 180
  }
 },
 MemberSheet: {
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
  }
 },
 MinorSignUp: {
  is_risk_acknowledged: {
   required: true
  },
  role_id: {
   required: false,
   nullable: true,
   format: "uuid"
  },
  shift_id: {
   required: true,
   format: "uuid"
  }
 },
 OpinionIn: {
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
  }
 },
 Packet: {
  key_expires_at: {
   required: true,
   format: "date-time"
  },
  leader_id: {
   required: true,
   format: "uuid"
  },
  occasion_id: {
   required: true,
   format: "uuid"
  },
  scans: {
   required: true,
   minItems: 1,
   maxItems: 1000,
   items: {
    of: "ScanIn"
   }
  },
  signature: {
   required: true,
   pattern: "^[0-9a-f]{64}$"
  },
  uploaded_at: {
   required: true,
   format: "date-time"
  }
 },
 PhoneCode: {
  code: {
   required: true,
   maxLength: 128,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 PostApplication: {
  accepts_schedule: {
   required: true
  },
  version: {
   required: false,
   nullable: true,
   minimum: 1,
   maximum: 2147483647
  }
 },
 Profile: {
  locale: {
   required: true,
   enum: [
    "zh",
    "en"
   ],
   of: "Locale"
  },
  nickname: {
   required: true,
   nullable: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 RatingIn: {
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
 ResidenceClaimIn: {
  household_id: {
   required: true,
   format: "uuid"
  },
  real_name: {
   required: true,
   maxLength: 50,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 ScanIn: {
  act: {
   required: true,
   enum: [
    "check_in",
    "check_out"
   ],
   of: "ScanAct"
  },
  at: {
   required: true,
   format: "date-time"
  },
  scanned: {
   required: true,
   maxLength: 80,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 SignUp: {
  is_risk_acknowledged: {
   required: true
  },
  role_id: {
   required: false,
   nullable: true,
   format: "uuid"
  }
 },
 SignUpForDates: {
  all: {
   required: false,
   default: false
  },
  is_risk_acknowledged: {
   required: true
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
  }
 },
 TicketIn: {
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
   default: "private",
   enum: [
    "public",
    "private",
    "confidential"
   ],
   of: "Visibility"
  }
 },
 TicketRatingIn: {
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
  }
 },
 TicketSupplement: {
  text: {
   required: true,
   maxLength: 2000,
   minLength: 1,
   pattern: "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 TopicIn: {
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
  }
 },
 WechatCode: {
  code: {
   required: true,
   maxLength: 128,
   minLength: 1,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  },
  device: {
   required: false,
   nullable: true,
   maxLength: 128,
   minLength: 8,
   pattern: "^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$"
  }
 },
 WithdrawFromDates: {
  all: {
   required: false,
   default: false
  },
  shift_ids: {
   required: false,
   maxItems: 60,
   default: [],
   items: {
    format: "uuid"
   }
  }
 }
} as const;

export const requests = {
 agreeToChange: "Agreement",
 applyForPost: "PostApplication",
 askToLeavePost: "ReasonIn",
 castVote: "CastVote",
 changeVote: "CastVote",
 checkIn: "CheckIn",
 checkInParticipant: "Confirmation",
 checkOut: "CheckOut",
 checkOutParticipant: "CheckOutConfirmation",
 confirmGuardianship: "GuardianshipIn",
 decideConsent: "ConsentDecision",
 declareMyAgeBand: "DeclaredAge",
 disputeAbsence: "ReasonIn",
 disputeTicket: "ReasonIn",
 escalateTicket: "ReasonIn",
 giveGuardianConsent: "GuardianConsentIn",
 joinCommunity: "Join",
 logInWithWechat: "WechatCode",
 markAbsent: "AbsenceIn",
 objectToServiceEntry: "ReasonIn",
 offerDuty: "DutyOffer",
 raiseTopic: "TopicIn",
 rateShift: "RatingIn",
 rateTicket: "TicketRatingIn",
 refreshSession: "Refresh",
 registerMember: "MemberSheet",
 reportOpinion: "ReasonIn",
 requestCertificate: "CertificateIn",
 resubmitMemberRegistration: "MemberSheet",
 resubmitServiceEntry: "AnswerToReturn",
 sendMessageToHelpers: "HelperMessageIn",
 signUpForDates: "SignUpForDates",
 signUpForShift: "SignUp",
 signUpMinor: "MinorSignUp",
 submitOpinion: "OpinionIn",
 submitResidenceClaim: "ResidenceClaimIn",
 submitTicket: "TicketIn",
 supplementTicket: "TicketSupplement",
 takeOverParticipant: "ClaimCodeIn",
 updateMe: "Profile",
 updateMyParticipation: "Join",
 uploadCheckInPacket: "Packet",
 verifyPhone: "PhoneCode",
 withdrawFromDates: "WithdrawFromDates",
 withdrawGuardianConsent: "ConsentWithdrawal"
} as const;
