/** A record of which any fields may be given; what is absent or undefined stays as it is. */
export type Sparse<T> = { [K in keyof T]?: T[K] | undefined };
