"""Why a change is more than a small correction."""

from enum import Enum


class Why(Enum):
    """Each reason as the end of ”Ændringen …”."""

    OTHER_FIELD = "rører andet end ét af tekstfelterne"
    LONG = "er på mere end 20 tegn"
    LOOK = "rører afsnit, lister eller fremhævninger"
    LINK = "rører et link eller en adresse"
    NUMBER = "rører et tal eller en dato"
    NEGATION = "rører et ord som ”ikke” eller ”kun”"
    DUTY = "rører et ord som ”skal”, ”kan” eller ”må”"
    TIME = "rører et ord som ”senest”, ”før” eller ”efter”"
    PEOPLE = "rører, hvem der gør noget"
    FINDING = "giver Tjek noget nyt at sige"

    @property
    def sentence(self) -> str:
        """The reason as a whole Danish sentence."""
        return f"Ændringen {self.value}."
