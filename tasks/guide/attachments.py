"""Section 5, ”Bilag”: its fields in the guide's order."""

from tasks.guide.field import Field

FIELDS = (
    Field("attachments", "Eksterne bilag", 5, "Links til vejledninger og filer.", "Indsæt link."),
)
