"""Texts as people type them, in which Markdown would see something else."""

_STARTS = (
    "30. oktober går vi i drift", "1. januar 2027", "12) Log ind", "1) Log ind", "0. trin",
    "123456789. og", "1234567890. og", "30.10. er fristen", "30/10 er fristen", "4.0 er klar",
    "30.", "30)", "1.\tmed tabulator", "# overskrift", "#besked", "#1 er vigtigst", "###### seks",
    "####### syv", "#", "> citat", ">citat", ">> to", "+ punkt", "+45 33 34 94 00", "+", "* punkt",
    "*", "- punkt", "- 30. oktober", "- # punkt", "- > punkt", "- - punkt", "- + punkt", "- 1) a",
    "- * punkt", "-punkt", "–punkt", "-14 dage", "- [ ] ikke gjort", "- [x] gjort", "---", "- - -",
    "***", "* * *", "___", "_ _ _", "----------", "===", "=", "= 4", "~~~", "```", "````", "`",
    "~", "| a | b |", "|---|---|", "a | b", ":--", ": definition", "[1]: https://x.dk",
    "[^1]: fodnote", "    indrykket", "\tindrykket", "     - indrykket", "  30. indrykket",
    "\\", "\\30. oktober", "\\# x", "<div>", "</div>", "<!-- skjult -->", "<?php", "<![CDATA[x]]>",
    "<script>alert(1)</script>", "<pre>", "<a href=x>", "<https://x.dk>", "<anne@kombit.dk>",
    "&nbsp;", "&copy; KOMBIT", "&#35;besked", "&amp;", "!", "![billede](x.png)", "?", "$x$",
    "@anne",
)  # fmt: skip
_INSIDE = (
    "*vigtigt*", "**vigtigt**", "***vigtigt***", "_vigtigt_", "__vigtigt__", "fil_navn_2.xlsx",
    "KP_AB_1_test", "2 * 3 * 4", "2*3*4", "a*b", "a_b", "a _b_ c", "* a", "**", "__", "*a", "a*",
    "~~slettet~~", "~slettet~", "a ~ b", "`kode`", "``ko`de``", "a`b", "[tekst](https://x.dk)",
    "[tekst]", "[tekst][1]", "[tekst][]", "[skriv hvorfor]", "[a](b \"c\")", "[a]( b )", "[](x)",
    "[ ]", "[x]", "![alt](https://x.dk/a.png)", "![alt]", "[a[b](c)", "[a]](b)", "\\[a](b)",
    "https://kombit.dk/en_fil_her", "https://x.dk/a*b*c", "https://x.dk/?a=1&b=2&copy=3",
    "(https://x.dk/a_b)", "www.kombit.dk", "anne_b@kombit.dk", "https://x.dk/[a](b)",
    "<b>fed</b>", "<br>", "<br/>", "a < b > c", "a<b", "1 < 2", "<3", "<æ>", "x <= y", "->", "<-",
    "<!-- x -->", "</p>", "R&D", "&amp;", "&lt;b&gt;", "&#x41;", "&AElig;", "& og", "&;", "&#;",
    "C:\\mappe\\fil", "C:\\mappe\\*", "a\\", "a \\", "a\\\\", "\\\\", "\\*", "\\_", "\\a", "\\æ",
    "\\#", "\\.", "linje med to mellemrum  ", "slut\\", "æøå ÆØÅ", "Blåbærgrød på 1. sal", "é ü ß",
    "👍 fint", "🎉*fest*🎉", "👩‍💻_kode_", "1️⃣ først", "”Auto 12”", "”(Auto 12) *x*”", "»a«", "'a'",
    "“a”", "...", "…", "a -- b", "a --- b", "a – b", "(c)", "§ 30", "50 %", "1.000,50 kr.", "^2",
    "H~2~O", "==mark==", "++a++", ":smile:", "{a}", "$$x$$", "\u00a0", "a\u00a0b", "a\tb", "a  b",
    "x[^1]", "{{ x }}", "{% x %}", "a|b", "\u200bx", "e\u0301", "ﬁ", "𝒜", "\u202eabc", "a\u00adb",
)  # fmt: skip
_LINES = (
    "Titel\n===", "Titel\n---", "Titel\n-", "Titel\n=", "Tekst\n    indrykket",
    "Tekst\n\tindrykket",
    "- a\n- b", "- a\n\n- b", "- a\n    b", "- a\n  b", "- a\n  - b", "1. a\n2. b", "1. a\n\n2. b",
    "- a\n1. b", "- a\n---", "- a\n===", "- a\n# b", "- a\n> b", "a\n- b\nc",
    "| a | b |\n|---|---|",
    "| a |\n|---|\n| c |", "a\n|---|", "a | b\n--- | ---\n1 | 2", "```\nkode\n```",
    "~~~\nkode\n~~~",
    "<div>\n\n*a*\n\n</div>", "<!--\n\na\n\n-->", "[a]\n\n[a]: https://x.dk", "[a][b]\n\n[b]: /x",
    "[^1]\n\n[^1]: note", "*a\nb*", "_a\n\nb_", "`a\nb`", "``a\n\nb``", "[a\nb](c)", "a\\\nb",
    "a  \nb",
    "**a\n\nb**", "> a\nb", "> a\n\n> b", "a\n\n\n\nb", "\n\na\n\n", "a\r\nb", "+ a\n+ b",
    "* a\n* b",
    "30. oktober\n31. oktober", "30.\noktober", "- \na", "-\na", "- a\n-\n- b", "#\na", "a\n#",
    "#besked\n30. oktober", "#besked\n# a", "#besked\n- a\n- b", "#besked\n---", "#besked\n===",
)  # fmt: skip

CASES: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *_STARTS,
            *_INSIDE,
            *(f"Kære alle. Se {part} nu." for part in _INSIDE),
            *(f"{part} først på linjen" for part in _INSIDE),
            *(f"- {part}" for part in _INSIDE),
            *(f"Kære alle.\n{line}" for line in _STARTS),
            *_LINES,
            *(f"Kære alle.\n\n{lines}\n\nMvh. Aske" for lines in _LINES),
        )
    )
)
