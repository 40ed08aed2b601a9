// From finding to finding by key: F8 and Shift+F8 through all texts of the form, Alt+Enter or Ctrl+.
// opens the one the caret stands in.

const SEVERITIES = { error: "Skal rettes", warning: "Bør rettes", hint: "Godt råd" };
let last = null; // the mark that was visited last

export function walkByKey(findings, finder) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "F8" && !event.ctrlKey && !event.altKey) walk(findings, event.shiftKey ? -1 : 1);
    else if (!opensFinding(event) || !openAtCaret(findings, finder)) return;
    event.preventDefault();
  });
}

function opensFinding({ key, altKey, ctrlKey }) {
  return (key === "Enter" && altKey) || (key === "." && ctrlKey);
}

/** Select the words of the next finding, or of the one before; after the last comes the first. */
function walk(findings, step) {
  const marks = findings.marks();
  if (marks.length === 0) {
    findings.announce("Der står ingen fund i teksterne.");
    return;
  }
  const index = next(marks, findings.focused(), step);
  const { text, mark } = marks.at(index % marks.length);
  last = mark;
  findings.show(text, mark);
  const { severity, phrase, message } = mark.place;
  findings.announce(`${SEVERITIES[severity]}: ”${phrase}”. ${message} Alt+Enter åbner.`);
}

/** The index of the next mark: counted from the caret, else from the mark that was visited last. */
function next(marks, focused, step) {
  const here = marks.findIndex(({ mark }) => mark.place === last?.place);
  const isThere = here >= 0 && (!focused || (marks[here].text === focused && marks[here].mark.from === focused.caret));
  if (isThere) return here + step;
  if (!focused) return step > 0 ? 0 : -1;
  const order = [...new Set(marks.map(({ text }) => text))];
  const isBehind = ({ text, mark }) => (text === focused
    ? mark.from >= focused.caret
    : focused.element.compareDocumentPosition(text.element) & Node.DOCUMENT_POSITION_FOLLOWING);
  const following = order.length ? marks.findIndex(isBehind) : -1;
  if (step > 0) return following < 0 ? 0 : following;
  return (following < 0 ? marks.length : following) - 1;
}

function openAtCaret(findings, finder) {
  const text = findings.focused();
  const mark = text && findings.markAt(text, text.caret);
  if (!mark) return false;
  finder.open(text, mark, { takesFocus: true });
  return true;
}
