/** Tells the process that started this one, where there is one, that it is ready. */
export function reportReady(): void {
  process.send?.({ ready: true });
}

/** Ends this process in good order when the one that started it is gone, so that no orphan keeps port or database. */
export function endWithParent(close: () => Promise<void>): void {
  process.on('disconnect', () => {
    void close().finally(() => process.exit(0));
  });
}
