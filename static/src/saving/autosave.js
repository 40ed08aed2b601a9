// Saves the task while it is written, 1.5 seconds after the last change. What cannot be saved is said,
// stays on the page, is kept in this browser, and is tried again.
import { NotLoggedIn, inSession } from "../session/session.js";
import { adopt } from "./adopt.js";
import { takeIn } from "./answer.js";
import { Copies } from "./copies.js";
import { differing, fill, labelOf, read } from "./fields.js";
import { sayMerged, statusLine } from "./status.js";

const PAUSE = 1_500; // milliseconds after the last change
const RETRIES = [2_000, 4_000, 8_000, 15_000, 30_000];
const PATIENCE = 20_000;
// Answers that a second try would not change
const REFUSALS = {
  403: "Du må ikke længere rette i opgaven.",
  404: "Opgaven findes ikke længere.",
  413: "Der står mere tekst, end vi kan tage imod. Gør den kortere.",
};
const NEEDS_TITLE = "Giv opgaven en titel, så gemmer vi den.";

export class Autosave {
  /** `prose` are the form's editors by name. */
  constructor(form, prose) {
    this.form = form;
    this.prose = prose;
    this.marks = JSON.parse(form.elements.seen.value);
    this.saved = savedOn(form, prose);
    this.unsettled = new Set(unsavedOn(form)); // with an error, or a question nobody has answered
    this.status = statusLine(document.getElementById("gemt"));
    this.tries = 0;
    this.isFailing = false; // the newest save came to nothing
    this.isPaused = false; // while the browser leaves the page
    this.copies = new Copies(this);
    for (const event of ["input", "change"]) form.addEventListener(event, () => this.changed());
    window.addEventListener("online", () => this.soon(0));
    if (this.unsaved.some((field) => !this.unsettled.has(field))) this.soon(PAUSE);
  }

  get isNew() {
    return !this.form.elements.task;
  }

  /** The fields that are not saved as they stand. */
  get unsaved() {
    return differing(this.saved, read(this.form));
  }

  changed() {
    this.copies.writeSoon();
    this.status.waiting();
    this.tries = 0;
    this.soon(PAUSE);
  }

  soon(delay) {
    clearTimeout(this.timer);
    if (!this.isPaused) this.timer = setTimeout(() => this.save(), delay);
  }

  /** Somebody else has saved: ask for what they wrote. */
  refresh() {
    this.isStale = true;
    this.soon(0);
  }

  /** Let the browser send the form itself: what is under way ends, and nothing new begins. */
  async rest() {
    clearTimeout(this.timer);
    this.isPaused = true;
    await this.running;
  }

  /** The page stays, after all. */
  goOn() {
    this.isPaused = false;
    if (this.unsaved.length) this.soon(PAUSE);
  }

  /** Save now, one request at a time. `asked`: a person pressed a key or a button for it. */
  async save({ asked = false } = {}) {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.isPaused) return;
    this.running = this.once(asked).finally(() => { this.running = null; });
    return this.running;
  }

  async once(asked) {
    const sent = read(this.form);
    // What is mended by going back to what is saved must lose its error, too
    const isNeeded = this.isStale || differing(this.saved, sent).length || this.form.querySelector("[data-saved-error]");
    if (!isNeeded) return this.tell({ asked });
    if (this.isNew && !this.form.elements.title.value.trim()) return this.refused(NEEDS_TITLE);
    try {
      await this.take(await inSession((token) => this.post(token), { asked }), sent, asked);
    } catch (trouble) {
      this.failed(trouble);
    }
  }

  /** Send the whole form; the server tells from the marks what was changed in it. */
  post(token, options = { signal: AbortSignal.timeout(PATIENCE) }) {
    const body = new FormData(this.form);
    body.set("csrfmiddlewaretoken", token);
    body.set("seen", JSON.stringify(this.marks));
    const url = this.isNew ? "/opgaver/gem/" : `/opgaver/${this.form.elements.task.value}/gem/`;
    return fetch(url, { method: "POST", body, redirect: "manual", ...options });
  }

  async take(response, sent, asked) {
    if (response.status in REFUSALS) return this.refused(REFUSALS[response.status]);
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    if (answer.refused) return this.refused(answer.refused);
    Object.assign(this, { tries: 0, isFailing: false, isStale: false, clock: answer.saved_at });
    if (this.isNew) await this.becomeSaved(answer);
    const merged = takeIn(this, answer, sent, asked);
    this.copies.write();
    this.tell({ asked, merged });
  }

  async becomeSaved(answer) {
    this.copies.clear();
    await adopt(this.form, answer.url, answer.revision);
    this.status = statusLine(document.getElementById("gemt"));
    this.form.dispatchEvent(new CustomEvent("adopted"));
  }

  /** Fill a field in; false when the page has no such choice. */
  fill(field, value, options) {
    return fill(this.form, this.prose, field, value, options);
  }

  refused(reason) {
    this.isFailing = true;
    this.copies.write();
    if (reason === NEEDS_TITLE) this.status.needs(reason);
    else this.status.trouble(`Ikke gemt: ${reason}`);
  }

  failed(trouble) {
    this.isFailing = true;
    this.copies.write();
    if (trouble instanceof NotLoggedIn) {
      this.status.trouble("Ikke gemt endnu – log ind igen");
      return;
    }
    this.status.trouble("Ikke gemt endnu – vi prøver igen");
    this.soon(RETRIES[Math.min(this.tries, RETRIES.length - 1)]);
    this.tries += 1;
  }

  tell({ asked = false, merged = [] }) {
    const left = this.unsaved;
    if (left.some((field) => !this.unsettled.has(field))) this.soon(PAUSE);
    else if (left.length) this.status.partly(this.clock, left.map((field) => labelOf(this.form, field)));
    else if (this.clock || asked) this.status.saved(this.clock, { asked });
    if (merged.length) sayMerged(merged.map(({ label }) => label));
  }
}

/**
 * What stands on the server, as the form writes it; of a field with an error that is not known.
 *
 * A browser may have brought back what was typed before a reload, so inputs are asked for what they
 * came with. Editors take what was brought back later, and tell.
 */
function savedOn(form, prose) {
  const saved = read(form);
  const asItCame = form.cloneNode(true);
  asItCame.reset();
  for (const [field, reading] of read(asItCame)) {
    if (!prose.has(field)) saved.set(field, reading);
  }
  for (const field of unsavedOn(form)) saved.set(field, null);
  return saved;
}

function unsavedOn(form) {
  const boxes = form.querySelectorAll(".field-invalid[id^=div_id_]");
  return [...boxes].map((box) => box.id.replace("div_id_", ""));
}
