"""The dashboard's entry, for Streamlit: `timeline serve`, or `streamlit run app.py`."""

import streamlit as st

from timeline.views import page

st.set_page_config(page_title="الخط الزمني · Timeline", page_icon=":material/timeline:", layout="wide")
page.draw()
