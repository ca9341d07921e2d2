// A block is changed, and one added, where it is read; beside it stands what belongs to it. Where this
// cannot be done, the block's own page opens.
import { pageOf } from "./arrange.js";
import { forget, inHand, opens, panel, parsed, placePanel, root, takeInHand, takeNewInHand } from "./beside.js";
import { watchPastes } from "./paste.js";
import { watch } from "./unsaved.js";

const LOST = "The connection is lost. What you typed is kept in this tab: press Save again later.";
const KEYS = "Ctrl with Enter saves and goes on. Escape leaves: your words are kept.";
const UNSAVED = "You have words here that are not saved.";
// What is being written: its host, form and watch; `over` is the block it changes, if it stands.
let open = null;

/** Opens `block` for writing. */
export function edit(block) {
  return openAt(pageOf(block), opens(block.dataset.kind), block, block);
}

/** Opens a new paragraph behind `block`. */
export function addAfter(block) {
  return openAt(`${pageOf(block)}../../add/paragraph/?after=${block.dataset.block}`, true, null, block);
}

/** The form at `address`, over the block `over` or as a new one behind `line`. */
async function openAt(address, here, over, line) {
  const page = new URL(address, location.href);
  if (!here || !root()) return location.assign(page);
  await close();
  page.searchParams.set("here", "1");
  const answer = await fetch(page, { credentials: "same-origin" }).catch(() => null);
  const fragment = answer?.ok ? parsed(await answer.text()).querySelector("[data-in-place]") : null;
  page.searchParams.delete("here");
  if (!fragment) return location.assign(page);
  const host = document.createElement(line && !over ? "li" : "div");
  host.className = "app-in-place";
  if (over) over.prepend(host);
  else if (line) lastWithin(line).after(host);
  else root().querySelector(".draft-adding").after(host);
  over?.classList.add("draft-line--open");
  open = { host, over, line, address: page.href };
  host.addEventListener("submit", send);
  host.addEventListener("keydown", keys);
  host.addEventListener("editor:leave", leave);
  if (over) takeInHand(over);
  else takeNewInHand();
  return show(fragment);
}

/** The last line that stands in `line`, or itself. */
function lastWithin(line) {
  const within = new Set([line.dataset.block]);
  let last = line;
  for (let next = line.nextElementSibling; next && within.has(next.dataset.parent); next = next.nextElementSibling) {
    within.add(next.dataset.block);
    last = next;
  }
  return last;
}

/** Shows the form in its host, with chips where this browser takes them. */
async function show(fragment) {
  const { host } = open;
  await end(host);
  open.watch?.saved();
  open.goesOn = false;
  placePanel();
  host.replaceChildren(document.adoptNode(fragment));
  open.form = host.querySelector("form[data-keep]");
  await chips((editor) => editor.startIn(host));
  watchPastes(host);
  window.htmx?.process(host);
  open.watch = watch(open.form);
  placePanel(host);
  panel().querySelector("[data-beside-hint]").textContent = KEYS;
  focusFirst(host);
}

async function chips(act) {
  const { editor, prosemirror } = root()?.dataset ?? {};
  if (!prosemirror) return;
  try {
    act(await import(editor));
  } catch {
    // Without its bundle the text stays a box.
  }
}

/** Ends the editors of `host`, and the preview that is on its way to a panel that may go. */
async function end(host) {
  for (const form of host.querySelectorAll("form[hx-post]")) window.htmx?.trigger(form, "htmx:abort");
  await chips((editor) => editor.stopIn(host));
}

function focusFirst(host) {
  const summary = host.querySelector(".govuk-error-summary, .app-unsaved:not([hidden])");
  if (summary) summary.tabIndex = -1;
  (summary ?? host.querySelector("textarea") ?? host.querySelector("input[type=text]"))?.focus();
}

function keys(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    open.goesOn = true;
    if (!event.defaultPrevented) open.form.requestSubmit();
  }
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  leave();
}

/** Ends the writing; what was typed is kept, and the block says so. */
async function close() {
  if (!open) return;
  const { host, over, line, address, watch: words } = open;
  await end(host);
  open = null;
  const isTyped = await words?.leave();
  const note = isTyped ? noteOf(address) : null;
  placePanel();
  panel()?.querySelector("#preview").replaceChildren();
  if (note && !over) host.replaceChildren(note);
  else host.remove();
  over?.classList.remove("draft-line--open");
  if (note && over && !over.querySelector("[data-go-on]")) over.querySelector(".draft-shown").after(note);
  return over ?? line;
}

async function leave() {
  (await close())?.focus();
}

function noteOf(address) {
  const page = new URL(address);
  page.searchParams.set("take", "up");
  const link = Object.assign(document.createElement("a"), { className: "govuk-link", href: page.href, textContent: "Go on with them" });
  link.dataset.goOn = "";
  const note = document.createElement("p");
  note.className = "draft-words";
  const words = Object.assign(document.createElement("span"), { className: "draft-note", textContent: `${UNSAVED} ` });
  note.append(words, link);
  return note;
}

/** Sends the form, and shows the section as it then is, or what is wrong. */
async function send(event) {
  event.preventDefault();
  const form = event.target;
  if (open.isSending) return;
  open.isSending = true;
  const body = new FormData(form, event.submitter);
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  open.isSending = false;
  if (answer) await shown(answer, parsed(await answer.text()), form);
  else open.watch.failed(LOST);
}

async function shown(answer, page, form) {
  const section = page.querySelector("[data-in-place-kinds]");
  const fragment = page.querySelector("[data-in-place]");
  if (answer.ok && section) return showSection(section, page, answer.url);
  if (fragment) return show(fragment);
  // Another view of the report.
  if (answer.ok && answer.url.startsWith(`${new URL("../../", pageOfForm(form)).href}?at=`)) {
    open.watch.saved();
    return location.assign(answer.url);
  }
  // Both wordings, the place of a block removed meanwhile, an ended session: pages of their own.
  return sendAlone(form);
}

function pageOfForm(form) {
  const page = new URL(form.getAttribute("action"), location.href);
  page.searchParams.delete("here");
  return page;
}

function sendAlone(form) {
  form.action = pageOfForm(form);
  HTMLFormElement.prototype.submit.call(form);
}

async function showSection(section, page, address) {
  const { host, over, goesOn, watch: words } = open;
  const slug = over?.dataset.block ?? new URL(address).pathname.split("/").filter(Boolean).at(-1);
  await end(host);
  words.saved();
  open = null;
  forget(slug);
  section.classList.add("app-sections--in-place");
  root().replaceWith(document.adoptNode(section));
  window.htmx?.process(root());
  history.replaceState(null, "", address);
  const saved = document.getElementById(`line-${slug}`);
  const block = (goesOn && saved?.nextElementSibling) || saved;
  document.dispatchEvent(new CustomEvent("section:shown", { detail: { block } }));
  placePanel(open?.host);
  block?.focus();
  const sentence = page.querySelector(".govuk-notification-banner__heading")?.textContent ?? "";
  document.querySelector("[data-in-place-status]").textContent = sentence;
  panel().querySelector("[data-beside-hint]").textContent = sentence;
}

/** A link that opens a form of this page in its place: its block, and the line it follows. */
function placeOf(link, line) {
  const page = new URL(link.href);
  if (link.origin !== location.origin) return null;
  if (line && page.pathname === new URL(pageOf(line), location.href).pathname) return { over: line, line, here: opens(line.dataset.kind) };
  const kind = /\/add\/([a-z]+)\/$/.exec(page.pathname)?.[1];
  if (!kind) return null;
  const after = document.getElementById(`line-${page.searchParams.get("after")}`);
  return { over: null, line: after ?? line, here: opens(kind) };
}

document.addEventListener("click", (event) => {
  if (!root()?.contains(event.target) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  const line = event.target.closest("[data-block]");
  if (link?.matches("[data-leave]")) {
    event.preventDefault();
    leave();
  } else if (link) {
    const place = event.target.closest(".app-in-place") && open && new URL(link.href).pathname === new URL(open.address).pathname ? { over: open.over, line: open.line, here: true } : placeOf(link, line);
    if (!place?.here) return;
    event.preventDefault();
    openAt(link.href, true, place.over, place.line);
  } else if (line && opens(line.dataset.kind) && event.target.closest(".draft-shown") && !event.target.closest("button, summary, input, abbr") && getSelection().isCollapsed) edit(line);
});
if (root()) {
  root().classList.add("app-sections--in-place");
  placePanel();
}
