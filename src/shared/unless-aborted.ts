/** The first of several promises to settle; rejects with the signal's own reason when that aborts before. */
export function unlessAborted<T>(signal: AbortSignal, ...promises: Promise<T>[]): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  return Promise.race([...promises, aborted]);
}
