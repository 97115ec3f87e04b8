/** The version of the code that judges; kept with every result. */
export const codeVersion = 'anyam-0.1.0'
