// The small window beside underlined words: what is said of them, why, and what can be done.

const GAP = 6; // px between words and window

export class FindingWindow {
  /** `can(text, mark)` tells what may be done; `does` are the functions that do it. */
  constructor(findings, does) {
    Object.assign(this, { findings, does });
    // Imported, since an address in a template leads nowhere: it belongs to no page.
    this.element = document.importNode(document.getElementById("fund-skabelon").content, true).firstElementChild;
    this.element.addEventListener("click", (event) => this.press(event.target.closest("button, summary")));
    this.element.addEventListener("toggle", (event) => this.toggled(event), true);
    // An editor keeps Escape for itself, so the browser does not close the window with it.
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.close(); }, true);
    this.element.addEventListener("beforetoggle", (event) => this.beforeToggle(event));
  }

  get isOpen() {
    return this.element.isConnected && this.element.matches(":popover-open");
  }

  /** Show a mark of a text; the focus goes in when it was asked for by key, and stays by mouse. */
  open(text, mark, { takesFocus = false } = {}) {
    this.close();
    Object.assign(this, { text, mark });
    this.fill(mark.place);
    text.box.append(this.element);
    this.element.showPopover();
    this.put();
    if (takesFocus) (this.part("fixes").querySelector("button") ?? this.element).focus({ preventScroll: true });
  }

  close() {
    if (this.isOpen) this.element.hidePopover();
  }

  /** After a fresh answer: stay at the words while they are still found, with what is said of them now. */
  followMark() {
    if (!this.isOpen) return;
    const { key } = this.mark.place;
    const found = this.findings.find(({ place }) => place.key === key);
    if (!found) this.close();
    else this.mark = found.mark;
  }

  part(name) {
    return this.element.querySelector(`[data-${name}]`);
  }

  fill(place) {
    const rule = this.findings.told.rules[place.rule];
    const mayAct = this.findings.told.may && !this.text.element.readOnly;
    for (const word of this.element.querySelectorAll("[data-severity]")) {
      word.hidden = word.dataset.severity !== place.severity;
    }
    this.element.className = `finding-window finding-${place.severity}`;
    this.part("phrase").textContent = place.phrase;
    this.part("message").textContent = place.message;
    this.part("reason").textContent = rule.why;
    this.part("guide").textContent = rule.guide;
    this.part("rule").hash = `regel-${place.rule}`;
    this.part("fixes").replaceChildren(...(mayAct ? place.fixes.map(fixButton) : []));
    this.part("keep").hidden = !(mayAct && place.keep);
    for (const fold of this.element.querySelectorAll("details")) fold.open = false;
    for (const button of this.element.querySelectorAll("[data-keep-as]")) {
      button.value = `${place.key}#${button.dataset.keepAs}`;
    }
  }

  press(button) {
    if (!button) return;
    const { place } = this.mark;
    if (button.matches("[data-fix]")) this.does.fix(place.key, Number(button.dataset.fix));
    else if (button.matches("[data-keep-otherwise]")) this.does.keep(place.key);
    else if (!button.matches("[data-close]")) return;
    this.close();
  }

  /** Under the words, or over them where there is more room; inside the window of the browser. */
  put() {
    const words = this.text.rectangle(this.mark);
    const { offsetHeight: height, offsetWidth: width } = this.element;
    const room = document.documentElement.clientWidth - width - 2 * GAP;
    const isOver = words.bottom + GAP + height > innerHeight && words.top - GAP - height > 0;
    const left = Math.max(GAP, Math.min(words.left, GAP + room));
    const top = isOver ? words.top - GAP - height : words.bottom + GAP;
    this.element.style.left = `${left + scrollX}px`;
    this.element.style.top = `${top + scrollY}px`;
  }

  beforeToggle(event) {
    if (event.newState === "closed") this.hadFocus = this.element.contains(document.activeElement);
  }

  /** Closed, it gives the focus back to the text; a fold inside that opens may ask for more room. */
  toggled(event) {
    if (event.target !== this.element) this.put();
    else if (event.newState === "closed" && this.hadFocus) this.text.focus();
  }
}

function fixButton(fix, number) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm btn-outline-primary";
  button.dataset.fix = number;
  button.textContent = fix.label;
  return button;
}
