// Fixes made in the text itself, as one step that Ctrl+Z takes back. What cannot be made here is
// left to the form, which saves and lets the server make it.

/** Make fix `number` of the finding with this key; false when its words do not stand here any more. */
export function fix(findings, key, number) {
  if (findings.mended.has(key)) return true; // pressed twice
  const found = findings.find((mark) => mark.place.key === key);
  return Boolean(found) && mend(findings, found.text, [found.mark], number) > 0;
}

/** Make the first fix of every finding of a line; false unless all of them stand here. */
export function fixLine(findings, line) {
  if (findings.mended.has(line)) return true;
  const asked = findings.told.places.filter((place) => place.line === line && place.fixes.length > 0);
  const found = findings.marks().filter(({ mark }) => mark.place.line === line && mark.fixes[0]);
  if (!findings.told.whole || asked.length === 0 || found.length !== asked.length) return false;
  return mend(findings, found[0].text, found.map(({ mark }) => mark), 0) > 0;
}

function mend(findings, text, marks, number) {
  const wanted = marks.filter((mark) => mark.fixes[number]);
  if (!findings.told.may || text.element.readOnly || wanted.length === 0) return 0;
  const changes = apart(wanted.map(({ place, fixes }) => ({ ...fixes[number], words: place.fixes[number].replacement })));
  findings.unfold(text);
  text.mend(changes);
  for (const { place } of wanted) findings.mended.add(place.key).add(place.line);
  findings.say(sentence(changes.length, wanted.length - changes.length));
  return changes.length;
}

/** Of changes that overlap, the last in the text is made; as tasks/actions/fixing.py does it. */
function apart(changes) {
  const chosen = [];
  const fromBehind = [...changes].sort((a, b) => b.from - a.from || b.to - a.to);
  for (const change of fromBehind) {
    if (chosen.length === 0 || change.to <= chosen.at(-1).from) chosen.push(change);
  }
  return chosen;
}

function sentence(count, skipped) {
  const done = count === 1 ? "Rettet." : `${count} steder er rettet.`;
  const left = skipped === 1 ? "1 sted" : `${skipped} steder`;
  const undo = "Ctrl+Z fortryder.";
  return skipped ? `${done} ${undo} ${left} gik ind over et andet. Se efter i Tjek.` : `${done} ${undo}`;
}
