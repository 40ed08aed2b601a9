// What Word draws before an item – "1.", "b)", "iv.", "2.3", "·", "o", "§" – read as kind and number.
import { MAX_NUMBER } from "./lines.js";

const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const IS_ROMAN = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const BULLET = { kind: "ul", number: 0 };

/**
 * Kind and number of an item drawn with this marker, `previous` being the number above it: after
 * "h." comes "i." the letter, and first in a list "i." is the number one.
 */
export function markerOf(text, previous = 0) {
  const drawn = text.trim();
  const last = (drawn.match(/[0-9]+|[a-z]+/gi) ?? []).at(-1)?.toLowerCase();
  if (!last) return BULLET;
  if (/[0-9]/.test(last)) return { kind: "ol", number: Math.min(Number(last), MAX_NUMBER) };
  if (drawn.length === 1) return BULLET; // "o" and "ü" are bullets of a symbol font
  const meanings = [romanNumber(last), letterNumber(last)].filter(Boolean);
  const number = meanings.find((meaning) => meaning === previous + 1) ?? meanings[0];
  return number ? { kind: "ol", number } : BULLET;
}

/** 4 for "iv"; 0 for what is more likely a letter, as "c" and "d". */
function romanNumber(letters) {
  if (!IS_ROMAN.test(letters) || /^[lcdm]$/.test(letters)) return 0;
  const values = [...letters].map((letter) => ROMAN[letter]);
  return values.reduce((sum, value, at) => sum + (value < values[at + 1] ? -value : value), 0);
}

/** 2 for "b", and 28 for "bb", as Word counts on after "z"; 0 for a word. */
function letterNumber(letters) {
  const isRepeated = [...letters].every((letter) => letter === letters[0]);
  return isRepeated ? (letters.length - 1) * 26 + letters.charCodeAt(0) - 96 : 0;
}
