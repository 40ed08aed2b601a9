"""Section 6, ”Test og #besked”: what happens outside the approved text."""

from tasks.guide import examples
from tasks.guide.field import Field

ANNOUNCEMENT = Field(
    "announcement",
    "Besked til kommunerne",
    6,
    "Begynder med #besked. Fortæller, hvornår opgaven kan startes, og fristen, når den er kort.",
    guide="Beskeder skal altid starte med ”#besked”, da kommunerne dermed får en mailnotifikation "
    "om, at vi har skrevet på opgaven. Af beskeden skal det fremgå hvornår opgaven kan startes, og "
    "evt. andre relevante oplysninger. Hvis opgaven har kort deadline, skal det også fremgå af "
    "beskeden.",
    example=examples.SETUP_ANNOUNCEMENT,
)

TEST_STEP_GUIDE = (
    "For at teste om en KLIK-opgave slår igennem som den skal, publiceres opgaven først til en "
    "”test-bølge”. Dvs. en bølge, som alene har tilknyttet Korsbæk Kommune. Herefter kan bølgen "
    "ændres til den faktiske bølge med de relevante kommuner."
)

# What a person looks at on the test wave; the first question is the guide's own
TEST_STEP_CHECKLIST = {
    "through": "Opgaven er slået igennem hos Korsbæk, som den skal.",
    "dates": "Startdatoen og slutdatoen er, som de skal være på testbølgen.",
    "text": "Afsnit, lister og numre ser ud som i arket.",
    "links": "Links og bilag kan åbnes.",
    "people": "Den rigtige udfører og ansvarlige står på opgaven.",
}
