// One organisation's facts in, what is missing and why out.

import { build, emptyEntry, faultOf, placeOf, question, read } from "./form.js";
import { complain, forgive, show, unmark } from "./result.js";
import { language, say, speak } from "./text.js";

const form = document.getElementById("form");
const result = document.getElementById("result");
const alert = document.getElementById("alert");
const other = document.getElementById("language");

async function ask(path, body) {
  const answer = await fetch(`api/v1/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "Accept-Language": language(), "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const content = await answer.json();
  if (!answer.ok) {
    throw content;
  }
  return content;
}

let requirements = [];
let editions = [];

function draw(entry) {
  build(form, requirements, editions, entry, redo);
  document.getElementById("print").addEventListener("click", () => window.print());
}

// Changes the entry and draws the form anew, with the focus where work goes on.
function redo(change, field, list) {
  const entry = read(form);
  change(entry);
  draw(entry);
  unmark(form, result);
  (field ? placeOf(form, field) : form.querySelector(`.${list} .add`)).focus();
}

async function check() {
  forgive(form, alert);
  const fault = faultOf(form);
  if (fault) {
    unmark(form, result);
    complain(form, alert, fault);
    return false;
  }
  const entry = read(form);
  try {
    show(form, result, await ask("applications/check", question(entry)), entry.name);
    return true;
  } catch (problem) {
    unmark(form, result);
    complain(form, alert, problem.detail ? problem : { detail: say("fault.service") });
    return false;
  }
}

async function start(tag, entry) {
  await speak(tag);
  const next = tag === "zh" ? "en" : "zh";
  other.textContent = { zh: "中文", en: "English" }[next];
  other.lang = { zh: "zh-CN", en: "en" }[next];
  try {
    [requirements, editions] = await Promise.all([ask("requirements"), ask("editions")]);
    draw(entry);
  } catch {
    complain(form, alert, { detail: say("fault.service") });
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await check()) {
    document.getElementById("verdict").focus();
  }
});

// A result stands for what was entered when it was asked for, and for nothing else.
form.addEventListener("input", () => unmark(form, result));

form.addEventListener("reset", (event) => {
  event.preventDefault();
  forgive(form, alert);
  unmark(form, result);
  draw(emptyEntry());
  placeOf(form, "name").focus();
});

other.addEventListener("click", async () => {
  const shown = !result.hidden;
  const entry = read(form);
  await start(language() === "zh" ? "en" : "zh", entry);
  if (shown) {
    await check();
  }
});

await start(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh", emptyEntry());
