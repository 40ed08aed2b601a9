// When Tjek is asked: once for each burst of typing, never in the middle of a word that is composed,
// and an answer to an older text is let go.

const PAUSE = 300; // milliseconds without typing, before anything is said of it
const AHEAD = 50; // milliseconds: so much sooner Tjek is asked, as its answer is under way for a while
const STILL = 2000; // after so long the word that was typed counts as done
const FRAME = 20; // milliseconds: a little more than the screen takes to show what was drawn
const LETTER = /^[\p{L}\p{N}]$/u;

export class Asking {
  /** `texts` are those a person types in; `answered(panel)` is told of every answer that counts. */
  constructor(form, holder, texts, answered) {
    Object.assign(this, { holder, texts, answered });
    this.version = 0;
    this.isComposing = false;
    this.quietAt = 0; // when the pause is over
    this.isHeld = false; // the newest answer left a word out
    this.typedAt = ""; // "field:block:offset" behind the letter that was typed last
    for (const event of ["input", "text-arrived"]) form.addEventListener(event, ({ target }) => this.heard(target));
    form.addEventListener("beforeinput", (event) => this.typing(event));
    form.addEventListener("focusout", () => this.wordIsDone());
    form.addEventListener("compositionstart", () => { this.isComposing = true; });
    form.addEventListener("compositionend", () => { this.isComposing = false; this.afterPause(); });
    document.addEventListener("selectionchange", () => setTimeout(() => this.caretMoved(), 0));
    this.hearAnswers();
  }

  /** An editor tells of its changes itself, when it has taken them in. */
  heard(target) {
    if (!target.isContentEditable) this.changed();
  }

  /** Something in the form is another than it was. */
  changed() {
    this.version += 1;
    this.typedAt = this.isTyping ? this.caret() : "";
    this.isTyping = this.isComposing;
    this.afterPause();
  }

  afterPause() {
    clearTimeout(this.timer);
    this.quietAt = performance.now() + PAUSE;
    this.timer = setTimeout(() => this.ask(), PAUSE - AHEAD);
  }

  ask() {
    clearTimeout(this.timer);
    if (!this.isComposing) this.holder.dispatchEvent(new Event("tjek"));
  }

  typing({ inputType, data }) {
    this.isTyping = inputType === "insertCompositionText" || (inputType === "insertText" && LETTER.test(data ?? ""));
  }

  /** The caret behind a letter, in the text that has the focus. */
  caret() {
    const text = this.texts.find(({ element }) => element === document.activeElement);
    const at = text?.behindLetter();
    return at ? `${text.name}:${at}` : "";
  }

  caretMoved() {
    if (this.typedAt && this.caret() !== this.typedAt) this.wordIsDone();
  }

  /** Let the word be judged like all others, now if an answer left it out. */
  wordIsDone() {
    this.isTyping = false;
    this.typedAt = "";
    if (!this.isHeld) return;
    this.quietAt = 0;
    this.ask();
  }

  hearAnswers() {
    this.holder.addEventListener("htmx:configRequest", ({ detail }) => {
      detail.parameters.check_version = String(this.version);
      if (this.typedAt) detail.parameters.typing = this.typedAt;
    });
    this.holder.addEventListener("htmx:beforeSwap", ({ detail }) => this.take(detail));
    this.holder.addEventListener("htmx:afterSwap", () => {
      if (!this.holder.querySelector("[data-places]")) this.answered(null);
    });
  }

  /** Draw under the words first; the panel, which costs more to draw, comes one frame later. */
  take(detail) {
    const panel = panelIn(detail.xhr.responseText);
    if (!this.mayTake(panel)) detail.shouldSwap = false;
    else if (panel) {
      const wait = Math.max(0, Math.ceil(this.quietAt - performance.now()));
      detail.swapOverride = `innerHTML swap:${wait + FRAME}ms`;
      this.isHeld = "held" in panel.dataset;
      if (this.isHeld) this.whenStill();
      if (wait === 0) this.answered(panel);
      else setTimeout(() => { if (this.mayTake(panel)) this.answered(panel); }, wait);
    }
  }

  /** True for an answer to the text as it is now, or to none, while no word is composed. */
  mayTake(panel) {
    return !this.isComposing && (!panel || Number(panel.dataset.version) === this.version);
  }

  /** Ask again when nothing has been typed for a while. */
  whenStill() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wordIsDone(), STILL - PAUSE);
  }
}

/** The outermost tag of an answer with what Tjek found, without reading all that stands in it. */
function panelIn(html) {
  const page = document.createElement("template");
  page.innerHTML = /<[^<>]*\sdata-places="[^"]*"[^<>]*>/.exec(html)?.[0] ?? "";
  return page.content.firstElementChild;
}
