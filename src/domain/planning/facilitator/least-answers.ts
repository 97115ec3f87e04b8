/** Answers of fewer people stay closed: a single one would be readable. */
export const leastAnswers = 5
