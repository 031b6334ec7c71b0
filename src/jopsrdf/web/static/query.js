// The query editor: YASGUI with completion from this dataset, no call to any other host, and a chart among its results.
"use strict";

const place = document.getElementById("editor");
const form = document.querySelector("#plain form");
const known = fetch(place.dataset.completion).then((answer) => answer.json());

// Answers with two or more columns of which one is a number: a bar for each row.
class Chart {
  priority = 5;
  label = "Chart";

  constructor(yasr) { this.yasr = yasr; }

  columns() {
    const rows = this.yasr.results?.getBindings() ?? [];
    const names = this.yasr.results?.getVariables() ?? [];
    const isNumber = (name) => rows.length && rows.every((row) => row[name] && row[name].value !== "" && isFinite(row[name].value));
    const count = names.findLast(isNumber);
    const label = names.find((name) => name !== count);
    return count && label ? { rows, count, label } : null;
  }

  canHandleResults() { return this.columns() !== null; }

  getIcon() {
    const icon = document.createElement("span");
    icon.textContent = "▥";
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }

  draw() {
    const { rows, count, label } = this.columns();
    const shown = rows.slice(0, 50);
    const most = Math.max(...shown.map((row) => Number(row[count].value)), 1e-9);
    const list = document.createElement("ol");
    list.className = "chart-list";
    for (const row of shown) {
      const item = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = row[label]?.value.replace(/^https?:\/\/\S*[\/#](?=.)/, "") ?? "–";
      name.dir = "auto";
      const bar = document.createElement("meter");
      Object.assign(bar, { min: 0, max: most, value: Number(row[count].value) });
      bar.setAttribute("aria-hidden", "true");
      const number = document.createElement("span");
      number.textContent = Number(row[count].value).toLocaleString(undefined, { maximumFractionDigits: 2 });
      item.append(name, bar, number);
      list.append(item);
    }
    this.yasr.resultsEl.replaceChildren(list);
  }
}

// What YASGUI leaves nameless for those who hear a page.
const NAMES = {
  ".tableSizer": "Rows of a page",
  ".tableFilter": "Filter the rows",
  "input.autocomplete": "Address of the endpoint",
  ".CodeMirror textarea": "SPARQL query",
};
function mend() {
  for (const [selector, name] of Object.entries(NAMES)) {
    for (const element of place.querySelectorAll(`${selector}:not([aria-label])`)) element.setAttribute("aria-label", name);
  }
  place.querySelectorAll("[role=tablist]").forEach((element) => element.removeAttribute("role"));
  place.querySelectorAll(".tabsList [role=tab]").forEach((element) => element.removeAttribute("role"));
  place.querySelectorAll(".tabsList [aria-selected]").forEach((element) => element.removeAttribute("aria-selected"));
  place.querySelectorAll("thead th:first-child .dt-column-title:empty").forEach((element) => { element.textContent = "#"; });
  place.querySelectorAll(".CodeMirror-scroll").forEach((element) => element.setAttribute("tabindex", "0"));
}

known.then(({ prefixes }) => {
  const { Yasqe, Yasr } = Yasgui;
  for (const kind of ["class", "property"]) {
    Yasqe.forkAutocompleter(kind, { name: `our-${kind}`, bulk: true, persistenceId: null, get: async () => (await known)[kind] }, false);
  }
  Yasqe.forkAutocompleter("prefixes", { name: "our-prefixes", persistenceId: null, get: () => Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`) }, false);
  // Values as people read them: 7, not "7"^^xsd:integer; the editor's own switch shows the rest.
  class Table extends Yasr.plugins.table {
    constructor(yasr) {
      super(yasr);
      this.persistentConfig = { ...this.persistentConfig, compact: true };
    }
  }
  Yasr.registerPlugin("table", Table, true);
  Yasr.registerPlugin("chart", Chart, true);
  place.hidden = false;
  document.getElementById("plain").hidden = true;

  const query = form.querySelector("textarea").value;
  const link = (text) => `${location.origin}${location.pathname}?${new URLSearchParams({ query: text })}`;
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: place.dataset.endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint: place.dataset.endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    populateFromUrl: false,
    corsProxy: undefined,
    yasqe: {
      value: query,
      persistenceId: null,
      prefixCcApi: null,
      autocompleters: ["variables", "our-prefixes", "our-class", "our-property"],
      createShareableLink: (yasqe) => link(yasqe.getValue()),
    },
    yasr: { pluginOrder: ["table", "chart", "response"], prefixes, persistenceId: null },
  });
  new MutationObserver(mend).observe(place, { childList: true, subtree: true });
  mend();
  // The endpoint announces a cut by a link in the head of the answer.
  yasgui.on("queryResponse", (_, asked) => setTimeout(() => {
    document.getElementById("cut").hidden = !asked.getYasr()?.results?.getAsJson()?.head?.link?.length;
  }));
  const tab = yasgui.getTab();
  tab.setQuery(query);
  if (new URLSearchParams(location.search).has("query")) tab.query();

  for (const example of document.querySelectorAll("#examples a")) {
    example.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const chosen = new URL(example.href).searchParams.get("query");
      history.replaceState(null, "", link(chosen));
      yasgui.getTab().setQuery(chosen);
      yasgui.getTab().query();
      place.scrollIntoView({ block: "nearest" });
    });
  }
});
