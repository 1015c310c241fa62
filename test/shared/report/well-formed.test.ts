import { describe, expect, it } from 'vitest'
import { xmlFault } from './well-formed'

describe('the check for well-formed XML', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\n<a b="1" c=\'2\'>x &amp; &#x41;<d/></a>\n',
    '<a:b xmlns:a="x">한글 😀</a:b>',
  ])('accepts %s', (xml) => expect(xmlFault(xml)).toBeNull())
  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a>\u0001</a>',
    '<a>\uFFFE</a>',
    '<a>\uD800</a>',
    '<a>< </a>',
    '<a><!-- c --></a>',
  ])('rejects %j', (xml) => expect(xmlFault(xml)).not.toBeNull())
})
