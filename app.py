"""The dashboard's entry, for Streamlit: `timeline serve`, or `streamlit run app.py`."""

from pathlib import Path

import streamlit as st

from timeline.views import page

icon = Path(__file__).parent / "timeline" / "static" / "icon.svg"
st.set_page_config(page_title="الخط الزمني · Timeline", page_icon=str(icon), layout="wide")
page.draw()
