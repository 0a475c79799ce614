/** The first `most` of any number of things in an order, without keeping the rest: a list of twice as many is cut when it is full. */
export class Foremost<T> {
  readonly #most: number;
  readonly #order: (a: T, b: T) => number;
  #kept: T[] = [];
  #last: T | null = null;
  /** How many there were in all. */
  offered = 0;

  constructor(most: number, order: (a: T, b: T) => number) {
    this.#most = most;
    this.#order = order;
  }

  offer(one: T): void {
    this.offered++;
    if (this.#most === 0 || (this.#last !== null && this.#order(one, this.#last) >= 0)) return;
    this.#kept.push(one);
    if (this.#kept.length >= 2 * this.#most) this.#cut();
  }

  /** The first ones in their order. */
  first(): readonly T[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort(this.#order).slice(0, this.#most);
    this.#last = this.#kept.length === this.#most ? (this.#kept.at(-1) ?? null) : null;
  }
}
