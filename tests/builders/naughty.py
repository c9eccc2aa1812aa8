"""Words that programs choke on. Each pair: as it is typed, and as it is kept (design.md; security D1, D2)."""

_AS_TYPED = (
    "",
    " ",
    "  two spaces before, a tab\t and\r\nnew lines\n\n after  ",
    "O'Brien; DROP TABLE case_; --",
    'she said "no" \\ and \\n and \\u0000 and %s and %(name)s and {0} and {{ 7*7 }} and :name and ?',
    "<script>alert(1)</script>&amp;<b>",
    "nan NaN null None undefined true 0x10 1e309 -0 ½ ²",
    "=cmd|' /C calc'!A0",
    "ÅÄÖ åäö ß ẞ ﬁ Ǆ",
    "Zalgo: h̷̢͎e̵͚̓l̶̨̛l̷͉̈́o̴̟͝",
    "e\u0301 is not \u00e9, and both are kept as typed",
    "Привет, как дела?",
    "مرحبا، أحتاج إلى مساعدة",
    "שלום, אני צריך עזרה",
    "مرحبا 123 hello \u200fשלום\u200e",
    "\u202eright to left over\u202c and \u2066isolated\u2069",
    "zero\u200bwidth\u200c\u200d\u2060\ufeffspaces",
    "我需要帮助 田中さん 안녕하세요",
    "সাহায্য ਮਦਦ मदद உதவி സഹായം ความช่วยเหลือ",
    "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🦽 🇬🇧 ❤️",
    "\U0001f600\U00020000\U0010ffff",
    "\ufffe\uffff\ufdd0 are not characters, but can be kept",
    "\x01\x02\x08\x0b\x0c\x0e\x1b[31m\x7f\x80\x9f",
    "\u2028line\u2029paragraph\u0085next",
    "x" * 20_000,
    "ẞ👩🏽‍🦽" * 2_500,
)
_CHANGED = (
    ("\0", ""),
    ("be\0fore and\0\0 after", "before and after"),
    ("half a pair \ud83d alone", "half a pair \ufffd alone"),
    ("the other half \ude00", "the other half \ufffd"),
    ("the wrong way round \ude00\ud83d", "the wrong way round \ufffd\ufffd"),
    ("a whole pair in two \ud83d\ude00", "a whole pair in two \U0001f600"),
    ("\ud83d\0\ude00", "\ufffd\ufffd"),
)

NAUGHTY: tuple[tuple[str, str], ...] = (*((one, one) for one in _AS_TYPED), *_CHANGED)
