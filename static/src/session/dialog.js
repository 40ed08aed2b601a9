// A dialog above the page: what is typed beneath it stays as it is.
import { element } from "./element.js";

/** Show a dialog until it is closed; resolves with what it was closed with, undefined for Esc. */
export function showDialog(heading, ...content) {
  const title = element("h2", { id: "session-dialog-heading" }, heading);
  const dialog = element("dialog", { class: "session-dialog", "aria-labelledby": title.id }, title, ...content);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let result;
    dialog.addEventListener("session-done", (event) => {
      result = event.detail ?? undefined;
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    dialog.showModal();
  });
}

/** Close the dialog around an element with a result. */
export function done(inside, result) {
  inside.dispatchEvent(new CustomEvent("session-done", { detail: result, bubbles: true }));
}
