// A new task that has just been saved: the page becomes the saved task's own, and nothing is lost of
// what is being typed.

const TAKEN = [".page-header", ".action-bar"]; // what the saved task's page has otherwise
const ASKING = ["#tjek-indhold", "#forhaandsvisning-indhold"]; // what asks another address from now on

/** Let a page of a new task be the page of `url`, with the answer's revision. */
export async function adopt(form, url, revision) {
  history.replaceState(history.state, "", url);
  form.setAttribute("action", url); // `form.action` is the buttons of that name
  form.elements.creation_key?.remove();
  carry(form, "task", url.match(/\d+/)[0]);
  carry(form, "revision", revision);
  await dress(url);
}

function carry(form, name, value) {
  const input = form.elements[name] ?? form.appendChild(document.createElement("input"));
  Object.assign(input, { type: "hidden", name, value });
}

/** Take heading, tabs and buttons from the saved task's page; without them the form still saves. */
async function dress(url) {
  const response = await fetch(url, { redirect: "manual" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const selector of TAKEN) replace(document.querySelector(selector), page.querySelector(selector));
  for (const selector of ASKING) askAt(document.querySelector(selector), page.querySelector(selector));
  const tabs = page.querySelector(".task-tabs");
  if (tabs && !document.querySelector(".task-tabs")) document.querySelector(".page-header").after(document.adoptNode(tabs));
  document.title = page.title;
}

/** The part stays, with its listeners; htmx reads the new address. */
function askAt(part, fresh) {
  if (!part || !fresh) return;
  part.setAttribute("hx-post", fresh.getAttribute("hx-post"));
  window.htmx?.process(part);
}

function replace(old, fresh) {
  if (!old || !fresh) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.value : null;
  const adopted = document.adoptNode(fresh);
  old.replaceWith(adopted);
  window.htmx?.process(adopted);
  if (focused !== null) adopted.querySelector(`button[value="${focused}"]`)?.focus();
}
