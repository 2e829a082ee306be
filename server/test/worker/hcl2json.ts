/** HashiCorp's own parser needs Node: whoever serves the page asks it. */
export const hcl2json = {
  async parse(name: string, text: string): Promise<unknown> {
    const response = await fetch('/hcl2json', { method: 'POST', body: JSON.stringify({ name, text }) });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer);
    return JSON.parse(answer);
  },
};
