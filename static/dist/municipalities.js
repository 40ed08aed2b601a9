// Finding municipalities among all 98: the list narrows as one types, and tells how many are chosen.
(() => {
  "use strict";

  const LETTERS = { æ: "ae", ø: "oe", å: "aa" };
  const WITHOUT_DANISH_KEYS = { æ: "ae", ø: "o", å: "a" };

  /** One spelling of "Høje-Taastrup" and "hoeje tåstrup". */
  function spelled(text, letters = LETTERS) {
    const small = text.normalize("NFC").toLowerCase().replace(/[æøå]/g, (letter) => letters[letter]);
    const bare = small.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.replace(/[^a-z0-9]+/g, " ").trim();
  }

  /** A row of the list: its box, and what can be typed to find it. */
  function readRow(row) {
    const name = row.querySelector("label").firstChild.textContent;
    return {
      element: row,
      box: row.querySelector("input"),
      isElsewhere: row.querySelector(".elsewhere") !== null,
      text: `${spelled(name)} ${spelled(name, WITHOUT_DANISH_KEYS)}`,
    };
  }

  function inWords(rows, isNarrowed) {
    const chosen = rows.filter(({ box }) => box.checked);
    const twice = chosen.filter(({ isElsewhere }) => isElsewhere).length;
    const shown = rows.filter(({ element }) => !element.hidden).length;
    const found = shown === 0 ? "Ingen kommuner passer. " : `${shown} vises. `;
    const also = twice ? `, heraf ${twice} også i en anden bølge` : "";
    return `${isNarrowed ? found : ""}${chosen.length} af ${rows.length} valgt${also}`;
  }

  for (const search of document.querySelectorAll("[data-municipality-search]")) {
    const field = search.querySelector("[type=search]");
    const onlyChosen = search.querySelector("[type=checkbox]");
    const count = search.querySelector("[data-municipality-count]");
    const list = search.parentElement.querySelector(".choices");
    const rows = [...list.querySelectorAll(".form-check")].map(readRow);

    function tell() {
      count.textContent = inWords(rows, field.value.trim() !== "" || onlyChosen.checked);
    }

    function narrow() {
      const words = spelled(field.value).split(" ");
      for (const { element, box, text } of rows) {
        const fits = words.every((word) => text.includes(word));
        element.hidden = !fits || (onlyChosen.checked && !box.checked);
      }
      tell();
    }

    field.addEventListener("input", narrow);
    onlyChosen.addEventListener("change", narrow);
    list.addEventListener("change", tell);
    // Enter looks for no more than is shown already, and must not save the wave
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    // Back in the browser may bring the ticks back.
    window.addEventListener("pageshow", narrow);
    search.hidden = false;
    narrow();
  }
})();
