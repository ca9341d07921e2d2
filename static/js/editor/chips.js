// Chips: what a token prints now, in the place where it is written, and the panel of one of them.
import { tokensIn } from "./text.js";

const MOST = 60;
const KINDS = { figure: "live figure", date: "live date", record: "live record", reference: "link in this report", typed: "typed number", note: "note", fault: "not understood" };
// Who writes one section by a link does not ask the records for what was not given.
const NOT_GIVEN = { words: "?", label: "Not one of the figures of this section", when: "", kind: "fault", state: "not known", problem: "" };
let panels = 0;

/** What is known of the tokens of a form: filled by its page, the chooser and the server. */
export class Tokens {
  constructor(form, settings = form.dataset) {
    Object.assign(this, { form, settings, address: settings.tokens });
    this.known = new Map(Object.entries(JSON.parse(settings.chips || "{}")));
    this.asked = new Set();
    this.elements = new Set();
  }

  get(token) {
    return this.known.get(token);
  }

  learn(token, facts) {
    this.known.set(token, facts);
    for (const element of this.elements) if (element.dataset.token === token) this.show(element);
  }

  /** Asks the server for what is not known yet of `text`. */
  async ask(text) {
    const missing = [...new Set(tokensIn(text))].filter((token) => !this.known.has(token) && !this.asked.has(token));
    if (!this.address) return missing.forEach((token) => this.learn(token, NOT_GIVEN));
    for (let first = 0; first < missing.length; first += MOST) {
      const some = missing.slice(first, first + MOST);
      some.forEach((token) => this.asked.add(token));
      const answer = await this.post(some);
      for (const [token, facts] of Object.entries(answer?.tokens ?? {})) this.learn(token, facts);
    }
  }

  /** Text with tokens → what it prints. */
  async read(texts) {
    await this.ask(texts.join(" "));
    const printed = (text) => tokensIn(text).reduce((words, token) => words.replace(token, () => (this.known.get(token)?.state === "" ? this.known.get(token).words : "")), text);
    return Object.fromEntries(texts.map((text) => [text, printed(text)]));
  }

  /** The other forms of `token`: [{name, token, words}]. */
  async forms(token) {
    const answer = this.address && (await this.post([token], true));
    return answer?.forms ?? [];
  }

  async post(tokens, withForms = false) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    tokens.forEach((token) => body.append("token", token));
    if (withForms) body.set("forms", "1");
    try {
      const answer = await fetch(this.address, { method: "POST", body, credentials: "same-origin" });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // A lost connection: the chip says that its value is not known.
    }
  }

  /** The address of the page that says what `token` is, where it is understood. */
  definitionOf(token) {
    const isKnown = ["figure", "date", "record", "typed"].includes(this.known.get(token)?.kind);
    return isKnown && this.settings.definitions ? `${this.settings.definitions}${encodeURIComponent(token.slice(2, -2))}/` : "";
  }

  /** The element of one chip. */
  element(token) {
    const element = document.createElement("span");
    element.dataset.token = token;
    Object.assign(element, { contentEditable: "false", spellcheck: false, translate: false, tabIndex: -1 });
    element.setAttribute("role", "button");
    element.setAttribute("aria-haspopup", "dialog");
    this.elements.add(element);
    this.show(element);
    return element;
  }

  forget(element) {
    this.elements.delete(element);
  }

  show(element) {
    const facts = this.known.get(element.dataset.token);
    const { words = "…", kind = "figure", state = "" } = facts ?? {};
    element.textContent = words || "–";
    element.className = `app-chip app-chip--${kind}${state ? ` app-chip--${state.replace(/ /g, "-")}` : ""}`;
    element.setAttribute("aria-label", name(facts));
  }
}

/** What a chip is, its value first: so voice control finds it by what is seen. */
export function name(facts) {
  if (!facts) return "… live figure, its value is not read yet";
  const { words, label, when, kind, state, problem } = facts;
  return [words || "–", label, when, state === "hidden" ? "not shown to readers" : problem || KINDS[kind]].filter(Boolean).join(", ");
}

/** A panel under the text that says what a chip is, and changes it. */
export class ChipPanel {
  constructor(host, tokens, { change, replace, remove, back }) {
    Object.assign(this, { host, tokens, change, replace, remove, back });
    this.element = document.createElement("div");
    this.element.className = "app-chip-panel";
    this.element.hidden = true;
    this.element.setAttribute("role", "dialog");
    this.element.tabIndex = -1;
    this.element.id = `chip-panel-${++panels}`;
    host.append(this.element);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close(true);
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  close(withFocus = false) {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.element.replaceChildren();
    if (withFocus) this.back();
  }

  async open(token) {
    const facts = this.tokens.get(token) ?? {};
    const heading = made("h2", "govuk-heading-s", `${{ date: "Live date", record: "Live record" }[facts.kind] ?? "Live figure"}: ${facts.words || "–"}`);
    heading.id = `${this.element.id}-heading`;
    this.element.setAttribute("aria-labelledby", heading.id);
    const about = made("p", "govuk-body-s", [facts.label, facts.when].filter(Boolean).join(", "));
    const problem = facts.problem ? [made("p", "govuk-body-s app-chip-panel__problem", facts.problem)] : [];
    const definition = this.tokens.definitionOf(token);
    const more = definition ? [this.definition(definition)] : [];
    const forms = document.createElement("div");
    this.element.replaceChildren(heading, about, ...more, ...problem, forms, this.buttons());
    this.element.hidden = false;
    this.element.focus();
    const choices = await this.tokens.forms(token);
    if (this.isOpen && choices.length > 1) forms.replaceChildren(this.radios(choices, token));
  }

  /** The way to what is counted, in a tab of its own: what is typed here stays. */
  definition(address) {
    const link = Object.assign(made("a", "govuk-link", "Its definition (opens in new tab)"), { href: address, target: "_blank", rel: "noopener" });
    const line = made("p", "govuk-body-s");
    line.append(link);
    return line;
  }

  buttons() {
    const row = made("div", "govuk-button-group");
    for (const [text, act] of [["Replace", this.replace], ["Remove", this.remove], ["Close", () => this.close(true)]]) {
      const button = made("button", "govuk-button govuk-button--secondary app-button--small", text);
      button.type = "button";
      button.addEventListener("click", () => {
        if (text !== "Close") this.close();
        act();
      });
      row.append(button);
    }
    return row;
  }

  radios(choices, token) {
    const group = made("fieldset", "govuk-fieldset");
    group.append(made("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", "Show as"));
    const list = made("div", "govuk-radios govuk-radios--small");
    choices.forEach(({ name: title, token: other, words }, place) => {
      const input = Object.assign(made("input", "govuk-radios__input"), { type: "radio", id: `${this.element.id}-${place}`, checked: other === token });
      input.name = `${this.element.id}-form`;
      // It is no part of what the form sends.
      input.setAttribute("form", "");
      const label = made("label", "govuk-label govuk-radios__label", words);
      label.htmlFor = input.id;
      label.append(made("span", "app-chip-panel__form", ` ${title}`));
      input.addEventListener("change", () => {
        this.tokens.learn(other, { ...this.tokens.get(token), words, state: "", problem: "" });
        this.change(other);
        token = other;
      });
      const item = made("div", "govuk-radios__item");
      item.append(input, label);
      list.append(item);
    });
    group.append(list);
    return group;
  }
}

/** An element with a class and words. */
export function made(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
