// What the server does to the words of a line before it reads them (tasks/richtext/lines.py), letter
// by letter, so that each can be traced back. A cell is { text, from, to, marks }: a letter as the
// server reads it, and where it stands.

// Python's str.strip() and the blanks that the server folds into one
const BLANK = /[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const FOLDED = /[\t-\r\x1c-\x1f\x85\u2028\u2029 ]/;
const UNSEEN = /[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u;
const LETTER = /[\p{L}\p{Nl}\p{No}]/u;
const HALF = /^[\ud800-\udfff]$/;
const ACCENT = /[\u0300-\u036f]/;
const MOST_ACCENTS = 8;

/** How many blanks a text begins with. */
export function blanksBefore(text) {
  let count = 0;
  while (count < text.length && BLANK.test(text[count])) count += 1;
  return count;
}

/** Cut marked texts into cells, one a code point; half a pair is sent as U+FFFD. */
export function cellsOf(texts) {
  const cells = [];
  for (const { text, position, marks } of texts) {
    let from = position;
    for (const sign of text) {
      cells.push({ text: HALF.test(sign) ? "\ufffd" : sign, from, to: from + sign.length, marks });
      from += sign.length;
    }
  }
  return cells;
}

/** The cells the server keeps: seen, with single blanks, none at the edges, accents joined. */
export function tidied(cells) {
  return withoutEdges(folded(accented(cells.filter((cell) => !UNSEEN.test(cell.text)))));
}

/** The index after the accents that follow a letter in the same run. */
function endOfAccents(cells, letter) {
  let end = letter + 1;
  while (end < cells.length && ACCENT.test(cells[end].text) && cells[end].marks === cells[letter].marks) end += 1;
  return end;
}

function accented(cells) {
  const joined = [];
  for (let place = 0; place < cells.length;) {
    const end = LETTER.test(cells[place].text) ? endOfAccents(cells, place) : place + 1;
    const count = end - place - 1;
    if (count > 0 && count <= MOST_ACCENTS) joined.push(...composed(cells.slice(place, end)));
    else joined.push(...cells.slice(place, end));
    place = end;
  }
  return joined;
}

/** One cell for a letter and accents that become one sign with it; what stands there cannot be parted. */
function composed(cells) {
  const loose = cells.map((cell) => cell.text).join("");
  const text = loose.normalize("NFC");
  return text === loose ? cells : [{ text, from: cells[0].from, to: cells.at(-1).to, marks: cells[0].marks }];
}

function folded(cells) {
  const kept = [];
  for (const cell of cells) {
    const isBlank = FOLDED.test(cell.text);
    if (isBlank && kept.at(-1)?.text === " ") continue;
    kept.push(isBlank ? { ...cell, text: " " } : cell);
  }
  return kept;
}

function withoutEdges(cells) {
  let start = 0;
  let end = cells.length;
  while (start < end && BLANK.test(cells[start].text)) start += 1;
  while (end > start && BLANK.test(cells[end - 1].text)) end -= 1;
  return cells.slice(start, end);
}
