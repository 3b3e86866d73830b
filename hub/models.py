"""The kernel's models, each in the file of its subject."""

from hub.accounts.invitations import Invitation
from hub.accounts.second_factor import RecoveryCode, SecondFactorRule
from hub.accounts.sign_ins import SignIn
from hub.accounts.tries import Tries
from hub.clock import Appointment
from hub.desk.findings import Finding, PageTheme, ReviewPrompt
from hub.files import Document, Image, Rendition
from hub.moderation.approval import EditorsApproval
from hub.moderation.fallback import CoordinatorCalled
from hub.moderation.held_changes import HeldChange
from hub.moderation.locks import LockReason
from hub.moderation.preview_links import PreviewLink
from hub.ownership import Owner, Supporter
from hub.packs.records import PackRecord
from hub.taxonomy import Municipality, Theme, ThemeName
from hub.translating.ageing import OlderTranslation
from hub.users import User

__all__ = [
    "Finding",
    "PageTheme",
    "ReviewPrompt",
    "Appointment",
    "CoordinatorCalled",
    "Document",
    "EditorsApproval",
    "HeldChange",
    "Image",
    "Invitation",
    "LockReason",
    "Municipality",
    "OlderTranslation",
    "Owner",
    "PackRecord",
    "PreviewLink",
    "RecoveryCode",
    "Rendition",
    "SecondFactorRule",
    "SignIn",
    "Supporter",
    "Theme",
    "ThemeName",
    "Tries",
    "User",
]
