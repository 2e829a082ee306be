declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The part that we use of a type that web-tree-sitter's declarations take for given. */
interface EmscriptenModule {
  readonly wasmBinary: ArrayBuffer;
  readonly locateFile: (name: string) => string;
}
