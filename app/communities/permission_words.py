"""Words for the permissions of administrators, Chinese first."""

from collections.abc import Mapping

from app.communities.permissions import Permission
from app.kernel.errors import Text

PERMISSION_WORDS: Mapping[Permission, Text] = {
    "activity:read": Text("查看志愿活动", "see activities"),
    "activity:manage": Text("管理志愿活动", "manage activities"),
    "signup:read": Text("查看报名", "see sign-ups"),
    "signup:manage": Text("办理报名", "manage sign-ups"),
    "attendance:read": Text("查看到场记录", "see attendances"),
    "attendance:manage": Text("办理到场记录", "manage attendances"),
    "participant:read": Text("查看居民和访客", "see participants"),
    "participant:manage": Text("办理居民和访客事项", "manage participants"),
    "residence:review": Text("审核居住申请", "review residence claims"),
    "place:manage": Text("管理网格、楼栋和房号", "manage places"),
    "register:import": Text("导入居民名册", "import the residents' register"),
    "region:manage": Text("管理行政区域", "manage regions"),
    "community:manage": Text("管理社区", "manage communities"),
    "calendar:manage": Text("管理工作日历", "manage the working calendar"),
    "grant:manage": Text("管理授权", "manage grants"),
    "administrator:manage": Text("管理工作人员账号", "manage administrators"),
    "link:manage": Text("关联活动、议题和诉求", "link activities, topics and tickets"),
    "topic:read": Text("查看议题", "see topics"),
    "topic:manage": Text("办理议题", "manage topics"),
    "ballot:manage": Text("组织表决", "manage ballots"),
    "ballot:certify": Text("核验表决结果", "certify results of ballots"),
    "department:read": Text("查看部门", "see departments"),
    "department:manage": Text("管理部门", "manage departments"),
    "service_category:manage": Text("管理诉求类别", "manage categories of tickets"),
    "ticket:handle": Text("办理交办的诉求", "handle tickets of one's department"),
    "ticket:manage": Text("受理和交办诉求", "manage tickets"),
    "organization:read": Text("查看单位和党组织", "see organizations"),
    "organization:manage": Text("管理单位和党组织", "manage organizations"),
    "unit_registration:read": Text("查看单位报到", "see unit registrations"),
    "unit_registration:review": Text("审核单位报到", "review unit registrations"),
    "unit:assign": Text("安排单位结对", "assign units to communities"),
    "post:manage": Text("管理岗位和值守", "manage posts and duties"),
    "member:review": Text("审核党员报到", "review member registrations"),
    "member:count": Text("查看党员报到统计", "see counts of members"),
    "audit:read": Text("查看操作记录", "read the audit trail"),
    "points:manage": Text("管理积分规则", "manage rules of points"),
    "reward:manage": Text("管理兑换品和兑换", "manage rewards and redemptions"),
    "certificate:issue": Text("出具志愿服务记录证明", "issue certificates of service"),
    "record:manage": Text("评定星级志愿者", "set the stars of volunteers"),
}
