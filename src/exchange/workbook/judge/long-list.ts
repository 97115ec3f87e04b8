type Typed = Float64Array | Uint32Array | BigUint64Array
type Item<A extends Typed> = A extends BigUint64Array ? bigint : number

/** A list of plain numbers that grows in one block: eight bytes each, where an ordinary array of objects takes hundreds. */
export type LongList<A extends Typed> = { readonly length: number; push(item: Item<A>): void; values(): A }

export const longList = <A extends Typed>(make: (size: number) => A): LongList<A> => {
  let block = make(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    push(item) {
      if (length === block.length) {
        const larger = make(length * 2)
        larger.set(block as never)
        block = larger
      }
      block[length++] = item as never
    },
    values: () => block.subarray(0, length) as A,
  }
}

/** 53 bits of a text (cyrb53): two different keys among 300,000 meet once in 100,000 imports. */
export const hash = (text: string): number => {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

/** Places of a list in the order of their values; equal values in the order they came. */
export const orderOf = (values: Float64Array | BigUint64Array): Uint32Array => {
  const places = new Uint32Array(values.length)
  for (let i = 0; i < places.length; i++) places[i] = i
  return places.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b))
}

/** Where in `order` the first place with this value stands; -1 when none does. */
export const seek = (values: Float64Array | BigUint64Array, order: Uint32Array, wanted: number | bigint): number => {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[order[middle]] < wanted) low = middle + 1
    else high = middle
  }
  return low < order.length && values[order[low]] === wanted ? low : -1
}
