// Tells others that the task is open here, and the author who else has it open. Failures are silent.
import { token } from "./token.js";

const EVERY = 5_000; // milliseconds between two questions while the page is seen
const WRITING_FOR = 30_000; // milliseconds after a key in which one is writing

/**
 * Begin to tell; a page without the line `#til-stede` has nothing to tell.
 *
 * `onRevision({revision, by})` is called once for each revision that is not the form's own.
 */
export function startPresence(form, { onRevision = () => {} } = {}) {
  const line = document.getElementById("til-stede");
  if (!line) return;
  let isAsking = false;
  let timer = 0;
  let toldRevision = 0;
  let typedAt = -Infinity;

  async function tell() {
    if (isAsking || document.hidden) return;
    clearTimeout(timer);
    isAsking = true;
    const heard = await ask(line.dataset.url, performance.now() - typedAt < WRITING_FOR);
    isAsking = false;
    timer = setTimeout(tell, EVERY);
    if (heard) take(heard);
  }

  function take({ sentence, revision, revision_by: by }) {
    show(line, sentence);
    if (revision === toldRevision || String(revision) === form.elements.revision?.value) return;
    toldRevision = revision;
    onRevision({ revision, by });
  }

  form.addEventListener("input", () => {
    typedAt = performance.now();
  });
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pageshow", tell);
  window.addEventListener("pagehide", () => {
    clearTimeout(timer);
    navigator.sendBeacon(line.dataset.url, new URLSearchParams({ csrfmiddlewaretoken: token(), left: "1" }));
  });
  tell();
}

async function ask(url, isWriting) {
  if (!navigator.onLine) return null;
  try {
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ editing: isWriting ? "1" : "0" }),
      headers: { "X-CSRFToken": token() },
      redirect: "manual",
      signal: AbortSignal.timeout(EVERY),
    });
    return response.status === 200 ? await response.json() : null;
  } catch {
    return null;
  }
}

/** The line keeps its height when nobody is there, so that the page never jumps. */
function show(line, sentence) {
  const words = line.querySelector("[data-words]");
  if (words.textContent !== sentence) words.textContent = sentence;
  line.toggleAttribute("data-nobody", !sentence);
}
