"""The dashboard's views: load → filter → chart. `app.py` calls `timeline.views.page.draw`."""
