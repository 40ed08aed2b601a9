// Ctrl+S, and Cmd+S on a Mac, saves the task instead of the page.

let handle = null;

/** Let another function than the default button of the form do the saving. */
export function onSaveKey(handler) {
  handle = handler;
}

function isSaveKey(event) {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";
}

/** Say the key where it works: without this script it would save the page. */
function tellTheKey(form) {
  const button = form.querySelector(".action-bar button[value=save]");
  button?.setAttribute("aria-keyshortcuts", "Control+S");
  if (button) button.title = "Ctrl+S";
}

export function saveByKey(form) {
  handle ??= () => form.requestSubmit(form.querySelector("button[value=save]"));
  tellTheKey(form);
  document.addEventListener("keydown", (event) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    // A key held down saves once, and an open dialog has not given its answer yet.
    if (!event.repeat && !document.querySelector("dialog[open]")) handle();
  });
}
