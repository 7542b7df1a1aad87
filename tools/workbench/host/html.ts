/** The empty page, which knows its own version; the icon is inline so that the browser asks for no other. */
export const html = (version: string): string => `<!doctype html>
<html lang="en" data-version="${version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Privacy Status workbench</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23156ff5'/%3E%3Cpath d='M8 3l4 1.6v3.2c0 2.500-1.700 4.200-4 5.200-2.300-1-4-2.700-4-5.200V4.600z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"></div>
<noscript>The workbench needs JavaScript.</noscript>
<script src="/page.js"></script>
</body>
</html>
`;
