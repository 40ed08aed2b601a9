// Ctrl+S, and Cmd+S on a Mac, saves the task instead of the page.

function isSaveKey(event) {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";
}

/** Say the key where it works: without this script it would save the page. */
function tellTheKey(form) {
  const button = form.querySelector(".action-bar button[value=save]");
  button?.setAttribute("aria-keyshortcuts", "Control+S");
  if (button) button.title = "Ctrl+S";
}

/** Let `save()` be called by the key. */
export function saveByKey(form, save) {
  tellTheKey(form);
  form.addEventListener("adopted", () => tellTheKey(form)); // with other buttons
  document.addEventListener("keydown", (event) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    // A key held down saves once, and an open dialog has not given its answer yet.
    if (!event.repeat && !document.querySelector("dialog[open]")) save();
  });
}
