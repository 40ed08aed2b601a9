// What is sent from *Skriv* – by a button or by Tjek – is sent by the one who wrote it, or not at all.
import { say } from "./connection.js";
import { ensureSession } from "./session.js";

const LEAVES_WITHIN = 10_000; // milliseconds; after that the answer was no new page

/**
 * Make sure of the login before the browser leaves the page with the form, whichever button it was.
 *
 * A save under way is waited for (`autosave`): else the form would meet its own text as another's.
 */
export function guardSubmits(form, autosave) {
  let isAsking = false;
  let maySend = false;
  form.addEventListener("submit", async (event) => {
    if (maySend || form.dataset.sent || event.defaultPrevented) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const atRest = autosave.rest();
    maySend = await isSure(); // meanwhile: both may ask for the same login
    await atRest;
    isAsking = false;
    if (maySend) form.requestSubmit(stillThere(form, event.submitter));
    setTimeout(() => autosave.goOn(), maySend ? LEAVES_WITHIN : 0);
    maySend = false;
  });
}

/** Ask Tjek again after its login had ended. */
export function guardLiveAnswers() {
  const askedAgain = new WeakSet(); // once, and not in circles
  document.addEventListener("login-ended", async (event) => {
    const { elt, verb, path } = event.detail.requestConfig;
    event.preventDefault();
    if (askedAgain.has(elt) || !(await isSure({ asked: false }))) return;
    askedAgain.add(elt);
    window.htmx.ajax(verb, path, { source: elt });
  });
  document.addEventListener("htmx:afterSwap", (event) => askedAgain.delete(event.detail.requestConfig?.elt));
}

async function isSure({ asked = true } = {}) {
  try {
    await ensureSession({ asked });
    return true;
  } catch (trouble) {
    say(trouble.message);
    return false;
  }
}

/** Tjek may have put a fresh button where the pressed one was, or none: then a copy speaks for it. */
function stillThere(form, button) {
  if (!button || button.form === form) return button;
  const fresh = button.id && document.getElementById(button.id);
  if (fresh) return fresh;
  const copy = button.cloneNode();
  copy.hidden = true;
  form.append(copy);
  return copy;
}
