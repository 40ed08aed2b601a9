"""The archive: what is kept, with its constraints; written by ``tasks.actions`` alone."""

from tasks.models.catalogue import Acronym, Municipality, Phase, Role, Term, Theme
from tasks.models.following_up import FollowedUp, FollowedUpBy, FollowUp
from tasks.models.moving import Correcting, GoLiveMove, PodioCorrection
from tasks.models.person import Person
from tasks.models.presence import Presence
from tasks.models.project import FrozenZone, Prefix, Project, Wave
from tasks.models.publishing import Announcement, PodioEntry, Publication, SentMessage
from tasks.models.review import Approval, Dismissal, Event, EventKind, Verdict, Version
from tasks.models.task import KlikTask
from tasks.models.task_parts import Attachment, Owner, Performer, Prerequisite, Relation
from tasks.models.wrong_passwords import WrongPasswords

__all__ = [
    "Acronym",
    "Announcement",
    "Approval",
    "Attachment",
    "Correcting",
    "Dismissal",
    "Event",
    "EventKind",
    "FollowUp",
    "FollowedUp",
    "FollowedUpBy",
    "FrozenZone",
    "GoLiveMove",
    "KlikTask",
    "Municipality",
    "Owner",
    "Performer",
    "Person",
    "Phase",
    "PodioCorrection",
    "PodioEntry",
    "Prefix",
    "Prerequisite",
    "Presence",
    "Project",
    "Publication",
    "Relation",
    "Role",
    "SentMessage",
    "Term",
    "Theme",
    "Verdict",
    "Version",
    "Wave",
    "WrongPasswords",
]
