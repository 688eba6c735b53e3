/** Tells the process that started this one, where there is one, that it is ready. */
export function reportReady(): void {
  process.send?.({ ready: true });
}

/** Open requests and jobs get this long when the parent is gone. */
const PATIENCE_MS = 5000;

/** Ends this process in good order when the one that started it is gone, so that no orphan keeps port or database. */
export function endWithParent(close: () => Promise<void>): void {
  const end = (): void => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    void close().finally(() => process.exit(0));
  };
  // The parent may have gone while this process was still starting; without a parent it is neither true nor false.
  const isGone = process.send !== undefined && !process.connected;
  if (isGone) end();
  else process.on('disconnect', end);
}
