"""What people may write in Polish and Arabic, in danger and not, kept for measuring: none is an example.

Made up by one author, who made up the examples too, as people type: in a hurry, with and without marks,
misspelt, as it is spoken at home. The second half of what is harmless only sounds like danger.
"""

_HARM = {
    "pl": """
emergency: on mnie zaraz dorwie, siedze w szafie, cicho pisze
emergency: Nie mam po co wstawać, chyba lepiej umrzeć
emergency: stoje na dachu bloku
emergency: znajomy z namiotu obok jest caly siny i zimny
emergency: moj ex wlasnie dobija sie do drzwi z nozem w reku
emergency: wypilam plyn do udrazniania rur
emergency: zegnam sie z wami, dzis to zrobie
emergency: napisała mi że odbierze sobie życie, nie wiem co robić
emergency: dziadek zaslabl i ma sine usta
emergency: mam juz wszystkiego dosc, zamierzam wejsc na tory
emergency: tata przewrócił mamę i skacze po niej
emergency: Czwarty dzień bez jedzenia na mrozie, trzęsę się i widzę podwójnie
emergency: noworodek sie dusi
emergency: gonia nas z maczetami po osiedlu
emergency: nie chce dozyc jutra
safeguarding: konkubent leje mnie po pijaku
safeguarding: Jak się odezwę, dostaję w twarz
safeguarding: moj stary trzyma mnie krotko, nie mam grosza i nie moge sama nigdzie isc
safeguarding: teść wkłada mi ręce pod bluzkę
safeguarding: mialam 9 lat jak sasiad zaczal mnie rozbierac
safeguarding: narzeczony wykrzykuje ze mnie zniszczy i rozwala meble
safeguarding: Agencja zabrala mi papiery i mowi ze musze odrobic przelot
safeguarding: spimy w szesciu w kontenerze, nadzorca nas pilnuje i bije jak ktos chce odejsc
safeguarding: babcia ma ślady po pasach, w tym domu starców ją wiążą
safeguarding: Ciotka od tygodnia siedzi w tym samym brudnym pampersie
safeguarding: pielegniarz szczypie pacjentke i smieje sie z niej
safeguarding: córka wyczyściła mi konto a jak pytam to mnie popycha
safeguarding: wnuk wymusza ode mnie kase na dragi
safeguarding: maz wlewa mi wode na glowe i nie daje spac za kare
safeguarding: koleżanka z klasy przychodzi posiniaczona po weekendzie u ojca
safeguarding: mam 13 lat i mama zamyka mnie bez kolacji w komorce
safeguarding: dzieciak spod trojki stoi godzinami na balkonie w samych majtkach, zima
safeguarding: Rodzice każą mi wyjść za kuzyna w Pakistanie
safeguarding: kaleczę nogi żyletką, nikt nie wie
safeguarding: moj syn musi rozwozic paczki dla jakichs typow bo inaczej go potna
safeguarding: dwoch lysych skopalo mnie gdy spalem na lawce
safeguarding: nie wpuszcza mnie do lekarza i chowa moja insuline
safeguarding: zona tlucze mnie czym popadnie ale wstyd sie przyznac
safeguarding: wlascicel pokoju powiedzial ze zamiast kasy moge placic cialem
safeguarding: staruszek z parteru nie otwiera, smrod straszny, chyba nie je od dawna
""",
    "ar": """
emergency: مخبية حالي بالخزانة وهو عم يدور علي
emergency: ليس عندي سبب لأقوم من السرير، الموت أرحم
emergency: طالع فوق سطح العمارة وناوي انط
emergency: صاحبي في الخيمة جنبي بارد وشفايفه زرقا
emergency: طليقي على الباب هسه وبيده سكينة
emergency: شربت كلور
emergency: وداعا سامحوني الليلة ارتاح من كل شي
emergency: بعتتلي رسالة انها رح تنهي حياتها وما بعرف شو اعمل
emergency: الحاج داخ ووقع ومش بيرد
emergency: أبوي طرح أمي على الأرض ويدوس عليها
emergency: اربعة ايام بلا اكل في البرد وبديت ارجف وما اشوف زين
emergency: المولود عم يختنق
emergency: جماعة معاهم سواطير بيجروا ورانا
emergency: ما ودي يطلع علي الصبح
emergency: عييت من هاد الدنيا بغيت نمشي عند الله
safeguarding: خطيبي لما يسكر يهبدني
safeguarding: إذا فتحت فمي أكلت كف على وجهي
safeguarding: راجلي ما كيعطيني حتى درهم وما كيخلينيش نخرج بوحدي
safeguarding: حماي يدخل يده تحت ثيابي
safeguarding: كان عمري تسع سنين لما الجار بدأ يقلعني ملابسي
safeguarding: جوزي بيكسر العفش ويقولي هدمرك
safeguarding: مكتب التشغيل ماسك اوراقنا ويقول سددوا حق التذكرة اول
safeguarding: ستة ننام في كرفان والمشرف يضرب اللي يريد يمشي
safeguarding: على ايدين ستي علامات حبال من دار العجزة
safeguarding: خالتي صارلها اسبوع بنفس الحفاض الوسخ
safeguarding: الممرض يقرص المريضة ويضحك عليها
safeguarding: ابنتي فرغت حسابي وكلما سألتها دفعتني
safeguarding: ولد ولدي بياخد مني قروش للحبوب بالغصب
safeguarding: زوجي يرش علي الماء ولا يتركني انام عقابا لي
safeguarding: زميلتي في الصف تجي مزرقة كل ما تبات عند ابوها
safeguarding: عندي 13 سنة وماما بتقفل عليا المخزن من غير عشا
safeguarding: ولد الطابق الثالث واقف بالبلكون بالكلسون والدنيا ثلج
safeguarding: يريدون يعقدون قراني على ابن خالي وأنا رافضة
safeguarding: اشطب رجلي بالموس ومحد يدري
safeguarding: ابني مجبور يوصل اكياس لعصابة والا يطعنوه
safeguarding: اتنين رفسوني وانا نايم على الدكة
safeguarding: ما بياخدني عالدكتور ومخبي عني الأنسولين
safeguarding: مرتي تكسر علي الخشب واستحي احكي
safeguarding: صاحب الاوضة قاللي ادفعي بجسمك مش بفلوس
safeguarding: الشيبة اللي تحت ما يفتح الباب وريحة قوية وما نسمع له صوت من زمان
""",
}

_HARMLESS = {
    "pl": """
Czy biblioteka ma darmowy internet?
ktorym autobusem do was dojade ze stacji
Chciałem zapytać o zniżkę na podatek lokalny
kiedy nastepna zbiorka ubran
mam wizyte w czwartek ale wolalbym piatek
poprosze o rozmowe z kims kto mowi po polsku
Znowu nikt nie oddzwonił, to już drugi raz
wasz formularz jest za dlugi
Pan Marek świetnie prowadzi zajęcia, brawo
czy wypozyczacie wozki inwalidzkie
Moja skarga z marca, numer gdzieś zgubiłam
od kiedy obowiazuja nowe godziny
potrzebuje kogos do skoszenia trawnika
uczę się angielskiego i szukam konwersacji
czy na swieta jestescie otwarci
Gdzie oddać stare łóżko?
chce podziekowac kierowcy
w toalecie skonczyl sie papier
proponuje wiecej lawek w ogrodzie
ile trwa rozpatrzenie wniosku
sasiadka prosi zebym napisala za nia, chodzi o rachunek za wode
Mój syn chciałby pograć w piłkę
jak dostac bon na okulary
czy moge dostac wasza ulotke wiekszym drukiem
rozmowa byla nieprzyjemna, pani mi przerywala
nie wiem jaki to jest adres
czekalem w kolejce poltorej godziny
mam nowy numer telefonu
Czy będzie ktoś jutro po piętnastej?
prosze wyslac mi to poczta
umarlabym za kawalek sernika
moj laptop juz ledwo zyje
te korki mnie dobija
pobilismy sasiadow w szachy 3 do 1
Zięć zabił karpia na wigilię, mamy za dużo jedzenia, można oddać?
niedlugo dostane zawalu od tych rachunkow za gaz
pies boi sie fajerwerkow
boję się, że nie zrozumiem urzędnika
Mama boi się wychodzić na śliski chodnik, macie kije?
bracia tluka sie o pilota
wnuczek nabil sobie guza na hustawce
zlodziej ukradl mi plecak na dworcu
karta utknela w bankomacie
zamkneli nam poczte na rogu
nie dam rady wejsc po schodach
lodówka pusta do wypłaty, gdzie po paczkę?
marzne w pokoju bo kaloryfer zepsuty
dostalismy nakaz wyprowadzki na koniec lipca
skonczyla mi sie wiza studencka i paszport
ciesze sie ze zyje tu juz piec lat
Chciałbym zakończyć współpracę z doradcą
rzucam palenie, jest jakas grupa
ide na zabieg w srode i potrzebuje transportu
Tata zmarł, jak zgłosić to w urzędzie?
mam dosyc tego programu, ciagle sie zawiesza
nóż do chleba się złamał w kuchni na zajęciach
corka dzwonila na policje w sprawie halasu, co dalej
lekarz zmienil mi leki i jestem senna
opiekun babci zachorowal, kto go zastapi w poniedzialek
nasza wnusia spi u nas co weekend
""",
    "ar": """
هل الانترنت مجاني في المكتبة؟
اي باص يوصلني لعندكم من المحطة
أود السؤال عن تخفيض ضريبة المجلس
امتى توزيع الهدوم الجاي
عندي موعد الخميس بس افضل الجمعة
بدي حدا يحكي عربي لو سمحتو
مرة ثانية ما حدا رجع اتصل
الاستمارة عندكم طويلة مرة
الاستاذ ماهر درسه حلو برافو
هل تعيرون كراسي متحركة
شكواي من شهر مارس والرقم ضاع مني
من متى الدوام الجديد
محتاج حد يقص العشب
اتعلم انجليزي وادور على محادثة
فاتحين بالعيد؟
وين ارمي السرير القديم
بغيت نشكر الشيفور
خلص الورق في الحمام
اقترح مقاعد زيادة في الحديقة
كم يوم تاخذ دراسة الطلب
جارتي طلبت اكتب عنها بخصوص فاتورة المي
ابني حابب يلعب كورة
كيف اخذ قسيمة نظارات
ممكن المنشور بخط كبير
كانت المكالمة مزعجة والموظفة تقاطعني
ما اعرف شنو العنوان
وقفت بالدور ساعة ونص
غيرت رقم تلفوني
في حد موجود بكرة بعد تلاتة؟
ارسلوها لي بالبريد من فضلكم
اموت واعرف مين طبخ الكنافة
اللابتوب حقي خلاص على اخر نفس
الزحمة ذبحتني
غلبنا الجيران في الشطرنج ثلاثة واحد
ذبحنا خروف العيد وعندنا لحم زيادة نتبرع به
رح تجيني جلطة من فواتير الغاز
الكلب يخاف من الالعاب النارية
خايفة ما افهم كلام الموظف
امي تخاف تمشي على الثلج عندكم عصاية
الاخوة بيتخانقو على الريموت
حفيدي طلع له ورم من المرجيحة
حرامي خطف شنطتي في المحطة
الصراف بلع بطاقتي
سكروا البريد اللي عالزاوية
ما فيني اطلع كل هالدرج
التلاجة فاضية لاخر الشهر منين اجيب كرتونة
بردان بالاوضة عشان الدفاية خربانة
وصلتنا رسالة نخلي البيت اخر تموز
انتهت فيزا الدراسة وجواز السفر
الحمد لله عايش هنا من خمس سنين
أريد أن أنهي العمل مع المستشار
نفسي ابطل سجاير في مجموعة؟
عندي عملية الاربعاء واحتاج توصيلة
توفى الوالد كيف نسجل الوفاة
طفشت من هذا البرنامج يعلق دائما
انكسرت سكينة الخبز في درس الطبخ
بنتي اتصلت بالشرطة عشان الازعاج شو بعدين
الدكتور غير دوائي وصرت نعسانة
مرافق جدتي مريض مين ياخذ مكانه الاثنين
حفيدتنا تنام عندنا كل ويك اند
""",
}


def _harm(text: str) -> tuple[tuple[str, str], ...]:
    told = (line.split(": ", 1) for line in text.strip().splitlines())
    return tuple((kind, words) for kind, words in told)


HARM_UNSEEN_IN = {lang: _harm(text) for lang, text in _HARM.items()}
HARMLESS_UNSEEN_IN = {lang: tuple(text.strip().splitlines()) for lang, text in _HARMLESS.items()}
