"""Text recognition (OCR) by Tesseract, a program that need not be there: pictures of pages to words with places."""
