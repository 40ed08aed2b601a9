// Tells what became of a paste, to those who see and to those who listen.

export const TABLE = "Tabellen er lavet om til linjer, for en opgave kan ikke vise tabeller.";
export const NOTHING = "Der blev ikke sat noget ind, for her kan kun stå tekst.";

/** Shows the words under the text until the field is left. */
export function tellBelow(box, words) {
  box.querySelector(".prose-note")?.remove();
  const note = document.createElement("p");
  note.className = "prose-note";
  note.textContent = words;
  box.append(note);
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = words;
  box.addEventListener("focusout", () => note.remove(), { once: true });
}
