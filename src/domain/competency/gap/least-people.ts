/** Fewer assessed people than this: no average is shown. */
export const leastPeople = 5
