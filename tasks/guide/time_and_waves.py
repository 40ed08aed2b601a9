"""Section 2, ”Tid og bølger”: its fields in the guide's order."""

from tasks.guide.field import Field

_CALENDAR_GUIDE = (
    "Slutdato defineres i antal dage fra den valgte bølges ”Go-live”-dato. Negative tal "
    "(fx ”-14”) betyder, at slutdatoen ligger før Go-live. Positivt tal betyder, at slutdatoen "
    "ligger efter Go-live."
)

FIELDS = (
    Field(
        "duration_days",
        "Opgavens varighed (antal dage)",
        2,
        "Hvor mange dage tager det at udføre opgaven? Afgør, hvornår den ”går i gul”. "
        "Kommunerne ser det ikke.",
        guide="Vurdering af hvor mange dage opgaven tager at udfører og påvirker hvornår en "
        "opgave ”går i gul”. Fremgår i øvrigt ikke for kommunerne.",
        example="5",
        seen_by_municipalities=False,
    ),
    Field(
        "respects_frozen_zone",
        "Frozen zone",
        2,
        "Sæt kun kryds, hvis hverken start- eller slutdato må ligge i en frozen zone. "
        "Kommunerne ser det ikke.",
        guide="Fremgår ikke for kommunerne. Anvendes kun hvis opgaven ikke må have slutdato eller "
        "startdato i en frozen zone, som er angivet i ”Projekt”.",
        seen_by_municipalities=False,
    ),
    Field(
        "end_offset_days",
        "Slutdato (Fra Go-live)",
        2,
        "Antal dage fra bølgens go-live. -14 er to uger før, 14 er to uger efter, 0 er på dagen.",
        guide=_CALENDAR_GUIDE,
        example="-14",
    ),
    Field(
        "start_offset_days",
        "Startdato (Fra slutdato)",
        2,
        "Antal dage fra slutdatoen. Tallet er altid negativt.",
        guide="Startdatoen defineres i antal dage fra den valgte slutdato. Værdien skal altid "
        "være negativ (fx ”-14”).",
        example="-14",
    ),
    Field(
        "waves",
        "Bølger",
        2,
        "Vælg de rigtige bølger. Testbølgen kommer først i spil, når opgaven er godkendt.",
        guide="Giver opgaven anledning til at oprette en ny bølge, eller eksisterer allerede en "
        "relevant bølge? OBS: slutdato vælges med udgangspunkt i Go-live på den valgte bølge.",
        is_required=True,
    ),
    Field(
        "prerequisites",
        "Forudsætninger",
        2,
        "Opgaver, som skal være fuldført, før denne kan fuldføres.",
        guide="Her kan vælges en KLIK-opgave, som skal fuldføres INDEN denne opgave kan fuldføres.",
    ),
)
