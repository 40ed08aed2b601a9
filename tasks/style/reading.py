"""How heavy a text reads: words in a sentence, and LIX."""

from dataclasses import dataclass

from tasks.style.tokens import Kind, Token, said_in

_COUNTED = frozenset({Kind.WORD, Kind.NUMBER, Kind.SHORT, Kind.URL})
_LONG_WORD = 6


def word_count(sentence: tuple[Token, ...]) -> int:
    return sum(token.kind in _COUNTED for token in sentence)


@dataclass(frozen=True, slots=True)
class Lix:
    """The figures behind LIX: words/sentences + 100 x words over six letters/words."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int:
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def lix(texts: tuple[str, ...]) -> Lix:
    """Return the figures of these texts together; a sentence without words does not count."""
    words = sentences = long_words = 0
    for text in texts:
        for said in said_in(text):
            count = word_count(said)
            words += count
            sentences += bool(count)
            long_words += sum(token.is_word and len(token.text) > _LONG_WORD for token in said)
    return Lix(words, sentences, long_words)
