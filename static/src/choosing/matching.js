// Which tasks a search means: by reference, however it is typed, or by words of the title.

const runsOf = (text) => text.match(/\p{L}+|\d+/gu) ?? [];
const plain = (text) => text.normalize("NFC").toLowerCase();
const withoutZeros = (run) => run.replace(/^0+(?=\d)/, "");

/** ”MI 1”, ”mi01” and ”(MI 01)” are the same runs of letters and digits: mi, 1. */
const keyOf = (reference) => runsOf(plain(reference)).map(withoutZeros);

/** A task by its label, ”(MI 01) Udfyld filen”, ready to be searched in. */
export function searchable(label) {
  const [bracketed = "", reference = ""] = label.match(/^\s*\(([^()]{1,40})\)/) ?? [];
  return { key: keyOf(reference), words: runsOf(plain(label.slice(bracketed.length))) };
}

/** Tell whether a task is meant: a reference that begins so, or a title with words that hold each of the typed. */
export function isMeant(task, query) {
  const asked = keyOf(query);
  if (!asked.length || begins(task.key, asked)) return true;
  return runsOf(plain(query)).every((part) => task.words.some((word) => word.includes(part)));
}

/** Tell whether the whole reference of a task was typed. */
export function isNamed(task, query) {
  return task.key.length > 0 && task.key.join() === keyOf(query).join();
}

function begins(key, asked) {
  const last = asked.length - 1;
  return asked.every((run, place) => (place === last ? key[place]?.startsWith(run) : key[place] === run));
}
