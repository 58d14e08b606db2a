"""The course "Fit für den Austausch" of the city of München, in English."""

COURSE = {
    "slug": "fit-fuer-den-austausch",
    "city": "muenchen",
    "title": "Fit for the exchange",
    "summary": (
        "What to sort out before, during and after your weeks in another city: rules, school, "
        "insurance, first day, mission and feedback."
    ),
    "goals": [
        "You can say who is responsible for what during the exchange.",
        "You can plan vocational school (Berufsschule), records and days off in good time.",
        "You can settle questions about insurance, costs and accommodation.",
        "You can plan a small mission and present it.",
        "You can bring ideas home and give fair feedback.",
    ],
    "audience": "Apprentices, trainee civil servants (Anwärterinnen und Anwärter) and dual students before a stay",
    "level": "beginner",
    "language": "en",
    "topic": "administration",
    "licence": "CC BY-SA 4.0",
    "contact": "sabine.schablone@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "wer-ist-zustaendig",
            "title": "The exchange and who stays responsible",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>In the old days, journeymen took to the road. They saw how others worked and came back with new
ideas. Today Nürnberg, Augsburg and München open their offices to young colleagues from the partner
cities. You work in another town hall for a few weeks. Then you come back knowing more than
before.</p>
<h2>How you get your place</h2>
<p>A stay (Einsatz) usually lasts four to twelve weeks. It takes only a few steps to get there. Each
step tells you whose turn it is.</p>
<ol>
<li>You choose up to six places and put them in the order you prefer.</li>
<li>Your trainer (Ausbilderin or Ausbilder) endorses the application.</li>
<li>The training office (Ausbildungsleitung) of your home city (Heimatstadt)
releases it.</li>
<li>The system proposes places according to fixed rules.</li>
<li>One person from each of the two cities confirms the proposal.</li>
<li>You accept the place.</li>
</ol>
<p>No program decides on its own. If a wish does not work out, you are told the reason. So only put
places on your list where you really want to go. Read beforehand which tasks are waiting there and
what you should bring with you. Ask other apprentices who have already been on an exchange, too.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/heimat-und-gast.png",
                        "alt": (
                            "Two houses joined by a road. The home city (Heimatstadt) stays the "
                            "training employer: contract, pay, leave, school and exams, "
                            "responsibility. The host city (Gaststadt) gives the place: everyday "
                            "tasks, host supervisor, workplace, induction and house rules."
                        ),
                        "caption": "Responsibility stays at home, everyday life happens in the host city (labels in German).",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Your home city stays your training employer (Ausbildungsbetrieb)</h2>
<p>This is the most important rule. Your contract does not change. Your home city goes on paying
you, approves your leave and is responsible for your training. The host city (Gaststadt) takes over
one part of it. It gives you a place, tasks and a fixed contact person. The Vocational Training Act
(Berufsbildungsgesetz, BBiG for short) allows this kind of cooperation in section 10(5). There is
one condition: responsibility must be ensured for each part and for the training as a whole. That is
why both cities write down beforehand who is responsible for what.</p>
<h2>Whom do you ask?</h2>
<ul>
<li><b>Your trainers at home:</b> learning goals, school, worries, trouble.</li>
<li><b>The training office at home:</b> contract, leave, costs, calling in sick.</li>
<li><b>The host supervisor (Praxisanleitung) in the host city:</b> tasks, working hours,
workplace.</li>
</ul>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "For trainee civil servants",
                        "text": (
                            "<p>Are you a civil servant in training (Anwärterin or Anwärter)? Then civil service "
                            "law (Beamtenrecht) applies to you, not the BBiG. An exchange only fits into your "
                            "practical phases. Your training office settles the form it takes.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Your data belong to you</h2>
<p>The host city needs some details about you. But your home city passes on personnel data only with
your consent (Einwilligung). Take your time to read the text before you agree. You can ask who sees
which details. Before the stay you can withdraw your consent. Your application then ends as
well.</p>
<p>Are you under 18? Then your legal guardians, usually your parents, have to agree too. Talk to
them early. You can find the text of the law, in German, at <a
href="https://www.gesetze-im-internet.de/bbig_2005/">Gesetze im Internet</a>.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "You are working in Augsburg for six weeks. Who approves your leave?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "The host city alone",
                                "right": False,
                                "feedback": "No. But it should know about it in good time.",
                            },
                            {
                                "text": "My home city",
                                "right": True,
                                "feedback": "It stays your training employer.",
                            },
                            {
                                "text": "The vocational school (Berufsschule)",
                                "right": False,
                                "feedback": "No. The school does not approve leave from work.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "schule-und-nachweise",
            "title": "School, records, days off",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Put three calendars side by side: the school timetable, the exam schedule and the calendar of the
host city. Where do they overlap? These ten minutes save you a lot of phone calls later.</p>
<h2>You stay at the same vocational school</h2>
<p>You change cities for a few weeks, but not your vocational school (Berufsschule). Lessons and
exams always come first. Your employer gives you time off for them. Section 15 BBiG says so, and it
applies to adults as well. Three of its rules matter most for your planning:</p>
<ul>
<li>If lessons begin before 9 a.m., you do not work beforehand.</li>
<li>Once a week, a school day with more than five lessons counts as a full day of training.</li>
<li>A week of block teaching with at least 25 hours on at least five days counts as a full
week.</li>
</ul>
<p>Do you have a school day at home every week? Then allow for the journey. Things are easier if
your stay lies between two blocks of school. You also have the last working day before the written
final examination (Abschlussprüfung) off.</p>
<h2>Exams and training courses</h2>
<p>Enter all your dates before you apply. They include the intermediate examination
(Zwischenprüfung), training courses (Lehrgänge) and important school tests. An exchange right before
an exam usually means stress. An exchange during the probation period (Probezeit) is not normally
planned for.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Public holidays are not the same everywhere",
                        "text": (
                            "<p>What counts is the place where you work. On 8 August, Augsburg celebrates its "
                            "Peace Festival (Friedensfest). 15 August is a day off in Augsburg and München, but "
                            "not in Nürnberg.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>You carry on with your training record</h2>
<p>You keep your training record (Ausbildungsnachweis) in the host city too, on paper or
electronically. Your contract says which. You may write it during working hours. Set aside a fixed
half-hour for it every week. In the portal you also write a short weekly note (Wochenbericht). Your
host supervisor reads it, and so do your trainers at home.</p>
<p>For the exam, it is important that no week is missing. A good entry names the task and what you
learned from it. Leave out the names and cases of citizens. An example:</p>
<ul>
<li>Weak: “Answered the phone”</li>
<li>Good: “Answered calls about parking permits. Learned: first find out what the caller needs, then
look for the office in charge.”</li>
</ul>
<h2>Ill in the host city</h2>
<p>Anybody can fall ill. Call in sick with your home city first, just as you always do. Then let
your host supervisor know, so that nobody waits for you. It is best to do both before work starts.
You do not have to say what is wrong with you. On school days, tell the school as well.</p>
<h2>When something gets in the way</h2>
<p>Sometimes the school changes a timetable. Then only one thing helps: talk early. Write to both
cities and make a suggestion. Usually a day can be swapped. Both cities confirm any change to the
agreement. The training office takes care of that.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "You are working in München and have a temperature. Whom do you tell?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "My home city",
                                "right": True,
                                "feedback": "Yes. That is where you call in sick first.",
                            },
                            {
                                "text": "My host supervisor in München",
                                "right": True,
                                "feedback": "Yes. Your supervisor plans the day with you.",
                            },
                            {
                                "text": "All my colleagues, including the diagnosis",
                                "right": False,
                                "feedback": "No. Your diagnosis is nobody else's business.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "versicherung-und-kosten",
            "title": "Insurance, costs, accommodation",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Hardly anybody likes talking about money and insurance. Before an exchange, it is still the most
important item on the list. If you ask first, you sleep better in the new city.</p>
<h2>Accidents at work and on the way</h2>
<p>Apprentices of cities in Bavaria have statutory insurance against accidents at work. The insurer
in charge is the <a href="https://www.kuvb.de/">Municipal Accident Insurance of Bavaria (Kommunale
Unfallversicherung Bayern)</a>. You are also covered during your stay in the partner city. The
direct way to work is covered too. If you make a private detour, you may lose your cover. For
trainee civil servants (Beamtinnen und Beamte auf Widerruf), the accident scheme of the civil
service (Dienstunfallfürsorge) applies instead.</p>
<p>Has something happened? Then report the accident to both cities at once. At the doctor's, say
that it was an accident at work. Write down the place and time, and who was there.</p>
<h2>Damage that you cause</h2>
<p>Accident insurance does not help if you break something in your private life. In a place that is
not your own, a lamp is soon broken. Check whether you have private liability insurance (private
Haftpflichtversicherung). During training you are often still covered by your parents' policy. Ask
them about it.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Under 18?",
                        "text": (
                            "<p>Then the Youth Employment Protection Act (Jugendarbeitsschutzgesetz) applies. As a "
                            "rule, you work no more than 8 hours a day and 40 a week, mostly only between 6 a.m. "
                            "and 8 p.m. After work you have at least 12 hours off.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Who pays for what?</h2>
<p>You go on being paid. For travel, accommodation and meals there are rules in the collective
agreement (Tarifvertrag) or in the law on travel expenses (Reisekostenrecht). What applies to you
depends on your contract and on the form of your stay. So do not rely on what people say. Your
training office decides and tells you beforehand what it will cover.</p>
<ol>
<li>Ask which costs will be covered before you book a room.</li>
<li>Ask for the answer in text form (Textform), for example by e-mail.</li>
<li>Ask for an advance if you would have to pay for something yourself first.</li>
<li>Collect all receipts and keep to the deadline for claiming expenses.</li>
</ol>
<h2>A home for a few weeks</h2>
<p>Not every stay calls for a room. There are plenty of trains between the three cities. But be
honest with yourself: two hours in the morning and two in the evening wear you out in the long run.
Do you need a room? Ask your training office and the host city about halls of residence or addresses
that others have been happy with. Look at the way to work and at whether you can give notice
early.</p>
<p>Do you have to register your address in the new city? Not if you are already registered in
Germany and move into another home for six months at most. Section 27 of the Federal Registration
Act (Bundesmeldegesetz) says so. Your main residence (Hauptwohnung) stays as it is.</p>
<h2>Particular needs</h2>
<p>Perhaps you need a step-free workplace, a special keyboard or fixed breaks. Perhaps you care for
somebody or have a child. Talk about it early if you would like to. It is easier for the cities to
find a solution if they have four weeks to do it. Which details you share is up to you.</p>
""",
                },
                {
                    "type": "file",
                    "value": {
                        "title": "Checklist: before you leave",
                        "file": "files/checkliste-abreise.txt",
                        "description": (
                            "Everything you should settle four weeks, one week and one day beforehand (in German)."
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "When do you find out who pays for your accommodation?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Before I book a room",
                                "right": True,
                                "feedback": "Ask for an answer in text form.",
                            },
                            {
                                "text": "On my first day in the host city",
                                "right": False,
                                "feedback": "By then you may have spent the money already.",
                            },
                            {
                                "text": "When I have collected all the bills",
                                "right": False,
                                "feedback": "Receipts are important, but they are no substitute for a promise.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "erster-tag",
            "title": "Your first day in the host city",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>A new station, a new building, new faces. Feeling a bit nervous is part of it. Good to know: your
host supervisor is curious about you, too. The short video shows what a first day can look like. It
has no sound. Everything important is on the screen in German, in the captions and in the text below.</p>
""",
                },
                {
                    "type": "video",
                    "value": {
                        "title": "Your first day in the host city",
                        "file": "video/erster-tag.webm",
                        "captions": "video/erster-tag.en.vtt",
                        "transcript": (
                            "The video has no sound. Drawings show a path with five stops. "
                            "At the beginning: Your first day in the host city. "
                            "Stop 1, arriving: Your host supervisor meets you at the entrance. You have "
                            "your ID and the confirmation of your place (Zusage) with you. "
                            "Stop 2, safety: You see the escape route, the assembly point and the "
                            "first-aid kit. You know whom to tell about an accident or a data breach "
                            "(Datenpanne). "
                            "Stop 3, workplace: You get an account of your own. The password stays with "
                            "you. You lock your screen when you walk away. "
                            "Stop 4, talk: You settle working hours, breaks, the deputy and your "
                            "mission. "
                            "Stop 5, looking back: Your host supervisor confirms in the portal that you "
                            "are there. You note down three things that struck you. "
                            "At the end: Ask early. Both cities are there for you."
                        ),
                        "seconds": 40,
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>The day before</h2>
<p>Look up the way and plan to take an earlier train. Lay out your ID, the confirmation of your
place and your host supervisor's number. Charge your phone. Think of two sentences to
introduce yourself: “I come from Nürnberg and I'm training as an administrative assistant
(Verwaltungsfachangestellte). I'd like to know how you arrange appointments here.”</p>
<h2>The morning: arriving</h2>
<p>You do not have to achieve anything on your first day. Listen, write down names and ask
questions. Safety is always part of the induction. Your host supervisor shows you the escape route,
the assembly point and the first-aid kit. You also learn who the first-aiders are. If this part is
missing, ask about it.</p>
<ul>
<li>Where is my desk, and who sits next to me?</li>
<li>When does my day begin and end? When is the break?</li>
<li>Who is my host supervisor's deputy?</li>
<li>How do I report a data breach (Datenpanne) in this building?</li>
<li>How do people here address each other: by first name or with the formal “Sie”?</li>
</ul>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Three sentences that always work",
                        "text": (
                            "<p>“This is new to me. Could you show me once, please?”</p>"
                            "<p>“We do this differently at home. May I tell you briefly how?”</p>"
                            "<p>“I'm not sure. I'd rather ask.”</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>The afternoon: settling things</h2>
<p>Take half an hour with your host supervisor. Talk about your learning goals, your school days and
your mission. Agree on a fixed time every week. Ten minutes on a Friday are often enough to make
sure that nothing gets forgotten. Your host supervisor confirms in the portal that you are there.
This tells both cities that your stay has begun. You do not have to do anything yourself.</p>
<h2>Different city, different rules</h2>
<p>Some things will seem strange to you. The software has another name, the corridors are longer,
the signature comes later. That is neither better nor worse. Ask for the reason before you judge.
The house rules of the host city apply to you from day one. They cover working hours, data
protection and the use of work phones.</p>
<h2>When something does not feel right</h2>
<p>Do you have nothing to do? Is there an argument, or does somebody overstep your boundaries? Do
not wait until the end. Talk to your host supervisor first. If that is not possible, call your
trainers in your home city. The youth and trainee representatives (Jugend- und
Auszubildendenvertretung) will help you, too. Calling early is a sign of strength.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "What do you settle with your host supervisor on the first day?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Working hours, breaks and the deputy",
                                "right": True,
                                "feedback": "Yes. Then everybody knows where they stand.",
                            },
                            {
                                "text": "What to do after an accident or a data breach",
                                "right": True,
                                "feedback": "Yes. In an emergency every minute counts.",
                            },
                            {
                                "text": "The marks of the other apprentices",
                                "right": False,
                                "feedback": "No. Those are other people's data.",
                            },
                            {
                                "text": "Your learning goals and school days",
                                "right": True,
                                "feedback": "Yes. That makes the weeks easy to plan.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "mission",
            "title": "Your mission: trying out a small idea",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Besides your everyday work, you have a small task of your own during the exchange. We call it
your mission. It should suit your job and be of some use to the host city. Nobody expects a
revolution. A good mission fits into a few weeks and can be shown on one page at the end.</p>
<h2>What makes a good mission</h2>
<ul>
<li><b>Small:</b> You can manage it alongside your daily tasks.</li>
<li><b>Concrete:</b> At the end there is something to look at or to touch.</li>
<li><b>Useful:</b> Somebody in the office is glad of the result.</li>
<li><b>Transferable:</b> Your home city can do something with it, too.</li>
</ul>
<p>Three examples: In the citizens' office (Bürgeramt) you count for a week which questions come up
most often at the counter. In IT you write a guide for new colleagues. In the human resources office
(Personalamt) you test a form with the keyboard and collect the barriers.</p>
<h2>From problem to idea in four steps</h2>
<ol>
<li><b>Observe:</b> Where do people wait? Where do they ask again? Take notes for a week.</li>
<li><b>Narrow down:</b> Put the problem into one sentence: “Many people bring the wrong
photo.”</li>
<li><b>Try out:</b> Test a simple solution for a day, for example a sign.</li>
<li><b>Evaluate:</b> Did it help? How can you tell?</li>
</ol>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Ask first, then test",
                        "text": (
                            "<p>Discuss every idea with your host supervisor. This matters most if you want to "
                            "question people, collect data or use new programs.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>A simple plan for the weeks</h2>
<p>For six weeks, your plan could look like this. In the first week you get to know the team and
observe. In the second week you agree on a problem. Weeks three and four belong to the experiment.
In week five you evaluate. In the last week you present the result. Every Friday, put in your weekly
note what worked and what you will do next.</p>
<h2>Counting without spying</h2>
<p>Numbers convince people. But count events, not people. “We had 34 questions about the photo in
one day” is a good number. “Mr X managed only 12 calls” is surveillance and has no place in your
mission. For your evaluation, a tally without names is usually enough.</p>
<h2>If the experiment does not work</h2>
<p>That is a result as well. Perhaps nobody read the sign. Then you now know that the information
has to come before the appointment. Write down what you expected, did and learned. An honest report
about a failure saves the next person a lot of time.</p>
<h2>Presenting it on one page</h2>
<p>At the end you show your result to the team. Five minutes are enough. Stick to four questions:
What was the problem? What did we try? What came of it? What should stay? Thank the people who
helped. Invite your trainers from your home city as well, by video if you like.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Which mission is best for four weeks in the citizens' office?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Redesigning all the forms of the city",
                                "right": False,
                                "feedback": "That is far too big for four weeks.",
                            },
                            {
                                "text": "Counting which documents are missing most often, and testing a notice",
                                "right": True,
                                "feedback": "That is small, concrete and useful.",
                            },
                            {
                                "text": "Comparing the working hours of your colleagues",
                                "right": False,
                                "feedback": "No. That would be surveillance of people.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "zurueckkommen",
            "title": "Bringing ideas home, giving feedback",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>The last day comes sooner than you think. Now is the time that decides whether the exchange has a
lasting effect. If you just pack your suitcase, you take happy memories with you. If you spare one
more hour, you bring something home for everybody.</p>
<h2>Finishing properly</h2>
<ul>
<li>Hand over unfinished tasks with a short note.</li>
<li>Return keys, ID card and devices.</li>
<li>Have your accounts blocked and delete local copies.</li>
<li>Complete your training record.</li>
<li>Ask for a final talk.</li>
</ul>
<h2>The exchange record</h2>
<p>After the stay you receive an exchange record (Austauschnachweis) as a PDF. It states the dates,
the stations, the learning goals and the courses you have completed. Both cities confirm it. Anybody
can check with a QR code whether it is genuine. Your full name is not shown. You decide for yourself
who gets to see the document.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "The record is not your reference",
                        "text": (
                            "<p>The exchange record does not replace the reference (Zeugnis) under section 16 BBiG. "
                            "Your home city gives you that at the end of your training.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Giving fair feedback</h2>
<p>Your opinion helps the host city and everybody who comes after you. Good feedback describes what
you saw. It does not judge people. A simple pattern has three parts:</p>
<ol>
<li><b>Observation:</b> “For the first three days I had no access to the program.”</li>
<li><b>Effect:</b> “So I could only watch.”</li>
<li><b>Wish:</b> “For those who come next, access from day one would be good.”</li>
</ol>
<p>Say what was good as well, and be precise about it. “Everything was great” is pleasant for a
moment. “Our talk on Friday helped me” shows the team what to keep. Discuss delicate matters with
your trainers at home first.</p>
<h2>Taking feedback</h2>
<p>You will receive an assessment, too. Listen without defending yourself straight away. Ask for an
example if something is unclear. If you do not agree, you may say so and add your own view in
writing. An assessment is a snapshot of a few weeks. It is not a verdict on you as a person.</p>
<h2>Taking ideas home</h2>
<p>Choose three ideas at most. Any more get lost in everyday work. For each idea, write on a
card:</p>
<ul>
<li>What do the others do differently?</li>
<li>What good does it do citizens or the team?</li>
<li>What would we need for it?</li>
<li>Who in the host city answers questions?</li>
</ul>
<p>Ask for ten minutes at the next team meeting. Do not say: “Everything is better in München.” Say
instead: “I saw something that we could test.” Suggest a small first step. Pass on internal
documents of the host city only if you have been allowed to.</p>
<h2>Staying in touch</h2>
<p>After two weeks, write a short message to the team that was yours for a while. Tell them what has
become of your idea. This is how a network grows between the cities. When the next difficult case
comes along, you know somebody you can call.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Which sentence is fair feedback?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "“Your department is badly organised.”",
                                "right": False,
                                "feedback": "That is a verdict. The observation is missing.",
                            },
                            {
                                "text": "“Everything was okay.”",
                                "right": False,
                                "feedback": "That is of no use to the team.",
                            },
                            {
                                "text": (
                                    "“In week one nobody knew about my school day. A note in the plan would help.”"
                                ),
                                "right": True,
                                "feedback": "Both the observation and the wish are clear.",
                            },
                        ],
                    },
                },
            ],
        },
    ],
    "test": {
        "slug": "abschlusstest",
        "title": "Final test",
        "intro": (
            "Twelve questions, then you are ready. Some questions have more than one right answer. "
            "You have three attempts and pass with 70 per cent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Who is your training employer (Ausbildungsbetrieb) during the exchange?",
                "choices": [
                    {"text": "The host city", "right": False},
                    {"text": "The home city", "right": True},
                    {"text": "The exchange portal", "right": False},
                    {"text": "The vocational school", "right": False},
                ],
                "feedback": "Contract and responsibility stay with the home city.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "multiple",
                "text": "What is the host supervisor in the host city there for?",
                "choices": [
                    {"text": "For your everyday tasks", "right": True},
                    {"text": "For your workplace in the office", "right": True},
                    {"text": "For your training contract", "right": False},
                    {"text": "For your monthly pay", "right": False},
                ],
                "feedback": "Everyday matters lie with the host city, the contract stays at home.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "single",
                "text": "Who has the final say on a place that has been proposed?",
                "choices": [
                    {"text": "The computer program alone", "right": False},
                    {"text": "One person from each of the two cities, and you accept", "right": True},
                    {"text": "The luck of the draw", "right": False},
                ],
                "feedback": "The system only makes a proposal.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "single",
                "text": "Your lessons begin at 8 a.m. May you still work beforehand?",
                "choices": [
                    {"text": "Yes, if it is only for half an hour", "right": False},
                    {"text": "Yes, if you are an adult", "right": False},
                    {"text": "No, because lessons begin before 9 a.m.", "right": True},
                ],
                "feedback": "Section 15 BBiG protects adults, too.",
                "lesson": "schule-und-nachweise",
            },
            {
                "kind": "single",
                "text": "You come from Nürnberg and work in Augsburg. What applies on 8 August?",
                "choices": [
                    {"text": "It is a public holiday, because the place of work counts.", "right": True},
                    {"text": "You work, because your contract is from Nürnberg.", "right": False},
                    {"text": "You have to take a day's leave.", "right": False},
                ],
                "feedback": "The Peace Festival (Friedensfest) is a public holiday in Augsburg.",
                "lesson": "schule-und-nachweise",
            },
            {
                "kind": "multiple",
                "text": "What is right after an accident on the way to work?",
                "choices": [
                    {"text": "I report it to both cities.", "right": True},
                    {
                        "text": "At the doctor's, I say that it was an accident at work.",
                        "right": True,
                    },
                    {"text": "I wait until the stay is over.", "right": False},
                    {"text": "I pay for the treatment myself.", "right": False},
                ],
                "feedback": "The direct way to work is insured, too.",
                "lesson": "versicherung-und-kosten",
            },
            {
                "kind": "single",
                "text": "Who can tell you for certain which costs will be covered?",
                "choices": [
                    {"text": "Other apprentices who have been there", "right": False},
                    {"text": "The training office of my home city", "right": True},
                    {"text": "The landlady or landlord", "right": False},
                    {"text": "A post on social media", "right": False},
                ],
                "feedback": "Ask beforehand and in text form.",
                "lesson": "versicherung-und-kosten",
            },
            {
                "kind": "multiple",
                "text": "What is part of the induction on the first day?",
                "choices": [
                    {"text": "Escape route, assembly point and first aid", "right": True},
                    {"text": "Working hours, breaks and the deputy", "right": True},
                    {"text": "A shared password for the team", "right": False},
                    {"text": "The assessment of your performance", "right": False},
                ],
                "feedback": "Safety and contact persons come first.",
                "lesson": "erster-tag",
            },
            {
                "kind": "single",
                "text": "Many things work differently in the host city. What is a good first step?",
                "choices": [
                    {"text": "Asking for the reason", "right": True},
                    {"text": "Changing everything at once", "right": False},
                    {"text": "Secretly going on working as you do at home", "right": False},
                ],
                "feedback": "First understand, then judge.",
                "lesson": "erster-tag",
            },
            {
                "kind": "single",
                "text": "What is a good number for your mission?",
                "choices": [
                    {"text": "How many questions about the photo came up in one day", "right": True},
                    {"text": "How long the breaks of a colleague are", "right": False},
                    {"text": "Who in the team makes the most mistakes", "right": False},
                    {"text": "Which citizen calls most often", "right": False},
                ],
                "feedback": "Count events, not people.",
                "lesson": "mission",
            },
            {
                "kind": "multiple",
                "text": "Which parts make up fair feedback?",
                "choices": [
                    {"text": "Observation", "right": True},
                    {"text": "Effect", "right": True},
                    {"text": "Wish", "right": True},
                    {"text": "A verdict on the person", "right": False},
                ],
                "feedback": "Describe what you saw.",
                "lesson": "zurueckkommen",
            },
            {
                "kind": "single",
                "text": "What is the exchange record (Austauschnachweis)?",
                "choices": [
                    {"text": "The reference (Zeugnis) under section 16 BBiG", "right": False},
                    {
                        "text": "A record of dates and stations that can be checked",
                        "right": True,
                    },
                    {"text": "A new training contract", "right": False},
                ],
                "feedback": "It does not replace the reference at the end of your training.",
                "lesson": "zurueckkommen",
            },
        ],
    },
}
