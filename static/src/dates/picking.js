// A date typed in one wave becomes the number of days it means; the server counts, and its answer to
// the changed number brings all the other dates.
import { NotLoggedIn, inSession } from "../session/session.js";

const NO_ANSWER = "Vi kan ikke regne datoen om lige nu. Skriv antallet af dage i stedet.";

/** Listen in the form's table of dates, which every answer of Tjek draws anew. */
export function pickDates(form) {
  const kept = new Map(); // what is typed and not used yet, by the field's name
  for (const event of ["input", "change"]) {
    form.addEventListener(event, (heard) => {
      if (!heard.target.matches?.("[data-pick-day]")) return;
      heard.stopPropagation(); // it is no field of the task: neither saved nor checked
      kept.set(heard.target.name, { text: heard.target.value, problem: "" });
      if (event === "change") use(form, heard.target, kept);
    }, true);
  }
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-pick-day]")) return;
    event.preventDefault();
    use(form, event.target, kept);
  });
  form.addEventListener("click", (event) => chooseFree(form, event));
  form.addEventListener("formdata", ({ formData }) => sendNone(formData));
  keepThroughAnswers(kept);
}

/** A date is sent as the number of days it means; the text that stands for it is the page's own. */
function sendNone(formData) {
  for (const name of new Set(formData.keys())) if (/^use_day_/.test(name)) formData.delete(name);
}

/** A proposed free date sets the number of days, as if it had been typed. */
function chooseFree(form, event) {
  const button = event.target.closest("button[name='use_offset']");
  if (!button) return;
  event.preventDefault();
  const [field, days] = button.value.split(":");
  write(form, field, days);
  form.elements[field].focus();
}

async function use(form, input, kept) {
  if (input.value === input.defaultValue) {
    kept.delete(input.name);
    show(input, "");
    return;
  }
  const asked = input.value;
  const { field, days, problem } = await ask(form, input);
  if ((kept.get(input.name)?.text ?? asked) !== asked) return; // another date was typed since
  if (problem) {
    kept.set(input.name, { text: input.value, problem });
    show(document.getElementById(input.id) ?? input, problem);
    return;
  }
  kept.delete(input.name);
  show(document.getElementById(input.id) ?? input, "");
  write(form, field, String(days));
}

/** What the typed date means: a field and its days, or a problem in words. */
async function ask(form, input) {
  const body = new FormData(form);
  body.set("use_day", input.dataset.pickDay);
  body.set(input.name, input.value);
  try {
    const response = await inSession((token) => {
      body.set("csrfmiddlewaretoken", token);
      return fetch(form.dataset.pickUrl, { method: "POST", body, redirect: "manual" });
    });
    return response.ok ? await response.json() : { problem: NO_ANSWER };
  } catch (trouble) {
    return { problem: trouble instanceof NotLoggedIn ? trouble.message : NO_ANSWER };
  }
}

function write(form, field, days) {
  const box = form.elements[field];
  box.value = days;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function show(input, problem) {
  input.toggleAttribute("aria-invalid", Boolean(problem));
  if (problem) input.setAttribute("aria-invalid", "true");
  const place = input.closest("td")?.querySelector("[data-pick-problem]");
  if (place && place.textContent !== problem) place.textContent = problem;
}

/** Put back what was typed, and where one was, after the table was drawn anew. */
function keepThroughAnswers(kept) {
  let here = null;
  document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    if (detail.target.id !== "datoer") return;
    const active = document.activeElement;
    here = detail.target.contains(active) && active.id ? { id: active.id, from: active.selectionStart, to: active.selectionEnd } : null;
  });
  document.body.addEventListener("htmx:oobAfterSwap", () => {
    for (const [name, { text, problem }] of kept) {
      const input = document.getElementById(name);
      if (!input) kept.delete(name);
      else {
        input.value = text;
        show(input, problem);
      }
    }
    const input = here && document.getElementById(here.id);
    here = null;
    if (!input || document.activeElement === input) return;
    input.focus();
    if (input.setSelectionRange && input.type === "text") input.setSelectionRange(input.value.length, input.value.length);
  });
}
