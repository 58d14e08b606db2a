"""The courses of the demo in catalogue order, and the English versions of two of them."""

from typing import Any

from lms.demo.content import (
    agiles_arbeiten,
    barrierefreie_dokumente,
    datenschutz_im_amt,
    digitale_akte,
    fit_fuer_den_austausch,
    it_sicherheit,
    ki_in_der_verwaltung,
    verstaendlich_schreiben,
)
from lms.demo.content.english import accessible_documents, fit_for_the_exchange

COURSES: list[dict[str, Any]] = [
    datenschutz_im_amt.COURSE,
    verstaendlich_schreiben.COURSE,
    barrierefreie_dokumente.COURSE,
    fit_fuer_den_austausch.COURSE,
    digitale_akte.COURSE,
    it_sicherheit.COURSE,
    ki_in_der_verwaltung.COURSE,
    agiles_arbeiten.COURSE,
]
# by the address of the German course
ENGLISH: list[dict[str, Any]] = [accessible_documents.COURSE, fit_for_the_exchange.COURSE]
