// What this tab keeps until it is closed, by keys. A full or closed store keeps nothing, as without
// scripts.

export function remember(key, kept) {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
    else sessionStorage.removeItem(key);
  } catch {
    // What is typed is still on the page, and drafts are kept by the server.
  }
}

export function remembered(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Forgets what is kept by keys that begin with `prefix`, where `isOver` is true of it. */
export function forget(prefix, isOver = () => true) {
  for (const key of keys()) if (key.startsWith(prefix) && isOver(remembered(key))) remember(key, null);
}

function keys() {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}
