// As much of our files' languages as helps the eye: what begins a line, and what stands between two signs.
const token = (rules) => (stream) => {
  for (const [pattern, style, first] of rules) {
    if ((!first || stream.sol()) && stream.match(pattern)) return style;
  }
  stream.next();
  return null;
};

export const markdown = {
  name: 'markdown',
  token: token([
    [/#{1,6} .*/, 'heading', true],
    [/(---|```|\$\$).*/, 'meta', true],
    [/> ?/, 'meta', true],
    [/[A-Za-z-]+:(?= |$)/, 'propertyName', true],
    [/!?\[[^\]\n]*\]\([^)\n]*\)/, 'link'],
    [/\$[^$\n]+\$/, 'string'],
    [/`[^`\n]+`/, 'monospace'],
    [/\*\*[^*\n]+\*\*/, 'strong'],
    [/\*[^*\n]+\*/, 'emphasis'],
    [/[^!\[$`*]+/, null],
  ]),
};

export const yaml = {
  name: 'yaml',
  token: token([
    [/\s*#.*/, 'comment', true],
    [/\s*(- +)*[A-Za-z][\w-]*:(?= |$)/, 'propertyName', true],
    [/\s+#.*/, 'comment'],
    [/[A-Za-z][\w-]*:(?= )/, 'propertyName'],
    [/"(\\.|[^"\\\n])*"|'[^'\n]*'/, 'string'],
    [/\$[^$\n]+\$/, 'string'],
    [/\w+|[^\w\s]/, null],
    [/\s/, null],
  ]),
};

export const xml = {
  name: 'xml',
  token: token([
    [/<!--.*?(-->|$)/, 'comment'],
    [/<\/?[\w:-]+|\/?>/, 'tagName'],
    [/"[^"\n]*"|'[^'\n]*'/, 'string'],
    [/[^<>"']+/, null],
  ]),
};
