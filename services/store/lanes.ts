/** Works that go on side by side, a few at a time. */
export interface Lanes {
  /** Waits for a free lane and begins `work` there. Throws what a work before it threw. */
  begin(work: () => Promise<void>): Promise<void>;
  /** Waits until all have ended; throws what the first of them threw that failed. */
  ended(): Promise<void>;
}

export function lanesFor(most: number): Lanes {
  const running = new Set<Promise<void>>();
  let failure: { readonly thrown: unknown } | null = null;
  const check = () => {
    if (failure !== null) throw failure.thrown;
  };
  return {
    async begin(work) {
      while (running.size >= most) await Promise.race(running);
      check();
      const lane: Promise<void> = work().then(
        () => void running.delete(lane),
        (thrown) => {
          running.delete(lane);
          failure ??= { thrown };
        },
      );
      running.add(lane);
    },
    async ended() {
      await Promise.all(running);
      check();
    },
  };
}
