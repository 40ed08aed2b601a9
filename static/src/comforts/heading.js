// The page's heading and the tab are called what the task is called, also while its title is typed.

const FAULT = "Fejl: "; // app.js puts it first while there is something to mend
const TAIL = " – Skriv – KLIK-værksted";

const onOneLine = (text) => text.trim().replace(/\s+/gu, " ");

/** "(MI 02)" whether or not the brackets were typed; nothing for no reference. */
function bracketed(text) {
  const bare = onOneLine(onOneLine(text).replace(/^\((.*)\)$/u, "$1"));
  return bare && `(${bare})`;
}

/** The task's name as it is typed now; empty until there is a title. */
function typedName(form) {
  const title = onOneLine(form.querySelector("#id_title").value);
  return title && `${bracketed(form.querySelector("#id_reference").value)} ${title}`.trim();
}

/** Show ``name``, or without one what the page was called when it came. */
function call(name, before) {
  const fault = document.title.startsWith(FAULT) ? FAULT : "";
  document.querySelector("h1").textContent = name || before.heading;
  document.title = fault + (name ? name + TAIL : before.tab);
}

export function nameThePage(form) {
  const before = {
    heading: document.querySelector("h1").textContent,
    tab: document.title.replace(FAULT, ""),
  };
  const refresh = () => call(typedName(form), before);
  for (const event of ["input", "text-arrived"]) {
    form.addEventListener(event, ({ target }) => {
      if (target.matches("#id_title, #id_reference")) refresh();
    });
  }
  refresh(); // the browser may have brought back what was typed before
}
