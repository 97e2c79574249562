"""firefox: Mozilla's Firefox Translations models on ONNX Runtime."""
