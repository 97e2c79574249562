"""Files of office programs, which are archives of XML."""
