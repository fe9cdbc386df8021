### Every sentence that Rabta says, in Roman Urdu: Urdu in Latin letters, as students write it to each other. Values in
### { $braces } are filled in; <b>…</b> is bold. Where Urdu allows it, no sentence says whether student or bot is a man
### or a woman.

## The engine's own
way-back = ⬅ Wapas
way-menu = ☰ Menu
way-person = 🙋 Kisi se baat karein
way-speak = 🌐 Roman Urdu
page-earlier = ◀ Pichle
page-later = Mazeed ▶
several-done = ✅ Ho gaya ({ $count })
yes = Ji haan
no = Ji nahin
look-next = Aur kya dekhna hai?
nothing-here = Yahan abhi kuch nahin hai.
again-choice = Please in mein se aik chunein; us ka number likhna kaafi hai.
choice-one = Aik waqt mein aik: please sirf aik number likhein.
choice-unlisted = { $value } in mein shamil nahin hai.
again-several = Koi aik chunein; number likhna kaafi hai, kai aik saath jaise <code>1 3 5</code>. Phir <b>Ho gaya</b> chunein.
again-text = Please likh kar batayein.
again-shorter = Yeh bohat lamba hai. Please zyada se zyada { $most } huroof mein likhein.
again-password = Please password message mein likh kar bhejein.
again-password-longer = Yeh password ke liye bohat chhota hai, is liye ise aazmaya nahin gaya: password mein kam az kam { $least } huroof hote hain. Please password likhein, ya nikalne ke liye <b>Menu</b> chunein.
again-password-sentence = Yeh password nahin lagta, is liye ise aazmaya nahin gaya. Please password likhein, ya nikalne ke liye <b>Menu</b> chunein.
again-file = Barah-e-karam photo ya PDF bhejein, ya in mein se aik chunein.
files-attached = 📎 { $name } laga di gayi hai.
files-name = 📎 { $name }
files-enough = Main ek baar mein zyada se zyada { $most } documents le sakta hoon.
files-too-large = Yeh file 10 MB se bari hai. Barah-e-karam chhoti file ya photo bhejein.
files-unavailable = Yeh file mujhe nahin mil saki. Barah-e-karam dobara bhejein.
unreadable = Yahan sirf likha hua message parha ja sakta hai. Please likh kar batayein.
unreadable-voice = Main voice note nahin sun sakta. Barah-e-karam likh dein, ya <b>Kisi se baat karein</b> chunein: wahan main ise pohncha deta hoon.
unreadable-video = Video na main dekh sakta hoon na aage pohncha sakta hoon. Barah-e-karam likh dein, ya <b>Kisi se baat karein</b> chunein: wahan voice note ya photo pohnch jati hai.
unreadable-sticker = 😊 Sticker meri samajh se bahar hain: yahan likha hua message samjha jata hai.
unreadable-location = Yahan location kisi kaam nahin aati. Agar address badal gaya hai to <b>address change karna hai</b> likhein.
unreadable-contact = Doosron ke number yahan save nahin kiye jate. Agar aap ka number naya hai to <b>mobile number change karna hai</b> likhein.
unreadable-file = Photo aur file yahan nahin dekhi ja sakti. Saboot ke taur par woh <b>service request</b> ke saath lagti hain; ya <b>kisi se baat karein</b> likhein: wahan se woh staff tak pohnch jati hain.
unreadable-file-yet = 📎 Photos aur documents aakhir mein liye jate hain, jab baqi sab likh liya jaye. Please tab dobara bhejein.
caption-read = Yahan tasveer nahin dekhi ja sakti; us ke saath jo likha hai woh parh liya hai.
unknown-command = Maaf kijiye, yeh command samajh nahin aayi.
old-answer = Yeh jawab aik pehle sawal ka tha. Ab hum yahan hain:
old-number = Yeh number aik purani list ka tha. Ab hum yahan hain:
old-button = Yeh button aik purane message ka tha. Ab hum yahan hain:
cancelled = Cancel ho gaya. Kuch save nahin kiya gaya.
timed-out = Kaafi der se jawab nahin aaya, is liye baat yahin rok di gayi taake koi aur isay aage na barha sake. Kuch save nahin kiya gaya.
forgotten = 🔄 System dobara shuru hua hai, is liye hamari pichli baat yahan save nahin rahi. University mein aap ka sara record salamat hai. Please dobara login karein.
forgotten-staff = 🔄 System dobara shuru hua hai, is liye hamari pichli baat yahan save nahin rahi. Desk par sab kuch salamat hai, aur yeh chat wahan ab bhi aap ki hai, <b>{ $name }</b>.
conversation-gone = Is dauran yeh hissa badal gaya hai. Kuch save nahin kiya gaya; please menu se dobara shuru karein.
offer-person = Koi mushkil ho to staff se madad mil sakti hai: <b>Kisi se baat karein</b> chunein.
not-understood =
    Maaf kijiye, yeh samajh nahin aaya. Aap maslan yeh pooch sakte hain:
    • 405 ka paper kab hai?
    • 1429 ka tutor kaun hai?
    • Mera pichle semester ka result
    • Mobile number change karna hai
not-understood-either = Maaf kijiye, yeh bhi samajh nahin aaya.
meant-which = Baat poori tarah samajh nahin aayi. Kya aap in mein se kuch pooch rahe hain?
meant-one = Shayad aap ka matlab yeh hai?
meant-neither = In mein se koi nahin
meant-nothing = Theek hai. Please doosre lafzon mein likhein, ya in mein se aik chunein.
wished-next = Us ke baad: <b>{ $name }</b>.
language-taken = Ab hum Roman Urdu mein baat karein ge. Zaban badalne ke liye <b>zaban</b> likhein.
language-offer = Aage Roman Urdu mein baat karein? <b>🌐 Roman Urdu</b> chunein ya likhein.
delete-password-yourself = Please password wala message abhi khud delete kar dein: yahan se delete karna mumkin nahin.

## Problems
problem-validation-failed = University ka system yeh nahin parh saka. Please menu se dobara koshish karein.
problem-idempotency-key-required = Hamari taraf koi kharabi hui hai. Please chand minute baad dobara koshish karein.
problem-idempotency-key-reused = Yeh pehle kisi aur tafseel ke saath bheja ja chuka hai. Please menu se dobara shuru karein.
problem-service-key-required = Hamari taraf koi kharabi hui hai. Please kuch der baad dobara koshish karein.
problem-login-required = Please pehle login karein.
problem-login-expired = Aap ka login khatam ho gaya hai. Please dobara login karein.
problem-wrong-credentials = Registration number aur password aapas mein nahin milte. Please dobara koshish karein.
problem-password-required = Kaafi der se aap ka message nahin aaya. Aap ka result koi aur na dekh le, is liye password ki tasdeeq zaroori hai.
problem-not-found = Maaf kijiye, yeh nahin mila.
problem-results-not-announced = Is semester ke result ka elaan abhi nahin hua.
problem-date-sheet-not-announced = Aap ke liye abhi kisi date sheet ka elaan nahin hua.
problem-slip-not-issued = Aap ki roll number slip abhi jari nahin hui.
problem-too-few-results = Rujhan ke liye kam az kam do semesters ke natije chahiyein.
problem-not-enrolled = Is semester mein aap ka dakhla nahin hai.
problem-enrolment-not-open = Is semester ka dakhla is waqt khula nahin hai.
problem-previous-semester-not-completed = Aap ka pichhla semester abhi mukammal nahin hua.
problem-results-not-approved = Aap ke pichhle semester ka result abhi manzoor nahin hua.
problem-on-hold = Aap ka record hold par hai. Apne regional office se poochhein.
problem-offering-full = Maazrat: aap ke chune hue aik course ki aakhri seat ja chuki hai. { $about } Koi aur course chunein.
problem-course-not-offered = Yeh course aap ko is waqt nahin mil sakta: { $about }.
problem-credit-limit-exceeded = Yeh aik semester ke credit hours se zyada hai. Koi course chhor dein.
problem-prerequisite-missing = Pehle yeh course pass karna hoga: { $about }. Jisay is ki zaroorat hai usay chhor dein.
problem-alternatives-chosen = In mein se sirf aik liya ja sakta hai: { $about }. Aik chhor dein.
problem-tutor-not-assigned = Is course ka tutor abhi muqarrar nahin. Aam tor par yeh semester shuru hone ke 1–2 hafte baad hota hai.
problem-assignments-uploaded = Aap ke programme ki assignments LMS par upload hoti hain, daak se nahin bheji jatin.
problem-request-open-already = Is qism ki aik darkhwast pehle se khuli hai: { $about }. Jo nayi baat hai woh usi mein paigham ke zariye shamil kar dein.
problem-request-closed = Yeh darkhwast ab khuli nahin. Kuch aur chahiye to nayi darkhwast jama karayein.
problem-staff-login-required = Barah-e-karam pehle staff ke taur par login karein.
problem-staff-login-expired = Staff ke taur par aap ka login khatam ho chuka hai. Dobara login karein.
problem-wrong-staff-credentials = E-mail aur password aapas mein nahin milte. Dobara koshish karein.
problem-not-your-office = { $about } kisi doosre daftar ya shobe ki hai.
problem-not-allowed = Yeh sirf supervisor kar sakte hain, ya jis ne yeh likha hai.
problem-second-person-needed = Itne zyada logon ko jane wali ittila likhne wala khud manzoor nahin kar sakta; kisi doosre ki manzoori zaroori hai.
problem-unknown-field = Tehreer mein ek khana hai jo main nahin jaanta: { $about }. Main teen khane jaanta hoon, brackets ke andar: name, course aur date.
problem-field-without-value = Tehreer mein { $about } hai, magar yeh nahin bataya gaya ke wahan kya likha jaye. Meharbani kar ke us ki value dein ya usay nikaal dein.
problem-time-over = Bhejne ka waqt guzar chuka hai. Kuch nahin bheja gaya. Meharbani kar ke baad ka waqt rakhein, ya koi waqt na rakhein: tab paigham foran jaye ga.
problem-results-published = { $about } ke results pehle hi publish ho chuke hain, ya un ka waqt muqarrar hai. Kuch nahin badla gaya.
problem-nothing-to-publish = { $about } ke liye is semester ka koi result mojood nahin. Code aur semester dekh lein, ya pehle results import karein. Kuch nahin badla gaya.
problem-no-chat-of-yours = Yeh chat na aap ki hai na desk ki. Pehle apni kisi chat mein staff ke taur par log in karein.
problem-no-such-colleague = Desk par { $about } naam ka koi nahin. Poora naam ya e-mail likhein.
problem-taken-by-another = Is request par { $about } kaam kar rahe hain.
problem-action-not-possible = Ab { $about } ke saath yeh nahin ho sakta. Use dobara dekhein.
problem-file-unreadable = Yeh file nahin khulti: yeh kharab hai, password se band hai, ya khulne par kuch chalati hai. Barah-e-karam koi aur file ya kaghaz ki photo bhejein.
problem-storage-unavailable = Documents is waqt mehfooz nahin ho rahe: university ke system mein jagah nahin mil rahi. Baqi sab waisa hi hai; please thori der baad dobara bhejein.
problem-file-gone = Ek document ab maujood nahin: jo file na ho use main ek din baad mita deta hoon. Barah-e-karam dobara bhejein.
problem-document-required = Is request ke saath saboot ka document zaroori hai. Us ki photo ya PDF bhejein, phir dobara <b>Jama karayein</b> chunein.
problem-contact-not-registered = Is registration number ke record mein yeh mobile number nahin hai. Barah-e-karam kisi aur tareeqe se tasdeeq karein ya apne regional office se poochein.
problem-wrong-code = Yeh code durust nahin. Dobara dekhein: is mein chhe hindse hain.
problem-code-expired = Yeh code istemal ho chuka hai ya 10 minute se purana hai. Barah-e-karam naya code mangein.
problem-weak-password = Yeh password aasani se boojha ja sakta hai. Kam az kam 8 huroof ka aisa password chunein jo aap ka number ya naam na ho aur <code>12345678</code> jaisa na ho.
problem-too-many-codes = Aap ek ghante mein teen code mang chuke hain. Sab se naya code istemal karein ya { $minutes } minute intezar karein.
problem-links-not-available = Login ka page is waqt dastyab nahin. Yahin chat mein login ho sakta hai.
problem-link-expired = Login ka yeh link istemal ho chuka hai, ya 10 minute se purana hai. Please naya link lein.
problem-payload-too-large = Yeh bohat bara hai. Please kuch chota bhejein.
problem-unsupported-media-type = Is qisam ki file nahin li ja sakti. Please photo (JPEG ya PNG) ya PDF bhejein.
problem-too-many-attempts = Kai baar ghalat koshish hui hai. Account ki hifazat ke liye please { $minutes } minute intezar karein, phir dobara koshish karein.
problem-too-many-requests = Message zara jaldi jaldi aa gaye. Please aik minute ruk kar dobara koshish karein.
problem-internal-error = Hamari taraf koi kharabi hui hai. Kuch zaya nahin hua; please dobara koshish karein.
problem-unavailable = University ka system is waqt jawab nahin de raha. Kuch zaya nahin hua; please chand minute baad dobara koshish karein.

## Language
language-name = Roman Urdu
language-ask =
    <b>Rabta</b> · رابطہ
    Your university, in this chat.

    Which language do you prefer?
    کس زبان میں بات کریں؟
    Kis zaban mein baat karein?

## The menu
menu-welcome =
    Khush aamdeed! Main <b>Rabta</b> hoon: aap ki university, is chat mein.

    Apne grades, result card aur profile dekhne ke liye login karein.
menu-dashboard =
    <b>{ $name }</b>
    { $registrationNumber }

    Aap ko kya dekhna hai?
menu-log-in = 🔑 Login
menu-course-registration = 📝 Course Registration
menu-exams = 🎓 Exam aur Grades
menu-tutors = 👩‍🏫 Mere Tutors
menu-service-requests = 📨 Student Service Request
menu-profile = 👤 Meri Profile
menu-courses = 📚 Mere Courses
menu-notifications = 🔔 Notifications
menu-help = ❓ Madad
menu-settings = ⚙️ Settings
menu-log-out = 🚪 Logout
greeting = Assalam o alaikum! 👋
greeting-student = Assalam o alaikum, { $name }! 👋
courtesy-thanks = Koi baat nahin! 😊
courtesy-yes = 👍 Theek hai.
courtesy-no = Theek hai.
courtesy-abuse = Lagta hai aap pareshan hain; agar kuch ghalat hua hai to maazrat. Staff mein se koi zaroor madad kare ga: <b>Kisi se baat karein</b> chunein.

## Course registration
enrolment-open =
    📝 <b>{ $semester } ka dakhla</b> { $closes } tak khula hai.
    Aik semester mein zyada se zyada { $most } credit hours liye ja sakte hain.
enrolment-start = Courses chunein
enrolment-choose =
    <b>{ $semester }</b> · { $most } mein se { $creditHours } credit hours
    Lene ke liye course chunein, chhorne ke liye usay dobara chunein; ya kai code aik saath likhein, jaise <code>{ $codes }</code>.
enrolment-course = { $code } · { $title } · { $creditHours } cr
enrolment-unlisted = { $code } is semester mein aap ke liye dastyab nahin: aap yeh ya is ka mutabadil pehle pass kar chuke hain, ya aap ka programme ise abhi offer nahin karta.
enrolment-sign-compulsory = lazmi
enrolment-sign-repeated = pichhli baar pass nahin hua
enrolment-sign-locked = pehle doosra course pass karna hoga
enrolment-sign-full = koi seat baqi nahin
enrolment-course-line = <b>{ $code }</b> { $title }, { $creditHours } credit hours
enrolment-review = <b>{ $semester }</b> ka apna dakhla dekh lein:
enrolment-review-change = <b>{ $semester }</b> ka badla hua dakhla dekh lein:
enrolment-review-total = Kul <b>{ $creditHours } credit hours</b>. Kya main isay jama kara doon?
enrolment-review-withdraw = Aap { $semester } ke <b>tamam courses</b> chhor dein ge. Kya main aap ka dakhla wapas le loon?
enrolment-done =
    ✅ <b>{ $semester }</b> mein aap ka dakhla ho gaya, { $creditHours } credit hours ke saath.
    Hawala number: <code>{ $reference }</code>
enrolment-confirmation-caption = Dakhle ki tasdeeq, { $semester }
enrolment-enrolled =
    ✅ <b>{ $semester }</b> mein aap ka dakhla ho chuka hai: { $creditHours } credit hours.
    Hawala number: <code>{ $reference }</code>
enrolment-until = Aap { $closes } tak tabdeeli kar sakte hain ya dakhla wapas le sakte hain.
enrolment-closed = Dakhla { $closes } ko band ho gaya; ab is mein tabdeeli nahin ho sakti.
enrolment-confirmation = 📄 Tasdeeq (PDF)
enrolment-change = ✏️ Courses badlein
enrolment-withdraw = ❌ Dakhla wapas lein
enrolment-withdrawn = { $semester } se aap ka dakhla wapas le liya gaya. Jab tak dakhla khula hai aap dobara dakhla le sakte hain.
enrolment-bar-no-window = Aap ke programme ke dakhle ka abhi elaan nahin hua. Waqt waqt par yahan dobara dekhein; Spring ka elaan February mein aur Autumn ka August mein hota hai.
enrolment-bar-window-not-open = { $semester } ka dakhla <b>{ $opens }</b> ko khule ga aur { $closes } ko band ho ga. Us waqt dobara aayein.
enrolment-bar-window-closed = { $semester } ka dakhla <b>{ $closes }</b> ko band ho gaya. Dair se dakhle ke liye <b>Student Service Request</b> jama karayein.
enrolment-bar-previous-semester-not-completed = Aap abhi { $semester } mein dakhla nahin le sakte: aap ka <b>pichhla semester mukammal nahin hua</b>. Imtihan ho jane aur result manzoor hone ke baad yahan aayein. Dakhla { $closes } tak khula hai.
enrolment-bar-results-not-approved = Aap abhi { $semester } mein dakhla nahin le sakte: <b>pichhle semester ka result manzoor nahin hua</b>. Result ke elaan ke baad dobara koshish karein. Dakhla { $closes } tak khula hai.
enrolment-bar-on-hold = Aap abhi dakhla nahin le sakte: university ne aap ka record <b>hold</b> par rakha hai. Apne regional office se poochhein, ya <b>Student Service Request</b> jama karayein.
enrolment-bar-programme-completed = 🎉 Aap apne programme ke tamam courses pass kar chuke hain: dakhle ke liye kuch baqi nahin.

## Login
login-link =
    University ka login page <b>Login</b> se kholein. Yeh link sirf aap ke liye hai, aur 10 minute ke andar aik hi baar chalta hai.

    Wahan kaam hote hi baat yahan khud aage barh jaye gi.
login-link-button = 🔑 Login
login-link-waiting = Login ke page ka intezar hai. Upar <b>Login</b> se kholein, ya yahin chat mein login karein.
login-here = ✍️ Yahin chat mein login
login-first = <b>{ $name }</b> ke liye pehle login karna hoga.
login-registration-number-lost = Registration number aap ke student card, dakhle ke khat aur result par likha hota hai; aap ka regional office bhi bata sakta hai. Us ke baghair login nahin ho sakta.
login-registration-number =
    Aap ka <b>registration number</b> kya hai?
    Yeh <code>22P-123456</code> jaisa hota hai aur aap ke student card par likha hai.
login-registration-number-again = Yeh registration number nahin lagta. Us mein 2 digits, 1 letter aur 6 digits hote hain.
login-password = Aur { $registrationNumber } ka <b>password</b>? Aap ka message foran delete ho jaye ga, aur password kahin save nahin kiya jata.
login-password-kept = Aur { $registrationNumber } ka <b>password</b>? Yeh kahin save nahin kiya jata. Baad mein please apna message delete kar dein.
login-done = Login ho gaya, <b>{ $name }</b>. Phone shared ho to aakhir mein logout kar dein.
login-forgot = 🔐 Password bhool gaye / pehla login
forgot-way =
    Hum kaise yaqeen karein ke yeh aap hi hain?
    University sirf wohi pata ya number istemal karti hai jo aap ke record mein hai.
forgot-by-contact = 📱 Mere phone number se
forgot-by-email = ✉️ E-mail par code
forgot-by-phone = 💬 SMS par code
forgot-code-email = Agar { $registrationNumber } ke record mein e-mail hai to <b>chhe hindson ka code</b> wahan bheja ja raha hai. Yeh 10 minute tak kaar-aamad hai. Use yahan likhein.
forgot-code-phone = Agar { $registrationNumber } ke record mein mobile number hai to <b>chhe hindson ka code</b> wahan bheja ja raha hai. Yeh 10 minute tak kaar-aamad hai. Use yahan likhein.
forgot-code-again = 🔁 Naya code bhejein
forgot-code-sent = Naya code bheja ja raha hai; purana ab kaam nahin kare ga.
forgot-code-form = Code mein chhe hindse hote hain, jaise <code>048213</code>. Barah-e-karam dobara likhein.
forgot-code-missing = Code nahin aaya? Is mein do minute lag sakte hain. Phir <b>Naya code bhejein</b> chunein, ya wapas ja kar koi aur tareeqa chunein. Code aa jaye to us ke chhe hindse yahan likhein.
forgot-contact = <b>Apna number</b> neeche wale button se bhejein. Yeh wohi number ho jo aap ke record mein hai.
forgot-contact-share = 📱 Mera number bhejein
forgot-contact-own = Mujhe aap ka apna number chahiye, neeche wale button se bheja hua.
forgot-contact-right = ✅ Yehi number aap ke record mein hai.
forgot-new =
    Apna <b>naya password</b> likhein: kam az kam 8 huroof, aur aap ka number ya naam na ho.
    Main aap ka message fauran mita deta hoon aur password kahin nahin rakhta.
forgot-new-kept =
    Apna <b>naya password</b> likhein: kam az kam 8 huroof, aur aap ka number ya naam na ho.
    Main use kahin nahin rakhta. Baad mein apna message mita dein.
forgot-done = ✅ Aap ka naya password lag gaya hai aur aap logged in hain, <b>{ $name }</b>. Aap ki doosri chats ko bata diya gaya hai.
password-changed =
    ⚠️ Abhi kisi doosri chat mein aap ke account ka <b>naya password</b> lagaya gaya hai.
    Agar yeh aap ne kiya hai to sab theek hai. Agar nahin, to <b>Yeh main ne nahin kiya</b> chunein.
password-changed-not-me = 🚫 Yeh main ne nahin kiya
not-me-sure = Main <b>har chat</b> ko log out kar doon ga, is ko bhi, aur naya password lagne tak koi log in nahin kar sake ga. Kar doon?
not-me-done = Ho gaya: har chat log out hai aur password khatam kar diya gaya hai. <b>Password bhool gaye / pehla login</b> se naya lagayein. Agar koi aur aap ki e-mail ya SMS parh sakta hai to pehle apne regional office jayein.
confirm-password = Please apna <b>password</b> likhein. Aap ka message foran delete ho jaye ga, aur password kahin save nahin kiya jata.
confirm-password-kept = Please apna <b>password</b> likhein. Yeh kahin save nahin kiya jata. Baad mein apna message delete kar dein.

## Exam & Grades
exams = 🎓 <b>Exam aur Grades</b>
exams-grades = 📊 Grades
exams-date-sheet = 🗓 Date sheet
exams-roll-number-slip = 🎫 Roll number slip
semester-spring = Spring { $year }
semester-autumn = Autumn { $year }
grades-which =
    📊 <b>Grades</b>

    Kis semester ke?
grades-overall = Overall GPA (CGPA): <b>{ $overall }</b>
grades-choice = { $semester } · GPA { $average }
grades-choice-awaited = { $semester } · result ka intezar
grades-nothing = Aap ke record mein abhi koi result nahin. Pehle semester ke result ka elaan hote hi woh yahan nazar aaye ga.
grades-semester = 📊 <b>{ $semester }</b>
grades-averages =
    Semester GPA: <b>{ $average }</b>
    Overall GPA: <b>{ $overall }</b>
grades-course =
    <b>{ $code }</b> { $title }
    Credit hours { $creditHours } · Assignments { $assignments } · Exam { $exam }
    Total <b>{ $total }</b> · Grade <b>{ $grade }</b>
grades-awaited =
    📊 <b>{ $semester }</b>
    Is semester ke result ka elaan abhi nahin hua. Aap ke courses:
grades-awaited-course = <b>{ $code }</b> { $title } · Credit hours { $creditHours }
grades-result-card = 📄 Result card (PDF)
grades-trend = 📈 Semesters ka rujhan
grades-trend-caption = <b>Semesters ke saath aap ka GPA</b>
grades-trend-figure = { $semester }: { $average }
grades-other-semester = 📊 Koi aur semester
grades-all = 📊 Poora semester
grades-no-course = { $code } ka koi result aap ke record mein nahin.
grades-unlisted = Us semester ka koi result aap ke record mein nahin.
result-card-caption = Aap ka result card, { $semester }

## Date sheet and roll number slip
date-sheet-heading = 📅 <b>Date sheet</b> · { $semester }, { $name }
date-sheet-next =
    { $days ->
        [0] ⏰ <b>Aaj</b>: { $code } { $title }
        [one] ⏰ <b>Kal</b>: { $code } { $title }
       *[other] ⏰ Agla paper, <b>{ $days } din baad</b>: { $code } { $title }
    }
date-sheet-day = <b>{ $weekday }, { $date }</b>
date-sheet-paper = { $from }–{ $to } · { $code } { $title }
date-sheet-one =
    📅 <b>{ $code } { $title }</b>
    { $weekday }, { $date }, <b>{ $from }–{ $to }</b>
date-sheet-centre =
    📍 { $name }, { $address }
    Roll number: <b>{ $rollNumber }</b>
date-sheet-no-centre = Aap ki roll number slip abhi jari nahin hui; markaz usi par likha hoga.
date-sheet-awaited = { $semester } ki date sheet ka <b>abhi elaan nahin hua</b>. Aap ki taraf se koi kami nahin: elaan hote hi yahan mil jaye gi.
date-sheet-written = ✅ { $semester } ke aap ke <b>tamam papers ho chuke</b> hain. Achhe result ki dua hai: elaan hote hi <b>Grades</b> mein mil jaye ga.
date-sheet-nothing = Is waqt aap ka koi imtihan aane wala nahin.
date-sheet-no-paper = { $code } ke kisi aane wale paper ka aap ke liye elaan nahin hua.
date-sheet-last = Is ke baad aap ka koi paper nahin jis ka elaan hua ho.
date-sheet-calendar = 🗓 Mere calendar mein
date-sheet-all = 📅 Poori date sheet
date-sheet-calendar-caption = Yeh file kholein: phone ka calendar papers mehfooz kar le ga aur aik shaam pehle yaad dilaye ga.
slip-caption = Roll number slip, { $semester }. Print karein, apni tasveer lagayein aur CNIC ke saath layein.
slip-awaited = Date sheet ka elaan ho gaya hai magar aap ki <b>roll number slip abhi jari nahin hui</b>. Chand din baad dobara dekhein.
slip-nothing = Is waqt koi roll number slip nahin, kyunke aap ke kisi aane wale imtihan ka elaan nahin hua. Baad mein <b>Date sheet</b> dobara dekhein.

## Profile
profile =
    👤 <b>Meri Profile</b>

    { $name }
    Walid ka naam: { $fatherName }
    Registration number: { $registrationNumber }
    Programme: { $programme }
    Regional office: { $regionalOffice }
    CNIC: { $cnic }
    Mobile: { $phone }
    E-mail: { $email }
    Pata: { $address }

    Aap ki hifazat ke liye kuch tafseel yahan chupai gayi hai.
profile-missing = record mein nahin
profile-wrong-name = ✏️ Naam theek karayein
profile-wrong-cnic = ✏️ CNIC theek karayein
profile-wrong-phone = 📱 Naya mobile number
profile-wrong-address = 🏠 Naya pata

## Settings
settings = ⚙️ <b>Settings</b>
settings-chats = 📱 Meri chats
chats-which =
    📱 <b>Aap in jaghon par logged in hain.</b> 🔔 jahan ittilaat aati hain.
    Kaun si chat log out karoon?
chats-chat = { $messenger } · { $date } se
chats-here = yehi chat
chats-sure = Kya main is chat ko log out kar doon?
chats-logged-out = Woh log out ho gayi hai.
messenger-telegram = Telegram
messenger-whatsapp = WhatsApp
messenger-web = Browser
settings-language = 🌐 Zaban
settings-ask-again-on = 🔒 Shared phone: password dobara poochein
settings-ask-again-off = 🔓 Password dobara na poochein
settings-ask-again-is-on = Ab 15 minute ki khamoshi ke baad, result dikhane se pehle aap ka password poocha jaye ga.
settings-ask-again-is-off = Jab tak login barqarar hai, aap ka password dobara nahin poocha jaye ga.
settings-phrases-on = 📝 Bot ko seekhne dein
settings-phrases-off = 🚫 Mere jumle save na karein
settings-phrases-are-on = Shukriya. Jo jumla samajh na aaye woh aap ke naam aur kisi number ke baghair save kiya jaye ga, taake bot use seekh sake.
settings-phrases-are-off = Ab aap ka likha hua kuch bhi seekhne ke liye save nahin kiya jaye ga.
settings-phrases = Jo jumla samajh na aaye woh aap ke naam aur kisi number ke baghair kuch arsa save rehta hai, taake bot seekh sake.

## Dates
weekday-0 = Itwar
weekday-1 = Peer
weekday-2 = Mangal
weekday-3 = Budh
weekday-4 = Jumerat
weekday-5 = Juma
weekday-6 = Hafta
date-1 = { $day } January { $year }
date-2 = { $day } February { $year }
date-3 = { $day } March { $year }
date-4 = { $day } April { $year }
date-5 = { $day } May { $year }
date-6 = { $day } June { $year }
date-7 = { $day } July { $year }
date-8 = { $day } August { $year }
date-9 = { $day } September { $year }
date-10 = { $day } October { $year }
date-11 = { $day } November { $year }
date-12 = { $day } December { $year }
## Tutors and courses
assignment-open =
    { $days ->
        [0] Assignment { $number }: { $date } · <b>aaj aakhri din hai</b>
       *[other] Assignment { $number }: { $date } · { $days } din baqi
    }
assignment-none = Is waqt kisi assignment ki tareekh baqi nahin.
lms-link = 💻 LMS kholein
tutors-which =
    👩‍🏫 <b>Mere Tutors</b>

    Kis course ke?
tutors-nothing = Aap ka abhi kisi course mein dakhla nahin. Dakhle ke baad aap ke tutor yahan nazar aayein ge.
tutors-choice = { $code } · { $title }
tutors-choice-awaited = { $code } · { $title } · abhi muqarrar nahin
tutors-tutor =
    👩‍🏫 <b>{ $code }</b> { $title }
    Aap ke tutor: <b>{ $name }</b>
tutors-address = Daak ka pata: { $address }
tutors-phone = 📞 { $phone }
tutors-email = ✉️ { $email }
tutors-awaited =
    👩‍🏫 <b>{ $code }</b> { $title }
    Tutor abhi muqarrar nahin. Aam tor par yeh semester shuru hone ke 1–2 hafte baad hota hai.
tutors-asked = 🔔 Tutor muqarrar hote hi aap ko yahin bata diya jaye ga.
tutors-posted = Assignments tutor ko daak se bhejein, taake tareekh tak pohanch jayein:
tutors-uploaded = Assignments tareekh tak LMS par upload karein:
tutors-address-label = 🏷 Pate ka label (PDF)
tutors-tell-me = 🔔 Tabdeeli par mujhe batayein
tutors-other-course = 👩‍🏫 Koi aur course
tutors-label-caption = Course { $code } ke liye pate ka label: print kar ke kaatein aur lifafe par chipka dein.
tutors-now-assigned = 🔔 <b>{ $course }</b> { $title } ke liye tutor muqarrar ho gaye hain: <b>{ $tutor }</b>. Rabte ki tafseel <b>Mere Tutors</b> mein hai.
courses-semester =
    📚 <b>Mere Courses</b> · { $semester }
    Credit hours: { $creditHours }
courses-nothing = 📚 <b>Mere Courses</b>. Aap ka abhi kisi course mein dakhla nahin.
courses-course =
    <b>{ $code }</b> { $title }
    Credit hours: { $creditHours }
courses-assignment-marked = Assignment { $number }: 100 mein se { $marks }
courses-workshop = Workshop: { $from } – { $to }, { $place }
courses-workshop-day = Workshop: { $from }, { $place }
courses-compulsory = Workshop mein shirkat lazmi hai. Us mein LMS ke zariye shamil hote hain.
courses-tutors = 👩‍🏫 Mere Tutors
courses-all = 📚 Mere sab courses
course-unlisted = { $code } is semester mein aap ka course nahin hai.

## Log out
logout-done = Logout ho gaya. Yeh chat ab kisi ke naam nahin. Phone shared ho to please is chat ke message bhi delete kar dein.
logout-nobody = Yahan koi login nahin hai.

## Service requests
requests-list =
    📨 <b>Student Service Request</b>
    Aap kya karna chahte hain?
requests-new = ➕ Nayi darkhwast
requests-unlisted = Darkhwast { $reference } aap ki darkhwaston mein nahin mili.
requests-choice = { $reference } · { $type } · { $state }
requests-detail =
    📨 <b>{ $reference }</b>
    { $type }
    Haalat: <b>{ $state }</b>
requests-proposed = Aap ne yeh manga tha: { $proposed }
requests-outcome = University ka jawab: { $outcome }
requests-history = { $date }: { $state }
requests-note = { $date }: { $state }. { $note }
requests-said-student = Aap, { $date }: { $body }
requests-university = University
requests-said-staff = University, { $date }: { $body }
requests-message = ✍️ Paigham shamil karein
requests-withdraw = ❌ Wapas lein
requests-withdraw-sure = Kya main { $reference } wapas le loon? Yeh list mein rahe gi, magar is par koi kaam nahin kare ga.
requests-keep = Nahin, rehne dein
requests-withdraw-yes = Ji, wapas lein
requests-withdrawn = { $reference } wapas le li gayi.
requests-write = Aap { $reference } mein kya shamil karna chahte hain? Likh dein, ya photos ya PDF bhejein.
requests-takes-no-more = Darkhwast { $reference } mukammal ho chuki: ab is mein kuch shamil nahin ho sakta. Kuch aur chahiye to nayi darkhwast jama karayein.
requests-added = Aap ka paigham { $reference } mein shamil ho gaya. University jawab de gi to main bata doon ga.
requests-other = 📨 Doosri darkhwastein
request-type-name-correction = Naam ki durusti
request-type-cnic-correction = CNIC ki durusti
request-type-address-change = Pate ki tabdeeli
request-type-mobile-change = Mobile number ki tabdeeli
request-type-course-change = Course ki tabdeeli
request-type-general = Aam sawal
request-state-pending = ⏳ jaize ki muntazir
request-state-in_review = 👀 zer-e-jaiza
request-state-document_needed = 📎 mazeed kuch chahiye
request-state-approved = ✅ manzoor
request-state-rejected = ❌ na-manzoor
request-state-withdrawn = ↩️ wapas li gayi
request-state-closed = ☑️ mukammal
request-kind = Darkhwast kis baare mein hai?
request-open-already = 📨 { $type }: aap ki darkhwast <b>{ $reference }</b> abhi khuli hai. Is qism ki doosri darkhwast us ke mukammal hone ke baad hi li jaye gi. Nayi baat usi mein paigham ke zariye shamil ho sakti hai; agar us mein ghalat baat maangi gayi hai to pehle use wapas lein.
request-open-look = 👀 { $reference } dekhein
request-open-on = ➡️ Phir bhi aage barhein
request-open-until = Yeh tabhi jama ho sake gi jab <b>{ $reference }</b> us waqt tak mukammal ho chuki ho.
request-not-filed = Yeh jama nahin ho saki: <b>{ $asked }</b>
request-name = Apna naam waise likhein <b>jaisa record mein hona chahiye</b>, jaise CNIC par hai. Urdu naam theek karane ke liye Urdu mein likhein. Yeh aap ke apne naam ke liye hai: walid ka naam <b>Aam sawal</b> mein likhein.
request-name-again = Naam mein sirf huroof hote hain, jaise <code>Ayesha Siddiqa</code>. Dobara likhein.
request-cnic = Apna durust <b>CNIC</b> likhein, jaise <code>35202-1234567-1</code>.
request-cnic-again = CNIC mein 13 hindse hote hain, jaise <code>35202-1234567-1</code>. Dobara likhein.
request-street = Naya pata <b>shehar ke baghair</b> likhein: makan, gali, ilaqa. Jaise <code>Makan 7, Gali 2, Model Town</code>.
request-street-again = Yeh pata nahin lagta. Shehar ke baghair likhein, jaise <code>Makan 7, Gali 2, Model Town</code>.
request-city = Aur <b>shehar</b> kaun sa hai? Postal code maloom ho to saath likh dein, jaise <code>Lahore 54700</code>.
request-city-again = Yeh shehar nahin lagta. Shehar ka naam likhein, jaise <code>Lahore 54700</code>.
request-phone = Apna naya <b>mobile number</b> likhein, jaise <code>0300 1234567</code>.
request-phone-again = Yeh Pakistan ka mobile number nahin. Woh aisa hota hai: <code>0300 1234567</code>. Dobara likhein.
request-while-open = 📝 <b>{ $semester }</b> ke courses, jab tak dakhla khula hai, aap khud foran badal sakte hain. Kaun se course badalne hain?
request-all-the-same = 📨 Baat us course ki hai jo abhi parh rahe hain
request-drop = Aap kaun sa course <b>chhorna</b> chahte hain?
request-drop-none = Is waqt aap kisi course mein dakhil nahin, is liye badalne ko kuch nahin. Semester shuru hone se pehle <b>Course Registration</b> mein courses badlein.
request-add = Us ki <b>jagah</b> kaun sa course chahiye? Us ka code likhein, jaise <code>413</code>.
request-add-again = Course code mein teen se paanch hindse hote hain, jaise <code>413</code>. Dobara likhein.
request-drop-not-taken = { $about } is waqt aap ke courses mein nahin. Un mein se koi chunein jo aap is waqt parh rahe hain.
request-add-not-offered = { $about } is semester mein aap ko nahin mil sakta: ya to aap ise parh rahe hain, ya ise ya is ka mutabadil pass kar chuke hain, ya aap ka programme ise is baar offer nahin karta. Koi aur course chunein.
request-add-prerequisite = Is course ke liye pehle { $about } pass hona chahiye. Koi aur course chunein.
request-add-alternatives = { $about } mein se sirf aik liya ja sakta hai, aur aap ke paas dono ho jayein ge. Koi aur course chunein, ya <b>Wapas</b> ja kar us ka mutabadil chhorein.
request-add-too-much = Is course ke saath credit hours aik semester ki hadd se barh jayein ge. Aisa course chunein jis ke credit hours chhore jane wale course se zyada na hon.
request-message = Apna sawal ya masla apne alfaaz mein likhein.
request-review =
    Apni darkhwast dekh lein:
    <b>{ $type }</b>
    { $asked }
request-document-needed = 📎 Is ke liye <b>saboot ka document</b> zaroori hai: photo ya PDF yahan bhejein (CNIC ya sanad), phir <b>Jama karayein</b> chunein.
request-document-welcome = 📎 Chahein to pehle documents bhej dein: photos ya PDF, zyada se zyada 5, har aik 10 MB tak. Phir <b>Jama karayein</b> chunein.
request-submit = ✅ Jama karayein
request-drop-it = ❌ Jama na karayein
requests-send = ✅ Bhejein
request-filed =
    ✅ Aap ki darkhwast jama ho gayi. Hawala number: <code>{ $reference }</code>
    University is ka jaiza le gi; koi tabdeeli ho gi to main yahan bata doon ga.
request-answered =
    👤 <b>{ $name }</b>, <b>{ $reference }</b> par:
    { $answer }
request-changed = 📨 Aap ki darkhwast <b>{ $reference }</b>: { $state }. { $note }

## Notifications
notifications = 🔔 <b>Notifications</b>
notifications-told = Aap ko in ki ittila milti hai: { $topics }
notifications-none = Is waqt aap ko kisi cheez ki ittila nahin milti.
notifications-quiet-are = 🌙 { $from } se { $to } tak khamoshi; is dauran ki ittila baad mein milti hai.
notifications-quiet-none = 🌙 Khamoshi ke koi auqaat nahin.
notifications-come-here = 📍 Ittilaat isi chat mein aati hain.
notifications-come-elsewhere = 📍 Ittilaat aap ki kisi doosri chat mein aati hain.
notifications-latest = 📰 Elanaat
notifications-topics = ✅ Mauzu chunein
notifications-quiet = 🌙 Khamoshi ke auqaat
notifications-here = 📍 Yahan bheja karein
notifications-are-here = Ab se ittilaat isi chat mein aayein gi.
notifications-turn-off = 🔕 Sab band karein
notifications-off = 🔕 Ab aap ko koi ittila nahin mile gi. Aap jo poochein ge us ka jawab zaroor mile ga. Dobara ittila ke liye menu mein <b>Notifications</b> kholein.
unsubscribe-nobody = Yahan koi logged in nahin, is liye koi ittila nahin aati.
topics-which =
    Aap ko kin cheezon ki ittila chahiye?
    Mauzu chunein, hatane ke liye usay dobara chunein; ya kai number ek saath likhein, jaise <code>1 3 5</code>.
topics-chosen = ✅ Aap ko in ki ittila mile gi: { $topics }
topics-stopped = 🔕 Ab aap ko in ki ittila nahin mile gi: { $topics }. Dobara chahiye ho to menu mein <b>Notifications</b> kholein.
topic-admissions = Dakhla aur registration
topic-exams = Imtihanat
topic-results = Results
topic-workshops = Workshops
topic-tutor = Tutor aur assignments
topic-requests = Meri requests
quiet-hours-which = 🌙 Kis waqt khamosh rahoon? Is dauran ki ittila baad mein mile gi. In mein se chunein, ya koi aur waqt likh dein.
quiet-hours-22-7 = 22:00 – 07:00
quiet-hours-21-9 = 21:00 – 09:00
quiet-hours-own = ✍️ Koi aur waqt
quiet-hours-none = Khamoshi ka koi waqt nahin
quiet-hours-write = Kab se kab tak? Yun likhein: <code>raat 10 baje se subah 7 baje</code>
quiet-hours-again = Mujhe do waqt chahiyein, aur yeh ke raat ke hain ya subah ke, jaise <code>raat 10 baje se subah 7 baje</code>. Barah-e-karam dobara likhein.
quiet-hours-are = 🌙 Main { $from } se { $to } tak khamosh rahoon ga.
quiet-hours-are-none = 🔔 Ab khamoshi ka koi waqt nahin.
announcements = 📰 <b>Elanaat</b> · Kaun sa parhna chahein ge?
announcements-nothing = Abhi koi elaan nahin hua.
announcement =
    📰 <b>{ $title }</b>
    { $date }

    { $body }
announcements-other = 📰 Doosre elanaat
reminder-day = { $weekday }, { $date }
reminder-line = • { $line }
reminder-papers = ⏰ <b>{ $day }</b> ko aap ke papers. Roll number slip aur CNIC saath layein.
reminder-assignments = ⏰ <b>{ $day }</b> tak jama karani hain; der se aane wali assignment qabool nahin hoti:
reminder-tutors = 🔔 Aap ke tutors muqarrar ho gaye hain:
reminder-tutors-where = Rabte ki tafseel <b>Mere Tutors</b> mein hai.
reminder-enrolment = ⏰ <b>{ $semester }</b> ka dakhla <b>{ $closes }</b> ko band ho raha hai aur aap ne abhi dakhla nahin liya. Menu mein <b>Course Registration</b> kholein.
reminder-workshops = ⏰ <b>{ $day }</b> ko aap ki workshops:
reminder-results = 🎓 <b>{ $semester }</b> ke results ka elaan ho gaya hai. Woh <b>Exam aur Grades</b> mein hain.
reminder-announcement =
    📰 <b>{ $title }</b>
    { $body }

## The desk
menu-desk = 📥 Desk
menu-staff = 📥 <b>{ $name }</b>, aap kya karna chahein ge?
staff-no-student = Yeh har student ka zaati hissa hai, aur aap yahan staff ke taur par login hain. Students ki darkhwastein <b>Desk</b> mein hain. Agar aap khud bhi yahan parhte hain to <b>Login</b> chunein.
staff-email = University mein aap ki <b>e-mail</b>?
staff-password = Aur aap ka <b>password</b>? Main aap ka message fauran mita deta hoon aur password kahin nahin rakhta.
staff-password-kept = Aur aap ka <b>password</b>? Main use kahin nahin rakhta. Baad mein apna message mita dein.
staff-logged-in = Aap 12 ghante ke liye desk par hain, <b>{ $name }</b>.
desk-which = 📥 <b>Desk</b> · Kaun si requests?
desk-waiting = ⏳ Jinhein abhi kisi ne nahin dekha
desk-mine = 🙋 Meri
desk-open = 📂 Sab jo khuli hain
desk-find = 🔍 Naam, number ya hawala
desk-found-nothing = Kuch nahin mila. Naam se sirf khuli darkhwastein milti hain, registration number ya hawala number se sab.
desk-request = Kaun si request?
desk-choice = { $reference } · { $type } · { $name }
desk-nothing = Is list mein ab koi request baqi nahin.
desk-student =
    🎓 <b>{ $name }</b>, { $registrationNumber }
    { $programme }, { $regionalOffice }
desk-assignee = Is par { $name } kaam kar rahe hain.
desk-change = { $field }: { $from } → <b>{ $to }</b>
desk-field-name = Naam
desk-field-cnic = CNIC
desk-field-phone = Mobile
desk-field-address = Pata
desk-field-course = Course
desk-action-take = 🙋 Apne zimme lein
desk-action-answer = 💬 Jawab dein
desk-action-ask-for-document = 📎 Document mangein
desk-action-approve = ✅ Manzoor karein
desk-action-reject = ❌ Mustarad karein
desk-action-close = ☑️ Band kar dein
desk-action-reopen = 🔁 Dobara kholein
desk-reveal = 👁 Poora dikhayein
desk-other = 📥 Doosri requests
desk-approve-sure = Kya { $reference } manzoor karoon? Record fauran badal jaye ga aur talib-e-ilm ko bata diya jaye ga.
desk-words-answer = Main { $reference } ke bare mein talib-e-ilm ko kya bataoon?
desk-words-ask-for-document = { $reference } ke liye kaun sa document chahiye? Talib-e-ilm aap ka likha parhe ga.
desk-words-reject = { $reference } kyun mustarad hai? Talib-e-ilm aap ka likha parhe ga.
desk-words-close = { $reference } ka kya hua? Talib-e-ilm aap ka likha parhe ga.
desk-done = Ho gaya: { $reference }. Talib-e-ilm ko bata diya gaya hai.
desk-done-among-staff = Ho gaya: { $reference }. Aap ka likha sirf staff ke liye hai.
desk-overdue = ⏰ Jin ka waqt guzar gaya
desk-urgent = 🔥 Fauri
desk-reached = 📱 Rabta: { $channels }
desk-blocked = 🚫 Talib-e-ilm ne bot ko block kar rakha hai: jawab nahin pohnchte.
desk-nowhere = 📵 Talib-e-ilm kahin login nahin: jawab request mein rehte hain.
desk-due-answer = ⏱ Pehla jawab { $when } tak
desk-due-resolution = ⏱ Faisla { $when } tak
desk-earlier = 🗂 Pehle: { $count }
desk-moment = { $weekday } { $date } ko { $time } baje
desk-entry-student = 🎓 <b>{ $name }</b>: { $body }
desk-entry-staff = 👤 <b>{ $name }</b>: { $body }
desk-entry-note = 📝 <b>{ $name }</b>, sirf staff ke liye: { $body }
desk-entry-before =
    🤖 Is se pehle bot ko likha:
    { $body }
desk-entry-edited = ✏️ Durust kiya: { $body }
desk-entry-deleted = 🗑 { $name } ne ek message wapas liya.
desk-file-refused = ⚠️ 📎 { $name } yahan nahin dikhai ja sakti; desk ke page par maujood hai.
desk-event-filed = 📄 Darkhwast di gayi
desk-event-take = 🙋 { $name } ne le li.
desk-event-assign = ➡️ { $name } ne { $note } ko di.
desk-event-ask-for-document = 📎 { $name } ne document manga: { $note }
desk-event-approve = ✅ { $name } ne manzoor ki; record badal gaya. { $note }
desk-event-reject = ❌ { $name } ne mustarad ki: { $note }
desk-event-close = ☑️ { $name } ne band ki: { $note }
desk-event-reopen = 🔁 { $name } ne dobara kholi.
desk-event-withdraw = ↩️ Talib-e-ilm ne wapas le li.
desk-event-answer = 📎 Talib-e-ilm ne kuch bheja hai: dobara jaiza mein hai.
desk-event-hand-back = 🤖 { $name } ne talib-e-ilm ko bot ke hawale kiya.
desk-event-rated = ⭐ Talib-e-ilm ki raye: 5 mein se { $note }
desk-event-first-answer-soon = ⏰ Pehle jawab ka waqt qareeb hai.
desk-event-first-answer-late = 🔥 Pehle jawab ka waqt guzar gaya; supervisors ko bata diya gaya.
desk-event-resolution-soon = ⏰ Faisle ka waqt qareeb hai.
desk-event-resolution-late = 🔥 Faisle ka waqt guzar gaya; supervisors ko bata diya gaya.
desk-action-note = 📝 Staff ke liye note
desk-action-assign = ➡️ Kisi aur ko dein
desk-action-hand-back = 🤖 Bot ke hawale
desk-words-note = { $reference } par kya note karoon? Sirf staff ise dekhe ga.
desk-words-assign = { $reference } kis ko doon? Naam ya e-mail likhein.
desk-assigned = ➡️ { $name } ne <b>{ $reference }</b> aap ko di hai.
desk-late = 🔥 <b>{ $reference }</b> ka waqt guzar gaya.
misunderstood-week = 🧩 { $week } se shuru hone wale hafte mein <b>jo samajh nahin aaya</b>:
misunderstood-phrase = { $count } baar: { $phrase }
misunderstood-chosen = { $count } baar: { $phrase }, phir chuna gaya: { $chosen }
desk-code = Aap ka code <code>{ $code }</code> hai, das minute ke liye. Jis chat mein kaam karte hain wahan likhein: <code>/link { $code }</code>
desk-code-make = 🔗 Chat jorne ka code
staff-link-code = Jo <b>code</b> mila hai woh likhein, jaise <code>ABCD-2345</code>.
staff-linked = ✅ Yeh chat desk par aap ki hai, <b>{ $name }</b>, jab tak logout na karein.

## The desk's page
staff-password-page = Password
desk-write = Talib-e-ilm ko likhein …
desk-write-note = Staff ke liye note …
desk-choose = Koi request chunein.
group-more-button = Mazeed
page-figures = Desk ke figures
page-back = Wapas
page-send = Bhejein
page-attach = File lagayein
page-file-with-answer = File talib-e-ilm ko jawab ke saath jati hai. Pehle khane mein likhi hui baat bhejein ya hata dein, phir file lagayein.
page-offline = Page is waqt university tak nahin pohnch sakta. Dobara koshish ho rahi hai.
page-not-done = Yeh nahin bheja ja saka: university se rabta nahin hua. Aap ka likha mehfooz hai; barah-e-karam dobara bhejein.
page-close = Yeh ittila band karein

## The desk's group
group-help =
    Thread mein, ya us ke kisi message par reply kar ke, jo likhein talib-e-ilm ko jata hai: text, tasveer, PDF, voice note. Baqi buttons se, ya commands se:
group-help-quoting =
    Kisi request ke message par reply kar ke jo likhein us ke talib-e-ilm ko jata hai: text, tasveer, PDF, voice note. Bina reply ke jo likhein kisi student ko nahin jata. Baqi commands se, woh bhi request ke message par reply kar ke:
group-commands =
    <code>/claim</code> apne zimme lein · <code>/assign NAAM</code> kisi aur ko dein · <code>/note</code> sirf staff ke liye · <code>/reply KEY</code> mehfooz jawab
    <code>/document NAAM</code> document mangein · <code>/approve</code> manzoor karein · <code>/reject WAJAH</code> mustarad karein · <code>/close NATIJA</code> band karein · <code>/reopen</code> dobara kholein · <code>/bot</code> talib-e-ilm ko bot ke hawale karein
    <code>/show</code> number aur pate poore, sirf aap ko · <code>/delete</code> apne message par reply kar ke: wapas lein
    Har jagah: <code>/queue</code> sab khuli · <code>/mine</code> meri · <code>/overdue</code> jin ka waqt guzar gaya · <code>/find NAAM</code> dhoondein · <code>/stats</code> figures · <code>/broadcast</code> sab ko ittila
group-stranger = Main aap ko desk par nahin pehchanta, is liye kuch bheja ya kiya <b>nahin</b> gaya. Desk ke page ya admin se code lein aur yahan ya private chat mein <code>/link CODE</code> likhein.
group-anonymous = Aap yahan gumnaam likh rahe hain, is liye maloom nahin ho sakta ke aap kaun hain, aur kuch bheja ya kiya <b>nahin</b> gaya. Group ki admin settings mein <b>Remain anonymous</b> band karke apne naam se likhein, ya desk ka page istemal karein: <code>/desk</code>
group-linked = ✅ <b>{ $name }</b>, ab se yahan jo karein ge aap ke naam se hoga.
group-where = Yeh kisi request ka nahin. Kisi request ke thread mein likhein, ya us ke kisi message par reply karein.
group-where-quoting = Yeh kisi ko nahin mila. Jis request ke baare mein hai us ke kisi message par reply kar ke likhein: message par ungli rakhe rahein, phir <b>Reply</b> chunein.
group-file-lost = 📎 Yeh file kisi student ko nahin gayi. Jis request ke liye hai us ke kisi message par reply kar ke dobara bhejein; kai files hon to har aik.
group-unknown = Yeh command main nahin janta: <code>/help</code> mein sab likha hai.
group-not-sent = ⚠️ Nahin bheja gaya: { $why }
group-not-done = ⚠️ Nahin hua: { $why }
group-no-note = Yeh student tak pohnch chuka hai, ab note nahin ban sakta. Is par reply kar ke <code>/delete</code> se wapas lein; note naye sire se likhein.
group-delete-own = Kuch wapas nahin liya gaya: sirf apna likha wapas liya ja sakta hai. <code>/delete</code> usi message par reply kar ke bhejein.
group-file-alone = File jawab ke saath ya <code>/note</code> ke saath jati hai. Usay isi tarah bhejein, aur command alag se likhein.
group-unsendable = Yeh qism aage nahin bheji ja sakti: text, photo (JPEG, PNG), PDF aur voice note bheje ja sakte hain.
group-saved = 💬 Mehfooz jawab
group-write-first = 🔒 Yeh sirf aap ke liye hai: pehle mujhe private chat mein likhein, phir dobara poochein.
group-not-alone-now = 🔒 Yeh sirf aap ke liye hai, aur abhi aap ki private chat tak nahi pahuncha. Ek minute baad dobara poochein.
group-nothing = 📭 Kuch nahin.
group-line = { $reference } · { $type } · { $name } · { $who }
group-nobody = abhi koi nahin
group-find = Command ke baad likhein kya dhoondna hai: <code>/find 22P-123456</code>, hawala number, ya naam.
group-more = … aur bhi hain. <code>/mine</code>, <code>/overdue</code> aur <code>/find NAAM</code> se kam aati hain; desk ke page par sab darj hain.
group-replies = Mehfooz jawab; <code>/reply KEY</code> se bhejein:
group-reply-line = <code>{ $key }</code> · { $title }
group-stats =
    📊 <b>Desk</b>
    { $open } khuli · { $waiting } muntazir · { $overdue } ka waqt guzar gaya
    Pehla jawab { $median } baad (30 din ka median)
    Itminan: { $satisfaction } ({ $ratings } jawab)
group-minutes = { $minutes } minute
group-hours = { $hours } ghante { $minutes } minute

## Help
help = ❓ <b>Madad</b> · Kya jaanna hai?
help-what = Yeh kya hai?
help-what-answer = Main Rabta hoon: university ka campus management portal, chat mein. Jo chahiye woh chunein ya likh dein: <i>grades</i>, <i>menu</i>, <i>madad</i>.
help-log-in = Login kaise karoon?
help-log-in-answer = Menu mein <b>Login</b> chunein, phir apna registration number (jaise <code>22P-123456</code>) aur portal ka password dein. Yeh kisi aur ko hargiz na batayein.
help-login-fails = Login nahin ho raha
help-login-fails-answer = Pehle registration number dekh lein: 2 digits, 1 letter, dash, 6 digits. Paanch baar ghalat password ke baad kuch der intezar karna hota hai. Password yaad na ho ya kabhi tha hi nahin to menu mein <b>Password bhool gaye / pehla login</b> chunein.
help-result = Apna result kaise dekhoon?
help-result-answer = <b>Exam aur Grades</b> kholein, phir <b>Grades</b>, aur semester chunein. Marks result ke elaan par aate hain: Spring ke January–February mein, Autumn ke July–August mein.
help-assignments = Kya assignment yahan jama hoti hai?
help-assignments-answer = Ji nahin. BS, B.Ed, MA aur is se upar ke programme assignment LMS par upload karte hain: lms.aiou.edu.pk. Matric, FA aur BA ki assignment daak se tutor ke pate par jati hai.
help-lms = CMS ya LMS?
help-lms-answer = CMS (aur yeh chat) registration, grades, date sheet, tutor aur requests ke liye hai. LMS, lms.aiou.edu.pk, assignment aur workshop ke liye hai.
help-next-semester = Agle semester ki registration kab ho sakti hai?
help-next-semester-answer = Jab pichla semester mukammal ho, us ka result manzoor ho chuka ho, aur dakhle khule hon: Spring ke February–March mein, Autumn ke August–September mein.
help-wrong = Meri maloomat ghalat hain
help-wrong-answer = Naam, CNIC, pate ya mobile number ki ghalti <b>Student Service Request</b> se theek hoti hai: menu se kholein, ya profile mein jo ghalat hai woh chunein. Saboot ki photo ya PDF isi chat mein saath bhejein. Baqi sab, jaise walid ka naam ya tareekh-e-paidaish, wahin <b>Aam sawal</b> se theek hota hai: likhein ke kya hona chahiye, aur saboot bhejein.
help-tutor = Mere tutor nazar nahin aa rahe
help-tutor-answer = Tutor aam taur par semester shuru hone ke ek do hafte baad muqarrar hote hain. <b>Mere Tutors</b> kholein, course chunein, phir <b>Tabdeeli par mujhe batayein</b>.
help-schedule = Exam schedule nazar nahin aa raha
help-schedule-answer = Is ka matlab hai ke abhi elaan nahin hua; aap ki taraf se koi kami nahin. Baad mein <b>Exam aur Grades</b> mein dekh lein, ya <b>Notifications</b> mein Imtihanat ka mauzu chun lein: elaan hote hi aap ko bata diya jaye ga.
help-pending = Meri request abhi pending hai
help-pending-answer = Is ka matlab hai ke staff ne abhi ise dekhna hai. Yeh <b>Student Service Request</b> mein hai, jahan aap message ya document shamil kar sakte hain. Tabdeeli hui to main yahin bata doon ga.
help-address = Pata ya phone number kaise badloon?
help-address-answer = <b>Meri Profile</b> kholein aur <b>Naya pata</b> ya <b>Naya mobile number</b> chunein. University manzoor kare gi aur main bata doon ga.
help-phone = Kya yeh mere phone par chale ga?
help-phone-answer = Ji haan: WhatsApp mein, Telegram mein, ya kisi bhi browser mein. Data bohat kam kharch hota hai.
help-office = Fees, kitabein, degree
help-office-answer = Fees, kitabein, degree aur certificate, scholarship, exam centre ki tabdeeli, paper ki rechecking, koi shikayat: in ka jawab mere paas nahi, magar university ke log madad kar sakte hain.

## A person
person =
    🙋 Log aap ki madad ke liye maujood hain:
    <b>Regional office { $name }</b>
    { $address }
person-or-write = Ya university ko likhein: koi ise parhe ga aur aap ko reference number mile ga.
week-day = 🕘 { $day }: { $hours }
week-days = 🕘 { $first } se { $last }: { $hours }
person-call = 📞 { $phone }
person-write = 💬 Staff ko likhein
person-send-sure = 🙋 Kya yeh message staff ko bhej doon? Koi ise parh kar jawab de ga. “{ $letter }”
person-send = ✅ Bhej dein
person-send-not = Nahin, yeh nahin
person-stranger = 🙋 Log regional offices mein maujood hain: un ke number ke liye <b>Regional offices</b> chunein. Login karne ke baad aap yahin se university ko likh sakein ge.
offices = 🏢 Regional offices
offices-which = 🏢 Kaun sa regional office? Har aik ka number aur pata yahan hai.
offices-other = 🏢 Koi aur office

## The desk: talking to it, and how it went
talk-begin = 🙋 Likhein ke kya baat hai: university mein koi ise parhe ga. Tasveerein, PDF aur voice note bhi bhej sakte hain.
talk-open-now = 🕘 Daftar khula hai. Aap ko <b>{ $by }</b> tak jawab mil jaye ga.
talk-closed-now = 🌙 Daftar is waqt band hai aur <b>{ $opens }</b> khule ga. Aap ko <b>{ $by }</b> tak jawab mil jaye ga.
talk-live = 💬 <b>{ $reference }</b> · Ab aap ka likha staff ko jata hai. Baqi sab ke liye <b>menu</b> likhein.
talk-going-on = 💬 <b>{ $reference }</b> · baqi sab ke liye <b>menu</b>
talk-passed = ✓ Staff tak pohncha diya.
talk-filed = ✓ Staff tak pohncha diya. Hawala number: <code>{ $reference }</code>
talk-unsendable = Yeh aage nahin bheja ja sakta. Please likh dein, ya photo, PDF ya voice message bhejein.
talk-end = ☑️ Guftagu khatam
talk-ended = ☑️ Ab aap ka likha bot parhe ga. Aap ki darkhwast { $reference } staff ke paas hai, aur jawab yahin aaye ga.
talk-back = 🤖 Ab phir bot aap ke saath hai: staff ne <b>{ $reference }</b> wapas kar di hai.
talk-edited = ✏️ <b>{ $name }</b>, durust kiya hua: { $answer }
talk-unsaid = 🗑 { $name } ne { $reference } ke bare mein ek message wapas le liya hai.
menu-talk = 💬 Staff se baat jari rakhein
rate-which = Kaun si request?
rate-none = Is waqt raye dene ko kuch nahin.
rate-ask = ⭐ <b>{ $reference }</b> ke bare mein ek sawal: kaisa raha?
rate-5 = ⭐⭐⭐⭐⭐ Bohat acha
rate-4 = ⭐⭐⭐⭐ Acha
rate-3 = ⭐⭐⭐ Theek
rate-2 = ⭐⭐ Zyada acha nahin
rate-1 = ⭐ Bura
rate-skip = Rehne dein
rate-thanks = Shukriya. Aap ki raye: <b>{ $rating }</b>. Staff ise zaroor parhe ga.

## Broadcasts
menu-broadcast = 📣 Students ko ittila bhejein
menu-broadcasts = 📈 Bheji gayi ittilaat
broadcast-topic = 📣 <b>Kis bare mein?</b> Jinhon ne yeh topic chuna hai unhein bataya jaye ga.
broadcast-everybody = 👥 Sab jinhon ne topic chuna hai
broadcast-programmes = 🎓 Kuch programmes
broadcast-regions = 📍 Kuch regions
broadcast-courses = 📚 Kuch courses
broadcast-ur = Ab <b>Urdu</b> mein paigham likhein. Urdu chhorni ho to sirf aik dash (-) likh dein: tab yeh students English paigham parhein ge.
broadcast-latin = Ab <b>Roman Urdu</b> mein paigham likhein. Chhorni ho to dash (-) likh dein.
broadcast-buttons-ask = Neeche koi button chahiye, jo chat mein mutaliqa hissa khol de? Zyada se zyada { $most }, ya koi nahin.
broadcast-buttons-many = Button { $most } se zyada nahin ho sakte; kuch hata dein.
broadcast-templates-ask = 📄 Jin ke Meta ke 24 ghante guzar chuke, un ke liye WhatsApp ko template chahiye. Har zaban ka ek naam, is tarteeb mein: { $languages }. Maslan: <code>{ $example }</code>; koi na ho to dash.
broadcast-templates-none = ➡️ Idare ka apna
broadcast-templates-again = Yeh samajh nahin aaya, ya zabanon se zyada hain. Template aur us ki zaban yun likhi jati hai: <code>{ $example }</code>.
broadcast-preview-on = 👁 { $channel } par
broadcast-example-name = Ayesha
broadcast-size =
    { $total ->
        [one] 👥 Yeh is waqt <b>{ $total }</b> student tak pohnche ga. { $channels }
       *[other] 👥 Yeh is waqt <b>{ $total }</b> students tak pohnche ga. { $channels }
    }
broadcast-send = 📣 Bhej dein
broadcast-drop = ❌ Na bhejein
broadcast-submitted = ✅ { $reference }: { $state }
broadcast-which = 📈 Kaun si ittila?
broadcast-nothing = Abhi koi ittila nahin bheji gayi.
broadcast-choice = { $reference } · { $topic } · { $state }
broadcast-card = 📣 <b>{ $reference }</b> · { $topic } · { $state }
broadcast-figures = { $sent } bheje · { $failed } nakam · { $leftOut } chhore, kul { $total }
broadcast-pace = { $rate } fi second, taqreeban { $minutes } minute baqi
broadcast-reasons = Wajah: { $reasons }
broadcast-scheduled = 🕘 Aghaz { $when }
broadcast-again = 🔄 Ab tak kitni gayi?
broadcast-others = 📈 Doosri ittilaat
broadcast-action-test = 🧪 Sirf mujhe bhejein
broadcast-action-submit = 📣 Bhej dein
broadcast-action-approve = ✅ Manzoor karein
broadcast-action-pause = ⏸ Rokein
broadcast-action-resume = ▶️ Jari rakhein
broadcast-action-cancel = ⏹ Mansookh karein
broadcast-sure = <b>{ $action }</b>: { $reference }? Yeh wapas nahin ho sakta.
broadcast-state-draft = ✏️ musawwada
broadcast-state-awaiting_approval = 🔎 doosre ki manzoori baqi
broadcast-state-scheduled = 🕘 waqt muqarrar
broadcast-state-running = 📤 bheji ja rahi hai
broadcast-state-paused = ⏸ ruki hui
broadcast-state-cancelled = ⏹ mansookh
broadcast-state-finished = ✅ mukammal
topic-emergency = 🚨 Hangami
broadcast-stop = Yeh ittilaat band karne ke liye likhein: <b>band karo</b>
broadcast-results = 🎓 { $name }, <b>{ $semester }</b> ke results ka elaan ho gaya hai.
broadcast-results-own = Aap ka result: GPA <b>{ $average }</b> · { $courses }
broadcast-results-open = 📊 Mera result
results-published = 🎓 <b>{ $semester }</b>, { $programmes }: { $when } se publish. { $reference } har ek ko us ka result batati hai.
broadcast-test = 🧪 <b>{ $reference }</b>, sirf aap ke liye test:
broadcast-new = ✏️ Nayi ittila
broadcast-about = Kis baare mein
broadcast-for = Kis ke liye
broadcast-levels = 🪜 Khaas levels
broadcast-semester = 📅 Koi semester
broadcast-enrolment = 📝 Enrolment ki haalat
broadcast-subscribed = 🔔 Kisi aur topic ki ittilaat bhi lene wale
broadcast-channels = 💬 Khaas messenger mein
broadcast-numbers = 📄 Registration numbers ki list
broadcast-enrolment-enrolled = Enrolled
broadcast-enrolment-completed = Mukammal
broadcast-enrolment-incomplete = Namukammal
broadcast-enrolment-withdrawn = Withdraw kiya
broadcast-enrolment-not = Enrolled nahin
broadcast-any = Koi bhi
broadcast-numbers-read = 📄 { $count } registration number parhe gaye.
broadcast-numbers-unread = Jin lines mein koi number nahin mila: { $lines }
broadcast-says = Kya likha hai
broadcast-english-needed = Zaroori: jis ki zaban yahan khali ho woh English parhe ga.
broadcast-template = WhatsApp template, un ke liye jin ke 24 ghante guzar chuke
broadcast-value-course = Course, sab ke liye
broadcast-value-date = Tareekh
broadcast-file = 📎 Tasveer ya PDF
broadcast-file-off = ✖ Is ke baghair
broadcast-below = Neeche button, zyada se zyada teen
broadcast-preview = 👁 Preview
broadcast-window-over = Jahan 24 ghante guzar chuke hon:
broadcast-when = Kab shuru ho, Pakistan ka waqt; khali: foran
broadcast-keep-draft = 🧪 Musawwada rakhein, test ke liye
results-publish = 🎓 Results ka elaan
results-publish-hint = Kisi semester ke results ka elaan, foran ya muqarrara waqt par. Jo us waqt in programmes mein thay aur results ki ittila chahte hain, woh idare ke alfaz mein apna result parhein ge. Yeh wapas nahin ho sakta.
broadcast-copy = ✏️ Is se nayi likhein
broadcast-csv = ⬇️ Jin tak nahin pohnchi
broadcast-csv-of = ⬇️ { $reference }: jin tak nahin pohnchi, aur kyun
broadcast-recipients =
    { $total ->
        [one] 👥 { $total } student ke liye
       *[other] 👥 { $total } students ke liye
    }
broadcast-receipts = ✔️ { $delivered } pohnch chuke · 👁 { $read } parhe gaye
broadcast-people = ✍️ { $createdBy } · ✅ { $approvedBy }
broadcast-summary-line = { $channel } · { $language }: { $counts }
broadcast-outcome-queued = { $count } baqi
broadcast-outcome-sent = { $count } bheje
broadcast-outcome-failed = { $count } nakam
broadcast-outcome-left-out = { $count } chhore
broadcast-outcome-delivered = { $count } pohnche
broadcast-outcome-read = { $count } parhe gaye
broadcast-seconds = { $rate } fi second, taqreeban { $seconds } second baqi
broadcast-manage = ⚙️ Rokein ya mansookh karein
broadcast-numbers-none = Is mein koi registration number nahin mila. Woh <code>22P-123456</code> jaisa hota hai.
broadcast-numbers-many = Yeh chat ke liye zyada number hain: zyada se zyada { $most }. Desk ka safha zyada le sakta hai.
broadcast-segment =
    👥 <b>Yeh kis ke liye hai?</b> Code likhein, jitne chahein; paigham unhi students ko jaye ga jin par sab code poore utarte hon: programme, region, semester, course code, enrolled ya not-enrolled, topic, messenger. Maslan: <code>{ $examples }</code>
    Ya registration numbers ki CSV file bhejein. Jo bhi yeh ittilaat lete hain un sab ke liye <b>sab</b> likhein.
broadcast-segment-is = Ab tak: { $names }
broadcast-segment-done = ✅ Bas yehi
broadcast-segment-anew = ↩️ Dobara shuru karein
broadcast-segment-unknown = Yeh code mere ilm mein nahin: { $words }. Is line se kuch shumar nahin hua; misaal ki tarah code likhein, ya sab ke liye <b>sab</b> likhein.
broadcast-file-ask = 📎 Saath koi tasveer ya PDF? Abhi bhejein, ya is ke baghair aage barhein.
broadcast-file-is = 📎 { $name } saath jaye ga.
broadcast-file-none = ➡️ Is ke baghair
broadcast-file-with = ➡️ Is ke saath
broadcast-course-ask = <code>{ $field }</code> ki jagah kya likha jaye?
broadcast-date-ask = <code>{ $field }</code> ki jagah kaun si tareekh? Is tarah likhein: { $example }
broadcast-date-again = Tareekh samajh nahin aayi. Is tarah likhein: <code>5 december</code> ya <code>2026-12-05</code>.
broadcast-when-ask = 🕘 Yeh kab bheji jaye? Waqt chunein, ya din aur waqt likh dein.
broadcast-now = Foran
broadcast-own-time = Kisi aur waqt
broadcast-time-ask = Kaun sa din, aur kitne baje? Is tarah: { $example }, <code>1 december subah 9 baje</code> ya <code>kal shaam 5 baje</code>, Pakistan ke waqt ke mutabiq. Sirf din likhein to subah 9 baje.
broadcast-time-again = Yeh samajh nahin aaya, ya waqt guzar chuka hai. Aane wala din likhein, aur yeh ke waqt subah ka hai ya shaam ka: <code>1 december subah 9 baje</code>.
broadcast-en-fields = Ab <b>English</b> mein paighaam. Khane: { $fields }, yaani student ka naam, course aur koi tareekh.
group-broadcast = 📣 Ittila aap apni chat mein likhte hain, jahan adhoora kaam sirf aap dekhte hain: { $where }. Phir us ki pesh raft yahan nazar aaye gi. Kisi jari ittila ko yahan dekhne ke liye: { $command }
group-broadcast-words = wahan mujhe “{ $words }” likhein

## Commands, as the messenger lists them
command-menu = Menu
command-grades = Mere grades
command-help = Sawal aur jawab
command-language = Zaban badlein
command-logout = Logout
