"""What authors do to a proposal: they add sentences of their own, and take lines out."""

from hypothesis import strategies as st

OWN = (
    "Ring til os, hvis I er i tvivl.",
    "I kan ringe til os alle hverdage kl. 9-15.",
    "Vi har rettet i vejledningen, og opgaven er kortere nu.",
    "Vær opmærksom på, at I skal have adgang først.",
    "Kære alle, tak for jeres hjælp med det nye.",
    "Start med det samme, hvis I kan.",
    "Se https://kombit.dk/kp/afslag_2 og 30 andre sider.",
    "- Husk også bilaget.",
    "Mvh. er ikke nok.",
)


def _alike(line: str, sentence: str) -> bool:
    """Nobody can tell a sentence of one's own from a line one changed, if they begin alike."""
    return sentence in line or line.split()[:1] == sentence.split()[:1]


@st.composite
def added_to(draw: st.DrawFn, proposal: str) -> tuple[str, list[str]]:
    """Put sentences between the paragraphs of a proposal and behind its lines."""
    lines, own = proposal.split("\n"), draw(st.lists(st.sampled_from(OWN), max_size=4, unique=True))
    for sentence in own:
        at = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()) and lines[at]:
            lines[at] += f" {sentence}"
        else:
            lines[at + 1 : at + 1] = ["", sentence, ""]
    return "\n".join(lines), own


@st.composite
def written_in(draw: st.DrawFn, proposal: str) -> tuple[str, list[str]]:
    """Add sentences, and take out some of the lines that were proposed."""
    text, own = draw(added_to(proposal))
    lines = text.split("\n")
    for at in reversed(range(draw(st.integers(0, len(lines))), len(lines))):
        if draw(st.booleans()) and not any(_alike(lines[at], sentence) for sentence in own):
            del lines[at]
    return "\n".join(lines), own
