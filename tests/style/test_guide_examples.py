"""The guide's own examples: no ERROR anywhere, nothing at all in the SFTP texts."""

from tasks.style import Draft, Finding, House, Severity, check
from tasks.style.rule import prose

GALLERY = House(roles=("Systemansvarlig", "Systemadministrator", "Superbruger", "Projektleder"))
GOAL = (
    "Målet er, at I giver samtykke til, at Netcompany må oprette en SFTP-rute på jeres kommunes "
    "vegne."
)
DESCRIPTION = """\
Ifm. Release 4.0.0 bliver det muligt for KP at modtage ansøgninger om personligt tillæg fra \
selvbetjeningsløsningerne. Ansøgningerne kan indeholde bilag, og disse bilag sendes via en \
SFTP-rute.
Netcompany kan oprette SFTP-ruten for jer, hvis I ønsker det. Denne KLIK-opgave har derfor til \
formål at indsamle samtykke fra jer, så Netcompany kan oprette SFTP-ruterne på vegne af alle \
kommuner, der ønsker det.
Du skal være opmærksom på, at samtykker I ikke til oprettelsen af SFTP-ruten, skal I selv betale \
for og stå for dette, hvis I på et senere tidspunkt ønsker at modtage ansøgninger om personligt \
tillæg direkte i KP."""
RESULT = (
    "Resultatet er, at I kan modtage bilag sammen med de ansøgninger, I modtager fra jeres "
    "selvbetjeningsløsning."
)
METHOD = """\
For at løse denne KLIK-opgave anbefaler vi følgende trin:
1. Ønsker I ikke at ændre eller oprette afslagsårsager og har således ikke udfyldt nogen \
excel-fil, kan I markere opgave som fuldført.
2. Ønsker I at ændre og/eller oprette afslagsårsager, skal du kontakte din kommunens \
KP-systemadministrator, som skal stå for opsætningen. Angiv evt. som ”udfører” på KLIK-opgaven. \
KP-systemadministrator skal havde den udfyldte excel-fil fra ”(Auto 12)” og udføre følgende punkter.
3. Tilgå KPs systemadministrationsfane
4. Åben systemparameteren ”Årsag for afgørelse”
5. (….)
10. Gentage punkt 5-9 for alle afslagsårsager, I ønsker at overskrive og/eller oprette jf. \
excel-filen.
11. Når alle rækker i excel-filen er gennemgået, skal du markere opgaven som fuldført"""
ANNOUNCEMENT = """\
#besked
Kære KP-systemansvarlige.
Hermed publiceres ny KLIK-opgave vedr. opsætning af afslagsårsager.
I kan først starte på opgaven, når den nye release 4.0 er sat i drift d. 30.10.
Opgaven skal ses i forlængelse af "Auto 12", som I allerede nu kan gå i gang med.
God dag!
Mvh. Aske / KOMBIT"""
TEXTS = {"goal", "description", "result", "method", "announcement"}


def in_texts(draft: Draft) -> list[Finding]:
    return [finding for finding in check(draft, GALLERY) if finding.field in TEXTS]


def test_the_sftp_texts_are_clean() -> None:
    draft = Draft(goal=prose(GOAL), description=prose(DESCRIPTION), result=prose(RESULT))
    assert not in_texts(draft)


def test_the_method_and_the_message_hold_no_error() -> None:
    draft = Draft(description=prose("x"), method=prose(METHOD), announcement=ANNOUNCEMENT)
    assert not [f for f in in_texts(draft) if f.severity is Severity.ERROR]


def test_the_method_and_the_message_hold_no_false_alarm() -> None:
    draft = Draft(description=prose("x"), method=prose(METHOD), announcement=ANNOUNCEMENT)
    assert not in_texts(draft)
