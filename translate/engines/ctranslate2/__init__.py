"""The same checkpoints as seq2seq's, converted once to 8-bit integers and run by CTranslate2."""
