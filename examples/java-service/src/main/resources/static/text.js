// The page's words in the chosen language, and elements made of them.

let words = {};
let chosen = "zh";

export const language = () => chosen;

export async function speak(tag) {
  const answer = await fetch(`text/${tag}.json`);
  words = await answer.json();
  chosen = tag;
  document.documentElement.lang = tag === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = say(place.dataset.text);
  }
}

export function say(key, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key] ?? key);
}

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value != null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
