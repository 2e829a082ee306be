import * as fc from 'fast-check';

export * from 'fast-check';
export default fc;

/**
 * Stands in for the library in all tests, so that a run says the same of the same sources; `LEASTWISE_SEED=…` asks other questions.
 * What is found at random is for `npm run fuzz`.
 */
fc.configureGlobal({ seed: Number(process.env.LEASTWISE_SEED ?? 20_260_815) });
