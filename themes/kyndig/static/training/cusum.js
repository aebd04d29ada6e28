// The score by cumulative sums: a sequential test of two rates of failure (Wald), drawn as Bolsin and Colson (2000) do.
// A success takes the line down by s, a failure up by 1 − s; limits follow from the two risks of error.
export function limits({ acceptable, unacceptable, alpha, beta }) {
  const fail = Math.log(unacceptable / acceptable), succeed = Math.log((1 - acceptable) / (1 - unacceptable));
  return {
    s: succeed / (fail + succeed),
    lower: -Math.log((1 - alpha) / beta) / (fail + succeed),
    upper: Math.log((1 - beta) / alpha) / (fail + succeed),
  };
}

// Failures are counted and s is multiplied, so that errors of rounding do not add up.
export function sums(outcomes, { s }) {
  let failures = 0;
  return outcomes.map((outcome, place) => (failures += outcome === "failure") - (place + 1) * s);
}

// Every time the line reaches a limit or comes back from it, with the number of the attempt.
export function crossings(line, { lower, upper }) {
  const found = [];
  let before = "";
  for (const [place, sum] of line.entries()) {
    const now = sum <= lower ? "lower" : sum >= upper ? "upper" : "";
    if (now === before) continue;
    if (before) found.push({ attempt: place + 1, limit: before, back: true });
    if (now) found.push({ attempt: place + 1, limit: now, back: false });
    before = now;
  }
  return found;
}
