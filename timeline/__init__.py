"""Arabic news → dated events → merged events → interactive timelines."""
