// Tells that a table was turned into lines, to those who see and to those who listen.
const WORDS = "Tabellen er lavet om til linjer, for en opgave kan ikke vise tabeller.";

/** Shows the words under the text until the field is left. */
export function tellOfTable(box) {
  box.querySelector(".prose-note")?.remove();
  const note = document.createElement("p");
  note.className = "prose-note";
  note.textContent = WORDS;
  box.append(note);
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = WORDS;
  box.addEventListener("focusout", () => note.remove(), { once: true });
}
