"""What messages to reporting members say. None names an organization."""

from collections.abc import Mapping

from app.kernel.errors import Text
from app.notifications.template import Template

MEMBERS: Mapping[str, Template] = {
    "double_reporting.registration_entered": Template(
        Text("报到已登记", "Your registration was entered"),
        Text(
            "{community}服务窗口已按您的要求登记您的报到，结果会另行通知。",
            "At your request the desk of {community} has entered your registration; we will notify"
            " you the outcome.",
        ),
    ),
    "double_reporting.registration_returned": Template(
        Text("报到需要补充", "Please complete your registration"),
        Text(
            "您在{community}的报到被退回，请修改后重新提交。原因：{reason}",
            "Your registration in {community} was returned; please mend it and submit it again:"
            " {reason}",
        ),
    ),
    "double_reporting.registration_active": Template(
        Text("报到成功", "You are registered"),
        Text(
            "您在{community}的报到已确认，回执编号{number}。现在可以认领岗位。",
            "Your registration in {community} is confirmed; the receipt is number {number}. You"
            " can claim posts now.",
        ),
    ),
    "double_reporting.registration_declined": Template(
        Text("报到未通过", "Your registration was declined"),
        Text(
            "您在{community}的报到未通过。原因：{reason}",
            "Your registration in {community} was declined: {reason}",
        ),
    ),
    "double_reporting.registration_ended": Template(
        Text("报到已结束", "Your registration has ended"),
        Text(
            "您在{community}的报到已结束，回执同时失效。原因：{reason}",
            "Your registration in {community} has ended, and its receipt with it: {reason}",
        ),
    ),
    "double_reporting.registration_withdrawn": Template(
        Text("报到已撤回", "Your registration was withdrawn"),
        Text(
            "{community}服务窗口已按您的要求撤回您的报到。",
            "At your request the desk of {community} has withdrawn your registration.",
        ),
    ),
    "double_reporting.registration_forgotten": Template(
        Text("报到已结束，信息已删除", "Your registration has ended and is deleted"),
        Text(
            "您已撤回同意，您在{community}的报到随之结束，报到单内容已删除，回执失效。",
            "You have withdrawn your consent: your registration in {community} has ended, what you"
            " wrote is deleted, and the receipt is good no more.",
        ),
    ),
    "double_reporting.claim_received": Template(
        Text("认领申请已收到", "We have your application"),
        Text(
            "您对岗位“{title}”的认领申请已收到，名额为您保留，审核结果会另行通知。",
            "We have your application for “{title}”. A place is kept for you until it is decided.",
        ),
    ),
    "double_reporting.claim_approved": Template(
        Text("认领已通过", "Your application was approved"),
        Text(
            "您认领的岗位“{title}”已通过，公示至{serves_from}，之后开始服务。公示不显示姓名。",
            "Your claim of “{title}” is approved. It is shown, without your name, until"
            " {serves_from}; then service begins.",
        ),
    ),
    "double_reporting.claim_rejected": Template(
        Text("认领未通过", "Your application was not accepted"),
        Text(
            "您对岗位“{title}”的认领未通过。原因：{reason}",
            "Your application for “{title}” was not accepted: {reason}",
        ),
    ),
    "double_reporting.claim_withdrawn": Template(
        Text("认领已撤回", "Your claim was withdrawn"),
        Text(
            "您对岗位“{title}”的认领已撤回，名额已释放。",
            "Your claim of “{title}” was withdrawn, and the place is free again.",
        ),
    ),
    "double_reporting.service_started": Template(
        Text("公示期满，开始服务", "Your service begins"),
        Text(
            "您认领的岗位“{title}”公示期已满，可以开始服务，感谢您的参与。",
            "The notice period of “{title}” is over, and your service begins. Thank you.",
        ),
    ),
    "double_reporting.service_completed": Template(
        Text("岗位服务已完成", "Your service is completed"),
        Text(
            "您在岗位“{title}”的服务已完成，感谢您的付出。",
            "Your service in “{title}” is completed. Thank you.",
        ),
    ),
}
