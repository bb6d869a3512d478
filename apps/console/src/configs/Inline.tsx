/** Markdown as far as providers' notes use it: paragraphs, lists, `code`, _emphasis_; of links the text. */
export function Inline({ markdown }: { markdown: string }) {
  return markdown.split(/\n{2,}/).map((block, place) => {
    if (!block.startsWith('- ')) return <p key={place}>{inline(block)}</p>;
    const items = block.slice(2).split(/\n- /);
    return (
      <ul key={place}>
        {items.map((item) => (
          <li key={item}>{inline(item)}</li>
        ))}
      </ul>
    );
  });
}

function inline(text: string) {
  return text.split(/(`[^`]+`|\b_[^_`]+_\b|\[[^\]]+\]\([^)]*\))/).map((part, place) => {
    if (/^`.+`$/s.test(part)) return <code key={place}>{part.slice(1, -1)}</code>;
    if (/^_.+_$/s.test(part)) return <em key={place}>{part.slice(1, -1)}</em>;
    return /^\[(.+)\]\(.*\)$/s.exec(part)?.[1] ?? part;
  });
}
