"""Personal data and secrets that no log and no refusal may show."""

PHONE, NAME, OPENID = "13911112222", "欧阳测试名", "oCanary_28-openid-0123456789"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.canary-signature"
SECRET, NUMBER = "canary-app-secret", "11010519491231002X"
CANARIES = (PHONE, NAME, OPENID, TOKEN, SECRET, NUMBER)
CANARY_TEXT = f"{NAME} {PHONE} {OPENID} {NUMBER} secret={SECRET} Bearer {TOKEN}"
