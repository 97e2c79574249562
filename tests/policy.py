"""Short policy texts for tests, written here."""

ENGLISH = """Regional Water Compact

Article 1. The Parties shall share data on river levels every day. They may not withhold a flood warning.

Article 2. Each Party shall pay 250,000 euros into the fund before 31 March 2027.
"""

PORTUGUESE = """Acordo Regional da Água

Artigo 1.º As Partes partilham todos os dias os dados sobre o nível dos rios. Não podem reter um aviso de cheia.

Artigo 2.º Cada Parte paga 250 000 euros ao fundo antes de 31 de março de 2027.
"""
