// The findings of Tjek in place: under the very words, in every text of a form.
import { Asking } from "./asking.js";
import { PlainText } from "./plain_text.js";
import { ProseText } from "./prose_text.js";

const NOTHING = { may: false, rules: {}, places: [] };

/** Draw what Tjek finds in a form, and ask it again as the texts change. */
export function mountFindings(form, prose = new Map()) {
  const holder = document.getElementById("tjek-indhold");
  const texts = textsOf(form, prose);
  const findings = {
    texts,
    told: NOTHING,
    /** Draw the places of the newest answer again. */
    redraw() {
      for (const text of texts) text.draw(this.told.places.filter(({ field }) => field === text.name));
    },
    take(panel) {
      this.told = panel ? JSON.parse(panel.dataset.places) : NOTHING;
      this.redraw();
    },
  };
  findings.asking = new Asking(form, holder, texts, (panel) => findings.take(panel));
  findings.take(holder.querySelector("[data-places]"));
  return findings;
}

/** Every text of the form in its order: editors, and textareas that hold plain text. */
function textsOf(form, prose) {
  const areas = [...form.querySelectorAll("textarea:not([hidden]), textarea[data-html]")];
  return areas.map((area) => (prose.has(area.name)
    ? new ProseText(prose.get(area.name))
    : new PlainText(area, area.name !== "announcement")));
}
