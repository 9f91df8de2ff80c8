import type { Plugin } from 'vite';

/** A place in a library, and what stands there in our script. */
export type Mend = readonly [place: RegExp, replacement: string];

/** Something of Lit that the script does without. */
interface Cut {
  readonly what: string;
  /** How a source of ours would ask for it; none where nothing can. */
  readonly asked?: RegExp;
  readonly mends: Readonly<Record<string, readonly Mend[]>>;
}

const ELEMENT = '/@lit/reactive-element/reactive-element.js';
const TEMPLATE = '/lit-html/lit-html.js';

/**
 * What no element of ours uses of Lit, for a script that is 1.6 kB lighter. Listeners with options stay: the map
 * has some. A source that asks for what is left out cannot be built.
 */
export const LIT_CUTS: readonly Cut[] = [
  {
    what: 'properties that are reflected into attributes',
    asked: /\breflect\s*:/,
    mends: {
      [ELEMENT]: [
        [/toAttribute\(t,s\)\{.*?return t\},(?=fromAttribute)/, ''],
        [/_\$ET\(t,s\)\{.*?\}(?=_\$AK\()/, ''],
        [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
        [/this\._\$Eq&&=.*?,(?=this\._\$EM\(\)\}updated)/, ''],
        [/&&this\._\$Em!==e\)/, ')'],
        [/this\._\$Em=e;/, ''],
        [/,this\._\$Em=null(?=\}\}requestUpdate)/, ''],
        [/this\._\$Em=null,/, ''],
        [/c=a\.trustedTypes,l=c\?c\.emptyScript:"",/, ''],
        [/,reflect:!1(?=,useDefault)/, ''],
      ],
    },
  },
  {
    what: 'properties that return to a default',
    asked: /\buseDefault\s*:/,
    mends: {
      [ELEMENT]: [
        [/\|\|i\.useDefault&&i\.reflect&&.*?\)\)\)\)return;/, '))return;'],
        [/i&&!\(this\._\$Ej\?\?=new Map\).*?\|\|\((?=this\._\$AL\.has)/, '('],
        [/\?\?this\._\$Ej\?\.get\(e\)\?\?r/, ''],
        [/,useDefault:!1/, ''],
        [/C\(t,s,\{.*?\},r\)\{/, 'C(t,s){'],
        [/this\.hasUpdated\|\|i\|\|\(s=void 0\)/, 'this.hasUpdated||(s=void 0)'],
      ],
    },
  },
  {
    what: 'properties of other types than String, Number and Boolean',
    asked: /\btype\s*:\s*(?:Object|Array)\b/,
    mends: { [ELEMENT]: [[/case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/, '']] },
  },
  {
    what: 'converters of attributes',
    asked: /\bconverter\s*:/,
    mends: { [ELEMENT]: [[/h="function"==typeof t\.converter\?.*?:u;/, 'h=u;']] },
  },
  {
    what: 'decorated accessors',
    asked: /@(?:property|state)\([^)]*\)[\w\s]*?\b(?:get|set|accessor)\s+#?\w/,
    mends: {
      [ELEMENT]: [
        [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
        [/const t=this\[Symbol\.metadata\];if\(null!==t\).*?(?=this\._\$Eh=)/, ''],
        [/,this\.prototype\.hasOwnProperty\(t\)&&\(\(s=Object\.create\(s\)\)\.wrapped=!0\)/, ''],
        [
          /const\{get:e,set:r\}=h\(.*?\}\};return\{get:e,set\(s\)\{const h=e\?\.call\(this\);r\?\.call\(this,s\),/,
          'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,',
        ],
        [
          /const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(const\[s,i\]of t\).*?\}(?=\}let t=!1)/,
          '',
        ],
      ],
    },
  },
  {
    what: 'a table of properties',
    asked: /\bstatic\s+(?:override\s+)?(?:get\s+)?properties\b/,
    mends: {
      [ELEMENT]: [
        [
          /if\((this\.finalized=!0,this\._\$Ei\(\)),this\.hasOwnProperty\(d\("properties"\)\)\)\{.*?\}(?=this\._\$Eh=)/,
          '$1;',
        ],
      ],
    },
  },
  {
    what: 'initializers of elements',
    asked: /\baddInitializer\b/,
    mends: {
      [ELEMENT]: [
        [/static addInitializer\(t\)\{.*?\}(?=static get observedAttributes)/, ''],
        [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/, ''],
        [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
      ],
    },
  },
  {
    what: 'controllers that leave',
    asked: /\bremoveController\b/,
    mends: { [ELEMENT]: [[/removeController\(t\)\{.*?\}(?=_\$E_\()/, '']] },
  },
  {
    what: 'directives',
    asked: /\blit(?:-html)?\/(?:async-)?directives?\b/,
    mends: {
      [TEMPLATE]: [
        [/function M\(t,i,s=t,e\)\{.*?,h,e\)\),i\}/, ''],
        [/t=M\(this,t,i\),/, ''],
        [/t=M\(this,t,i,0\),/, ''],
        [/r=M\(this,e\[s\+n\],i,n\)/, 'r=e[s+n]'],
        [/\(t=M\(this,t,i,0\)\?\?A\)/, '(t??=A)'],
        [/t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, '0'],
        [/1===r\.type\?(i=.*?):6===r\.type&&\(i=new Z\(h,this,t\)\)/, '$1'],
        [/class Z\{.*?\}\}(?=const j)/, ''],
        [/const j=\{.*?\},B=/, 'const j={},B='],
        [/this\._\$AN=void 0,(?=this\._\$AD)/, ''],
        [/this\._\$AN=void 0,(?=this\._\$AA)/, ''],
        [/this\._\$AN=void 0,(?=this\.element)/, ''],
        [
          /get parentNode\(\)\{return this\._\$AM\.parentNode\}get _\$AU\(\)\{return this\._\$AM\._\$AU\}/,
          '',
        ],
        [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
        [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
        [/get parentNode\(\)\{let t=.*?,t\}get startNode.*?get endNode\(\)\{return this\._\$AB\}/, ''],
        [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
        [/setConnected\(t\)\{.*?\}\}(?=class H)/, '}'],
        [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
        [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
        [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
        [/this\.type=1,/, ''],
        [/this\.type=2,/, ''],
        [/get tagName\(\)\{.*?get _\$AU\(\)\{return this\._\$AM\._\$AU\}/, ''],
      ],
      '/lit-element/lit-element.js': [
        [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
        [/connectedCallback\(\)\{.*?setConnected\(!1\)\}(?=render)/, ''],
      ],
    },
  },
  {
    what: 'hooks that hold an update up',
    asked: /\b(?:shouldUpdate|scheduleUpdate|getUpdateComplete|hasChanged|noAccessor)\b/,
    mends: {
      [ELEMENT]: [
        [/const t=this\.scheduleUpdate\(\);return null!=t&&await t,/, 'this.performUpdate();return '],
        [/scheduleUpdate\(\)\{return this\.performUpdate\(\)\}/, ''],
        [/return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, ''],
        [/let t=!1;(?=const s=this\._\$AL;try)/, ''],
        [
          /t=this\.shouldUpdate\(s\),t\?\((.*?)\):this\._\$EM\(\)\}catch\(s\)\{throw t=!1,/,
          '$1}catch(s){throw ',
        ],
        [/t&&(?=this\._\$AE\(s\))/, ''],
        [/shouldUpdate\(t\)\{return!0\}/, ''],
        [/\(i\.hasChanged\?\?f\)/, 'f'],
        [/,hasChanged:f/, ''],
        [/,!s\.noAccessor\)(\{.*?)void 0!==h&&/, ',1)$1'],
      ],
    },
  },
  {
    what: 'templates that were compiled, and roots that are rendered into beside others',
    asked: /\b(?:_\$litType\$|renderBefore|creationScope)\b/,
    mends: {
      [TEMPLATE]: [
        [/,e="number"==typeof s\?this\._\$AC\(t\):\(.*?,s\);if/, ',e=this._$AC(t);if'],
        [/,_\$litType\$:s(?=\}=t,e=)/, ''],
        [/\(t\?\.creationScope\?\?l\)/, 'l'],
        [/const e=s\?\.renderBefore\?\?i;let h=e\._\$litPart\$/, 'let h=i._$litPart$'],
        [
          /const t=s\?\.renderBefore\?\?null;e\._\$litPart\$=(.*?),t\),t,void 0,s\?\?\{\}/,
          'i._$litPart$=$1,null),null,void 0,s',
        ],
      ],
      '/lit-element/lit-element.js': [[/createRenderRoot\(\)\{.*?\}(?=update)/, '']],
    },
  },
  {
    what: 'styles that are not a list',
    asked: /\bstatic (?:override )?styles = (?!\[)/,
    mends: {
      [ELEMENT]: [[/static finalizeStyles\(s\)\{.*?return i\}/, 'static finalizeStyles(t=[]){return t}']],
    },
  },
  {
    what: 'hydration of what a server rendered',
    mends: {
      '/lit-element/lit-element.js': [
        [/s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, '0'],
        [/i\._\$litElement\$=!0,/, ''],
      ],
    },
  },
  {
    what: 'MathML templates',
    asked: /\bmathml\b/,
    mends: {
      [TEMPLATE]: [
        [/:3===i\?"<math>":""/, ':""'],
        [/:3===i\?"<\/math>":""/, ':""'],
        [/2===i\|\|3===i/, '2===i'],
      ],
    },
  },
  {
    what: 'SVG templates',
    asked: /\bsvg`/,
    mends: {
      [TEMPLATE]: [
        [/2===i\?"<svg>":""/, '""'],
        [/\+\(2===i\?"<\/svg>":""\)/, ''],
        [
          /if\((this\.el=S\.createElement\(f,e\),P\.currentNode=this\.el\.content),2===i\)\{.*?\}(?=for)/,
          '$1;',
        ],
      ],
    },
  },
  {
    what: 'values that change nothing',
    asked: /\bnoChange\b/,
    mends: {
      [TEMPLATE]: [
        [/(t!==this\._\$AH)&&t!==E(?=&&this\._\(t\))/, '$1'],
        [/(t!==this\._\$AH)&&t!==E(?=,o&&)/, '$1'],
        [/,r===E&&\(r=this\._\$AH\[n\]\)/, ''],
        [/if\(\(t\?\?=A\)===E\)return;/, 't??=A;'],
      ],
      '/lit-element/lit-element.js': [[/render\(\)\{return \w+\}/, 'render(){}']],
    },
  },
  {
    what: 'values inside comments',
    asked: /<!--(?:(?!-->)[^`])*\$\{/,
    mends: {
      [TEMPLATE]: [[/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(o,t\+1\)\);\).*?\}(?=l\+\+)/, '']],
    },
  },
  {
    what: 'values between the tags of <script>, <style>, <textarea> and <title>',
    asked: /\}[^<>{}]*<\/(?:script|style|textarea|title)>/,
    mends: {
      [TEMPLATE]: [
        [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, '(c=p)'],
        [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8===r\.nodeType\))/, ''],
      ],
    },
  },
  {
    what: 'attributes with text beside a value',
    asked: /=(["'])(?:[^"'`<>=]+\$\{|\$\{[^{}`]*\}(?!\1))|\s[\w-]+=\$\{[^{}`]*\}[\w-]/,
    mends: {
      [TEMPLATE]: [
        [
          /const i=v\[a\+\+\],s=r\.getAttribute\(t\)\.split\(o\),e=(.*?)\.exec\(i\);/,
          'const e=$1.exec(v[a++]);',
        ],
        [/,strings:s(?=,ctor)/, ''],
        [/(?<=new r\.ctor\(h,r\.name),r\.strings/, ''],
        [/void 0!==s&&\(void 0!==s\.strings\?.*?:s\._\$AI\(t\[i\]\)\),i\+\+/, 's._$AI(t[i++])'],
        [/constructor\(t,i,s,e,h\)\{(?=this\._\$AH=A,this\.element)/, 'constructor(t,i,e,h){'],
        [/,s\.length>2\|\|""!==s\[0\].*?:this\._\$AH=A\}/, '}'],
        [
          /_\$AI\(t,i=this,s,e\)\{const h=this\.strings;.*?o&&!e&&this\.j\(t\)\}/,
          '_$AI(t){(!a(t)||t!==this._$AH)&&this.j(this._$AH=t)}',
        ],
      ],
    },
  },
  {
    what: 'what Lit tells and hands to people who write templates by other means',
    mends: {
      [TEMPLATE]: [
        [/throw Error\("invalid template strings array"\)/, 'throw Error()'],
        [/Symbol\.for\("lit-nothing"\)/, 'Symbol()'],
      ],
    },
  },
];

/** What a source of ours asks of Lit that the script does without, as a sentence; undefined where there is nothing. */
export function leftOut(source: string): string | undefined {
  const cut = LIT_CUTS.find(({ asked }) => asked?.test(source));
  return (
    cut && `The script leaves ${cut.what} out of Lit: do without, or take that out of scripts/lit-cuts.ts.`
  );
}

/** Fails the build at a source of ours that wants what is left out. */
export function withoutLeftOut(): Plugin {
  return {
    name: 'without-left-out',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const complaint = id.includes('/node_modules/') ? undefined : leftOut(code);
      if (complaint) this.error(complaint);
    },
  };
}
