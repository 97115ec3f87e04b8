/** Whole rupiah. Safe as a number up to Rp9.007 trillion. */
export type Rupiah = number & { readonly __rupiah?: 'Rupiah' }
