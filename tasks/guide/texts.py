"""Section 3, ”Tekst”: its fields in the guide's order."""

from tasks.guide import examples
from tasks.guide.field import Field

FIELDS = (
    Field(
        "goal",
        "Mål",
        3,
        "Fortæl kort, hvad der skal løses.",
        guide="Kort beskrivelse af målet med opgaven. Fokus er på det, som skal løses, og altså "
        "det som også vil være en del af Metode og fremgangsmåde.",
        example=examples.SFTP_GOAL,
    ),
    Field(
        "description",
        "Beskrivelse",
        3,
        "Fortæl hvorfor, hvad det handler om i praksis, hvad man skal passe på, og hvad der sker, "
        "hvis opgaven ikke bliver løst.",
        guide="""\
Beskrivelsen sætter rammen. Denne del skal være målrettet den ”indledende modtager” som fx \
systemansvarlige (o.l.), som skal forstå opgaven grundlæggende og også fx konsekvenser ved ikke \
at løse opgaven.
Hvorfor opgaven skal løses, hvad den i praksis omhandler samt evt. opmærksomhedspunkter og \
konsekvenser ved ikke at løses den, skal skrives i overordnede termer.""",
        example=examples.SFTP_DESCRIPTION,
        is_required=True,
    ),
    Field(
        "method",
        "Metode og fremgangsmåde",
        3,
        "Skriv trin for trin i bydeform, og skriv, hvem der udfører dem.",
        guide="""\
Metode og fremgangsmåde skal som udgangspunkt skrives punktopstillet og i bydeform.
Det skal fremgå eksplicit i afsnittet, hvem der er udfører. Det er særligt vigtigt, hvis der er \
flere forskellige inde over opgavens udførsel.
Afsnittet giver den detaljerede vejledning til at fuldføre opgaven. Afsnittet må i højere grad \
benytte fagtermer og/eller tekniske termer, hvis det forventes, at udføreren forstår disse og er \
bedre understøttet, ved at de benyttes.
Afsnittet kan evt. henvise til indhold fra beskrivelsen, som danner grundlag for at løse opgaven. \
Dette gælder særligt, hvis det er af så stort omfang, at en gentagelse vil ”fylde for meget”.
Hvis den nødvendige vejledning er meget kompliceret, vil det typisk være bedst, at der laves en \
separat vejledning som bilag til KLIK-opgaven. Her kan der fx benyttes billeder og bedre \
formatering, til at understøtte formidlingen.
Hvis den nødvendige vejledning ligger i en eller flere eksterne vejledninger, kan afsnittet linke \
til disse med angivelse af hvilken del af vejledningen, der er relevant.
Hvis afsnittet referer til en vejledning udenfor KLIK-opgaven (intern som ekstern), skal det \
vurderes, om der kan stilles en simpel vejledning op i KLIK-opgaven, som skitserer opgaven. Hvis \
det er en erfaren medarbejder i kommunen, som skal løse opgaven, kan det nogle gange være \
tilstrækkeligt, og så behøver medarbejderen ikke at orientere sig i det mere omfattende \
materiale. Alternativt kan KLIK-opgaven blot henvise og linke til vejledningen.""",
        example=examples.SETUP_METHOD,
    ),
    Field(
        "result",
        "Resultat",
        3,
        "Fortæl, hvad I har ud af det: hvorfor gør man det, som står i metoden?",
        guide="I modsætning til ”Mål” skal der her angives, hvad endemålet er. Altså hvorfor skal "
        "man uføre det, som fremgår af Metode og fremgangsmåde.",
        example=examples.SFTP_RESULT,
    ),
    Field(
        "related_tasks",
        "Opgaven er tæt relateret til",
        3,
        "Opgaver, som er tæt forbundet med denne.",
        guide="Her kan vælges en anden KLIK-opgave, som er tæt relateret.",
    ),
)
