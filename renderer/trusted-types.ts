interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createHTML: (html: string) => string; readonly createScriptURL: (url: string) => string },
  ): unknown
}

const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes }

/**
 * The only ways text may become markup or code here: never, but for emptying an element (zrender does so), and
 * scripts of our own origin (the engine's worker).
 */
trustedTypes?.createPolicy('default', {
  createHTML: (html) => {
    if (html === '') return html
    throw new TypeError('Text is not turned into markup here')
  },
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin === location.origin) return url
    throw new TypeError('Scripts come from the app alone')
  },
})
