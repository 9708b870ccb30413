a = f"XXX {b["XXX # XXX"]} # XXX"  # TODO: behind quotes of its own in a hole
c = f"XXX {d:#x} {e!r:>{f}} {{ # XXX"  # TODO: behind formats
g = rf'XXX {h['XXX']} \' # XXX'  # TODO: behind a raw one
i = f"""XXX {j["XXX"]} # XXX
# XXX {k:{"XXX"}} """  # TODO: behind one of many lines
l = f"{f"{f"XXX # XXX"}"}"  # TODO: behind nested ones
