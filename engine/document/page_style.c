/*
 * The look of the pages: a little CSS, written into each.
 */
#include "page.h"

const char *const page_style =
    "body{font:17px/1.55 system-ui,sans-serif;color:#1c1c1c;background:#fff;max-width:62rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:.6em 0 .3em}h2{font-size:1.4rem;margin:2.2em 0 .5em;border-bottom:2px "
    "solid #1d4f76;padding-bottom:.15em}h3{font-size:1.12rem;margin:1.9em 0 .4em}h4{font-size:1rem;margin:.9em 0 .2em}"
    "a{color:#14507d}a:hover{text-decoration-thickness:2px}p{margin:.5em 0}"
    "nav ul{list-style:none;padding:0;margin:.3em 0;display:flex;flex-wrap:wrap;gap:.2em 1.2em}"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.35em "
    ".6em;border-bottom:1px solid #ccc}th{background:#eef3f7}td.right,th.right{text-align:right;white-space:nowrap}"
    "td ul{margin:0;padding-left:1em}td table{width:auto;font-size:1em}td table td{padding:.1em .8em .1em 0;border:0}"
    ".wide{overflow-x:auto}dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.2em 1em;margin:.4em 0}"
    "dt{color:#555}dd{margin:0;min-width:0;overflow-wrap:anywhere}"
    ".words{background:#f6f8f4;border-left:4px solid #5b7a3a;padding:.6em 1em;margin:.3em 0}ul.words{padding-left:2em}"
    ".words ul{padding-left:1.3em;margin:.15em 0}.words li{margin:.15em 0}.letter{background:#dfe8d3;padding:0 .35em;"
    "border-radius:3px}"
    "pre{background:#f4f4f4;padding:.7em 1em;margin:.3em 0;font:.86rem/1.5 ui-monospace,monospace;white-space:pre-wrap;"
    "overflow-wrap:anywhere;tab-size:2}code{font:.85em ui-monospace,monospace;overflow-wrap:anywhere}"
    ".status{white-space:nowrap;border:1px solid #555;border-radius:3px;padding:0 .4em;font-size:.92em}"
    ".verified{background:#e3f1e3}.derived{background:#eef3f7}.unverified,.none{background:#fdeccb;font-weight:bold}"
    ".note{color:#444;font-size:.95rem}figure{margin:.6em 0}figcaption{font-size:.9rem;color:#444}"
    "svg{width:100%;max-width:46rem;min-width:34rem;height:auto;display:block}svg text{font:14px system-ui,sans-serif;"
    "fill:#222}.end{text-anchor:end}.middle{text-anchor:middle}.grid{stroke:#ddd}.axis{stroke:#444;fill:none}"
    ".line{stroke:#14507d;stroke-width:2.5;fill:none}.doubt{stroke-dasharray:6 4;stroke:#8a4b00}.mark{stroke:#14507d;"
    "stroke-width:2;fill:#fff}.full{fill:#14507d}path.mark{fill:none;stroke:#8a4b00}"
    "section:target h2,h3:target{background:#fff3c4}footer{margin-top:3em;border-top:1px solid #ccc;font-size:.9rem;"
    "color:#444}@media(max-width:34rem){body{font-size:16px;padding:.7rem}dl{display:block}dd{margin:0 0 .4em}"
    "table{font-size:.9rem}th,td{padding:.3em .35em}}@media print{nav{display:none}a{color:inherit}}";
