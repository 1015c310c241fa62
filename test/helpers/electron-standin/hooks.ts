import type { ResolveHook } from 'node:module'

/** Whoever asks for `electron` gets the double. */
export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'electron'
    ? { url: new URL('./double.mjs', import.meta.url).href, shortCircuit: true }
    : next(specifier, context)
