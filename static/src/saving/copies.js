// The page's copies in this browser: written while one types, and offered when one comes back.
import { browserCopy, forgottenPages } from "./browser_copy.js";
import { read, valueOf } from "./fields.js";
import { offerCopies } from "./offer.js";

const PAUSE = 250; // milliseconds after a key

export class Copies {
  constructor(autosave) {
    this.autosave = autosave;
    this.form = autosave.form;
    this.offer();
  }

  writeSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), PAUSE);
  }

  /** Keep what is not saved. */
  write() {
    clearTimeout(this.timer);
    const now = read(this.form);
    const values = this.autosave.unsaved.map((field) => [field, valueOf(this.form, field, now.get(field))]);
    this.ofPage().write(new Map(values));
  }

  clear() {
    clearTimeout(this.timer);
    this.ofPage().write(new Map());
  }

  ofPage() {
    const { task, creation_key: key } = this.form.elements;
    return copyOf(task ? task.value : `ny-${key.value}`);
  }

  /** A new page offers what was left on any new page that never became a task. */
  offer() {
    const pages = this.autosave.isNew ? forgottenPages(writer()).map(copyOf) : [this.ofPage()];
    for (const copy of pages) {
      offerCopies(this.form, this.autosave.prose, copy.layAside(), {
        take: (field, value) => this.take(field, value),
        keep: (left) => copy.keepEarlier(left),
      });
    }
  }

  take(field, value) {
    this.autosave.fill(field, value);
    this.autosave.changed();
  }
}

const writer = () => document.body.dataset.person;
const copyOf = (page) => browserCopy(writer(), page);
