// The rows of a table as lines: "Felt: værdi" of two columns, "a – b – c" of more. Words never join.
import { tidyRuns } from "./lines.js";

/**
 * The lines of a table, and if cells were joined: a table of one column is only a frame.
 *
 * @param {import("./lines.js").Line[][][]} rows the lines of each cell that holds words
 */
export function joinedRows(rows) {
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const separator = columns === 2 ? ": " : " – ";
  return { lines: rows.flatMap((cells) => joinedCells(cells, separator)), wasJoined: columns > 1 };
}

/** A cell of several lines keeps them; only its first joins the cell before it. */
function joinedCells(cells, separator) {
  const lines = [];
  cells.forEach((cell, at) => {
    const isJoined = at > 0 && cells[at - 1].length === 1 && cell[0].kind === "p";
    if (isJoined) join(lines.at(-1), cell[0], separator);
    for (const line of isJoined ? cell.slice(1) : cell) lines.push({ ...line, runs: [...line.runs] });
  });
  return lines.map((line) => ({ ...line, runs: tidyRuns(line.runs) }));
}

function join(line, next, separator) {
  const isSaid = separator === ": " && /[:.?!]$/.test(line.runs.at(-1).text);
  line.runs.push({ text: isSaid ? " " : separator });
  for (const run of next.runs) line.runs.push(run);
}
