"""What the Streamlit page shows. No language logic."""
