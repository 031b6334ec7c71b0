// Asks a SPARQL endpoint with Comunica: node query.js ENDPOINT QUERY [TYPE]; what comes back is printed.
// TYPE is what Comunica is told that the address is ("sparql"), or "" to let it find out by itself.
const { QueryEngine } = require("@comunica/query-sparql");

async function main([endpoint, query, type = "sparql"]) {
  const engine = new QueryEngine();
  const source = type ? { type, value: endpoint } : endpoint;
  const result = await engine.query(query, { sources: [source] });
  const media = { bindings: "application/sparql-results+json", boolean: "simple", quads: "text/turtle" };
  const { data } = await engine.resultToString(result, media[result.resultType]);
  for await (const chunk of data) process.stdout.write(chunk);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
