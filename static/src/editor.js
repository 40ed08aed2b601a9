// The task form in the browser. Without this script the form works all the same: what is built here
// saves the author from losing, waiting and looking for things.

const form = document.querySelector("[data-task-form]");

if (form) form.dataset.scripted = "";
