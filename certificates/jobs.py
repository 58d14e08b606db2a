from certificates.services.documents import draw_missing
from lms.core.jobs import every


@every(300)
def draw_missing_pdfs() -> int:
    """After a crash between a certificate and its PDF."""
    return draw_missing()
