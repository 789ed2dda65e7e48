// What is shown, kept in the address: "#compare?group=diverge&level=text". What holds by default is left out.
// A link to a thing, "#A-P8", keeps the rest as it is and opens the view that holds it.

const root = document.documentElement;
const sections = [...document.querySelectorAll("section.view")];

const DEFAULTS = { view: sections[0]?.id ?? "", group: "all", level: "full", find: "", theme: "system", quiz: "off" };

const state = (() => {
  const values = { ...DEFAULTS };
  const watching = new Map();
  const allowed = new Map();
  let reading = false; // what follows from an address is no step of its own

  function changed(name) {
    for (const told of watching.get(name) ?? []) told(values[name]);
  }

  function take(name, asked) {
    const value = allowed.get(name)?.includes(asked) === false ? DEFAULTS[name] : asked;
    if (values[name] === value) return;
    values[name] = value;
    changed(name);
  }

  function address(target) {
    const kept = new URLSearchParams();
    for (const name of Object.keys(DEFAULTS)) {
      if (name !== "view" && values[name] !== DEFAULTS[name]) kept.set(name, values[name]);
    }
    const rest = kept.toString();
    return `#${target || values.view}${rest ? `?${rest}` : ""}`;
  }

  // Back and forward lead to addresses written here, which say everything; a link says only where to go.
  function read() {
    reading = true;
    const [place, ...rest] = location.hash.slice(1).split("?");
    const asked = new URLSearchParams(rest.join("?"));
    const whole = place === "" || rest.length > 0 || history.state?.whole;
    for (const name of Object.keys(DEFAULTS)) {
      if (name === "view") continue;
      if (asked.has(name)) take(name, asked.get(name));
      else if (whole) take(name, DEFAULTS[name]);
    }
    const found = place ? document.getElementById(decoded(place)) : null;
    const section = found?.closest("section.view");
    if (section) take("view", section.id);
    else if (whole) take("view", DEFAULTS.view);
    const target = section && found !== section ? found : null;
    if (target) uncover(target);
    if (place) history.replaceState({ whole: true }, "", address(target?.id)); // else it would scroll past the title
    reading = false;
    if (target) goTo(target);
  }

  function decoded(place) {
    try {
      return decodeURIComponent(place);
    } catch {
      return place; // no address of ours
    }
  }

  // Whoever hides things watches "target" and opens what hides this one.
  function uncover(element) {
    for (const told of watching.get("target") ?? []) told(element);
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer.localName === "details") outer.open = true;
    }
  }

  function goTo(element) {
    if (!element.hasAttribute("tabindex") && !element.matches("a, button, input, summary")) element.tabIndex = -1;
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  }

  return {
    get: (name) => values[name],

    set(name, value) {
      if (values[name] === value) return;
      take(name, value);
      if (reading) return;
      const write = name === "find" ? "replaceState" : "pushState"; // no step back for every letter
      history[write]({ whole: true }, "", address());
    },

    watch(name, told) {
      if (!watching.has(name)) watching.set(name, []);
      watching.get(name).push(told);
    },

    // Whatever else an address asks for is taken for the default.
    allow(name, choices) {
      allowed.set(name, choices);
    },

    uncover,

    start() {
      root.classList.add("js");
      for (const name of Object.keys(DEFAULTS)) changed(name);
      read();
      addEventListener("hashchange", read);
    },
  };
})();

function announce(text) {
  document.getElementById("said").textContent = text;
}

// By then every script below has said what it watches.
queueMicrotask(() => state.start());
