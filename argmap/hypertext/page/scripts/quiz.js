// The quiz. Its state is one word in the address: the number of the order, and every guess so far, "1.0a.7d". What is
// shown follows from that word alone. While it is on, nothing else of the page is there to see or to hear.

const quiz = document.getElementById("quiz");

if (quiz) {
  const given = filled(JSON.parse(document.getElementById("quiz-data").textContent));
  const cards = document.getElementById("quiz-cards");
  const score = document.getElementById("quiz-score");
  const start = document.getElementById("quiz-start");
  const title = document.title;
  const SHOW = given.answers.length; // the guess that is none: to be shown the answer
  let laid = ""; // the order that is laid out
  let byNumber = [];

  // What stands in the row of a finding is only referred to: the right answer, its point and notes by their numbers.
  function filled(data) {
    const asked = data.asked.map(([id, question, sentence, sides]) => {
      const row = document.getElementById(id);
      const lines = [...row.querySelectorAll(".point, .note")].map((line) => [...line.textContent.trim()].slice(1).join(""));
      const whole = (parts) => parts.map((part, i) => (i % 2 ? lines[part] : part)).join("");
      return { question: whole(question), group: row.dataset.group, sentence: whole(sentence), sides };
    });
    return { ...data, asked };
  }

  // "2.0a.7d" is order 2, where question 0 was guessed as the first answer and question 7 as the fourth.
  function read(word) {
    const [order, ...rest] = word.split(".");
    if (!/^[1-9]\d{0,5}$/.test(order)) return null;
    const guesses = new Map();
    for (const one of rest) {
      const parts = /^(\d{1,4})([a-f])$/.exec(one);
      const guess = parts ? parts[2].charCodeAt(0) - 97 : -1;
      if (parts && Number(parts[1]) < given.asked.length && guess >= 0 && guess <= SHOW) guesses.set(Number(parts[1]), guess);
    }
    return { order, guesses };
  }

  // The same order for the same number, everywhere: Fisher and Yates with the generator "mulberry32".
  function shuffled(length, seed) {
    const places = [...Array(length).keys()];
    let a = seed;
    for (let i = length - 1; i > 0; i -= 1) {
      a = (a + 0x6d2b79f5) | 0;
      let t = Math.imul(a ^ (a >>> 15), 1 | a);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      const j = ((t ^ (t >>> 14)) >>> 0) % (i + 1);
      [places[i], places[j]] = [places[j], places[i]];
    }
    return places;
  }

  function element(name, className, ...inside) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  }

  // A statement's words as the map shows them, and nothing else of what stands there.
  function statement(anchor) {
    const at = document.getElementById(anchor);
    const words = (selector) => at?.querySelector(selector)?.textContent.trim() ?? "";
    const made = element("div", "said", element("p", "", words("span")));
    const limits = [...(at?.children ?? [])].filter((child) => child.matches(".limits") && !child.querySelector("a"));
    for (const limit of limits) made.append(element("p", "muted", limit.textContent.trim()));
    const quote = [...(at?.children ?? [])].find((child) => child.matches(".words"))?.querySelector("i, .quote");
    if (quote) made.append(element("p", "quote", quote.textContent.trim()));
    return made;
  }

  function side(anchors, i) {
    const [letter, name] = given.heads[i];
    const who = element("p", "who", element("b", "", letter), ` ${name}`);
    const look = given.heads.length === 2 ? "ab"[i] : "";
    return element("div", `side ${look}`, who, ...anchors.map(statement));
  }

  function card(number, place) {
    const { question, sides } = given.asked[number];
    const heading = element("h2", "", question);
    heading.id = `quiz-${place}`;
    const guesses = element("div", "guesses");
    guesses.setAttribute("role", "group");
    guesses.setAttribute("aria-labelledby", heading.id);
    [...given.answers.map(([, words]) => words), "show me"].forEach((words, guess) => {
      const button = element("button", "", words);
      button.type = "button";
      button.addEventListener("click", () => answer(number, guess));
      guesses.append(button);
    });
    const told = element("div", "told");
    told.tabIndex = -1;
    const spoken = sides.map((anchors, i) => (anchors.length ? side(anchors, i) : "")).filter(Boolean);
    const made = element("li", "", heading, element("div", "sides", ...spoken), guesses, told);
    return { made, guesses, told };
  }

  function lay(order) {
    laid = order;
    byNumber = [];
    const places = shuffled(given.asked.length, Number(order));
    cards.replaceChildren(...places.map((number, place) => {
      byNumber[number] = card(number, place + 1);
      return byNumber[number].made;
    }));
  }

  function show(number, guess) {
    const { made, guesses, told } = byNumber[number];
    const open = guess === undefined;
    guesses.hidden = !open;
    told.hidden = open;
    told.replaceChildren();
    made.className = "";
    if (open) return;
    const { group, sentence } = given.asked[number];
    const right = rightOf(number);
    const words = given.answers[right][1];
    const verdict = guess === SHOW ? `Shown: ${words}.` : guess === right ? `Right: ${words}.`
      : `${isNear(guess, right) ? "Nearly" : "Not so"}. You said: ${given.answers[guess][1]}. It is: ${words}.`;
    told.append(element("p", "verdict", verdict), element("p", "", sentence));
    made.className = group;
  }

  // Whether there is a reservation often lies in the reasons, of which the question shows nothing.
  function isNear(guess, right) {
    return [guess, right].every((one) => given.answers[one]?.[0].startsWith("agree"));
  }

  function count(guesses) {
    const rights = [...guesses].map(([number, guess]) => [guess, rightOf(number)]);
    const right = rights.filter(([guess, wanted]) => guess === wanted).length;
    const near = rights.filter(([guess, wanted]) => guess !== wanted && isNear(guess, wanted)).length;
    if (!guesses.size) return `${given.asked.length} questions.`;
    const nearly = near ? ` and ${near} nearly right` : "";
    return `${right} right${nearly} of ${guesses.size} answered; ${given.asked.length - guesses.size} to go.`;
  }

  function rightOf(number) {
    return given.answers.findIndex(([group]) => group === given.asked[number].group);
  }

  function answer(number, guess) {
    state.set("quiz", `${state.get("quiz")}.${number}${String.fromCharCode(97 + guess)}`);
    byNumber[number].told.focus();
    announce(score.textContent);
  }

  function begin(word) {
    state.set("quiz", word);
    document.getElementById("quiz-title").focus();
    scrollTo(0, 0);
  }

  state.watch("quiz", (word) => {
    const asked = read(word);
    root.classList.toggle("quizzing", Boolean(asked));
    quiz.hidden = !asked;
    document.title = asked ? "Quiz" : title;
    if (!asked) {
      cards.replaceChildren();
      laid = "";
      return;
    }
    if (laid !== asked.order) lay(asked.order);
    given.asked.forEach((_, number) => show(number, asked.guesses.get(number)));
    score.textContent = count(asked.guesses);
  });

  start?.addEventListener("click", () => begin("1"));
  document.getElementById("quiz-again").addEventListener("click", () => {
    begin(String(Number(read(state.get("quiz")).order) + 1));
    announce(score.textContent);
  });
  document.getElementById("quiz-leave").addEventListener("click", () => {
    state.set("quiz", "off");
    announce("");
    start?.focus();
  });
}
