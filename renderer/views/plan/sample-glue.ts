/** Between the examples of what a column holds. */
export const SAMPLE_GLUE = ' · '
