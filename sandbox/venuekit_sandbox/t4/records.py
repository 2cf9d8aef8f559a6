"""What an onboarded person looks like in the answer: user, account, market data, agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from venuekit_sandbox.t4.memory import User

FIRM_ID = "2884B215-4A4B-4E9D-A40E-F8212D713E13"
_TRIAL_DAYS = 14
_ROLES = (
    "TimeEntry", "QueueOrders", "ANTSEditor", "ANTSFastBoard", "MarketProfile", "Strategy", "ModifyOrders",
    "BasicCharting", "Charting", "ANTS1", "PitTrades", "BillingRetail1", "Trading", "ANTSAccountNet",
    "StrategyQuotes",
)  # fmt: skip
_APPLICATIONS = ({"id": "2B9D2612-7C19-407C-89B4-E813CCD45DD1", "name": "venuekit"},)
_EMPTY_USER_TEXTS = (
    "message", "company", "billingRef", "simFirm", "simUsername", "simLinkedUserID", "iceMarketDataAccount",
    "iceMarketDataParentAccount", "euronextMarketDataAccount", "euronextMarketDataParentAccount",
)  # fmt: skip
_ACCOUNT_DEFAULTS: dict[str, object] = {
    "displayName": "", "balance": 0.0, "cash": 0.0, "maxClipSize": 2000, "deleted": False,
    "positionRollover": False, "plRollover": True, "minBalance": 0.0, "marginPC": 100.0,
    "overnightMarginPC": 100.0, "lossLimit": 0.0, "lossLimitPC": 0.0, "dayLossLimit": 0.0,
    "dayLossLimitPC": 0.0, "maxPosition": -1, "noBalanceUpdates": False, "noPositionUpdates": False,
    "accountMode": "ByContract", "orderRouting": False, "groupName": "", "activeTimeStart": "",
    "activeTimeStop": "",
    "strategyMaxClipSize": 2000, "strategyMaxPosition": -1, "warningThresholdPL": -1,
    "warningThresholdLossLimit": -1, "warningThresholdMargin": -1, "boFirmCode": "", "boOfficeCode": "",
    "boSalesCode": "", "totalPitTrades": -1, "strategyTotalPitTrades": -1, "maxContractMargin": -1.0,
    "maxContractDayMargin": -1.0, "blockExpiring": -1, "blockExpiringOptions": -1, "maxAccountPosition": -1,
    "usePLForMargin": True, "usePremiumForMargin": False, "riskAlerts": False, "fees": 0.0,
    "commission": 0.0, "eMail": "", "wideMarket": -1, "priceBanding": -1, "riskDebug": "None",
    "tradeImport": False, "marginType": "Spec", "maxDelta": -1.0, "maxWorkingLongDelta": -1.0,
    "maxWorkingShortDelta": -1.0, "delayed": False, "assignedType": True, "optionsSettlement": 0,
    "warningThresholdMinNetEquity": 0.0,
    "firm": "", "parentFirmID": "",
}  # fmt: skip
_RISK_DETAILS = {
    "comparisonRiskNumber": 0.0, "comparisonNetLiqBalPCRiskNumber": 0.0,
    "comparisonPCChangeVolatility": 0.2, "comparisonPCChangeUnderlying": 0.1, "comparisonWarningLevel": 0.8,
    "maxDailyTheoLoss": 0.0, "maxDailyTheoLossPCWarning": 0.8, "greekDelta": 0.0, "greekDeltaWarning": 0.8,
    "greekVega": 0.0, "greekVegaWarning": 0.8, "greekGamma": 0.0, "greekGammaWarning": 0.8, "greekTheta": 0.0,
    "greekThetaWarning": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """One agreement, and to whom it applies."""

    name: str
    title: str
    non_professional_only: bool = False
    exchange: str | None = None


DOCUMENTS = (
    Document("LegalEULA", "End User License Agreement"),
    Document("LegalPP", "Privacy Policy"),
    Document("LegalMDSA", "Market Data Subscription Agreement"),
    Document("LegalUSA", "Uniform Subscriber Agreement"),
    Document("LegalNPSCF", "Non-Professional Self-Certification Form", non_professional_only=True),
    Document("CMEInformationLicenseAgreement", "CME Information License Agreement", exchange="CME"),
    Document("ICESubscriberAgreement", "ICE Subscriber Agreement", exchange="ICE"),
)
EXCHANGES = ("DUMMY", "CME", "ICE")
_NO_DATA = ("None", "NotSet")
_PAYING = ("Depth", "TOB", "EMini")
_FEE = 1.5


class Record:
    """A user as the venue shows it while `version` is the current one of the agreements."""

    def __init__(self, user: User, version: str) -> None:
        self._user = user
        self._version = version

    def documents(self) -> list[Document]:
        """The agreements on offer to this kind of user."""
        lay = self._user.application_type == "NonProfessional"
        return [document for document in DOCUMENTS if lay or not document.non_professional_only]

    def may_use_platform(self) -> bool:
        """Whether every needed agreement is signed in the current version, and market data is chosen."""
        chosen = {exchange for exchange, kind in self._user.subscriptions.items() if kind not in _NO_DATA}
        needed = {d.name for d in self.documents() if d.exchange is None or d.exchange in chosen}
        return (
            bool(chosen)
            and self._user.eula_version == self._version
            and needed <= self._user.signatures.keys()
        )

    def user_json(self) -> dict[str, object]:
        """`user`: 32 fields."""
        day = datetime.fromtimestamp(self._user.created_at, UTC).replace(
            hour=0, minute=0, second=0, microsecond=0, tzinfo=None
        )
        return {
            "userID": self._user.id,
            "userName": self._user.username,
            **self._user.profile,
            **dict.fromkeys(_EMPTY_USER_TEXTS, ""),
            "enabled": self._user.enabled,
            "firmID": FIRM_ID,
            "userCreationDate": day.isoformat(),
            "appType": self._user.application_type,
            "cmeMarketDataNetting": "Netting",
            "trialExpires": (day + timedelta(days=_TRIAL_DAYS)).isoformat(),
            "custOrderHandlingInst": "Electronic",
            "applications": [dict(application) for application in _APPLICATIONS],
            "roles": list(_ROLES),
            "accounts": [],  # empty in the printed example too, although an account was made
        }

    def account_json(self) -> dict[str, object]:
        """`account`: 64 fields, 15 of them inside `riskDetails` not counted."""
        return {
            "accountID": self._user.account_id,
            "firmID": FIRM_ID,
            "account": self._user.account,
            "accountName": self._user.account_name,
            **_ACCOUNT_DEFAULTS,
            "preTradeDisabled": not self._user.account_enabled,
            "enabled": "Enabled" if self._user.account_enabled else "Disabled",
            "riskDetails": dict(_RISK_DETAILS),
        }

    def market_data_json(self, *, with_fees: bool = False) -> dict[str, object]:
        """`marketData`. The call that reads it back shows a fee on what is paid for; its name is inferred."""
        exchanges = [
            {
                "clearingExchange": exchange,
                "description": exchange,
                "marketDataType": kind,
                "options": [
                    {"type": option, "description": option, "currency": "USD"}
                    | ({"fee": _FEE} if with_fees and option in _PAYING else {})
                    for option in ([kind, "Delayed"] if kind in _PAYING else ["Delayed"])
                ],
                "hasExecutingAccount": True,
            }
            for exchange, kind in self._user.subscriptions.items()
        ]
        return {"exchangeMarketData": exchanges, "totalCount": len(exchanges)}

    def eula_json(self) -> dict[str, object] | None:
        """`eulaSignature`; None when nothing was signed."""
        if self._user.eula_version is None:
            return None
        return {
            "collectedBy": "API",
            "eulaVersion": self._user.eula_version,
            "signatures": [
                {"documentName": name, "signed": at} for name, at in self._user.signatures.items()
            ],
        }

    def eula_offer_json(self) -> dict[str, object]:
        """The agreements on offer, with the template of the signatures."""
        documents = self.documents()
        return {
            "documents": [
                {"documentName": d.name, "title": d.title, "url": f"https://legal.t4.invalid/{d.name}"}
                for d in documents
            ],
            "signatureTemplate": {
                "collectedBy": "",
                "eulaVersion": self._version,
                "signatures": [{"documentName": d.name, "signed": ""} for d in documents],
            },
        }
