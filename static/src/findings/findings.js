// The findings of Tjek in place: under the very words, in every text of a form.
import { Asking } from "./asking.js";
import { fix } from "./fixing.js";
import { leadFromPanel, openKeeping } from "./panel.js";
import { PlainText } from "./plain_text.js";
import { ProseText } from "./prose_text.js";
import { walkByKey } from "./walking.js";
import { FindingWindow } from "./window.js";

const NOTHING = { may: false, whole: true, rules: {}, places: [] };
const ROOM = { above: 16, below: 96 }; // px: under the window lies the bar of buttons

/** Draw what Tjek finds in a form, and ask it again as the texts change. */
export function mountFindings(form, prose = new Map()) {
  const holder = document.getElementById("tjek-indhold");
  const findings = new Findings(textsOf(form, prose));
  const finder = new FindingWindow(findings, { fix: (key, number) => fixOrSend(findings, key, number), keep: openKeeping });
  for (const text of findings.texts) openByMouse(text, findings, finder);
  form.addEventListener("input", () => { finder.close(); findings.forgetMended(); });
  findings.asking = new Asking(form, holder, findings.texts, (panel) => {
    findings.take(panel);
    finder.followMark();
  });
  walkByKey(findings, finder);
  leadFromPanel(holder, findings);
  findings.take(holder.querySelector("[data-places]"));
  return findings;
}

class Findings {
  constructor(texts) {
    this.texts = texts;
    this.told = NOTHING;
    this.mended = new Set(); // keys of what was mended since the newest answer and the last change
  }

  /** Take in the newest answer. */
  take(panel) {
    this.told = panel ? JSON.parse(panel.dataset.places) : NOTHING;
    this.mended.clear();
    this.redraw();
  }

  /** What was mended last is no news once something else is changed. */
  forgetMended() {
    this.mended.clear();
    this.say("");
  }

  redraw() {
    for (const text of this.texts) text.draw(this.told.places.filter(({ field }) => field === text.name));
  }

  /** Every mark with its text, in the order of the form. */
  marks() {
    return this.texts.flatMap((text) => text.drawn.map((mark) => ({ text, mark })));
  }

  find(isMeant) {
    return this.marks().find(({ mark }) => isMeant(mark));
  }

  /** The mark around a position; of several the one that is selected, else the shortest. */
  markAt(text, position) {
    const around = text.drawn.filter(({ from, to }) => from <= position && position <= to);
    const length = ({ from, to }) => to - from;
    const selected = around.find((mark) => mark.from === position && mark.to === text.selectionEnd);
    return selected ?? around.sort((a, b) => length(a) - length(b))[0];
  }

  focused() {
    return this.texts.find(({ element }) => element === document.activeElement);
  }

  /** Open what is folded around a text. */
  unfold(text) {
    for (let part = text.element; part; part = part.parentElement) if (part.localName === "details") part.open = true;
  }

  /** Select the words of a mark where they can be seen. */
  show(text, mark) {
    this.unfold(text);
    text.select(mark);
    const { top, bottom } = text.rectangle(mark);
    if (top < ROOM.above || bottom > innerHeight - ROOM.below) scrollBy(0, top - innerHeight / 3);
  }

  /** Say beside Tjek what was done. */
  say(words) {
    const said = document.getElementById("tjek-svar");
    if (said.textContent !== words) said.textContent = words;
    if (words && !said.checkVisibility()) this.announce(words); // the preview stands in its place
  }

  /** Say something to those who listen alone. */
  announce(words) {
    document.getElementById("announcer").textContent = words;
  }
}

/** Every text of the form in its order: editors, and textareas that hold plain text. */
function textsOf(form, prose) {
  return [...form.querySelectorAll("textarea")].map((area) => (prose.has(area.name)
    ? new ProseText(prose.get(area.name))
    : new PlainText(area, area.name !== "announcement")));
}

function openByMouse(text, findings, finder) {
  text.element.addEventListener("click", (event) => {
    const position = text.pressedAt(event);
    const mark = position === null ? null : findings.markAt(text, position);
    if (mark) finder.open(text, mark);
  });
}

/** Without the words in place the panel's button sends the form, and the server mends what it finds. */
function fixOrSend(findings, key, number) {
  if (!fix(findings, key, number)) document.getElementById(`fix-${key}-${number}`)?.click();
}
