"""What people write in Polish and Arabic, in danger and not. Made up, as people type; none is an example."""

_IN_DANGER = {
    "pl": """
mój mąż mnie bije jak wypije
boje sie wrocic do domu bo on tam jest
syn zabiera mi emeryture i grozi ze mnie wyrzuci
nie chcę już żyć
myślę o samobójstwie
partner dusił mnie wczoraj
on ma nóż
opiekunka bije moją mamę
zamknął mnie w pokoju i nie chce wypuścić
Pracodawca zabrał nam paszporty i nie płaci
chłopak grozi że mnie zabije
zgwałcił mnie kolega z pracy
tnę się
wzięłam za dużo tabletek
nie moge oddychac
moja córka jest bita przez ojca
uciekłam od męża, nie mam gdzie spać
boję się o życie swoje i dzieci
jestem ofiarą przemocy domowej
ktoś mnie śledzi od tygodnia
mam dosyć życia
lepiej by było beze mnie
wujek dotyka mnie w miejscach intymnych
zmuszają mnie do małżeństwa
Zmuszają mnie do pracy po 16 godzin, nie moge odejsc
mąż znęca się nade mną psychicznie
sąsiad maltretuje dziecko, słyszę krzyki
nie czuję się bezpiecznie w hostelu
ratunku on jest pod drzwiami
chce ze soba skonczyc
tata bije mame i nas
dziadek jest zastraszany przez opiekuna
zaatakował mnie nożem
proszę wezwijcie policję
mama straciła przytomność
Mój były chłopak mnie prześladuje i nachodzi w pracy
zrobię sobie krzywdę
boje sie meza
on mnie uderzyl w twarz
nie pozwala mi dzwonić do rodziny
tato pije i bije mame
mąż wyzywa mnie i szarpie za włosy
nie mam siły żyć
syn krzyczy i popycha mnie
znajomy mojej córki molestuje ją
szef zabrał mi paszport
chcę zasnąć i się nie obudzić
boję się że on mnie zabije
widziałam jak pielęgniarka uderzyła pacjenta
mój brat chce się zabić
zostałam pobita na ulicy
pomocy ktoś próbuje wejść do mieszkania
on mnie dusi
wnuczek okrada babcię
mam siniaki bo mnie popchnął na ścianę
kolega z pracy obmacuje mnie w magazynie
ojczym przychodzi w nocy do mojego łóżka
nie widzę sensu dalej żyć
teściowa zamyka nas w domu na klucz
mąż zabrał mi telefon i pieniądze, nie mogę wyjść
boję się swojego syna jak jest pijany
chcę odebrać sobie życie
on groził mi nożem wczoraj
moja babcia ma siniaki po wizycie opiekuna
dzieci płaczą bo tata je bije pasem
ktoś mi groził śmiercią
pracujemy za darmo i nie wolno nam wychodzić
""",
    "ar": """
زوجي يضربني كل يوم
جوزي بيضربني قدام الاولاد
خايفه ارجع عالبيت
اريد ان اموت
بدي موت تعبت من كل شي
ما عاد بدي عيش
أفكر في الانتحار
هددني بالقتل اذا رحت للشرطة
أخي يهددني بسكين
ابني ياخذ فلوسي ويصرخ علي
المربية تضرب أمي
حابسني في الغرفة وماخلاني اطلع
صاحب الشغل اخذ جوازي ويشغلنا بدون راتب
اهلي بدهم يزوجوني غصب عني
لا أشعر بالأمان في البيت
انا في خطر
حياتي في خطر ساعدوني
اغتصبني شخص اعرفه
عمي يلمسني وانا ما بدي
تحرش فيني المدير
بلعت حبوب كثيرة
اخذت علبة حبوب كاملة
لا استطيع التنفس
ابي فقد الوعي
هربت من زوجي ومعي طفلين
أنا خائفة جدا منه
خايفة على اولادي من ابوهم
طليقي يلاحقني بالشارع
سأقتل نفسي
جرحت حالي بالسكين
كرهت حياتي وما بدي كمل
خنقني امبارح
الجار يضرب اطفاله كل ليلة
نتعرض للعنف في المنزل
انا ضحية عنف اسري
أتعرض للضرب من ابني
اتصلوا بالشرطة لو سمحتم
عايزة اموت وارتاح
والدتي تتعرض للإساءة من الممرضة
jozi byedrabni
زوجي ضرب ابنتي
أريد أن أنهي حياتي
مش قادرة أعيش أكتر
أخاف من زوجي كثيرا
هددوني اذا اشتكيت
صاحب البيت تحرش بي
رأيت الممرض يضرب المريض
ابوي يحبسني بالبيت
احد يحاول الدخول الى شقتي النجدة
أختي حاولت الانتحار
راح يقتلني لو عرف
يجبرونني على الزواج من ابن عمي
امي وقعت وما بتتنفس
تعرضت لاعتداء جنسي
ابني يسرق معاشي
زوجي قفل علي الباب وأخذ تلفوني
المشرف يلمس البنات
ما عاد فيني اتحمل بدي موت
جاري معو سكين وعم يهدد
بنتي عم تتعرض للتنمر والضرب
أخذوا جوازات سفرنا وما يدفعولنا
أبي يضربنا بالحزام
أخاف أنام في البيت
كنت افكر اقتل نفسي
حماتي تحبسني ولا تعطيني أكل
""",
}

_HARMLESS = {
    "pl": """
Dzień dobry, o której otwieracie?
mam pytanie o czynsz
umieram z głodu, czy macie jedzenie
boję się dentysty, czy ktoś może pójść ze mną
Dziękuję pani Oli za pomoc
chciałabym umówić się na wizytę
nikt do mnie nie oddzwonił od trzech tygodni
serce mi mocno bije jak chodzę po schodach, szukam lekarza
czekam już dwa miesiące
czy mogę przyjść z psem
jestem zła na waszą obsługę
boję się, że stracę zasiłek
Gdzie jest najbliższa biblioteka
nie mam pieniędzy na prąd
nuda mnie zabije na tej emeryturze
zgubiłem kod
proszę o tłumacza
moja sąsiadka jest głośna w nocy
Ile kosztuje kurs angielskiego
mam 70 lat i mieszkam sama
jak wypełnić formularz pip
pracownik był dla mnie niegrzeczny
nie umiem obsługiwać komputera
czy pomagacie osobom bezdomnym
chcę złożyć skargę
boję się egzaminu na obywatelstwo
syn dostał pracę w innym mieście
drużyna syna pobiła rekord
zabijam czas czekając na wasz telefon
mąż chory leży w szpitalu, potrzebujemy opieki
pali się lampka na routerze
Potrzebuję koca i ciepłych ubrań
dobry pomysł byłoby otworzyć w sobotę
autobus mi uciekł i się spóźnię
urząd zabierze mi zasiłek jeśli nie wyślę papierów?
czy macie rampę dla wózka
córka nie ma z kim się bawić
kolano mnie wykończy po tych schodach
dziecko boi się psów
Pani w recepcji była miła
gdzie mogę oddać ubrania
proszę o rozmowę po polsku
czy macie zajęcia dla dzieci
mój czynsz wzrósł
nie rozumiem listu z urzędu
mąż pracuje do późna, przyjdę sama
jestem chory i nie przyjdę
syn złamał rękę na boisku
dziękuję za paczkę
mój kot się zgubił
czy można zapłacić kartą
mój syn bije się z myślami czy studiować
ręka mnie boli od pisania
szukam pracy od roku
dzwoniłem pięć razy
nie wolno parkować przed biurem?
""",
    "ar": """
مرحبا متى تفتحون
اريد موعد يوم الثلاثاء
شكرا لكم على المساعدة
عندي سؤال عن الايجار
لم يتصل بي احد منذ ثلاثة اسابيع
انا غاضب من الخدمة
أموت من الجوع هل عندكم طعام
متت من الضحك على النكتة
خايف أن اتأخر عن الموعد
أخاف من الكلاب هل يوجد كلب في المكتب
أحتاج مترجم عربي
فقدت الرمز الخاص بي
اين اقرب مكتبة
ابنتي عندها امتحان وتخاف من الامتحان
الصداع يقتلني اليوم ولا استطيع الحضور
هل يمكنني احضار امي معي
لا افهم هذه الرسالة من البلدية
زوجي مريض ويحتاج رعاية
كم تكلفة دورة اللغة الانجليزية
اريد تقديم شكوى
الموظف كان غير مهذب معي
ليس لدي مال للكهرباء
اسكن وحدي وعمري سبعون سنة
كيف املأ هذا النموذج
هل تساعدون المشردين
أنتظر منذ شهرين
جارتي صوتها عالي في الليل
أبحث عن عمل
ضربني البرد وانا انتظر الباص
خطر ببالي فكرة لتحسين الخدمة
أقتل الوقت وانا انتظر اتصالكم
أحتاج بطانية وملابس شتوية
الباص تأخر وسأصل متأخرا
خايفة من المقابلة مع الجامعة
هل المكان مناسب لكرسي متحرك
اريد ان اغير موعدي
السيدة في الاستقبال كانت لطيفة
شو الاوراق المطلوبة
اخذت الدواء اليوم وبدي موعد مع الدكتور
ابني يحب كرة القدم ويريد يشارك
متى ترسلون الرد
زوجي يعمل ليلا فهل يمكن الموعد صباحا
ابني يدرس في المدرسة
أريد أن أتعلم الانجليزية
ضاعت مفاتيح البيت
هل عندكم ملابس للأطفال
الموعد غير مناسب لي
ما فهمت كلام الموظفة
كيف اصل الى المكتب
بدي احكي مع حدا بالعربي
كم ساعة تعملون
أريد مساعدة في فاتورة الغاز
السكين في المطبخ ضاعت هل تبيعون ادوات
ضيعت موعدي
""",
}


def _lines(said: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {lang: tuple(text.strip().splitlines()) for lang, text in said.items()}


IN_DANGER, HARMLESS = _lines(_IN_DANGER), _lines(_HARMLESS)
