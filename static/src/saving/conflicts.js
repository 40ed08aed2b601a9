// A field two have changed: both texts at the field, and three answers. The rest goes on being saved.
import { toHtml } from "../prose/html.js";

/**
 * Show the questions of an answer at their fields. `choose(conflict, whose)` carries out what was
 * pressed: "mine", "theirs" or "both". Questions that are no longer asked go away.
 */
export function showConflicts(form, conflicts, choose) {
  const asked = new Map(conflicts.map((conflict) => [conflict.field, conflict]));
  for (const old of form.querySelectorAll("[data-conflict]")) {
    if (!asked.has(old.dataset.conflict)) old.remove();
  }
  for (const conflict of asked.values()) show(form, conflict, choose);
}

function show(form, conflict, choose) {
  const box = document.getElementById(`div_id_${conflict.field}`);
  const old = form.querySelector(`[data-conflict="${conflict.field}"]`);
  if (!box || old?.contains(document.activeElement)) return;
  const notice = parsed(conflict.html);
  notice.addEventListener("click", (event) => {
    const button = event.target.closest("button[name^=use_]");
    if (!button) return;
    event.preventDefault();
    notice.remove();
    choose(conflict, button.name.replace("use_", ""));
  });
  if (old) old.replaceWith(notice);
  else box.prepend(notice);
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("[data-conflict]");
}

/** Both texts, the author's own first; `field` is the editor of a prose field. */
export function together(field, mine, theirs) {
  return field?.view ? `${toHtml(field.view.state.doc)}${theirs}` : [mine, theirs].filter(Boolean).join(" ");
}
