// Keeps copies of published reports that a reader asked for, to be read without a network. Only what a
// stranger is given is kept: it is asked for without the reader's session. A reader's own notes, which
// the page gives, stay until sign-out. The network comes first, always.
const SHELL = "candour-shell";
const PAPER = "candour-paper:";
const NOTES = "candour-notes:";
const SIGNING = /^\/sign-in\/(login|logout)\//;
const LIST = "/offline/";
const KEPT_ON = "X-Kept-On";
// What the pages of a council are drawn by beside what the service gives to all.
const OF_A_COUNCIL = /^\/[-\w]+\/(colours\.css|mark\.png)$/;
const OF_A_PAPER = /^\/[-\w]+\/reports\/[-\w]+\/[-\w]+\//;

const paperOf = (path) => OF_A_PAPER.exec(path)?.[0];
const isGone = (answer) => answer.status === 410 || answer.status === 404;
const isPublic = (answer) => answer.ok && !/private|no-store/.test(answer.headers.get("Cache-Control") || "");

const put = async (name, path, answer) => {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_ON, new Date().toISOString());
  headers.delete("Vary");
  const cache = await caches.open(name);
  await cache.put(path, new Response(await answer.blob(), { status: answer.status, headers }));
};

const drop = async (paper) => {
  await Promise.all([caches.delete(PAPER + paper), caches.delete(NOTES + paper)]);
  // What every copy is drawn by goes with the last of them.
  if (!(await papersKept()).length) await caches.delete(SHELL);
  return true;
};

const forgetNotes = async () => {
  const names = (await caches.keys()).filter((one) => one.startsWith(NOTES));
  await Promise.all(names.map((one) => caches.delete(one)));
};

// The notes of whoever is signed in, of a report that is kept.
const keepNotes = async (paper, notes) => {
  await caches.delete(NOTES + paper);
  if (!notes?.length) return;
  const cache = await caches.open(NOTES + paper);
  await cache.put(paper, new Response(JSON.stringify(notes)));
};

const notesOf = async (paper) => {
  if (!(await caches.has(NOTES + paper))) return [];
  return (await (await caches.open(NOTES + paper)).match(paper))?.json() ?? [];
};

const forget = async (path) => {
  const paper = paperOf(path);
  if (path === paper) return drop(paper);
  if (!(await caches.has(PAPER + paper))) return false;
  const cache = await caches.open(PAPER + paper);
  const held = (await cache.keys()).filter((one) => new URL(one.url).pathname.startsWith(path));
  await Promise.all(held.map((one) => cache.delete(one)));
  return true;
};

const take = async (name, path) => {
  const answer = await fetch(path, { credentials: "omit", cache: "no-cache" });
  if (isGone(answer) && name !== SHELL) await forget(path);
  else if (isPublic(answer)) await put(name, path, answer);
};

const papersKept = async () => (await caches.keys()).filter((one) => one.startsWith(PAPER)).map((one) => one.slice(PAPER.length));

// A worker has no document that could read them: what Django writes for the five signs.
const SIGNS = { "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };
// The title of the page, without the name of its council: it has the report's half-year.
const titleOf = (page) =>
  /<title>(.*?)<\/title>/s
    .exec(page)?.[1]
    .replace(/ – [^–]*$/, "")
    .replace(/&(?:#x27|quot|lt|gt|amp);/g, (sign) => SIGNS[sign])
    .trim();

const stateOf = async (paper) => {
  const cache = await caches.open(PAPER + paper);
  const held = await cache.keys();
  const pages = held.filter((one) => one.url.endsWith("/") && !one.url.includes("/figures/"));
  if (!pages.length) return { paper, held: 0 };
  const page = await cache.match(pages[0]);
  const notes = (await notesOf(paper)).length;
  return { paper, held: held.length, notes, on: page.headers.get(KEPT_ON), title: titleOf(await page.text()) };
};

const answers = {
  // The report at `path` with what it is drawn by, its `files`, and the reader's own `notes`.
  async keep({ path, assets, files = [], notes = [] }) {
    const name = PAPER + paperOf(path);
    await Promise.allSettled([...assets, LIST].map((one) => take(SHELL, one)));
    await take(name, path);
    for (const one of files) await take(name, one).catch(() => null);
    if (await caches.has(name)) await keepNotes(paperOf(path), notes);
    await answers.check();
    return answers.state({ path });
  },
  // The notes of a copy as its page has them now; those of nobody signed in are none.
  async notes({ path, notes }) {
    const paper = paperOf(path);
    if (!notes) await forgetNotes();
    else if (await caches.has(PAPER + paper)) await keepNotes(paper, notes);
    return answers.state({ path });
  },
  async drop({ paper }) {
    await drop(paper);
    return { paper, held: 0 };
  },
  async state({ path }) {
    const paper = paperOf(path);
    return (await caches.has(PAPER + paper)) ? stateOf(paper) : { paper, held: 0 };
  },
  async list() {
    await answers.check().catch(() => null);
    return Promise.all((await papersKept()).map(stateOf));
  },
  // What was taken down since goes from this device too.
  async check() {
    for (const paper of await papersKept()) {
      const cache = await caches.open(PAPER + paper);
      const pages = (await cache.keys()).map((one) => new URL(one.url).pathname).filter((one) => /(edition-\d+|reports\/[-\w]+\/[-\w]+)\/$/.test(one));
      for (const path of pages) await take(PAPER + paper, path).catch(() => null);
    }
  },
};

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => Object.keys(SIGNS).find((one) => SIGNS[one] === sign));
const listed = ({ anchor, where, words }) =>
  `<li>${anchor ? `<a href="#${escaped(anchor)}">${escaped(where)}</a>` : escaped(where)}: ${escaped(words).replace(/\n/g, "<br>")}</li>`;
const withNotes = (notes) =>
  notes.length ? `<details class="paper-own paper-kept-notes"><summary>Your notes (${notes.length})</summary><ul>${notes.map(listed).join("")}</ul></details>` : "";

const noticed = async (answer, paper, path) => {
  if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) return answer;
  const day = new Date(answer.headers.get(KEPT_ON)).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const words = `There is no network. This is the copy that you kept on this device, as it was on ${day}. The report may have been corrected or removed since.`;
  const own = path.includes("/figures/") ? "" : withNotes(await notesOf(paper));
  const page = (await answer.text()).replace(/<main[^>]*>/, (main) => `${main}<p class="paper-notice paper-kept" role="status">${words}</p>${own}`);
  return new Response(page, { status: answer.status, headers: answer.headers });
};

const keptOf = async (name, url) => {
  if (!(await caches.has(name))) return undefined;
  return (await caches.open(name)).match(url.pathname, { ignoreVary: true });
};

const without = async (request, url, paper) => {
  const held = await keptOf(paper ? PAPER + paper : SHELL, url);
  if (held) return paper ? noticed(held, paper, url.pathname) : held;
  const list = request.mode === "navigate" && (await keptOf(SHELL, new URL(LIST, url)));
  return list || Response.error();
};

const read = async (request, url, paper) => {
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return without(request, url, paper);
  }
  // A page that is everybody's tells that nobody is signed in any more.
  if (request.mode === "navigate" && isPublic(answer)) await forgetNotes();
  if (isGone(answer)) await forget(url.pathname);
  else if (isPublic(answer) && answer.status === 200 && (await caches.has(PAPER + paper))) {
    await put(PAPER + paper, url.pathname, answer.clone());
  }
  return answer;
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const asked = answers[event.data.ask];
  if (asked) event.waitUntil(asked(event.data).then((said) => event.ports[0].postMessage(said), () => event.ports[0].postMessage(null)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.origin === self.location.origin && SIGNING.test(url.pathname)) event.waitUntil(forgetNotes());
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const paper = paperOf(url.pathname);
  if (paper) event.respondWith(read(request, url, paper));
  else if (url.pathname.startsWith("/static/") || OF_A_COUNCIL.test(url.pathname) || request.mode === "navigate") event.respondWith(fetch(request).catch(() => without(request, url)));
});
