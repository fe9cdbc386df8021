### Every sentence that Rabta says, in English. Values in { $braces } are filled in; <b>…</b> is bold.
### Short, kind, and always with what to do next. Other languages have exactly these, with the same values.

## The engine's own
way-back = ⬅ Back
way-menu = ☰ Menu
way-person = 🙋 Talk to a person
way-speak = 🌐 English
page-earlier = ◀ Earlier
page-later = More ▶
several-done = ✅ Done ({ $count })
yes = Yes
no = No
look-next = What would you like next?
nothing-here = There is nothing here yet.
again-choice = Please choose one of these; its number is enough.
choice-one = One at a time, please: write one number.
choice-unlisted = { $value } is not among these.
again-several = Please choose one; its number is enough, several at once like <code>1 3 5</code>. Then choose <b>Done</b>.
again-text = Please write it in words.
again-shorter = That is too long for me. Please use at most { $most } characters.
again-password = Please write the password as a text message.
again-password-longer = That is too short for a password, so I have not tried it: one has at least { $least } characters. Please write it here, or choose <b>Menu</b> to leave.
again-password-sentence = That looks like a request, not a password, so I have not tried it. Please write the password here, or choose <b>Menu</b> to leave.
again-file = Please send a photo or a PDF, or choose one of these.
files-attached = 📎 { $name } is attached.
files-name = 📎 { $name }
files-enough = I can take { $most } documents at once, not more.
files-too-large = That file is larger than 10 MB. Please send a smaller one, or a photo.
files-unavailable = I could not get this file. Please send it again.
unreadable = I can read only text here. Please write it in words.
unreadable-voice = I cannot listen to voice notes. Please write it, or choose <b>Talk to a person</b>: there I pass it on.
unreadable-video = I cannot watch videos, nor pass them on. Please write it, or choose <b>Talk to a person</b>: a voice note or a photo reaches them there.
unreadable-sticker = 😊 Stickers are beyond me: I understand what is written.
unreadable-location = I have no use for a location. If you have moved, write <b>change my address</b>.
unreadable-contact = I do not keep the numbers of others. If yours is new, write <b>change my mobile number</b>.
unreadable-file = I cannot look at photos and files here. As proof they go with a <b>service request</b>; or write <b>talk to a person</b>: there I pass them on.
unreadable-file-yet = 📎 I take photos and documents at the end, when everything else is written. Please send it again then.
caption-read = I cannot look at the picture here; I have read what you wrote with it.
unknown-command = Sorry, I do not know that command.
old-answer = That was the answer to an earlier question. This is where we are now:
old-number = That number is from an earlier list. This is where we are now:
old-button = That button was from an earlier message. This is where we are now:
cancelled = Cancelled. Nothing was saved.
timed-out = I have not heard from you for a while, so I stopped here: nobody else can go on where you left off. Nothing was saved.
forgotten = 🔄 I was restarted, and no longer know what we were talking about. At the university nothing is lost. Please log in again.
forgotten-staff = 🔄 I was restarted, and no longer know what we were talking about. At the desk nothing is lost, and this chat is still yours there, <b>{ $name }</b>.
conversation-gone = This part has changed since you began. Nothing was saved; please start again from the menu.
offer-person = If you are stuck, a person can help: choose <b>Talk to a person</b>.
not-understood =
    Sorry, I did not understand that. You can ask me, for example:
    • When is my paper of 405?
    • Tutor of 1429
    • My result of last semester
    • Change my mobile number
not-understood-either = Sorry, I did not understand that either.
meant-which = I am not sure what you mean. Is it one of these?
meant-one = Do you perhaps mean this?
meant-neither = None of these
meant-nothing = All right. Please say it in other words, or choose one of these.
wished-next = After that: <b>{ $name }</b>.
language-taken = I go on in English. To change that, write <b>language</b>.
language-offer = Shall we go on in English? Choose or write <b>🌐 English</b>.
delete-password-yourself = Please delete your message with the password now: I cannot do it here.

## Problems
problem-validation-failed = The university's system could not read that. Please try again from the menu.
problem-idempotency-key-required = Something went wrong on our side. Please try again in a few minutes.
problem-idempotency-key-reused = That was sent before with other details. Please start again from the menu.
problem-service-key-required = Something went wrong on our side. Please try again later.
problem-login-required = Please log in first.
problem-login-expired = Your login has ended. Please log in again.
problem-wrong-credentials = The registration number and the password do not match. Please try again.
problem-password-required = You have been away for a while. To keep your marks private, please confirm your password.
problem-not-found = Sorry, I could not find that.
problem-results-not-announced = The results of this semester are not announced yet.
problem-date-sheet-not-announced = No date sheet is announced to you yet.
problem-slip-not-issued = Your roll number slip is not issued yet.
problem-too-few-results = A trend needs the announced results of at least two semesters.
problem-not-enrolled = You are not enrolled for this semester.
problem-enrolment-not-open = Enrolment for this semester is not open now.
problem-previous-semester-not-completed = Your previous semester is not completed yet.
problem-results-not-approved = The results of your previous semester are not approved yet.
problem-on-hold = Your record is on hold. Please ask your regional office.
problem-offering-full = Sorry: the last place in a course that you chose is gone. { $about } Please choose another.
problem-course-not-offered = This course is not offered to you now: { $about }.
problem-credit-limit-exceeded = That is more credit hours than a semester takes. Please leave a course out.
problem-prerequisite-missing = First another course must be passed: { $about }. Please leave out what needs it.
problem-alternatives-chosen = Only one of these can be taken: { $about }. Please leave one out.
problem-tutor-not-assigned = This course has no tutor yet. That usually changes 1–2 weeks after the semester starts.
problem-assignments-uploaded = Your programme uploads its assignments to the LMS, so there is nothing to post.
problem-request-open-already = A request of this kind is open already: { $about }. Add what is new to it, with a message.
problem-request-closed = This request is not open any more. If you need something else, please file a new one.
problem-staff-login-required = Please log in as a member of staff first.
problem-staff-login-expired = Your login as a member of staff has ended. Please log in again.
problem-wrong-staff-credentials = The e-mail address and the password do not match. Please try again.
problem-not-your-office = { $about } belongs to another office or department.
problem-not-allowed = Only a supervisor, or whoever wrote it, can do that.
problem-second-person-needed = A broadcast of this size is approved by somebody else than who wrote it.
problem-unknown-field = The text has a field that I do not know: { $about }. I know three, each in braces: name, course and date, in English letters.
problem-field-without-value = The text has { $about }, and nothing says what stands there. Please give it a value, or take it out.
problem-time-over = The time at which it should go out is over. Nothing was sent. Please set a later time, or none: then it goes out at once.
problem-results-published = The results of { $about } are published already, or will be at a time that is set. Nothing was changed.
problem-nothing-to-publish = There are no results of that semester for { $about }. Please check the code and the semester, or import them first. Nothing was changed.
problem-no-chat-of-yours = That chat is not yours, nor the desk's. Please log in as staff in a chat of your own first.
problem-no-such-colleague = Nobody called { $about } works at the desk. Please write the whole name or the e-mail address.
problem-taken-by-another = { $about } works on this request.
problem-action-not-possible = That cannot be done with { $about } any more. Please look at it again.
problem-file-unreadable = I cannot open this file: it is broken, protected by a password, or does something when it is opened. Please send another one, or a photo of the paper.
problem-storage-unavailable = I cannot keep documents just now: the university's storage does not take them. Everything else is as it was; please send it again a little later.
problem-file-gone = A document is not there any more: after a day I forget what was not filed. Please send it again.
problem-document-required = This request needs a document as proof. Please send a photo or a PDF of it, then choose <b>File it</b> again.
problem-contact-not-registered = That is not the mobile number on the university's record for this registration number. Please prove it another way, or ask your regional office.
problem-wrong-code = That code is not right. Please look at it again: it has six digits.
problem-code-expired = That code is used up or older than 10 minutes. Please ask for a new one.
problem-weak-password = That password is too easily guessed. Please choose one of at least 8 characters that is not your number or name, and not like <code>12345678</code>.
problem-too-many-codes =
    { $minutes ->
        [one] You have asked for three codes within an hour. Please use the newest one, or wait 1 minute.
       *[other] You have asked for three codes within an hour. Please use the newest one, or wait { $minutes } minutes.
    }
problem-links-not-available = The login page is not available just now. You can log in here in the chat.
problem-link-expired = This login link was already used, or is older than 10 minutes. Please ask for a new one.
problem-payload-too-large = That is too large for me. Please send something smaller.
problem-unsupported-media-type = I cannot take this kind of file. Please send a photo (JPEG or PNG) or a PDF.
problem-too-many-attempts =
    { $minutes ->
        [one] Too many wrong attempts. To protect the account, please wait 1 minute and then try again.
       *[other] Too many wrong attempts. To protect the account, please wait { $minutes } minutes and then try again.
    }
problem-too-many-requests = That was a little too fast. Please wait a minute and try again.
problem-internal-error = Something went wrong on our side. Nothing was lost; please try again.
problem-unavailable = The university's system is not answering just now. Nothing was lost; please try again in a few minutes.

## Language
language-name = English
language-ask =
    <b>Rabta</b> · رابطہ
    Your university, in this chat.

    Which language do you prefer?
    کس زبان میں بات کریں؟
    Kis zaban mein baat karein?

## The menu
menu-welcome =
    Welcome! I am <b>Rabta</b>, your university in this chat.

    Log in to see your grades, result card and profile.
menu-dashboard =
    <b>{ $name }</b>
    { $registrationNumber }

    What would you like to see?
menu-log-in = 🔑 Log in
menu-course-registration = 📝 Course Registration
menu-exams = 🎓 Exam & Grades
menu-tutors = 👩‍🏫 My Tutors
menu-service-requests = 📨 Student Service Request
menu-profile = 👤 My Profile
menu-courses = 📚 My Courses
menu-notifications = 🔔 Notifications
menu-help = ❓ Help
menu-settings = ⚙️ Settings
menu-log-out = 🚪 Log out
greeting = Hello! 👋
greeting-student = Hello, { $name }! 👋
courtesy-thanks = You are welcome! 😊
courtesy-yes = 👍 All right.
courtesy-no = All right.
courtesy-abuse = I can tell that you are upset, and I am sorry if something went wrong. A person will gladly help: choose <b>Talk to a person</b>.

## Course registration
enrolment-open =
    📝 <b>Enrolment for { $semester }</b> is open until { $closes }.
    A semester takes at most { $most } credit hours.
enrolment-start = Choose courses
enrolment-choose =
    <b>{ $semester }</b> · { $creditHours } of { $most } credit hours
    Choose a course to take it, and again to leave it out; or write several codes, like <code>{ $codes }</code>.
enrolment-course = { $code } · { $title } · { $creditHours } cr
enrolment-unlisted = { $code } is not on offer for you in this semester: you have passed it or its alternative already, or your programme does not offer it now.
enrolment-sign-compulsory = compulsory
enrolment-sign-repeated = not passed last time
enrolment-sign-locked = another course must be passed first
enrolment-sign-full = no place left
enrolment-course-line = <b>{ $code }</b> { $title }, { $creditHours } credit hours
enrolment-review = Please check your enrolment for <b>{ $semester }</b>:
enrolment-review-change = Please check your changed enrolment for <b>{ $semester }</b>:
enrolment-review-total = Together <b>{ $creditHours } credit hours</b>. Shall I submit it?
enrolment-review-withdraw = You would give up <b>all your courses</b> of { $semester }. Shall I withdraw you?
enrolment-done =
    ✅ You are enrolled for <b>{ $semester }</b> with { $creditHours } credit hours.
    Reference: <code>{ $reference }</code>
enrolment-confirmation-caption = Enrolment confirmation, { $semester }
enrolment-enrolled =
    ✅ You are enrolled for <b>{ $semester }</b>: { $creditHours } credit hours.
    Reference: <code>{ $reference }</code>
enrolment-until = You can change or withdraw until { $closes }.
enrolment-closed = Enrolment closed on { $closes }; it cannot be changed any more.
enrolment-confirmation = 📄 Confirmation (PDF)
enrolment-change = ✏️ Change courses
enrolment-withdraw = ❌ Withdraw
enrolment-withdrawn = You are withdrawn from { $semester }. As long as enrolment is open, you can enrol again.
enrolment-bar-no-window = No enrolment is announced for your programme yet. Please look here again from time to time; Spring is announced in February, Autumn in August.
enrolment-bar-window-not-open = Enrolment for { $semester } opens on <b>{ $opens }</b> and closes on { $closes }. Please come back then.
enrolment-bar-window-closed = Enrolment for { $semester } closed on <b>{ $closes }</b>. For a late request, please file a <b>Student Service Request</b>.
enrolment-bar-previous-semester-not-completed = You cannot enrol for { $semester } yet: your <b>previous semester is not completed</b>. Once its examinations are over and the results are approved, come back here. Enrolment is open until { $closes }.
enrolment-bar-results-not-approved = You cannot enrol for { $semester } yet: the <b>results of your previous semester are not approved</b>. Please try again after they are announced. Enrolment is open until { $closes }.
enrolment-bar-on-hold = You cannot enrol just now: the university has put a <b>hold</b> on your record. Please ask your regional office, or file a <b>Student Service Request</b>.
enrolment-bar-programme-completed = 🎉 You have passed every course of your programme: there is nothing left to enrol for.

## Login
login-link =
    Open the university's login page with <b>Log in</b>. The link is for you alone and works once, within 10 minutes.

    When you are done there, this chat goes on by itself.
login-link-button = 🔑 Log in
login-link-waiting = I am waiting for the login page. Open it with <b>Log in</b> above, or log in here in the chat.
login-here = ✍️ Log in here in the chat
login-first = To open <b>{ $name }</b>, please log in first.
login-registration-number-lost = Your registration number is on your student card, your admission letter and your results, and your regional office knows it. Without it I cannot tell who you are.
login-registration-number =
    What is your <b>registration number</b>?
    It looks like <code>22P-123456</code> and is on your student card.
login-registration-number-again = That does not look like a registration number. It has two digits, a letter and six digits.
login-password = And the <b>password</b> for { $registrationNumber }? I delete your message at once and never keep the password.
login-password-kept = And the <b>password</b> for { $registrationNumber }? I never keep it. Please delete your message afterwards.
login-done = You are logged in, <b>{ $name }</b>. On a shared phone, log out when you are done.
login-forgot = 🔐 Forgot password / first login
forgot-way =
    How shall we make sure that it is you?
    The university uses only what is on your record.
forgot-by-contact = 📱 With my phone number
forgot-by-email = ✉️ Code by e-mail
forgot-by-phone = 💬 Code by SMS
forgot-code-email = If { $registrationNumber } has an e-mail address on record, a <b>code of six digits</b> is on its way there. It is good for 10 minutes. Please write it here.
forgot-code-phone = If { $registrationNumber } has a mobile number on record, a <b>code of six digits</b> is on its way there. It is good for 10 minutes. Please write it here.
forgot-code-again = 🔁 Send a new code
forgot-code-sent = A new code is on its way; the old one is no longer good.
forgot-code-form = A code has six digits, like <code>048213</code>. Please write it again.
forgot-code-missing = Has no code come? It can take two minutes. Then choose <b>Send a new code</b>, or go back and choose another way. Once it is there, write its six digits here.
forgot-contact = Use the button below to share <b>your own number</b>. It must be the one on your record.
forgot-contact-share = 📱 Share my number
forgot-contact-own = I need your own number, shared with the button below.
forgot-contact-right = ✅ That is the number on your record.
forgot-new =
    Please write your <b>new password</b>: at least 8 characters, and not your number or name.
    I delete your message at once and never keep the password.
forgot-new-kept =
    Please write your <b>new password</b>: at least 8 characters, and not your number or name.
    I never keep it. Please delete your message afterwards.
forgot-done = ✅ Your new password is set, and you are logged in, <b>{ $name }</b>. Your other chats are told.
password-changed =
    ⚠️ A <b>new password</b> was just set for your account, in another chat.
    If that was you, all is well. If not, choose <b>This was not me</b>.
password-changed-not-me = 🚫 This was not me
not-me-sure = I will log out <b>every chat</b>, this one too, and nobody can log in before a new password is set. Shall I?
not-me-done = Done: every chat is logged out, and the password is void. Set a new one with <b>Forgot password / first login</b>. If somebody else can read your e-mail or your SMS, please go to your regional office first.
confirm-password = Please write your <b>password</b>. I delete your message at once and never keep the password.
confirm-password-kept = Please write your <b>password</b>. I never keep it. Please delete your message afterwards.

## Exam & Grades
exams = 🎓 <b>Exam & Grades</b>
exams-grades = 📊 Grades
exams-date-sheet = 🗓 Date sheet
exams-roll-number-slip = 🎫 Roll number slip
semester-spring = Spring { $year }
semester-autumn = Autumn { $year }
grades-which =
    📊 <b>Grades</b>

    Which semester?
grades-overall = Overall GPA (CGPA): <b>{ $overall }</b>
grades-choice = { $semester } · GPA { $average }
grades-choice-awaited = { $semester } · awaited
grades-nothing = There are no results on your record yet. They appear here when your first semester's results are announced.
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
    The results of this semester are not announced yet. Your courses:
grades-awaited-course = <b>{ $code }</b> { $title } · Credit hours { $creditHours }
grades-result-card = 📄 Result card (PDF)
grades-trend = 📈 Trend over the semesters
grades-trend-caption = <b>Your GPA over the semesters</b>
grades-trend-figure = { $semester }: { $average }
grades-other-semester = 📊 Another semester
grades-all = 📊 The whole semester
grades-no-course = There is no result of { $code } on your record.
grades-unlisted = There is no result of that semester on your record.
result-card-caption = Your result card, { $semester }

## Date sheet and roll number slip
date-sheet-heading = 📅 <b>Date sheet</b> · { $semester }, { $name }
date-sheet-next =
    { $days ->
        [0] ⏰ <b>Today</b>: { $code } { $title }
        [one] ⏰ <b>Tomorrow</b>: { $code } { $title }
       *[other] ⏰ Next, <b>in { $days } days</b>: { $code } { $title }
    }
date-sheet-day = <b>{ $weekday }, { $date }</b>
date-sheet-paper = { $from }–{ $to } · { $code } { $title }
date-sheet-one =
    📅 <b>{ $code } { $title }</b>
    { $weekday }, { $date }, <b>{ $from }–{ $to }</b>
date-sheet-centre =
    📍 { $name }, { $address }
    Roll number: <b>{ $rollNumber }</b>
date-sheet-no-centre = Your roll number slip is not issued yet; it says where your centre is.
date-sheet-awaited = The date sheet of { $semester } is <b>not announced yet</b>. Nothing is missing on your side: once it is announced, you find it here.
date-sheet-written = ✅ All your papers of { $semester } are <b>behind you</b>. We wish you a good result: once it is announced, you find it under <b>Grades</b>.
date-sheet-nothing = There is no examination ahead of you.
date-sheet-no-paper = No coming paper of { $code } is announced to you.
date-sheet-last = After that comes no paper that is announced to you.
date-sheet-calendar = 🗓 Into my calendar
date-sheet-all = 📅 The whole date sheet
date-sheet-calendar-caption = Open this file: your phone's calendar takes the papers over and reminds you the evening before.
slip-caption = Roll number slip, { $semester }. Print it, glue your photograph on it, and bring it with your CNIC.
slip-awaited = The date sheet is announced, but your <b>roll number slip is not issued yet</b>. Please look again in a few days.
slip-nothing = There is no roll number slip now, because no coming examination of yours is announced. Look at <b>Date sheet</b> again later.

## Profile
profile =
    👤 <b>My Profile</b>

    { $name }
    Father's name: { $fatherName }
    Registration number: { $registrationNumber }
    Programme: { $programme }
    Regional office: { $regionalOffice }
    CNIC: { $cnic }
    Mobile: { $phone }
    E-mail: { $email }
    Address: { $address }

    To protect you, some details are partly hidden here.
profile-missing = not on record
profile-wrong-name = ✏️ Correct my name
profile-wrong-cnic = ✏️ Correct my CNIC
profile-wrong-phone = 📱 New mobile number
profile-wrong-address = 🏠 New address

## Settings
settings = ⚙️ <b>Settings</b>
settings-chats = 📱 My chats
chats-which =
    📱 <b>You are logged in here.</b> 🔔 is where notifications come.
    Which chat shall be logged out?
chats-chat = { $messenger } · since { $date }
chats-here = this chat
chats-sure = Shall I log this chat out?
chats-logged-out = It is logged out.
messenger-telegram = Telegram
messenger-whatsapp = WhatsApp
messenger-web = Browser
settings-language = 🌐 Language
settings-ask-again-on = 🔒 Shared phone: ask for my password again
settings-ask-again-off = 🔓 Do not ask for my password again
settings-ask-again-is-on = From now on, after 15 quiet minutes, I will ask for your password before I show marks.
settings-ask-again-is-off = I will not ask for your password again while you are logged in.
settings-phrases-on = 📝 Help the bot learn
settings-phrases-off = 🚫 Keep none of my phrases
settings-phrases-are-on = Thank you. When I do not understand a phrase, it is kept without your name and without any number, so that I learn it.
settings-phrases-are-off = From now on nothing that you write here is kept for learning.
settings-phrases = When I do not understand a phrase, it is kept for a while without your name and without any number, so that I learn.

## Dates
weekday-0 = Sunday
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
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
        [0] Assignment { $number }: { $date } · <b>today is the last day</b>
        [one] Assignment { $number }: { $date } · <b>1 day left</b>
       *[other] Assignment { $number }: { $date } · { $days } days left
    }
assignment-none = No assignments are open now.
lms-link = 💻 Open the LMS
tutors-which =
    👩‍🏫 <b>My Tutors</b>

    Which course?
tutors-nothing = You are not enrolled in any course yet. Once you are, your tutors are shown here.
tutors-choice = { $code } · { $title }
tutors-choice-awaited = { $code } · { $title } · not assigned yet
tutors-tutor =
    👩‍🏫 <b>{ $code }</b> { $title }
    Your tutor: <b>{ $name }</b>
tutors-address = Postal address: { $address }
tutors-phone = 📞 { $phone }
tutors-email = ✉️ { $email }
tutors-awaited =
    👩‍🏫 <b>{ $code }</b> { $title }
    The tutor is not assigned yet. That usually happens 1–2 weeks after the semester starts.
tutors-asked = 🔔 You will be told here as soon as there is a tutor.
tutors-posted = Assignments are posted to the tutor, so that they arrive by their date:
tutors-uploaded = Assignments are uploaded to the LMS by their date:
tutors-address-label = 🏷 Address label (PDF)
tutors-tell-me = 🔔 Tell me when it changes
tutors-other-course = 👩‍🏫 Another course
tutors-label-caption = Your address label for course { $code }: print it, cut it out, glue it on the envelope.
tutors-now-assigned = 🔔 You have a tutor for <b>{ $course }</b> { $title }: <b>{ $tutor }</b>. The contact is under <b>My Tutors</b>.
courses-semester =
    📚 <b>My Courses</b> · { $semester }
    Credit hours: { $creditHours }
courses-nothing = 📚 <b>My Courses</b>. You are not enrolled in any course yet.
courses-course =
    <b>{ $code }</b> { $title }
    Credit hours: { $creditHours }
courses-assignment-marked = Assignment { $number }: { $marks } of 100
courses-workshop = Workshop: { $from } – { $to }, { $place }
courses-workshop-day = Workshop: { $from }, { $place }
courses-compulsory = You must attend the workshops. They are joined in the LMS.
courses-tutors = 👩‍🏫 My Tutors
courses-all = 📚 All my courses
course-unlisted = { $code } is not one of your courses this semester.

## Log out
logout-done = You are logged out. This chat now belongs to nobody. On a shared phone, please clear this chat's messages as well.
logout-nobody = Nobody is logged in here.

## Service requests
requests-list =
    📨 <b>Student Service Request</b>
    What would you like to do?
requests-new = ➕ New request
requests-unlisted = I do not find { $reference } among your requests.
requests-choice = { $reference } · { $type } · { $state }
requests-detail =
    📨 <b>{ $reference }</b>
    { $type }
    State: <b>{ $state }</b>
requests-proposed = You asked for: { $proposed }
requests-outcome = The university says: { $outcome }
requests-history = { $date }: { $state }
requests-note = { $date }: { $state }. { $note }
requests-said-student = You, { $date }: { $body }
requests-university = The university
requests-said-staff = The university, { $date }: { $body }
requests-message = ✍️ Add a message
requests-withdraw = ❌ Withdraw
requests-withdraw-sure = Shall I withdraw { $reference }? It stays in your list, but nobody works on it any more.
requests-keep = No, keep it
requests-withdraw-yes = Yes, withdraw
requests-withdrawn = { $reference } is withdrawn.
requests-write = What would you like to add to { $reference }? Write it, or send photos or PDFs.
requests-takes-no-more = { $reference } is over: nothing can be added to it any more. If you need something else, file a new request.
requests-added = Your message is added to { $reference }. I will tell you when the university answers.
requests-other = 📨 Other requests
request-type-name-correction = Name correction
request-type-cnic-correction = CNIC correction
request-type-address-change = Address change
request-type-mobile-change = Mobile number change
request-type-course-change = Course change
request-type-general = General query
request-state-pending = ⏳ waiting for review
request-state-in_review = 👀 in review
request-state-document_needed = 📎 something more is needed
request-state-approved = ✅ approved
request-state-rejected = ❌ rejected
request-state-withdrawn = ↩️ withdrawn
request-state-closed = ☑️ closed
request-kind = What is it about?
request-open-already = 📨 { $type }: your request <b>{ $reference }</b> is still open. Another of this kind is taken only once it is over. What is new can be added to it with a message; if it asks for the wrong thing, withdraw it first.
request-open-look = 👀 Look at { $reference }
request-open-on = ➡️ Go on all the same
request-open-until = I can file it only if <b>{ $reference }</b> is over by then.
request-not-filed = I could not file this: <b>{ $asked }</b>
request-name = Please write your name <b>as it must stand</b> in your record, like on your CNIC. To correct your Urdu name, write it in Urdu. This is for your own name: your father's goes into a <b>General question</b>.
request-name-again = A name has letters only, like <code>Ayesha Siddiqa</code>. Please write it again.
request-cnic = Please write your correct <b>CNIC</b>, like <code>35202-1234567-1</code>.
request-cnic-again = A CNIC has 13 digits, like <code>35202-1234567-1</code>. Please write it again.
request-street = Please write the new address <b>without the city</b>: house, street, area. Like <code>House 7, Street 2, Model Town</code>.
request-street-again = That is no address. Please write it without the city, like <code>House 7, Street 2, Model Town</code>.
request-city = And which <b>city</b>? Add the postal code if you know it, like <code>Lahore 54700</code>.
request-city-again = That is no city. Please write it, like <code>Lahore 54700</code>.
request-phone = Please write your new <b>mobile number</b>, like <code>0300 1234567</code>.
request-phone-again = That is not a mobile number of Pakistan. It looks like <code>0300 1234567</code>. Please write it again.
request-while-open = 📝 Your courses of <b>{ $semester }</b> you can change yourself, at once, as long as enrolment is open. Which do you mean?
request-all-the-same = 📨 It is about a course that I take now
request-drop = Which course would you like to <b>leave</b>?
request-drop-none = You are not enrolled in any course now, so there is nothing to change. Before the semester starts, change your courses under <b>Course Registration</b>.
request-add = Which course would you like <b>instead</b>? Write its code, like <code>413</code>.
request-add-again = A course code has three to five digits, like <code>413</code>. Please write it again.
request-drop-not-taken = You do not take { $about } now. Please choose one of the courses that you take.
request-add-not-offered = { $about } is not on offer for you in this semester: you take it already, you have passed it or its alternative, or your programme does not offer it now. Please choose another one.
request-add-prerequisite = For that course { $about } must be passed first. Please choose another one.
request-add-alternatives = Of { $about } only one can be taken, and you would have both. Please choose another one, or go <b>Back</b> and leave its alternative instead.
request-add-too-much = With that course you would have more credit hours than a semester takes. Please choose one with no more credit hours than the one that you leave.
request-message = Please write your question or your problem in your own words.
request-review =
    Please check your request:
    <b>{ $type }</b>
    { $asked }
request-document-needed = 📎 This needs a <b>document as proof</b>: send a photo or a PDF here (your CNIC, or your certificate), then choose <b>File it</b>.
request-document-welcome = 📎 You can send documents now, if you like: photos or PDFs, up to 5, 10 MB each. Then choose <b>File it</b>.
request-submit = ✅ File it
request-drop-it = ❌ Do not file it
requests-send = ✅ Send
request-filed =
    ✅ Your request is filed. Reference: <code>{ $reference }</code>
    The university reviews it; I will tell you here when something changes.
request-answered =
    👤 <b>{ $name }</b>, on <b>{ $reference }</b>:
    { $answer }
request-changed = 📨 Your request <b>{ $reference }</b>: { $state }. { $note }

## Notifications
notifications = 🔔 <b>Notifications</b>
notifications-told = You are told about: { $topics }
notifications-none = You are told about nothing now.
notifications-quiet-are = 🌙 Quiet from { $from } to { $to }; what comes then waits.
notifications-quiet-none = 🌙 No quiet hours.
notifications-come-here = 📍 They come to this chat.
notifications-come-elsewhere = 📍 They come to another chat of yours.
notifications-latest = 📰 Announcements
notifications-topics = ✅ Choose topics
notifications-quiet = 🌙 Quiet hours
notifications-here = 📍 Send them here
notifications-are-here = From now on they come to this chat.
notifications-turn-off = 🔕 Turn all off
notifications-off = 🔕 You get no more notifications. What you ask is still answered. To be told again, open <b>Notifications</b> in the menu.
unsubscribe-nobody = Nobody is logged in here, so no notifications come.
topics-which =
    What would you like to be told about?
    Choose a topic to hear of it, and again to leave it out; or write several numbers, like <code>1 3 5</code>.
topics-chosen = ✅ You will be told about: { $topics }
topics-stopped = 🔕 You hear no more about: { $topics }. To be told again, open <b>Notifications</b> in the menu.
topic-admissions = Admissions and enrolment
topic-exams = Examinations
topic-results = Results
topic-workshops = Workshops
topic-tutor = Tutors and assignments
topic-requests = My requests
quiet-hours-which = 🌙 When shall I be quiet? What comes then waits until the end. Choose, or write other hours.
quiet-hours-22-7 = 22:00 – 07:00
quiet-hours-21-9 = 21:00 – 09:00
quiet-hours-own = ✍️ Other hours
quiet-hours-none = No quiet hours
quiet-hours-write = From when to when? Write it like <code>10 pm to 7 am</code>.
quiet-hours-again = I need two times, and whether each is by night or in the morning, like <code>10 pm to 7 am</code>. Please write them again.
quiet-hours-are = 🌙 I am quiet from { $from } to { $to }.
quiet-hours-are-none = 🔔 You have no quiet hours any more.
announcements = 📰 <b>Announcements</b> · Which one would you like to read?
announcements-nothing = Nothing is announced yet.
announcement =
    📰 <b>{ $title }</b>
    { $date }

    { $body }
announcements-other = 📰 Others
reminder-day = { $weekday }, { $date }
reminder-line = • { $line }
reminder-papers = ⏰ Your papers on <b>{ $day }</b>. Bring your roll number slip and your CNIC.
reminder-assignments = ⏰ Due on <b>{ $day }</b>; late assignments are not accepted:
reminder-tutors = 🔔 You have new tutors:
reminder-tutors-where = Their contact is under <b>My Tutors</b>.
reminder-enrolment = ⏰ Enrolment for <b>{ $semester }</b> closes on <b>{ $closes }</b>, and you are not enrolled yet. Open <b>Course Registration</b> in the menu.
reminder-workshops = ⏰ Your workshops on <b>{ $day }</b>:
reminder-results = 🎓 The results of <b>{ $semester }</b> are announced. You find them under <b>Exam & Grades</b>.
reminder-announcement =
    📰 <b>{ $title }</b>
    { $body }

## The desk
menu-desk = 📥 The desk
menu-staff = 📥 <b>{ $name }</b>, what would you like to do?
staff-no-student = That is there for each student alone, and you are here as staff. What students ask for is at the <b>desk</b>. If you study here yourself, choose <b>Log in</b>.
staff-email = Your <b>e-mail address</b> at the university?
staff-password = And your <b>password</b>? I delete your message at once and never keep the password.
staff-password-kept = And your <b>password</b>? I never keep it. Please delete your message afterwards.
staff-logged-in = You are at the desk, <b>{ $name }</b>, for 12 hours.
desk-which = 📥 <b>The desk</b> · Which requests?
desk-waiting = ⏳ Waiting for somebody
desk-mine = 🙋 Mine
desk-open = 📂 All that are open
desk-find = 🔍 Name, number or reference
desk-found-nothing = Nothing was found. By name only requests that are open are found; by registration number or reference all are.
desk-request = Which request?
desk-choice = { $reference } · { $type } · { $name }
desk-nothing = Nothing is left in this list now.
desk-student =
    🎓 <b>{ $name }</b>, { $registrationNumber }
    { $programme }, { $regionalOffice }
desk-assignee = { $name } works on it.
desk-change = { $field }: { $from } → <b>{ $to }</b>
desk-field-name = Name
desk-field-cnic = CNIC
desk-field-phone = Mobile
desk-field-address = Address
desk-field-course = Course
desk-action-take = 🙋 Take it
desk-action-answer = 💬 Answer
desk-action-ask-for-document = 📎 Ask for a document
desk-action-approve = ✅ Approve
desk-action-reject = ❌ Reject
desk-action-close = ☑️ Close
desk-action-reopen = 🔁 Reopen
desk-reveal = 👁 Show in full
desk-other = 📥 Other requests
desk-approve-sure = Approve { $reference }? The record is changed at once, and the student is told.
desk-words-answer = What shall I tell the student about { $reference }?
desk-words-ask-for-document = Which document is needed for { $reference }? The student reads what you write.
desk-words-reject = Why is { $reference } rejected? The student reads what you write.
desk-words-close = What came of { $reference }? The student reads what you write.
desk-done = Done: { $reference }. The student is told.
desk-done-among-staff = Done: { $reference }. What you wrote stays among staff.
desk-overdue = ⏰ Overdue
desk-urgent = 🔥 Urgent
desk-reached = 📱 Reached on { $channels }
desk-blocked = 🚫 The student has blocked the bot: answers do not arrive.
desk-nowhere = 📵 The student is logged in nowhere: answers wait in the request.
desk-due-answer = ⏱ First answer by { $when }
desk-due-resolution = ⏱ To be resolved by { $when }
desk-earlier = 🗂 Earlier: { $count }
desk-moment = { $weekday } { $date }, { $time }
desk-entry-student = 🎓 <b>{ $name }</b>: { $body }
desk-entry-staff = 👤 <b>{ $name }</b>: { $body }
desk-entry-note = 📝 <b>{ $name }</b>, for staff: { $body }
desk-entry-before =
    🤖 Written to the bot before:
    { $body }
desk-entry-edited = ✏️ Corrected: { $body }
desk-entry-deleted = 🗑 { $name } has taken a message back.
desk-file-refused = ⚠️ 📎 { $name } cannot be shown here; the desk's page has it.
desk-event-filed = 📄 Filed
desk-event-take = 🙋 { $name } has taken it.
desk-event-assign = ➡️ { $name } gave it to { $note }.
desk-event-ask-for-document = 📎 { $name } asked for a document: { $note }
desk-event-approve = ✅ { $name } approved it; the record is changed. { $note }
desk-event-reject = ❌ { $name } rejected it: { $note }
desk-event-close = ☑️ { $name } closed it: { $note }
desk-event-reopen = 🔁 { $name } opened it again.
desk-event-withdraw = ↩️ The student has withdrawn it.
desk-event-answer = 📎 The student has sent something: it is in review again.
desk-event-hand-back = 🤖 { $name } handed the student back to the bot.
desk-event-rated = ⭐ The student says: { $note } of 5
desk-event-first-answer-soon = ⏰ The first answer is due soon.
desk-event-first-answer-late = 🔥 The first answer is overdue; the supervisors are told.
desk-event-resolution-soon = ⏰ It is to be resolved soon.
desk-event-resolution-late = 🔥 It should be resolved by now; the supervisors are told.
desk-action-note = 📝 Note for staff
desk-action-assign = ➡️ Hand over
desk-action-hand-back = 🤖 Back to the bot
desk-words-note = What shall I note on { $reference }? Only staff see it.
desk-words-assign = Who shall have { $reference }? Write the name or the e-mail address.
desk-assigned = ➡️ { $name } has given you <b>{ $reference }</b>.
desk-late = 🔥 <b>{ $reference }</b> is overdue.
misunderstood-week = 🧩 <b>Not understood</b> in the week from { $week }:
misunderstood-phrase = { $count } × “{ $phrase }”
misunderstood-chosen = { $count } × “{ $phrase }”, then chosen: { $chosen }
desk-code = Your code is <code>{ $code }</code>, for ten minutes. In the chat where you work, write <code>/link { $code }</code>.
desk-code-make = 🔗 A code to link a chat
staff-link-code = Write the <b>code</b> that you were given, like <code>ABCD-2345</code>.
staff-linked = ✅ This chat is yours at the desk, <b>{ $name }</b>, until you log out.

## The desk's page
staff-password-page = Password
desk-write = Write to the student …
desk-write-note = A note for staff …
desk-choose = Choose a request.
group-more-button = More
page-figures = The desk in figures
page-back = Back
page-send = Send
page-attach = Attach a file
page-file-with-answer = A file goes to the student, with an answer. Send or clear what is in the field first, then attach the file.
page-offline = The page cannot reach the university now. It tries again.
page-not-done = This could not be sent: the university was not reached. What you wrote is still there; please send it again.
page-close = Close this note

## The desk's group
group-help =
    What you write in a thread, or in reply to one of its messages, goes to the student: text, photo, PDF, voice note. The rest is done with the buttons, or with commands:
group-help-quoting =
    What you write in reply to a message of a request goes to its student: text, photo, PDF, voice note. What answers no message goes to nobody. The rest is done with commands, also in reply to a message of the request:
group-commands =
    <code>/claim</code> take it · <code>/assign NAME</code> hand it over · <code>/note</code> for staff only · <code>/reply KEY</code> saved replies
    <code>/document WHAT</code> ask for a document · <code>/approve</code> · <code>/reject WHY</code> · <code>/close RESULT</code> · <code>/reopen</code> · <code>/bot</code> hand the student back to the bot
    <code>/show</code> numbers and addresses in full, to you alone · <code>/delete</code> in reply to your own message: take it back
    Anywhere: <code>/queue</code> all that are open · <code>/mine</code> · <code>/overdue</code> · <code>/find NAME</code> · <code>/stats</code> · <code>/broadcast</code>
group-stranger = I do not know who you are at the desk, so <b>nothing</b> was sent or done. Get a code from the desk's page or from an admin, and write <code>/link CODE</code> to me here or in private.
group-anonymous = You write anonymously here, so I cannot tell who you are, and <b>nothing</b> was sent or done. Switch <b>Remain anonymous</b> off in the group's settings for administrators and write in your own name, or use the desk's page: <code>/desk</code>
group-linked = ✅ <b>{ $name }</b>, what you do here is done in your name from now on.
group-where = That is of no request. Write it in the thread of a request, or in reply to one of its messages.
group-where-quoting = Nobody got that. Write it in reply to a message of the request that it is about: hold the message, then choose <b>Reply</b>.
group-file-lost = 📎 This file went to no student. Send it again in reply to a message of the request that it is for; of several files, each.
group-unknown = I do not know this command: <code>/help</code> lists what I know.
group-not-sent = ⚠️ Not sent: { $why }
group-not-done = ⚠️ Not done: { $why }
group-no-note = It is with the student already and cannot become a note. <code>/delete</code> in reply to it takes it back; write the note anew.
group-delete-own = Nothing was taken back: only what you wrote yourself can be. Send <code>/delete</code> in reply to that message.
group-file-alone = A file goes with an answer or with <code>/note</code>. Send it so, and write the command by itself.
group-unsendable = That kind cannot be passed on: text, photos (JPEG, PNG), PDFs and voice notes can.
group-saved = 💬 Saved replies
group-write-first = 🔒 That is for you alone: write to me in private first, then ask again.
group-not-alone-now = 🔒 That is for you alone, and it did not reach your private chat just now. Ask again in a minute.
group-nothing = 📭 Nothing there.
group-line = { $reference } · { $type } · { $name } · { $who }
group-nobody = nobody yet
group-find = Write what to find after the command: <code>/find 22P-123456</code>, a reference, or a name.
group-more = … and more. <code>/mine</code>, <code>/overdue</code> and <code>/find NAME</code> list fewer; the desk's page lists all.
group-replies = Saved replies; send one with <code>/reply KEY</code>:
group-reply-line = <code>{ $key }</code> · { $title }
group-stats =
    📊 <b>The desk</b>
    { $open } open · { $waiting } waiting · { $overdue } overdue
    First answer after { $median } (median of 30 days)
    Satisfaction: { $satisfaction } ({ $ratings } answers)
group-minutes = { $minutes } min
group-hours = { $hours } h { $minutes } min

## Help
help = ❓ <b>Help</b> · What would you like to know?
help-what = What is this?
help-what-answer = I am Rabta: the university's campus management portal, in a chat. Choose or write what you need: <i>grades</i>, <i>menu</i>, <i>help</i>.
help-log-in = How do I log in?
help-log-in-answer = Choose <b>Log in</b> in the menu, then give your registration number (like <code>22P-123456</code>) and your portal password. Never tell them to anybody else.
help-login-fails = My login fails
help-login-fails-answer = Check the registration number first: two digits, a letter, a dash, six digits. After five wrong passwords you have to wait a little. If you forgot the password, or never had one, choose <b>Forgot password / first login</b> in the menu.
help-result = How do I see my result?
help-result-answer = Open <b>Exam & Grades</b>, then <b>Grades</b>, and choose the semester. Marks appear when the results are announced: Spring in January–February, Autumn in July–August.
help-assignments = Can I submit assignments here?
help-assignments-answer = No. BS, B.Ed, MA and higher programmes upload them to the LMS: lms.aiou.edu.pk. Matric, FA and BA students post them to their tutor's address.
help-lms = CMS or LMS?
help-lms-answer = The CMS (and this chat) is for registration, grades, date sheet, tutors and requests. The LMS, lms.aiou.edu.pk, is for assignments and workshops.
help-next-semester = When can I register for the next semester?
help-next-semester-answer = Once your previous semester is completed, its result is approved, and enrolment is open: Spring in February–March, Autumn in August–September.
help-wrong = My information is wrong
help-wrong-answer = A mistake in your name, CNIC, address or mobile number is corrected through a <b>Student Service Request</b>: open it in the menu, or choose what is wrong in your profile. A photo or a PDF as proof is sent with it, here in the chat. Anything else, such as your father's name or your date of birth, is put right there with a <b>General question</b>: write what it must be, and send the proof.
help-tutor = My tutor is missing
help-tutor-answer = A tutor is usually assigned 1–2 weeks after the semester starts. Open <b>My Tutors</b>, choose the course, then <b>Tell me when it changes</b>.
help-schedule = My exam schedule is missing
help-schedule-answer = Then it is not announced yet; nothing is missing on your side. Look under <b>Exam & Grades</b> again later, or choose the topic Examinations under <b>Notifications</b>: then I tell you.
help-pending = My request is pending
help-pending-answer = Pending means that it waits for a member of staff. You find it under <b>Student Service Request</b>, where you can add a message or a document. I tell you here when it changes.
help-address = How do I change my address or phone?
help-address-answer = Open <b>My Profile</b> and choose <b>New address</b> or <b>New mobile number</b>. The university approves it, and I tell you.
help-phone = Does it work on my phone?
help-phone-answer = Yes: in WhatsApp, in Telegram, or in any browser. It uses very little data.
help-office = Fees, books, degrees
help-office-answer = Fees, books, degrees and certificates, scholarships, another exam centre, rechecking, a complaint: I cannot look these up, but the people at the university can help.

## A person
person =
    🙋 People are here for you:
    <b>Regional office { $name }</b>
    { $address }
person-or-write = Or write to the university: somebody reads it, and you get a reference number.
week-day = 🕘 { $day }: { $hours }
week-days = 🕘 { $first }–{ $last }: { $hours }
person-call = 📞 { $phone }
person-write = 💬 Write to the desk
person-send-sure = 🙋 Shall I send this to the university's staff? Somebody reads it and answers. “{ $letter }”
person-send = ✅ Send it
person-send-not = No, not that
person-stranger = 🙋 People are at the regional offices: choose <b>Regional offices</b> for their numbers. Once you are logged in, you can write to the university here.
offices = 🏢 Regional offices
offices-which = 🏢 Which regional office? Each has its number and address.
offices-other = 🏢 Another office

## The desk: talking to it, and how it went
talk-begin = 🙋 Write what it is about: a person at the university reads it. Photos, PDFs and voice notes are welcome.
talk-open-now = 🕘 The desk is open. You have an answer by <b>{ $by }</b>.
talk-closed-now = 🌙 The desk is closed now and opens <b>{ $opens }</b>. You have an answer by <b>{ $by }</b>.
talk-live = 💬 <b>{ $reference }</b> · You are writing to a person. For everything else write <b>menu</b>.
talk-going-on = 💬 <b>{ $reference }</b> · <b>menu</b> for everything else
talk-passed = ✓ Passed on to the desk.
talk-filed = ✓ Passed on to the desk. Your reference: <code>{ $reference }</code>
talk-unsendable = I cannot pass this on. Please write it, or send a photo, a PDF or a voice note.
talk-end = ☑️ End this talk
talk-ended = ☑️ You are talking to the bot again. Staff still have your request { $reference }, and their answer comes here.
talk-back = 🤖 It is me again, the bot: the desk has handed <b>{ $reference }</b> back to me.
talk-edited = ✏️ <b>{ $name }</b>, corrected: { $answer }
talk-unsaid = 🗑 { $name } has taken a message about { $reference } back.
menu-talk = 💬 Go on talking to the desk
rate-which = Which request?
rate-none = There is nothing to rate now.
rate-ask = ⭐ One question about <b>{ $reference }</b>: how did it go?
rate-5 = ⭐⭐⭐⭐⭐ Very good
rate-4 = ⭐⭐⭐⭐ Good
rate-3 = ⭐⭐⭐ All right
rate-2 = ⭐⭐ Not so good
rate-1 = ⭐ Bad
rate-skip = No answer
rate-thanks = Thank you: <b>{ $rating }</b>. The desk reads it.

## Broadcasts
menu-broadcast = 📣 Write to many
menu-broadcasts = 📈 Broadcasts
broadcast-topic = 📣 <b>What is it about?</b> Whoever is subscribed to that is told.
broadcast-everybody = 👥 Everybody who is subscribed
broadcast-programmes = 🎓 Certain programmes
broadcast-regions = 📍 Certain regions
broadcast-courses = 📚 Certain courses
broadcast-ur = In <b>Urdu</b>? Write the message, or a dash alone to leave it out: those students then read the English.
broadcast-latin = In <b>Roman Urdu</b>? Again a dash leaves it out.
broadcast-buttons-ask = Buttons below it, that open a part of this chat? { $most } at most, or none.
broadcast-buttons-many = No more than { $most } buttons; please take some away.
broadcast-templates-ask = 📄 For whom Meta's 24 hours are over, WhatsApp wants a template. A name for each language, in this order: { $languages }. For instance: <code>{ $example }</code>; a dash for none.
broadcast-templates-none = ➡️ The house's own
broadcast-templates-again = I could not read that, or they are more than languages. A template and its language look like <code>{ $example }</code>.
broadcast-preview-on = 👁 On { $channel }
broadcast-example-name = Ayesha
broadcast-size =
    { $total ->
        [one] 👥 It reaches <b>{ $total }</b> student now. { $channels }
       *[other] 👥 It reaches <b>{ $total }</b> students now. { $channels }
    }
broadcast-send = 📣 Send it
broadcast-drop = ❌ Do not send it
broadcast-submitted = ✅ { $reference }: { $state }
broadcast-which = 📈 Which broadcast?
broadcast-nothing = Nothing was broadcast yet.
broadcast-choice = { $reference } · { $topic } · { $state }
broadcast-card = 📣 <b>{ $reference }</b> · { $topic } · { $state }
broadcast-figures = { $sent } sent · { $failed } failed · { $leftOut } left out, of { $total }
broadcast-pace = { $rate } a second, about { $minutes } minutes left
broadcast-reasons = Why: { $reasons }
broadcast-scheduled = 🕘 It begins { $when }
broadcast-again = 🔄 How far now?
broadcast-others = 📈 Other broadcasts
broadcast-action-test = 🧪 Send it to me alone
broadcast-action-submit = 📣 Send it
broadcast-action-approve = ✅ Approve
broadcast-action-pause = ⏸ Pause
broadcast-action-resume = ▶️ Go on
broadcast-action-cancel = ⏹ Cancel
broadcast-sure = <b>{ $action }</b>: { $reference }? This cannot be undone.
broadcast-state-draft = ✏️ draft
broadcast-state-awaiting_approval = 🔎 waits for a second person
broadcast-state-scheduled = 🕘 scheduled
broadcast-state-running = 📤 being sent
broadcast-state-paused = ⏸ paused
broadcast-state-cancelled = ⏹ cancelled
broadcast-state-finished = ✅ finished
topic-emergency = 🚨 Emergency
broadcast-stop = To stop these: write <b>stop</b>.
broadcast-results = 🎓 { $name }, the results of <b>{ $semester }</b> are announced.
broadcast-results-own = Yours: GPA <b>{ $average }</b> · { $courses }
broadcast-results-open = 📊 My result
results-published = 🎓 <b>{ $semester }</b>, { $programmes }: published from { $when } on. { $reference } tells everybody their own.
broadcast-test = 🧪 <b>{ $reference }</b>, a test for you alone:
broadcast-new = ✏️ New broadcast
broadcast-about = What it is about
broadcast-for = Whom it is for
broadcast-levels = 🪜 Certain levels
broadcast-semester = 📅 A semester
broadcast-enrolment = 📝 How their enrolment stands
broadcast-subscribed = 🔔 Subscribed to another topic as well
broadcast-channels = 💬 In certain messengers
broadcast-numbers = 📄 A list of registration numbers
broadcast-enrolment-enrolled = Enrolled
broadcast-enrolment-completed = Completed
broadcast-enrolment-incomplete = Not completed
broadcast-enrolment-withdrawn = Withdrawn
broadcast-enrolment-not = Not enrolled
broadcast-any = Any
broadcast-numbers-read = 📄 { $count } registration numbers read.
broadcast-numbers-unread = Lines in which I found none: { $lines }
broadcast-says = What it says
broadcast-english-needed = Needed: who has chosen another language that is empty here reads the English.
broadcast-template = WhatsApp template for whom Meta's 24 hours are over
broadcast-value-course = Course, for all
broadcast-value-date = Date
broadcast-file = 📎 Picture or PDF
broadcast-file-off = ✖ Without it
broadcast-below = Buttons below, three at most
broadcast-preview = 👁 Preview
broadcast-window-over = Where Meta's 24 hours are over:
broadcast-when = When it begins, on Pakistan's clock; empty: at once
broadcast-keep-draft = 🧪 Keep it as a draft, to test it
results-publish = 🎓 Publish results
results-publish-hint = Announces a semester's results at once or at the time that is set. Everybody who was enrolled in these programmes then, and is subscribed to results, reads their own, in the house's words. It cannot be taken back.
broadcast-copy = ✏️ Write a new one from it
broadcast-csv = ⬇️ Who was not reached
broadcast-csv-of = ⬇️ { $reference }: who was not reached, and why
broadcast-recipients =
    { $total ->
        [one] 👥 For { $total } student
       *[other] 👥 For { $total } students
    }
broadcast-receipts = ✔️ { $delivered } known to have arrived · 👁 { $read } read
broadcast-people = ✍️ { $createdBy } · ✅ { $approvedBy }
broadcast-summary-line = { $channel } · { $language }: { $counts }
broadcast-outcome-queued = { $count } waiting
broadcast-outcome-sent = { $count } sent
broadcast-outcome-failed = { $count } failed
broadcast-outcome-left-out = { $count } left out
broadcast-outcome-delivered = { $count } delivered
broadcast-outcome-read = { $count } read
broadcast-seconds = { $rate } a second, about { $seconds } seconds left
broadcast-manage = ⚙️ Pause or cancel
broadcast-numbers-none = I found no registration number in that. One looks like <code>22P-123456</code>.
broadcast-numbers-many = That are more numbers than I can take in a chat: { $most } at most. The desk's page and the command line take more.
broadcast-segment =
    👥 <b>Whom is it for?</b> Write codes, as many as you like; it goes to those whom all of them fit: programmes, regions, a semester, course codes, enrolled or not-enrolled, topics, messengers. For instance: <code>{ $examples }</code>
    Or send a CSV file of registration numbers. For everybody who is subscribed write <b>all</b>.
broadcast-segment-is = So far: { $names }
broadcast-segment-done = ✅ That is all
broadcast-segment-anew = ↩️ Begin anew
broadcast-segment-unknown = I do not know { $words }. Nothing of that line counts; write codes as in the example, or <b>all</b> for everybody.
broadcast-file-ask = 📎 A picture or a PDF with it? Send it now, or go on without.
broadcast-file-is = 📎 { $name } goes along.
broadcast-file-none = ➡️ Without
broadcast-file-with = ➡️ With it
broadcast-course-ask = What stands for <code>{ $field }</code>?
broadcast-date-ask = Which date stands for <code>{ $field }</code>? Write it like { $example }.
broadcast-date-again = I could not read that date. Write it like <code>2026-12-05</code> or <code>5 december</code>.
broadcast-when-ask = 🕘 When does it go out? Choose, or write the day and the time.
broadcast-now = At once
broadcast-own-time = At another time
broadcast-time-ask = Which day, and at what time? Like { $example }, <code>1 december 9 am</code> or <code>tomorrow 5 pm</code>, on Pakistan's clock. A day alone is its morning at 09:00.
broadcast-time-again = I could not read that, or it is past. I need a day to come, and whether the hour is in the morning or the evening: <code>1 december 9 am</code>.
broadcast-en-fields = Now the message in <b>English</b>. Fields: { $fields }, for the student's name, the course and a date.
group-broadcast = 📣 A broadcast is written in a chat of your own, where only you see what is half done: { $where }. How far it is then shows here. To watch one that is under way here: { $command }
group-broadcast-words = write “{ $words }” to me there

## Commands, as the messenger lists them
command-menu = The menu
command-grades = My grades
command-help = Questions and answers
command-language = Change the language
command-logout = Log out
