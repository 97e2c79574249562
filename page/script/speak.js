// The whole page says which language it speaks, for screen readers and hyphenation.
export default function ({ data }) {
  document.documentElement.lang = data.language;
}
