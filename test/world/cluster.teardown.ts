/** Jest's globalTeardown: ends the cluster that globalSetup raised. */
const teardown = async (): Promise<void> => {
  const end: unknown = Reflect.get(globalThis, Symbol.for('skranke.test.cluster'));
  if (typeof end === 'function') await (end as () => Promise<void>)();
};

export { teardown as default };
