"""Letters that look like Latin letters, and signs that stand in for letters."""

from workflows.people.wordlists import people_phrases

LETTERS = dict(line.split(" ") for line in people_phrases("lookalikes"))
LETTERS.update(zip("’‘ʼ`´＇", "''''''", strict=True))
LETTERS.update(zip("‐‑‒–—―−", "-------", strict=True))
LETTERS.update(zip("“”„«»", '"""""', strict=True))

# Digits and signs written in place of letters inside a word; the second reading is tried after the first.
SIGNS = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "!": "i", "@": "a", "$": "s", "|": "l", "+": "t", "€": "e", "£": "l",
}  # fmt: skip
