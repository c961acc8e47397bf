// The form: made from the requirements that the service lists, filled from an entry and read into
// one. Every control carries in data-field the name that the service's problems use.

import { element, say } from "./text.js";

const KINDS = {
  incidents: ["inspection_failure", "major_accident", "major_complaint"],
  sanctions: ["fraud", "revocation"],
};
const DAYS = { incidents: "date", sanctions: "decided" };

export const emptyEntry = () => ({
  name: "", application_deadline: "", ordinance: "", facts: {}, incidents: [], sanctions: [],
});

// An application's papers stand in a list of their own.
export const fieldOf = (name) => (name.startsWith("application.") ? name : `facts.${name}`);
const idOf = (field) => field.replace(/[^a-z0-9]+/g, "-");

export function build(form, requirements, editions, entry, redo) {
  const papers = requirements.filter(({ name }) => name.startsWith("application."));
  const facts = requirements.filter(({ name }) => !name.startsWith("application."));
  form.replaceChildren(
    aboutPart(editions, entry),
    tablePart("facts", facts, entry, 1),
    tablePart("application", papers, entry, facts.length + 1),
    listPart("incidents", entry, redo),
    listPart("sanctions", entry, redo),
    element("p", { class: "buttons" },
      element("button", { type: "submit", class: "main" }, say("do.check")),
      element("button", { type: "button", id: "print" }, say("do.print")),
      element("button", { type: "reset" }, say("do.clear"))));
}

const part = (name, ...children) =>
  element("section", { class: `part ${name}`, "aria-labelledby": `part-${name}` },
    element("h2", { id: `part-${name}` }, say(`part.${name}`)), ...children);

function labelled(field, label, control, hint) {
  control.id = idOf(field);
  control.dataset.field = field;
  return element("p", { class: "line" },
    element("label", { for: control.id }, label), control,
    hint && element("span", { class: "hint" }, hint));
}

function choice(words, value) {
  const made = element("select");
  for (const [word, label] of words) {
    made.append(element("option", { value: word, selected: word === value }, label));
  }
  return made;
}

function aboutPart(editions, entry) {
  const rows = editions.map(({ ordinance }) => [ordinance, ordinance]);
  return part("about",
    labelled("name", say("about.name"),
      element("input", { type: "text", value: entry.name, autocomplete: "off", maxlength: 100 }),
      say("about.name.hint")),
    labelled("application_deadline", say("about.deadline"),
      element("input", {
        type: "date", value: entry.application_deadline, required: true, max: "9999-12-31",
      })),
    labelled("ordinance", say("about.edition"),
      choice([["", say("about.edition.of_the_day")], ...rows], entry.ordinance)));
}

function tablePart(name, rows, entry, first) {
  const columns = ["number", "item", "article", "answer", "finding"];
  return part(name,
    element("table", { "aria-labelledby": `part-${name}` },
      element("thead", null,
        element("tr", null, ...columns.map((column) =>
          element("th", { scope: "col", class: column }, say(`column.${column}`))))),
      element("tbody", null, ...rows.map((row, i) => tableRow(row, entry, first + i)))));
}

function tableRow(row, entry, number) {
  const field = fieldOf(row.name);
  const label = `${idOf(field)}-label`;
  return element("tr", { "data-provision": row.provision },
    element("td", { class: "number" }, String(number)),
    element("th", { scope: "row", class: "item", id: label }, say(`fact.${row.name}`)),
    element("td", { class: "article" }, row.citation),
    element("td", { class: "answer" }, control(row, field, label, entry.facts[row.name])),
    element("td", { class: "finding" }));
}

function control(row, field, label, value) {
  if (row.kind === "fact") {
    return truths(field, label, value);
  }
  const known = { "aria-labelledby": label, id: idOf(field), "data-field": field };
  const made = row.kind === "word"
    ? choice([["", say("word.unknown")], ...row.words.map((word) => [word, say(`word.${word}`)])],
      value)
    : element("input", row.kind === "date"
      ? { type: "date", value, max: "9999-12-31" }
      : { type: "number", value, min: 0, step: 1, inputmode: "numeric" });
  for (const [attribute, text] of Object.entries(known)) {
    made.setAttribute(attribute, text);
  }
  return made;
}

function truths(field, label, value) {
  const id = idOf(field);
  return element("div", { role: "radiogroup", "aria-labelledby": label, "data-field": field, id },
    ...[true, false, undefined].map((truth) =>
      element("label", null,
        element("input", {
          type: "radio", name: field, value: String(truth), checked: value === truth,
        }),
        say(`answer.${truth ?? "unknown"}`))));
}

function listPart(name, entry, redo) {
  const rows = entry[name].map((row, i) => listRow(name, row, i, redo));
  return part(name,
    rows.length > 0 ? element("ol", null, ...rows) : element("p", null, say("list.none")),
    element("p", { class: "more" },
      element("button", {
        type: "button",
        class: "add",
        "aria-label": `${say("list.add")}${say("separator")}${say(`part.${name}`)}`,
        onclick: () => redo((now) => now[name].push({ kind: KINDS[name][0] }),
          `${name}[${entry[name].length}].kind`),
      }, say("list.add"))));
}

function listRow(name, row, place, redo) {
  const at = `${name}[${place}]`;
  const day = DAYS[name];
  const number = place + 1;
  return element("li", null,
    element("div", { role: "group", "aria-label": say("list.number", number) },
      labelled(`${at}.kind`, say("list.kind"),
        choice(KINDS[name].map((word) => [word, say(`word.${word}`)]), row.kind)),
      labelled(`${at}.${day}`, say(`list.day.${name}`),
        element("input", { type: "date", value: row[day], required: true, max: "9999-12-31" })),
      element("button", {
        type: "button",
        "aria-label": say("list.remove.which", number),
        onclick: () => redo((now) => now[name].splice(place, 1), null, name),
      }, say("list.remove"))));
}

export function read(form) {
  const entry = emptyEntry();
  for (const place of form.querySelectorAll("[data-field]")) {
    const value = valueOf(place);
    const field = place.dataset.field;
    const inList = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(field);
    if (inList) {
      const [, list, row, key] = inList;
      (entry[list][row] ??= {})[key] = value;
    } else if (field in entry) {
      entry[field] = value ?? "";
    } else if (value !== undefined) {
      entry.facts[field.replace(/^facts\./, "")] = value;
    }
  }
  return entry;
}

function valueOf(place) {
  if (place.getAttribute("role") === "radiogroup") {
    return { true: true, false: false }[place.querySelector(":checked").value];
  }
  return place.value === "" ? undefined : place.value;
}

// What the service is asked.
export function question(entry) {
  const asked = {
    application_deadline: entry.application_deadline, facts: {}, application: {},
    incidents: entry.incidents, sanctions: entry.sanctions,
  };
  if (entry.ordinance) {
    asked.ordinance = entry.ordinance;
  }
  for (const [name, value] of Object.entries(entry.facts)) {
    const paper = /^application\.(.*)$/.exec(name);
    const list = paper ? asked.application : asked.facts;
    list[paper ? paper[1] : name] = name === "application.copies" ? Number(value) : value;
  }
  return asked;
}

// What a control shows and does not hold, as a half-entered day, is a fault and not "unknown".
export function faultOf(form) {
  for (const place of form.querySelectorAll("input[data-field]")) {
    const { badInput, stepMismatch, valueMissing } = place.validity;
    if (badInput || stepMismatch || valueMissing) {
      const half = place.type === "date" ? "fault.day" : "fault.number";
      return {
        field: place.dataset.field,
        detail: say(valueMissing && !badInput ? "fault.missing" : half),
      };
    }
  }
  return null;
}

export function placeOf(form, field) {
  const place = form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  return place?.getAttribute("role") === "radiogroup" ? place.querySelector(":checked") : place;
}
