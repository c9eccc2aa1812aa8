"""Thirty sentences in Polish and in Arabic of somebody not satisfied, without the word "complaint" (E1)."""

_SAID = {
    "pl": """
już trzeci raz nikt nie przyszedł
pani w okienku była opryskliwa
czekałem dwie godziny i odesłano mnie do domu
nikt nie odbiera telefonu
mówiliście że oddzwonicie i cisza
jestem rozczarowana waszą pomocą
zgubiliście mój formularz
od miesiąca nie mam odpowiedzi
potraktowaliście mnie jak złodzieja
to nie jest w porządku
wasz pracownik mnie wyśmiał
znowu musiałam wszystko powtarzać
obiecano mi wizytę i nic
mam dość tego czekania
nie dostałem tłumacza chociaż prosiłem
zapomnieliście o mojej mamie
dostałem zły list i straciłem pieniądze
nikt mnie nie słucha
drzwi były zamknięte a miałam umówioną wizytę
jestem zły że nikt mi nie pomógł
wysłałem trzy maile i nikt nie odpisał
pracownica krzyczała na moją córkę
traktujecie ludzi okropnie
wasza obsługa jest fatalna
odwołaliście spotkanie bez słowa
to już druga pomyłka w tym miesiącu
nie zrobiliście tego co obiecaliście
czuję się zignorowany
ile jeszcze mam czekać na odpowiedź
rozmawiano ze mną bardzo niegrzecznie
""",
    "ar": """
للمرة الثالثة لا احد يأتي
الموظفة كانت قاسية معي
انتظرت ساعتين ثم ارسلوني الى البيت
لا احد يرد على الهاتف
قلتم انكم ستتصلون ولم تتصلوا
خاب املي من مساعدتكم
ضيعتم النموذج الخاص بي
منذ شهر لا جواب
عاملتموني كأني لص
هذا ليس عدلا
موظفكم ضحك علي
اضطررت ان اعيد كل شيء مرة ثانية
وعدوني بزيارة ولم يحصل شيء
مليت من هذا الانتظار
طلبت مترجم ولم تحضروا مترجم
نسيتم امي
وصلتني رسالة خطأ وخسرت فلوسي
لا احد يسمعني
الباب كان مسكر وعندي موعد
انا معصب لان ما حدا ساعدني
بعثت ثلاث رسائل ولا احد رد
الموظفة صرخت على بنتي
تعاملون الناس بشكل سيء
خدمتكم سيئة جدا
الغيتم الموعد بدون خبر
هذا ثاني خطأ هذا الشهر
لم تفعلوا ما وعدتم به
احس اني مهمل
كم لازم انتظر حتى تردون
تكلموا معي بقلة احترام
""",
}
UNHAPPY_IN = {lang: tuple(text.strip().splitlines()) for lang, text in _SAID.items()}
