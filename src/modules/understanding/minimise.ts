/** Limited-memory BFGS with a backtracking line search: minimises a smooth convex function from zero. */

/** Returns the value at `point` and fills `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Steps remembered: more cost memory (two vectors each) and hardly help. */
const MEMORY = 6;
/** Relative progress below which the search is done. */
const ENOUGH = 1e-7;
const ARMIJO = 1e-4;
const MAX_HALVINGS = 30;

type Step = { readonly move: Float64Array; readonly change: Float64Array; readonly rho: number };

/** @param size  dimensions; @param iterations  upper bound on steps */
export function minimise(objective: Objective, size: number, iterations: number): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descentDirection(gradient, steps);
    const slope = dot(direction, gradient);
    const nextPoint = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    for (let halving = 0; halving < MAX_HALVINGS; halving++, length /= 2) {
      moveAlong(nextPoint, point, direction, length);
      nextValue = objective(nextPoint, nextGradient);
      if (nextValue <= value + ARMIJO * length * slope) break;
    }
    if (!(value - nextValue > ENOUGH * Math.abs(value))) return nextValue < value ? nextPoint : point;
    remember(steps, difference(nextPoint, point), difference(nextGradient, gradient));
    [point, gradient, value] = [nextPoint, nextGradient, nextValue];
  }
  return point;
}

/** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
function descentDirection(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((each) => -each);
  const alphas: number[] = [];
  for (const step of steps.toReversed()) {
    const alpha = step.rho * dot(step.move, direction);
    alphas.push(alpha);
    moveAlong(direction, direction, step.change, -alpha);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.change, last.change));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale;
  }
  for (const step of steps) {
    const beta = step.rho * dot(step.change, direction);
    moveAlong(direction, direction, step.move, (alphas.pop() ?? 0) - beta);
  }
  return direction;
}

function remember(steps: Step[], move: Float64Array, change: Float64Array): void {
  const curvature = dot(move, change);
  if (curvature <= 0) return;
  steps.push({ move, change, rho: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

function moveAlong(target: Float64Array, from: Float64Array, direction: Float64Array, length: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (from[i] as number) + length * (direction[i] as number);
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((each, i) => each - (other[i] as number));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
