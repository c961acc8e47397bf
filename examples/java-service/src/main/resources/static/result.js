// The answer: the conclusion, what is wrong or missing with its citation, and each row's finding.

import { fieldOf, placeOf } from "./form.js";
import { element, say } from "./text.js";

export function show(form, place, answer, name) {
  mark(form, answer.findings);
  place.replaceChildren(
    element("h2", { class: "title" }, say("result.title")),
    element("p", { id: "verdict", class: `verdict ${answer.verdict}`, tabindex: -1 },
      say(`result.${answer.verdict}`)),
    element("p", { class: "print" }, name && say("result.organization", name)),
    element("p", null, say("result.basis", answer.ordinance, answer.application_deadline)),
    ...told(form, answer),
    element("details", null,
      element("summary", null, say("result.all")),
      element("ol", { class: "findings" }, ...answer.findings.map((finding) =>
        element("li", { class: finding.verdict }, finding.text)))),
    element("p", { class: "print sign" },
      element("span", null, say("result.sign")), element("span", null, say("result.date"))));
  place.hidden = false;
}

function told(form, answer) {
  const unknown = answer.findings.filter(({ verdict }) => verdict === "unknown").length;
  if (answer.verdict === "met") {
    return [element("p", null, say("result.met.then"))];
  }
  if (answer.verdict === "unknown") {
    return [
      element("p", null, say("result.unknown.then", answer.missing.length)),
      element("ol", { class: "missing" }, ...inFormOrder(form, answer.missing).map(wanted(form))),
    ];
  }
  return [
    element("p", null, say("result.not_met.then", answer.reasons.length)),
    element("ol", { class: "reasons" }, ...answer.reasons.map(({ text }) =>
      element("li", null, text))),
    ...(unknown > 0 ? [element("p", null, say("result.open", unknown))] : []),
  ];
}

function inFormOrder(form, missing) {
  const order = [...form.querySelectorAll("[data-field]")].map(({ dataset }) => dataset.field);
  const placeIn = ({ name }) => order.indexOf(fieldOf(name));
  return [...missing].sort((a, b) => placeIn(a) - placeIn(b));
}

const wanted = (form) => ({ name, citation }) =>
  element("li", null,
    `${say(`fact.${name}`)} `, element("span", { class: "citation" }, citation), " ",
    element("button", {
      type: "button",
      class: "fill",
      "aria-label": `${say("result.fill")}${say("separator")}${say(`fact.${name}`)}`,
      onclick: () => placeOf(form, fieldOf(name)).focus(),
    }, say("result.fill")));

function mark(form, findings) {
  for (const finding of findings) {
    const row = form.querySelector(`tr[data-provision="${finding.provision}"]`);
    if (row) {
      const cell = row.querySelector(".finding");
      cell.textContent = say(`finding.${finding.verdict}`);
      cell.className = `finding ${finding.verdict}`;
    }
  }
}

export function unmark(form, place) {
  place.hidden = true;
  for (const cell of form.querySelectorAll("td.finding")) {
    cell.textContent = "";
    cell.className = "finding";
  }
}

// A problem's sentence stands at its field, whose name it then need not begin with, or above the
// form where there is none.
export function complain(form, alert, problem) {
  const at = problem.field ? placeOf(form, problem.field) : null;
  if (at === null) {
    alert.textContent = problem.detail;
    alert.hidden = false;
    return;
  }
  const id = `${at.id || at.name}-fault`;
  at.setAttribute("aria-invalid", "true");
  at.setAttribute("aria-describedby", id);
  at.closest("td, p").append(
    element("span", { class: "fault", id, role: "alert" }, withoutName(problem)));
  at.focus();
}

function withoutName({ field, detail }) {
  return detail.startsWith(field) ? detail.slice(field.length).replace(/^[：:] ?/, "") : detail;
}

export function forgive(form, alert) {
  alert.hidden = true;
  for (const place of form.querySelectorAll("[aria-invalid]")) {
    place.removeAttribute("aria-invalid");
    place.removeAttribute("aria-describedby");
  }
  for (const told of form.querySelectorAll(".fault")) {
    told.remove();
  }
}
