/** A call of one of Terraform's functions that read files. */
export const readsFiles = /\b(?:file\w*|templatefile)\s*\(/;
