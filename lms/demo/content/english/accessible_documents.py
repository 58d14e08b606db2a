"""The course "Accessible documents and forms" of the city of München."""

COURSE = {
    "slug": "barrierefreie-dokumente",
    "city": "muenchen",
    "title": "Accessible documents and forms",
    "summary": (
        "Documents that everyone can read: with headings, text for images, good contrast and "
        "forms that work without a mouse, too."
    ),
    "goals": [
        "You can explain who benefits from accessible documents and which rules apply.",
        "You can structure a document with real headings and lists.",
        "You can write alternative texts and check contrast.",
        "You can make tables and PDF files accessible.",
        "You can test a form with the keyboard.",
    ],
    "audience": "Everyone who creates documents, forms or web pages for the city",
    "level": "intermediate",
    "language": "en",
    "topic": "citizens",
    "licence": "CC BY-SA 4.0",
    "contact": "sabine.schablone@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "wem-es-hilft",
            "title": "Who it helps and what the law requires",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>A blind man would like to apply for a place on a swimming course. He opens the city's form. His
computer reads out: “Image. Image. Edit field. Edit field.” That is all he gets to know. The form
looks lovely, but to him it is a locked door. A few simple steps would have made it work.</p>
<h2>Who benefits?</h2>
<p>Many people think of blind people first. They listen to the text with a screen reader. This is a
program that reads out what is on the screen. But accessibility helps many more people:</p>
<ul>
<li>People with poor eyesight need large type and strong contrast.</li>
<li>People whose hands tremble use the keyboard instead of the mouse.</li>
<li>Deaf people need captions.</li>
<li>People who find reading difficult need a clear structure and short sentences.</li>
<li>And everyone else is glad of the same things on a phone in bright sunshine.</li>
</ul>
<p>A disability can also be temporary. Anyone who breaks an arm suddenly has to work with one hand.
Nobody has to explain their disability to us. That is why we design for everyone from the
start.</p>
<h2>What the law requires</h2>
<p>For cities in Bavaria, several rules work together. You do not have to know every section. What
matters is the chain that leads from the law to the actual check:</p>
<ol>
<li><b>BayBGG:</b> Article 14 of the Bavarian Disability Equality Act (Bayerisches
Behindertengleichstellungsgesetz) requires an accessible internet and intranet.</li>
<li><b>BayDiV:</b> The Bavarian Digital Ordinance (Bayerische Digitalverordnung) sets out the
details for Bavaria. It refers to the BITV 2.0.</li>
<li><b>BITV 2.0:</b> This federal ordinance refers to the European standard EN 301 549.</li>
<li><b>EN 301 549:</b> The standard contains the rules of the WCAG at level AA and some further
points, for example on documents.</li>
</ol>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "WCAG in four words",
                        "text": (
                            "<p>Content should be perceivable, operable, understandable and robust. "
                            "“Robust” means: older or special programs can cope with it, "
                            "too.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Paper is affected, too. Under Art. 12 BayBGG, the city takes disabilities into account when it
designs official notices (Bescheide) and printed forms (Vordrucke). Blind and partially sighted
people can ask to receive a notice in a form that they can perceive. This may be a file, large
print or braille. It does not cost them anything extra.</p>
<h2>Does this apply to PDF files as well?</h2>
<p>Yes. Everything the city offers on its website counts, and that includes files to download. This
applies especially to forms that somebody needs for an application. Very old files may be exempt.
But do not rely on that. If an old form is still needed, a new version is worth the effort.</p>
<h2>The statement and the checks</h2>
<p>Every website of the city has an accessibility statement (Erklärung zur Barrierefreiheit). It
says honestly what does not work well yet. It also names a contact to whom people can report a
barrier. If a report like this reaches you, pass it on straight away. Bavaria has a monitoring and
enforcement body (Durchsetzungs- und Überwachungsstelle). It is based at the Agency for
Digitisation, High-Speed Internet and Surveying (Landesamt für Digitalisierung, Breitband und
Vermessung). It checks samples of websites.</p>
<p>You will find the text of the federal ordinance <a
href="https://www.gesetze-im-internet.de/bitv_2_0/">on the site Gesetze im Internet</a>, and the
Bavarian rules in the collection <a href="https://www.gesetze-bayern.de/">Bayern.Recht</a>.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Who does an accessible form help?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Only blind people with a screen reader",
                                "right": False,
                                "feedback": "They benefit a great deal, but they are not the only ones.",
                            },
                            {
                                "text": "Only people with a disability card",
                                "right": False,
                                "feedback": "No card is needed for this.",
                            },
                            {
                                "text": "People with and without disabilities",
                                "right": True,
                                "feedback": "Clear forms help everyone.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "struktur",
            "title": "Structure: headings, lists, language",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>How do you read a long text? You probably skim the headings first. People with a screen reader do
exactly the same. With a single key, they jump from heading to heading. But this only works if the
heading is a heading for the computer, too.</p>
<h2>Bold does not make a heading</h2>
<p>Many people select a line, make it large and bold, and are happy with it. To the eye, that looks
right. But the computer only sees normal text in large type. So always use the styles
(Formatvorlagen) in your program: “Heading 1”, “Heading 2” and so on. Don't like the look of them?
Then change the style and not the individual line.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/ueberschriften.png",
                        "alt": (
                            "Two documents side by side, labelled in German. On the left, lines are "
                            "only set in bold, and the screen reader finds no heading. On the right, "
                            "there are real headings at levels 1, 2 and 3, and the screen reader "
                            "shows an outline with four entries."
                        ),
                        "caption": "The same to the eye, quite different to a screen reader.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Levels work like a table of contents</h2>
<p>A document has exactly one title, and that is heading 1. Below it come the chapters with heading
2. Points within a chapter get heading 3. Do not skip a level. Anyone who hears level 4 straight
after level 2 will think that a part is missing. There is a side effect that pleases everyone: the
program builds a table of contents from real headings all by itself.</p>
<h2>Real lists, real paragraphs</h2>
<p>A dash at the start of a line does not make a list. Use the button for bullet points. Then the
screen reader says: “List with five items.” The person knows at once how much is still to come.</p>
<ul>
<li>Spacing comes from the style, not from empty lines.</li>
<li>A new page comes from a page break.</li>
<li>Columns come from the column function, not from the space bar.</li>
<li>Important information is in the text and not only in the page header.</li>
<li>Text boxes that float freely on the page are best avoided.</li>
</ul>
<p>The reason is always the same. A screen reader reads the content in the order in which it is
stored in the file. It reads empty lines as “blank, blank, blank”. It may not read a floating text
box until the very end. Then the text is missing from the place where it is needed.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "The quick test",
                        "text": (
                            "<p>Open the navigation pane in your word processor. Only real headings "
                            "appear there. If it is empty, the document has no "
                            "structure.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Setting the language</h2>
<p>Every document needs to have its language set. Otherwise the screen reader will read German with
an English pronunciation. That is almost impossible to understand. You can also mark individual
sentences in a foreign language. In most programs you will find the setting under “Review”
(Überprüfen) or “Tools” (Extras).</p>
<h2>The title of the file</h2>
<p>Enter a title in the properties, for example “Application for a holiday place”. It will later
appear at the top of the window and is read out first. “Document1_new_final” is no help to anyone.
The file name should show what is inside, too.</p>
<h2>One template for everyone</h2>
<p>A good template makes things easiest. In it, the language, headings and colours are already set
correctly. Ask for one in your office. There isn't one yet? That would make a nice little project
for your next placement. A template goes on working long after you have moved to another
department.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "How do you make a real heading?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "I write the line in capital letters.",
                                "right": False,
                                "feedback": "No. To the computer, that is still normal text.",
                            },
                            {
                                "text": "I choose the style “Heading 2”.",
                                "right": True,
                                "feedback": "This way, the screen reader recognises the level, too.",
                            },
                            {
                                "text": "I set the line in bold and in 16 point.",
                                "right": False,
                                "feedback": "No. Looks alone are not enough.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "bilder-farben-links",
            "title": "Images, colours and links",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Images make texts friendly. But without a description, they remain silent for some people.
Colours, too, can hide more than they show. This lesson is about three things that you can put into
practice straight away.</p>
<h2>Writing alternative texts</h2>
<p>An alternative text replaces the image for everyone who cannot see it. It is stored in the file
and usually cannot be seen on the page. Ask yourself: what would I say if I were describing the
image on the phone? One or two sentences are usually enough.</p>
<ul>
<li>Weak: “Image 3” or “Photo”</li>
<li>Weak: “A nice photo of people”</li>
<li>Good: “Three apprentices stand at the information point and tell a visitor the way.”</li>
</ul>
<p>Do not write “Image of”. The screen reader already says that by itself. If the image shows text,
that text belongs in the description. For a chart, give the main message. The exact figures then go
into a table next to it. If an image is only there to look nice, mark it as decorative. Then it is
skipped.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "A site plan shows the way from the main entrance to room 12. Which "
                            "alternative text helps most?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Site plan",
                                "right": False,
                                "feedback": "These words name the kind of image, but not the way.",
                            },
                            {
                                "text": "Colourful plan with arrows and several rooms",
                                "right": False,
                                "feedback": "The colours do not help anyone to find the room.",
                            },
                            {
                                "text": (
                                    "Way to room 12: turn right from the main entrance, then second door on the left."
                                ),
                                "right": True,
                                "feedback": "The text says what the plan is meant to show.",
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Contrast: light against dark</h2>
<p>Light grey type on a white background looks elegant. But many people cannot read it. That is why
the WCAG set minimum values. Contrast is given as a ratio. Black on white reaches 21 to 1, which is
the highest value.</p>
<ul>
<li>Normal text: at least <b>4.5 to 1</b></li>
<li>Large text, from 18 point or from 14 point in bold: at least <b>3 to 1</b></li>
<li>Symbols, borders of fields and lines in charts: at least <b>3 to 1</b></li>
</ul>
<p>You do not have to guess. There are free programs for checking. You pick both colours with an
eyedropper and read off the ratio. Ask your IT department which program has been approved in your
city.</p>
<h2>Never colour alone</h2>
<p>“The red fields are required.” Anyone who cannot recognise red is now stuck. This also affects
many people who can otherwise see well. Always add a word, a sign or a pattern to the colour. In a
chart, labels right next to the line help. For a status, put the word “done” next to the green
dot.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Text does not belong in an image",
                        "text": (
                            "<p>A poster saved as an image cannot be read out and can hardly be "
                            "enlarged. Put the date, place and contact on the page as normal text "
                            "as well.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Links that speak for themselves</h2>
<p>People with a screen reader often have only the list of all links read out to them. If that list
says “here” eight times, it is no help. A good link says where it leads: “Download the application
for housing benefit (PDF)”. Say so if a file is going to open. That way, nobody is in for a
surprise.</p>
<h2>Videos and sound</h2>
<p>A video with sound needs captions. If it shows something important that nobody says out loud, it
also needs a description in words. Even a video with no sound at all needs a text that conveys its
content. A video should never start playing by itself. Just a few sentences below the video will
let you reach many more people. Anyone who prefers not to have the sound on in the train will be
grateful, too.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Which measures help people who cannot tell red and green apart?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "The word “done” is next to the dot.",
                                "right": True,
                                "feedback": "Yes. The word works without any colour.",
                            },
                            {
                                "text": "The red is made stronger.",
                                "right": False,
                                "feedback": "No. The colour still carries the information alone.",
                            },
                            {
                                "text": "Each line in the chart has its own pattern.",
                                "right": True,
                                "feedback": "Yes. The pattern can be recognised in grey as well.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "tabellen-und-pdf",
            "title": "Tables and PDF",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>A table of opening hours seems simple. A screen reader reads it out cell by cell: “8 am, 12 noon,
2 pm, 5 pm.” But which day does that belong to? Whether that is clear is up to you when you create
the table.</p>
<h2>Tables only for data</h2>
<p>Only use tables if you really need rows and columns. For two blocks of text side by side, there
is the column function. For a data table, four rules apply:</p>
<ol>
<li>The first row is set as the header row and names each column.</li>
<li>Each cell belongs to exactly one row and one column. Do not merge any cells.</li>
<li>No cell stays empty. Write “not specified” or “closed”.</li>
<li>A short heading says what the table shows.</li>
</ol>
<p>With a real header row, the screen reader says: “Monday, open from: 8 am.” Now everything makes
sense. If a table gets very wide, it is better to split it into two small ones. People on their
phones will thank you for it.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Not via “Print”",
                        "text": (
                            "<p>If you create a PDF from the print menu, you usually lose the whole "
                            "structure. Use “Save as” (Speichern unter) or “Export” (Exportieren) and "
                            "choose the option for accessibility.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>How a PDF becomes accessible</h2>
<p>A PDF can be like a photo or like a well-structured text. It is the tags that make the
difference. These are invisible labels: “This is a heading. This is a list. This is an image.” The
standard for this is called PDF/UA. If you have prepared your text document well, the tags are
created almost by themselves during export. So the most important rule is: get the source right
first, then export.</p>
<ul>
<li>Headings, lists and tables are real ones.</li>
<li>All images have an alternative text or are decorative.</li>
<li>The language and the title have been entered.</li>
<li>The option for tags is switched on for the export.</li>
</ul>
<h2>A special case: the scan</h2>
<p>A scanned letter is only an image. No program can read it out or search it. Text recognition
helps, but makes mistakes. So put the original file online whenever you can. A signature in ink is
rarely necessary for that.</p>
<h2>Checking in three steps</h2>
<ol>
<li><b>Ask a program:</b> Start the accessibility check in your word processor. After that, test
the PDF with a checking program.</li>
<li><b>Listen to the order:</b> Have the PDF read out to you. Does everything come in the right
order?</li>
<li><b>Try it yourself:</b> Zoom in to 200 per cent. Can you still read everything?</li>
</ol>
<p>A program only finds some of the mistakes. It notices that an alternative text is missing. It
does not notice whether the text is any good. That is why you always need a human being as well. It
is best to check in pairs. One person often sees what the other one misses.</p>
<h2>Do you need a PDF at all?</h2>
<p>A normal web page is often the better choice. It adapts to any phone, is easy to change and is
easier to make accessible. A PDF is worth it if somebody wants to print something or keep it. Ask
yourself this question every time before you upload one.</p>
""",
                },
                {
                    "type": "file",
                    "value": {
                        "title": "Checklist: accessible document",
                        "file": "files/checkliste-barrierefreies-dokument.txt",
                        "description": (
                            "Twelve points to go through before you publish (in German). Takes about ten minutes."
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Why is a scan saved as a PDF a problem?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "The file is only an image without text or structure.",
                                "right": True,
                                "feedback": "A screen reader does not find any text in it.",
                            },
                            {
                                "text": "In Bavaria, scans must not be stored.",
                                "right": False,
                                "feedback": "No. Scanning is allowed and quite normal in everyday work.",
                            },
                            {
                                "text": "A scan always has too few colours.",
                                "right": False,
                                "feedback": "No. The colours are not the problem.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "formulare",
            "title": "Forms for everyone",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>With forms, a lot is at stake. Anyone who fails here does not get a nursery place (Kita-Platz) or
housing benefit (Wohngeld). That is why every minute you put into a good form is worth it. Put your
mouse aside for once and follow us with the keyboard only.</p>
<h2>Every field has a name</h2>
<p>Above or next to each field, it says what goes into it. This name must also be linked to the
field technically. Then the screen reader says: “First name, edit field.” Grey sample text inside
the field does not replace the name. It disappears as soon as you start typing. After that, nobody
knows what the question was.</p>
<ul>
<li>Only ask for what the office really needs.</li>
<li>Spell out which fields are required: “First name (required)”.</li>
<li>State the format you expect, for example “day, month, year”.</li>
<li>Explain difficult questions right next to the field.</li>
</ul>
<h2>Groups belong together</h2>
<p>With “Yes” and “No” boxes to tick, the question must be read out as well. Otherwise a person only
hears “Yes, radio button” and wonders: yes to what? In form programs, you therefore link the
answers to a shared question.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "The keyboard test",
                        "text": (
                            "<p>Go through the form with the Tab key. Can you always see where you "
                            "are? Is the order logical? Can you reach the “Submit” button? "
                            "Then you have come a long way.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Reporting errors kindly</h2>
<p>Everyone makes mistakes when filling in forms. What counts is what happens next. “Invalid input”
in red does not help anyone. A good message is right next to the field, explains the problem and
shows the solution. What the person has already typed stays where it is.</p>
<ul>
<li>Weak: “Error 17”</li>
<li>Weak: “Wrong date”</li>
<li>Good: “Please enter the date like this: 24.12.1999”</li>
</ul>
<p>If there are several errors, a list with links to the fields is shown at the top as well. That
makes them quick to find, even on a phone.</p>
<h2>Giving people time</h2>
<p>Some people need longer. They read more slowly or have to look for a document first. If the
session is about to run out, a good form gives a warning in time and lets you extend it. Being able
to save a draft is even better. Before submitting, an overview shows all the answers. You can still
change them there.</p>
<h2>On paper, too</h2>
<p>Not everyone fills in a form on a screen. A good paper form has large fields, type of at least 12
point and enough space to write. Offer help: “We will be happy to fill in the application together
with you.” Often it takes several routes to make a service accessible. If you cannot type, you
phone. If you cannot use the phone, you write or drop in.</p>
<h2>Ask the people concerned</h2>
<p>The best test is a person who really needs the form. Many cities have a disability advisory board
(Behindertenbeirat) or a commissioner for people with disabilities (Beauftragte für Menschen mit
Behinderung). They know people who like trying things out and who say honestly where the snags are.
Ask them early on and not just the day before the launch. Half an hour together at the screen shows
you more than ten pages of test report.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "What makes a good error message?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "It is right next to the field.",
                                "right": True,
                                "feedback": "Yes. That makes it clear which entry is meant.",
                            },
                            {
                                "text": "It says what the correct entry looks like.",
                                "right": True,
                                "feedback": "Yes. An example is the quickest help.",
                            },
                            {
                                "text": "It clears all the fields so that you can start again.",
                                "right": False,
                                "feedback": "No. What has been typed should stay there.",
                            },
                            {
                                "text": "It only shows a red border.",
                                "right": False,
                                "feedback": "No. Colour alone is not enough.",
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
            "Ten questions on rules and practical steps. For some questions, more than one answer "
            "is right. You have three attempts, and you pass with 70 per cent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Which ordinance does the Bavarian Digital Ordinance (BayDiV) refer to?",
                "choices": [
                    {"text": "The BITV 2.0", "right": True},
                    {"text": "The road traffic regulations (Straßenverkehrs-Ordnung)", "right": False},
                    {"text": "The training regulations (Ausbildungsordnung)", "right": False},
                    {"text": "The city council's rules of procedure (Geschäftsordnung)", "right": False},
                ],
                "feedback": "The chain is BayBGG, BayDiV, BITV 2.0, EN 301 549.",
                "lesson": "wem-es-hilft",
            },
            {
                "kind": "multiple",
                "text": "What does the accessibility statement of a website contain?",
                "choices": [
                    {"text": "What is not accessible yet", "right": True},
                    {"text": "A contact for reporting barriers", "right": True},
                    {"text": "The names of all blind users", "right": False},
                    {"text": "The cost of the website", "right": False},
                ],
                "feedback": "An honest account of the situation and a contact are part of it.",
                "lesson": "wem-es-hilft",
            },
            {
                "kind": "single",
                "text": "Why is a line set in bold not enough as a heading?",
                "choices": [
                    {"text": "Text in bold uses more toner.", "right": False},
                    {"text": "The screen reader does not recognise it as a heading.", "right": True},
                    {"text": "Bold type is not allowed in official notices.", "right": False},
                ],
                "feedback": "Only the style turns it into a heading.",
                "lesson": "struktur",
            },
            {
                "kind": "single",
                "text": "What happens if the wrong language is set in a document?",
                "choices": [
                    {"text": "The text is translated automatically.", "right": False},
                    {"text": "The screen reader mispronounces the text.", "right": True},
                    {"text": "The file can no longer be opened.", "right": False},
                    {"text": "The headings disappear.", "right": False},
                ],
                "feedback": "The language controls the pronunciation.",
                "lesson": "struktur",
            },
            {
                "kind": "single",
                "text": "What is the minimum contrast for normal text?",
                "choices": [
                    {"text": "2 to 1", "right": False},
                    {"text": "3 to 1", "right": False},
                    {"text": "4.5 to 1", "right": True},
                    {"text": "21 to 1", "right": False},
                ],
                "feedback": "4.5 to 1 applies to normal text, 3 to 1 to large text.",
                "lesson": "bilder-farben-links",
            },
            {
                "kind": "multiple",
                "text": "What is true of good alternative texts?",
                "choices": [
                    {"text": "They say what the image is meant to show.", "right": True},
                    {"text": "They always begin with “Image of”.", "right": False},
                    {"text": "They include the text that is in the image.", "right": True},
                    {"text": "They give the file name.", "right": False},
                ],
                "feedback": "It is the content that counts, not the type of file.",
                "lesson": "bilder-farben-links",
            },
            {
                "kind": "single",
                "text": "What makes a table understandable for screen readers?",
                "choices": [
                    {"text": "A header row that has been set as such", "right": True},
                    {"text": "As many merged cells as possible", "right": False},
                    {"text": "Empty cells for spacing", "right": False},
                    {"text": "An image of the table", "right": False},
                ],
                "feedback": "The header row is read out along with each cell.",
                "lesson": "tabellen-und-pdf",
            },
            {
                "kind": "multiple",
                "text": "How do you make a good PDF?",
                "choices": [
                    {"text": "Structure the text document properly first", "right": True},
                    {"text": "Switch on the option for tags when exporting", "right": True},
                    {"text": "Print it on paper and scan it in again", "right": False},
                    {"text": "Save it as an image from the print menu", "right": False},
                ],
                "feedback": "First the source, then the export.",
                "lesson": "tabellen-und-pdf",
            },
            {
                "kind": "single",
                "text": "Why does grey sample text not replace the name of a field?",
                "choices": [
                    {"text": "It disappears when you type.", "right": True},
                    {"text": "It costs extra money.", "right": False},
                    {"text": "It is only allowed on paper.", "right": False},
                ],
                "feedback": "After that, the question is missing.",
                "lesson": "formulare",
            },
            {
                "kind": "multiple",
                "text": "What do you check in the keyboard test of a form?",
                "choices": [
                    {"text": "Whether you can always see where you are", "right": True},
                    {"text": "Whether the order of the fields is logical", "right": True},
                    {"text": "How fast somebody can type", "right": False},
                    {"text": "Whether the keyboard is new enough", "right": False},
                ],
                "feedback": "Visible focus and a logical order are the heart of it.",
                "lesson": "formulare",
            },
        ],
    },
}
