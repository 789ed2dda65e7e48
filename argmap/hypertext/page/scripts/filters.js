// The choices: which findings, in how much detail, in which colours.
{
  function choices(name, shown) {
    const radios = [...document.querySelectorAll(`input[type="radio"][name="${name}"]`)];
    state.allow(name, radios.map((radio) => radio.value));
    for (const radio of radios) radio.addEventListener("change", () => state.set(name, radio.value));
    state.watch(name, (value) => {
      for (const radio of radios) radio.checked = radio.value === value;
      shown(value);
    });
  }

  const findings = [...document.querySelectorAll("#compare tr[data-group]")];
  const count = document.getElementById("count");

  // Sources that two maps use are no points: the title does not count them either.
  function kind(row) {
    return row.closest("[aria-labelledby=part-evidence]") ? "sources" : row.dataset.group;
  }

  choices("group", (group) => {
    for (const row of findings) row.hidden = group !== "all" && kind(row) !== group;
    for (const part of document.querySelectorAll("#compare .part")) {
      const rows = part.querySelectorAll("tr[data-group]");
      const shown = [...rows].filter((row) => !row.hidden).length;
      part.hidden = !shown;
      part.querySelector("h3 .count").textContent = shown < rows.length ? `${shown} of ${rows.length}` : shown;
    }
    const left = findings.filter((row) => !row.hidden).length;
    count.textContent = group === "all" ? "" : `${left} of ${findings.length} rows are shown.`;
  });

  choices("level", (level) => {
    root.dataset.level = level;
  });

  choices("theme", (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  });

  // What a link leads to is shown, whatever was left out before.
  state.watch("target", (element) => {
    if (element.closest("tr[data-group][hidden]")) state.set("group", "all");
  });
}
