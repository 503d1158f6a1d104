// Generated from openapi/resident.json: do not edit. Licence: Apache-2.0.
export const LABELS: Record<string, Record<string, [zh: string, en: string]>> = {
  "Accuracy": {
    "beyond_200_m": [
      "超过200米",
      "more than 200 m"
    ],
    "unknown": [
      "未知",
      "unknown"
    ],
    "within_200_m": [
      "200米以内",
      "within 200 m"
    ],
    "within_50_m": [
      "50米以内",
      "within 50 m"
    ]
  },
  "ActivityStatus": {
    "archived": [
      "已归档",
      "archived"
    ],
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "completed": [
      "已结束",
      "completed"
    ],
    "draft": [
      "草稿",
      "draft"
    ],
    "published": [
      "已发布",
      "published"
    ]
  },
  "AgeBand": {
    "14_17": [
      "14至17周岁",
      "14 to 17"
    ],
    "adult": [
      "成年人",
      "adult"
    ],
    "under_14": [
      "不满14周岁",
      "under 14"
    ]
  },
  "AgeLimit": {
    "adults": [
      "成年人",
      "adults"
    ],
    "all": [
      "不限年龄",
      "all ages"
    ],
    "from_14": [
      "年满14周岁",
      "from 14 on"
    ]
  },
  "AttendanceStatus": {
    "absent": [
      "缺席",
      "absent"
    ],
    "disputed": [
      "本人对缺席有异议",
      "disputed"
    ],
    "expected": [
      "待签到",
      "expected"
    ],
    "left": [
      "已签退",
      "left"
    ],
    "present": [
      "已签到",
      "present"
    ],
    "released": [
      "无需到场",
      "released"
    ]
  },
  "Audience": {
    "everyone": [
      "所有人",
      "everybody"
    ],
    "residents": [
      "本社区居民",
      "residents"
    ]
  },
  "BallotStatus": {
    "announced": [
      "已公告",
      "announced"
    ],
    "annulled": [
      "已作废",
      "annulled"
    ],
    "certified": [
      "已核验",
      "certified"
    ],
    "closed": [
      "已截止",
      "closed"
    ],
    "draft": [
      "草稿",
      "draft"
    ],
    "open": [
      "投票中",
      "open"
    ],
    "published": [
      "已公布结果",
      "published"
    ]
  },
  "CardKind": {
    "activity": [
      "活动",
      "activity"
    ],
    "ticket": [
      "诉求",
      "ticket"
    ],
    "topic": [
      "议题",
      "topic"
    ]
  },
  "Category": {
    "child_care": [
      "儿童关爱",
      "care of children"
    ],
    "convenience": [
      "便民服务",
      "everyday services"
    ],
    "culture_and_sport": [
      "文体活动",
      "culture and sport"
    ],
    "elderly_care": [
      "助老服务",
      "care of elderly people"
    ],
    "emergency": [
      "应急救援",
      "emergencies"
    ],
    "environment": [
      "环境整治",
      "environment"
    ],
    "mediation": [
      "矛盾调解",
      "mediation"
    ],
    "other": [
      "其他",
      "other"
    ],
    "safety": [
      "安全防范",
      "safety"
    ]
  },
  "CertificateStatus": {
    "declined": [
      "不予出具",
      "declined"
    ],
    "issued": [
      "已出具",
      "issued"
    ],
    "requested": [
      "待出具",
      "requested"
    ],
    "revoked": [
      "已撤销",
      "revoked"
    ],
    "withdrawn": [
      "已撤回申请",
      "withdrawn"
    ]
  },
  "Channel": {
    "desk": [
      "窗口代办",
      "at the desk"
    ],
    "paper": [
      "纸质材料",
      "on paper"
    ],
    "self": [
      "本人在线办理",
      "by the person online"
    ]
  },
  "CheckMeans": {
    "code": [
      "扫负责人的签到码",
      "code of the leader"
    ],
    "desk": [
      "窗口补录",
      "entry by the desk"
    ],
    "end": [
      "按场次结束时间",
      "end of the occasion"
    ],
    "leader": [
      "负责人扫本人的码",
      "scan by a leader"
    ],
    "packet": [
      "负责人离线扫码后上传",
      "scans uploaded later"
    ],
    "roster": [
      "负责人在名单中勾选",
      "tick in the roster"
    ],
    "self": [
      "本人签退",
      "the person alone"
    ]
  },
  "CheckStatus": {
    "corrected": [
      "内容有更正，待重新出具",
      "corrected, not replaced yet"
    ],
    "revoked": [
      "已撤销",
      "revoked"
    ],
    "valid": [
      "有效",
      "valid"
    ]
  },
  "DocumentKind": {
    "certificate": [
      "志愿服务记录证明",
      "certificate of service"
    ],
    "registration": [
      "报到",
      "registration"
    ],
    "ticket": [
      "诉求",
      "ticket"
    ]
  },
  "DutyDayStatus": {
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "ended": [
      "已结束",
      "ended"
    ],
    "planned": [
      "已排定",
      "planned"
    ]
  },
  "DutyStatus": {
    "invited": [
      "受邀，自愿参加",
      "invited"
    ],
    "planned": [
      "已排定",
      "planned"
    ],
    "released": [
      "无需值守",
      "released"
    ],
    "skipped": [
      "本次不参加",
      "skipped"
    ],
    "swapped": [
      "已由他人接替",
      "taken over by somebody else"
    ]
  },
  "DutyWhen": {
    "ahead": [
      "即将开始和进行中",
      "ahead and under way"
    ],
    "past": [
      "已结束",
      "past"
    ]
  },
  "Electorate": {
    "households": [
      "户，一户一票",
      "households, one vote each"
    ],
    "residents": [
      "居民，一人一票",
      "residents, one vote each"
    ]
  },
  "EntryKind": {
    "accepted": [
      "社区已受理",
      "The community has accepted it"
    ],
    "answered": [
      "已答复，继续办理",
      "An answer has come; the work goes on"
    ],
    "asked": [
      "请诉求人补充说明，计时暂停",
      "Something is asked; the clock stands still"
    ],
    "assigned": [
      "已交承办部门",
      "It was handed to a department"
    ],
    "called": [
      "工作人员已电话联系",
      "Staff have rung"
    ],
    "closed": [
      "已办结",
      "It is closed"
    ],
    "declined": [
      "社区未受理",
      "The community has declined it"
    ],
    "deferred": [
      "暂缓办理，到期复查",
      "It is put off, and will be looked at again"
    ],
    "disputed": [
      "提出异议，重新办理",
      "It was disputed, and is taken up again"
    ],
    "escalated": [
      "申请上级复核",
      "The level above was asked for a review"
    ],
    "given_back": [
      "承办部门退回，社区另行安排",
      "The department has given it back; the community sees to it"
    ],
    "merged": [
      "并入同类诉求",
      "It was merged with another one"
    ],
    "replied": [
      "社区回复",
      "The community has replied"
    ],
    "resolution_overdue": [
      "超过了办结时限",
      "The solution is overdue"
    ],
    "resolved": [
      "已有办理结果",
      "There is a solution"
    ],
    "response_overdue": [
      "超过了首次回应时限",
      "The first answer is overdue"
    ],
    "resumed": [
      "七天未收到答复，继续办理",
      "No answer for seven days; the work goes on"
    ],
    "started": [
      "承办部门开始办理",
      "The department has begun"
    ],
    "supplemented": [
      "补充了说明",
      "Something was added"
    ],
    "taken_up": [
      "恢复办理",
      "It is taken up again"
    ],
    "visited": [
      "工作人员已上门走访",
      "Staff have called in person"
    ],
    "withdrawn": [
      "已撤回",
      "It was withdrawn"
    ]
  },
  "EntryStatus": {
    "confirmed": [
      "已确认",
      "confirmed"
    ],
    "in_notice": [
      "公示中",
      "in notice"
    ],
    "recorded": [
      "待审核",
      "recorded"
    ],
    "returned": [
      "已退回",
      "returned"
    ],
    "reversed": [
      "已冲正",
      "reversed"
    ],
    "reviewed": [
      "已审核",
      "reviewed"
    ]
  },
  "ErasureStatus": {
    "begun": [
      "注销中",
      "begun"
    ],
    "done": [
      "已完成",
      "done"
    ],
    "requested": [
      "已提交",
      "requested"
    ],
    "taken_back": [
      "已撤回",
      "taken back"
    ]
  },
  "ExportForm": {
    "html": [
      "网页",
      "web page"
    ],
    "json": [
      "JSON 数据文件",
      "JSON file"
    ]
  },
  "GuardianConsentKind": {
    "activities": [
      "参加活动",
      "taking part in activities"
    ],
    "personal_data": [
      "处理个人信息",
      "the use of personal data"
    ]
  },
  "GuardianConsentStatus": {
    "expired": [
      "已到期",
      "expired"
    ],
    "given": [
      "有效",
      "given"
    ],
    "void": [
      "已失效",
      "void"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "GuardianRole": {
    "guardian": [
      "监护人",
      "guardian"
    ],
    "minor": [
      "未成年人",
      "minor"
    ]
  },
  "GuardianshipStatus": {
    "active": [
      "有效",
      "active"
    ],
    "ended": [
      "已结束",
      "ended"
    ],
    "in_review": [
      "待核实",
      "in review"
    ],
    "rejected": [
      "未通过",
      "rejected"
    ]
  },
  "IdentityDocument": {
    "hong_kong_macao_permit": [
      "港澳居民来往内地通行证",
      "Mainland Travel Permit (HK/Macao)"
    ],
    "passport": [
      "护照",
      "passport"
    ],
    "permanent_resident_card": [
      "外国人永久居留身份证",
      "foreign permanent resident ID card"
    ],
    "resident_identity_card": [
      "居民身份证",
      "resident identity card"
    ],
    "taiwan_permit": [
      "台湾居民来往大陆通行证",
      "Mainland Travel Permit (Taiwan)"
    ]
  },
  "LegalEffect": {
    "advisory": [
      "意见征询",
      "advisory"
    ],
    "owners_resolution": [
      "业主大会决定",
      "resolution of the owners"
    ],
    "residents_resolution": [
      "居民会议决议",
      "resolution of the residents"
    ]
  },
  "Level": {
    "fifteen_days": [
      "十五天内办结",
      "within fifteen days"
    ],
    "one_day": [
      "一天内办结",
      "within one day"
    ],
    "seven_days": [
      "七天内办结",
      "within seven days"
    ],
    "two_hours": [
      "两小时内办结",
      "within two hours"
    ]
  },
  "LinkDirection": {
    "from": [
      "来自",
      "from"
    ],
    "to": [
      "引出",
      "to"
    ]
  },
  "LinkKind": {
    "led_to": [
      "由此产生",
      "led to"
    ],
    "related": [
      "相关",
      "related"
    ]
  },
  "Locale": {
    "en": [
      "英文",
      "English"
    ],
    "zh": [
      "中文",
      "Chinese"
    ]
  },
  "MemberRegistrationStatus": {
    "active": [
      "已确认",
      "active"
    ],
    "declined": [
      "未通过",
      "declined"
    ],
    "ended": [
      "已结束",
      "ended"
    ],
    "returned": [
      "已退回",
      "returned"
    ],
    "submitted": [
      "待审核",
      "submitted"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "Mode": {
    "recorded": [
      "记名表决",
      "recorded vote"
    ]
  },
  "NonvoterRule": {
    "exclude": [
      "未投票的不计入",
      "not counted"
    ]
  },
  "OccasionKind": {
    "duty": [
      "值守",
      "duty"
    ],
    "shift": [
      "志愿活动班次",
      "shift"
    ]
  },
  "OccasionStatus": {
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "ended": [
      "已结束",
      "ended"
    ],
    "open": [
      "未结束",
      "open"
    ]
  },
  "OpenActivityStatus": {
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "completed": [
      "已结束",
      "completed"
    ],
    "published": [
      "已发布",
      "published"
    ]
  },
  "OpinionStatus": {
    "hidden": [
      "已隐藏",
      "hidden"
    ],
    "in_review": [
      "待阅读",
      "in review"
    ],
    "passed": [
      "已公开",
      "passed"
    ],
    "refused": [
      "未予公开",
      "refused"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "OrganizationKind": {
    "branch": [
      "党支部",
      "Party branch"
    ],
    "committee": [
      "党委",
      "Party committee"
    ],
    "general_branch": [
      "党总支",
      "general Party branch"
    ],
    "group": [
      "党小组",
      "Party group"
    ],
    "work_committee": [
      "党工委",
      "Party work committee"
    ]
  },
  "Origin": {
    "community": [
      "社区自报",
      "community"
    ],
    "resident": [
      "居民诉求",
      "resident"
    ]
  },
  "OverlapKind": {
    "same_time": [
      "时间冲突",
      "same time"
    ],
    "short_gap": [
      "间隔不足半小时",
      "less than half an hour between"
    ]
  },
  "ParticipantKind": {
    "resident": [
      "居民",
      "resident"
    ],
    "visitor": [
      "访客",
      "visitor"
    ]
  },
  "ParticipantStatus": {
    "active": [
      "正常",
      "active"
    ],
    "blocked": [
      "已停用",
      "blocked"
    ],
    "left": [
      "已退出",
      "left"
    ]
  },
  "PlaceKind": {
    "building": [
      "楼栋",
      "building"
    ],
    "entrance": [
      "单元",
      "entrance"
    ],
    "grid": [
      "网格",
      "grid"
    ],
    "household": [
      "户",
      "household"
    ]
  },
  "Position": {
    "inside": [
      "在活动范围内",
      "inside the area"
    ],
    "outside": [
      "不在活动范围内",
      "outside the area"
    ]
  },
  "PostCategory": {
    "care": [
      "助老助幼",
      "care of old people and children"
    ],
    "convenience": [
      "便民服务",
      "convenience services"
    ],
    "culture_and_sport": [
      "文体活动",
      "culture and sport"
    ],
    "emergency": [
      "应急处置",
      "emergencies"
    ],
    "environment": [
      "环境整治",
      "environment"
    ],
    "mediation": [
      "矛盾调解",
      "mediation"
    ],
    "policy_publicity": [
      "政策宣传",
      "policy publicity"
    ],
    "safety_patrol": [
      "治安巡逻",
      "safety patrol"
    ]
  },
  "PostClaimStatus": {
    "applied": [
      "待审核",
      "applied"
    ],
    "approved": [
      "已通过",
      "approved"
    ],
    "completed": [
      "已完成",
      "completed"
    ],
    "leaving": [
      "申请退出",
      "leaving"
    ],
    "rejected": [
      "未通过",
      "rejected"
    ],
    "serving": [
      "服务中",
      "serving"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "PostRisk": {
    "high": [
      "高",
      "high"
    ],
    "low": [
      "低",
      "low"
    ],
    "medium": [
      "中",
      "medium"
    ]
  },
  "PostStatus": {
    "closed": [
      "已关闭",
      "closed"
    ],
    "draft": [
      "草稿",
      "draft"
    ],
    "published": [
      "已发布",
      "published"
    ]
  },
  "Purpose": {
    "age_band": [
      "年龄段",
      "age band"
    ],
    "location_at_check_in": [
      "签到时的位置",
      "location at check-in"
    ],
    "notifications": [
      "消息提醒",
      "notifications"
    ],
    "party_membership": [
      "党员身份",
      "Party membership"
    ],
    "phone": [
      "手机号码",
      "phone number"
    ],
    "profile": [
      "账号与基本资料",
      "account and profile"
    ],
    "residence": [
      "居住信息",
      "residence"
    ]
  },
  "QuestionKind": {
    "single": [
      "单选",
      "one of several options"
    ],
    "yes_no_abstain": [
      "赞成、反对或弃权",
      "yes, no or abstain"
    ]
  },
  "Reason": {
    "below_threshold": [
      "未通过，得票没有达到规则要求的比例",
      "not passed, because no option has reached the share that the rule asks for"
    ],
    "no_votes": [
      "未通过，没有人作出弃权以外的选择",
      "not passed, because nobody chose anything but to abstain"
    ],
    "passed": [
      "通过",
      "passed"
    ],
    "quorum_not_met": [
      "未通过，参加投票的没有达到规则要求的比例",
      "not passed, because fewer have voted than the rule asks for"
    ],
    "tie": [
      "未通过，票数相同",
      "not passed, because of a tie"
    ]
  },
  "RedemptionStatus": {
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "fulfilled": [
      "已领取",
      "fulfilled"
    ],
    "requested": [
      "待领取",
      "requested"
    ]
  },
  "ResidenceClaimStatus": {
    "approved": [
      "已通过",
      "approved"
    ],
    "ended": [
      "已注销",
      "ended"
    ],
    "expired": [
      "已到期",
      "expired"
    ],
    "rejected": [
      "未通过",
      "rejected"
    ],
    "submitted": [
      "待审核",
      "submitted"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "RewardStatus": {
    "closed": [
      "已停止兑换",
      "closed"
    ],
    "open": [
      "可兑换",
      "open"
    ]
  },
  "RiskLevel": {
    "high": [
      "高",
      "high"
    ],
    "low": [
      "低",
      "low"
    ],
    "medium": [
      "中",
      "medium"
    ]
  },
  "ScanAct": {
    "check_in": [
      "签到",
      "check-in"
    ],
    "check_out": [
      "签退",
      "check-out"
    ]
  },
  "ScanOutcome": {
    "cancelled": [
      "场次已取消",
      "occasion is cancelled"
    ],
    "clock_doubt": [
      "设备时钟偏差过大，未记录",
      "clock of the device is far off, not counted"
    ],
    "code_wrong": [
      "二维码无效",
      "code is not valid"
    ],
    "counted": [
      "已记录",
      "counted"
    ],
    "known": [
      "已有记录",
      "known already"
    ],
    "marked_absent": [
      "已登记为缺席",
      "marked as absent"
    ],
    "not_expected": [
      "不在本场次名单中",
      "not expected here"
    ],
    "own": [
      "负责人不能为自己签到",
      "leaders do not confirm themselves"
    ],
    "too_early": [
      "签到尚未开始",
      "too early"
    ],
    "too_late": [
      "签到已结束",
      "too late"
    ]
  },
  "ServiceDayStatus": {
    "ended": [
      "已停办",
      "ended"
    ],
    "open": [
      "进行中",
      "open"
    ]
  },
  "ServiceTime": {
    "emergencies": [
      "应急时随时",
      "at any time in an emergency"
    ],
    "public_holidays": [
      "法定节假日",
      "public holidays"
    ],
    "weekday_daytime": [
      "工作日白天",
      "weekdays, daytime"
    ],
    "weekday_evening": [
      "工作日晚上",
      "weekdays, evening"
    ],
    "weekend_daytime": [
      "周末白天",
      "weekends, daytime"
    ],
    "weekend_evening": [
      "周末晚上",
      "weekends, evening"
    ]
  },
  "ShareBase": {
    "present": [
      "参加表决的总数",
      "all who have voted"
    ],
    "roll": [
      "表决人总数",
      "all on the roll"
    ],
    "valid": [
      "除弃权外的有效票",
      "valid votes without abstentions"
    ]
  },
  "ShiftStatus": {
    "cancelled": [
      "已取消",
      "cancelled"
    ],
    "ended": [
      "已结束",
      "ended"
    ],
    "open": [
      "已开放",
      "open"
    ]
  },
  "Side": {
    "author": [
      "诉求人",
      "author"
    ],
    "clock": [
      "系统计时",
      "clock"
    ],
    "community": [
      "社区",
      "community"
    ]
  },
  "SignupStatus": {
    "cancelled": [
      "已随班次取消",
      "cancelled"
    ],
    "confirmed": [
      "已报名",
      "confirmed"
    ],
    "declined": [
      "已放弃递补",
      "declined"
    ],
    "lapsed": [
      "已失效",
      "lapsed"
    ],
    "offered": [
      "待确认递补",
      "offered"
    ],
    "pending_review": [
      "待审核",
      "pending review"
    ],
    "rejected": [
      "未通过",
      "rejected"
    ],
    "waitlisted": [
      "候补中",
      "waitlisted"
    ],
    "withdrawn": [
      "已取消",
      "withdrawn"
    ]
  },
  "Skill": {
    "arts": [
      "文艺",
      "arts"
    ],
    "cooking": [
      "烹饪",
      "cooking"
    ],
    "counselling": [
      "心理疏导",
      "counselling"
    ],
    "digital": [
      "电脑和智能手机",
      "computers and smartphones"
    ],
    "driving": [
      "驾驶",
      "driving"
    ],
    "electrics_and_water": [
      "水电维修",
      "electrics and plumbing"
    ],
    "first_aid": [
      "急救",
      "first aid"
    ],
    "foreign_language": [
      "外语",
      "a foreign language"
    ],
    "hairdressing": [
      "理发",
      "hairdressing"
    ],
    "law": [
      "法律咨询",
      "law"
    ],
    "mediation": [
      "矛盾调解",
      "mediation"
    ],
    "medical_care": [
      "医疗护理",
      "medical care"
    ],
    "organising": [
      "活动组织",
      "organising"
    ],
    "other": [
      "其他",
      "another skill"
    ],
    "photography": [
      "摄影摄像",
      "photography and film"
    ],
    "repairs": [
      "家电和日用品维修",
      "repairs"
    ],
    "sign_language": [
      "手语",
      "sign language"
    ],
    "sport": [
      "体育健身",
      "sport"
    ],
    "teaching": [
      "课业辅导",
      "teaching"
    ],
    "writing": [
      "写作宣传",
      "writing"
    ]
  },
  "Solved": {
    "no": [
      "未解决",
      "not solved"
    ],
    "partly": [
      "部分解决",
      "partly solved"
    ],
    "yes": [
      "已解决",
      "solved"
    ]
  },
  "Stance": {
    "against": [
      "反对",
      "against"
    ],
    "for": [
      "赞成",
      "for"
    ],
    "neutral": [
      "中立",
      "neutral"
    ]
  },
  "SubjectKind": {
    "access_log": [
      "谁看过我的信息",
      "access log"
    ],
    "account": [
      "账号",
      "account"
    ],
    "activity": [
      "活动",
      "activity"
    ],
    "attendance": [
      "到场记录",
      "attendance"
    ],
    "certificate": [
      "志愿服务记录证明",
      "certificate of service"
    ],
    "community": [
      "社区",
      "community"
    ],
    "duty": [
      "值守",
      "duty"
    ],
    "guardianship": [
      "监护关系",
      "guardianship"
    ],
    "opinion": [
      "意见",
      "opinion"
    ],
    "points": [
      "积分",
      "points"
    ],
    "post": [
      "岗位",
      "post"
    ],
    "post_claim": [
      "岗位认领",
      "claim of a post"
    ],
    "redemption": [
      "兑换",
      "redemption"
    ],
    "registration": [
      "报到",
      "registration"
    ],
    "residence_claim": [
      "居住申请",
      "residence claim"
    ],
    "service_entry": [
      "服务时长",
      "service entry"
    ],
    "signup": [
      "报名",
      "sign-up"
    ],
    "ticket": [
      "诉求",
      "ticket"
    ],
    "topic": [
      "议题",
      "topic"
    ]
  },
  "TicketKind": {
    "complaint": [
      "投诉",
      "complaint"
    ],
    "help": [
      "求助",
      "request for help"
    ],
    "inquiry": [
      "咨询",
      "inquiry"
    ],
    "report": [
      "举报",
      "report"
    ],
    "suggestion": [
      "建议",
      "suggestion"
    ]
  },
  "TicketStatus": {
    "accepted": [
      "已受理",
      "accepted"
    ],
    "assigned": [
      "已交办",
      "assigned"
    ],
    "closed": [
      "已办结",
      "closed"
    ],
    "declined": [
      "未受理",
      "declined"
    ],
    "deferred": [
      "暂缓办理",
      "deferred"
    ],
    "in_progress": [
      "办理中",
      "in progress"
    ],
    "merged": [
      "已并入其他诉求",
      "merged"
    ],
    "reopened": [
      "重新办理",
      "reopened"
    ],
    "resolved": [
      "已有办理结果",
      "resolved"
    ],
    "submitted": [
      "待受理",
      "submitted"
    ],
    "waiting_for_resident": [
      "待补充说明",
      "waiting for the resident"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "TopicCategory": {
    "covenant": [
      "居民公约",
      "residents' covenant"
    ],
    "culture_and_sport": [
      "文化体育",
      "culture and sport"
    ],
    "elderly_and_children": [
      "养老托幼",
      "elderly people and children"
    ],
    "environment": [
      "环境卫生",
      "environment"
    ],
    "facilities": [
      "公共设施",
      "facilities"
    ],
    "other": [
      "其他",
      "other"
    ],
    "parking": [
      "停车管理",
      "parking"
    ],
    "property": [
      "物业管理",
      "property management"
    ],
    "safety": [
      "公共安全",
      "safety"
    ]
  },
  "TopicOutcome": {
    "adopted": [
      "已通过",
      "adopted"
    ],
    "rejected": [
      "未通过",
      "rejected"
    ]
  },
  "TopicStatus": {
    "balloting": [
      "表决中",
      "being voted on"
    ],
    "decided": [
      "已有结果",
      "decided"
    ],
    "declined": [
      "未采纳",
      "declined"
    ],
    "deliberating": [
      "协商中",
      "being deliberated"
    ],
    "open": [
      "已公开",
      "open"
    ],
    "screening": [
      "审核中",
      "being screened"
    ],
    "submitted": [
      "已提交",
      "submitted"
    ],
    "withdrawn": [
      "已撤回",
      "withdrawn"
    ]
  },
  "TransferKind": {
    "expire": [
      "到期失效",
      "expired"
    ],
    "give_back": [
      "取消兑换退回",
      "given back by a cancelled redemption"
    ],
    "grant": [
      "服务积分",
      "points for service"
    ],
    "redeem": [
      "兑换",
      "redeemed"
    ],
    "take_back": [
      "冲正扣回",
      "taken back with a reversed entry"
    ]
  },
  "VerifyMethod": {
    "community": [
      "社区核实",
      "community"
    ],
    "paper_slip": [
      "纸质报到单",
      "paper slip"
    ],
    "unit_liaison": [
      "单位联络员确认",
      "liaison of the unit"
    ],
    "unit_list": [
      "单位名单",
      "list of the unit"
    ]
  },
  "Visibility": {
    "confidential": [
      "保密",
      "confidential"
    ],
    "private": [
      "不公开",
      "private"
    ],
    "public": [
      "公开",
      "public"
    ]
  },
  "WaitingKind": {
    "accept_offer": [
      "待确认递补名额",
      "answer the offer of a place"
    ],
    "answer_ticket": [
      "待补充说明",
      "answer a question about a ticket"
    ],
    "complete_registration": [
      "待补正报到",
      "complete a registration"
    ],
    "rate_ticket": [
      "待评价",
      "rate a ticket"
    ],
    "vote": [
      "待投票",
      "vote"
    ]
  },
  "WhyNoResidence": {
    "residence_pending": [
      "居住申请正在审核",
      "residence claim in review"
    ]
  },
  "WhyNot": {
    "closed": [
      "投票已截止",
      "voting has closed"
    ],
    "household_voted": [
      "本户已经投票",
      "the household has voted"
    ],
    "inactive": [
      "社区身份已退出或停用",
      "participation has ended or is blocked"
    ],
    "lives_elsewhere": [
      "不住在表决范围内",
      "lives outside the places of the ballot"
    ],
    "not_a_participant": [
      "尚未加入本社区",
      "not a participant of the community"
    ],
    "not_known_adult": [
      "没有成年登记",
      "not known to be an adult"
    ],
    "not_on_roll": [
      "不在表决人名册中",
      "not on the roll"
    ],
    "not_open_yet": [
      "投票尚未开始",
      "voting has not begun"
    ],
    "residence_not_verified": [
      "居住信息尚未通过审核",
      "residence is not verified"
    ],
    "voted": [
      "已经投票",
      "has voted"
    ],
    "voted_on_paper": [
      "已领取纸质选票",
      "has a paper ballot"
    ]
  }
};
