"""temporary"""
from __future__ import annotations
import re
from jopsrdf.records import Span
_HEAD=re.compile(r'^(?P<authors>[^“"]{2,300}?)\.? (?P<year>[12]\d{3})\. (?:“(?P<t1>.+)” |(?P<t2>[^.]+(?:\. (?=In:))?\.? ?))')
_TAIL=re.compile(r'^(?P<c>.+?) (?:(?P<v>\d+)(?: \((?P<i>[^:]+)\))?)?(?:: (?P<p>\d+-\d+))?\.? *$')
def label(text: str) -> tuple[Span, ...]:
    """Temporary."""
    out=[]
    m=_HEAD.match(text)
    if not m: return (Span(0,len(text),'title'),)
    out.append(Span(*m.span('authors'),'authors')); out.append(Span(*m.span('year'),'year'))
    g='t1' if m['t1'] else 't2'
    out.append(Span(*m.span(g),'title'))
    end=text.find('http'); end=end if end>0 else len(text)
    rest=text[m.end():end]; o=m.end()
    k=_TAIL.match(rest.strip())
    if k and not rest.startswith('In'):
        for a,b in (('c','container_title'),('v','volume'),('i','issue'),('p','pages')):
            if k[a]: out.append(Span(o+k.start(a),o+k.end(a),b))
    elif rest.startswith('In'):
        p=re.split(r'(?:, edited by |\. |, (?=\d|pp))',rest)
        q=o
        for n,x in enumerate(p):
            q=text.index(x,q)
            lab='container_title' if n==0 else 'pages' if re.match(r'(pp\. ?)?\d',x) else 'editors' if ', edited by '+x in rest else 'publisher'
            if x.strip(): out.append(Span(q,q+len(x),lab))
    return tuple(s for s in out if s.start<s.end)
