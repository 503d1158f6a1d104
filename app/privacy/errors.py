"""Errors of a person's rights."""

from app.kernel.errors import Conflict, Text


class DataExportOpen(Conflict):
    code = "privacy.data_export_open"
    title = Text("您已申请过数据导出", "You have asked for an export already")
    detail = Text(
        "请在生成后下载这一份；到期删除后，可以再次申请。",
        "Please download it when it is ready; when it has expired and is deleted, you can ask for"
        " another one.",
    )


class AccountInOffice(Conflict):
    code = "privacy.account_in_office"
    title = Text("您仍担任管理职务，不能注销账号", "You still have a role as staff")
    detail = Text(
        "您仍担任管理职务或单位联络员。请先由上级收回授权，再申请注销账号。",
        "You have a role as staff or as a liaison. Please have the role taken back first.",
    )
