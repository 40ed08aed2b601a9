// Tjek's panel beside the texts: its fields and quoted words lead to the very words, and its buttons
// mend them there.
import { showBeside } from "../comforts/preview.js";
import { fix, fixLine } from "./fixing.js";

/** Let the panel lead into the texts. Without a place for what is pressed, the press goes its old way. */
export function leadFromPanel(holder, findings) {
  holder.classList.add("leads-to-words");
  holder.addEventListener("click", (event) => {
    const pressed = event.target.closest("a[data-focus-field], q.finding-phrase, button[name=fix], button[name=fix_all]");
    if (!pressed || !follow(pressed, findings)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function follow(pressed, findings) {
  if (pressed.name === "fix") {
    const [, key, number] = /^(.*)#(\d+)$/.exec(pressed.value);
    return fix(findings, key, Number(number));
  }
  if (pressed.name === "fix_all") return fixLine(findings, pressed.value);
  const found = findings.find(({ place }) => isMeant(pressed, place));
  if (found) findings.show(found.text, found.mark);
  return Boolean(found);
}

/** A quote names its place or its words; a field's link means the first place of its line. */
function isMeant(pressed, place) {
  if (pressed.dataset.place) return place.key === pressed.dataset.place;
  const line = pressed.closest(".finding").querySelector("[data-focus-field]").id.replace(/^sted-/, "");
  return place.line === line && (pressed.localName === "a" || place.phrase === pressed.textContent);
}

/** Open the panel's own form for keeping the words of a finding, and go there. */
export function openKeeping(key) {
  if (document.querySelector("[data-form-aside]")) showBeside("tjek");
  const fold = document.getElementById(`keep-${key}`);
  if (!fold) return;
  for (let part = fold; part; part = part.parentElement) if (part.localName === "details") part.open = true;
  fold.scrollIntoView({ block: "nearest" });
  fold.querySelector("input, button").focus({ preventScroll: true });
}
