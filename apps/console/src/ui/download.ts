/** Saves a text as a file of the reader's. */
export function download(name: string, text: string, type: 'text/csv' | 'application/yaml'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
