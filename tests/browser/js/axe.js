// Run axe and give each finding as one flat line.
async options => {
  const said = await axe.run(document, options);
  const lines = (kind, found) => found.flatMap(rule => rule.nodes.map(node => ({
    kind, rule: rule.id, target: node.target.flat().join(" "), html: node.html.slice(0, 200),
    why: [...node.any, ...node.all, ...node.none].map(each => each.message).join(" ")})));
  return [...lines("violation", said.violations), ...lines("undecided", said.incomplete)];
}
