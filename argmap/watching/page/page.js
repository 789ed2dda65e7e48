"use strict";

// What comes from files goes into the page as text, never as markup; sheets are images, in which no script runs.

const SIZES = ["width", "whole", "large"];
const find = (id) => document.getElementById(id);

let shown = null; // the state that is shown, as the server told it
let kept = Number(sessionStorage.getItem("scroll")) || 0;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function put(id, text) {
  const place = find(id);
  place.textContent = text;
  place.hidden = !text;
}

// --- what is told -------------------------------------------------------------------------------------------------

function show(state) {
  shown = state;
  document.body.classList.toggle("broken", state.broken);
  document.body.classList.toggle("stale", state.stale);
  document.title = (state.broken ? "✗ " : "") + state.title;
  put("title", state.title);
  showState(state);
  showProblems(state);
  showSheets(state);
  measureHead();
  if (kept) {
    window.scrollTo(0, kept);
    kept = 0;
  }
}

function showState(state) {
  const place = find("state");
  const said = state.summary || "not drawn";
  place.replaceChildren(`Checked ${state.checked}, `);
  if (state.problems.length || state.trouble) {
    const link = element("a", said);
    link.href = state.broken ? "#errors" : "#remarks";
    place.append(link);
  } else {
    place.append(said);
  }
}

// Errors stand above the picture, as they are why it is not another one; all else stands below it.
function showProblems(state) {
  const errors = state.problems.filter((told) => told.severity === "error");
  const remarks = state.problems.filter((told) => told.severity !== "error");
  find("errors").hidden = !errors.length && !state.trouble;
  put("broken", state.broken && state.stale ? whatStays(state) : "");
  put("trouble", state.trouble);
  find("error-list").replaceChildren(...errors.map(problem));
  find("remarks").hidden = !remarks.length && !state.notes.length && !state.more;
  find("notes").replaceChildren(...state.notes.map((note) => element("li", note)));
  find("remark-list").replaceChildren(...remarks.map(problem));
  put("more", state.more ? `… and ${state.more} more` : "");
}

function whatStays(state) {
  const way = "Mend what is listed here and save; the page follows by itself.";
  if (!state.drawn) return `There is no picture yet. ${way}`;
  return `The picture below is the last good one, of ${state.drawn}. ${way}`;
}

function problem(told) {
  const item = element("li", "", told.severity);
  if (told.place) item.append(element("p", told.place, "place"));
  const said = element("p");
  said.append(element("span", `${told.severity}[${told.code}]`, "kind"), `: ${told.message}`);
  item.append(said);
  if (told.line) {
    const excerpt = element("pre", `${told.line}\n`);
    excerpt.append(element("span", told.marks, "marks"));
    item.append(excerpt);
  }
  if (told.help) item.append(element("p", `help: ${told.help}`));
  return item;
}

// --- sheets -------------------------------------------------------------------------------------------------------

function showSheets(state) {
  const room = find("sheets");
  room.querySelector(".empty")?.remove();
  const figures = [...room.querySelectorAll("figure")];
  figures.slice(state.sheets.length).forEach((figure) => figure.remove());
  state.sheets.forEach((sheet, i) => {
    const figure = figures[i] || room.appendChild(newFigure());
    caption(figure, sheet, i, state.sheets.length);
    if (figure.dataset.path !== sheet.path) load(figure, sheet);
  });
  if (!state.sheets.length && !state.broken) room.append(element("p", "No picture yet.", "empty")); // else it is told
}

function newFigure() {
  const figure = element("figure");
  figure.tabIndex = -1;
  figure.append(element("figcaption"), element("div", "", "paper"));
  return figure;
}

function caption(figure, sheet, i, count) {
  const link = element("a", sheet.name);
  link.href = sheet.path;
  link.target = "_blank";
  link.rel = "noopener";
  const before = count > 1 ? `Sheet ${i + 1} of ${count}: ` : "";
  figure.querySelector("figcaption").replaceChildren(before, link);
}

// The old picture stays until the new one is there: nothing flickers, and the page does not jump.
function load(figure, sheet) {
  figure.dataset.path = sheet.path;
  const image = new Image(sheet.width || undefined, sheet.height || undefined);
  image.alt = [sheet.title, sheet.about].filter(Boolean).join(". ");
  const paper = figure.querySelector(".paper");
  const place = () => {
    if (figure.dataset.path === sheet.path) paper.replaceChildren(image);
  };
  if (!paper.firstChild) place();
  image.addEventListener("load", place);
  image.addEventListener("error", () => {
    if (figure.dataset.path === sheet.path) figure.dataset.path = ""; // the next edition tries again
  });
  image.src = sheet.path;
}

// --- size, keys, scrolling ----------------------------------------------------------------------------------------

function setSize(size) {
  document.body.dataset.size = size;
  sessionStorage.setItem("size", size);
  for (const button of document.querySelectorAll(".sizes button")) {
    button.setAttribute("aria-pressed", String(button.dataset.size === size));
  }
}

function step(by) {
  const figures = [...document.querySelectorAll("figure")];
  const head = document.querySelector("header").offsetHeight;
  const tops = figures.map((figure) => figure.getBoundingClientRect().top - head);
  const next = by > 0 ? tops.findIndex((top) => top > 8) : tops.findLastIndex((top) => top < -8);
  if (next < 0) return;
  figures[next].scrollIntoView();
  figures[next].focus({ preventScroll: true });
}

function toProblems() {
  const section = ["errors", "remarks"].map(find).find((each) => !each.hidden);
  if (!section) return;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}

const KEYS = {
  n: () => step(1),
  p: () => step(-1),
  e: toProblems,
  s: () => setSize(SIZES[(SIZES.indexOf(document.body.dataset.size) + 1) % SIZES.length]),
};

function measureHead() {
  const height = document.querySelector("header").offsetHeight;
  document.documentElement.style.setProperty("--head", `${height + 8}px`);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  KEYS[event.key.toLowerCase()]?.();
});
document.querySelector(".sizes").addEventListener("click", (event) => {
  if (event.target.dataset.size) setSize(event.target.dataset.size);
});
window.addEventListener("resize", measureHead);
history.scrollRestoration = "manual";

// --- the connection -----------------------------------------------------------------------------------------------

function lost() {
  document.body.classList.add("lost");
  const what = shown ? " The page shows what it told last." : "";
  put("lost", `Connection lost: argmap watch has ended, or cannot be reached.${what} It goes on when argmap is back.`);
  measureHead();
  if (!document.title.startsWith("⚠")) document.title = `⚠ ${document.title}`;
}

function found() {
  document.body.classList.remove("lost");
  put("lost", "");
  measureHead();
}

let source = null;

function connect() {
  source = new EventSource("/events");
  const again = () => {
    source.close();
    lost();
    setTimeout(connect, 2000);
  };
  source.addEventListener("message", (event) => {
    found();
    show(JSON.parse(event.data));
  });
  source.addEventListener("over", again);
  source.addEventListener("error", again);
}

// A page that is being left loses its connection, too: that is no news, and would move what is on the screen.
window.addEventListener("beforeunload", () => {
  source?.close();
  sessionStorage.setItem("scroll", String(window.scrollY));
});

setSize(SIZES.includes(sessionStorage.getItem("size")) ? sessionStorage.getItem("size") : "width");
connect();
