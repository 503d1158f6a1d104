"""Errors of a person's rights."""

from app.kernel.errors import Conflict, Text


class DataExportOpen(Conflict):
    code = "privacy.data_export_open"
    title = Text("您已有一份导出，可在到期前下载", "You have an export already")
    detail = Text(
        "您已申请过一份导出。请下载这一份；它到期删除后，可以再次申请。",
        "You have asked for an export already. Please download it; when it has expired and is"
        " deleted, you can ask for another one.",
    )


class AccountInOffice(Conflict):
    code = "privacy.account_in_office"
    title = Text("账号仍担任管理职务，不能注销", "The account still has a role as staff")
    detail = Text(
        "此账号仍担任管理职务或单位联络员。请先由上级收回授权，再申请注销。",
        "This account has a role as staff or as a liaison. Please have the role taken back first.",
    )
