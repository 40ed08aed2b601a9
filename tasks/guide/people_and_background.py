"""Section 4, ”Hvem, kvalitet og baggrund”: its fields in the guide's order."""

from tasks.guide.field import Field

FIELDS = (
    Field(
        "performers",
        "Anbefalet udfører",
        4,
        "Vælg fra KOMBITs rollegalleri. Står rollen der ikke, så skriv den i kommentaren.",
        guide="Her skal vælges en rolle fra KOMBITs rollegalleri, hvis den relevante udfører er en "
        "del af rollegalleriet",
    ),
    Field(
        "performer_comment",
        "Eventuel kommentar til anbefalet udfører",
        4,
        "Når der er mere end én udfører, eller rollen mangler i galleriet.",
        guide="Benyttes hvis der skal være mere end én anbefalet udfører, eller hvis anbefalet "
        "udfører ikke fremgår af KOMBITs rollegalleri",
    ),
    Field(
        "quality_criteria",
        "Kvalitetskriterier",
        4,
        "Hvordan kan man se, at opgaven er løst godt nok?",
        guide="Kvalitetskriterier kan skitseres her, hvis det er relevant.",
    ),
    Field(
        "background",
        "Historik",
        4,
        "Baggrunden for opgaven.",
        guide="Baggrund for opgaven kan skitseres her, hvis det er relevant.",
    ),
    Field(
        "owners",
        "Anbefalet ansvarlig",
        4,
        "Vælg fra KOMBITs rollegalleri. Står rollen der ikke, så skriv den i kommentaren.",
        guide="Her skal vælges en rolle fra KOMBITs rollegalleri, hvis den relevante ansvarlige er "
        "en del af rollegalleriet",
    ),
    Field(
        "owner_comment",
        "Eventuel kommentar til Anbefalet ansvarlig",
        4,
        "Når der er mere end én ansvarlig, eller rollen mangler i galleriet.",
        guide="Benyttes hvis der skal være mere end én anbefalet ansvarlig, eller hvis anbefalet "
        "ansvarlig ikke fremgår af KOMBITs rollegalleri",
    ),
)
