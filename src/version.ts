/** The version of this package, written into every explanation. */
export const version = "0.1.0"
