import { firstPage } from './dashboard';

const BUILT = `<base href="/"/>
<link rel="icon" href="favicon.svg"/><link rel="stylesheet" href="styles-SDHMPP6T.css">
<a href="https://example.org/">x</a><a href="/about">y</a><script src="main-SWII25TC.js" type="module"></script>`;

it.each(['', '/snp'])('links of the first page are absolute, as it is the same for every view: %j', (basePath) => {
  expect(firstPage(BUILT, basePath)).toBe(`<meta name="base-path" content="${basePath}">
<link rel="icon" href="${basePath}/favicon.svg"/><link rel="stylesheet" href="${basePath}/styles-SDHMPP6T.css">
<a href="https://example.org/">x</a><a href="/about">y</a><script src="${basePath}/main-SWII25TC.js" type="module"></script>`);
});
