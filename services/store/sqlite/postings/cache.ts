/** Values by key, as many as there is room for; what was asked for longest ago goes first. */
export interface Cache<T> {
  get(key: string): T | undefined;
  /** `bytes`: what the value takes up, about. */
  set(key: string, value: T, bytes: number): void;
}

export function cacheOf<T>(room: number): Cache<T> {
  /** In the order in which they were asked for. */
  const held = new Map<string, { readonly value: T; readonly bytes: number }>();
  let used = 0;
  const drop = (key: string) => {
    used -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > room) return;
      held.set(key, { value, bytes });
      used += bytes;
      for (const oldest of held.keys()) {
        if (used <= room) return;
        drop(oldest);
      }
    },
  };
}
