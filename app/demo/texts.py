"""Texts of the demo town: invented names, activities that every community knows."""

from typing import NamedTuple

from app.volunteering.models import Audience, Category, RiskLevel

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
GIVEN = (
    *("云舒", "星河", "若溪", "听松", "望舒", "知秋", "青禾", "半夏", "朝雨", "晚晴"),
    *("临风", "素笺", "南枝", "北辰", "采薇", "清扬", "子衿", "白露", "惊蛰", "谷雨"),
    *("长庚", "扶光", "沧海", "落霞", "疏影", "漱石", "枕流", "观澜", "拾光", "问渠"),
    *("景行", "怀瑾", "握瑜", "如练", "归鹤", "栖梧"),
)
BUILDINGS = ("听风", "观云", "沐光", "栖霞", "枕水", "望山", "采菊", "临溪", "扶桑", "倚竹")


class ActivityText(NamedTuple):
    title: str
    summary: str
    description: str
    category: Category
    risk: str
    roles: tuple[tuple[str, int], ...]
    """Name and places of each; a single one without a name where everybody does the same."""
    address: str
    hours: int = 2
    start_hour: int = 9
    """Hour of the day, in the town's time."""
    risk_level: RiskLevel = RiskLevel.LOW
    audience: Audience = Audience.EVERYONE
    needs_review: bool = False
    is_insured: bool = False


C = Category
ACTIVITIES = (
    ActivityText(
        "楼道大扫除",
        "一起清扫楼道和公共窗台，清理堆放的杂物",
        "<p>工具和手套由社区提供，请穿便于活动的衣服。</p><p>请提前告知家中需要帮忙清运的大件。</p>",
        C.ENVIRONMENT,
        "楼梯湿滑，请勿攀爬窗台；搬运重物请两人配合。",
        (("", 12),),
        "各楼单元门口集合",
    ),
    ActivityText(
        "垃圾分类桶前值守",
        "早高峰在分类驿站引导邻居正确投放",
        "<p>每班两小时，社区统一培训后上岗，现场有分类对照表。</p>",
        C.ENVIRONMENT,
        "请佩戴手套，避免接触尖锐物。",
        (("引导", 4), ("记录", 2)),
        "二号分类驿站",
        start_hour=7,
    ),
    ActivityText(
        "独居老人上门探访",
        "两人一组，给独居老人送菜、聊天、检查燃气",
        "<p>由网格员带队，每组探访三户。请不要收受任何礼物。</p>",
        C.ELDERLY_CARE,
        "入户请佩戴工作证，遇老人身体不适立即联系社区。",
        (("", 8),),
        "社区服务站大厅集合",
        start_hour=14,
        audience=Audience.RESIDENTS,
        needs_review=True,
    ),
    ActivityText(
        "四点半课堂辅导",
        "放学后陪孩子写作业、读绘本",
        "<p>服务对象为小学一至三年级儿童，须接受背景核验，由社区审核报名。</p>",
        C.CHILD_CARE,
        "不得单独带儿童离开活动室，不拍摄儿童正面照片。",
        (("作业辅导", 4), ("绘本阅读", 2)),
        "社区活动室二层",
        start_hour=16,
        needs_review=True,
    ),
    ActivityText(
        "夜间平安巡逻",
        "晚间巡查消防通道、楼道充电和乱停乱放",
        "<p>四人一组，配反光背心和手电，巡逻路线由社区安排。</p>",
        C.SAFETY,
        "夜间行走注意脚下，遇纠纷不要上前，及时联系社区民警。",
        (("", 8),),
        "社区警务室门口",
        start_hour=20,
        risk_level=RiskLevel.MEDIUM,
        is_insured=True,
    ),
    ActivityText(
        "智能手机一对一",
        "教老人挂号、扫码、视频通话和防诈骗",
        "<p>自带手机即可参加，志愿者一对一讲解。请不要代老人操作支付。</p>",
        C.ELDERLY_CARE,
        "不触碰老人的支付密码和银行卡信息。",
        (("", 10),),
        "社区服务站一层",
        start_hour=14,
    ),
    ActivityText(
        "社区花园共建",
        "松土、浇水、修剪，照看我们的共享花园",
        "<p>每周一次，种子和农具已经备好，欢迎带孩子参加。</p>",
        C.ENVIRONMENT,
        "农具锋利，请在指导下使用。",
        (("松土", 6), ("浇水", 6)),
        "中心花园",
    ),
    ActivityText(
        "免费理发日",
        "为行动不便的邻居上门或在站内理发",
        "<p>有理发经验的邻居报名“理发”，其他人可以协助登记和清扫。</p>",
        C.CONVENIENCE,
        "剪刀推子由理发师本人使用和消毒。",
        (("理发", 3), ("协助", 3)),
        "社区服务站一层",
    ),
    ActivityText(
        "家电小修摊",
        "会修小家电的邻居来帮忙，让旧物再用几年",
        "<p>只修理可断电的小家电，不修燃气和高压设备。</p>",
        C.CONVENIENCE,
        "修理前务必断电，社区配备绝缘手套。",
        (("维修", 4), ("登记", 2)),
        "中心广场凉亭",
    ),
    ActivityText(
        "邻里读书会",
        "本月共读《乡土中国》，欢迎带着问题来",
        "<p>需要两位主持和两位场地志愿者，其余读者可直接到场。</p>",
        C.CULTURE_AND_SPORT,
        "无特别风险，活动室限五十人。",
        (("主持", 2), ("场地", 2)),
        "社区图书角",
        start_hour=19,
    ),
    ActivityText(
        "健步走领队",
        "带邻居沿河健步走五公里，前后各有领队",
        "<p>请穿运动鞋、带水。中途可以退出，由收尾领队陪同返回。</p>",
        C.CULTURE_AND_SPORT,
        "心脑血管疾病患者请遵医嘱；沿河路段注意安全距离。",
        (("领队", 2), ("收尾", 2)),
        "东门集合",
        hours=3,
        start_hour=8,
    ),
    ActivityText(
        "消防演练引导员",
        "协助消防站开展楼栋疏散演练",
        "<p>演练前一天培训，引导邻居沿疏散路线有序下楼。</p>",
        C.SAFETY,
        "演练使用无毒烟饼，哮喘患者请勿报名楼道岗位。",
        (("楼道", 8), ("集合点", 4)),
        "3号楼前空地",
        risk_level=RiskLevel.MEDIUM,
        is_insured=True,
    ),
    ActivityText(
        "旧衣旧书回收",
        "分拣、打包邻居捐出的衣物和图书",
        "<p>衣物请洗净，图书请保持完整。分拣后由公益机构统一接收。</p>",
        C.ENVIRONMENT,
        "请佩戴口罩和手套。",
        (("", 10),),
        "物业仓库门口",
    ),
    ActivityText(
        "邻里纠纷调解旁听",
        "跟随人民调解员学习调解楼上楼下噪声纠纷",
        "<p>内容涉及邻居隐私，参加者须签署保密承诺，由社区审核。</p>",
        C.MEDIATION,
        "不得向他人透露调解内容。",
        (("", 4),),
        "社区议事厅",
        start_hour=15,
        audience=Audience.RESIDENTS,
        needs_review=True,
    ),
    ActivityText(
        "义诊秩序维护",
        "配合社区卫生服务中心测血压、测血糖",
        "<p>志愿者负责引导、登记和搀扶，不参与任何医疗操作。</p>",
        C.ELDERLY_CARE,
        "不接触采血器具；人多时注意防跌倒。",
        (("引导", 4), ("登记", 4)),
        "中心广场",
    ),
    ActivityText(
        "应急沙袋装填",
        "为地下车库出入口备好沙袋，有备无患",
        "<p>劳动强度较大，请量力而行，社区准备饮水和手套。</p>",
        C.EMERGENCY,
        "搬运重物注意腰部，每半小时休息一次。",
        (("装填", 10), ("搬运", 10)),
        "地下车库入口",
        risk_level=RiskLevel.HIGH,
        is_insured=True,
    ),
    ActivityText(
        "清理河道边绿化带",
        "捡拾河边绿化带的塑料袋和烟头",
        "<p>发放夹子和垃圾袋，请勿下到护栏以外。</p>",
        C.ENVIRONMENT,
        "临水作业，任何人不得越过护栏。",
        (("", 15),),
        "滨河步道入口",
        risk_level=RiskLevel.MEDIUM,
        is_insured=True,
    ),
    ActivityText(
        "包饺子送温暖",
        "一起包饺子，送给值班的保安和独居老人",
        "<p>请提前洗手，发热或腹泻者请勿参加。食材由社区采购并留样。</p>",
        C.CULTURE_AND_SPORT,
        "注意食品卫生，煮制由食堂师傅完成。",
        (("和面包制", 12), ("配送", 4)),
        "社区食堂",
        hours=3,
    ),
    ActivityText(
        "流浪猫绝育协助",
        "配合公益机构登记、诱捕和照看术后小猫",
        "<p>须有养猫经验，现场服从机构人员安排。</p>",
        C.OTHER,
        "可能被抓咬，须自备长袖和厚手套，受伤立即就医。",
        (("", 4),),
        "物业后院",
        start_hour=18,
        risk_level=RiskLevel.MEDIUM,
        needs_review=True,
        is_insured=True,
    ),
    ActivityText(
        "周末电影放映",
        "布置场地、放映电影、散场清扫",
        "<p>影片由文化站提供，遇雨顺延。请提醒邻居带小板凳。</p>",
        C.CULTURE_AND_SPORT,
        "夜间散场注意疏导老人和儿童。",
        (("放映", 2), ("秩序", 4)),
        "中心广场",
        start_hour=18,
    ),
)
