from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel


def bars(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """The dark parts of a QR code as (column, row, width) in modules, and how many modules it is wide."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = code.getModuleCount()
    return size, [bar for row in range(size) for bar in _row(code, row, size)]


def _row(code: QRCode, row: int, size: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for column in range(size):
        if not code.isDark(row, column):
            continue
        if found and found[-1][0] + found[-1][2] == column:
            start, _row, width = found[-1]
            found[-1] = (start, row, width + 1)
        else:
            found.append((column, row, 1))
    return found
