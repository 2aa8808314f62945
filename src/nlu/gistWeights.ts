/** Gradient descent with Adam (Kingma and Ba 2015). */

/** Numbers that learn: Adam's averages of the slope and of its square stand beside them. */
export class Weights {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;

  constructor(length: number, first: () => number) {
    this.values = Float32Array.from({ length }, first);
    this.slopes = new Float32Array(length);
    this.#means = new Float32Array(length);
    this.#squares = new Float32Array(length);
  }

  /** One step down the gathered slopes of a stretch, which are forgotten. */
  step(from: number, to: number, rate: number): void {
    for (let i = from; i < to; i += 1) {
      const slope = this.slopes[i] as number;
      const mean = 0.9 * (this.#means[i] as number) + 0.1 * slope;
      const square = 0.999 * (this.#squares[i] as number) + 0.001 * slope * slope;
      this.#means[i] = mean;
      this.#squares[i] = square;
      this.values[i] = (this.values[i] as number) - (rate * mean) / (Math.sqrt(square) + 1e-8);
      this.slopes[i] = 0;
    }
  }
}
