/** Each calls `ran()` where text becomes markup, an address, a template or code somewhere. */
const TAGS = [
  '<script>ran()</script>', '<SCRIPT SRC=data:text/javascript,ran()></SCRIPT>', '<img src=x onerror=ran()>', '<img src="x" onerror="ran()">', '<IMG SRC=x OnErRoR=ran()//', '<img/src=x/onerror=ran()>',
  '<svg onload=ran()>', '<svg><script>ran()</script></svg>', '<svg><animate onbegin=ran() attributeName=x dur=1s>', '<svg><set attributeName=onmouseover value=ran()>', '<svg><a xlink:href="javascript:ran()"><text>x</text></a></svg>',
  '<svg><foreignObject><img src=x onerror=ran()></foreignObject></svg>', '<svg><use href="data:image/svg+xml,<svg id=x onload=ran()>#x"/></svg>', '<math><mtext><table><mglyph><style><img src=x onerror=ran()>', '<math href="javascript:ran()">x</math>',
  '<body onload=ran()>', '<iframe src="javascript:ran()"></iframe>', '<iframe srcdoc="<script>parent.ran()</script>"></iframe>', '<object data="javascript:ran()">', '<embed src="javascript:ran()">', '<a href="javascript:ran()">x</a>',
  '<a href="java\tscript:ran()">x</a>', '<form action="javascript:ran()"><button>x</button></form>', '<button formaction=javascript:ran()>x</button>', '<input autofocus onfocus=ran()>', '<select autofocus onfocus=ran()>', '<textarea autofocus onfocus=ran()>',
  '<details open ontoggle=ran()>', '<video><source onerror=ran()></video>', '<audio src=x onerror=ran()>', '<marquee onstart=ran()>', '<style>@import "javascript:ran()"</style>', '<style onload=ran()></style>', '<link rel=stylesheet href="javascript:ran()">',
  '<meta http-equiv=refresh content="0;javascript:ran()">', '<base href="javascript:/ran()//">', '<template><script>ran()</script></template>', '<noscript><p title="</noscript><img src=x onerror=ran()>">', '<isindex action=javascript:ran()>', '<x onpointerenter=ran() style="position:fixed;inset:0">x',
] as const
const BREAKOUTS = [
  '"><img src=x onerror=ran()>', '\'><img src=x onerror=ran()>', '--><img src=x onerror=ran()>', ']]><img src=x onerror=ran()>', '</title><img src=x onerror=ran()>', '</textarea><img src=x onerror=ran()>', '</style><img src=x onerror=ran()>',
  '</script><script>ran()</script>', '" onmouseover="ran()" x="', "' onfocus='ran()' autofocus='", '`onmouseover=ran()', '&lt;img src=x onerror=ran()&gt;', '&#60;img src=x onerror=ran()&#62;', '\\u003cimg src=x onerror=ran()\\u003e', '%3Cimg%20src=x%20onerror=ran()%3E',
] as const
const TEMPLATES = ['{{constructor.constructor("ran()")()}}', '${ran()}', '#{ran()}', 'javascript:ran()', '{a|<img src=x onerror=ran()>}'] as const

export const PAYLOADS: readonly string[] = [...TAGS, ...BREAKOUTS, ...TEMPLATES]
