// One prose field: the editor stands in for its textarea, which goes on holding what is sent.
import { closeHistory, history } from "prosemirror-history";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { underlines } from "../findings/underlines.js";
import { tellBelow } from "../paste/notice.js";
import { pasting } from "../paste/pasting.js";
import { fromHtml, isBlank, toHtml } from "./html.js";
import { typedRules } from "./input_rules.js";
import { editorKeys } from "./keys.js";
import { editLink } from "./link.js";
import { toolbar } from "./toolbar.js";

/** Put an editor in place of every prose textarea of a form; returns them by name. */
export function mountProseFields(form) {
  const areas = form.querySelectorAll("textarea[data-html]");
  return new Map([...areas].map((area) => [area.name, new ProseField(area)]));
}

export class ProseField {
  /** `area.dataset.html` is the text; the area's own value is its source, for those without script. */
  constructor(area) {
    this.area = area;
    this.name = area.name;
    this.label = area.form.querySelector(`label[for="${area.id}"]`);
    this.takeOver();
    this.tools = toolbar(labelText(this.label), this.id, (command) => this.run(command));
    this.box = document.createElement("div");
    this.box.className = "prose-editor";
    area.before(this.box);
    this.box.append(this.tools.element);
    this.view = new EditorView({ mount: this.box.appendChild(document.createElement("div")) }, {
      state: this.stateOf(area.dataset.html),
      attributes: this.attributes(),
      dispatchTransaction: (transaction) => this.apply(transaction),
      handleDOMEvents: { compositionend: () => { queueMicrotask(() => this.tell()); } },
    });
    this.isUntold = false;
    this.write();
    this.tools.update(this.view.state);
    this.label?.addEventListener("click", () => this.view.focus());
    window.addEventListener("pageshow", () => this.takeRestored());
  }

  /** The text as it is stored; "" when it holds no words. */
  get html() {
    return isBlank(this.view.state.doc) ? "" : toHtml(this.view.state.doc);
  }

  /** Replace the whole text: as a step that can be undone, or as if it had stood there always. */
  setHtml(html, { canUndo = true } = {}) {
    if (!canUndo) {
      this.view.updateState(this.stateOf(html));
      this.write();
      this.tools.update(this.view.state);
      this.area.dispatchEvent(new Event("text-arrived", { bubbles: true }));
      return;
    }
    const { tr, doc } = this.view.state;
    this.view.dispatch(closeHistory(tr.replaceWith(0, doc.content.size, fromHtml(html).content)));
  }

  run(command) {
    command(this.view.state, this.view.dispatch, this.view);
    if (!document.querySelector("dialog[open]")) this.view.focus();
  }

  stateOf(html) {
    const onPaste = pasting((words) => tellBelow(this.box, words));
    return EditorState.create({
      doc: fromHtml(html), plugins: [typedRules, ...editorKeys(editLink), onPaste, history(), underlines],
    });
  }

  apply(transaction) {
    this.view.updateState(withSteps(this.view.state, transaction));
    this.tools.update(this.view.state);
    if (!transaction.docChanged) return;
    this.write();
    this.isUntold = true;
    if (!this.view.composing) this.tell();
  }

  write() {
    this.area.value = this.html;
  }

  /** After Back or a reload the browser may put the text of then into the textarea. */
  takeRestored() {
    if (this.area.value !== this.html) this.setHtml(this.area.value);
  }

  /** Tell the form that the text has changed, but not in the middle of a word that is composed. */
  tell() {
    if (!this.isUntold) return;
    this.isUntold = false;
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The textarea goes out of sight, and its id, which links lead to, goes to the editor. */
  takeOver() {
    this.id = this.area.id;
    this.area.id = `${this.id}_html`;
    this.area.hidden = true;
    if (this.label) this.label.id ||= `${this.id}_label`;
    const format = document.createElement("input");
    Object.assign(format, { type: "hidden", name: `${this.name}-format`, value: "html" });
    this.area.after(format);
  }

  attributes() {
    const given = { id: this.id, class: "prose prose-box", role: "textbox", "aria-multiline": "true", lang: "da", spellcheck: "true" };
    if (this.label) given["aria-labelledby"] = this.label.id;
    for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
      const value = this.area.getAttribute(name);
      if (value) given[name] = value;
    }
    return given;
  }
}

/** What is pasted or dropped is a step of its own, also in the middle of quick typing. */
function withSteps(state, transaction) {
  if (!["paste", "drop"].includes(transaction.getMeta("uiEvent"))) return state.apply(transaction);
  const after = state.apply(closeHistory(transaction));
  return after.apply(closeHistory(after.tr));
}

/** A label without the star that marks what is required. */
function labelText(label) {
  const copy = label?.cloneNode(true);
  copy?.querySelector(".required-mark")?.remove();
  return copy?.textContent.trim() ?? "teksten";
}
