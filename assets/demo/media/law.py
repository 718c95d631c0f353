"""Articles quoted in the films, word for word; ../films/laws.csv holds their texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    law: str
    article: str  # 第…条
    words: str  # as the article has them; its paragraphs parted by \n, "……" where words are left out

    @property
    def source(self):
        return f"《{self.law}》{self.article}"


quote = Quote
