/** The first of several promises to settle; rejects with the signal's own reason when that aborts before. */
export async function unlessAborted<T>(signal: AbortSignal, ...promises: Promise<T>[]): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([...promises, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
