// When Tjek is asked: once for each burst of typing, never in the middle of a word that is composed,
// and an answer to an older text is let go.

const PAUSE = 300; // milliseconds without typing
const STILL = 2000; // after so long the word that was typed counts as done
const LETTER = /^[\p{L}\p{N}]$/u;

export class Asking {
  /** `texts` are those a person types in; `answered(panel)` is told of every answer that counts. */
  constructor(form, holder, texts, answered) {
    Object.assign(this, { holder, texts, answered });
    this.version = 0;
    this.isComposing = false;
    this.typedAt = ""; // "field:block:offset" behind the letter that was typed last
    for (const event of ["input", "text-arrived"]) form.addEventListener(event, ({ target }) => this.heard(target));
    form.addEventListener("beforeinput", (event) => this.typing(event));
    form.addEventListener("focusout", () => this.wordIsDone());
    form.addEventListener("compositionstart", () => { this.isComposing = true; });
    form.addEventListener("compositionend", () => { this.isComposing = false; this.later(PAUSE); });
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
    this.later(PAUSE);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
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
    if (this.holder.querySelector("[data-held]")) this.ask();
  }

  hearAnswers() {
    this.holder.addEventListener("htmx:configRequest", ({ detail }) => {
      detail.parameters.check_version = String(this.version);
      if (this.typedAt) detail.parameters.typing = this.typedAt;
    });
    this.holder.addEventListener("htmx:beforeSwap", (event) => {
      const answer = /data-version="(\d+)"/.exec(event.detail.xhr.responseText);
      if (this.isComposing || (answer && Number(answer[1]) !== this.version)) event.detail.shouldSwap = false;
    });
    this.holder.addEventListener("htmx:afterSwap", () => {
      if (this.holder.querySelector("[data-held]")) this.whenStill();
      this.answered(this.holder.querySelector("[data-places]"));
    });
  }

  /** Ask again when nothing has been typed for a while. */
  whenStill() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wordIsDone(), STILL - PAUSE);
  }
}
