"""Any program on this machine that speaks the chat-completions protocol: Ollama, llama.cpp, LM Studio, vLLM."""
