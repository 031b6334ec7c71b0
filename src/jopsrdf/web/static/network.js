// Draws the network that the table below says in words; without script the table stands alone.
"use strict";

(async () => {
  const place = document.getElementById("network");
  if (!place || !window.cytoscape) return;
  const answer = await fetch(place.dataset.source);
  if (!answer.ok) return;
  const { nodes, edges } = await answer.json();
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const citing = new Set(edges.map(([a]) => a));
  const directed = place.dataset.directed === "yes";
  place.hidden = document.getElementById("zoom").hidden = false;

  const graph = cytoscape({
    container: place,
    elements: [
      ...nodes.map(({ id, label, href }) => ({ data: { id, label, href }, classes: citing.has(id) ? "citing" : "" })),
      ...edges.map(([source, target, weight], n) => ({ data: { id: `e${n}`, source, target, weight } })),
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: 9000, idealEdgeLength: 70 },
    minZoom: 0.1,
    maxZoom: 4,
    style: [
      { selector: "node", style: { "background-color": colour("--bar-2"), width: 12, height: 12 } },
      { selector: "node.citing", style: { "background-color": colour("--bar"), width: 22, height: 22, shape: directed ? "round-rectangle" : "ellipse" } },
      { selector: "edge", style: { "line-color": colour("--soft"), opacity: 0.5, width: "mapData(weight, 1, 10, 1, 6)", "curve-style": "straight", "target-arrow-color": colour("--soft"), "target-arrow-shape": directed ? "triangle" : "none", "arrow-scale": 0.7 } },
      { selector: ".named", style: { label: "data(label)", color: colour("--ink"), "font-size": 13, "text-wrap": "wrap", "text-max-width": 220, "text-background-color": colour("--raised"), "text-background-opacity": 0.9, "text-background-padding": 3, "z-index": 9 } },
      { selector: "edge.near", style: { opacity: 1, "line-color": colour("--accent"), "target-arrow-color": colour("--accent") } },
    ],
  });

  const named = document.getElementById("named");
  graph.on("mouseover tap", "node", ({ target }) => {
    graph.elements().removeClass("named near");
    target.addClass("named").connectedEdges().addClass("near");
    const link = Object.assign(document.createElement("a"), { href: new URL(target.data("href"), place.dataset.root), textContent: target.data("label"), dir: "auto" });
    named.replaceChildren(target.data("href") ? link : target.data("label"));
  });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    const factor = Number(button.dataset.zoom);
    const centre = { x: place.clientWidth / 2, y: place.clientHeight / 2 };
    button.addEventListener("click", () => factor ? graph.zoom({ level: graph.zoom() * factor, renderedPosition: centre }) : graph.fit(undefined, 20));
  }
  place.dataset.drawn = nodes.length;
})();
