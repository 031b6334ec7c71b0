// Draws the network that a table says in words; without script the table stands alone.
"use strict";

(async () => {
  const place = document.getElementById("network");
  const named = document.getElementById("named");
  if (!place || !window.cytoscape) return;
  const answer = await fetch(place.dataset.source);
  if (!answer.ok) return;
  const { nodes, edges, cut } = await answer.json();
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const citing = new Set(edges.map(([a]) => a));
  const directed = place.dataset.directed === "yes";
  place.hidden = document.getElementById("zoom").hidden = false;
  if (!nodes.length) named.textContent = "There is nothing to join here.";
  else if (cut) named.textContent = `There are more links: the ${edges.length} strongest are drawn.`;

  // Few dots have room for their names; of many, one is named at a time.
  const roomy = nodes.length <= 24 && place.clientWidth > 500;
  const graph = cytoscape({
    container: place,
    elements: [
      ...nodes.map(({ id, label, short, href }) => ({ data: { id, label, short, href }, classes: citing.has(id) ? "citing" : "" })),
      ...edges.map(([source, target, weight], n) => ({ data: { id: `e${n}`, source, target, weight } })),
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: 12000, idealEdgeLength: roomy ? 90 : 70, nodeOverlap: 12 },
    minZoom: 0.1,
    maxZoom: 4,
    style: [
      { selector: "node", style: { "background-color": colour("--bar-2"), width: 11, height: 11, label: roomy ? "data(short)" : "", color: colour("--soft"), "font-size": 9, "font-family": style.fontFamily, "text-margin-y": -2 } },
      { selector: "node.citing", style: { "background-color": colour("--bar"), width: 20, height: 20, shape: directed ? "round-rectangle" : "ellipse", color: colour("--ink") } },
      { selector: "edge", style: { "line-color": colour("--soft"), opacity: 0.35, width: "mapData(weight, 1, 10, 1, 6)", "curve-style": "straight", "target-arrow-color": colour("--soft"), "target-arrow-shape": directed ? "triangle" : "none", "arrow-scale": 0.6 } },
      { selector: ".named", style: { label: "data(label)", color: colour("--ink"), "font-size": 12, "text-wrap": "wrap", "text-max-width": 220, "text-background-color": colour("--raised"), "text-background-opacity": 0.95, "text-background-padding": 4, "z-index": 9 } },
      { selector: "edge.near", style: { opacity: 1, "line-color": colour("--accent"), "target-arrow-color": colour("--accent") } },
    ],
  });

  function name(node) {
    graph.elements().removeClass("named near");
    node.addClass("named").connectedEdges().addClass("near");
    const { href, label } = node.data();
    named.replaceChildren(href ? Object.assign(document.createElement("a"), { href: new URL(href, place.dataset.root), textContent: label, dir: "auto" }) : label);
  }
  function zoom(factor) {
    const centre = { x: place.clientWidth / 2, y: place.clientHeight / 2 };
    return factor ? graph.zoom({ level: graph.zoom() * factor, renderedPosition: centre }) : graph.fit(undefined, 20);
  }
  graph.on("mouseover tap", "node", ({ target }) => name(target));
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));

  // By keyboard: from dot to dot in the order of the table, and to the page of the one that is named.
  let at = -1;
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const zooms = { "+": 1.3, "-": 0.77, 0: 0 };
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) {
      at = (at + steps[event.key] + nodes.length) % nodes.length;
      const node = graph.getElementById(nodes[at].id);
      name(node);
      const { x, y } = node.renderedPosition();
      if (x < 0 || y < 0 || x > place.clientWidth || y > place.clientHeight) graph.center(node);
    } else if (event.key in zooms) zoom(zooms[event.key]);
    else if (event.key === "Enter") named.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  place.dataset.drawn = nodes.length;
})();
