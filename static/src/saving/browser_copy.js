// What is typed and not saved yet, kept in this browser until it is; the logout clears it.

const PREFIX = "klik:kopi:";
const KEPT_MAX = 5; // earlier copies of one page that nobody has decided on

/** The copy of one page of one person: a task's key, or a new page's own. */
export function browserCopy(person, page) {
  const now = `${PREFIX}${person}:${page}`;
  const earlier = `${now}:tidligere`;
  return {
    /** Keep what is not saved; nothing unsaved leaves no copy. */
    write(fields) {
      if (fields.size) store(now, { at: Date.now(), fields: Object.fromEntries(fields) });
      else localStorage.removeItem(now);
    },
    /** Lay what an earlier visit left aside, so that this visit cannot write over it. */
    layAside() {
      const left = load(now);
      localStorage.removeItem(now);
      const all = [...load(earlier, []), ...(left ? [left] : [])].slice(-KEPT_MAX);
      store(earlier, all.length ? all : null);
      return all;
    },
    /** Keep only these of the earlier copies. */
    keepEarlier(copies) {
      store(earlier, copies.length ? copies : null);
    },
  };
}

/** The copies of new tasks that this person never gave a title, by page. */
export function forgottenPages(person) {
  const start = `${PREFIX}${person}:ny-`;
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(start));
  return [...new Set(keys.map((key) => key.slice(`${PREFIX}${person}:`.length).replace(/:tidligere$/, "")))];
}

function load(key, otherwise = null) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** A browser that is full, or lets nobody store, is no reason to stop the author. */
function store(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The text is still on the page, and is saved from there.
  }
}
