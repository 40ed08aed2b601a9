// A textarea that is one line of text, however many it takes to show it: Enter sends the form, as in an
// input, and a pasted newline becomes a blank.

const NEWLINES = /\s*[\r\n]+\s*/g;
const onOneLine = (text) => text.replace(/^[\r\n]+|[\r\n]+$/g, "").replace(NEWLINES, " ");

export function keepOnOneLine(area) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.altKey) return;
    event.preventDefault();
    if (!event.repeat) area.form.querySelector("[type=submit]").click();
  });
  area.addEventListener("beforeinput", (event) => {
    if (/^insert(LineBreak|Paragraph)$/.test(event.inputType)) event.preventDefault();
  });
  // What was dropped or put in by a script
  area.addEventListener("input", () => {
    if (/[\r\n]/.test(area.value)) area.value = onOneLine(area.value);
  });
  // On the document, so that a pasted "(MI 02) Udfyld …" has been parted before.
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (event.target !== area || event.defaultPrevented || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    document.execCommand("insertText", false, onOneLine(text));
  });
}
