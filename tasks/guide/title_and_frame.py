"""Section 1, ”Titel og ramme”: its fields in the guide's order."""

from tasks.guide.field import Field

# Typed in an input of its own before the title; on every page it stands in the title's bracket
REFERENCE = Field(
    "reference",
    "Reference",
    1,
    "Fx MI 01.",
    guide="Format: ”(PRÆFIKS [nummer]) Skriv sigende titel i bydeform”",
    example="MI 02",
    is_required=True,
)

FIELDS = (
    Field(
        "title",
        "Opgavetitel",
        1,
        "Skriv en sigende titel i bydeform. Referencen foran giver en kort og præcis henvisning.",
        guide="Præfiks med nummerering benyttes for kort og præcis reference til opgaver, og da "
        "det giver indblik i rækkefølge og tid. Laves egne præfiks, kan de understøtte forståelse "
        "af kontekst, opgavetype o.l. Alternativt kan implementeringsspecialets temaer med "
        "tilhørende forkortelser benyttes. Format: ”(PRÆFIKS [nummer]) Skriv sigende titel i "
        "bydeform”",
        example="(MI 02) Udfyld excel-filen med jeres afslagsårsager",
        is_required=True,
    ),
    Field(
        "project",
        "Projekt",
        1,
        "Projektets navn i Podio. Bølger og forudsætninger kan vælges, når projektet er valgt.",
        guide="Hvad hedder projektet i Podio?",
        is_required=True,
    ),
    Field("phase", "Fase", 1, "Fra KOMBITs implementeringsmodel.", is_required=True),
    Field("theme", "Tema", 1, "Fra KOMBITs implementeringsmodel.", is_required=True),
    Field(
        "priority",
        "Prioritet",
        1,
        "Kan I gå i drift uden? Rammer det borgerne eller brugen hårdt? Afhænger det af den "
        "enkelte kommunes behov?",
        guide="Obligatorisk på kritisk vej: Opgaven har konsekvenser for idriftsættelse. Kan fx "
        "være teknisk blokering af idriftsættelse eller meget store konsekvenser for borgere "
        "og/eller brugen af løsningen. Obligatorisk: Opgaven skal sikre optimal implementering. "
        "Blokerer ikke for idriftsættelse, men har stor konsekvens for brugen af løsningen, "
        "og/eller evt. mindre konsekvens for borgere. Ovenstående 2 skal følges op af KOMBIT "
        "og/eller leverandør, for at sikre, at kommunerne når i mål inden intern deadline. "
        "Anbefalet: Blokerer ikke for idriftsættelsen og afhænger fx af kommunernes lokale behov, "
        "organisering, momentum mv.. Ved ny funktionalitet har det ikke store konsekvenser for "
        "brugen af løsningen og ingen konsekvenser for borgere. KOMBIT anbefaler kommunen at løse "
        "opgaven, men følger ikke op.",
        is_required=True,
    ),
    Field(
        "reply_to",
        "Svar til",
        1,
        "E-mailadresser på andre end den implementeringsansvarlige, som skal have besked. "
        "Skriv komma mellem flere.",
        guide="Hvis andre end projektets implementeirngsansvarlige fra KOMBIT skal modtage "
        "notifikationer på opgaven, kan det anføres her. Fx en fællespostkasse.",
        example="kp-postkasse@kombit.dk",
    ),
    Field(
        "is_infrastructure",
        "Er det en STS/infrastruktur opgave?",
        1,
        "Kommunerne kan filtrere på dit svar.",
        guide="Kommunerne kan filtrere i KLIK-opgaverne på baggrund af, om vi har valgt ja eller "
        "nej.",
        is_required=True,
    ),
)
