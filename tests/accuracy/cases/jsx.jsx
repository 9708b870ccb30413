const a = <a href="//XXX">don't // XXX {/* TODO: in braces */} /* XXX */</a>; // TODO: behind an element
const b = <><b c='XXX' d={e /* TODO: in an attribute */}>it's XXX</b></>; // TODO: behind a fragment
const f = g < h; // TODO: behind less than
const i = cond ? <br/> : <p>XXX " {`XXX ${j}`}</p>; // TODO: behind a choice
