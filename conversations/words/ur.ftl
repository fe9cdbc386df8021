### Every sentence that Rabta says, in Urdu. Values in { $braces } are filled in; <b>…</b> is bold.
### Arrows point as a right-to-left reader looks: back to the right, on to the left. Latin inside a sentence stands in
### the invisible isolates U+2068…U+2069, so that it keeps its order; a line that might begin with Latin begins with the
### invisible U+200F. Where Urdu allows it, no sentence says whether student or bot is a man or a woman.

## The engine's own
way-back = ➡ واپس
way-menu = ☰ مینو
way-person = 🙋 کسی سے بات کریں
way-speak = 🌐 اردو
page-earlier = ▶ پچھلے
page-later = مزید ◀
several-done = ✅ ہو گیا ({ $count })
yes = جی ہاں
no = جی نہیں
look-next = اور کیا دیکھنا ہے؟
nothing-here = یہاں ابھی کچھ نہیں ہے۔
again-choice = براہِ کرم ان میں سے ایک چنیے؛ اس کا نمبر لکھنا کافی ہے۔
choice-one = ایک وقت میں ایک: براہِ کرم صرف ایک نمبر لکھیے۔
choice-unlisted = ‏{ $value } ان میں شامل نہیں ہے۔
again-several = کوئی ایک چنیں؛ نمبر لکھنا کافی ہے، کئی اکٹھے جیسے <code>1 3 5</code>۔ پھر <b>ہو گیا</b> چنیں۔
again-text = براہِ کرم لکھ کر بتائیے۔
again-shorter = یہ بہت لمبا ہے۔ براہِ کرم زیادہ سے زیادہ { $most } حروف میں لکھیے۔
again-password = براہِ کرم پاس ورڈ پیغام میں لکھ کر بھیجیے۔
again-password-longer = یہ پاس ورڈ کے لیے بہت چھوٹا ہے، اس لیے اسے آزمایا نہیں گیا: پاس ورڈ میں کم از کم { $least } حروف ہوتے ہیں۔ براہِ کرم پاس ورڈ لکھیے، یا نکلنے کے لیے <b>مینو</b> چنیے۔
again-password-sentence = یہ پاس ورڈ نہیں لگتا، اس لیے اسے آزمایا نہیں گیا۔ براہِ کرم پاس ورڈ لکھیے، یا نکلنے کے لیے <b>مینو</b> چنیے۔
again-file = براہِ کرم تصویر یا پی ڈی ایف بھیجیں، یا ان میں سے ایک چنیں۔
files-attached = 📎 فائل { $name } لگا دی گئی ہے۔
files-name = ‏📎 { $name }
files-enough = میں ایک بار میں زیادہ سے زیادہ { $most } دستاویزات لے سکتا ہوں۔
files-too-large = یہ فائل 10 ایم بی سے بڑی ہے۔ براہِ کرم چھوٹی فائل یا تصویر بھیجیں۔
files-unavailable = یہ فائل مجھے نہیں مل سکی۔ براہِ کرم دوبارہ بھیجیں۔
unreadable = یہاں صرف لکھا ہوا پیغام پڑھا جا سکتا ہے۔ براہِ کرم لکھ کر بتائیے۔
unreadable-voice = میں آواز کا پیغام نہیں سن سکتا۔ براہِ کرم لکھ دیں، یا <b>کسی سے بات کریں</b> چنیے: وہاں میں اسے پہنچا دیتا ہوں۔
unreadable-video = ویڈیو نہ میں دیکھ سکتا ہوں نہ آگے پہنچا سکتا ہوں۔ براہِ کرم لکھ دیں، یا <b>کسی سے بات کریں</b> چنیے: وہاں آواز کا پیغام یا تصویر پہنچ جاتی ہے۔
unreadable-sticker = 😊 اسٹیکر میری سمجھ سے باہر ہیں: یہاں لکھا ہوا پیغام سمجھا جاتا ہے۔
unreadable-location = یہاں لوکیشن کسی کام نہیں آتی۔ اگر پتہ بدل گیا ہے تو <b>پتہ تبدیل کرنا ہے</b> لکھیے۔
unreadable-contact = دوسروں کے نمبر یہاں محفوظ نہیں کیے جاتے۔ اگر آپ کا نمبر نیا ہے تو <b>موبائل نمبر تبدیل کرنا ہے</b> لکھیے۔
unreadable-file = تصویریں اور فائلیں یہاں نہیں دیکھی جا سکتیں۔ ثبوت کے طور پر وہ <b>درخواست</b> کے ساتھ لگتی ہیں؛ یا <b>کسی سے بات کریں</b> لکھیے: وہاں سے وہ عملے تک پہنچ جاتی ہیں۔
unreadable-file-yet = 📎 تصویریں اور دستاویزات آخر میں لی جاتی ہیں، جب باقی سب لکھ لیا جائے۔ براہِ کرم تب دوبارہ بھیجیے۔
caption-read = یہاں تصویر نہیں دیکھی جا سکتی؛ اس کے ساتھ جو لکھا ہے وہ پڑھ لیا ہے۔
unknown-command = معاف کیجیے، یہ کمانڈ سمجھ میں نہیں آئی۔
old-answer = یہ جواب ایک پہلے سوال کا تھا۔ اب ہم یہاں ہیں:
old-number = یہ نمبر ایک پرانی فہرست کا تھا۔ اب ہم یہاں ہیں:
old-button = یہ بٹن ایک پرانے پیغام کا تھا۔ اب ہم یہاں ہیں:
cancelled = منسوخ ہو گیا۔ کچھ محفوظ نہیں کیا گیا۔
timed-out = کافی دیر سے جواب نہیں آیا، اس لیے بات یہیں روک دی گئی تاکہ کوئی اور اسے آگے نہ بڑھا سکے۔ کچھ محفوظ نہیں کیا گیا۔
forgotten = 🔄 سسٹم دوبارہ شروع ہوا ہے، اس لیے ہماری پچھلی بات یہاں محفوظ نہیں رہی۔ یونیورسٹی میں آپ کا سب ریکارڈ سلامت ہے۔ براہِ کرم دوبارہ لاگ ان کیجیے۔
forgotten-staff = 🔄 سسٹم دوبارہ شروع ہوا ہے، اس لیے ہماری پچھلی بات یہاں محفوظ نہیں رہی۔ ڈیسک پر سب کچھ سلامت ہے، اور یہ چیٹ وہاں اب بھی آپ کی ہے، <b>{ $name }</b>۔
conversation-gone = اس دوران یہ حصہ بدل گیا ہے۔ کچھ محفوظ نہیں کیا گیا؛ براہِ کرم مینو سے دوبارہ شروع کیجیے۔
offer-person = کوئی مشکل ہو تو عملے سے مدد مل سکتی ہے: <b>کسی سے بات کریں</b> چنیے۔
not-understood =
    معاف کیجیے، یہ سمجھ میں نہیں آیا۔ آپ مثلاً یہ پوچھ سکتے ہیں:
    • 405 کا پرچہ کب ہے؟
    • 1429 کے ٹیوٹر کون ہیں؟
    • میرا پچھلے سمسٹر کا رزلٹ
    • موبائل نمبر تبدیل کرنا ہے
not-understood-either = معاف کیجیے، یہ بھی سمجھ میں نہیں آیا۔
meant-which = بات پوری طرح سمجھ میں نہیں آئی۔ کیا آپ ان میں سے کچھ پوچھ رہے ہیں؟
meant-one = شاید آپ کا مطلب یہ ہے؟
meant-neither = ان میں سے کوئی نہیں
meant-nothing = ٹھیک ہے۔ براہِ کرم دوسرے لفظوں میں لکھیے، یا ان میں سے ایک چنیے۔
wished-next = اس کے بعد: <b>{ $name }</b>۔
language-taken = اب ہم اردو میں بات کریں گے۔ زبان بدلنے کے لیے <b>زبان</b> لکھیے۔
language-offer = آگے اردو میں بات کریں؟ <b>🌐 اردو</b> چنیے یا لکھیے۔
delete-password-yourself = براہِ کرم پاس ورڈ والا پیغام ابھی خود مٹا دیجیے: یہاں سے اسے مٹانا ممکن نہیں۔

## Problems
problem-validation-failed = یونیورسٹی کا سسٹم یہ نہیں پڑھ سکا۔ براہِ کرم مینو سے دوبارہ کوشش کیجیے۔
problem-idempotency-key-required = ہماری طرف کوئی خرابی ہوئی ہے۔ براہِ کرم چند منٹ بعد دوبارہ کوشش کیجیے۔
problem-idempotency-key-reused = یہ پہلے کسی اور تفصیل کے ساتھ بھیجا جا چکا ہے۔ براہِ کرم مینو سے دوبارہ شروع کیجیے۔
problem-service-key-required = ہماری طرف کوئی خرابی ہوئی ہے۔ براہِ کرم کچھ دیر بعد دوبارہ کوشش کیجیے۔
problem-login-required = براہِ کرم پہلے لاگ ان کیجیے۔
problem-login-expired = آپ کا لاگ ان ختم ہو گیا ہے۔ براہِ کرم دوبارہ لاگ ان کیجیے۔
problem-wrong-credentials = رجسٹریشن نمبر اور پاس ورڈ آپس میں نہیں ملتے۔ براہِ کرم دوبارہ کوشش کیجیے۔
problem-password-required = کافی دیر سے آپ کا پیغام نہیں آیا۔ آپ کا رزلٹ کوئی اور نہ دیکھ لے، اس لیے پاس ورڈ کی تصدیق ضروری ہے۔
problem-not-found = معاف کیجیے، یہ نہیں ملا۔
problem-results-not-announced = اس سمسٹر کے رزلٹ کا اعلان ابھی نہیں ہوا۔
problem-date-sheet-not-announced = آپ کے لیے ابھی کسی ڈیٹ شیٹ کا اعلان نہیں ہوا۔
problem-slip-not-issued = آپ کی رول نمبر سلپ ابھی جاری نہیں ہوئی۔
problem-too-few-results = رجحان کے لیے کم از کم دو سمسٹروں کے نتائج چاہییں۔
problem-not-enrolled = اس سمسٹر میں آپ کا داخلہ نہیں ہے۔
problem-enrolment-not-open = اس سمسٹر کا داخلہ اس وقت کھلا نہیں ہے۔
problem-previous-semester-not-completed = آپ کا پچھلا سمسٹر ابھی مکمل نہیں ہوا۔
problem-results-not-approved = آپ کے پچھلے سمسٹر کا نتیجہ ابھی منظور نہیں ہوا۔
problem-on-hold = آپ کا ریکارڈ رکا ہوا ہے۔ براہِ کرم اپنے علاقائی دفتر سے پوچھیں۔
problem-offering-full = معذرت: آپ کے چنے ہوئے ایک کورس کی آخری نشست جا چکی ہے۔ { $about } براہِ کرم کوئی اور کورس چنیں۔
problem-course-not-offered = یہ کورس آپ کو اس وقت نہیں مل سکتا: { $about }۔
problem-credit-limit-exceeded = یہ ایک سمسٹر کے کریڈٹ آورز سے زیادہ ہے۔ براہِ کرم کوئی کورس چھوڑ دیں۔
problem-prerequisite-missing = پہلے یہ کورس پاس کرنا ہو گا: { $about }۔ جسے اس کی ضرورت ہے اسے چھوڑ دیں۔
problem-alternatives-chosen = ان میں سے صرف ایک لیا جا سکتا ہے: { $about }۔ براہِ کرم ایک چھوڑ دیں۔
problem-tutor-not-assigned = اس کورس کے ٹیوٹر ابھی مقرر نہیں ہوئے۔ عام طور پر یہ سمسٹر شروع ہونے کے ایک دو ہفتے بعد ہوتا ہے۔
problem-assignments-uploaded = آپ کے پروگرام کی اسائنمنٹ ایل ایم ایس پر اپ لوڈ ہوتی ہے، ڈاک سے نہیں بھیجی جاتی۔
problem-request-open-already = اس قسم کی ایک درخواست پہلے سے کھلی ہے: { $about }۔ جو نئی بات ہے وہ اسی میں پیغام کے ذریعے شامل کر دیں۔
problem-request-closed = یہ درخواست اب کھلی نہیں۔ کچھ اور چاہیے تو براہِ کرم نئی درخواست جمع کرائیں۔
problem-staff-login-required = براہِ کرم پہلے عملے کے طور پر لاگ ان کریں۔
problem-staff-login-expired = عملے کے طور پر آپ کا لاگ ان ختم ہو چکا ہے۔ دوبارہ لاگ ان کریں۔
problem-wrong-staff-credentials = ای میل اور پاس ورڈ آپس میں نہیں ملتے۔ دوبارہ کوشش کریں۔
problem-not-your-office = ‏{ $about } کسی دوسرے دفتر یا شعبے کی ہے۔
problem-not-allowed = یہ صرف نگران کر سکتے ہیں، یا جس نے یہ لکھا ہے۔
problem-second-person-needed = اتنے زیادہ لوگوں کو جانے والی اطلاع لکھنے والا خود منظور نہیں کر سکتا؛ کسی دوسرے کی منظوری ضروری ہے۔
problem-unknown-field = تحریر میں ایک خانہ ہے جسے میں نہیں جانتا: { $about }۔ میں تین خانے جانتا ہوں، انگریزی حروف میں اور قوسین کے اندر: نام، کورس اور تاریخ۔
problem-field-without-value = تحریر میں { $about } ہے، مگر یہ نہیں بتایا گیا کہ وہاں کیا لکھا جائے۔ براہ کرم اس کی قدر دیں یا اسے نکال دیں۔
problem-time-over = بھیجنے کا وقت گزر چکا ہے۔ کچھ نہیں بھیجا گیا۔ براہ کرم بعد کا وقت رکھیں، یا کوئی وقت نہ رکھیں: تب پیغام فوراً جائے گا۔
problem-results-published = ‏{ $about } کے نتائج پہلے ہی شائع ہو چکے ہیں، یا ان کا وقت مقرر ہے۔ کچھ نہیں بدلا گیا۔
problem-nothing-to-publish = ‏{ $about } کے لیے اس سمسٹر کا کوئی نتیجہ موجود نہیں۔ کوڈ اور سمسٹر دیکھ لیں، یا پہلے نتائج امپورٹ کریں۔ کچھ نہیں بدلا گیا۔
problem-no-chat-of-yours = یہ چیٹ نہ آپ کی ہے نہ ڈیسک کی۔ پہلے اپنی کسی چیٹ میں عملے کے طور پر لاگ ان ہوں۔
problem-no-such-colleague = ڈیسک پر { $about } نام کا کوئی نہیں۔ پورا نام یا ای میل لکھیں۔
problem-taken-by-another = اس درخواست پر { $about } کام کر رہے ہیں۔
problem-action-not-possible = اب { $about } کے ساتھ یہ نہیں ہو سکتا۔ اسے دوبارہ دیکھیں۔
problem-file-unreadable = یہ فائل نہیں کھلتی: یہ خراب ہے، پاس ورڈ سے بند ہے، یا کھلنے پر کچھ چلاتی ہے۔ براہِ کرم کوئی اور فائل یا کاغذ کی تصویر بھیجیں۔
problem-storage-unavailable = دستاویزات اس وقت محفوظ نہیں ہو رہیں: یونیورسٹی کے سسٹم میں جگہ نہیں مل رہی۔ باقی سب ویسا ہی ہے؛ براہِ کرم تھوڑی دیر بعد دوبارہ بھیجیں۔
problem-file-gone = ایک دستاویز اب موجود نہیں: جو جمع نہ ہو اسے میں ایک دن بعد مٹا دیتا ہوں۔ براہِ کرم دوبارہ بھیجیں۔
problem-document-required = اس درخواست کے ساتھ ثبوت کی دستاویز ضروری ہے۔ اس کی تصویر یا پی ڈی ایف بھیجیں، پھر دوبارہ <b>جمع کرائیں</b> چنیں۔
problem-contact-not-registered = اس رجسٹریشن نمبر کے ریکارڈ میں یہ موبائل نمبر نہیں ہے۔ براہِ کرم کسی اور طریقے سے تصدیق کریں یا اپنے علاقائی دفتر سے پوچھیں۔
problem-wrong-code = یہ کوڈ درست نہیں۔ دوبارہ دیکھیں: اس میں چھ ہندسے ہیں۔
problem-code-expired = یہ کوڈ استعمال ہو چکا ہے یا 10 منٹ سے پرانا ہے۔ براہِ کرم نیا کوڈ مانگیں۔
problem-weak-password = یہ پاس ورڈ آسانی سے بوجھا جا سکتا ہے۔ کم از کم 8 حروف کا ایسا پاس ورڈ چنیں جو آپ کا نمبر یا نام نہ ہو اور <code>12345678</code> جیسا نہ ہو۔
problem-too-many-codes = آپ ایک گھنٹے میں تین کوڈ مانگ چکے ہیں۔ سب سے نیا کوڈ استعمال کریں یا { $minutes } منٹ انتظار کریں۔
problem-links-not-available = لاگ ان کا صفحہ اس وقت دستیاب نہیں۔ یہیں چیٹ میں لاگ ان ہو سکتا ہے۔
problem-link-expired = لاگ ان کا یہ لنک استعمال ہو چکا ہے، یا 10 منٹ سے پرانا ہے۔ براہِ کرم نیا لنک حاصل کیجیے۔
problem-payload-too-large = یہ بہت بڑا ہے۔ براہِ کرم کچھ چھوٹا بھیجیے۔
problem-unsupported-media-type = اس قسم کی فائل نہیں لی جا سکتی۔ براہِ کرم تصویر (جے پیگ یا پی این جی) یا پی ڈی ایف بھیجیے۔
problem-too-many-attempts = کئی بار غلط کوشش ہوئی ہے۔ اکاؤنٹ کی حفاظت کے لیے براہِ کرم { $minutes } منٹ انتظار کیجیے، پھر دوبارہ کوشش کیجیے۔
problem-too-many-requests = پیغام ذرا جلدی جلدی آ گئے۔ براہِ کرم ایک منٹ رک کر دوبارہ کوشش کیجیے۔
problem-internal-error = ہماری طرف کوئی خرابی ہوئی ہے۔ کچھ ضائع نہیں ہوا؛ براہِ کرم دوبارہ کوشش کیجیے۔
problem-unavailable = یونیورسٹی کا سسٹم اس وقت جواب نہیں دے رہا۔ کچھ ضائع نہیں ہوا؛ براہِ کرم چند منٹ بعد دوبارہ کوشش کیجیے۔

## Language
language-name = اردو · ⁨Urdu⁩
language-ask =
    <b>Rabta</b> · رابطہ
    Your university, in this chat.

    Which language do you prefer?
    کس زبان میں بات کریں؟
    Kis zaban mein baat karein?

## The menu
menu-welcome =
    خوش آمدید! میں <b>رابطہ</b> ہوں: آپ کی یونیورسٹی، اس چیٹ میں۔

    اپنے گریڈ، رزلٹ کارڈ اور پروفائل دیکھنے کے لیے لاگ ان کیجیے۔
menu-dashboard =
    ‏<b>{ $name }</b>
    ‏{ $registrationNumber }

    آپ کو کیا دیکھنا ہے؟
menu-log-in = 🔑 لاگ ان
menu-course-registration = 📝 کورس رجسٹریشن
menu-exams = 🎓 امتحان اور گریڈ
menu-tutors = 👩‍🏫 میرے ٹیوٹر
menu-service-requests = 📨 اسٹوڈنٹ سروس ریکویسٹ
menu-profile = 👤 میری پروفائل
menu-courses = 📚 میرے کورس
menu-notifications = 🔔 نوٹیفکیشن
menu-help = ❓ مدد
menu-settings = ⚙️ سیٹنگز
menu-log-out = 🚪 لاگ آؤٹ
greeting = السلام علیکم! 👋
greeting-student = السلام علیکم، { $name }! 👋
courtesy-thanks = کوئی بات نہیں! 😊
courtesy-yes = 👍 ٹھیک ہے۔
courtesy-no = ٹھیک ہے۔
courtesy-abuse = لگتا ہے آپ پریشان ہیں؛ اگر کچھ غلط ہوا ہے تو معذرت۔ عملے میں سے کوئی ضرور مدد کرے گا: <b>کسی سے بات کریں</b> چنیے۔

## Course registration
enrolment-open =
    📝 <b>{ $semester }</b> کا داخلہ { $closes } تک کھلا ہے۔
    ایک سمسٹر میں زیادہ سے زیادہ { $most } کریڈٹ آورز لیے جا سکتے ہیں۔
enrolment-start = کورس منتخب کریں
enrolment-choose =
    <b>{ $semester }</b> · { $most } میں سے { $creditHours } کریڈٹ آورز
    لینے کے لیے کورس چنیں، چھوڑنے کے لیے اسے دوبارہ چنیں؛ یا کئی کوڈ اکٹھے لکھیں، جیسے <code>{ $codes }</code>۔
enrolment-course = ‏{ $code } · { $title } · { $creditHours } کریڈٹ
enrolment-unlisted = ‏{ $code } اس سمسٹر میں آپ کے لیے دستیاب نہیں: آپ یہ یا اس کا متبادل پہلے پاس کر چکے ہیں، یا آپ کا پروگرام اسے اس بار پیش نہیں کر رہا۔
enrolment-sign-compulsory = لازمی
enrolment-sign-repeated = پچھلی بار پاس نہیں ہوا
enrolment-sign-locked = پہلے دوسرا کورس پاس کرنا ہو گا
enrolment-sign-full = کوئی نشست باقی نہیں
enrolment-course-line = <b>{ $code }</b> { $title }، { $creditHours } کریڈٹ آورز
enrolment-review = <b>{ $semester }</b> کا اپنا داخلہ دیکھ لیں:
enrolment-review-change = <b>{ $semester }</b> کا تبدیل شدہ داخلہ دیکھ لیں:
enrolment-review-total = کل <b>{ $creditHours } کریڈٹ آورز</b>۔ کیا میں اسے جمع کرا دوں؟
enrolment-review-withdraw = آپ { $semester } کے <b>تمام کورس</b> چھوڑ دیں گے۔ کیا میں آپ کا داخلہ واپس لے لوں؟
enrolment-done =
    ✅ <b>{ $semester }</b> میں آپ کا داخلہ ہو گیا، { $creditHours } کریڈٹ آورز کے ساتھ۔
    حوالہ نمبر: <code>{ $reference }</code>
enrolment-confirmation-caption = داخلے کی تصدیق، { $semester }
enrolment-enrolled =
    ✅ <b>{ $semester }</b> میں آپ کا داخلہ ہو چکا ہے: { $creditHours } کریڈٹ آورز۔
    حوالہ نمبر: <code>{ $reference }</code>
enrolment-until = آپ { $closes } تک تبدیلی کر سکتے ہیں یا داخلہ واپس لے سکتے ہیں۔
enrolment-closed = داخلہ { $closes } کو بند ہو گیا؛ اب اس میں تبدیلی نہیں ہو سکتی۔
enrolment-confirmation = 📄 تصدیق کا کاغذ
enrolment-change = ✏️ کورس تبدیل کریں
enrolment-withdraw = ❌ داخلہ واپس لیں
enrolment-withdrawn = { $semester } سے آپ کا داخلہ واپس لے لیا گیا۔ جب تک داخلہ کھلا ہے آپ دوبارہ داخلہ لے سکتے ہیں۔
enrolment-bar-no-window = آپ کے پروگرام کے داخلے کا ابھی اعلان نہیں ہوا۔ وقتاً فوقتاً یہاں دوبارہ دیکھ لیں؛ بہار کا اعلان فروری میں اور خزاں کا اگست میں ہوتا ہے۔
enrolment-bar-window-not-open = { $semester } کا داخلہ <b>{ $opens }</b> کو کھلے گا اور { $closes } کو بند ہو گا۔ براہِ کرم تب تشریف لائیں۔
enrolment-bar-window-closed = { $semester } کا داخلہ <b>{ $closes }</b> کو بند ہو گیا۔ تاخیر سے داخلے کے لیے <b>اسٹوڈنٹ سروس ریکویسٹ</b> جمع کرائیں۔
enrolment-bar-previous-semester-not-completed = آپ ابھی { $semester } میں داخلہ نہیں لے سکتے: آپ کا <b>پچھلا سمسٹر مکمل نہیں ہوا</b>۔ امتحانات ہو جانے اور نتیجہ منظور ہونے کے بعد یہاں آئیں۔ داخلہ { $closes } تک کھلا ہے۔
enrolment-bar-results-not-approved = آپ ابھی { $semester } میں داخلہ نہیں لے سکتے: <b>پچھلے سمسٹر کا نتیجہ منظور نہیں ہوا</b>۔ نتیجے کے اعلان کے بعد دوبارہ کوشش کریں۔ داخلہ { $closes } تک کھلا ہے۔
enrolment-bar-on-hold = آپ ابھی داخلہ نہیں لے سکتے: یونیورسٹی نے آپ کا ریکارڈ <b>روک</b> رکھا ہے۔ اپنے علاقائی دفتر سے پوچھیں، یا <b>اسٹوڈنٹ سروس ریکویسٹ</b> جمع کرائیں۔
enrolment-bar-programme-completed = 🎉 آپ اپنے پروگرام کے تمام کورس پاس کر چکے ہیں: داخلے کے لیے کچھ باقی نہیں۔

## Login
login-link =
    یونیورسٹی کا لاگ ان صفحہ <b>لاگ ان</b> سے کھولیے۔ یہ لنک صرف آپ کے لیے ہے، اور 10 منٹ کے اندر ایک ہی بار چلتا ہے۔

    وہاں کام ہوتے ہی بات یہاں خود آگے بڑھ جائے گی۔
login-link-button = 🔑 لاگ ان
login-link-waiting = لاگ ان کے صفحے کا انتظار ہے۔ اوپر <b>لاگ ان</b> سے کھولیے، یا یہیں چیٹ میں لاگ ان کیجیے۔
login-here = ✍️ یہیں چیٹ میں لاگ ان
login-first = <b>{ $name }</b> کے لیے پہلے لاگ ان کرنا ہو گا۔
login-registration-number-lost = رجسٹریشن نمبر آپ کے اسٹوڈنٹ کارڈ، داخلے کے خط اور رزلٹ پر لکھا ہوتا ہے؛ آپ کا علاقائی دفتر بھی بتا سکتا ہے۔ اس کے بغیر لاگ ان نہیں ہو سکتا۔
login-registration-number =
    آپ کا <b>رجسٹریشن نمبر</b> کیا ہے؟
    یہ ⁨<code>22P-123456</code>⁩ جیسا ہوتا ہے اور آپ کے اسٹوڈنٹ کارڈ پر لکھا ہے۔
login-registration-number-again = یہ رجسٹریشن نمبر نہیں لگتا۔ اس میں دو ہندسے، ایک انگریزی حرف اور چھ ہندسے ہوتے ہیں۔
login-password = اور { $registrationNumber } کا <b>پاس ورڈ</b>؟ آپ کا پیغام فوراً مٹا دیا جائے گا، اور پاس ورڈ کہیں محفوظ نہیں کیا جاتا۔
login-password-kept = اور { $registrationNumber } کا <b>پاس ورڈ</b>؟ یہ کہیں محفوظ نہیں کیا جاتا۔ بعد میں براہِ کرم اپنا پیغام مٹا دیجیے۔
login-done = لاگ ان ہو گیا، <b>{ $name }</b>۔ فون مشترکہ ہو تو آخر میں لاگ آؤٹ کر دیجیے۔
login-forgot = 🔐 پاس ورڈ بھول گئے / پہلا لاگ ان
forgot-way =
    ہم کیسے یقین کریں کہ یہ آپ ہی ہیں؟
    یونیورسٹی صرف وہی پتہ یا نمبر استعمال کرتی ہے جو آپ کے ریکارڈ میں ہے۔
forgot-by-contact = 📱 میرے فون نمبر سے
forgot-by-email = ✉️ ای میل پر کوڈ
forgot-by-phone = 💬 ایس ایم ایس پر کوڈ
forgot-code-email = اگر { $registrationNumber } کے ریکارڈ میں ای میل ہے تو <b>چھ ہندسوں کا کوڈ</b> وہاں بھیجا جا رہا ہے۔ یہ 10 منٹ تک کارآمد ہے۔ اسے یہاں لکھیں۔
forgot-code-phone = اگر { $registrationNumber } کے ریکارڈ میں موبائل نمبر ہے تو <b>چھ ہندسوں کا کوڈ</b> وہاں بھیجا جا رہا ہے۔ یہ 10 منٹ تک کارآمد ہے۔ اسے یہاں لکھیں۔
forgot-code-again = 🔁 نیا کوڈ بھیجیں
forgot-code-sent = نیا کوڈ بھیجا جا رہا ہے؛ پرانا اب کام نہیں کرے گا۔
forgot-code-form = کوڈ میں چھ ہندسے ہوتے ہیں، جیسے <code>048213</code>۔ براہِ کرم دوبارہ لکھیں۔
forgot-code-missing = کوڈ نہیں آیا؟ اس میں دو منٹ لگ سکتے ہیں۔ پھر <b>نیا کوڈ بھیجیں</b> چنیے، یا واپس جا کر کوئی اور طریقہ چنیے۔ کوڈ آ جائے تو اس کے چھ ہندسے یہاں لکھیں۔
forgot-contact = <b>اپنا نمبر</b> نیچے والے بٹن سے بھیجیں۔ یہ وہی نمبر ہو جو آپ کے ریکارڈ میں ہے۔
forgot-contact-share = 📱 میرا نمبر بھیجیں
forgot-contact-own = مجھے آپ کا اپنا نمبر چاہیے، نیچے والے بٹن سے بھیجا ہوا۔
forgot-contact-right = ✅ یہی نمبر آپ کے ریکارڈ میں ہے۔
forgot-new =
    اپنا <b>نیا پاس ورڈ</b> لکھیں: کم از کم 8 حروف، اور آپ کا نمبر یا نام نہ ہو۔
    میں آپ کا پیغام فوراً مٹا دیتا ہوں اور پاس ورڈ کہیں نہیں رکھتا۔
forgot-new-kept =
    اپنا <b>نیا پاس ورڈ</b> لکھیں: کم از کم 8 حروف، اور آپ کا نمبر یا نام نہ ہو۔
    میں اسے کہیں نہیں رکھتا۔ بعد میں اپنا پیغام مٹا دیں۔
forgot-done = ✅ آپ کا نیا پاس ورڈ لگ گیا ہے اور آپ لاگ ان ہیں، <b>{ $name }</b>۔ آپ کی دوسری چیٹس کو بتا دیا گیا ہے۔
password-changed =
    ⚠️ ابھی کسی دوسری چیٹ میں آپ کے اکاؤنٹ کا <b>نیا پاس ورڈ</b> لگایا گیا ہے۔
    اگر یہ آپ نے کیا ہے تو سب ٹھیک ہے۔ اگر نہیں، تو <b>یہ میں نے نہیں کیا</b> چنیں۔
password-changed-not-me = 🚫 یہ میں نے نہیں کیا
not-me-sure = میں <b>ہر چیٹ</b> کو لاگ آؤٹ کر دوں گا، اس کو بھی، اور نیا پاس ورڈ لگنے تک کوئی لاگ ان نہیں کر سکے گا۔ کر دوں؟
not-me-done = ہو گیا: ہر چیٹ لاگ آؤٹ ہے اور پاس ورڈ ختم کر دیا گیا ہے۔ <b>پاس ورڈ بھول گئے / پہلا لاگ ان</b> سے نیا لگائیں۔ اگر کوئی اور آپ کی ای میل یا ایس ایم ایس پڑھ سکتا ہے تو پہلے اپنے علاقائی دفتر جائیں۔
confirm-password = براہِ کرم اپنا <b>پاس ورڈ</b> لکھیے۔ آپ کا پیغام فوراً مٹا دیا جائے گا، اور پاس ورڈ کہیں محفوظ نہیں کیا جاتا۔
confirm-password-kept = براہِ کرم اپنا <b>پاس ورڈ</b> لکھیے۔ یہ کہیں محفوظ نہیں کیا جاتا۔ بعد میں اپنا پیغام مٹا دیجیے۔

## Exam & Grades
exams = 🎓 <b>امتحان اور گریڈ</b>
exams-grades = 📊 گریڈ
exams-date-sheet = 🗓 ڈیٹ شیٹ
exams-roll-number-slip = 🎫 رول نمبر سلپ
semester-spring = بہار { $year }
semester-autumn = خزاں { $year }
grades-which =
    📊 <b>گریڈ</b>

    کس سمسٹر کے؟
grades-overall = مجموعی جی پی اے (سی جی پی اے): <b>{ $overall }</b>
grades-choice = { $semester } · جی پی اے { $average }
grades-choice-awaited = { $semester } · رزلٹ کا انتظار
grades-nothing = آپ کے ریکارڈ میں ابھی کوئی رزلٹ نہیں۔ پہلے سمسٹر کے رزلٹ کا اعلان ہوتے ہی وہ یہاں نظر آئے گا۔
grades-semester = ‏📊 <b>{ $semester }</b>
grades-averages =
    سمسٹر جی پی اے: <b>{ $average }</b>
    مجموعی جی پی اے: <b>{ $overall }</b>
grades-course =
    ‏<b>{ $code }</b> { $title }
    کریڈٹ آورز { $creditHours } · اسائنمنٹ { $assignments } · امتحان { $exam }
    کل نمبر <b>{ $total }</b> · گریڈ <b>{ $grade }</b>
grades-awaited =
    ‏📊 <b>{ $semester }</b>
    اس سمسٹر کے رزلٹ کا اعلان ابھی نہیں ہوا۔ آپ کے کورس:
grades-awaited-course = ‏<b>{ $code }</b> { $title } · کریڈٹ آورز { $creditHours }
grades-result-card = 📄 رزلٹ کارڈ (پی ڈی ایف)
grades-trend = 📈 سمسٹروں کا رجحان
grades-trend-caption = <b>سمسٹروں کے ساتھ آپ کا جی پی اے</b>
grades-trend-figure = ‏{ $semester }: { $average }
grades-other-semester = 📊 کوئی اور سمسٹر
grades-all = 📊 پورا سمسٹر
grades-no-course = ‏{ $code } کا کوئی رزلٹ آپ کے ریکارڈ میں نہیں۔
grades-unlisted = اس سمسٹر کا کوئی رزلٹ آپ کے ریکارڈ میں نہیں۔
result-card-caption = آپ کا رزلٹ کارڈ، { $semester }

## Date sheet and roll number slip
date-sheet-heading = 📅 <b>ڈیٹ شیٹ</b> · { $semester }، { $name }
date-sheet-next =
    { $days ->
        [0] ⏰ <b>آج</b>: { $code } { $title }
        [one] ⏰ <b>کل</b>: { $code } { $title }
       *[other] ⏰ اگلا پرچہ، <b>{ $days } دن بعد</b>: { $code } { $title }
    }
date-sheet-day = ‏<b>{ $weekday }، { $date }</b>
date-sheet-paper = ‏{ $from } سے { $to } تک · { $code } { $title }
date-sheet-one =
    ‏📅 <b>{ $code } { $title }</b>
    ‏{ $weekday }، { $date }، <b>{ $from } سے { $to } تک</b>
date-sheet-centre =
    ‏📍 { $name }
    ‏{ $address }
    رول نمبر: <b>{ $rollNumber }</b>
date-sheet-no-centre = آپ کی رول نمبر سلپ ابھی جاری نہیں ہوئی؛ مرکز اسی پر لکھا ہو گا۔
date-sheet-awaited = ‏{ $semester } کی ڈیٹ شیٹ کا <b>ابھی اعلان نہیں ہوا</b>۔ آپ کی طرف سے کوئی کمی نہیں: اعلان ہوتے ہی یہاں مل جائے گی۔
date-sheet-written = ‏✅ { $semester } کے آپ کے <b>تمام پرچے ہو چکے</b> ہیں۔ اچھے نتیجے کی دعا ہے: اعلان ہوتے ہی <b>گریڈ</b> میں مل جائے گا۔
date-sheet-nothing = اس وقت آپ کا کوئی امتحان آنے والا نہیں۔
date-sheet-no-paper = ‏{ $code } کے کسی آنے والے پرچے کا آپ کے لیے اعلان نہیں ہوا۔
date-sheet-last = اس کے بعد آپ کا کوئی پرچہ نہیں جس کا اعلان ہوا ہو۔
date-sheet-calendar = 🗓 میرے کیلنڈر میں
date-sheet-all = 📅 پوری ڈیٹ شیٹ
date-sheet-calendar-caption = یہ فائل کھولیں: فون کا کیلنڈر پرچے محفوظ کر لے گا اور ایک شام پہلے یاد دلائے گا۔
slip-caption = رول نمبر سلپ، { $semester }۔ پرنٹ کریں، اپنی تصویر لگائیں اور شناختی کارڈ کے ساتھ لائیں۔
slip-awaited = ڈیٹ شیٹ کا اعلان ہو گیا ہے مگر آپ کی <b>رول نمبر سلپ ابھی جاری نہیں ہوئی</b>۔ چند دن بعد دوبارہ دیکھیں۔
slip-nothing = اس وقت کوئی رول نمبر سلپ نہیں، کیونکہ آپ کے کسی آنے والے امتحان کا اعلان نہیں ہوا۔ بعد میں <b>ڈیٹ شیٹ</b> دوبارہ دیکھیں۔

## Profile
profile =
    👤 <b>میری پروفائل</b>

    ‏{ $name }
    والد کا نام: { $fatherName }
    رجسٹریشن نمبر: { $registrationNumber }
    پروگرام: { $programme }
    علاقائی دفتر: { $regionalOffice }
    شناختی کارڈ نمبر: { $cnic }
    موبائل: { $phone }
    ای میل: { $email }
    پتہ: { $address }

    آپ کی حفاظت کے لیے کچھ تفصیل یہاں چھپائی گئی ہے۔
profile-missing = ریکارڈ میں نہیں
profile-wrong-name = ✏️ نام درست کرائیں
profile-wrong-cnic = ✏️ شناختی کارڈ نمبر درست کرائیں
profile-wrong-phone = 📱 نیا موبائل نمبر
profile-wrong-address = 🏠 نیا پتہ

## Settings
settings = ⚙️ <b>سیٹنگز</b>
settings-chats = 📱 میری چیٹس
chats-which =
    📱 <b>آپ ان جگہوں پر لاگ ان ہیں۔</b> 🔔 جہاں اطلاعات آتی ہیں۔
    کون سی چیٹ لاگ آؤٹ کروں؟
chats-chat = ‏{ $messenger } · { $date } سے
chats-here = یہی چیٹ
chats-sure = کیا میں اس چیٹ کو لاگ آؤٹ کر دوں؟
chats-logged-out = وہ لاگ آؤٹ ہو گئی ہے۔
messenger-telegram = ٹیلیگرام
messenger-whatsapp = واٹس ایپ
messenger-web = براؤزر
settings-language = 🌐 زبان
settings-ask-again-on = 🔒 مشترکہ فون: پاس ورڈ دوبارہ پوچھیں
settings-ask-again-off = 🔓 پاس ورڈ دوبارہ نہ پوچھیں
settings-ask-again-is-on = آئندہ 15 منٹ کی خاموشی کے بعد، رزلٹ دکھانے سے پہلے آپ کا پاس ورڈ پوچھا جائے گا۔
settings-ask-again-is-off = جب تک لاگ ان برقرار ہے، آپ کا پاس ورڈ دوبارہ نہیں پوچھا جائے گا۔
settings-phrases-on = 📝 بوٹ کو سیکھنے دیں
settings-phrases-off = 🚫 میرے جملے محفوظ نہ کریں
settings-phrases-are-on = شکریہ۔ جو جملہ سمجھ میں نہ آئے وہ آپ کے نام اور کسی نمبر کے بغیر محفوظ کیا جائے گا، تاکہ بوٹ اسے سیکھ سکے۔
settings-phrases-are-off = اب آپ کا لکھا ہوا کچھ بھی سیکھنے کے لیے محفوظ نہیں کیا جائے گا۔
settings-phrases = جو جملہ سمجھ میں نہ آئے وہ آپ کے نام اور کسی نمبر کے بغیر کچھ عرصہ محفوظ رہتا ہے، تاکہ بوٹ سیکھ سکے۔

## Dates
weekday-0 = اتوار
weekday-1 = پیر
weekday-2 = منگل
weekday-3 = بدھ
weekday-4 = جمعرات
weekday-5 = جمعہ
weekday-6 = ہفتہ
date-1 = ‏{ $day } جنوری { $year }
date-2 = ‏{ $day } فروری { $year }
date-3 = ‏{ $day } مارچ { $year }
date-4 = ‏{ $day } اپریل { $year }
date-5 = ‏{ $day } مئی { $year }
date-6 = ‏{ $day } جون { $year }
date-7 = ‏{ $day } جولائی { $year }
date-8 = ‏{ $day } اگست { $year }
date-9 = ‏{ $day } ستمبر { $year }
date-10 = ‏{ $day } اکتوبر { $year }
date-11 = ‏{ $day } نومبر { $year }
date-12 = ‏{ $day } دسمبر { $year }
## Tutors and courses
assignment-open =
    { $days ->
        [0] اسائنمنٹ { $number }: { $date } · <b>آج آخری دن ہے</b>
       *[other] اسائنمنٹ { $number }: { $date } · { $days } دن باقی
    }
assignment-none = اس وقت کسی اسائنمنٹ کی تاریخ باقی نہیں۔
lms-link = 💻 ایل ایم ایس کھولیں
tutors-which =
    👩‍🏫 <b>میرے ٹیوٹر</b>

    کس کورس کے؟
tutors-nothing = ابھی کسی کورس میں آپ کا داخلہ نہیں۔ داخلے کے بعد آپ کے ٹیوٹر یہاں نظر آئیں گے۔
tutors-choice = ‏{ $code } · { $title }
tutors-choice-awaited = ‏{ $code } · { $title } · ابھی مقرر نہیں
tutors-tutor =
    ‏👩‍🏫 <b>{ $code }</b> { $title }
    آپ کے ٹیوٹر: <b>{ $name }</b>
tutors-address = ڈاک کا پتہ: { $address }
tutors-phone = ‏📞 { $phone }
tutors-email = ‏✉️ { $email }
tutors-awaited =
    ‏👩‍🏫 <b>{ $code }</b> { $title }
    ٹیوٹر ابھی مقرر نہیں ہوئے۔ عام طور پر یہ سمسٹر شروع ہونے کے ایک دو ہفتے بعد ہوتا ہے۔
tutors-asked = 🔔 ٹیوٹر مقرر ہوتے ہی آپ کو یہیں بتا دیا جائے گا۔
tutors-posted = اسائنمنٹ ٹیوٹر کو ڈاک سے بھیجیے، تاکہ تاریخ تک پہنچ جائے:
tutors-uploaded = اسائنمنٹ تاریخ تک ایل ایم ایس پر اپ لوڈ کیجیے:
tutors-address-label = 🏷 پتے کا لیبل (پی ڈی ایف)
tutors-tell-me = 🔔 تبدیلی ہو تو بتائیں
tutors-other-course = 👩‍🏫 کوئی اور کورس
tutors-label-caption = کورس { $code } کے لیے پتے کا لیبل: پرنٹ کر کے کاٹیے اور لفافے پر چپکا دیجیے۔
tutors-now-assigned = ‏🔔 <b>{ $course }</b> { $title } کے لیے ٹیوٹر مقرر ہو گئے ہیں: <b>{ $tutor }</b>۔ رابطے کی تفصیل <b>میرے ٹیوٹر</b> میں ہے۔
courses-semester =
    📚 <b>میرے کورس</b> · { $semester }
    کریڈٹ آورز: { $creditHours }
courses-nothing = 📚 <b>میرے کورس</b>۔ ابھی کسی کورس میں آپ کا داخلہ نہیں۔
courses-course =
    ‏<b>{ $code }</b> { $title }
    کریڈٹ آورز: { $creditHours }
courses-assignment-marked = اسائنمنٹ { $number }: سو میں سے { $marks }
courses-workshop = ورکشاپ: { $from } – { $to }، { $place }
courses-workshop-day = ورکشاپ: { $from }، { $place }
courses-compulsory = ورکشاپ میں شرکت لازمی ہے۔ اس میں ایل ایم ایس کے ذریعے شامل ہوتے ہیں۔
courses-tutors = 👩‍🏫 میرے ٹیوٹر
courses-all = 📚 میرے سب کورس
course-unlisted = ‏{ $code } اس سمسٹر میں آپ کا کورس نہیں ہے۔

## Log out
logout-done = لاگ آؤٹ ہو گیا۔ یہ چیٹ اب کسی کے نام نہیں۔ فون مشترکہ ہو تو براہِ کرم اس چیٹ کے پیغام بھی مٹا دیجیے۔
logout-nobody = یہاں کوئی لاگ ان نہیں ہے۔

## Service requests
requests-list =
    📨 <b>اسٹوڈنٹ سروس ریکویسٹ</b>
    آپ کیا کرنا چاہتے ہیں؟
requests-new = ➕ نئی درخواست
requests-unlisted = درخواست { $reference } آپ کی درخواستوں میں نہیں ملی۔
requests-choice = ‏{ $reference } · { $type } · { $state }
requests-detail =
    ‏📨 <b>{ $reference }</b>
    ‏{ $type }
    حالت: <b>{ $state }</b>
requests-proposed = آپ نے یہ مانگا تھا: { $proposed }
requests-outcome = یونیورسٹی کا جواب: { $outcome }
requests-history = ‏{ $date }: { $state }
requests-note = ‏{ $date }: { $state }۔ { $note }
requests-said-student = آپ، { $date }: { $body }
requests-university = یونیورسٹی
requests-said-staff = یونیورسٹی، { $date }: { $body }
requests-message = ✍️ پیغام شامل کریں
requests-withdraw = ❌ درخواست واپس لیں
requests-withdraw-sure = کیا میں { $reference } واپس لے لوں؟ یہ فہرست میں رہے گی، مگر اس پر کوئی کام نہیں کرے گا۔
requests-keep = نہیں، رہنے دیں
requests-withdraw-yes = جی، واپس لیں
requests-withdrawn = درخواست { $reference } واپس لے لی گئی۔
requests-write = آپ { $reference } میں کیا شامل کرنا چاہتے ہیں؟ لکھ دیں، یا تصاویر یا پی ڈی ایف بھیجیں۔
requests-takes-no-more = درخواست { $reference } مکمل ہو چکی: اب اس میں کچھ شامل نہیں ہو سکتا۔ کچھ اور چاہیے تو نئی درخواست جمع کرائیں۔
requests-added = آپ کا پیغام { $reference } میں شامل ہو گیا۔ یونیورسٹی جواب دے گی تو میں بتا دوں گا۔
requests-other = 📨 دوسری درخواستیں
request-type-name-correction = نام کی درستی
request-type-cnic-correction = شناختی کارڈ نمبر کی درستی
request-type-address-change = پتے کی تبدیلی
request-type-mobile-change = موبائل نمبر کی تبدیلی
request-type-course-change = کورس کی تبدیلی
request-type-general = عام سوال
request-state-pending = ⏳ جائزے کی منتظر
request-state-in_review = 👀 زیرِ جائزہ
request-state-document_needed = 📎 مزید کچھ درکار ہے
request-state-approved = ✅ منظور
request-state-rejected = ❌ نامنظور
request-state-withdrawn = ↩️ واپس لی گئی
request-state-closed = ☑️ مکمل
request-kind = درخواست کس بارے میں ہے؟
request-open-already = 📨 { $type }: آپ کی درخواست <b>{ $reference }</b> ابھی کھلی ہے۔ اس قسم کی دوسری درخواست اس کے مکمل ہونے کے بعد ہی لی جائے گی۔ نئی بات اسی میں پیغام کے ذریعے شامل کی جا سکتی ہے؛ اگر اس میں غلط بات مانگی گئی ہے تو پہلے اسے واپس لیں۔
request-open-look = 👀 { $reference } دیکھیں
request-open-on = ➡️ پھر بھی آگے بڑھیں
request-open-until = یہ تبھی جمع ہو سکے گی جب <b>{ $reference }</b> اس وقت تک مکمل ہو چکی ہو۔
request-not-filed = یہ جمع نہیں ہو سکی: <b>{ $asked }</b>
request-name = اپنا نام ویسے لکھیں <b>جیسا ریکارڈ میں ہونا چاہیے</b>، جیسے شناختی کارڈ پر ہے۔ اردو نام درست کرانے کے لیے اردو میں لکھیں، انگریزی نام کے لیے انگریزی میں۔ یہ آپ کے اپنے نام کے لیے ہے: والد کا نام <b>عام سوال</b> میں لکھیں۔
request-name-again = نام میں صرف حروف ہوتے ہیں، جیسے <code>عائشہ صدیقہ</code>۔ براہِ کرم دوبارہ لکھیں۔
request-cnic = اپنا درست <b>شناختی کارڈ نمبر</b> لکھیں، جیسے <code>35202-1234567-1</code>۔
request-cnic-again = شناختی کارڈ نمبر میں 13 ہندسے ہوتے ہیں، جیسے <code>35202-1234567-1</code>۔ براہِ کرم دوبارہ لکھیں۔
request-street = نیا پتہ <b>شہر کے بغیر</b> لکھیں: مکان، گلی، علاقہ۔ جیسے <code>مکان 7، گلی 2، ماڈل ٹاؤن</code>۔
request-street-again = یہ پتہ نہیں لگتا۔ شہر کے بغیر لکھیں، جیسے <code>مکان 7، گلی 2، ماڈل ٹاؤن</code>۔
request-city = اور <b>شہر</b> کون سا ہے؟ پوسٹل کوڈ معلوم ہو تو ساتھ لکھ دیں، جیسے <code>لاہور 54700</code>۔
request-city-again = یہ شہر نہیں لگتا۔ شہر کا نام لکھیں، جیسے <code>لاہور 54700</code>۔
request-phone = اپنا نیا <b>موبائل نمبر</b> لکھیں، جیسے <code>0300 1234567</code>۔
request-phone-again = یہ پاکستان کا موبائل نمبر نہیں۔ وہ ایسا ہوتا ہے: <code>0300 1234567</code>۔ براہِ کرم دوبارہ لکھیں۔
request-while-open = 📝 <b>{ $semester }</b> کے کورس، جب تک داخلہ کھلا ہے، آپ خود فوراً بدل سکتے ہیں۔ کون سے کورس بدلنے ہیں؟
request-all-the-same = 📨 بات اس کورس کی ہے جو ابھی پڑھ رہے ہیں
request-drop = آپ کون سا کورس <b>چھوڑنا</b> چاہتے ہیں؟
request-drop-none = اس وقت آپ کسی کورس میں داخل نہیں، اس لیے تبدیل کرنے کو کچھ نہیں۔ سمسٹر شروع ہونے سے پہلے <b>کورس رجسٹریشن</b> میں کورس بدلیں۔
request-add = اس کی <b>جگہ</b> کون سا کورس چاہیے؟ اس کا کوڈ لکھیں، جیسے <code>413</code>۔
request-add-again = کورس کوڈ میں تین سے پانچ ہندسے ہوتے ہیں، جیسے <code>413</code>۔ براہِ کرم دوبارہ لکھیں۔
request-drop-not-taken = ‏{ $about } اس وقت آپ کے کورسز میں نہیں۔ براہِ کرم ان میں سے کوئی چنیں جو آپ اس وقت پڑھ رہے ہیں۔
request-add-not-offered = ‏{ $about } اس سمسٹر میں آپ کو نہیں مل سکتا: یا تو آپ اسے پڑھ رہے ہیں، یا اسے یا اس کا متبادل پاس کر چکے ہیں، یا آپ کا پروگرام اسے اس بار پیش نہیں کر رہا۔ براہِ کرم کوئی اور کورس چنیں۔
request-add-prerequisite = اس کورس کے لیے پہلے { $about } پاس ہونا چاہیے۔ براہِ کرم کوئی اور کورس چنیں۔
request-add-alternatives = ‏{ $about } میں سے صرف ایک لیا جا سکتا ہے، اور آپ کے پاس دونوں ہو جائیں گے۔ براہِ کرم کوئی اور کورس چنیں، یا <b>واپس</b> جا کر اس کا متبادل چھوڑیں۔
request-add-too-much = اس کورس کے ساتھ کریڈٹ آورز ایک سمسٹر کی حد سے بڑھ جائیں گے۔ براہِ کرم ایسا کورس چنیں جس کے کریڈٹ آورز چھوڑے جانے والے کورس سے زیادہ نہ ہوں۔
request-message = اپنا سوال یا مسئلہ اپنے الفاظ میں لکھیں۔
request-review =
    اپنی درخواست دیکھ لیں:
    ‏<b>{ $type }</b>
    ‏{ $asked }
request-document-needed = 📎 اس کے لیے <b>ثبوت کی دستاویز</b> ضروری ہے: تصویر یا پی ڈی ایف یہاں بھیجیں (شناختی کارڈ یا سند)، پھر <b>جمع کرائیں</b> چنیں۔
request-document-welcome = 📎 چاہیں تو پہلے دستاویزات بھیج دیں: تصویریں یا پی ڈی ایف، زیادہ سے زیادہ 5، ہر ایک 10 ایم بی تک۔ پھر <b>جمع کرائیں</b> چنیں۔
request-submit = ✅ جمع کرائیں
request-drop-it = ❌ جمع نہ کرائیں
requests-send = ✅ بھیجیں
request-filed =
    ✅ آپ کی درخواست جمع ہو گئی۔ حوالہ نمبر: <code>{ $reference }</code>
    یونیورسٹی اس کا جائزہ لے گی؛ کوئی تبدیلی ہو گی تو میں یہاں بتا دوں گا۔
request-answered =
    ‏👤 <b>{ $name }</b>، درخواست <b>{ $reference }</b> پر:
    ‏{ $answer }
request-changed = 📨 آپ کی درخواست <b>{ $reference }</b>: { $state }۔ { $note }

## Notifications
notifications = 🔔 <b>نوٹیفکیشن</b>
notifications-told = آپ کو ان کی اطلاع ملتی ہے: { $topics }
notifications-none = اس وقت آپ کو کسی چیز کی اطلاع نہیں ملتی۔
notifications-quiet-are = 🌙 { $from } سے { $to } تک خاموشی؛ اس دوران آنے والی اطلاع بعد میں ملتی ہے۔
notifications-quiet-none = 🌙 خاموشی کے کوئی اوقات نہیں۔
notifications-come-here = 📍 اطلاعات اسی چیٹ میں آتی ہیں۔
notifications-come-elsewhere = 📍 اطلاعات آپ کی کسی دوسری چیٹ میں آتی ہیں۔
notifications-latest = 📰 اعلانات
notifications-topics = ✅ موضوع چنیں
notifications-quiet = 🌙 خاموشی کے اوقات
notifications-here = 📍 یہاں بھیجا کریں
notifications-are-here = اب سے اطلاعات اسی چیٹ میں آئیں گی۔
notifications-turn-off = 🔕 سب بند کریں
notifications-off = 🔕 اب آپ کو کوئی اطلاع نہیں ملے گی۔ آپ جو پوچھیں گے اس کا جواب ضرور ملے گا۔ دوبارہ اطلاع پانے کے لیے مینو میں <b>نوٹیفکیشن</b> کھولیں۔
unsubscribe-nobody = یہاں کوئی لاگ ان نہیں، اس لیے کوئی اطلاع نہیں آتی۔
topics-which =
    آپ کو کن چیزوں کی اطلاع چاہیے؟
    موضوع چنیں، ہٹانے کے لیے اسے دوبارہ چنیں؛ یا کئی نمبر ایک ساتھ لکھیں، جیسے <code>1 3 5</code>۔
topics-chosen = ✅ آپ کو ان کی اطلاع ملے گی: { $topics }
topics-stopped = 🔕 اب آپ کو ان کی اطلاع نہیں ملے گی: { $topics }۔ دوبارہ چاہیے ہو تو مینو میں <b>نوٹیفکیشن</b> کھولیں۔
topic-admissions = داخلہ اور رجسٹریشن
topic-exams = امتحانات
topic-results = نتائج
topic-workshops = ورکشاپس
topic-tutor = ٹیوٹر اور اسائنمنٹ
topic-requests = میری درخواستیں
quiet-hours-which = 🌙 کس وقت خاموش رہوں؟ اس دوران کی اطلاع بعد میں ملے گی۔ ان میں سے چنیں، یا کوئی اور وقت لکھ دیں۔
quiet-hours-22-7 = ‏22:00 سے 07:00 تک
quiet-hours-21-9 = ‏21:00 سے 09:00 تک
quiet-hours-own = ✍️ کوئی اور وقت
quiet-hours-none = خاموشی کا کوئی وقت نہیں
quiet-hours-write = کب سے کب تک؟ یوں لکھیں: <code>رات 10 بجے سے صبح 7 بجے</code>
quiet-hours-again = مجھے دو وقت چاہئیں، اور یہ کہ رات کے ہیں یا صبح کے، جیسے <code>رات 10 بجے سے صبح 7 بجے</code>۔ براہِ کرم دوبارہ لکھیں۔
quiet-hours-are = 🌙 میں { $from } سے { $to } تک خاموش رہوں گا۔
quiet-hours-are-none = 🔔 اب خاموشی کا کوئی وقت نہیں۔
announcements = 📰 <b>اعلانات</b> · کون سا پڑھنا چاہیں گے؟
announcements-nothing = ابھی کوئی اعلان نہیں ہوا۔
announcement =
    ‏📰 <b>{ $title }</b>
    ‏{ $date }

    ‏{ $body }
announcements-other = 📰 دوسرے اعلانات
reminder-day = ‏{ $weekday }، { $date }
reminder-line = ‏• { $line }
reminder-papers = ⏰ <b>{ $day }</b> کو آپ کے پرچے۔ رول نمبر سلپ اور شناختی کارڈ ساتھ لائیں۔
reminder-assignments = ⏰ <b>{ $day }</b> تک جمع کرانی ہیں؛ دیر سے آنے والی اسائنمنٹ قبول نہیں ہوتی:
reminder-tutors = ‏🔔 آپ کے ٹیوٹر مقرر ہو گئے ہیں:
reminder-tutors-where = رابطے کی تفصیل <b>میرے ٹیوٹر</b> میں ہے۔
reminder-enrolment = ⏰ <b>{ $semester }</b> کا داخلہ <b>{ $closes }</b> کو بند ہو رہا ہے اور آپ نے ابھی داخلہ نہیں لیا۔ مینو میں <b>کورس رجسٹریشن</b> کھولیں۔
reminder-workshops = ⏰ <b>{ $day }</b> کو آپ کی ورکشاپس:
reminder-results = 🎓 <b>{ $semester }</b> کے نتائج کا اعلان ہو گیا ہے۔ آپ انہیں <b>امتحان اور گریڈ</b> میں دیکھ سکتے ہیں۔
reminder-announcement =
    ‏📰 <b>{ $title }</b>
    ‏{ $body }

## The desk
menu-desk = 📥 ڈیسک
menu-staff = ‏📥 <b>{ $name }</b>، آپ کیا کرنا چاہیں گے؟
staff-no-student = یہ ہر طالب علم کا ذاتی حصہ ہے، اور آپ یہاں عملے کے طور پر لاگ ان ہیں۔ طلبہ کی درخواستیں <b>ڈیسک</b> میں ہیں۔ اگر آپ خود بھی یہاں پڑھتے ہیں تو <b>لاگ ان</b> چنیے۔
staff-email = یونیورسٹی میں آپ کی <b>ای میل</b>؟
staff-password = اور آپ کا <b>پاس ورڈ</b>؟ میں آپ کا پیغام فوراً مٹا دیتا ہوں اور پاس ورڈ کہیں نہیں رکھتا۔
staff-password-kept = اور آپ کا <b>پاس ورڈ</b>؟ میں اسے کہیں نہیں رکھتا۔ بعد میں اپنا پیغام مٹا دیں۔
staff-logged-in = آپ 12 گھنٹے کے لیے ڈیسک پر ہیں، <b>{ $name }</b>۔
desk-which = 📥 <b>ڈیسک</b> · کون سی درخواستیں؟
desk-waiting = ⏳ جنہیں ابھی کسی نے نہیں دیکھا
desk-mine = 🙋 میری
desk-open = 📂 سب جو کھلی ہیں
desk-find = 🔍 نام، نمبر یا حوالہ
desk-found-nothing = کچھ نہیں ملا۔ نام سے صرف کھلی درخواستیں ملتی ہیں، رجسٹریشن نمبر یا حوالہ نمبر سے سب۔
desk-request = کون سی درخواست؟
desk-choice = ‏{ $reference } · { $type } · { $name }
desk-nothing = اس فہرست میں اب کوئی درخواست باقی نہیں۔
desk-student =
    ‏🎓 <b>{ $name }</b>، { $registrationNumber }
    ‏{ $programme }، { $regionalOffice }
desk-assignee = اس پر { $name } کام کر رہے ہیں۔
desk-change = ‏{ $field }: { $from } ← <b>{ $to }</b>
desk-field-name = نام
desk-field-cnic = شناختی کارڈ نمبر
desk-field-phone = موبائل
desk-field-address = پتہ
desk-field-course = کورس
desk-action-take = 🙋 اپنے ذمے لیں
desk-action-answer = 💬 جواب دیں
desk-action-ask-for-document = 📎 دستاویز مانگیں
desk-action-approve = ✅ منظور کریں
desk-action-reject = ❌ مسترد کریں
desk-action-close = ☑️ بند کر دیں
desk-action-reopen = 🔁 دوبارہ کھولیں
desk-reveal = 👁 پورا دکھائیں
desk-other = 📥 دوسری درخواستیں
desk-approve-sure = کیا { $reference } منظور کروں؟ ریکارڈ فوراً بدل جائے گا اور طالب علم کو بتا دیا جائے گا۔
desk-words-answer = میں { $reference } کے بارے میں طالب علم کو کیا بتاؤں؟
desk-words-ask-for-document = درخواست { $reference } کے لیے کون سی دستاویز چاہیے؟ طالب علم آپ کا لکھا پڑھے گا۔
desk-words-reject = درخواست { $reference } کیوں مسترد ہے؟ طالب علم آپ کا لکھا پڑھے گا۔
desk-words-close = درخواست { $reference } کا کیا ہوا؟ طالب علم آپ کا لکھا پڑھے گا۔
desk-done = ہو گیا: { $reference }۔ طالب علم کو بتا دیا گیا ہے۔
desk-done-among-staff = ہو گیا: { $reference }۔ آپ کا لکھا صرف عملے کے لیے ہے۔
desk-overdue = ⏰ جن کا وقت گزر گیا
desk-urgent = 🔥 فوری
desk-reached = ‏📱 رابطہ: { $channels }
desk-blocked = 🚫 طالب علم نے بوٹ کو بلاک کر رکھا ہے: جواب نہیں پہنچتے۔
desk-nowhere = 📵 طالب علم کہیں لاگ ان نہیں: جواب درخواست میں رہتے ہیں۔
desk-due-answer = ⏱ پہلا جواب { $when } تک
desk-due-resolution = ⏱ فیصلہ { $when } تک
desk-earlier = 🗂 پہلے: { $count }
desk-moment = ‏{ $weekday } { $date } کو { $time } بجے
desk-entry-student = ‏🎓 <b>{ $name }</b>: { $body }
desk-entry-staff = ‏👤 <b>{ $name }</b>: { $body }
desk-entry-note = ‏📝 <b>{ $name }</b>، صرف عملے کے لیے: { $body }
desk-entry-before =
    🤖 اس سے پہلے بوٹ کو لکھا:
    ‏{ $body }
desk-entry-edited = ✏️ درست کیا: { $body }
desk-entry-deleted = ‏🗑 { $name } نے ایک پیغام واپس لیا۔
desk-file-refused = ‏⚠️ 📎 { $name } یہاں نہیں دکھائی جا سکتی؛ ڈیسک کے صفحے پر موجود ہے۔
desk-event-filed = 📄 درخواست دی گئی
desk-event-take = ‏🙋 { $name } نے لے لی۔
desk-event-assign = ‏➡️ { $name } نے { $note } کو دی۔
desk-event-ask-for-document = ‏📎 { $name } نے دستاویز مانگی: { $note }
desk-event-approve = ‏✅ { $name } نے منظور کی؛ ریکارڈ بدل گیا۔ { $note }
desk-event-reject = ‏❌ { $name } نے مسترد کی: { $note }
desk-event-close = ‏☑️ { $name } نے بند کی: { $note }
desk-event-reopen = ‏🔁 { $name } نے دوبارہ کھولی۔
desk-event-withdraw = ↩️ طالب علم نے واپس لے لی۔
desk-event-answer = 📎 طالب علم نے کچھ بھیجا ہے: دوبارہ جائزے میں ہے۔
desk-event-hand-back = ‏🤖 { $name } نے طالب علم کو بوٹ کے حوالے کیا۔
desk-event-rated = ⭐ طالب علم کی رائے: 5 میں سے { $note }
desk-event-first-answer-soon = ⏰ پہلے جواب کا وقت قریب ہے۔
desk-event-first-answer-late = 🔥 پہلے جواب کا وقت گزر گیا؛ نگرانوں کو بتا دیا گیا۔
desk-event-resolution-soon = ⏰ فیصلے کا وقت قریب ہے۔
desk-event-resolution-late = 🔥 فیصلے کا وقت گزر گیا؛ نگرانوں کو بتا دیا گیا۔
desk-action-note = 📝 عملے کے لیے نوٹ
desk-action-assign = ➡️ کسی اور کو دیں
desk-action-hand-back = 🤖 بوٹ کے حوالے
desk-words-note = درخواست { $reference } پر کیا نوٹ کروں؟ صرف عملہ اسے دیکھے گا۔
desk-words-assign = درخواست { $reference } کس کو دوں؟ نام یا ای میل لکھیں۔
desk-assigned = ‏➡️ { $name } نے <b>{ $reference }</b> آپ کو دی ہے۔
desk-late = 🔥 درخواست <b>{ $reference }</b> کا وقت گزر گیا۔
misunderstood-week = 🧩 { $week } سے شروع ہونے والے ہفتے میں <b>جو سمجھ نہیں آیا</b>:
misunderstood-phrase = ‏{ $count } بار: { $phrase }
misunderstood-chosen = ‏{ $count } بار: { $phrase }، پھر چنا گیا: { $chosen }
desk-code = آپ کا کوڈ <code>{ $code }</code> ہے، دس منٹ کے لیے۔ جس چیٹ میں کام کرتے ہیں وہاں لکھیں: ⁨<code>/link { $code }</code>⁩
desk-code-make = 🔗 چیٹ جوڑنے کا کوڈ
staff-link-code = جو <b>کوڈ</b> ملا ہے وہ لکھیں، جیسے ⁨<code>ABCD-2345</code>⁩۔
staff-linked = ✅ یہ چیٹ ڈیسک پر آپ کی ہے، <b>{ $name }</b>، جب تک لاگ آؤٹ نہ کریں۔

## The desk's page
staff-password-page = پاس ورڈ
desk-write = طالب علم کو لکھیں…
desk-write-note = عملے کے لیے نوٹ…
desk-choose = کوئی درخواست چنیں۔
group-more-button = مزید
page-figures = ڈیسک کے اعداد
page-back = واپس
page-send = بھیجیں
page-attach = فائل لگائیں
page-file-with-answer = فائل طالب علم کو جواب کے ساتھ جاتی ہے۔ پہلے خانے میں لکھی ہوئی بات بھیجیں یا ہٹا دیں، پھر فائل لگائیں۔
page-offline = صفحہ اس وقت یونیورسٹی تک نہیں پہنچ سکتا۔ دوبارہ کوشش ہو رہی ہے۔
page-not-done = یہ نہیں بھیجا جا سکا: یونیورسٹی سے رابطہ نہیں ہوا۔ آپ کا لکھا محفوظ ہے؛ براہِ کرم دوبارہ بھیجیں۔
page-close = یہ اطلاع بند کریں

## The desk's group
group-help =
    تھریڈ میں، یا اس کے کسی پیغام پر ریپلائی کر کے، جو لکھیں طالب علم کو جاتا ہے: تحریر، تصویر، پی ڈی ایف، آواز کا پیغام۔ باقی بٹنوں سے، یا کمانڈ سے:
group-help-quoting =
    کسی درخواست کے پیغام پر ریپلائی کر کے جو لکھیں اس کے طالب علم کو جاتا ہے: تحریر، تصویر، پی ڈی ایف، آواز کا پیغام۔ ریپلائی کے بغیر جو لکھیں کسی طالب علم کو نہیں جاتا۔ باقی کمانڈ سے، وہ بھی درخواست کے پیغام پر ریپلائی کر کے:
group-commands =
    ‏⁨<code>/claim</code>⁩ اپنے ذمے لیں · ⁨<code>/assign نام</code>⁩ کسی اور کو دیں · ⁨<code>/note</code>⁩ صرف عملے کے لیے · ⁨<code>/reply KEY</code>⁩ محفوظ جواب
    ‏⁨<code>/document نام</code>⁩ دستاویز مانگیں · ⁨<code>/approve</code>⁩ منظور کریں · ⁨<code>/reject وجہ</code>⁩ مسترد کریں · ⁨<code>/close نتیجہ</code>⁩ بند کریں · ⁨<code>/reopen</code>⁩ دوبارہ کھولیں · ⁨<code>/bot</code>⁩ طالب علم کو بوٹ کے حوالے کریں
    ‏⁨<code>/show</code>⁩ نمبر اور پتے پورے، صرف آپ کو · ⁨<code>/delete</code>⁩ اپنے پیغام پر ریپلائی کر کے: واپس لیں
    ہر جگہ: ⁨<code>/queue</code>⁩ سب کھلی · ⁨<code>/mine</code>⁩ میری · ⁨<code>/overdue</code>⁩ جن کا وقت گزر گیا · ⁨<code>/find نام</code>⁩ ڈھونڈیں · ⁨<code>/stats</code>⁩ اعداد · ⁨<code>/broadcast</code>⁩ سب کو اطلاع
group-stranger = میں آپ کو ڈیسک پر نہیں پہچانتا، اس لیے کچھ بھیجا یا کیا <b>نہیں</b> گیا۔ ڈیسک کے صفحے یا ایڈمن سے کوڈ لیں اور یہاں یا نجی چیٹ میں ⁨<code>/link CODE</code>⁩ لکھیں۔
group-anonymous = آپ یہاں گمنام لکھ رہے ہیں، اس لیے معلوم نہیں ہو سکتا کہ آپ کون ہیں، اور کچھ بھیجا یا کیا <b>نہیں</b> گیا۔ گروپ کی ایڈمن سیٹنگز میں ⁨<b>Remain anonymous</b>⁩ بند کر کے اپنے نام سے لکھیں، یا ڈیسک کا صفحہ استعمال کریں: ⁨<code>/desk</code>⁩
group-linked = ✅ <b>{ $name }</b>، اب سے یہاں جو کریں گے آپ کے نام سے ہوگا۔
group-where = یہ کسی درخواست کا نہیں۔ کسی درخواست کے تھریڈ میں لکھیں، یا اس کے کسی پیغام پر ریپلائی کریں۔
group-where-quoting = یہ کسی کو نہیں ملا۔ جس درخواست کے بارے میں ہے اس کے کسی پیغام پر ریپلائی کر کے لکھیں: پیغام پر انگلی رکھے رہیں، پھر ⁨<b>Reply</b>⁩ چنیں۔
group-file-lost = 📎 یہ فائل کسی طالب علم کو نہیں گئی۔ جس درخواست کے لیے ہے اس کے کسی پیغام پر ریپلائی کر کے دوبارہ بھیجیں؛ کئی فائلیں ہوں تو ہر ایک۔
group-unknown = یہ کمانڈ میں نہیں جانتا: ⁨<code>/help</code>⁩ میں سب لکھا ہے۔
group-not-sent = ⚠️ نہیں بھیجا گیا: { $why }
group-not-done = ⚠️ نہیں ہوا: { $why }
group-no-note = یہ طالب علم تک پہنچ چکا ہے، اب نوٹ نہیں بن سکتا۔ اس پر ریپلائی کر کے ⁨<code>/delete</code>⁩ سے واپس لیں، اور نوٹ نئے سرے سے لکھیں۔
group-delete-own = کچھ واپس نہیں لیا گیا: صرف اپنا لکھا واپس لیا جا سکتا ہے۔ ⁨<code>/delete</code>⁩ اسی پیغام پر ریپلائی کر کے بھیجیں۔
group-file-alone = فائل جواب کے ساتھ یا ⁨<code>/note</code>⁩ کے ساتھ جاتی ہے۔ اسے اسی طرح بھیجیں، اور کمانڈ الگ سے لکھیں۔
group-unsendable = یہ قسم آگے نہیں بھیجی جا سکتی: متن، تصویر (⁨JPEG⁩، ⁨PNG⁩)، پی ڈی ایف اور آواز کا پیغام بھیجے جا سکتے ہیں۔
group-saved = 💬 محفوظ جواب
group-write-first = 🔒 یہ صرف آپ کے لیے ہے: پہلے مجھے نجی چیٹ میں لکھیں، پھر دوبارہ پوچھیں۔
group-not-alone-now = 🔒 یہ صرف آپ کے لیے ہے، اور ابھی آپ کی نجی چیٹ تک نہیں پہنچا۔ ایک منٹ بعد دوبارہ پوچھیں۔
group-nothing = 📭 کچھ نہیں۔
group-line = ‏{ $reference } · { $type } · { $name } · { $who }
group-nobody = ابھی کوئی نہیں
group-find = کمانڈ کے بعد لکھیں کہ کیا ڈھونڈنا ہے: ⁨<code>/find 22P-123456</code>⁩، حوالہ نمبر، یا نام۔
group-more = … اور بھی ہیں۔ ⁨<code>/mine</code>⁩، ⁨<code>/overdue</code>⁩ اور ⁨<code>/find نام</code>⁩ سے کم آتی ہیں؛ ڈیسک کے صفحے پر سب درج ہیں۔
group-replies = محفوظ جواب؛ ⁨<code>/reply KEY</code>⁩ سے بھیجیں:
group-reply-line = ‏<code>{ $key }</code> · { $title }
group-stats =
    📊 <b>ڈیسک</b>
    ‏{ $open } کھلی · { $waiting } منتظر · { $overdue } کا وقت گزر گیا
    پہلا جواب { $median } بعد (30 دن کا وسطی)
    اطمینان: { $satisfaction } ({ $ratings } جواب)
group-minutes = { $minutes } منٹ
group-hours = { $hours } گھنٹے { $minutes } منٹ

## Help
help = ❓ <b>مدد</b> · کیا جاننا ہے؟
help-what = یہ کیا ہے؟
help-what-answer = میں رابطہ ہوں: یونیورسٹی کا کیمپس مینجمنٹ پورٹل، چیٹ میں۔ جو چاہیے وہ چنیے یا لکھ دیجیے: <i>گریڈ</i>، <i>مینو</i>، <i>مدد</i>۔
help-log-in = لاگ ان کیسے کروں؟
help-log-in-answer = مینو میں <b>لاگ ان</b> چنیے، پھر اپنا رجسٹریشن نمبر (جیسے ⁨<code>22P-123456</code>⁩) اور پورٹل کا پاس ورڈ دیجیے۔ یہ کسی اور کو ہرگز نہ بتائیے۔
help-login-fails = لاگ ان نہیں ہو رہا
help-login-fails-answer = پہلے رجسٹریشن نمبر دیکھ لیجیے: دو ہندسے، ایک انگریزی حرف، ڈیش، چھ ہندسے۔ پانچ بار غلط پاس ورڈ کے بعد کچھ دیر انتظار کرنا ہوتا ہے۔ پاس ورڈ یاد نہ ہو یا کبھی تھا ہی نہیں تو مینو میں <b>پاس ورڈ بھول گئے / پہلا لاگ ان</b> چنیے۔
help-result = اپنا رزلٹ کیسے دیکھوں؟
help-result-answer = <b>امتحان اور گریڈ</b> کھولیے، پھر <b>گریڈ</b>، اور سمسٹر چنیے۔ نمبر رزلٹ کے اعلان پر آتے ہیں: بہار کے جنوری–فروری میں، خزاں کے جولائی–اگست میں۔
help-assignments = کیا اسائنمنٹ یہاں جمع ہوتی ہے؟
help-assignments-answer = جی نہیں۔ بی ایس، بی ایڈ، ایم اے اور اس سے اوپر کے پروگرام اسائنمنٹ ایل ایم ایس پر اپ لوڈ کرتے ہیں: ⁨lms.aiou.edu.pk⁩۔ میٹرک، ایف اے اور بی اے کی اسائنمنٹ ڈاک سے ٹیوٹر کے پتے پر جاتی ہے۔
help-lms = سی ایم ایس یا ایل ایم ایس؟
help-lms-answer = سی ایم ایس (اور یہ چیٹ) رجسٹریشن، گریڈ، ڈیٹ شیٹ، ٹیوٹر اور درخواستوں کے لیے ہے۔ ایل ایم ایس، ⁨lms.aiou.edu.pk⁩، اسائنمنٹ اور ورکشاپ کے لیے ہے۔
help-next-semester = اگلے سمسٹر کی رجسٹریشن کب ہو سکتی ہے؟
help-next-semester-answer = جب پچھلا سمسٹر مکمل ہو، اس کا رزلٹ منظور ہو چکا ہو، اور داخلے کھلے ہوں: بہار کے فروری–مارچ میں، خزاں کے اگست–ستمبر میں۔
help-wrong = میری معلومات غلط ہیں
help-wrong-answer = نام، شناختی کارڈ نمبر، پتے یا موبائل نمبر کی غلطی <b>اسٹوڈنٹ سروس ریکویسٹ</b> سے درست ہوتی ہے: مینو سے کھولیے، یا پروفائل میں جو غلط ہے وہ چنیے۔ ثبوت کی تصویر یا پی ڈی ایف اسی چیٹ میں ساتھ بھیجیے۔ باقی سب، جیسے والد کا نام یا تاریخِ پیدائش، وہیں <b>عام سوال</b> سے درست ہوتا ہے: لکھیے کہ کیا ہونا چاہیے، اور ثبوت بھیجیے۔
help-tutor = میرے ٹیوٹر نظر نہیں آ رہے
help-tutor-answer = ٹیوٹر عام طور پر سمسٹر شروع ہونے کے ایک دو ہفتے بعد مقرر ہوتے ہیں۔ <b>میرے ٹیوٹر</b> کھولیے، کورس چنیے، پھر <b>تبدیلی ہو تو بتائیں</b>۔
help-schedule = امتحان کا شیڈول نظر نہیں آ رہا
help-schedule-answer = اس کا مطلب ہے کہ ابھی اعلان نہیں ہوا؛ آپ کی طرف سے کوئی کمی نہیں۔ بعد میں <b>امتحان اور گریڈ</b> میں دیکھ لیجیے، یا <b>نوٹیفکیشن</b> میں امتحانات کا موضوع چن لیجیے: اعلان ہوتے ہی آپ کو بتا دیا جائے گا۔
help-pending = میری درخواست ابھی زیرِ التوا ہے
help-pending-answer = اس کا مطلب ہے کہ عملے نے ابھی اسے دیکھنا ہے۔ یہ <b>اسٹوڈنٹ سروس ریکویسٹ</b> میں ہے، جہاں آپ پیغام یا دستاویز شامل کر سکتے ہیں۔ تبدیلی ہوئی تو میں یہیں بتا دوں گا۔
help-address = پتہ یا فون نمبر کیسے بدلوں؟
help-address-answer = <b>میری پروفائل</b> کھولیے اور <b>نیا پتہ</b> یا <b>نیا موبائل نمبر</b> چنیے۔ یونیورسٹی منظور کرے گی اور میں بتا دوں گا۔
help-phone = کیا یہ میرے فون پر چلے گا؟
help-phone-answer = جی ہاں: واٹس ایپ میں، ٹیلیگرام میں، یا کسی بھی براؤزر میں۔ ڈیٹا بہت کم خرچ ہوتا ہے۔
help-office = فیس، کتابیں، ڈگری
help-office-answer = فیس، کتابیں، ڈگری اور سرٹیفکیٹ، اسکالرشپ، امتحانی مرکز کی تبدیلی، پرچوں کی دوبارہ جانچ، کوئی شکایت: ان کا جواب میرے پاس نہیں، مگر یونیورسٹی کا عملہ مدد کر سکتا ہے۔

## A person
person =
    🙋 لوگ آپ کی مدد کے لیے موجود ہیں:
    <b>علاقائی دفتر { $name }</b>
    ‏{ $address }
person-or-write = یا یونیورسٹی کو لکھیں: کوئی اسے پڑھے گا اور آپ کو حوالہ نمبر ملے گا۔
week-day = ‏🕘 { $day }: { $hours }
week-days = ‏🕘 { $first } تا { $last }: { $hours }
person-call = ‏📞 { $phone }
person-write = 💬 عملے کو لکھیں
person-send-sure = 🙋 کیا یہ پیغام عملے کو بھیج دوں؟ کوئی اسے پڑھ کر جواب دے گا۔ “{ $letter }”
person-send = ✅ بھیج دیں
person-send-not = نہیں، یہ نہیں
person-stranger = 🙋 لوگ علاقائی دفاتر میں موجود ہیں: ان کے نمبر کے لیے <b>علاقائی دفاتر</b> چنیے۔ لاگ ان کے بعد آپ یہیں سے یونیورسٹی کو لکھ سکیں گے۔
offices = 🏢 علاقائی دفاتر
offices-which = 🏢 کون سا علاقائی دفتر؟ ہر ایک کا نمبر اور پتہ یہاں ہے۔
offices-other = 🏢 کوئی اور دفتر

## The desk: talking to it, and how it went
talk-begin = 🙋 لکھیں کہ کیا بات ہے: یونیورسٹی میں کوئی اسے پڑھے گا۔ تصویریں، فائلیں اور آواز کے پیغام بھی بھیج سکتے ہیں۔
talk-open-now = 🕘 دفتر کھلا ہے۔ آپ کو <b>{ $by }</b> تک جواب مل جائے گا۔
talk-closed-now = 🌙 دفتر اس وقت بند ہے اور <b>{ $opens }</b> کھلے گا۔ آپ کو <b>{ $by }</b> تک جواب مل جائے گا۔
talk-live = 💬 <b>{ $reference }</b> · اب آپ کا لکھا عملے کو جاتا ہے۔ باقی سب کے لیے <b>مینو</b> لکھیے۔
talk-going-on = 💬 <b>{ $reference }</b> · باقی سب کے لیے <b>مینو</b>
talk-passed = ✓ عملے تک پہنچا دیا۔
talk-filed = ✓ عملے تک پہنچا دیا۔ حوالہ نمبر: <code>{ $reference }</code>
talk-unsendable = یہ آگے نہیں بھیجا جا سکتا۔ براہِ کرم لکھ دیجیے، یا تصویر، پی ڈی ایف یا آواز کا پیغام بھیجیے۔
talk-end = ☑️ گفتگو ختم کریں
talk-ended = ☑️ اب آپ کا لکھا بوٹ پڑھے گا۔ آپ کی درخواست { $reference } عملے کے پاس ہے، اور جواب یہیں آئے گا۔
talk-back = 🤖 اب پھر بوٹ آپ کے ساتھ ہے: عملے نے <b>{ $reference }</b> واپس کر دی ہے۔
talk-edited = ✏️ <b>{ $name }</b>، درست کیا ہوا: { $answer }
talk-unsaid = ‏🗑 { $name } نے { $reference } کے بارے میں ایک پیغام واپس لے لیا ہے۔
menu-talk = 💬 عملے سے بات جاری رکھیں
rate-which = کون سی درخواست؟
rate-none = اس وقت رائے دینے کو کچھ نہیں۔
rate-ask = ⭐ درخواست <b>{ $reference }</b> کے بارے میں ایک سوال: کیسا رہا؟
rate-5 = ⭐⭐⭐⭐⭐ بہت اچھا
rate-4 = ⭐⭐⭐⭐ اچھا
rate-3 = ⭐⭐⭐ ٹھیک
rate-2 = ⭐⭐ زیادہ اچھا نہیں
rate-1 = ⭐ برا
rate-skip = رہنے دیں
rate-thanks = شکریہ۔ آپ کی رائے: <b>{ $rating }</b>۔ عملہ اسے ضرور پڑھے گا۔

## Broadcasts
menu-broadcast = 📣 طلبہ کو اطلاع بھیجیں
menu-broadcasts = 📈 بھیجی گئی اطلاعات
broadcast-topic = 📣 <b>کس بارے میں؟</b> جنہوں نے یہ موضوع چنا ہے انہیں بتایا جائے گا۔
broadcast-everybody = 👥 سب جنہوں نے موضوع چنا ہے
broadcast-programmes = 🎓 کچھ پروگرام
broadcast-regions = 📍 کچھ علاقے
broadcast-courses = 📚 کچھ کورس
broadcast-ur = اب <b>اردو</b> میں پیغام لکھیں۔ اردو چھوڑنی ہو تو صرف ایک ڈیش (-) لکھ دیں: تب یہ طلبہ انگریزی پیغام پڑھیں گے۔
broadcast-latin = اب <b>رومن اردو</b> میں پیغام لکھیں۔ چھوڑنی ہو تو ڈیش (-) لکھ دیں۔
broadcast-buttons-ask = نیچے کوئی بٹن چاہیے، جو چیٹ میں متعلقہ حصہ کھول دے؟ زیادہ سے زیادہ { $most }، یا کوئی نہیں۔
broadcast-buttons-many = بٹن { $most } سے زیادہ نہیں ہو سکتے؛ کچھ ہٹا دیں۔
broadcast-templates-ask = 📄 جن کے میٹا کے چوبیس گھنٹے گزر چکے، ان کے لیے واٹس ایپ کو ٹیمپلیٹ چاہیے۔ ہر زبان کا ایک نام، اس ترتیب میں: { $languages }۔ مثلاً: <code>{ $example }</code>؛ کوئی نہ ہو تو ڈیش۔
broadcast-templates-none = ➡️ ادارے کا اپنا
broadcast-templates-again = یہ سمجھ نہیں آیا، یا زبانوں سے زیادہ ہیں۔ ٹیمپلیٹ اور اس کی زبان یوں لکھی جاتی ہے: <code>{ $example }</code>۔
broadcast-preview-on = 👁 ‏{ $channel } پر
broadcast-example-name = عائشہ
broadcast-size =
    { $total ->
        [one] 👥 یہ اس وقت <b>{ $total }</b> طالب علم تک پہنچے گا۔ { $channels }
       *[other] 👥 یہ اس وقت <b>{ $total }</b> طلبہ تک پہنچے گا۔ { $channels }
    }
broadcast-send = 📣 بھیج دیں
broadcast-drop = ❌ نہ بھیجیں
broadcast-submitted = ‏✅ { $reference }: { $state }
broadcast-which = 📈 کون سی اطلاع؟
broadcast-nothing = ابھی کوئی اطلاع نہیں بھیجی گئی۔
broadcast-choice = ‏{ $reference } · { $topic } · { $state }
broadcast-card = 📣 <b>‏{ $reference }</b> · { $topic } · { $state }
broadcast-figures = ‏{ $sent } بھیجے · { $failed } ناکام · { $leftOut } چھوڑے، کل { $total }
broadcast-pace = ‏{ $rate } فی سیکنڈ، تقریباً { $minutes } منٹ باقی
broadcast-reasons = وجہ: { $reasons }
broadcast-scheduled = 🕘 آغاز { $when }
broadcast-again = 🔄 اب تک کتنی گئی؟
broadcast-others = 📈 دوسری اطلاعات
broadcast-action-test = 🧪 صرف مجھے بھیجیں
broadcast-action-submit = 📣 بھیج دیں
broadcast-action-approve = ✅ منظور کریں
broadcast-action-pause = ⏸ روکیں
broadcast-action-resume = ▶️ جاری رکھیں
broadcast-action-cancel = ⏹ منسوخ کریں
broadcast-sure = <b>{ $action }</b>: { $reference }؟ یہ واپس نہیں ہو سکتا۔
broadcast-state-draft = ✏️ مسودہ
broadcast-state-awaiting_approval = 🔎 دوسرے کی منظوری باقی
broadcast-state-scheduled = 🕘 وقت مقرر
broadcast-state-running = 📤 بھیجی جا رہی ہے
broadcast-state-paused = ⏸ رکی ہوئی
broadcast-state-cancelled = ⏹ منسوخ
broadcast-state-finished = ✅ مکمل
topic-emergency = 🚨 ہنگامی
broadcast-stop = یہ اطلاعات بند کرنے کے لیے لکھیں: <b>بند کریں</b>
broadcast-results = 🎓 { $name }، <b>{ $semester }</b> کے نتائج کا اعلان ہو گیا ہے۔
broadcast-results-own = آپ کا نتیجہ: جی پی اے <b>{ $average }</b> · { $courses }
broadcast-results-open = 📊 میرا رزلٹ
results-published = 🎓 <b>{ $semester }</b>، { $programmes }: { $when } سے شائع۔ ‏{ $reference } ہر ایک کو اس کا نتیجہ بتاتی ہے۔
broadcast-test = 🧪 <b>{ $reference }</b>، صرف آپ کے لیے آزمائش:
broadcast-new = ‏✏️ نئی اطلاع
broadcast-about = کس بارے میں
broadcast-for = کس کے لیے
broadcast-levels = 🪜 خاص درجے
broadcast-semester = 📅 کوئی سمسٹر
broadcast-enrolment = 📝 داخلے کی حالت
broadcast-subscribed = 🔔 کسی اور موضوع کی اطلاعات بھی لینے والے
broadcast-channels = 💬 خاص میسنجر میں
broadcast-numbers = 📄 رجسٹریشن نمبروں کی فہرست
broadcast-enrolment-enrolled = داخل
broadcast-enrolment-completed = مکمل
broadcast-enrolment-incomplete = نامکمل
broadcast-enrolment-withdrawn = دستبردار
broadcast-enrolment-not = داخل نہیں
broadcast-any = کوئی بھی
broadcast-numbers-read = 📄 ‏{ $count } رجسٹریشن نمبر پڑھے گئے۔
broadcast-numbers-unread = جن سطروں میں کوئی نمبر نہیں ملا: { $lines }
broadcast-says = کیا لکھا ہے
broadcast-english-needed = ضروری: جس کی زبان یہاں خالی ہو وہ انگریزی پڑھے گا۔
broadcast-template = واٹس ایپ کا ٹیمپلیٹ، ان کے لیے جن کے چوبیس گھنٹے گزر چکے
broadcast-value-course = کورس، سب کے لیے
broadcast-value-date = تاریخ
broadcast-file = 📎 تصویر یا پی ڈی ایف
broadcast-file-off = ✖ اس کے بغیر
broadcast-below = نیچے بٹن، زیادہ سے زیادہ تین
broadcast-preview = 👁 جھلک
broadcast-window-over = جہاں چوبیس گھنٹے گزر چکے ہوں:
broadcast-when = کب شروع ہو، پاکستانی وقت؛ خالی: فوراً
broadcast-keep-draft = 🧪 مسودہ رکھیں، آزمائش کے لیے
results-publish = 🎓 نتائج کا اعلان
results-publish-hint = کسی سمسٹر کے نتائج کا اعلان، فوراً یا مقررہ وقت پر۔ جو اس وقت ان پروگراموں میں تھے اور نتائج کی اطلاع چاہتے ہیں، وہ ادارے کے الفاظ میں اپنا نتیجہ پڑھیں گے۔ یہ واپس نہیں ہو سکتا۔
broadcast-copy = ‏✏️ اس سے نئی لکھیں
broadcast-csv = ‏⬇️ جن تک نہیں پہنچی
broadcast-csv-of = ‏⬇️ ‏{ $reference }: جن تک نہیں پہنچی، اور کیوں
broadcast-recipients =
    { $total ->
        [one] ‏👥 ‏{ $total } طالب علم کے لیے
       *[other] ‏👥 ‏{ $total } طلبہ کے لیے
    }
broadcast-receipts = ‏✔️ ‏{ $delivered } پہنچ چکے · 👁 ‏{ $read } پڑھے گئے
broadcast-people = ‏✍️ { $createdBy } · ✅ { $approvedBy }
broadcast-summary-line = ‏{ $channel } · { $language }: { $counts }
broadcast-outcome-queued = ‏{ $count } باقی
broadcast-outcome-sent = ‏{ $count } بھیجے
broadcast-outcome-failed = ‏{ $count } ناکام
broadcast-outcome-left-out = ‏{ $count } چھوڑے
broadcast-outcome-delivered = ‏{ $count } پہنچے
broadcast-outcome-read = ‏{ $count } پڑھے گئے
broadcast-seconds = ‏{ $rate } فی سیکنڈ، تقریباً { $seconds } سیکنڈ باقی
broadcast-manage = ‏⚙️ روکیں یا منسوخ کریں
broadcast-numbers-none = اس میں کوئی رجسٹریشن نمبر نہیں ملا۔ پروگرام کے حرف کے ساتھ پورا نمبر چاہیے۔
broadcast-numbers-many = یہ چیٹ کے لیے زیادہ نمبر ہیں: زیادہ سے زیادہ { $most }۔ ڈیسک کا صفحہ زیادہ لے سکتا ہے۔
broadcast-segment =
    👥 <b>یہ کس کے لیے ہے؟</b> کوڈ لکھیں، جتنے چاہیں؛ پیغام انہی طلبہ کو جائے گا جن پر سب کوڈ پورے اترتے ہوں: پروگرام، علاقہ، سمسٹر، کورس، داخلے کی حالت، موضوع یا میسنجر۔ مثلاً: <code>{ $examples }</code>
    یا رجسٹریشن نمبروں کی سی ایس وی فائل بھیجیں۔ جو بھی یہ اطلاعات لیتے ہیں ان سب کے لیے <b>سب</b> لکھیں۔
broadcast-segment-is = اب تک: { $names }
broadcast-segment-done = ‏✅ بس یہی
broadcast-segment-anew = ‏↪️ دوبارہ شروع کریں
broadcast-segment-unknown = یہ کوڈ میرے علم میں نہیں: { $words }۔ اس سطر سے کچھ شمار نہیں ہوا؛ مثال کی طرح کوڈ لکھیں، یا سب کے لیے <b>سب</b> لکھیں۔
broadcast-file-ask = 📎 ساتھ کوئی تصویر یا پی ڈی ایف؟ ابھی بھیجیں، یا اس کے بغیر آگے بڑھیں۔
broadcast-file-is = 📎 ‏{ $name } ساتھ جائے گا۔
broadcast-file-none = ‏⬅️ اس کے بغیر
broadcast-file-with = ‏⬅️ اس کے ساتھ
broadcast-course-ask = ‏<code>{ $field }</code> کی جگہ کیا لکھا جائے؟
broadcast-date-ask = ‏<code>{ $field }</code> کی جگہ کون سی تاریخ؟ اس طرح لکھیں: { $example }
broadcast-date-again = تاریخ سمجھ میں نہیں آئی۔ اس طرح لکھیں: <code>5 دسمبر</code> یا <code>2026-12-05</code>۔
broadcast-when-ask = 🕘 یہ کب بھیجی جائے؟ وقت چنیں، یا دن اور وقت لکھ دیں۔
broadcast-now = فوراً
broadcast-own-time = کسی اور وقت
broadcast-time-ask = کون سا دن، اور کتنے بجے؟ اس طرح: { $example }، <code>1 دسمبر صبح 9 بجے</code> یا <code>کل شام 5 بجے</code>، پاکستانی وقت کے مطابق۔ صرف دن لکھیں تو صبح 9 بجے۔
broadcast-time-again = یہ سمجھ میں نہیں آیا، یا وقت گزر چکا ہے۔ آنے والا دن لکھیں، اور یہ کہ وقت صبح کا ہے یا شام کا: <code>1 دسمبر صبح 9 بجے</code>۔
broadcast-en-fields = اب <b>انگریزی</b> میں پیغام۔ خانے: { $fields }، یعنی طالب علم کا نام، کورس اور کوئی تاریخ۔
group-broadcast = 📣 اطلاع آپ اپنی چیٹ میں لکھتے ہیں، جہاں ادھورا کام صرف آپ دیکھتے ہیں: { $where }۔ پھر اس کی پیش رفت یہاں نظر آئے گی۔ کسی جاری اطلاع کو یہاں دیکھنے کے لیے: { $command }
group-broadcast-words = وہاں مجھے “{ $words }” لکھیں

## Commands, as the messenger lists them
command-menu = مینو
command-grades = میرے گریڈ
command-help = سوال اور جواب
command-language = زبان بدلیں
command-logout = لاگ آؤٹ
