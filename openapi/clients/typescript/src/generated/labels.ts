// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
import type { Labels } from "../labels.js";

export const labels: Labels = {
 Accuracy: {
  beyond_200_m: {
   en: "more than 200 m",
   zh: "超过200米"
  },
  unknown: {
   en: "unknown",
   zh: "未知"
  },
  within_200_m: {
   en: "within 200 m",
   zh: "200米以内"
  },
  within_50_m: {
   en: "within 50 m",
   zh: "50米以内"
  }
 },
 ActivitySort: {
  newest: {
   en: "newest first",
   zh: "最新创建在前"
  },
  starting: {
   en: "soonest first",
   zh: "最早开始在前"
  }
 },
 ActivityStatus: {
  archived: {
   en: "archived",
   zh: "已归档"
  },
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  completed: {
   en: "completed",
   zh: "已结束"
  },
  draft: {
   en: "draft",
   zh: "草稿"
  },
  published: {
   en: "published",
   zh: "已发布"
  }
 },
 AgeBand: {
  "14_17": {
   en: "14 to 17",
   zh: "14至17周岁"
  },
  adult: {
   en: "adult",
   zh: "成年人"
  },
  under_14: {
   en: "under 14",
   zh: "不满14周岁"
  }
 },
 AgeLimit: {
  adults: {
   en: "adults",
   zh: "成年人"
  },
  all: {
   en: "all ages",
   zh: "不限年龄"
  },
  from_14: {
   en: "from 14 on",
   zh: "年满14周岁"
  }
 },
 AnomalyKind: {
  back_dated: {
   en: "entered late",
   zh: "到场时间补录较晚"
  },
  changed_later: {
   en: "changed after the review",
   zh: "审核后到场时间有更新"
  },
  clock_doubt: {
   en: "clock of the device is far off",
   zh: "扫码设备时钟偏差过大"
  },
  closed_by_sweep: {
   en: "checked out by nobody",
   zh: "无人签退"
  },
  long_day: {
   en: "more than twelve hours at one time",
   zh: "一次服务超过十二小时"
  },
  outside_occasion: {
   en: "outside the occasion",
   zh: "到场不在场次时间内"
  },
  same_few: {
   en: "always the same few people",
   zh: "总是同样几个人"
  },
  same_second: {
   en: "several within one second",
   zh: "同一秒内为多人签到"
  },
  two_places: {
   en: "at two places at once",
   zh: "同时在另一场次"
  }
 },
 AttendanceStatus: {
  absent: {
   en: "absent",
   zh: "缺席"
  },
  disputed: {
   en: "disputed",
   zh: "本人对缺席有异议"
  },
  expected: {
   en: "expected",
   zh: "待签到"
  },
  left: {
   en: "left",
   zh: "已签退"
  },
  present: {
   en: "present",
   zh: "已签到"
  },
  released: {
   en: "released",
   zh: "无需到场"
  }
 },
 Audience: {
  everyone: {
   en: "everybody",
   zh: "所有人"
  },
  residents: {
   en: "residents",
   zh: "本社区居民"
  }
 },
 BallotStatus: {
  announced: {
   en: "announced",
   zh: "已公告"
  },
  annulled: {
   en: "annulled",
   zh: "已作废"
  },
  certified: {
   en: "certified",
   zh: "已核验"
  },
  closed: {
   en: "closed",
   zh: "已截止"
  },
  draft: {
   en: "draft",
   zh: "草稿"
  },
  open: {
   en: "open",
   zh: "投票中"
  },
  published: {
   en: "published",
   zh: "已公布结果"
  }
 },
 CalendarBasis: {
  by_law: {
   en: "public holidays by law alone, provisional",
   zh: "仅法定节假日，暂定"
  },
  imported: {
   en: "arrangement imported by the community",
   zh: "社区导入的安排"
  },
  official: {
   en: "official arrangement of the State Council",
   zh: "国务院办公厅公布的安排"
  },
  week: {
   en: "Monday to Friday, provisional",
   zh: "周一至周五，暂定"
  }
 },
 CardKind: {
  activity: {
   en: "activity",
   zh: "活动"
  },
  ticket: {
   en: "ticket",
   zh: "诉求"
  },
  topic: {
   en: "topic",
   zh: "议题"
  }
 },
 Category: {
  child_care: {
   en: "care of children",
   zh: "儿童关爱"
  },
  convenience: {
   en: "everyday services",
   zh: "便民服务"
  },
  culture_and_sport: {
   en: "culture and sport",
   zh: "文体活动"
  },
  elderly_care: {
   en: "care of elderly people",
   zh: "助老服务"
  },
  emergency: {
   en: "emergencies",
   zh: "应急救援"
  },
  environment: {
   en: "environment",
   zh: "环境整治"
  },
  mediation: {
   en: "mediation",
   zh: "矛盾调解"
  },
  other: {
   en: "other",
   zh: "其他"
  },
  safety: {
   en: "safety",
   zh: "安全防范"
  }
 },
 CertificateStatus: {
  declined: {
   en: "declined",
   zh: "不予出具"
  },
  issued: {
   en: "issued",
   zh: "已出具"
  },
  requested: {
   en: "requested",
   zh: "待出具"
  },
  revoked: {
   en: "revoked",
   zh: "已撤销"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回申请"
  }
 },
 Channel: {
  desk: {
   en: "at the desk",
   zh: "窗口代办"
  },
  paper: {
   en: "on paper",
   zh: "纸质材料"
  },
  self: {
   en: "by the person online",
   zh: "本人在线办理"
  }
 },
 CheckMeans: {
  code: {
   en: "code of the leader",
   zh: "扫负责人的签到码"
  },
  desk: {
   en: "entry by the desk",
   zh: "窗口补录"
  },
  end: {
   en: "end of the occasion",
   zh: "按场次结束时间"
  },
  leader: {
   en: "scan by a leader",
   zh: "负责人扫本人的码"
  },
  packet: {
   en: "scans uploaded later",
   zh: "负责人离线扫码后上传"
  },
  roster: {
   en: "tick in the roster",
   zh: "负责人在名单中勾选"
  },
  self: {
   en: "the person alone",
   zh: "本人签退"
  }
 },
 CheckStatus: {
  corrected: {
   en: "corrected, not replaced yet",
   zh: "内容有更正，待重新出具"
  },
  revoked: {
   en: "revoked",
   zh: "已撤销"
  },
  valid: {
   en: "valid",
   zh: "有效"
  }
 },
 CommunityTicketVisibility: {
  private: {
   en: "private",
   zh: "不公开"
  },
  public: {
   en: "public",
   zh: "公开"
  }
 },
 ContactField: {
  household: {
   en: "address",
   zh: "住址"
  },
  phone: {
   en: "phone number",
   zh: "手机号码"
  },
  real_name: {
   en: "real name",
   zh: "真实姓名"
  }
 },
 ContactKind: {
  call: {
   en: "call",
   zh: "电话联系"
  },
  visit: {
   en: "visit",
   zh: "上门走访"
  }
 },
 DeskChannel: {
  desk: {
   en: "at the desk",
   zh: "窗口代办"
  },
  paper: {
   en: "on paper",
   zh: "纸质材料"
  }
 },
 DeskVerifyMethod: {
  community: {
   en: "community",
   zh: "社区核实"
  },
  paper_slip: {
   en: "paper slip",
   zh: "纸质报到单"
  }
 },
 DocumentKind: {
  certificate: {
   en: "certificate of service",
   zh: "志愿服务记录证明"
  },
  registration: {
   en: "registration",
   zh: "报到"
  },
  ticket: {
   en: "ticket",
   zh: "诉求"
  }
 },
 DutyDayStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  planned: {
   en: "planned",
   zh: "已排定"
  }
 },
 DutyStatus: {
  invited: {
   en: "invited",
   zh: "受邀，自愿参加"
  },
  planned: {
   en: "planned",
   zh: "已排定"
  },
  released: {
   en: "released",
   zh: "无需值守"
  },
  skipped: {
   en: "skipped",
   zh: "本次不参加"
  },
  swapped: {
   en: "taken over by somebody else",
   zh: "已由他人接替"
  }
 },
 DutyWhen: {
  ahead: {
   en: "ahead and under way",
   zh: "即将开始和进行中"
  },
  past: {
   en: "past",
   zh: "已结束"
  }
 },
 Effect: {
  changed: {
   en: "changed",
   zh: "更新"
  },
  created: {
   en: "created",
   zh: "新增"
  },
  removed: {
   en: "removed",
   zh: "移除"
  },
  unchanged: {
   en: "unchanged",
   zh: "不变"
  }
 },
 Electorate: {
  households: {
   en: "households, one vote each",
   zh: "户，一户一票"
  },
  residents: {
   en: "residents, one vote each",
   zh: "居民，一人一票"
  }
 },
 EntryKind: {
  accepted: {
   en: "The community has accepted it",
   zh: "社区已受理"
  },
  answered: {
   en: "An answer has come; the work goes on",
   zh: "已答复，继续办理"
  },
  asked: {
   en: "Something is asked; the clock stands still",
   zh: "请诉求人补充说明，计时暂停"
  },
  assigned: {
   en: "It was handed to a department",
   zh: "已交承办部门"
  },
  called: {
   en: "Staff have rung",
   zh: "工作人员已电话联系"
  },
  closed: {
   en: "It is closed",
   zh: "已办结"
  },
  declined: {
   en: "The community has declined it",
   zh: "社区未受理"
  },
  deferred: {
   en: "It is put off, and will be looked at again",
   zh: "暂缓办理，到期复查"
  },
  disputed: {
   en: "It was disputed, and is taken up again",
   zh: "提出异议，重新办理"
  },
  escalated: {
   en: "The level above was asked for a review",
   zh: "申请上级复核"
  },
  given_back: {
   en: "The department has given it back; the community sees to it",
   zh: "承办部门退回，社区另行安排"
  },
  merged: {
   en: "It was merged with another one",
   zh: "并入同类诉求"
  },
  replied: {
   en: "The community has replied",
   zh: "社区回复"
  },
  resolution_overdue: {
   en: "The solution is overdue",
   zh: "超过了办结时限"
  },
  resolved: {
   en: "There is a solution",
   zh: "已有办理结果"
  },
  response_overdue: {
   en: "The first answer is overdue",
   zh: "超过了首次回应时限"
  },
  resumed: {
   en: "No answer for seven days; the work goes on",
   zh: "七天未收到答复，继续办理"
  },
  started: {
   en: "The department has begun",
   zh: "承办部门开始办理"
  },
  supplemented: {
   en: "Something was added",
   zh: "补充了说明"
  },
  taken_up: {
   en: "It is taken up again",
   zh: "恢复办理"
  },
  visited: {
   en: "Staff have called in person",
   zh: "工作人员已上门走访"
  },
  withdrawn: {
   en: "It was withdrawn",
   zh: "已撤回"
  }
 },
 EntryStatus: {
  confirmed: {
   en: "confirmed",
   zh: "已确认"
  },
  in_notice: {
   en: "in notice",
   zh: "公示中"
  },
  recorded: {
   en: "recorded",
   zh: "待审核"
  },
  returned: {
   en: "returned",
   zh: "已退回"
  },
  reversed: {
   en: "reversed",
   zh: "已冲正"
  },
  reviewed: {
   en: "reviewed",
   zh: "已审核"
  }
 },
 ErasureStatus: {
  begun: {
   en: "begun",
   zh: "注销中"
  },
  done: {
   en: "done",
   zh: "已完成"
  },
  requested: {
   en: "requested",
   zh: "已提交"
  },
  taken_back: {
   en: "taken back",
   zh: "已撤回"
  }
 },
 ExportForm: {
  html: {
   en: "web page",
   zh: "网页"
  },
  json: {
   en: "JSON file",
   zh: "JSON 数据文件"
  }
 },
 GrantProposalStatus: {
  confirmed: {
   en: "confirmed",
   zh: "已确认"
  },
  declined: {
   en: "declined",
   zh: "已拒绝"
  },
  proposed: {
   en: "waiting for confirmation",
   zh: "待确认"
  }
 },
 GuardianConsentKind: {
  activities: {
   en: "taking part in activities",
   zh: "参加活动"
  },
  personal_data: {
   en: "the use of personal data",
   zh: "处理个人信息"
  }
 },
 GuardianConsentStatus: {
  expired: {
   en: "expired",
   zh: "已到期"
  },
  given: {
   en: "given",
   zh: "有效"
  },
  void: {
   en: "void",
   zh: "已失效"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 GuardianRole: {
  guardian: {
   en: "guardian",
   zh: "监护人"
  },
  minor: {
   en: "minor",
   zh: "未成年人"
  }
 },
 GuardianshipStatus: {
  active: {
   en: "active",
   zh: "有效"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  in_review: {
   en: "in review",
   zh: "待核实"
  },
  rejected: {
   en: "rejected",
   zh: "未通过"
  }
 },
 IdentityDocument: {
  hong_kong_macao_permit: {
   en: "Mainland Travel Permit (HK/Macao)",
   zh: "港澳居民来往内地通行证"
  },
  passport: {
   en: "passport",
   zh: "护照"
  },
  permanent_resident_card: {
   en: "foreign permanent resident ID card",
   zh: "外国人永久居留身份证"
  },
  resident_identity_card: {
   en: "resident identity card",
   zh: "居民身份证"
  },
  taiwan_permit: {
   en: "Mainland Travel Permit (Taiwan)",
   zh: "台湾居民来往大陆通行证"
  }
 },
 LegalEffect: {
  advisory: {
   en: "advisory",
   zh: "意见征询"
  },
  owners_resolution: {
   en: "resolution of the owners",
   zh: "业主大会决定"
  },
  residents_resolution: {
   en: "resolution of the residents",
   zh: "居民会议决议"
  }
 },
 Level: {
  fifteen_days: {
   en: "within fifteen days",
   zh: "十五天内办结"
  },
  one_day: {
   en: "within one day",
   zh: "一天内办结"
  },
  seven_days: {
   en: "within seven days",
   zh: "七天内办结"
  },
  two_hours: {
   en: "within two hours",
   zh: "两小时内办结"
  }
 },
 LinkDirection: {
  from: {
   en: "from",
   zh: "来自"
  },
  to: {
   en: "to",
   zh: "引出"
  }
 },
 LinkKind: {
  led_to: {
   en: "led to",
   zh: "由此产生"
  },
  related: {
   en: "related",
   zh: "相关"
  }
 },
 Locale: {
  en: {
   en: "English",
   zh: "英文"
  },
  zh: {
   en: "Chinese",
   zh: "中文"
  }
 },
 MemberField: {
  contact: {
   en: "contact",
   zh: "联系方式"
  },
  household: {
   en: "address",
   zh: "住址"
  },
  offer: {
   en: "skills, kinds of service and times",
   zh: "特长、服务意愿和时间"
  },
  organization: {
   en: "organization",
   zh: "所在单位和组织"
  },
  phone: {
   en: "phone number",
   zh: "手机号码"
  },
  real_name: {
   en: "real name",
   zh: "真实姓名"
  }
 },
 MemberRegistrationStatus: {
  active: {
   en: "active",
   zh: "已确认"
  },
  declined: {
   en: "declined",
   zh: "未通过"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  returned: {
   en: "returned",
   zh: "已退回"
  },
  submitted: {
   en: "submitted",
   zh: "待审核"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 Mode: {
  recorded: {
   en: "recorded vote",
   zh: "记名表决"
  }
 },
 NonvoterRule: {
  exclude: {
   en: "not counted",
   zh: "未投票的不计入"
  }
 },
 OccasionKind: {
  duty: {
   en: "duty",
   zh: "值守"
  },
  shift: {
   en: "shift",
   zh: "志愿活动班次"
  }
 },
 OccasionStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  open: {
   en: "open",
   zh: "未结束"
  }
 },
 OpenActivityStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  completed: {
   en: "completed",
   zh: "已结束"
  },
  published: {
   en: "published",
   zh: "已发布"
  }
 },
 OpinionStatus: {
  hidden: {
   en: "hidden",
   zh: "已隐藏"
  },
  in_review: {
   en: "in review",
   zh: "待阅读"
  },
  passed: {
   en: "passed",
   zh: "已公开"
  },
  refused: {
   en: "refused",
   zh: "未予公开"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 OrganizationKind: {
  branch: {
   en: "Party branch",
   zh: "党支部"
  },
  committee: {
   en: "Party committee",
   zh: "党委"
  },
  general_branch: {
   en: "general Party branch",
   zh: "党总支"
  },
  group: {
   en: "Party group",
   zh: "党小组"
  },
  work_committee: {
   en: "Party work committee",
   zh: "党工委"
  }
 },
 Origin: {
  community: {
   en: "community",
   zh: "社区自报"
  },
  resident: {
   en: "resident",
   zh: "居民诉求"
  }
 },
 Outcome: {
  added: {
   en: "added",
   zh: "新增"
  },
  cancelled: {
   en: "cancelled",
   zh: "取消"
  },
  left_alone: {
   en: "left alone",
   zh: "单独改过，保持不变"
  },
  moved: {
   en: "moved",
   zh: "改期"
  },
  refused: {
   en: "refused",
   zh: "未能更改"
  },
  revised: {
   en: "revised",
   zh: "内容有更新"
  }
 },
 OverlapKind: {
  same_time: {
   en: "same time",
   zh: "时间冲突"
  },
  short_gap: {
   en: "less than half an hour between",
   zh: "间隔不足半小时"
  }
 },
 ParticipantKind: {
  resident: {
   en: "resident",
   zh: "居民"
  },
  visitor: {
   en: "visitor",
   zh: "访客"
  }
 },
 ParticipantStatus: {
  active: {
   en: "active",
   zh: "正常"
  },
  blocked: {
   en: "blocked",
   zh: "已停用"
  },
  left: {
   en: "left",
   zh: "已退出"
  }
 },
 Permission: {
  "activity:manage": {
   en: "manage activities",
   zh: "管理志愿活动"
  },
  "activity:read": {
   en: "see activities",
   zh: "查看志愿活动"
  },
  "administrator:manage": {
   en: "manage administrators",
   zh: "管理工作人员账号"
  },
  "attendance:manage": {
   en: "manage attendances",
   zh: "办理到场记录"
  },
  "attendance:read": {
   en: "see attendances",
   zh: "查看到场记录"
  },
  "audit:read": {
   en: "read the audit trail",
   zh: "查看操作记录"
  },
  "ballot:certify": {
   en: "certify results of ballots",
   zh: "核验表决结果"
  },
  "ballot:manage": {
   en: "manage ballots",
   zh: "组织表决"
  },
  "calendar:manage": {
   en: "manage the working calendar",
   zh: "管理工作日历"
  },
  "certificate:issue": {
   en: "issue certificates of service",
   zh: "出具志愿服务记录证明"
  },
  "community:manage": {
   en: "manage communities",
   zh: "管理社区"
  },
  "department:manage": {
   en: "manage departments",
   zh: "管理部门"
  },
  "department:read": {
   en: "see departments",
   zh: "查看部门"
  },
  "figures:read": {
   en: "see the figures",
   zh: "查看统计数据"
  },
  "grant:manage": {
   en: "manage grants",
   zh: "管理授权"
  },
  "link:manage": {
   en: "link activities, topics and tickets",
   zh: "关联活动、议题和诉求"
  },
  "member:count": {
   en: "see counts of members",
   zh: "查看党员报到统计"
  },
  "member:review": {
   en: "review member registrations",
   zh: "审核党员报到"
  },
  "organization:manage": {
   en: "manage organizations",
   zh: "管理单位和党组织"
  },
  "organization:read": {
   en: "see organizations",
   zh: "查看单位和党组织"
  },
  "participant:manage": {
   en: "manage participants",
   zh: "办理居民和访客事项"
  },
  "participant:read": {
   en: "see participants",
   zh: "查看居民和访客"
  },
  "place:manage": {
   en: "manage places",
   zh: "管理网格、楼栋和房号"
  },
  "points:manage": {
   en: "manage rules of points",
   zh: "管理积分规则"
  },
  "post:manage": {
   en: "manage posts and duties",
   zh: "管理岗位和值守"
  },
  "record:manage": {
   en: "set the stars of volunteers",
   zh: "评定星级志愿者"
  },
  "region:manage": {
   en: "manage regions",
   zh: "管理行政区域"
  },
  "register:import": {
   en: "import the residents' register",
   zh: "导入居民名册"
  },
  "residence:review": {
   en: "review residence claims",
   zh: "审核居住申请"
  },
  "reward:manage": {
   en: "manage rewards and redemptions",
   zh: "管理兑换品和兑换"
  },
  "service_category:manage": {
   en: "manage categories of tickets",
   zh: "管理诉求类别"
  },
  "signup:manage": {
   en: "manage sign-ups",
   zh: "办理报名"
  },
  "signup:read": {
   en: "see sign-ups",
   zh: "查看报名"
  },
  "ticket:handle": {
   en: "handle tickets of one's department",
   zh: "办理交办的诉求"
  },
  "ticket:manage": {
   en: "manage tickets",
   zh: "受理和交办诉求"
  },
  "topic:manage": {
   en: "manage topics",
   zh: "办理议题"
  },
  "topic:read": {
   en: "see topics",
   zh: "查看议题"
  },
  "unit:assign": {
   en: "assign units to communities",
   zh: "安排单位结对"
  },
  "unit_registration:read": {
   en: "see unit registrations",
   zh: "查看单位报到"
  },
  "unit_registration:review": {
   en: "review unit registrations",
   zh: "审核单位报到"
  }
 },
 PlaceKind: {
  building: {
   en: "building",
   zh: "楼栋"
  },
  entrance: {
   en: "entrance",
   zh: "单元"
  },
  grid: {
   en: "grid",
   zh: "网格"
  },
  household: {
   en: "household",
   zh: "户"
  }
 },
 Position: {
  inside: {
   en: "inside the area",
   zh: "在活动范围内"
  },
  outside: {
   en: "outside the area",
   zh: "不在活动范围内"
  }
 },
 PostCategory: {
  care: {
   en: "care of old people and children",
   zh: "助老助幼"
  },
  convenience: {
   en: "convenience services",
   zh: "便民服务"
  },
  culture_and_sport: {
   en: "culture and sport",
   zh: "文体活动"
  },
  emergency: {
   en: "emergencies",
   zh: "应急处置"
  },
  environment: {
   en: "environment",
   zh: "环境整治"
  },
  mediation: {
   en: "mediation",
   zh: "矛盾调解"
  },
  policy_publicity: {
   en: "policy publicity",
   zh: "政策宣传"
  },
  safety_patrol: {
   en: "safety patrol",
   zh: "治安巡逻"
  }
 },
 PostClaimStatus: {
  applied: {
   en: "applied",
   zh: "待审核"
  },
  approved: {
   en: "approved",
   zh: "已通过"
  },
  completed: {
   en: "completed",
   zh: "已完成"
  },
  leaving: {
   en: "leaving",
   zh: "申请退出"
  },
  rejected: {
   en: "rejected",
   zh: "未通过"
  },
  serving: {
   en: "serving",
   zh: "服务中"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 PostRisk: {
  high: {
   en: "high",
   zh: "高"
  },
  low: {
   en: "low",
   zh: "低"
  },
  medium: {
   en: "medium",
   zh: "中"
  }
 },
 PostStatus: {
  closed: {
   en: "closed",
   zh: "已关闭"
  },
  draft: {
   en: "draft",
   zh: "草稿"
  },
  published: {
   en: "published",
   zh: "已发布"
  }
 },
 Purpose: {
  age_band: {
   en: "age band",
   zh: "年龄段"
  },
  location_at_check_in: {
   en: "location at check-in",
   zh: "签到时的位置"
  },
  notifications: {
   en: "notifications",
   zh: "消息提醒"
  },
  party_membership: {
   en: "Party membership",
   zh: "党员身份"
  },
  phone: {
   en: "phone number",
   zh: "手机号码"
  },
  profile: {
   en: "account and profile",
   zh: "账号与基本资料"
  },
  residence: {
   en: "residence",
   zh: "居住信息"
  }
 },
 QuestionKind: {
  single: {
   en: "one of several options",
   zh: "单选"
  },
  yes_no_abstain: {
   en: "yes, no or abstain",
   zh: "赞成、反对或弃权"
  }
 },
 Reason: {
  below_threshold: {
   en: "not passed, because no option has reached the share that the rule asks for",
   zh: "未通过，得票没有达到规则要求的比例"
  },
  no_votes: {
   en: "not passed, because nobody chose anything but to abstain",
   zh: "未通过，没有人作出弃权以外的选择"
  },
  passed: {
   en: "passed",
   zh: "通过"
  },
  quorum_not_met: {
   en: "not passed, because fewer have voted than the rule asks for",
   zh: "未通过，参加投票的没有达到规则要求的比例"
  },
  tie: {
   en: "not passed, because of a tie",
   zh: "未通过，票数相同"
  }
 },
 RedemptionStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  fulfilled: {
   en: "fulfilled",
   zh: "已领取"
  },
  requested: {
   en: "requested",
   zh: "待领取"
  }
 },
 RegionKind: {
  city: {
   en: "city",
   zh: "市级"
  },
  community: {
   en: "community",
   zh: "社区"
  },
  district: {
   en: "district",
   zh: "区县"
  },
  province: {
   en: "province",
   zh: "省级"
  },
  subdistrict: {
   en: "subdistrict",
   zh: "街道（乡镇）"
  }
 },
 ResidenceClaimStatus: {
  approved: {
   en: "approved",
   zh: "已通过"
  },
  ended: {
   en: "ended",
   zh: "已注销"
  },
  expired: {
   en: "expired",
   zh: "已到期"
  },
  rejected: {
   en: "rejected",
   zh: "未通过"
  },
  submitted: {
   en: "submitted",
   zh: "待审核"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 RewardStatus: {
  closed: {
   en: "closed",
   zh: "已停止兑换"
  },
  open: {
   en: "open",
   zh: "可兑换"
  }
 },
 RiskLevel: {
  high: {
   en: "high",
   zh: "高"
  },
  low: {
   en: "low",
   zh: "低"
  },
  medium: {
   en: "medium",
   zh: "中"
  }
 },
 Role: {
  auditor: {
   en: "auditor",
   zh: "审计人员"
  },
  community_admin: {
   en: "community administrator",
   zh: "社区管理员"
  },
  community_worker: {
   en: "community worker",
   zh: "社区工作人员"
  },
  district_admin: {
   en: "district administrator",
   zh: "区管理员"
  },
  grid_worker: {
   en: "grid worker",
   zh: "网格员"
  },
  handler: {
   en: "department handler",
   zh: "部门经办人员"
  },
  party_admin: {
   en: "Party administrator",
   zh: "社区党务工作人员"
  },
  platform_admin: {
   en: "platform administrator",
   zh: "平台管理员"
  },
  subdistrict_admin: {
   en: "subdistrict administrator",
   zh: "街道管理员"
  },
  unit_liaison: {
   en: "unit liaison",
   zh: "单位联络员"
  }
 },
 ScanAct: {
  check_in: {
   en: "check-in",
   zh: "签到"
  },
  check_out: {
   en: "check-out",
   zh: "签退"
  }
 },
 ScanOutcome: {
  cancelled: {
   en: "occasion is cancelled",
   zh: "场次已取消"
  },
  clock_doubt: {
   en: "clock of the device is far off, not counted",
   zh: "设备时钟偏差过大，未记录"
  },
  code_wrong: {
   en: "code is not valid",
   zh: "二维码无效"
  },
  counted: {
   en: "counted",
   zh: "已记录"
  },
  known: {
   en: "known already",
   zh: "已有记录"
  },
  marked_absent: {
   en: "marked as absent",
   zh: "已登记为缺席"
  },
  not_expected: {
   en: "not expected here",
   zh: "不在本场次名单中"
  },
  own: {
   en: "leaders do not confirm themselves",
   zh: "负责人不能为自己签到"
  },
  too_early: {
   en: "too early",
   zh: "签到尚未开始"
  },
  too_late: {
   en: "too late",
   zh: "签到已结束"
  }
 },
 ScopeKind: {
  organization: {
   en: "organization",
   zh: "单位或组织"
  },
  place: {
   en: "part of a community",
   zh: "网格或楼栋"
  },
  platform: {
   en: "whole platform",
   zh: "全平台"
  },
  region: {
   en: "region",
   zh: "行政区域"
  }
 },
 SeriesStatus: {
  active: {
   en: "active",
   zh: "进行中"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  paused: {
   en: "paused",
   zh: "已暂停"
  }
 },
 ServiceDayStatus: {
  ended: {
   en: "ended",
   zh: "已停办"
  },
  open: {
   en: "open",
   zh: "进行中"
  }
 },
 ServiceTime: {
  emergencies: {
   en: "at any time in an emergency",
   zh: "应急时随时"
  },
  public_holidays: {
   en: "public holidays",
   zh: "法定节假日"
  },
  weekday_daytime: {
   en: "weekdays, daytime",
   zh: "工作日白天"
  },
  weekday_evening: {
   en: "weekdays, evening",
   zh: "工作日晚上"
  },
  weekend_daytime: {
   en: "weekends, daytime",
   zh: "周末白天"
  },
  weekend_evening: {
   en: "weekends, evening",
   zh: "周末晚上"
  }
 },
 ShareBase: {
  present: {
   en: "all who have voted",
   zh: "参加表决的总数"
  },
  roll: {
   en: "all on the roll",
   zh: "表决人总数"
  },
  valid: {
   en: "valid votes without abstentions",
   zh: "除弃权外的有效票"
  }
 },
 ShiftStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已取消"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  open: {
   en: "open",
   zh: "已开放"
  }
 },
 ShownImportStatus: {
  done: {
   en: "done",
   zh: "已完成"
  },
  preview: {
   en: "preview",
   zh: "预览"
  },
  queued: {
   en: "queued",
   zh: "排队中"
  },
  refused: {
   en: "refused",
   zh: "未能导入"
  },
  running: {
   en: "running",
   zh: "进行中"
  },
  undone: {
   en: "undone",
   zh: "已撤销"
  }
 },
 Side: {
  author: {
   en: "author",
   zh: "诉求人"
  },
  clock: {
   en: "clock",
   zh: "系统计时"
  },
  community: {
   en: "community",
   zh: "社区"
  }
 },
 SignupStatus: {
  cancelled: {
   en: "cancelled",
   zh: "已随班次取消"
  },
  confirmed: {
   en: "confirmed",
   zh: "已报名"
  },
  declined: {
   en: "declined",
   zh: "已放弃递补"
  },
  lapsed: {
   en: "lapsed",
   zh: "已失效"
  },
  offered: {
   en: "offered",
   zh: "待确认递补"
  },
  pending_review: {
   en: "pending review",
   zh: "待审核"
  },
  rejected: {
   en: "rejected",
   zh: "未通过"
  },
  waitlisted: {
   en: "waitlisted",
   zh: "候补中"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已取消"
  }
 },
 Skill: {
  arts: {
   en: "arts",
   zh: "文艺"
  },
  cooking: {
   en: "cooking",
   zh: "烹饪"
  },
  counselling: {
   en: "counselling",
   zh: "心理疏导"
  },
  digital: {
   en: "computers and smartphones",
   zh: "电脑和智能手机"
  },
  driving: {
   en: "driving",
   zh: "驾驶"
  },
  electrics_and_water: {
   en: "electrics and plumbing",
   zh: "水电维修"
  },
  first_aid: {
   en: "first aid",
   zh: "急救"
  },
  foreign_language: {
   en: "a foreign language",
   zh: "外语"
  },
  hairdressing: {
   en: "hairdressing",
   zh: "理发"
  },
  law: {
   en: "law",
   zh: "法律咨询"
  },
  mediation: {
   en: "mediation",
   zh: "矛盾调解"
  },
  medical_care: {
   en: "medical care",
   zh: "医疗护理"
  },
  organising: {
   en: "organising",
   zh: "活动组织"
  },
  other: {
   en: "another skill",
   zh: "其他"
  },
  photography: {
   en: "photography and film",
   zh: "摄影摄像"
  },
  repairs: {
   en: "repairs",
   zh: "家电和日用品维修"
  },
  sign_language: {
   en: "sign language",
   zh: "手语"
  },
  sport: {
   en: "sport",
   zh: "体育健身"
  },
  teaching: {
   en: "teaching",
   zh: "课业辅导"
  },
  writing: {
   en: "writing",
   zh: "写作宣传"
  }
 },
 Solved: {
  no: {
   en: "not solved",
   zh: "未解决"
  },
  partly: {
   en: "partly solved",
   zh: "部分解决"
  },
  yes: {
   en: "solved",
   zh: "已解决"
  }
 },
 StaffSubjectKind: {
  activity: {
   en: "activity",
   zh: "活动"
  },
  attendance: {
   en: "attendance",
   zh: "到场记录"
  },
  ballot: {
   en: "ballot",
   zh: "表决"
  },
  certificate: {
   en: "certificate of service",
   zh: "志愿服务记录证明"
  },
  grant_proposal: {
   en: "grant proposal",
   zh: "授权提议"
  },
  guardianship: {
   en: "guardianship",
   zh: "监护关系"
  },
  liaison_proposal: {
   en: "proposal of a liaison",
   zh: "联络员提名"
  },
  member_registration: {
   en: "member registration",
   zh: "党员报到"
  },
  opinion: {
   en: "opinion",
   zh: "意见"
  },
  own_unit_registration: {
   en: "registration of one's own unit",
   zh: "本单位报到"
  },
  point_debt: {
   en: "debt of points",
   zh: "积分差额"
  },
  post_claim: {
   en: "claim of a post",
   zh: "岗位认领"
  },
  redemption: {
   en: "redemption",
   zh: "兑换"
  },
  residence_claim: {
   en: "residence claim",
   zh: "居住申请"
  },
  service_entry: {
   en: "service entry",
   zh: "服务时长"
  },
  service_occasion: {
   en: "service occasion",
   zh: "服务场次"
  },
  signup: {
   en: "sign-up",
   zh: "报名"
  },
  ticket: {
   en: "ticket",
   zh: "诉求"
  },
  topic: {
   en: "topic",
   zh: "议题"
  },
  unit_assignment: {
   en: "assignment of a unit",
   zh: "单位结对安排"
  },
  unit_registration: {
   en: "unit registration",
   zh: "单位报到"
  }
 },
 Stance: {
  against: {
   en: "against",
   zh: "反对"
  },
  for: {
   en: "for",
   zh: "赞成"
  },
  neutral: {
   en: "neutral",
   zh: "中立"
  }
 },
 SubjectKind: {
  access_log: {
   en: "access log",
   zh: "谁看过我的信息"
  },
  account: {
   en: "account",
   zh: "账号"
  },
  activity: {
   en: "activity",
   zh: "活动"
  },
  attendance: {
   en: "attendance",
   zh: "到场记录"
  },
  certificate: {
   en: "certificate of service",
   zh: "志愿服务记录证明"
  },
  community: {
   en: "community",
   zh: "社区"
  },
  duty: {
   en: "duty",
   zh: "值守"
  },
  guardianship: {
   en: "guardianship",
   zh: "监护关系"
  },
  opinion: {
   en: "opinion",
   zh: "意见"
  },
  points: {
   en: "points",
   zh: "积分"
  },
  post: {
   en: "post",
   zh: "岗位"
  },
  post_claim: {
   en: "claim of a post",
   zh: "岗位认领"
  },
  redemption: {
   en: "redemption",
   zh: "兑换"
  },
  registration: {
   en: "registration",
   zh: "报到"
  },
  residence_claim: {
   en: "residence claim",
   zh: "居住申请"
  },
  service_entry: {
   en: "service entry",
   zh: "服务时长"
  },
  signup: {
   en: "sign-up",
   zh: "报名"
  },
  ticket: {
   en: "ticket",
   zh: "诉求"
  },
  topic: {
   en: "topic",
   zh: "议题"
  }
 },
 TicketDue: {
  answered_in_time: {
   en: "solved in time",
   zh: "按期办结"
  },
  answered_late: {
   en: "solved late",
   zh: "超期办结"
  },
  open: {
   en: "not due yet",
   zh: "未到期"
  },
  overdue: {
   en: "overdue",
   zh: "已超期"
  }
 },
 TicketKind: {
  complaint: {
   en: "complaint",
   zh: "投诉"
  },
  help: {
   en: "request for help",
   zh: "求助"
  },
  inquiry: {
   en: "inquiry",
   zh: "咨询"
  },
  report: {
   en: "report",
   zh: "举报"
  },
  suggestion: {
   en: "suggestion",
   zh: "建议"
  }
 },
 TicketSort: {
  due: {
   en: "due soonest first",
   zh: "最早到期在前"
  },
  newest: {
   en: "newest first",
   zh: "最新提交在前"
  },
  oldest: {
   en: "oldest first",
   zh: "最早提交在前"
  }
 },
 TicketStatus: {
  accepted: {
   en: "accepted",
   zh: "已受理"
  },
  assigned: {
   en: "assigned",
   zh: "已交办"
  },
  closed: {
   en: "closed",
   zh: "已办结"
  },
  declined: {
   en: "declined",
   zh: "未受理"
  },
  deferred: {
   en: "deferred",
   zh: "暂缓办理"
  },
  in_progress: {
   en: "in progress",
   zh: "办理中"
  },
  merged: {
   en: "merged",
   zh: "已并入其他诉求"
  },
  reopened: {
   en: "reopened",
   zh: "重新办理"
  },
  resolved: {
   en: "resolved",
   zh: "已有办理结果"
  },
  submitted: {
   en: "submitted",
   zh: "待受理"
  },
  waiting_for_resident: {
   en: "waiting for the resident",
   zh: "待补充说明"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 TopicCategory: {
  covenant: {
   en: "residents' covenant",
   zh: "居民公约"
  },
  culture_and_sport: {
   en: "culture and sport",
   zh: "文化体育"
  },
  elderly_and_children: {
   en: "elderly people and children",
   zh: "养老托幼"
  },
  environment: {
   en: "environment",
   zh: "环境卫生"
  },
  facilities: {
   en: "facilities",
   zh: "公共设施"
  },
  other: {
   en: "other",
   zh: "其他"
  },
  parking: {
   en: "parking",
   zh: "停车管理"
  },
  property: {
   en: "property management",
   zh: "物业管理"
  },
  safety: {
   en: "safety",
   zh: "公共安全"
  }
 },
 TopicOutcome: {
  adopted: {
   en: "adopted",
   zh: "已通过"
  },
  rejected: {
   en: "rejected",
   zh: "未通过"
  }
 },
 TopicStatus: {
  balloting: {
   en: "being voted on",
   zh: "表决中"
  },
  decided: {
   en: "decided",
   zh: "已有结果"
  },
  declined: {
   en: "declined",
   zh: "未采纳"
  },
  deliberating: {
   en: "being deliberated",
   zh: "协商中"
  },
  open: {
   en: "open",
   zh: "已公开"
  },
  screening: {
   en: "being screened",
   zh: "审核中"
  },
  submitted: {
   en: "submitted",
   zh: "已提交"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 TransferKind: {
  expire: {
   en: "expired",
   zh: "到期失效"
  },
  give_back: {
   en: "given back by a cancelled redemption",
   zh: "取消兑换退回"
  },
  grant: {
   en: "points for service",
   zh: "服务积分"
  },
  redeem: {
   en: "redeemed",
   zh: "兑换"
  },
  take_back: {
   en: "taken back with a reversed entry",
   zh: "冲正扣回"
  }
 },
 TwoPersonAct: {
  annul: {
   en: "annul the ballot",
   zh: "作废表决"
  },
  certify: {
   en: "certify the result",
   zh: "核验结果"
  }
 },
 UnitBasis: {
  assigned: {
   en: "assigned by the district or subdistrict",
   zh: "上级安排结对"
  },
  sits_here: {
   en: "sits in the community",
   zh: "驻社区单位"
  }
 },
 UnitRegistrationStatus: {
  approved: {
   en: "approved",
   zh: "已通过"
  },
  declined: {
   en: "declined",
   zh: "未通过"
  },
  ended: {
   en: "ended",
   zh: "已结束"
  },
  returned: {
   en: "returned",
   zh: "已退回"
  },
  submitted: {
   en: "submitted",
   zh: "待审核"
  },
  withdrawn: {
   en: "withdrawn",
   zh: "已撤回"
  }
 },
 VerifyMethod: {
  community: {
   en: "community",
   zh: "社区核实"
  },
  paper_slip: {
   en: "paper slip",
   zh: "纸质报到单"
  },
  unit_liaison: {
   en: "liaison of the unit",
   zh: "单位联络员确认"
  },
  unit_list: {
   en: "list of the unit",
   zh: "单位名单"
  }
 },
 Visibility: {
  confidential: {
   en: "confidential",
   zh: "保密"
  },
  private: {
   en: "private",
   zh: "不公开"
  },
  public: {
   en: "public",
   zh: "公开"
  }
 },
 WaitingKind: {
  accept_offer: {
   en: "answer the offer of a place",
   zh: "待确认递补名额"
  },
  answer_ticket: {
   en: "answer a question about a ticket",
   zh: "待补充说明"
  },
  complete_registration: {
   en: "complete a registration",
   zh: "待补正报到"
  },
  rate_ticket: {
   en: "rate a ticket",
   zh: "待评价"
  },
  vote: {
   en: "vote",
   zh: "待投票"
  }
 },
 WhyMissing: {
  has_left: {
   en: "has left the community",
   zh: "已退出社区"
  },
  no_account: {
   en: "no account, so no verified number",
   zh: "没有账号，号码未经核验"
  },
  no_consent: {
   en: "no consent",
   zh: "本人没有同意"
  },
  not_given: {
   en: "not given",
   zh: "本人没有提供"
  },
  unreadable: {
   en: "the stored value is damaged",
   zh: "存储的内容损坏"
  }
 },
 WhyNoResidence: {
  residence_pending: {
   en: "residence claim in review",
   zh: "居住申请正在审核"
  }
 },
 WhyNot: {
  closed: {
   en: "voting has closed",
   zh: "投票已截止"
  },
  household_voted: {
   en: "the household has voted",
   zh: "本户已经投票"
  },
  inactive: {
   en: "participation has ended or is blocked",
   zh: "社区身份已退出或停用"
  },
  lives_elsewhere: {
   en: "lives outside the places of the ballot",
   zh: "不住在表决范围内"
  },
  not_a_participant: {
   en: "not a participant of the community",
   zh: "尚未加入本社区"
  },
  not_known_adult: {
   en: "not known to be an adult",
   zh: "没有成年登记"
  },
  not_on_roll: {
   en: "not on the roll",
   zh: "不在表决人名册中"
  },
  not_open_yet: {
   en: "voting has not begun",
   zh: "投票尚未开始"
  },
  residence_not_verified: {
   en: "residence is not verified",
   zh: "居住信息尚未通过审核"
  },
  voted: {
   en: "has voted",
   zh: "已经投票"
  },
  voted_on_paper: {
   en: "has a paper ballot",
   zh: "已领取纸质选票"
  }
 }
};
