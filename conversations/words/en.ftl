### Every sentence that Rabta says, in English. Values in { $braces } are filled in; <b>…</b> is bold.
### Short, kind, and always with what to do next. Other languages have exactly these, with the same values.

## The engine's own
way-back = ⬅ Back
way-menu = ☰ Menu
way-person = 🙋 Talk to a person
page-earlier = ◀ Earlier
page-later = More ▶
several-done = ✅ Done ({ $count })
yes = Yes
no = No
look-next = What would you like next?
nothing-here = There is nothing here yet.
again-choice = Please press one of the buttons, or write its number.
again-text = Please write it in words.
again-shorter = That is too long for me. Please use at most { $most } characters.
again-password = Please write the password as a text message.
unreadable = I can read only text here. Please write it in words.
unknown-command = Sorry, I do not know that command.
old-button = That button was from an earlier message. This is where we are now:
cancelled = Cancelled. Nothing was saved.
timed-out = I have not heard from you for a while, so I stopped here: nobody else can go on where you left off. Nothing was saved.
conversation-gone = This part has changed since you began. Nothing was saved; please start again from the menu.
offer-person = If you are stuck, a person can help: press <b>Talk to a person</b>.
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
problem-tutor-not-assigned = This course has no tutor yet. That usually changes 1–2 weeks after the semester starts.
problem-assignments-uploaded = Your programme uploads its assignments to the LMS, so there is nothing to post.
problem-links-not-available = The login page is not available just now. You can log in here in the chat.
problem-link-expired = This login link was already used, or is older than 10 minutes. Please ask for a new one.
problem-payload-too-large = That is too large for me. Please send something smaller.
problem-unsupported-media-type = I cannot read this kind of file.
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

## Not built yet
soon = <b>{ $section }</b> is not available in this chat yet. For now you will find it on the portal. Your grades are already here.
soon-course-registration = Course Registration
soon-service-requests = Student Service Request
soon-notifications = Notifications
soon-date-sheet = Date sheet
soon-roll-number-slip = Roll number slip

## Login
login-link =
    Press <b>Log in</b> to open the university's login page. The link is for you alone and works once, within 10 minutes.

    When you are done there, this chat goes on by itself.
login-link-button = 🔑 Log in
login-link-waiting = I am waiting for the login page. Press <b>Log in</b> above, or log in here in the chat.
login-here = ✍️ Log in here in the chat
login-registration-number =
    What is your <b>registration number</b>?
    It looks like <code>22P-123456</code> and is on your student card.
login-registration-number-again = That does not look like a registration number. It has two digits, a letter and six digits.
login-password = And the <b>password</b> for { $registrationNumber }? I delete your message at once and never keep the password.
login-password-kept = And the <b>password</b> for { $registrationNumber }? I never keep it. Please delete your message afterwards.
login-done = You are logged in, <b>{ $name }</b>. On a shared phone, log out when you are done.
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
grades-other-semester = 📊 Another semester
result-card-caption = Your result card, { $semester }

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
profile-wrong = ✏️ Something is wrong

## Settings
settings = ⚙️ <b>Settings</b>
settings-language = 🌐 Language
settings-ask-again-on = 🔒 Shared phone: ask for my password again
settings-ask-again-off = 🔓 Do not ask for my password again
settings-ask-again-is-on = From now on, after 15 quiet minutes, I will ask for your password before I show marks.
settings-ask-again-is-off = I will not ask for your password again while you are logged in.

## Tutors and courses
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
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
tutors-choice-awaited = { $code } { $title } · not assigned yet
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

## Log out
logout-done = You are logged out. This chat now belongs to nobody. On a shared phone, please clear this chat's messages as well.
logout-nobody = Nobody is logged in here.

## Help
help = ❓ <b>Help</b> · What would you like to know?
help-what = What is this?
help-what-answer = I am Rabta: the university's campus management portal, in a chat. Press or write what you need: <i>grades</i>, <i>menu</i>, <i>help</i>.
help-log-in = How do I log in?
help-log-in-answer = Press <b>Log in</b> in the menu, then give your registration number (like <code>22P-123456</code>) and your portal password. Never tell them to anybody else.
help-login-fails = My login fails
help-login-fails-answer = Check the registration number first: two digits, a letter, a dash, six digits. After five wrong passwords you have to wait a little. If you forgot the password, set a new one with <i>Forgot password</i> on the portal.
help-result = How do I see my result?
help-result-answer = Open <b>Exam & Grades</b>, then <b>Grades</b>, and choose the semester. Marks appear when the results are announced: Spring in January–February, Autumn in July–August.
help-assignments = Can I submit assignments here?
help-assignments-answer = No. BS, B.Ed, MA and higher programmes upload them to the LMS: lms.aiou.edu.pk. Matric, FA and BA students post them to their tutor's address.
help-lms = CMS or LMS?
help-lms-answer = The CMS (and this chat) is for registration, grades, date sheet, tutors and requests. The LMS, lms.aiou.edu.pk, is for assignments and workshops.
help-next-semester = When can I register for the next semester?
help-next-semester-answer = Once your previous semester is completed, its result is approved, and enrolment is open: Spring in February–March, Autumn in August–September.
help-wrong = My information is wrong
help-wrong-answer = A mistake in your name, CNIC, address or mobile number is corrected through a Student Service Request on the portal, with a document as proof.
help-phone = Does it work on my phone?
help-phone-answer = Yes: in Telegram, or in any browser. It uses very little data.

## A person
person = 🙋 You cannot write to the staff from this chat yet. For now, please call or visit your regional office; they see the same record as you do.

## Commands, as the messenger lists them
command-menu = The menu
command-grades = My grades
command-help = Questions and answers
command-language = Change the language
command-logout = Log out
