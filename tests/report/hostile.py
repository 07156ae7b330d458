"""Texts that a person, or an enemy, could type: each has to be printed as it is."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Final
from unicodedata import bidirectional

CORPUS: Final = (
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/x')]]]\">x</font>",
    "<font color=\"toColor(open('/etc/passwd').read())\">x</font>",
    '<font color="9**9**9">x</font>',
    '<font color="setColors(\'red\')">x</font><font color="describe(red)">y</font>',
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1/logo.png" width="9999" height="9999"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<img src="/usr/share/pixmaps/debian-logo.png"/> <img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">press</a> <a href="pdf:/etc/passwd">here</a>',
    '<a href="file:///etc/passwd">file</a> <a href="http://example.org">link</a>',
    "if cost < 5 and gain > 3",
    "<b>bold <i>both</b> open</i>",
    "use <CTRL> and <john@example.org>",
    '<para leftindent="-500">out</para> <font size="100000">huge</font>',
    "&lt;b&gt; &amp; &#65; &nbsp; &unknown;",
    '<onDraw name="system" label="x"/><unichar value="eval(\'1\')"/>',
    "{page} / {pages} %s %(name)s {0.__class__} {name!r} $HOME `id`",
    "\\( unbalanced ) ) ( BT /F1 12 Tf (stolen) Tj ET \\",
    "EMC /P<</MCID 0>>BDC >> endstream endobj %%EOF",
    "=1+1 =HYPERLINK(\"http://example.org\") +1 -1 @SUM(A1) |cmd|'/c calc'!A1",
    "../../etc/passwd C:\\Windows\\system32 \\\\server\\share",
    "BEGIN:VEVENT\r\nX-EVIL:1\r\nEND:VEVENT; , \\n",
    "\"; DROP TABLE profile; -- ' OR 1=1",
    "]]><![CDATA[x]]> <?xpacket end='w'?> </rdf:RDF>",
    "e\u0301 n\u0303 o\u0308 A\u030a \u1e9b\u0323 \u212b",
    "a\u202eb\u202dc\u2066d\u2069e\u200bf\ufeffg\u2060h",
    "soft\xadhyphen, no\xa0break, narrow\u202fspace, thin\u2009space, em\u2003space",
    "two\nlines\r\nthree\rfour\u2028five\u2029six\x0bseven\x0ceight\x85nine",
    "\x00\x01\x07\x1b[31mred\x1b[0m\x7f\x9b31m",
    "“quotes” – dash — dash … ½ × ÷ ≈ ≤ → ✓ − € £ ₺ ₹ № ©",
    "Łódź Ærøskøbing İzmir Ωμέγα Жизнь ńŵỹ Straße ﬁ ﬂ ǅ ß",
    "W" * 200,
    "[" * 150 + "]" * 150,
    "https://example.org/" + "a/b?c=d&e=f" * 12,
    "tab\there\tand\tthere   three   spaces",
)

_MARKUP: Final = (
    "< > & </ /> <![ ]]> &#x &; <b </b> <br/> <img <a <font <para <onDraw {0} {} %s %n $ ` \\"
)
_OPERATORS: Final = "( ) \\( \\) \\\\ << >> [ ] BT ET Tj EMC BDC Do q Q % %% \\101 \\n \\r"
_LETTERS: Final = "a Z 0 9 é ß İ Ж Ω ﬁ ½ € ✓ → e\u0301 a\u0323\u0307 … “ ” ’ — –"
_CONTROLS: Final = (
    *"\n\t\x00\x1b\x7f\x85\xa0\xad",
    *"\u200b\u200d\u202e\u2066\u2028\ufeff",
    "\r\n",
)
_PIECES: Final = (
    *CORPUS,
    *_MARKUP.split(),
    *_OPERATORS.split(),
    *_LETTERS.split(),
    *_CONTROLS,
    "word",
    "longer words, with spaces and a full stop.",
    " ",
)
_ANYTHING: Final = [
    chr(code)
    for code in [*range(0x20, 0x530), *range(0x1E00, 0x2000), *range(0x2010, 0x2300)]
    if bidirectional(chr(code)) not in {"R", "AL", "AN", ""}
]


def hostile_texts(count: int, seed: int = 5) -> list[str]:
    """Return so many texts: all of the corpus, then pieces of it and of anything put together."""
    made = Random(seed)  # noqa: S311 - the same texts each time

    def texts() -> Iterator[str]:
        while True:
            pieces = made.choices(_PIECES, k=made.randint(1, 6))
            letters = "".join(made.choices(_ANYTHING, k=made.randint(0, 12)))
            pieces.insert(made.randint(0, len(pieces)), letters)
            yield "".join(pieces)[: made.randint(1, 160)]

    return [*CORPUS, *islice(texts(), count - len(CORPUS))]
