// The line beside the buttons that says whether everything is saved.

const SLOW = 600; // milliseconds a save may take before the line says that it is under way

/** `line` is the element. What goes wrong, and right again, is said aloud too, but no ordinary save. */
export function statusLine(line) {
  let isTrouble = false;
  let slow = 0;

  function show(text, kind, isSaid = false) {
    clearTimeout(slow);
    if (text && line.textContent !== text) line.textContent = text;
    line.dataset.kind = kind;
    if (kind === "trouble" || isTrouble || isSaid) say(line.textContent);
    isTrouble = kind === "trouble";
  }

  return {
    saved: (clock, { asked }) => show(clock ? `Gemt kl. ${clock}` : "", "saved", asked),
    /** Some values stand on the page alone, each named. */
    partly: (clock, labels) => show(`${clock ? `Gemt kl. ${clock}. ` : ""}Ikke gemt endnu: ${inWords(labels)}`, "trouble"),
    waiting() {
      clearTimeout(slow);
      slow = setTimeout(() => { if (!isTrouble) show("Gemmer …", "waiting"); }, SLOW);
    },
    trouble: (text) => show(text, "trouble"),
    needs: (text) => show(text, "waiting"),
  };
}

/** Say which fields others have changed, now that it stands on the page. */
export function sayMerged(labels) {
  say(`Andre har rettet i ${inWords(labels)}. Det står her nu.`);
}

function say(text) {
  const announcer = document.getElementById("announcer");
  if (announcer && announcer.textContent !== text) announcer.textContent = text;
}

function inWords(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} og ${names.at(-1)}`;
}
