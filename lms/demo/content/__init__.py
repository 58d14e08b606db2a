"""The German courses of the demo, in catalogue order."""

from lms.demo.content import (
    barrierefreie_dokumente,
    datenschutz_im_amt,
    fit_fuer_den_austausch,
    verstaendlich_schreiben,
)

COURSES = [
    datenschutz_im_amt.COURSE,
    verstaendlich_schreiben.COURSE,
    barrierefreie_dokumente.COURSE,
    fit_fuer_den_austausch.COURSE,
]
